// Which file of the program a Python module is. A package's folder is looked for beside the file and in
// the folders above it that are no packages themselves: from one of them the program is started. What
// is found nowhere there, but stands only once in the workspace, is that one (`src` layouts, monorepos).

import type { ProgramFile } from './program';

/** A module, or a package without an `__init__` file: then only what is in its folder tells anything. */
export type PythonModule = { readonly kind: 'file'; readonly file: ProgramFile } | { readonly kind: 'folder'; readonly folder: string };

export class PythonModules {
  private readonly files = new Map<string, ProgramFile>();
  private readonly folders = new Set<string>();
  /** Packages that stand in no other, by their names. */
  private readonly packages = new Map<string, readonly string[]>();
  /** Folders with a file that asks whether it is the program. */
  private readonly startFolders = new Set<string>();

  constructor(files: readonly ProgramFile[]) {
    for (const file of files) {
      if (file.facts.language !== 'python') continue;
      this.files.set(file.facts.path, file);
      if (asksForMain(file)) this.startFolders.add(parentOf(file.facts.path));
    }
    for (const path of this.files.keys()) for (const folder of foldersOf(path)) this.folders.add(folder);
    for (const folder of this.folders) {
      const name = nameOf(folder);
      if (this.isPackage(folder) && !this.isPackage(parentOf(folder)))
        this.packages.set(name, [...(this.packages.get(name) ?? []), folder]);
    }
  }

  /** What a module's name means in a file: `a.b`, `.`, `..c.d`. */
  find(from: ProgramFile, name: string): PythonModule | undefined {
    const [, dots = '', rest = ''] = /^(\.*)(.*)$/.exec(name) ?? [];
    const path = rest === '' ? [] : rest.split('.');
    const folder = parentOf(from.facts.path);
    return dots === '' ? this.absolute(folder, path) : this.within(ancestor(folder, dots.length - 1), path);
  }

  /** A module of a package: what `from package import name` means if the package defines no such name. */
  within(folder: string, path: readonly string[]): PythonModule | undefined {
    const whole = [folder, ...path].join('/');
    const file = (path.length > 0 ? this.files.get(`${whole}.py`) : undefined) ?? this.files.get(`${whole}/__init__.py`);
    if (file) return { kind: 'file', file };
    return this.folders.has(whole) ? { kind: 'folder', folder: whole } : undefined;
  }

  /** The folder of a package by its `__init__` file. */
  folderOf({ facts: { path } }: ProgramFile): string | undefined {
    return path.endsWith('/__init__.py') ? parentOf(path) : undefined;
  }

  private absolute(from: string, path: readonly string[]): PythonModule | undefined {
    let folder: PythonModule | undefined;
    for (const root of this.roots(from, path[0] ?? '')) {
      const found = this.within(root, path);
      if (found?.kind === 'file') return found;
      folder ??= found;
    }
    return folder;
  }

  private roots(from: string, name: string): string[] {
    const above = foldersAbove(from).filter((folder) => !this.isPackage(folder));
    const elsewhere = this.packages.get(name) ?? [];
    // A program that is started by its own path finds what stands beside it, whatever else the folder is.
    const beside = this.isPackage(from) && this.startFolders.has(from) ? [from] : [];
    return [...above, ...(elsewhere.length === 1 ? elsewhere.map(parentOf) : []), ...beside];
  }

  private isPackage(folder: string): boolean {
    return this.files.has(`${folder}/__init__.py`);
  }
}

/** True for a file with `if __name__ == "__main__"`. */
function asksForMain({ facts }: ProgramFile): boolean {
  return facts.calls.some(
    (site) =>
      site.function === 0 &&
      site.conditions.some(({ value }) => value.kind === 'comparison' && value.value.kind === 'name' && value.value.name === '__name__'),
  );
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function ancestor(folder: string, levels: number): string {
  return levels <= 0 ? folder : ancestor(parentOf(folder), levels - 1);
}

function foldersOf(path: string): string[] {
  return foldersAbove(parentOf(path));
}

/** A folder and all above it, nearest first. */
function foldersAbove(folder: string): string[] {
  return folder === '' ? [''] : [folder, ...foldersAbove(parentOf(folder))];
}
