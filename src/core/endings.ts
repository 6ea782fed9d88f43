// Where the process ends itself. What a function, or a branch of it, does before it surely ends the process holds up
// nobody: whoever waits is not served any more. Of a function that is named for an end it is enough that it may come to that.

import type { CallGraph } from './callGraph';
import type { CallSite } from './facts';
import { sitesUsing } from './link/called';
import type { FunctionId, Program, ProgramFile, ProgramFunction } from './link/program';
import { reach } from './link/reach';
import type { Resolver } from './link/resolve';
import { shapeOf } from './link/shape';

/** For each function that surely ends the process, the number of the call site that does. */
type Ends = ReadonlyMap<FunctionId, number>;

export interface Endings {
  /** True for a call site after which the process surely ends, in its function or in the branch that it stands in. */
  isBeforeEnd(id: FunctionId, site: CallSite): boolean;
}

export function findEndings(program: Program, graph: CallGraph, resolver: Resolver): Endings {
  const exits = sitesUsing(resolver, (path) => resolver.knowledge.exit(path) !== undefined);
  const ends = endingFunctions(program, graph, resolver, exits);
  const inBranches = branchEnds(program, graph, resolver, exits, ends);
  return {
    isBeforeEnd: (id, site) =>
      site.order <= (ends.get(id) ?? -1) || (inBranches.get(id) ?? []).some((end) => site.order <= end.order && standsWith(site, end)),
  };
}

function endingFunctions({ functions }: Program, graph: CallGraph, resolver: Resolver, exits: ReadonlySet<CallSite>): Ends {
  const found = new Map<FunctionId, number>();
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
  return new Map([...namedEndings(functions, graph, resolver, exits), ...found]);
}

/** What ends the process under a condition: `except OSError: … sys.exit(1)`. */
function branchEnds(
  { functions }: Program,
  graph: CallGraph,
  resolver: Resolver,
  exits: ReadonlySet<CallSite>,
  ends: Ends,
): ReadonlyMap<FunctionId, readonly CallSite[]> {
  const isEnd = (file: ProgramFile, id: FunctionId, site: CallSite): boolean =>
    isOfBranch(site) && ((exits.has(site) && endsItself(resolver, file, site)) || endsWithin(graph, id, site, ends));
  return new Map(functions.map(({ id, file, calls }) => [id, calls.filter((site) => isEnd(file, id, site))]));
}

function isOfBranch({ use, guard, optional, loop, conditions }: CallSite): boolean {
  return use === 'call' && guard === 'conditional' && !optional && loop === undefined && conditions.length > 0;
}

/** True if all that must hold for the one holds for the other. */
function standsWith({ conditions }: CallSite, end: CallSite): boolean {
  return end.conditions.every(({ test, case: index, holds }) =>
    conditions.some((one) => one.test === test && one.case === index && one.holds === holds),
  );
}

/** `shutdown`, and `stop` or `restart` where the process may end in what it does: up to the last call that leads there. */
function namedEndings(
  functions: Program['functions'],
  graph: CallGraph,
  resolver: Resolver,
  exits: ReadonlySet<CallSite>,
): [FunctionId, number][] {
  const { endingNames, endingWords, handlingWords } = resolver.knowledge.programNames;
  const ending = ({ calls, file }: ProgramFunction): CallSite[] =>
    calls.filter((site) => exits.has(site) && site.use === 'call' && endsItself(resolver, file, site));
  const mayEnd = reach(
    functions.filter((one) => ending(one).length > 0).map(({ id }) => id),
    (id) => (graph.incoming[id] ?? []).map(({ from }) => from),
  );
  return functions.flatMap((one): [FunctionId, number][] => {
    const words = wordsOf(one.facts.name);
    if (endingNames.includes(words.join(''))) return [[one.id, Infinity]];
    const deed = words.find((word) => !handlingWords.includes(word)) ?? '';
    if (!mayEnd.has(one.id) || !endingWords.includes(deed)) return [];
    const leading = (graph.outgoing[one.id] ?? []).flatMap(({ to, site }) => (mayEnd.has(to) ? [site] : []));
    return [[one.id, Math.max(...[...ending(one), ...leading].map(({ order }) => order))]];
  });
}

/** `Controller.stopAll` is made of `stop` and `all`. */
function wordsOf(name: string): readonly string[] {
  const own = name.slice(name.lastIndexOf('.') + 1);
  return own.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).flatMap((word) => (word ? [word.toLowerCase()] : []));
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
function endsWithin(graph: CallGraph, id: FunctionId, site: CallSite, endings: Ends): boolean {
  const edges = (graph.outgoing[id] ?? []).filter((edge) => edge.site === site && edge.timing === 'call');
  return edges.length > 0 && edges.every(({ to }) => endings.has(to));
}
