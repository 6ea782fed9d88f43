// Summaries: what a function does to its caller's thread. They are computed bottom-up over the
// strongly connected components of the sync call graph. A chain is cut where work leaves the thread
// and where the callee is loop code itself, because it carries its own finding.

import type { CallGraph, Edge } from './callGraph';
import type { Chain, Reached } from './chain';
import { costRank } from './cost';
import type { CallSite } from './facts';
import { components } from './link/components';
import type { FunctionId, Program } from './link/program';
import type { Operations } from './operations';

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
  readonly direct: Operations;
}

type IsCut = (id: FunctionId) => boolean;

/**
 * Summarises every function.
 * @param isCut true for functions whose body carries its own findings
 */
export function propagate(program: Program, graph: CallGraph, direct: Operations, isCut: IsCut): Propagation {
  const summaries: Summary[] = program.functions.map(() => nothing);
  for (const component of components(program.functions.length, (id) => followed(graph, id, isCut).map((edge) => edge.to))) {
    summarise(component, program, graph, direct, summaries, isCut);
  }
  return { summaries, direct };
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
export function extended({ from, site, timing }: Edge, next: Chain): Chain {
  return timing === 'now' ? next : { caller: from, site, next, length: next.length + 1 };
}

/**
 * Members of one component reach each other, so each operation that one of them reaches is carried
 * back through all of them, in the order of the length of the chain: the first to arrive is the shortest.
 */
function summarise(
  component: readonly FunctionId[],
  { functions }: Program,
  graph: CallGraph,
  direct: Operations,
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
