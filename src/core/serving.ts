// Where startup ends: at the first await after something began to serve. Until the thread is given
// back for the first time, nothing that was registered can run, so nobody waits yet.

import type { CallGraph, Edge } from './callGraph';
import type { CallSite } from './facts';
import type { Knowledge } from './knowledgeIndex';
import type { FunctionId, Program, ProgramFunction } from './link/program';
import type { Resolver } from './link/resolve';

/** Where a function begins to serve, as numbers of call sites within its file. */
export interface Serving {
  /** The first call site that begins to serve. Up to it all is startup, also when the program starts a second time. */
  readonly begins: number;
  /** The first call site that runs while the program serves; `undefined` if the function ends before that. */
  readonly over: number | undefined;
}

/** For each function where it begins to serve, if it does. */
export function servingPoints(program: Program, graph: CallGraph, resolver: Resolver, knowledge: Knowledge): (Serving | undefined)[] {
  const serves = (one: ProgramFunction, site: CallSite): boolean =>
    isCertain(site) &&
    site.use !== 'read' &&
    resolver.callee(one.file, site).some((target) => target.kind === 'api' && knowledge.serving(target.path));
  const direct = program.functions.map((one) => one.calls.filter((site) => serves(one, site)));
  const starters = startingFunctions(graph, direct);
  return program.functions.map((one) => {
    const sites = [
      ...(direct[one.id] ?? []),
      ...(graph.outgoing[one.id] ?? []).filter((edge) => runsWithin(edge) && starters.has(edge.to)).map((edge) => edge.site),
    ];
    return sites.length === 0 ? undefined : servingPoint(one, sites);
  });
}

/** The functions that begin to serve, themselves or through what they call. */
function startingFunctions(graph: CallGraph, direct: readonly (readonly CallSite[])[]): Set<FunctionId> {
  const starters = new Set<FunctionId>();
  const pending = direct.flatMap((sites, id) => (sites.length > 0 ? [id] : []));
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (starters.has(id)) continue;
    starters.add(id);
    for (const edge of graph.incoming[id] ?? []) if (runsWithin(edge)) pending.push(edge.from);
  }
  return starters;
}

function runsWithin({ timing, site }: Edge): boolean {
  return isCertain(site) && (timing === 'call' || timing === 'now');
}

/** What serves under a condition (a set-up page at the first start) does not end startup for all that comes after it. */
function isCertain({ guard }: CallSite): boolean {
  return guard === 'none';
}

function servingPoint({ facts }: ProgramFunction, sites: readonly CallSite[]): Serving {
  const begins = Math.min(...sites.map((site) => site.order));
  return { begins, over: facts.awaits.find((order) => order > begins) };
}
