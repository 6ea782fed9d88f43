// Which file of the program a module specifier names: relative paths with and without extension,
// `.js` that means `.ts`, folders, `tsconfig` paths, `package.json` exports and imports, packages of
// the same workspace. What names no file of the program is left to knowledge.

import { parse as parseJsonc } from 'jsonc-parser';
import type { ProjectPort } from '../project';
import type { Program, ProgramFile } from './program';
import { type PythonModule, PythonModules } from './pythonModules';

export interface Modules {
  /** The file that `specifier` names in `from`; `undefined` if it is none of the program. */
  resolve(from: ProgramFile, specifier: string): ProgramFile | undefined;
  /** The files that a specifier names; one with a star names all that it fits, but `from` itself. */
  all(from: ProgramFile, specifier: string): readonly ProgramFile[];
  /** The files that a path with a star fits, seen from a folder. */
  fitting(folder: string, pattern: string): readonly ProgramFile[];
  /** The file at a path relative to a folder, as a program is told to run it; built files stand for their sources. */
  at(folder: string, path: string): ProgramFile | undefined;
  /** Python's modules. */
  readonly python: PythonModules;
  /** True if the package that a file belongs to says that it needs one of these. */
  needs(file: ProgramFile, packages: readonly string[]): boolean;
  /** The packages of the project. */
  readonly manifests: readonly Manifest[];
}

/** Prepares the look-up of modules for a program. */
export function createModules({ files }: Program, project: ProjectPort): Modules {
  const lookUp = new ModuleLookUp(new Map(files.map((file) => [file.facts.path, file])), project);
  const python = new PythonModules(files);
  const known = new Map<string, ProgramFile | undefined>();
  const knownFitting = new Map<string, readonly ProgramFile[]>();
  const fitting = (folder: string, relative: string): readonly ProgramFile[] => {
    const pattern = joinPath(folder, relative);
    const found = knownFitting.get(pattern) ?? files.filter(({ facts }) => fits(facts.path, pattern));
    knownFitting.set(pattern, found);
    return found;
  };
  const resolve = (from: ProgramFile, specifier: string): ProgramFile | undefined => {
    const key = `${folderOf(from.facts.path)}\n${specifier}`;
    if (!known.has(key))
      known.set(key, from.facts.language === 'python' ? fileOf(python.find(from, specifier)) : lookUp.resolve(from.facts.path, specifier));
    return known.get(key);
  };
  return {
    resolve,
    all: (from, specifier) => {
      if (!specifier.includes('*')) return [resolve(from, specifier) ?? []].flat();
      return fitting(folderOf(from.facts.path), specifier).filter((file) => file !== from);
    },
    fitting,
    python,
    at: (folder, path) => lookUp.built(folder, path),
    needs: ({ facts }, packages) => {
      const needed = dependenciesOf(lookUp.nearestManifest(folderOf(facts.path)));
      return packages.some((name) => needed.includes(name));
    },
    manifests: project.configs.flatMap((path) => (path.endsWith('/package.json') ? (lookUp.manifestIn(folderOf(path)) ?? []) : [])),
  };
}

function fileOf(found: PythonModule | undefined): ProgramFile | undefined {
  return found?.kind === 'file' ? found.file : undefined;
}

/** True if a file is what a pattern with one star may name: with or without its extension, or the folder that it is the index of. */
function fits(path: string, pattern: string): boolean {
  const [before = '', after = ''] = withoutExtension(pattern).split('*');
  const name = withoutExtension(path);
  return [name, name.replace(/\/index$/, '')].some((one) => {
    const hole = one.startsWith(before) && one.endsWith(after) ? one.slice(before.length, one.length - after.length) : '';
    return hole !== '' && !hole.includes('/');
  });
}

function withoutExtension(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/, '');
}

const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
/** What a specifier's extension may stand for in the sources. */
const sources: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.jsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** A `package.json`. */
export interface Manifest {
  readonly folder: string;
  readonly json: Record<string, unknown>;
}

class ModuleLookUp {
  private readonly manifests = new Map<string, Manifest | undefined>();
  private readonly packages = new Map<string, Manifest>();
  private readonly mappings = new Map<string, PathMapping | undefined>();
  /** Folders whose manifest is being asked: one that names its own folder, or leads back to it, names no file. */
  private readonly asked = new Set<string>();

  constructor(
    private readonly files: ReadonlyMap<string, ProgramFile>,
    private readonly project: ProjectPort,
  ) {
    for (const path of project.configs) {
      const manifest = path.endsWith('/package.json') ? this.manifestIn(folderOf(path)) : undefined;
      const name = manifest?.json['name'];
      if (manifest && typeof name === 'string') this.packages.set(name, manifest);
    }
  }

