// Summaries: what a function does to its caller's thread. They are computed bottom-up over the
// strongly connected components of the sync call graph. A chain is cut where work leaves the thread
// and where the callee is loop code itself, because it carries its own finding.

import type { CallGraph, Edge } from './callGraph';
import { costOf, costRank } from './cost';
import type { CallSite, Value } from './facts';
import type { BlockingRow, Cost } from './knowledge';
import type { FunctionId, Program, ProgramFile, ProgramFunction } from './link/program';
import type { Resolver, Target } from './link/resolve';
import { shapeOf } from './link/shape';
import { components } from './link/components';

/** A call site on the way to an operation. */
export interface Hop {
  readonly caller: FunctionId;
  readonly site: CallSite;
}

/** The hops to an operation, as a list that chains share: one may be 10,000 functions long. */
interface Chain extends Hop {
  readonly next: Chain | undefined;
  readonly length: number;
}

/** A blocking operation as seen from a function. */
export interface Reached {
  readonly row: BlockingRow;
  readonly cost: Cost;
  /** The operation's own call site. */
  readonly leaf: CallSite;
  readonly chain: Chain;
}

/** The hops of a chain, the operation's own call site last. */
export function hopsOf({ chain }: Pick<Reached, 'chain'>): Hop[] {
  const hops: Hop[] = [];
  for (let one: Chain | undefined = chain; one; one = one.next) hops.push({ caller: one.caller, site: one.site });
  return hops;
}

/** What a function does to its caller's thread. */
export interface Summary {
  /** Worst first, the shortest chain to each. */
  readonly operations: readonly Reached[];
  /** How many more there are than are kept. */
  readonly more: number;
}

const mostOperations = 16;
const nothing: Summary = { operations: [], more: 0 };

export interface Propagation {
  readonly summaries: readonly Summary[];
  /** The blocking operations called directly, by call site. */
  readonly direct: DirectOperations;
}

type DirectOperations = ReadonlyMap<CallSite, Reached>;
type IsCut = (id: FunctionId) => boolean;

/**
 * Summarises every function.
 * @param isCut true for functions whose body carries its own findings
 */
export function propagate(program: Program, graph: CallGraph, resolver: Resolver, isCut: IsCut): Propagation {
  const direct = new Map<CallSite, Reached>();
  for (const caller of program.functions) {
    for (const site of graph.sites[caller.id] ?? []) {
      const reached = operationAt(program, caller, site, resolver);
      if (reached) direct.set(site, reached);
    }
  }
  for (const [site, reached] of [...direct]) if (goesOnWithKnown(program, site, reached, direct)) direct.delete(site);
  const summaries: Summary[] = program.functions.map(() => nothing);
  for (const component of components(program.functions.length, (id) => followed(graph, id, isCut).map((edge) => edge.to))) {
    summarise(component, program, graph, direct, summaries, isCut);
  }
  return { summaries, direct };
}

