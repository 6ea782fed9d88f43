// Who imports whom in a folder.
// Invariant: the answer depends on the files and the project, on nothing that happened before.

import type { FileFacts } from '../../core/facts';
import { createModules, type Modules } from '../../core/link/modules';
import type { ProgramFile } from '../../core/link/program';
import type { ProjectPort } from '../../core/project';

export class Imports {
  #project: ProjectPort | undefined;
  #paths: readonly string[] = [];
  #modules: Modules | undefined;
  #known = new WeakMap<FileFacts, readonly string[]>();

  /** For each file, the paths of those among the files that it imports. */
  of(files: readonly FileFacts[], project: ProjectPort): readonly (readonly string[])[] {
    const modules = this.#modulesOf(files, project);
    return files.map((facts) => {
      const known = this.#known.get(facts) ?? importedBy(facts, modules);
      this.#known.set(facts, known);
      return known;
    });
  }

  /** What a specifier names depends on which files there are, and not on what they say. */
  #modulesOf(files: readonly FileFacts[], project: ProjectPort): Modules {
    const isSame =
      project === this.#project && files.length === this.#paths.length && files.every(({ path }, at) => path === this.#paths[at]);
    if (isSame && this.#modules) return this.#modules;
    this.#known = new WeakMap();
    this.#project = project;
    this.#paths = files.map(({ path }) => path);
    this.#modules = createModules({ files: files.map(programFile), functions: [] }, project);
    return this.#modules;
  }
}

function importedBy(facts: FileFacts, modules: Modules): readonly string[] {
  const from = programFile(facts, 0);
  return [...new Set(specifiersOf(facts).flatMap((specifier) => modules.resolve(from, specifier)?.facts.path ?? []))];
}

function programFile(facts: FileFacts, index: number): ProgramFile {
  return { index, facts, base: 0, sites: [] };
}

function specifiersOf({ imports, calls }: FileFacts): readonly string[] {
  const required = calls.flatMap(({ callee, args: [first] }) =>
    callee.kind === 'name' && callee.name === 'require' && first?.kind === 'literal' && typeof first.value === 'string' ? first.value : [],
  );
  return [...imports, ...required];
}
