// What of a large folder is analyzed with the open documents: what they import, directly or not, and
// what imports them, the nearest first, as much as can be analyzed between two keys.
// Invariant: the choice depends on the files, the project and what is open, on nothing that happened before.

import type { FileFacts } from '../core/facts';
import { createModules, type Modules } from '../core/link/modules';
import type { ProgramFile } from '../core/link/program';
import type { ProjectPort } from '../core/project';

/** In call sites: up to so many, a program is analyzed whole at each change. */
export const wholeCalls = 20_000;
/** How many of a larger one are analyzed together: about a tenth of a second's work. */
export const nearCalls = 5_000;

export class Neighbourhood {
  #index: ImportIndex | undefined;

  /** The files to analyze together, in the order of `files`. All of them, if they are not too many. */
  of(files: readonly FileFacts[], open: ReadonlySet<string>, project: ProjectPort): readonly FileFacts[] {
    if (sizeOf(files) <= wholeCalls) return files;
    if (!this.#index?.isOf(files, project)) this.#index = new ImportIndex(files, project);
    const chosen = choose(this.#index.update(files), open);
    return files.filter((_, index) => chosen.has(index));
  }
}

interface Imports {
  readonly files: readonly FileFacts[];
  readonly imported: readonly (readonly number[])[];
  readonly importing: readonly (readonly number[])[];
}

function choose({ files, imported, importing }: Imports, open: ReadonlySet<string>): ReadonlySet<number> {
  const chosen = new Set(files.flatMap(({ path }, index) => (open.has(path) ? [index] : [])));
  const roots = [...chosen];
  let left = nearCalls - sizeOf(roots.flatMap((index) => files[index] ?? []));
  const add = (index: number): boolean => {
    left -= files[index]?.calls.length ?? 0;
    if (left >= 0) chosen.add(index);
    return left >= 0;
  };
  if (reach(roots, imported, chosen, add)) reach(roots, importing, chosen, add);
  return chosen;
}

/** Goes on from `roots`, the nearest first, as long as `add` says so. */
function reach(
  roots: readonly number[],
  next: readonly (readonly number[])[],
  chosen: ReadonlySet<number>,
  add: (index: number) => boolean,
): boolean {
  const seen = new Set(roots);
  for (const from of seen) {
    for (const index of next[from] ?? []) {
      if (!seen.has(index) && !chosen.has(index) && !add(index)) return false;
      seen.add(index);
    }
  }
  return true;
}

/** Who imports whom. What a specifier names depends on which files there are, and not on what they say. */
class ImportIndex {
  readonly #modules: Modules;
  readonly #files: readonly ProgramFile[];
  readonly #known = new WeakMap<FileFacts, readonly number[]>();

  constructor(
    files: readonly FileFacts[],
    private readonly project: ProjectPort,
  ) {
    this.#files = files.map((facts, index) => ({ index, facts, base: 0, sites: [] }));
    this.#modules = createModules({ files: this.#files, functions: [] }, project);
  }

  isOf(files: readonly FileFacts[], project: ProjectPort): boolean {
    return project === this.project && files.length === this.#files.length && files.every(({ path }, at) => path === this.#pathAt(at));
  }

  update(files: readonly FileFacts[]): Imports {
    const imported = files.map((facts, index) => this.#importedBy(facts, index));
    const importing: number[][] = files.map(() => []);
    for (const [from, list] of imported.entries()) for (const to of list) importing[to]?.push(from);
    return { files, imported, importing };
  }

  #importedBy(facts: FileFacts, index: number): readonly number[] {
    const known = this.#known.get(facts);
    if (known) return known;
    const from: ProgramFile = { index, facts, base: 0, sites: [] };
    const found = specifiersOf(facts).flatMap((specifier) => this.#modules.resolve(from, specifier)?.index ?? []);
    const imported = [...new Set(found)];
    this.#known.set(facts, imported);
    return imported;
  }

  #pathAt(index: number): string | undefined {
    return this.#files[index]?.facts.path;
  }
}

function specifiersOf({ imports, calls }: FileFacts): readonly string[] {
  const required = calls.flatMap(({ callee, args: [first] }) =>
    callee.kind === 'name' && callee.name === 'require' && first?.kind === 'literal' && typeof first.value === 'string' ? first.value : [],
  );
  return [...imports, ...required];
}

function sizeOf(files: readonly FileFacts[]): number {
  return files.reduce((sum, { calls }) => sum + calls.length, 0);
}
