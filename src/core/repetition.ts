// What stands in a loop over data of unknown size is done again and again before the thread is given
// back: a chain costs as much more as the loops on its way repeat it.

import { costClasses, type Cost } from './knowledge';
import type { Program } from './link/program';
import type { Resolver } from './link/resolve';
import type { Hop } from './propagate';

/** With no more rounds than that, an operation stays in its class. */
const few = 10;

/** The cost of an operation at the end of a chain. */
export function costAlong(program: Program, resolver: Resolver, cost: Cost, hops: readonly Hop[]): Cost {
  const isRepeated = hops.some((hop) => repeats(program, resolver, hop));
  const dearer = costClasses[costClasses.indexOf(cost.class) + 1];
  if (!isRepeated || !dearer || dearer === 'unbounded') return cost;
  return { class: dearer, why: `${cost.why}; it stands in a loop, whose rounds add up` };
}

/** True if a loop around a call site goes over data of unknown size, and does not give the thread back in between. */
function repeats({ functions }: Program, resolver: Resolver, { caller, site }: Hop): boolean {
  const file = functions[caller]?.file;
  for (let loop = site.loop; file && loop !== undefined; loop = file.facts.loops[loop]?.parent) {
    const facts = file.facts.loops[loop];
    if (!facts?.over || facts.awaits) continue;
    const over = resolver.constant(file, facts.over);
    const rounds = facts.bound ?? (over.kind === 'array' ? over.elements.length : Infinity);
    if (rounds > few) return true;
  }
  return false;
}