  resolve(from: string, specifier: string): ProgramFile | undefined {
    const folder = folderOf(from);
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) return this.relative(folder, specifier);
    if (specifier.startsWith('#')) return this.internal(folder, specifier);
    return this.mapped(folder, specifier) ?? this.packaged(specifier);
  }

  /** A plain script may name what TypeScript builds: `./dist/server.js` is built from `src/server.ts`. */
  private relative(folder: string, specifier: string): ProgramFile | undefined {
    const path = joinPath(folder, specifier);
    const found = /(?:^|\/)\.{0,2}$/.test(specifier) ? this.folder(path) : this.file(path);
    const output = found ? undefined : this.outputFor(folder);
    return (
      found ?? (output && path.startsWith(`${output.built}/`) ? this.file(output.source + path.slice(output.built.length)) : undefined)
    );
  }

  private outputFor(folder: string): { readonly built: string; readonly source: string } | undefined {
    const config = upwards(folder).find((at) => this.project.readConfig(`${at}/tsconfig.json`) !== undefined);
    if (config === undefined) return undefined;
    const { outDir, rootDir } = asObject(readObject(this.project, `${config}/tsconfig.json`)?.['compilerOptions']) ?? {};
    if (typeof outDir !== 'string') return undefined;
    return { built: joinPath(config, outDir), source: joinPath(config, typeof rootDir === 'string' ? rootDir : 'src') };
  }

  /** A path as a file, by the rules of bundlers and of TypeScript. */
  private file(path: string): ProgramFile | undefined {
    return this.exact(path) ?? this.first(extensions.map((extension) => path + extension)) ?? this.folder(path);
  }

  private exact(path: string): ProgramFile | undefined {
    const extension = /\.[cm]?jsx?$/.exec(path)?.[0] ?? '';
    const stem = path.slice(0, path.length - extension.length);
    return this.files.get(path) ?? this.first((sources[extension] ?? []).map((source) => stem + source));
  }

  private folder(path: string): ProgramFile | undefined {
    const manifest = this.manifestIn(path);
    const main = manifest && this.main(manifest);
    return main ?? this.first(extensions.map((extension) => `${path}/index${extension}`));
  }

  private first(paths: readonly string[]): ProgramFile | undefined {
    for (const path of paths) {
      const file = this.files.get(path);
      if (file) return file;
    }
    return undefined;
  }

  /** A package of the same workspace, by its name. */
  private packaged(specifier: string): ProgramFile | undefined {
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '';
    const manifest = this.packages.get(name);
    if (!manifest) return undefined;
    const subpath = `.${specifier.slice(name.length)}`;
    const exported = matchEntry(manifest.json['exports'], subpath);
    if (exported) return this.built(manifest.folder, exported);
    return subpath === '.' ? (this.main(manifest) ?? this.folder(`${manifest.folder}/src`)) : this.built(manifest.folder, subpath);
  }

  private main({ folder, json }: Manifest): ProgramFile | undefined {
    return this.named(folder, json) ?? this.first(extensions.map((extension) => `${folder}/index${extension}`));
  }

  private named(folder: string, json: Manifest['json']): ProgramFile | undefined {
    if (this.asked.has(folder)) return undefined;
    this.asked.add(folder);
    const entries = ['source', 'module', 'main'].flatMap((field) => json[field]).filter((entry) => typeof entry === 'string');
    const files = entries.flatMap((entry) => this.built(folder, entry) ?? []);
    this.asked.delete(folder);
    return files[0];
  }

  /** A manifest names what is built; the program holds what it is built from. */
  built(folder: string, entry: string): ProgramFile | undefined {
    const path = joinPath(folder, entry);
    const inSources = path.slice(folder.length).replace(/^\/(?:dist|lib|build|out|esm|cjs)\/(?:(?:esm|cjs)\/)?/, '/src/');
    return this.file(path) ?? this.file(folder + inSources);
  }

  private internal(folder: string, specifier: string): ProgramFile | undefined {
    const manifest = this.nearestManifest(folder);
    const entry = manifest && matchEntry(manifest.json['imports'], specifier);
    return entry && manifest ? this.built(manifest.folder, entry) : undefined;
  }

  nearestManifest(folder: string): Manifest | undefined {
    for (const at of upwards(folder)) {
      const manifest = this.manifestIn(at);
      if (manifest) return manifest;
    }
    return undefined;
  }

  manifestIn(folder: string): Manifest | undefined {
    if (!this.manifests.has(folder)) {
      const json = readObject(this.project, `${folder}/package.json`);
      this.manifests.set(folder, json && { folder, json });
    }
    return this.manifests.get(folder);
  }

  /** `paths` and `baseUrl` of the nearest `tsconfig.json` or `jsconfig.json`. */
  private mapped(folder: string, specifier: string): ProgramFile | undefined {
    const mapping = this.mappingFor(folder);
    if (!mapping) return undefined;
    for (const { pattern, targets } of mapping.paths) {
      const rest = matchPattern(pattern, specifier);
      const file =
        rest === undefined ? undefined : this.firstFile(targets.map((target) => joinPath(mapping.base, target.replace('*', rest))));
      if (file) return file;
    }
    return mapping.hasBase ? this.file(joinPath(mapping.base, specifier)) : undefined;
  }

  private firstFile(paths: readonly string[]): ProgramFile | undefined {
    for (const path of paths) {
      const file = this.file(path);
      if (file) return file;
    }
    return undefined;
  }

  private mappingFor(folder: string): PathMapping | undefined {
    if (this.mappings.has(folder)) return this.mappings.get(folder);
    const config = ['tsconfig.json', 'jsconfig.json']
      .map((name) => `${folder}/${name}`)
      .find((path) => this.project.readConfig(path) !== undefined);
    const parent = folderOf(folder);
    const mapping = config ? readMapping(this.project, config, 0) : parent === folder ? undefined : this.mappingFor(parent);
    this.mappings.set(folder, mapping);
    return mapping;
  }
}

