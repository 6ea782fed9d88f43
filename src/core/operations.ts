// The blocking operations of a program, each at the call site that does it.

import type { CallGraph } from './callGraph';
import type { FoundOperation, Reached } from './chain';
import { computingOperations } from './computing/operations';
import { costOf } from './cost';
import type { CallSite, Value } from './facts';
import type { BlockingRow } from './knowledge';
import type { Program, ProgramFile, ProgramFunction } from './link/program';
import type { Resolver, Target } from './link/resolve';
import { shapeOf } from './link/shape';
import type { RuleId } from './rules';

export type Operations = ReadonlyMap<CallSite, Reached>;

/** What call sites do that no row of a table tells by the name of what they call. */
type Found = ReadonlyMap<CallSite, FoundOperation & { readonly caller: ProgramFunction }>;

/**
 * All operations, by call site, but for what is yet to be found. The first that tells of a call site counts.
 * @param off rules that are not looked for
 */
export function findOperations(
  program: Program,
  graph: CallGraph,
  resolver: Resolver,
  off: readonly RuleId[],
): (found: Found) => Operations {
  const named = namedOperations(program, graph, resolver, off);
  const computing = computingOperations(program, graph, resolver, off).map(({ caller, site, ...operation }): [CallSite, Reached] => [
    site,
    { ...operation, leaf: site, chain: { caller, site, next: undefined, length: 1 } },
  ]);
  return (found) => {
    const others = [...found].flatMap(([site, { caller, ...one }]) => reachedAt(caller, site, resolver, one));
    const all = new Map(named);
    for (const [site, reached] of [...others, ...computing]) if (!all.has(site)) all.set(site, reached);
    for (const [site, reached] of [...all]) if (goesOnWithKnown(program, site, reached, all)) all.delete(site);
    return all;
  };
}

function namedOperations(program: Program, graph: CallGraph, resolver: Resolver, off: readonly RuleId[]): Operations {
  const named = new Map<CallSite, Reached>();
  for (const caller of program.functions) {
    for (const site of graph.sites[caller.id] ?? []) {
      const reached = operationAt(program, caller, site, resolver, off);
      if (reached) named.set(site, reached);
    }
  }
  return named;
}

function operationAt(
  program: Program,
  caller: ProgramFunction,
  site: CallSite,
  resolver: Resolver,
  off: readonly RuleId[],
): Reached | undefined {
  if (site.use === 'import') return undefined;
  for (const row of rowsAt(program, caller.file, site, resolver)) {
    if (off.includes(row.rule)) continue;
    if (row.unlessPackages && resolver.modules.needs(caller.file, row.unlessPackages)) continue;
    const cost = costOf(row, shapeOf(resolver, caller.file, site), resolver.knowledge.thresholds);
    if (cost) return { row, cost, leaf: site, chain: { caller: caller.id, site, next: undefined, length: 1 } };
  }
  return undefined;
}

function reachedAt(caller: ProgramFunction, site: CallSite, resolver: Resolver, found: FoundOperation): [CallSite, Reached][] {
  const cost = costOf(found.row, shapeOf(resolver, caller.file, site), resolver.knowledge.thresholds);
  return cost ? [[site, { ...found, cost, leaf: site, chain: { caller: caller.id, site, next: undefined, length: 1 } }]] : [];
}

/** What the callee may be, the likeliest first. */
function rowsAt(program: Program, file: ProgramFile, site: CallSite, resolver: Resolver): readonly BlockingRow[] {
  const targets = resolver.callee(file, site);
  const rows = targets.flatMap((target) =>
    target.kind === 'api' ? apiRows(resolver, file, site, target.path) : annotatedRows(program, site, target),
  );
  return rows.length > 0 || targets.some(({ kind }) => kind !== 'api') ? rows : ownMethod(resolver, file, site);
}

/** What the callee does; before that, if it goes through what it is given before it returns (`list(folder.iterdir())`), what that does. */
function apiRows(resolver: Resolver, file: ProgramFile, site: CallSite, path: string): readonly BlockingRow[] {
  const { knowledge } = resolver;
  const own = knowledge.blocking(path, site.use);
  const goesThrough = file.facts.language === 'python' ? knowledge.callback(path) : undefined;
  const isTold = goesThrough?.timing !== 'now' || goesThrough.args !== undefined;
  const given = isTold ? [] : site.args.flatMap((arg) => goneThrough(resolver, file, arg, 0)).flatMap((arg) => resolver.resolve(file, arg));
  const rows = given.map((target) => (target.kind === 'api' ? knowledge.blocking(`${target.path}__iter__`, 'call') : undefined));
  return [...rows, own].filter((row) => row !== undefined);
}

/** What is gone through with a value: of `map(name, folder.iterdir())` also the folder. */
function goneThrough(resolver: Resolver, file: ProgramFile, value: Value, depth: number): Value[] {
  const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
  const isLazy =
    site?.use === 'call' &&
    depth < 4 &&
    resolver.callee(file, site).some((one) => one.kind === 'api' && resolver.knowledge.passedOn(one.path)?.lazily === true);
  return isLazy ? [value, ...site.args.flatMap((arg) => goneThrough(resolver, file, arg, depth + 1))] : [value];
}

/** A method that lists have, of something that may be one: its row asks how large that is. */
function ownMethod({ knowledge }: Resolver, file: ProgramFile, { use, callee }: CallSite): readonly BlockingRow[] {
  if (use !== 'call' || callee.kind !== 'member') return [];
  const row = knowledge.blocking(`${file.facts.language === 'python' ? 'py:builtins.list' : 'global.Array'}#${callee.name}`, 'call');
  return row ? [row] : [];
}

/** A function marked `@blocking` is an operation of its own. */
function annotatedRows(program: Program, { name, use }: CallSite, target: Target): readonly BlockingRow[] {
  const facts = target.kind === 'function' ? program.functions[target.id]?.facts : undefined;
  if (facts?.annotation !== 'blocking') return [];
  const note = 'Move the call off the event loop';
  return [
    {
      api: facts.name || name,
      rule: 'cpu-call',
      use,
      cost: 'noticeable',
      why: 'is marked @blocking',
      link: '',
      remedy: { kind: 'advice', note },
    },
  ];
}

/** True if what opened the thing that an operation goes on with is told already: `open(path).read()`. */
function goesOnWithKnown({ functions }: Program, site: CallSite, { row, chain }: Reached, direct: Operations): boolean {
  const file = functions[chain.caller]?.file;
  const { continues } = row;
  const receiver = site.callee.kind === 'member' ? site.callee.object : undefined;
  const thing = typeof continues === 'number' ? site.args[continues] : receiver;
  if (!file || continues === undefined || !thing) return false;
  return openedAt(file, thing, 0).some((opening) => opening !== site && opening.function === site.function && direct.has(opening));
}

/** The calls that a value comes from. */
function openedAt(file: ProgramFile, value: Value, depth: number): CallSite[] {
  if (depth > 5) return [];
  if (value.kind === 'name' && value.binding !== undefined)
    return (file.facts.bindings[value.binding]?.values ?? []).flatMap((one) => openedAt(file, one, depth + 1));
  const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
  if (!site) return [];
  const inner = site.callee.kind === 'member' ? openedAt(file, site.callee.object, depth + 1) : [];
  return [site, ...inner];
}