/** True if what opened the thing that an operation goes on with is told already: `open(path).read()`. */
function goesOnWithKnown({ functions }: Program, site: CallSite, { row, chain }: Reached, direct: DirectOperations): boolean {
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

/** The edges along which an operation in the callee holds the caller's thread. */
export function followed(graph: CallGraph, id: FunctionId, isCut: IsCut): readonly Edge[] {
  return (graph.outgoing[id] ?? []).filter((edge) => isFollowed(edge, isCut));
}

function isFollowed({ timing, to }: Edge, isCut: IsCut): boolean {
  return (timing === 'now' || timing === 'call') && !isCut(to);
}

/** What `edge` brings to its caller. */
export function throughEdge(edge: Edge, summaries: readonly Summary[]): readonly Reached[] {
  const { operations } = summaries[edge.to] ?? nothing;
  return operations.map((one) => ({ ...one, chain: extended(edge, one.chain) }));
}

/** A callback that runs at once adds no hop: its body belongs to the caller. */
function extended({ from, site, timing }: Edge, next: Chain): Chain {
  return timing === 'now' ? next : { caller: from, site, next, length: next.length + 1 };
}

function operationAt(program: Program, caller: ProgramFunction, site: CallSite, resolver: Resolver): Reached | undefined {
  if (site.use === 'import') return undefined;
  for (const target of resolver.callee(caller.file, site)) {
    const row = target.kind === 'api' ? apiRow(resolver, caller.file, site, target.path) : annotatedRow(program, site, target);
    const cost = row && costOf(row, shapeOf(resolver, caller.file, site));
    if (row && cost) return { row, cost, leaf: site, chain: { caller: caller.id, site, next: undefined, length: 1 } };
  }
  return undefined;
}

/** What the callee does; or, if it goes through what it is given before it returns (`list(folder.iterdir())`), what that does. */
function apiRow(resolver: Resolver, file: ProgramFile, site: CallSite, path: string): BlockingRow | undefined {
  const { knowledge } = resolver;
  const own = knowledge.blocking(path, site.use);
  const goesThrough = own ? undefined : knowledge.callback(path);
  if (file.facts.language !== 'python' || goesThrough?.timing !== 'now' || goesThrough.args) return own;
  const given = site.args.flatMap((arg) => resolver.resolve(file, arg));
  const rows = given.map((target) => (target.kind === 'api' ? knowledge.blocking(`${target.path}__iter__`, 'call') : undefined));
  return rows.find((row) => row !== undefined);
}

/** A function marked `@blocking` is an operation of its own. */
function annotatedRow(program: Program, { name, use }: CallSite, target: Target): BlockingRow | undefined {
  const facts = target.kind === 'function' ? program.functions[target.id]?.facts : undefined;
  if (facts?.annotation !== 'blocking') return undefined;
  const note = 'Move the call off the event loop';
  return {
    api: facts.name || name,
    rule: 'cpu-call',
    use,
    cost: 'noticeable',
    why: 'is marked @blocking',
    link: '',
    remedy: { kind: 'advice', note },
  };
}

/**
 * Members of one component reach each other, so each operation that one of them reaches is carried
 * back through all of them, in the order of the length of the chain: the first to arrive is the shortest.
 */
function summarise(
  component: readonly FunctionId[],
  { functions }: Program,
  graph: CallGraph,
  direct: DirectOperations,
  summaries: Summary[],
  isCut: IsCut,
): void {
  const members = new Set(component);
  const found = new Map(component.map((id) => [id, new Map<CallSite, Reached>()]));
  const entries = component.flatMap((id) => {
    const own = (functions[id]?.calls ?? []).flatMap((site) => direct.get(site) ?? []);
    const leaving = followed(graph, id, isCut).filter(({ to }) => !members.has(to));
    return [...own, ...leaving.flatMap((edge) => throughEdge(edge, summaries))].map((reached) => ({ id, reached }));
  });
  const within = (id: FunctionId): Edge[] => (graph.incoming[id] ?? []).filter((edge) => members.has(edge.from) && isFollowed(edge, isCut));
  for (const group of byLeaf(entries)) carryBack(group, found, component.length > 1 ? within : () => []);
  const lost = sum(
    component.flatMap((id) => followed(graph, id, isCut)).filter(({ to }) => !members.has(to)),
    ({ to }) => summaries[to]?.more ?? 0,
  );
  for (const id of component) {
    const operations = worstFirst([...(found.get(id)?.values() ?? [])]);
    summaries[id] = { operations: operations.slice(0, mostOperations), more: lost + Math.max(0, operations.length - mostOperations) };
  }
}

interface Entry {
  readonly id: FunctionId;
  readonly reached: Reached;
}

/** Entries of one operation together, the worst operations first; a component carries only so many. */
function byLeaf(entries: readonly Entry[]): Entry[][] {
  const groups = new Map<CallSite, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.reached.leaf);
    if (group) group.push(entry);
    else groups.set(entry.reached.leaf, [entry]);
  }
  const rank = ([entry]: readonly Entry[]): number => (entry ? costRank(entry.reached.cost.class) : 0);
  return [...groups.values()].sort((a, b) => rank(b) - rank(a)).slice(0, 4 * mostOperations);
}

function carryBack(
  entries: readonly Entry[],
  found: ReadonlyMap<FunctionId, Map<CallSite, Reached>>,
  callersOf: (id: FunctionId) => readonly Edge[],
): void {
  const byLength: Entry[][] = [];
  const add = (entry: Entry): void => void (byLength[entry.reached.chain.length] ??= []).push(entry);
  entries.forEach(add);
  for (let length = 0; length < byLength.length; length++) {
    const bucket = byLength[length] ?? [];
    for (let i = 0; i < bucket.length; i++) {
      const { id, reached } = bucket[i] as Entry;
      const known = found.get(id);
      if (!known || known.has(reached.leaf)) continue;
      known.set(reached.leaf, reached);
      for (const edge of callersOf(id)) add({ id: edge.from, reached: { ...reached, chain: extended(edge, reached.chain) } });
    }
  }
}

/** One entry for each operation's call site, by its shortest chain; worst first. */
export function shortestChains(found: readonly Reached[]): Reached[] {
  const best = new Map<CallSite, Reached>();
  for (const one of found) {
    const known = best.get(one.leaf);
    if (!known || one.chain.length < known.chain.length) best.set(one.leaf, one);
  }
  return worstFirst([...best.values()]);
}

function worstFirst(operations: Reached[]): Reached[] {
  return operations.sort((a, b) => costRank(b.cost.class) - costRank(a.cost.class) || a.chain.length - b.chain.length);
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
