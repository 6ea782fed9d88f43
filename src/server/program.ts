// A program: the facts of its files, and the findings of the whole.
// Invariant: findings depend on the facts held and on nothing that happened before, so any sequence
// of edits ends where a fresh analysis of the final texts would. No file can spoil another's result.

import type { FileFacts } from '../core/facts';
import type { Finding } from '../core/findings';
import type { ProjectPort } from '../core/project';
import { Neighbourhood } from './neighbourhood';
import type { Analyzer } from './ports';

export type FindingsByPath = ReadonlyMap<string, readonly Finding[]>;

export class Program {
  /** What is open, by path. */
  readonly #files = new Map<string, Entry>();
  /** What lies on the disk, by path: what is open stands before it. */
  #disk: ReadonlyMap<string, FileFacts> = new Map();
  readonly #neighbourhood = new Neighbourhood();
  #present: Present | undefined;
  #result: Result | undefined;

  constructor(private readonly onError: (path: string, error: unknown) => void) {}

  /** True if the facts held are those of this version of the file. */
  holds(path: string, version: number): boolean {
    return this.#files.get(path)?.version === version;
  }

  /** Without facts, the file counts as empty: its text could not be read. */
  set(path: string, version: number, facts: FileFacts | undefined): void {
    this.#files.set(path, { version, facts });
    this.#present = undefined;
  }

  /** A file on the disk under the same path counts again. */
  delete(path: string): void {
    if (this.#files.delete(path)) this.#present = undefined;
  }

  /** How many files were analyzed last. */
  get size(): number {
    return this.#result?.files.length ?? 0;
  }

  setDisk(facts: ReadonlyMap<string, FileFacts>): void {
    this.#disk = facts;
    this.#present = undefined;
  }

  /** The findings of all files, worked out anew only after a change. */
  findings(analyzer: Analyzer, project: ProjectPort): FindingsByPath {
    const known = this.#known(analyzer, project);
    if (known) return known;
    const files = this.#list(project);
    const findings = groupByPath(this.#analyze(files, analyzer, project));
    this.#result = { analyzer, project, files, findings };
    return findings;
  }

  /** True if the findings of what is held now were worked out already. */
  isAnalyzed(analyzer: Analyzer, project: ProjectPort): boolean {
    return this.#known(analyzer, project) !== undefined;
  }

  #known(analyzer: Analyzer, project: ProjectPort): FindingsByPath | undefined {
    const result = this.#result;
    const isOfThese = result?.analyzer === analyzer && result.project === project && isSame(result.files, this.#list(project));
    return isOfThese ? result.findings : undefined;
  }

  #list(project: ProjectPort): readonly FileFacts[] {
    if (this.#present?.project !== project) {
      const files = this.#neighbourhood.of(this.#sorted(), new Set(this.#files.keys()), project);
      this.#present = { project, files };
    }
    return this.#present.files;
  }

  /** Sorted, so that the order in which files were opened does not matter. */
  #sorted(): readonly FileFacts[] {
    const onDisk = [...this.#disk.values()].filter(({ path }) => !this.#files.has(path));
    const open = [...this.#files.values()].flatMap(({ facts }) => facts ?? []);
    return [...onDisk, ...open].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** If the files cannot be analyzed together, each is analyzed alone: one of them is at fault. */
  #analyze(files: readonly FileFacts[], analyzer: Analyzer, project: ProjectPort): readonly Finding[] {
    try {
      return analyzer(files, project);
    } catch (error) {
      if (files.length > 1) return files.flatMap((file) => this.#analyze([file], analyzer, project));
      this.onError(files[0]?.path ?? '', error);
      return [];
    }
  }
}

interface Entry {
  readonly version: number;
  readonly facts: FileFacts | undefined;
}

interface Present {
  readonly project: ProjectPort;
  readonly files: readonly FileFacts[];
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

function groupByPath(findings: readonly Finding[]): FindingsByPath {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.file);
    if (group === undefined) groups.set(finding.file, [finding]);
    else group.push(finding);
  }
  return groups;
}
