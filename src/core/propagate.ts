// Summaries: what a function does to its caller's thread. They are computed bottom-up over the
// strongly connected components of the sync call graph. A chain is cut where work leaves the thread
// and where the callee is loop code itself, because it carries its own finding.

import type { CallGraph, Edge } from './callGraph';
import { costOf, costRank } from './cost';
import type { CallSite } from './facts';
import type { BlockingRow, Cost } from './knowledge';
import type { Knowledge } from './knowledgeIndex';
import type { FunctionId, Program, ProgramFunction } from './link/program';
import type { Resolver, Target } from './link/resolve';
import { shapeOf } from './link/shape';
import { components } from './link/components';

/** A call site on the way to an operation. */
export interface Hop {
  readonly caller: FunctionId;
  readonly site: CallSite;
}

/** A blocking operation as seen from a function: the hops to it, the operation's own call site last. */
export interface Reached {
  readonly row: BlockingRow;
  readonly cost: Cost;
  readonly hops: readonly Hop[];
}

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
  readonly direct: ReadonlyMap<CallSite, Reached>;
}

/**
 * Summarises every function.
 * @param isCut true for functions whose body carries its own findings
 */
export function propagate(
  program: Program,
  graph: CallGraph,
  resolver: Resolver,
  knowledge: Knowledge,
  isCut: (id: FunctionId) => boolean,
): Propagation {
  const direct = new Map<CallSite, Reached>();
  for (const caller of program.functions) {
    for (const site of caller.calls) {
      const reached = operationAt(program, caller, site, resolver, knowledge);
      if (reached) direct.set(site, reached);
    }
  }
  const summaries: Summary[] = program.functions.map(() => nothing);
  for (const component of components(program.functions.length, (id) => followed(graph, id, isCut).map((edge) => edge.to))) {
    summarise(component, program, graph, direct, summaries, isCut);
  }
  return { summaries, direct };
}

/** The edges along which an operation in the callee holds the caller's thread. */
export function followed(graph: CallGraph, id: FunctionId, isCut: (id: FunctionId) => boolean): readonly Edge[] {
  return (graph.outgoing[id] ?? []).filter(({ timing, to }) => timing === 'now' || (timing === 'call' && !isCut(to)));
}

/** What `edge` brings to its caller. A callback that runs at once adds no hop: its body belongs to the caller. */
export function throughEdge({ from, site, timing, to }: Edge, summaries: readonly Summary[]): readonly Reached[] {
  const { operations } = summaries[to] ?? nothing;
  return timing === 'now' ? operations : operations.map((one) => ({ ...one, hops: [{ caller: from, site }, ...one.hops] }));
}

function operationAt(
  program: Program,
  caller: ProgramFunction,
  site: CallSite,
  resolver: Resolver,
  knowledge: Knowledge,
): Reached | undefined {
  for (const target of resolver.resolve(caller.file, site.callee)) {
    const row = target.kind === 'api' ? knowledge.blocking(target.path, site.use) : annotatedRow(program, site, target);
    const cost = row && costOf(row, shapeOf(resolver, caller.file, site));
    if (row && cost) return { row, cost, hops: [{ caller: caller.id, site }] };
  }
  return undefined;
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

/** Members of one component reach each other, so each is visited as often as there are members, until nothing changes. */
function summarise(
  component: readonly FunctionId[],
  program: Program,
  graph: CallGraph,
  direct: ReadonlyMap<CallSite, Reached>,
  summaries: Summary[],
  isCut: (id: FunctionId) => boolean,
): void {
  for (let round = 0, changed = true; changed && round <= component.length; round++) {
    changed = false;
    for (const id of component) {
      const before = summaries[id] ?? nothing;
      const after = summaryOf(id, program, graph, direct, summaries, isCut);
      if (sameOperations(before, after)) continue;
      summaries[id] = after;
      changed = component.length > 1 || followed(graph, id, isCut).some((edge) => edge.to === id);
    }
  }
}

function summaryOf(
  id: FunctionId,
  program: Program,
  graph: CallGraph,
  direct: ReadonlyMap<CallSite, Reached>,
  summaries: readonly Summary[],
  isCut: (id: FunctionId) => boolean,
): Summary {
  const own = (program.functions[id]?.calls ?? []).flatMap((site) => direct.get(site) ?? []);
  const edges = followed(graph, id, isCut);
  const found = [...own, ...edges.flatMap((edge) => throughEdge(edge, summaries))];
  const operations = shortestChains(found);
  const lost = edges.reduce((sum, { to }) => sum + (summaries[to]?.more ?? 0), 0);
  return { operations: operations.slice(0, mostOperations), more: lost + Math.max(0, operations.length - mostOperations) };
}

/** One entry for each operation's call site, by its shortest chain; worst first, then by length. */
export function shortestChains(found: readonly Reached[]): Reached[] {
  const best = new Map<CallSite, Reached>();
  for (const one of found) {
    const leaf = one.hops.at(-1)?.site;
    const known = leaf && best.get(leaf);
    if (leaf && (!known || one.hops.length < known.hops.length)) best.set(leaf, one);
  }
  return [...best.values()].sort((a, b) => costRank(b.cost.class) - costRank(a.cost.class) || a.hops.length - b.hops.length);
}

function sameOperations(a: Summary, b: Summary): boolean {
  const length = (s: Summary): number => s.operations.reduce((sum, one) => sum + one.hops.length, 0);
  return a.operations.length === b.operations.length && length(a) === length(b);
}
