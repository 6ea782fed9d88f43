// Lists that a loop fills: `for (const row of rows) names.push(row.name)`.

import { type CallSite, type LoopFacts, loopsAround, type Value } from './facts';
import type { ProgramFile } from './link/program';

/** What the loops go through in which a list is filled that a binding names; not those in which it begins anew in each round. */
export function filledFrom(file: ProgramFile, binding: number): readonly Value[] {
  const sites = fillersIn(file).get(binding) ?? [];
  const fills = ({ over, names = Infinity }: LoopFacts): readonly Value[] => (over && binding < names ? [over] : []);
  return sites.flatMap(({ loop }) => loopsAround(file.facts.loops, loop).flatMap(fills));
}

const fillers = new Map<string, RegExp>([
  ['javascript', /^(?:push|unshift|add|set)$/],
  ['python', /^(?:append|add|extend|appendleft)$/],
]);
const fillersOf = new WeakMap<ProgramFile, Map<number, CallSite[]>>();

/** By name, the calls in loops that put something into it. */
function fillersIn(file: ProgramFile): ReadonlyMap<number, readonly CallSite[]> {
  const known = fillersOf.get(file);
  if (known) return known;
  const found = new Map<number, CallSite[]>();
  const how = fillers.get(file.facts.language);
  for (const site of file.sites) {
    const { callee, loop } = site;
    if (loop === undefined || callee.kind !== 'member' || callee.object.kind !== 'name' || !how?.test(callee.name)) continue;
    const { binding } = callee.object;
    if (binding !== undefined) found.set(binding, [...(found.get(binding) ?? []), site]);
  }
  fillersOf.set(file, found);
  return found;
}
