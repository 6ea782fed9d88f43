// Knowledge, indexed for look-up, with the user's own rows laid over the tables.

import type {
  BlockingRow,
  CallbackRow,
  CallbackShapeRow,
  EnvironmentRow,
  EntryRow,
  ExitRow,
  FileTestRow,
  KnowledgeTables,
  MatchRow,
  PassRow,
  PlatformRow,
  PollRow,
  PatternRow,
  ProgramNames,
  RootExportRow,
  RootRow,
  ServingRow,
  SizeRow,
  TraversalRow,
  WorkerMarkRow,
} from './knowledge';
import type { Language, Use } from './facts';
import { type CustomBlocking, defaultSettings, type Settings, type Thresholds } from './settings';

export interface Knowledge {
  /** The blocking operation that using `api` in this way is, if it is one. */
  blocking(api: string, use: Use): BlockingRow | undefined;
  /** False if reading or writing a property of this name is never more than that. */
  mattersByUse(property: string): boolean;
  callback(api: string): CallbackRow | undefined;
  /** What is known of a method by its name alone, where the receiver is not known. */
  callbackShapes(method: string): readonly CallbackShapeRow[];
  /** What is known of functions that are told by `api`. */
  root(by: RootRow['by'], api: string): RootRow | undefined;
  readonly rootExports: readonly RootExportRow[];
  serving(api: string): ServingRow | undefined;
  /** True for a type of which every event says that it comes to an end by itself. */
  passes(api: string): boolean;
  exit(api: string): ExitRow | undefined;
  environment(api: string): EnvironmentRow | undefined;
  platform(api: string): PlatformRow | undefined;
  fileTest(api: string): FileTestRow | undefined;
  /** True for a class of which a server makes one, before it serves. */
  isApplication(api: string): boolean;
  /** True for a call that gives something on a loop only. */
  needsLoop(api: string): boolean;
  /** True for what says which thread it is called on. */
  namesThread(api: string): boolean;
  /** True for what gives the thread that the program starts on. */
  isMainThread(api: string): boolean;
  /** The API path of what calling or reading `api` gives; `undefined` if nothing is known. */
  returnType(api: string): string | undefined;
  /** The argument that calling `api` gives back, as it is or called, if it does so. */
  passedOn(api: string): PassRow | undefined;
  /** How much data `api` gives. */
  size(api: string): SizeRow | undefined;
  /** What calling `api` goes through, or a method `#name` of anything, if it goes through something. */
  traversal(api: string, language: Language): TraversalRow | undefined;
  poll(api: string): PollRow | undefined;
  /** True if awaiting what calling `api` gives does not give the thread back. */
  isSettled(api: string): boolean;
  pattern(api: string): PatternRow | undefined;
  /** How the function `api` matches a text against a pattern, if it does. */
  match(api: string): MatchRow | undefined;
  /** What is known of methods of this name that match, of patterns and of texts. */
  matchMethods(language: Language, name: string): readonly MatchRow[];
  /** The letter of the flag that a constant stands for. */
  patternFlag(api: string): string | undefined;
  /** True if decorating a function with `api` keeps what it gave. */
  memoises(api: string): boolean;
  /** True if calling `api` makes its first argument extend its second. */
  extends(api: string): boolean;
  /** The API path of member `name` of `api`, by its one canonical name. */
  member(api: string, name: string): string;
  /** The API path of a module by its specifier: `fs` is `node:fs`, `os` of Python `py:os`. */
  module(specifier: string, language: Language): string;
  /** The API path of an unbound name: a global, or a built-in module of that name typed before its import. */
  global(name: string, language: Language): string;
  /** True if any row is about an API. */
  knows(api: string): boolean;
  /** What using `api` runs on another thread or process: a row for each argument that may say so. */
  entries(api: string, use: Use): readonly EntryRow[];
  workerMark(api: string, use: Use): WorkerMarkRow | undefined;
  testsThread(api: string): boolean;
  isMemoryStream(api: string): boolean;
  /** True if a call asks whether its argument is an async function. */
  testsAsync(api: string): boolean;
  /** True for a class whose instances hold what is put into them. */
  holdsMany(api: string): boolean;
  makesPath(api: string): boolean;
  /** True if the first argument names one file. */
  takesFile(api: string): boolean;
  /** From where on computing is reported. */
  readonly thresholds: Thresholds;
  readonly programNames: ProgramNames;
  readonly toolingFiles: readonly string[];
  readonly buildFiles: readonly string[];
  readonly commandFiles: readonly string[];
  readonly exampleFiles: readonly string[];
  readonly testPackages: readonly string[];
  /** API paths, or the beginnings of them, of what takes a moment unless a row says otherwise. */
  readonly quickApis: readonly string[];
}

