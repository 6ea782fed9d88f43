// A program: the facts of its files, and the findings of the whole.
// Invariant: findings depend on the facts held and on nothing that happened before, so any sequence
// of edits ends where a fresh analysis of the final texts would. No file can spoil another's result.

import type { FileFacts } from '../core/facts';
import type { ProjectPort } from '../core/project';
import { byCodeUnits } from '../workspace/paths';
import { analyzeTogether, groupByPath, type FindingsByPath } from './analysis';
import type { Analyzer } from './ports';

export class Program {
  /** What is open, by path. */
  readonly #files = new Map<string, Entry>();
  /** What lies around it, by path: what is open stands before it. */
  #near: ReadonlyMap<string, FileFacts> = new Map();
  #list: readonly FileFacts[] | undefined;
  #result: Result | undefined;

  constructor(private readonly onError: (path: string, error: unknown) => void) {}

  /** True if the facts held are those of this version of the file. */
  holds(path: string, version: number): boolean {
    return this.#files.get(path)?.version === version;
  }

  /** Without facts, the file counts as empty: its text could not be read. */
  set(path: string, version: number, facts: FileFacts | undefined): void {
    this.#files.set(path, { version, facts });
    this.#list = undefined;
  }

  /** @param staysNear true if the facts stand for the file on the disk until that was read */
  delete(path: string, staysNear = false): void {
    const facts = this.#files.get(path)?.facts;
    if (this.#files.delete(path)) this.#list = undefined;
    if (facts && staysNear) this.#near = new Map(this.#near).set(path, facts);
  }

  setNear(facts: ReadonlyMap<string, FileFacts>): void {
    if (facts !== this.#near) this.#list = undefined;
    this.#near = facts;
  }

  /** How many files were analyzed last. */
  get size(): number {
    return this.#result?.files.length ?? 0;
  }

  /** The findings of all files, worked out anew only after a change. */
  findings(analyzer: Analyzer, project: ProjectPort): FindingsByPath {
    const known = this.#known(analyzer, project);
    if (known) return known;
    const files = this.#present();
    const findings = groupByPath(analyzeTogether(files, analyzer, project, this.onError));
    this.#result = { analyzer, project, files, findings };
    return findings;
  }

  /** True if the findings of what is held now were worked out already. */
  isAnalyzed(analyzer: Analyzer, project: ProjectPort): boolean {
    return this.#known(analyzer, project) !== undefined;
  }

  #known(analyzer: Analyzer, project: ProjectPort): FindingsByPath | undefined {
    const result = this.#result;
    const isOfThese = result?.analyzer === analyzer && result.project === project && isSame(result.files, this.#present());
    return isOfThese ? result.findings : undefined;
  }

  /** Sorted, so that the order in which files were opened does not matter. */
  #present(): readonly FileFacts[] {
    if (this.#list) return this.#list;
    const around = [...this.#near.values()].filter(({ path }) => !this.#files.has(path));
    const open = [...this.#files.values()].flatMap(({ facts }) => facts ?? []);
    this.#list = [...around, ...open].sort((a, b) => byCodeUnits(a.path, b.path));
    return this.#list;
  }
}

interface Entry {
  readonly version: number;
  readonly facts: FileFacts | undefined;
}

interface Result {
  readonly analyzer: Analyzer;
  readonly project: ProjectPort;
  readonly files: readonly FileFacts[];
  readonly findings: FindingsByPath;
}

function isSame(a: readonly FileFacts[], b: readonly FileFacts[]): boolean {
  return a === b || (a.length === b.length && a.every((facts, index) => facts === b[index]));
}
