// Where startup ends: at the first await after something began to serve. Until the thread is given
// back for the first time, nothing that was registered can run, so nobody waits yet.

import type { CallGraph, Edge } from './callGraph';
import type { CallSite } from './facts';
import type { Knowledge } from './knowledgeIndex';
import type { FunctionId, Program, ProgramFunction } from './link/program';
import type { Resolver } from './link/resolve';

/** For each function: the number (within its file) of the first call site that runs while the program serves, if it starts to serve. */
export function startupEnds(program: Program, graph: CallGraph, resolver: Resolver, knowledge: Knowledge): (number | undefined)[] {
  const serves = (one: ProgramFunction, site: CallSite): boolean =>
    site.use !== 'read' &&
    resolver.resolve(one.file, site.callee).some((target) => target.kind === 'api' && knowledge.serving(target.path));
  const direct = program.functions.map((one) => one.calls.filter((site) => serves(one, site)));
  const starters = startingFunctions(graph, direct);
  return program.functions.map((one) => {
    const sites = [
      ...(direct[one.id] ?? []),
      ...(graph.outgoing[one.id] ?? []).filter((edge) => runsWithin(edge) && starters.has(edge.to)).map((edge) => edge.site),
    ];
    return sites.length === 0 ? undefined : firstAwaitAfter(one, sites);
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

function runsWithin({ timing }: Edge): boolean {
  return timing === 'call' || timing === 'now';
}

function firstAwaitAfter({ facts, file }: ProgramFunction, sites: readonly CallSite[]): number | undefined {
  const position = Math.min(...sites.map((site) => file.facts.calls.indexOf(site)));
  return facts.awaits.find((order) => order > position);
}