/** Indexes the tables, with the settings' own blocking and non-blocking APIs laid over them. */
export function createKnowledge(
  tables: KnowledgeTables,
  settings: Pick<Settings, 'blocking' | 'nonBlocking' | 'thresholds'> = defaultSettings,
): Knowledge {
  const returns = new Map(tables.returns.map((row) => [row.api, row.type]));
  const passes = new Map(tables.passes.map((row) => [row.api, row]));
  const memoising = new Set(tables.memoising);
  const entries = groupBy(tables.entries, (row) => `${row.use} ${row.api}`);
  const marks = new Map(tables.workerMarks.map((row) => [`${row.use} ${row.api}`, row]));
  const aliases = new Map(tables.aliases.map((row) => [row.api, row.of]));
  const bases = new Map(tables.inherits.map((row) => [row.type, row.base]));
  const callbacks = new Map(tables.callbacks.map((row) => [row.api, row]));
  const serving = new Map(tables.serving.map((row) => [row.api, row]));
  const exits = new Map(tables.exits.map((row) => [row.api, row]));
  const shapes = groupBy(tables.callbackShapes, (row) => row.method);
  const roots = new Map(tables.roots.map((row) => [`${row.by} ${row.api}`, row]));
  const builtin = new Set(tables.builtinModules);
  const blocking = blockingRows(tables.blocking, settings, (api) => canonicalPath(api, aliases, builtin));
  const used = new Set([
    ...tables.callbackShapes.flatMap(({ method, use }) => (use === 'write' ? [method] : [])),
    ...[...blocking.values(), ...tables.workerMarks].filter(isReadOrWritten).map(({ api }) => lastName(api)),
  ]);
  const canonical = (api: string): string => aliases.get(api) ?? api;
  const python = indexPython(tables);
  const anyMember = (use: Use, path: string): BlockingRow | undefined =>
    returns.has(path) || isSpecial(path) ? undefined : blocking.get(`${use} ${wildcard(path)}`);
  const anyAttribute = (path: string): string | undefined => {
    const [member = '', read] = path.split(':read');
    if (read === undefined || isSpecial(member) || returns.has(member) || blocking.has(`call ${member}`)) return undefined;
    return returns.get(`${wildcard(member)}:read`);
  };
  const moduleOf = (specifier: string): string => canonical(builtin.has(specifier) ? `node:${specifier}` : withoutScheme(specifier));

  return {
    ...asTheyAre(tables),
    thresholds: settings.thresholds,
    blocking: byUse((use) => remembering((api) => inherited(api, bases, (path) => blocking.get(`${use} ${path}`) ?? anyMember(use, path)))),
    mattersByUse: (property) => used.has(property),
    callback: remembering((api) => inherited(api, bases, (path) => callbacks.get(path) ?? callbacks.get(promised(path) ?? wildcard(path)))),
    callbackShapes: (method) => shapes.get(method) ?? [],
    root: (by, api) => inherited(api, bases, (path) => roots.get(`${by} ${path}`) ?? roots.get(`${by} ${prefixed(path)}`)),
    serving: remembering((api) => inherited(api, bases, (path) => serving.get(path))),
    passes: (api) => callbacks.get(`${api}on`)?.transient === true,
    exit: (api) => exits.get(api),
    ...indexSurroundings(tables),
    isApplication: among(tables.applications),
    returnType: remembering((api) => inherited(api, bases, (path) => returns.get(path) ?? anyAttribute(path)) ?? python.result(api)),
    passedOn: remembering((api) => inherited(api, bases, (path) => passes.get(path))),
    ...indexComputing(tables, bases),
    ...indexPatterns(tables),
    memoises: (api) => memoising.has(api),
    member: (api, name) => canonical(joinPath(api, name)),
    module: (specifier, language) => (language === 'python' ? canonical(`py:${specifier}`) : moduleOf(specifier)),
    global: (name, language) => (language === 'python' ? canonical(python.global(name)) : globalPath(name, builtin, canonical)),
    knows: (api) => python.knows(api),
    entries: (api, use) => entries.get(`${use} ${api}`) ?? [],
    workerMark: (api, use) => marks.get(`${use} ${api}`),
  };
}

/** What is looked up as it stands in the tables. */
function asTheyAre(tables: KnowledgeTables) {
  const { rootExports, programNames, toolingFiles, buildFiles, commandFiles, exampleFiles, testPackages, quickApis } = tables;
  return {
    rootExports,
    programNames,
    toolingFiles,
    buildFiles,
    commandFiles,
    exampleFiles,
    testPackages,
    quickApis,
    extends: among(tables.extending),
    testsThread: among(tables.threadTests),
    testsAsync: among(tables.asyncTests),
    isMemoryStream: among(tables.memoryStreams),
    holdsMany: among(tables.collections),
    makesPath: among(tables.pathMakers),
    takesFile: among(tables.fileTakers),
  };
}

