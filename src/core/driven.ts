// Coroutines that the program drives itself, by a queue of its own: it takes their iterators (`job(config).__await__()`),
// and they wait for what only such a queue goes on with. No loop runs them, and nobody waits while they do. So it is with who
// awaits them, with what only they call, and with what stands in other modules under the name, or
// a decorator, that is mostly theirs.

import type { CallGraph } from './callGraph';
import type { CallSite } from './facts';
import { functionIn } from './link/classes';
import { type FunctionId, isPython, type Program, type ProgramFunction } from './link/program';
import { reach } from './link/reach';
import type { Resolver } from './link/resolve';

const taking = '__await__';
const leastPeers = 3;

export function drivenFunctions(program: Program, graph: CallGraph, resolver: Resolver): ReadonlySet<FunctionId> {
  if (!program.functions.some(drives)) return new Set();
  const waiting = program.functions.filter((one) => one.facts.async && one.calls.some((site) => waitsForOwn(resolver, program, one, site)));
  const found = reach(
    waiting.map(({ id }) => id),
    (id) => (graph.incoming[id] ?? []).flatMap(({ from, timing }) => (timing === 'call' && isAsync(program, from) ? [from] : [])),
  );
  const groups = uncalledGroups(program, graph, resolver);
  for (let before = -1; found.size > before;) {
    before = found.size;
    for (const ids of groups) if (areMostly(ids, found)) for (const id of ids) found.add(id);
    addCalledOnly(program, graph, found);
  }
  return found;
}

/** True for what takes the iterator of a coroutine, and is no awaitable that hands on that of another one. */
function drives({ file, facts, calls }: ProgramFunction): boolean {
  const isTaken = ({ callee, use }: CallSite): boolean => use === 'call' && callee.kind === 'member' && callee.name === taking;
  return isPython(file) && !facts.name.endsWith(taking) && !facts.generator && calls.some(isTaken);
}

/** `await Waiting(steps)`, if that yields by itself and hands on nothing else's iterator. */
function waitsForOwn(resolver: Resolver, program: Program, { file }: ProgramFunction, site: CallSite): boolean {
  if (!site.awaited || !isPython(file)) return false;
  return resolver.callee(file, site).some((target) => {
    const members = target.kind === 'class' ? target.facts.members.filter(({ name }) => name === taking) : [];
    const ids = target.kind === 'class' ? members.flatMap(({ value }) => functionIn(target.file, value)) : [];
    return ids.some((id) => program.functions[id]?.facts.generator === true && callsNothing(program.functions[id]));
  });
}

/** But for what it goes through: `yield from steps`. */
function callsNothing(one: ProgramFunction | undefined): boolean {
  const isStep = ({ callee, use }: CallSite): boolean => use !== 'call' || (callee.kind === 'member' && callee.name === '__iter__');
  return one?.calls.every(isStep) === true;
}

function isAsync({ functions }: Program, id: FunctionId): boolean {
  return functions[id]?.facts.async === true;
}

/** Functions of modules that nothing calls, together with those of the same name, or under the same decorator of the program's own. */
function uncalledGroups({ functions }: Program, graph: CallGraph, resolver: Resolver): readonly (readonly FunctionId[])[] {
  const groups = new Map<string | FunctionId, FunctionId[]>();
  for (const one of functions) {
    const { id, facts } = one;
    if (!facts.async || facts.parent !== 0 || facts.class !== undefined || (graph.incoming[id] ?? []).length > 0) continue;
    for (const group of [facts.name, ...ownDecorators(resolver, one)]) groups.set(group, [...(groups.get(group) ?? []), id]);
  }
  return [...groups.values()];
}

function areMostly(ids: readonly FunctionId[], found: ReadonlySet<FunctionId>): boolean {
  const known = ids.filter((id) => found.has(id)).length;
  return known >= leastPeers && known * 2 > ids.length;
}

function ownDecorators(resolver: Resolver, { file, facts }: ProgramFunction): readonly FunctionId[] {
  const targets = (facts.decorators ?? []).flatMap((value) => {
    const made = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
    return resolver.resolve(file, made?.callee ?? value);
  });
  return targets.flatMap((target) => (target.kind === 'function' ? [target.id] : []));
}

function addCalledOnly(program: Program, graph: CallGraph, found: Set<FunctionId>): void {
  const isOnly = (id: FunctionId): boolean => isAsync(program, id) && (graph.incoming[id] ?? []).every(({ from }) => found.has(from));
  for (const id of found) for (const { to } of graph.outgoing[id] ?? []) if (isOnly(to)) found.add(to);
}
