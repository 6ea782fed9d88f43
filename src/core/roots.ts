// Functions that the outside calls though no call of the program hands them over: by a decorator, by
// the class or interface they belong to, by their declared type, or because a file that stands where a
// framework looks for it exports them. Which those are is knowledge; nothing here names a library.

import picomatch from 'picomatch/posix';
import type { FunctionFacts, Language, Value } from './facts';
import type { CallbackSource, RootExportRow, RootRow, RootTiming } from './knowledge';
import { dependenciesOf, folderOf, type Manifest, upwards } from './link/modules';
import { functionIn } from './link/classes';
import { importsOf } from './link/imports';
import { decoratorPaths, decoratorRows, timingOf } from './link/decorators';
import { OwnDecorators } from './link/ownDecorators';
import { type FunctionId, isPython, type Program, type ProgramFile } from './link/program';
import type { Resolver } from './link/resolve';
import type { ClassTarget, Target } from './link/targets';
import { nameFromRoot, type ProjectPort } from './project';

export interface Root {
  readonly when: RootTiming;
  readonly source: CallbackSource;
  /** True if the first time is a part of the start. */
  readonly opens: boolean;
}

export type Roots = ReadonlyMap<FunctionId, Root>;

/** What knowledge says of the functions of a program. */
export function findRoots(program: Program, resolver: Resolver, project: ProjectPort): Roots {
  const found = new Map<FunctionId, Root>();
  const add: Add = (ids, row) => {
    for (const id of row ? ids : []) {
      const facts = program.functions[id]?.facts;
      const root = row && facts && { when: timingOf(row, facts), source: row.source, opens: opensBy(row, facts) };
      if (root && found.get(id)?.when !== 'event') found.set(id, root);
    }
  };
  const exported = new ExportedRoots(resolver, project);
  const own = new OwnDecorators(resolver);
  for (const file of program.files) {
    readDecorators(file, resolver, own, add);
    readMembers(file, resolver, add);
    readTypes(file, resolver, add);
    exported.read(file, add);
  }
  return found;
}

function opensBy(row: RootRow | RootExportRow, { name }: Pick<FunctionFacts, 'name'>): boolean {
  return 'openings' in row && row.openings?.includes(name.slice(name.lastIndexOf('.') + 1)) === true;
}

type Add = (ids: readonly FunctionId[], row: RootRow | RootExportRow | undefined) => void;

function readDecorators(file: ProgramFile, resolver: Resolver, own: OwnDecorators, add: Add): void {
  file.facts.functions.forEach(({ decorators = [] }, index) => {
    const rows = decorators.flatMap((one) => [...decoratorRows(resolver, file, one), ...own.rows(file, one)]);
    for (const row of rows) add([file.base + index], row);
  });
}

function readMembers(file: ProgramFile, resolver: Resolver, add: Add): void {
  for (const facts of file.facts.classes) {
    const kinds = kindsOf({ kind: 'class', file, facts }, resolver, 0);
    if (kinds.length === 0) continue;
    for (const member of facts.members) {
      if (!member.static) for (const kind of kinds) add(functionIn(file, member.value), memberRow(resolver, kind, member.name));
    }
  }
}

/** The API paths of what a class extends, implements and is decorated with, itself or through its bases. */
function kindsOf(target: ClassTarget, resolver: Resolver, depth: number): string[] {
  const { file, facts } = target;
  const parents = [...facts.bases, ...facts.implements].flatMap((one) => resolver.resolve(file, one));
  const decorated = facts.decorators.flatMap((one) => decoratorPaths(resolver, file, one));
  const inherited = depth > 10 ? [] : resolver.classes.bases(file, facts).flatMap((base) => kindsOf(base, resolver, depth + 1));
  return [...new Set([...pathsOf(parents), ...decorated, ...inherited])];
}

function memberRow({ knowledge }: Resolver, type: string, name: string): RootRow | undefined {
  return knowledge.root('member', `${type.replace(/#$/, '')}#${name}`);
}

/** `const handler: Handler = ...`, and functions that say they return one. */
function readTypes(file: ProgramFile, resolver: Resolver, add: Add): void {
  const read = (values: readonly Value[], types: readonly Value[]): void => {
    if (values.length === 0 || types.length === 0) return;
    for (const path of pathsOf(types.flatMap((type) => resolver.resolve(file, type))))
      for (const value of values) addTyped(file, value, path, resolver, add);
  };
  for (const { kind, values, types } of file.facts.bindings) if (kind !== 'param') read(values, types);
  for (const { returns, returnTypes } of file.facts.functions) read(returns, returnTypes);
}