type PatternIndex = Pick<Knowledge, 'pattern' | 'match' | 'matchMethods' | 'patternFlag'>;

/** What makes and matches regular expressions. */
function indexPatterns(tables: KnowledgeTables): PatternIndex {
  const patterns = new Map(tables.patterns.map((row) => [row.api, row]));
  const matches = new Map(tables.matches.map((row) => [row.api, row]));
  const methods = {
    javascript: methodsOf(tables.matches, (api) => !api.startsWith('py:')),
    python: methodsOf(tables.matches, (api) => api.startsWith('py:')),
  };
  const flags = new Map(tables.patternFlags.map(({ api, letter }) => [api, letter]));
  return {
    pattern: (api) => patterns.get(api),
    match: (api) => matches.get(api),
    matchMethods: (language, name) => methods[language].get(name) ?? [],
    patternFlag: (api) => flags.get(api),
  };
}

/** By their names. */
function methodsOf(rows: readonly MatchRow[], isOfLanguage: (api: string) => boolean): ReadonlyMap<string, readonly MatchRow[]> {
  const methods = rows.filter(({ api }) => api.includes('#') && isOfLanguage(api));
  return groupBy(methods, ({ api }) => lastName(api));
}

type ComputingIndex = Pick<Knowledge, 'size' | 'traversal' | 'poll' | 'isSettled'>;

/** By what a program tells where it runs. */
function indexSurroundings(tables: KnowledgeTables): SurroundingsIndex {
  const environments = new Map(tables.environments.map((row) => [row.api, row]));
  const platforms = new Map(tables.platforms.map((row) => [row.api, row]));
  const fileTests = new Map(tables.fileTests.map((row) => [row.api, row]));
  return {
    environment: (api) => environments.get(api),
    platform: (api) => platforms.get(api),
    fileTest: (api) => fileTests.get(api),
    needsLoop: among(tables.loopTests),
    namesThread: among(tables.threadNames),
    isMainThread: among(tables.mainThreads),
  };
}

type SurroundingsIndex = Pick<Knowledge, 'environment' | 'platform' | 'fileTest' | 'needsLoop' | 'namesThread' | 'isMainThread'>;

/** What tells how much there is to compute, and whether anything is. */
function indexComputing(tables: KnowledgeTables, bases: ReadonlyMap<string, string>): ComputingIndex {
  const sizes = new Map(tables.sizes.map((row) => [row.api, row]));
  const traversals = new Map(tables.traversals.map((row) => [`${row.language} ${row.api}`, row]));
  const polls = new Map(tables.polls.map((row) => [row.api, row]));
  return {
    size: remembering((api) => inherited(api, bases, (path) => sizes.get(path))),
    traversal: (api, language) => traversals.get(`${language} ${api}`),
    poll: remembering((api) => inherited(api, bases, (path) => polls.get(path))),
    isSettled: among(tables.settled),
  };
}

interface PythonIndex {
  /** What calling `api` gives, where no row says so: a class its instance, entering a context itself. */
  result(api: string): string | undefined;
  global(name: string): string;
  knows(api: string): boolean;
}