interface PathMapping {
  readonly base: string;
  readonly hasBase: boolean;
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
}

function readMapping(project: ProjectPort, config: string, depth: number): PathMapping | undefined {
  const json = readObject(project, config);
  if (!json || depth > 8) return undefined;
  const options = asObject(json['compilerOptions']) ?? {};
  const { baseUrl, paths } = options;
  const base = joinPath(folderOf(config), typeof baseUrl === 'string' ? baseUrl : '.');
  if (baseUrl === undefined && paths === undefined) return inheritedMapping(project, config, json, depth);
  const entries = Object.entries(asObject(paths) ?? {}).map(([pattern, targets]) => ({ pattern, targets: asStrings(targets) }));
  return { base, hasBase: typeof baseUrl === 'string', paths: entries };
}

function inheritedMapping(project: ProjectPort, config: string, json: Record<string, unknown>, depth: number): PathMapping | undefined {
  const parents = typeof json['extends'] === 'string' ? [json['extends']] : asStrings(json['extends']);
  const referenced = Array.isArray(json['references'])
    ? json['references'].flatMap((one: unknown) => asStrings([asObject(one)?.['path']]))
    : [];
  for (const parent of [...parents.reverse(), ...referenced]) {
    if (!parent.startsWith('.')) continue;
    const path = joinPath(folderOf(config), parent);
    const mapping = [path, `${path}.json`, `${path}/tsconfig.json`].map((one) => readMapping(project, one, depth + 1)).find(Boolean);
    if (mapping) return mapping;
  }
  return undefined;
}

/** The entry of an `exports` or `imports` field for a subpath, conditions tried in the order that suits sources best. */
function matchEntry(field: unknown, subpath: string): string | undefined {
  const entries = asObject(field);
  if (!entries || !Object.keys(entries).some((key) => /^[.#]/.test(key))) return subpath === '.' ? conditional(field) : undefined;
  for (const [pattern, value] of Object.entries(entries)) {
    const rest = matchPattern(pattern, subpath);
    const entry = rest === undefined ? undefined : conditional(value);
    if (entry) return entry.replaceAll('*', rest ?? '');
  }
  return undefined;
}

const conditions = ['source', 'development', 'import', 'module', 'node', 'require', 'default', 'types'];

function conditional(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const options = asObject(value);
  if (!options) return undefined;
  return conditions.map((condition) => conditional(options[condition])).find(Boolean);
}

/** What `*` stands for if `text` matches; an empty string for a pattern without one. */
function matchPattern(pattern: string, text: string): string | undefined {
  const [before = '', after] = pattern.split('*', 2);
  if (after === undefined) return pattern === text ? '' : undefined;
  const matches = text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after);
  return matches ? text.slice(before.length, text.length - after.length) : undefined;
}

function readObject(project: ProjectPort, path: string): Record<string, unknown> | undefined {
  const text = project.readConfig(path);
  return text === undefined ? undefined : asObject(parseJsonc(text));
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

function asStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** The folder that a path stands in. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The names of all packages that a package says it needs. */
export function dependenciesOf(manifest: Manifest | undefined): string[] {
  const fields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];
  return fields.flatMap((field) => Object.keys(manifest?.json[field] ?? {}));
}

/** A folder and all above it, nearest first. */
export function upwards(folder: string): string[] {
  return folder === '' ? [''] : [folder, ...upwards(folderOf(folder))];
}

/** Joins a folder and a relative path; `..` and `.` are resolved. */
function joinPath(folder: string, relative: string): string {
  const parts = folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