function addTyped(file: ProgramFile, value: Value, path: string, resolver: Resolver, add: Add): void {
  add(functionIn(file, value), resolver.knowledge.root('type', path));
  if (value.kind !== 'object') return;
  for (const one of value.properties) if (one.name !== undefined) add(functionIn(file, one.value), memberRow(resolver, path, one.name));
}

function pathsOf(targets: readonly Target[]): string[] {
  return targets.flatMap((target) => (target.kind === 'api' ? [target.path] : []));
}

class ExportedRoots {
  private readonly manifests: ReadonlyMap<string, Manifest>;
  private readonly byPackage = new Map<string, RootExportRow[]>();
  private readonly byFolder = new Map<string, readonly RootExportRow[]>();
  private readonly matchers = new Map<RootExportRow, (path: string) => boolean>();

  constructor(
    private readonly resolver: Resolver,
    private readonly project: ProjectPort,
  ) {
    this.manifests = new Map(resolver.modules.manifests.map((one) => [one.folder, one]));
    for (const row of resolver.knowledge.rootExports)
      for (const name of row.packages ?? []) this.byPackage.set(name, [...(this.byPackage.get(name) ?? []), row]);
  }

  read(file: ProgramFile, add: Add): void {
    const { exports, assignments, imports, language, path } = file.facts;
    if (exports.length + assignments.length === 0) return;
    const imported = [...imports, ...this.importedBeside(file)].flatMap((one) => this.byPackage.get(packageOf(one, language)) ?? []);
    const name = nameFromRoot(path, this.project.roots);
    for (const row of new Set([...this.rowsIn(folderOf(path)), ...imported])) {
      if (this.matches(row, name)) for (const one of row.exports) add(this.handlers(file, one), row);
    }
  }

  /** In Python a package's `__init__` may leave the work, and with it the framework, to the modules that it imports. */
  private importedBeside(file: ProgramFile): readonly string[] {
    return isPython(file) ? importsOf(file, this.resolver).flatMap(({ facts }) => facts.imports) : [];
  }

  /** The rows whose framework the packages around a folder name. */
  private rowsIn(folder: string): readonly RootExportRow[] {
    const known = this.byFolder.get(folder);
    if (known) return known;
    const around = upwards(folder);
    const packages = new Set(around.flatMap((one) => dependenciesOf(this.manifests.get(one))));
    const rows = this.resolver.knowledge.rootExports.filter(
      ({ packages: names = [], markers = [] }) =>
        names.length + markers.length === 0 ||
        names.some((name) => packages.has(name)) ||
        markers.some((marker) => around.some((one) => this.project.exists(`${one}/${marker}`))),
    );
    this.byFolder.set(folder, rows);
    return rows;
  }

  private matches(row: RootExportRow, path: string): boolean {
    const known = this.matchers.get(row) ?? picomatch([...row.files], { dot: true });
    this.matchers.set(row, known);
    return known(path);
  }

  private handlers(file: ProgramFile, name: string): FunctionId[] {
    const [exported = '', ...members] = name.split('.');
    let targets = this.resolver.exports.named(file, exported);
    for (const member of members)
      targets = targets.flatMap((one) => (member === '*' ? this.resolver.anyElement(one) : this.resolver.member(one, member)));
    return members.length > 0 ? functionIds(targets) : [...functionIds(targets), ...wrapped(file, exported, this.resolver)];
  }
}

/** What a library wraps for a framework, the framework calls: `export const GET = auth((request) => ...)`. */
function wrapped(file: ProgramFile, name: string, resolver: Resolver): FunctionId[] {
  return file.facts.exports.flatMap((one) => (one.name === name ? wrappedIn(file, one.value, resolver, 0) : []));
}

function wrappedIn(file: ProgramFile, given: Value, resolver: Resolver, depth: number): FunctionId[] {
  const value = resolver.constant(file, given);
  const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
  if (!site || depth > 3 || resolver.callee(file, site).some((target) => target.kind !== 'api')) return [];
  return site.args.flatMap((arg) => [...functionIds(resolver.resolve(file, arg)), ...wrappedIn(file, arg, resolver, depth + 1)]);
}

function functionIds(targets: readonly Target[]): FunctionId[] {
  return targets.flatMap((target) => (target.kind === 'function' ? [target.id] : []));
}

/** The package that a specifier leads into: `@scope/name/path` is of `@scope/name`, `package.module` of `package`. */
function packageOf(specifier: string, language: Language): string {
  const root = language === 'python' ? /^[^.]+/ : /^(?:@[^/]+\/)?[^/]+/;
  return root.exec(specifier)?.[0] ?? specifier;
}
