// Where startup ends: at the first await after something began to serve. Until the thread is given
// back for the first time, nothing that was registered can run, so nobody waits yet.

import type { CallGraph, Edge } from './callGraph';
import type { CallSite } from './facts';
import type { ServingRow } from './knowledge';
import { sitesUsing } from './link/called';
import { importsOf, loadedAt } from './link/imports';
import type { FunctionId, Program, ProgramFile, ProgramFunction } from './link/program';
import { reach } from './link/reach';
import type { Resolver } from './link/resolve';

/** Where a function begins to serve, as numbers of call sites within its file. */
export interface Serving {
  /** The first call site that begins to serve. Up to it all is startup, also when the program starts a second time. */
  readonly begins: number;
  /** The first call site that runs while the program serves; `undefined` if the function ends before that, or may not serve at all. */
  readonly over: number | undefined;
  /** True if handlers do the same: it does not tell that the function starts the program. */
  readonly anywhere: boolean;
}

export interface ServingPoints {
  /** For each function where it begins to serve, if it does. */
  readonly points: readonly (Serving | undefined)[];
  /** Functions that begin to serve others, at once or in a continuation. */
  readonly openers: ReadonlySet<FunctionId>;
  /** Functions that start something of any kind, on any way through what they call. */
  readonly starters: ReadonlySet<FunctionId>;
}

interface Start {
  readonly site: CallSite;
  readonly forOthers: boolean;
  readonly anywhere: boolean;
}

/** Finds where the functions of a program begin to serve. */
export function servingPoints(program: Program, graph: CallGraph, resolver: Resolver): ServingPoints {
  const starts = withLoaded(program, graph, resolver, startsIn(program, resolver));
  const reaching = (isMeant: (start: Start) => boolean, follows: (edge: Edge) => boolean): Set<FunctionId> =>
    startingFunctions(
      graph,
      starts.map((list) => list.some(isMeant)),
      follows,
    );
  const sure = reaching((start) => isForOthers(start) && isCertain(start.site), isCertainly);
  const perhaps = reaching(isForOthers, soonerOrLater);
  const points = program.functions.map((one) => {
    const own = starts[one.id] ?? [];
    const certain = own.filter(({ site }) => isCertain(site));
    const forOthers = [...certain.filter(isForOthers), ...callsTo(graph, one.id, sure, isCertainly)];
    const possible = [...own.filter(isForOthers), ...callsTo(graph, one.id, perhaps, soonerOrLater)];
    if (forOthers.length > 0) return begunAt(one, forOthers);
    // Who sets an interval and then prepares to serve is still preparing.
    if (possible.length > 0) return perhapsBegunAt(possible);
    return certain.length > 0 ? begunAt(one, certain) : undefined;
  });
  return { points, openers: perhaps, starters: reaching(() => true, runsWithin) };
}

function startsIn(program: Program, resolver: Resolver): Start[][] {
  const serving = servingSites(resolver);
  return program.functions.map((one) => one.calls.flatMap((site) => startAt(one, site, resolver, serving) ?? []));
}

/** Who loads a module that serves once it is loaded begins to serve: `await import('./server.js')`. */
function withLoaded(program: Program, graph: CallGraph, resolver: Resolver, starts: readonly Start[][]): readonly Start[][] {
  const direct = starts.map((list) => list.some((start) => isForOthers(start) && isCertain(start.site)));
  const sure = startingFunctions(graph, direct, isCertainly);
  const serving = program.files.filter(({ base }) => sure.has(base));
  if (serving.length === 0) return starts;
  const importers = new Map<ProgramFile, ProgramFile[]>();
  for (const file of program.files) for (const one of importsOf(file, resolver)) importers.set(one, [...(importers.get(one) ?? []), file]);
  const loading = reach(serving, (file) => importers.get(file) ?? []);
  return program.functions.map(({ id, file, calls }) => {
    const loads = id === file.base ? [] : calls.filter((site) => loadedAt(file, site, resolver).some((one) => loading.has(one)));
    return [...(starts[id] ?? []), ...loads.map((site) => ({ site, forOthers: true, anywhere: false }))];
  });
}

