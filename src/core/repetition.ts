// What stands in a loop over data of unknown size is done again and again before the thread is given
// back: a chain costs as much more as the loops on its way repeat it.

import { lengthOf, type LoopFacts, loopsAround, type Value } from './facts';
import { type BlockingRow, type Cost, type CostClass, costClasses } from './knowledge';
import type { Program, ProgramFile } from './link/program';
import type { Resolver } from './link/resolve';
import { shapeOf } from './link/shape';
import type { Hop } from './chain';
import type { RuleId } from './rules';
import { sizeOf } from './size';

/** With no more rounds than that, an operation stays in its class. */
const few = 10;

const computing: ReadonlySet<RuleId> = new Set(['sync-crypto', 'sync-compression', 'sync-dom', 'cpu-call']);

/** The cost of an operation at the end of a chain. */
export function costAlong(program: Program, resolver: Resolver, row: BlockingRow, cost: Cost, hops: readonly Hop[]): Cost {
  // What computes for less than a millisecond does so in microseconds: rounds of that don't add up to anything.
  if (cost.class === 'tiny' && computing.has(row.rule)) return cost;
  const judged = hops.filter((hop) => hop !== hops.at(-1) || !judgesLoops(program, resolver, row, hop));
  const isRepeated = judged.some((hop) => repeats(program, resolver, hop, cost.class === 'tiny'));
  const dearer = costClasses[costClasses.indexOf(cost.class) + 1];
  if (!isRepeated || !dearer || dearer === 'unbounded') return cost;
  return { class: dearer, why: `${cost.why}; it stands in a loop, whose rounds add up` };
}

/** True if a row itself says that the call costs more in a loop. */
function judgesLoops({ functions }: Program, resolver: Resolver, { cost }: BlockingRow, { caller, site }: Hop): boolean {
  const file = functions[caller]?.file;
  if (!file || typeof cost !== 'function' || site.loop === undefined) return false;
  const shape = shapeOf(resolver, file, site);
  return classOf(cost(shape)) !== classOf(cost({ ...shape, inLoop: false }));
}

function classOf(cost: CostClass | Cost | undefined): CostClass | undefined {
  return typeof cost === 'object' ? cost.class : cost;
}

/**
 * True if a loop around a call site goes over data of unknown size, and does not give the thread back in between.
 * @param isMany only what is known to be of many counts: most lists are short
 */
function repeats({ functions }: Program, resolver: Resolver, { caller, site }: Hop, isMany: boolean): boolean {
  const file = functions[caller]?.file;
  return file !== undefined && loopsAround(file.facts.loops, site.loop).some((loop) => isLong(resolver, file, loop, isMany));
}

function isLong(resolver: Resolver, file: ProgramFile, { over, bound, awaits }: LoopFacts, isMany: boolean): boolean {
  if (!over || awaits.length > 0 || (bound ?? rounds(resolver, file, over)) <= few) return false;
  return !isMany || sizeOf(resolver, file, over).kind === 'large';
}

/** How many elements a list has that is written out, here or where it is exported; infinitely many if that can't be seen. */
function rounds(resolver: Resolver, file: ProgramFile, list: Value): number {
  const targets = resolver.resolve(file, list);
  const lengths = targets.map((target) => (target.kind === 'array' ? lengthOf(target.value) || Infinity : Infinity));
  return targets.length === 0 ? Infinity : Math.max(...lengths);
}