/** What follows from all rows about Python together. */
function indexPython(tables: KnowledgeTables): PythonIndex {
  const rows = [
    ...tables.blocking,
    ...tables.callbacks,
    ...tables.roots,
    ...tables.serving,
    ...tables.returns,
    ...tables.passes,
    ...tables.sizes,
    ...tables.polls,
  ];
  const paths = [
    ...rows.map(({ api }) => api),
    ...tables.inherits.flatMap(({ type, base }) => [type, base]),
    ...tables.returns.map(({ type }) => type),
  ];
  const known = new Set(paths.filter((path) => path.startsWith('py:')));
  const classes = new Set([...known].flatMap((path) => /^[^#]+(?=#)/.exec(path)?.[0] ?? []));
  const modules = new Set([...known].flatMap((path) => /^py:([^.#]+)[.#]/.exec(path)?.[1] ?? []));
  return {
    result: (api) => (classes.has(api) ? `${api}#` : /^py:.*#(?=__a?enter__$)/.exec(api)?.[0]),
    global: (name) => (modules.has(name) ? `py:${name}` : `py:builtins.${name}`),
    knows: (api) => known.has(api),
  };
}

function among(names: readonly string[]): (api: string) => boolean {
  const set = new Set(names);
  return (api) => set.has(api);
}

/** Few paths are asked for, each of them often. */
function remembering<T>(find: (api: string) => T): (api: string) => T {
  const known = new Map<string, T>();
  return (api) => {
    const found = known.get(api);
    if (found !== undefined || known.has(api)) return found as T;
    const fresh = find(api);
    known.set(api, fresh);
    return fresh;
  };
}

/** One answer for each use, which answers for each path. */
function byUse<T>(answerFor: (use: Use) => (api: string) => T): (api: string, use: Use) => T {
  const answers = new Map<Use, (api: string) => T>();
  return (api, use) => {
    const answer = answers.get(use) ?? answerFor(use);
    answers.set(use, answer);
    return answer(api);
  };
}

function isReadOrWritten({ use }: Pick<BlockingRow, 'use'>): boolean {
  return use === 'read' || use === 'write';
}

function lastName(api: string): string {
  return /[^.#]*$/.exec(api)?.[0] ?? '';
}

/** `npm:express@5/lib/router` is `express/lib/router`: a registry and a version may stand around a package's name. */
function withoutScheme(specifier: string): string {
  const [, name, path = ''] = /^npm:\/?((?:@[^/]+\/)?[^@/]+)(?:@[^/]*)?(\/.*)?$/.exec(specifier) ?? [];
  return name === undefined ? specifier : name + path;
}

/** `default` of a module is the module: transpiled code and Node's own interoperation both say so. */
function joinPath(api: string, name: string): string {
  if (api.endsWith('#')) return api + name;
  return name === 'default' ? api : `${api}.${name}`;
}

/** An unbound name counts as a built-in module only if no global has that name. */
function globalPath(name: string, builtin: ReadonlySet<string>, canonical: (api: string) => string): string {
  const path = canonical(`global.${name}`);
  const isModule = path === `global.${name}` && builtin.has(name) && !globalsNamedLikeModules.has(name);
  return isModule ? `node:${name}` : path;
}

const globalsNamedLikeModules = new Set(['console', 'crypto', 'module', 'events', 'test', 'constants']);

/** Looks a path up, then the same member of the classes that its instance's class extends. */
function inherited<T>(api: string, bases: ReadonlyMap<string, string>, find: (path: string) => T | undefined): T | undefined {
  const hash = api.indexOf('#');
  if (hash < 0) return find(api);
  const member = api.slice(hash + 1);
  for (let type: string | undefined = api.slice(0, hash + 1), depth = 0; type && depth < 10; type = bases.get(type), depth++) {
    const found = find(type + member);
    if (found) return found;
  }
  return undefined;
}

/** What an async function brings is a promise before it is that: `makeApp().then(fn)`. */
function promised(path: string): string | undefined {
  const method = /[.#](then|catch|finally)$/.exec(path)?.[1];
  return method && `global.Promise#${method}`;
}

/** Members that the language itself calls or hides, and that are no part of what "every member" does. */
function isSpecial(path: string): boolean {
  return /(?:^|[.#])(?:_[^.#]*)?$/.test(path);
}

/** `View#on_key` is one of `View#on_*`. */
function prefixed(path: string): string {
  return path.replace(/#(_?[^_]+_).*$/, '#$1*');
}

function wildcard(path: string): string {
  return path.replace(/([.#])[^.#]*$/, '$1*');
}

function blockingRows(
  rows: readonly BlockingRow[],
  settings: Pick<Settings, 'blocking' | 'nonBlocking'>,
  canonical: (api: string) => string,
): Map<string, BlockingRow> {
  const index = new Map(rows.map((row) => [`${row.use} ${row.api}`, row]));
  for (const custom of settings.blocking) index.set(`call ${canonical(custom.api)}`, customRow(custom));
  for (const api of settings.nonBlocking) for (const use of uses) index.delete(`${use} ${canonical(api)}`);
  return index;
}

const uses: readonly Use[] = ['call', 'new', 'read', 'write', 'jsx'];

/** An API path as a person writes it (`fs.readFileSync`, `window.localStorage.getItem`) by its one canonical name. */
function canonicalPath(api: string, aliases: ReadonlyMap<string, string>, builtin: ReadonlySet<string>): string {
  const module = /^[^.#]+/.exec(api)?.[0] ?? '';
  let path = builtin.has(module) ? `node:${api}` : aliases.has(`global.${module}`) ? `global.${api}` : api;
  for (const [alias, of] of aliases) {
    const rest = path.slice(alias.length);
    if (path.startsWith(alias) && /^(?:$|[.#])/.test(rest)) path = of.endsWith('#') ? of + rest.slice(1) : of + rest;
  }
  return path;
}

function customRow({ api, rule, cost, why }: CustomBlocking): BlockingRow {
  const note = 'move the call off the event loop, or use a variant that gives the thread back';
  return { api, rule, use: 'call', cost, why, link: '', remedy: { kind: 'advice', note } };
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
