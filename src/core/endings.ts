// Where the process ends itself. What a function does before it surely ends the process holds up nobody:
// whoever waits is not served any more.

import type { CallGraph } from './callGraph';
import type { CallSite } from './facts';
import type { FunctionId, Program, ProgramFile } from './link/program';
import { sitesUsing } from './link/called';
import type { Resolver } from './link/resolve';
import { shapeOf } from './link/shape';

/** For each function that surely ends the process, the number of the call site that does. */
export type Endings = ReadonlyMap<FunctionId, number>;

export function findEndings({ functions }: Program, graph: CallGraph, resolver: Resolver): Endings {
  const found = new Map<FunctionId, number>();
  const exits = sitesUsing(resolver, (path) => resolver.knowledge.exit(path) !== undefined);
  const ends = (file: ProgramFile, id: FunctionId, site: CallSite): boolean =>
    isSure(site) && ((exits.has(site) && endsItself(resolver, file, site)) || endsWithin(graph, id, site, found));
  const pending = functions.map(({ id }) => id);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const one = functions[id];
    const last = one && !found.has(id) ? one.calls.find((site) => ends(one.file, one.id, site)) : undefined;
    if (!last) continue;
    found.set(id, last.order);
    for (const { from, site } of graph.incoming[id] ?? []) if (isSure(site)) pending.push(from);
  }
  return found;
}

function isSure({ use, guard, optional, loop }: CallSite): boolean {
  return use === 'call' && guard === 'none' && !optional && loop === undefined;
}

function endsItself(resolver: Resolver, file: ProgramFile, site: CallSite): boolean {
  return resolver.callee(file, site).some((target) => {
    const row = target.kind === 'api' ? resolver.knowledge.exit(target.path) : undefined;
    return row !== undefined && (row.matches === undefined || row.matches(shapeOf(resolver, file, site)));
  });
}

/** True if all that a call site may call ends the process. */
function endsWithin(graph: CallGraph, id: FunctionId, site: CallSite, endings: Endings): boolean {
  const edges = (graph.outgoing[id] ?? []).filter((edge) => edge.site === site && edge.timing === 'call');
  return edges.length > 0 && edges.every(({ to }) => endings.has(to));
}