function startAt(one: ProgramFunction, site: CallSite, resolver: Resolver, serving: ReadonlySet<CallSite>): Start | undefined {
  const row = serving.has(site) ? servingRow(resolver, one.file, site) : undefined;
  if (row?.byPlain && one.facts.async) return undefined;
  if (row) return { site, forOthers: row.keepsHouse !== true, anywhere: row.anywhere === true };
  // `app.listen(80)` of whatever `app` is; `history.listen(callback)` serves nobody.
  const byName =
    hasServingName(resolver, one.file, site) && resolver.callee(one.file, site).length === 0 && site.args[0]?.kind !== 'function';
  return byName ? { site, forOthers: true, anywhere: false } : undefined;
}

/** The call sites of which knowledge may say that they begin to serve. */
export function servingSites(resolver: Resolver): ReadonlySet<CallSite> {
  return sitesUsing(resolver, (path) => resolver.knowledge.serving(path) !== undefined);
}

/** What knowledge says of a call site that begins to serve. */
export function servingRow(resolver: Resolver, file: ProgramFile, site: CallSite): ServingRow | undefined {
  if (site.use !== 'call' && site.use !== 'new') return undefined;
  for (const target of resolver.callee(file, site)) {
    const row = target.kind === 'api' ? resolver.knowledge.serving(target.path) : undefined;
    if (row) return row;
  }
  return undefined;
}

/** True for a method whose name says that it begins to serve. */
export function hasServingName({ knowledge }: Resolver, { facts }: ProgramFile, { callee, use }: CallSite): boolean {
  return (
    facts.language === 'javascript' &&
    use === 'call' &&
    callee.kind === 'member' &&
    knowledge.programNames.servingMethods.includes(callee.name)
  );
}

/** The functions that start something themselves or through what they call. */
function startingFunctions(graph: CallGraph, isDirect: readonly boolean[], follows: (edge: Edge) => boolean): Set<FunctionId> {
  const direct = isDirect.flatMap((starts, id) => (starts ? [id] : []));
  return reach(direct, (id) => (graph.incoming[id] ?? []).filter(follows).map((edge) => edge.from));
}

function callsTo(graph: CallGraph, id: FunctionId, starters: ReadonlySet<FunctionId>, follows: (edge: Edge) => boolean): Edge[] {
  return (graph.outgoing[id] ?? []).filter((edge) => follows(edge) && starters.has(edge.to));
}

function runsWithin({ timing }: Edge): boolean {
  return timing === 'call' || timing === 'now';
}

/** Or in a continuation: `load().then((app) => app.listen(80))`. */
function soonerOrLater(edge: Edge): boolean {
  return isCertainly(edge) || (edge.timing === 'continuation' && isCertain(edge.site));
}

function isCertainly(edge: Edge): boolean {
  return runsWithin(edge) && isCertain(edge.site);
}

/** What serves under a condition (a set-up page at the first start) does not end startup for all that comes after it. */
function isCertain({ guard }: CallSite): boolean {
  return guard === 'none';
}

function isForOthers({ forOthers }: Start): boolean {
  return forOthers;
}

function begunAt({ facts }: ProgramFunction, starts: readonly (Start | Edge)[]): Serving {
  const begins = Math.min(...starts.map(({ site }) => site.order));
  const anywhere = starts.every((start) => 'anywhere' in start && start.anywhere);
  return { begins, over: facts.awaits.find((order) => order > begins), anywhere };
}

function perhapsBegunAt(starts: readonly { readonly site: CallSite }[]): Serving {
  return { begins: Math.max(...starts.map(({ site }) => site.order)), over: undefined, anywhere: false };
}
