// A program: the facts of its files, and the findings of the whole.
// Invariant: findings depend on the facts held and on nothing that happened before, so any sequence
// of edits ends where a fresh analysis of the final texts would. No file can spoil another's result.

import type { FileFacts } from '../core/facts';
import type { Finding } from '../core/findings';
import type { ProjectPort } from '../core/project';
import type { Analyzer } from './ports';

export type FindingsByPath = ReadonlyMap<string, readonly Finding[]>;

export class Program {
  readonly #files = new Map<string, Entry>();
  #result: Result | undefined;

  constructor(private readonly onError: (path: string, error: unknown) => void) {}

  /** True if any version of the file is held. */
  knows(path: string): boolean {
    return this.#files.has(path);
  }

  /** True if the facts held are those of this version of the file. */
  holds(path: string, version: number): boolean {
    return this.#files.get(path)?.version === version;
  }

  /** Without facts, the file counts as empty: its text could not be read. */
  set(path: string, version: number, facts: FileFacts | undefined): void {
    this.#files.set(path, { version, facts });
    this.#result = undefined;
  }

  delete(path: string): void {
    if (this.#files.delete(path)) this.#result = undefined;
  }

  /** The findings of all files, worked out anew only after a change. */
  findings(analyzer: Analyzer, project: ProjectPort): FindingsByPath {
    if (this.#result?.analyzer !== analyzer || this.#result.project !== project) {
      const files = [...this.#files.values()].flatMap(({ facts }) => facts ?? []);
      this.#result = { analyzer, project, findings: groupByPath(this.#analyze(files, analyzer, project)) };
    }
    return this.#result.findings;
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

interface Result {
  readonly analyzer: Analyzer;
  readonly project: ProjectPort;
  readonly findings: FindingsByPath;
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
