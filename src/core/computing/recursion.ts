// Recursion that branches: a function that calls itself more than once, each time with a little less to
// do, takes twice as long for each step more. Walking a tree is none of that: it comes by each node once.

import type { CallGraph } from '../callGraph';
import { type CallSite, excludeEachOther, type Value } from '../facts';
import type { BlockingRow } from '../knowledge';
import { components } from '../link/components';
import type { FunctionId, Program, ProgramFunction } from '../link/program';
import type { Resolver } from '../link/resolve';
import { isMemoised } from '../memoised';
import { computingRow } from './rows';

/** The operations that recursion is: the first call by which a function goes deeper. */
export function recursions(program: Program, graph: CallGraph, resolver: Resolver): Recursion[] {
  return recursiveFunctions(program, graph).flatMap(([one, sites]) => {
    const [first] = branching(one, sites);
    if (!first || sites.some(isRemembered) || isMemoised(resolver, one)) return [];
    const why = `goes on with ${one.facts.name || 'itself'} more than once in each call: the time doubles with each step more`;
    const note = 'Keep what was computed for each argument, or build it up from below in a loop';
    return [{ caller: one.id, site: first, row: computingRow(one.file, first, { rule: 'cpu-recursion', why, note }) }];
  });
}

interface Recursion {
  readonly caller: FunctionId;
  readonly site: CallSite;
  readonly row: BlockingRow;
}

/** Functions that come back to themselves by calls, and the sites of those calls. */
function recursiveFunctions({ functions }: Program, graph: CallGraph): [ProgramFunction, CallSite[]][] {
  const calls = (id: number): number[] => (graph.outgoing[id] ?? []).flatMap(({ timing, to }) => (timing === 'call' ? [to] : []));
  return components(functions.length, calls).flatMap((members): [ProgramFunction, CallSite[]][] => {
    // Only what two or three functions do among themselves is one recursion; a large knot is a dispatcher.
    if (members.length > most) return [];
    return members.flatMap((id): [ProgramFunction, CallSite[]][] => {
      const edges = (graph.outgoing[id] ?? []).filter(({ timing, to }) => timing === 'call' && members.includes(to));
      const one = functions[id];
      return one && edges.length > 1 ? [[one, [...new Set(edges.map(({ site }) => site))]]] : [];
    });
  });
}

const most = 3;

/** The calls that go deeper by a fixed step, if one call of the function may make two of them. */
function branching(one: ProgramFunction, sites: readonly CallSite[]): CallSite[] {
  if (one.facts.async && !awaitsOnly(one, sites)) return [];
  const shrinking = sites.filter(({ args }) => args.some((arg) => isStep(one, arg)) && !args.some((arg) => descends(one, arg, 0)));
  return shrinking.filter((site) => shrinking.some((other) => other !== site && !excludeEachOther(site.conditions, other.conditions)));
}

/** True if an async function awaits nothing but itself: the thread is never given back, however deep it goes. */
function awaitsOnly({ facts, calls }: ProgramFunction, sites: readonly CallSite[]): boolean {
  const awaited = calls.filter((site) => site.awaited);
  const orders = sites.map(({ order }) => order);
  const isKnown = awaited.length === facts.awaits.length && awaited.every((site) => sites.includes(site));
  return isKnown && facts.returns.every((value) => isAtHand(value, orders));
}

/** False for a promise of something else: who returns that lets others wait for it. */
function isAtHand(value: Value, own: readonly number[]): boolean {
  if (value.kind === 'choice') return value.options.every((one) => isAtHand(one, own));
  return value.kind !== 'call' || own.includes(value.call);
}

/** `n - 1` of its own parameter `n`; `items.slice(1)`. */
function isStep(one: ProgramFunction, arg: Value): boolean {
  if (arg.kind === 'keyword') return isStep(one, arg.value);
  if (arg.kind === 'shifted') return isOwnParam(one, arg.value);
  const site = arg.kind === 'call' ? one.file.facts.calls[arg.call] : undefined;
  const [from, to] = site?.args ?? [];
  return (
    site?.callee.kind === 'member' && site.callee.name === 'slice' && isOwnParam(one, site.callee.object) && from?.kind === 'literal' && !to
  );
}

function isOwnParam({ facts }: ProgramFunction, value: Value): boolean {
  return value.kind === 'name' && facts.params.some(({ bindings }) => value.binding !== undefined && bindings.includes(value.binding));
}

/** True for what is a part of something, or may be: recursion into parts ends with the parts. */
function descends(one: ProgramFunction, arg: Value, depth: number): boolean {
  if (depth > 4 || arg.kind === 'member' || arg.kind === 'element' || arg.kind === 'await') return true;
  if (arg.kind === 'keyword' || arg.kind === 'typed') return descends(one, arg.value, depth + 1);
  if (arg.kind === 'call') return !isStep(one, arg);
  const binding = arg.kind === 'name' ? one.file.facts.bindings[arg.binding ?? -1] : undefined;
  if (!binding || binding.kind === 'param' || isElsewhere(one, binding.function)) return false;
  return binding.values.some((value) => descends(one, value, depth + 1));
}

/** True for a variable that is not this function's own: it is the same in all its calls. */
function isElsewhere({ file, id }: ProgramFunction, owner: number): boolean {
  return file.base + owner !== id;
}

function isRemembered({ guard, kept }: CallSite): boolean {
  return kept !== undefined || guard === 'memo' || guard === 'ownMemo';
}
