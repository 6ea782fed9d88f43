// What modules give each other: what an import means, and what a file exports under a name; of files of the
// program, of packages that knowledge tells of, and in Python of folders. A module that is not found is
// nothing, unless its name is that of a package.

import type { Value } from '../facts';
import { moduleKey } from './learned';
import type { Members } from './members';
import { isPython, type ProgramFile } from './program';
import type { PythonModule } from './pythonModules';
import type { Resolving } from './resolving';
import { mostTargets, type Target } from './targets';

const none: readonly Target[] = [];
const deepest = 10;

export class Exports {
  constructor(
    private readonly resolver: Resolving,
    private readonly members: Members,
  ) {}

  /** What an import in `file` means; `*` is the module itself. */
  imported(file: ProgramFile, { module, name }: Value & { kind: 'import' }): readonly Target[] {
    if (!module) return none;
    if (isPython(file)) return this.importedByPython(file, module, name);
    if (module.includes('*')) return this.importedFrom(file, module, name);
    const found = this.resolver.modules.resolve(file, module);
    if (found) return name === '*' ? this.ofModule(found) : this.named(found, name);
    if (/^[./#]/.test(module)) return none;
    return [this.apiImport(file, module, name)];
  }

  private apiImport(file: ProgramFile, module: string, name: string): Target {
    const path = this.resolver.knowledge.module(module, file.facts.language);
    return { kind: 'api', path: name === '*' ? path : this.resolver.knowledge.member(path, name) };
  }

  private importedByPython(file: ProgramFile, module: string, name: string): readonly Target[] {
    const found = this.resolver.modules.python.find(file, module);
    if (!found) return module.startsWith('.') ? none : [this.apiImport(file, module, name)];
    if (name === '*') return [asTarget(found)];
    if (found.kind === 'folder') return this.submodule(found.folder, name);
    const folder = found.file === file ? this.resolver.modules.python.folderOf(file) : undefined;
    const own = folder === undefined ? none : this.submodule(folder, name);
    return own.length > 0 ? own : this.named(found.file, name);
  }

  /** A module of a Python package. */
  submodule(folder: string, name: string): readonly Target[] {
    const found = this.resolver.modules.python.within(folder, [name]);
    return found ? [asTarget(found)] : none;
  }

  /** A name of a Python module: what `import *` brought, or a module of the package. */
  private furtherExport(file: ProgramFile, name: string, depth: number): readonly Target[] {
    const starred = this.starred(file, name, depth);
    const folder = this.resolver.modules.python.folderOf(file);
    return starred.length > 0 || folder === undefined ? starred : this.submodule(folder, name);
  }

  /** What `import *` of Python brought under a name. */
  starred(file: ProgramFile, name: string, depth = 0): readonly Target[] {
    const sources = depth > deepest ? [] : file.facts.exports.filter((one) => one.name === '*');
    return sources
      .flatMap(({ value }) => this.resolver.resolve(file, value))
      .flatMap((target): readonly Target[] => {
        if (target.kind === 'api')
          return this.resolver.knowledge.knows(`${target.path}.${name}`) ? this.members.ofApi(target.path, name) : none;
        if (target.kind !== 'module' || target.file === file) return none;
        const { starNames } = target.file.facts;
        const isGiven = starNames ? starNames.includes(name) : !name.startsWith('_');
        return isGiven ? this.named(target.file, name, depth + 1) : none;
      });
  }

  /** One of the files of a folder; of too many nothing is said. */
  private importedFrom(file: ProgramFile, pattern: string, name: string): readonly Target[] {
    const found = this.resolver.modules.all(file, pattern);
    if (found.length > mostTargets) return none;
    return found.flatMap((one) => (name === '*' ? this.ofModule(one) : this.named(one, name)));
  }

  /** What `require` of a file gives: what it assigned to `module.exports`, and the exports that it added to. */
  ofModule(file: ProgramFile): readonly Target[] {
    const values = this.resolver.known(this.resolver.learned.moduleValues.entry(moduleKey(file)));
    return [...values.flatMap((one) => this.resolver.resolve(one.file, one.value)), { kind: 'module', file }];
  }

  /** What a file exports under a name. */
  named(file: ProgramFile, name: string, depth = 0): readonly Target[] {
    const own = file.facts.exports.filter((one) => one.name === name).flatMap(({ value }) => this.resolver.resolve(file, value));
    if (own.length > 0 || depth > deepest) return own;
    if (isPython(file)) return this.furtherExport(file, name, depth);
    const assigned = this.members.assigned({ kind: 'module', file }, name);
    const values = this.resolver
      .known(this.resolver.learned.moduleValues.entry(moduleKey(file)))
      .flatMap((one) => this.resolver.resolve(one.file, one.value));
    const members = values.flatMap((target) => this.resolver.member(target, name));
    if (assigned.length + members.length > 0) return [...assigned, ...members];
    if (name === 'default') return file.facts.exports.length === 0 ? this.ofModule(file) : none;
    const starred = file.facts.exports.filter((one) => one.name === '*').flatMap(({ value }) => this.resolver.resolve(file, value));
    return starred.flatMap((target) =>
      target.kind === 'module' && target.file !== file ? this.named(target.file, name, depth + 1) : this.resolver.member(target, name),
    );
  }
}

function asTarget(found: PythonModule): Target {
  return found.kind === 'file' ? { kind: 'module', file: found.file } : found;
}
