// What computing costs that is nothing by itself: the loops around it, on the whole chain, decide.

import { costOfMatch } from '../backtracking';
import type { Hop, Work } from '../chain';
import { classOf } from '../cost';
import { type Language, loopsAround, type Value } from '../facts';
import type { Cost } from '../knowledge';
import type { Program } from '../link/program';
import type { Resolver } from '../link/resolve';
import type { World } from '../origins';
import { isMany, sizeOf } from '../size';
import { count } from '../words';
import { roundsOf } from './counting';
import { quadraticCost } from './quadratic';
import { argumentOf, input, isInput, passedAlong } from './input';
import { isRecord, Traversals } from './traversals';

/**
 * What work at the end of a chain costs.
 * @returns `undefined` if it is not worth a word
 */
export function costOfWork(around: World, work: Work, hops: readonly Hop[]): Cost | undefined {
  if (work.kind === 'match') return costOfMatch(around, work, hops);
  if (work.kind === 'steps') return costOfSteps(around, work.steps, hops);
  return work.kind === 'pass' ? costOfPass(around, work.over, hops) : costOfSquare(around, work.over, hops);
}

/** Elementary steps in a millisecond: rounds of a loop, and calls in it (`stepsOfCall`). Measured by `test/bench/calibration.ts`. */
const stepsPerMs: Readonly<Record<Language, number>> = { javascript: 500_000, python: 30_000 };

/** A step of Python counts for as many of JavaScript as it takes time. */
export function weighted(language: Language, steps: number): number {
  return steps * (stepsPerMs.javascript / stepsPerMs[language]);
}

function costOfSteps({ program, resolver }: World, steps: number, hops: readonly Hop[]): Cost | undefined {
  const file = program.functions[hops.at(-1)?.caller ?? -1]?.file;
  if (!file) return undefined;
  const total = hops.slice(0, -1).reduce((product, hop) => product * roundsAround(program, resolver, hop), steps);
  const { language } = file.facts;
  if (weighted(language, total) < resolver.knowledge.thresholds.loopSteps) return undefined;
  const ms = total / stepsPerMs[language];
  return { class: classOf(ms, resolver.knowledge.thresholds), why: `it takes about ${count(total)} steps before it gives the thread back` };
}

/** How often a call site is passed by literal bounds. */
function roundsAround({ functions }: Program, resolver: Resolver, { caller, site }: Hop): number {
  const file = functions[caller]?.file;
  const loops = file ? loopsAround(file.facts.loops, site.loop) : [];
  return loops.reduce((product, loop) => product * ((file && roundsOf(resolver, file, loop)) ?? 1), 1);
}

/** What the square of something costs: much, if that is large which is passed along this chain. */
function costOfSquare({ program, resolver }: World, over: Value, hops: readonly Hop[]): Cost | undefined {
  const passed = passedAlong(program, hops, over);
  const size = passed && sizeOf(resolver, passed.file, passed.value);
  if (size && isMany(size)) return quadraticCost(size);
  return passed && isInput(resolver, passed.file, passed.value) ? quadraticCost(input) : undefined;
}

/** What a pass at the end of a chain costs: much, if there is another one around it on the way, and what this chain passes is large. */
function costOfPass({ program, graph, resolver }: World, passed: Value, hops: readonly Hop[]): Cost | undefined {
  const traversals = new Traversals(program, graph, resolver);
  const origin = passedAlong(program, hops, passed);
  if (!origin || !traversals.sizeOf({ file: origin.file, over: origin.value })) return undefined;
  let over: Value | undefined = passed;
  for (let at = hops.length - 2; at >= 0; at--) {
    const [hop, callee] = [hops[at], program.functions[hops[at + 1]?.caller ?? -1]];
    const caller = hop && program.functions[hop.caller]?.file;
    if (!caller || !callee || hops[at + 1]?.site.rescue) return undefined;
    const argument: ReturnType<typeof argumentOf> = over ? argumentOf(callee, over, hop.site) : 'no parameter';
    over = typeof argument === 'string' ? undefined : argument;
    if (over && isRecord(caller, over)) return undefined;
    const outer = hop.site.rescue ? [] : traversals.around(hop.caller, hop.site).map((one) => ({ one, size: traversals.sizeOf(one) }));
    const found = outer.find(({ one, size }) => size && !(over && traversals.isPartOf(caller, over, one)));
    if (found?.size) return quadraticCost(found.size);
  }
  return undefined;
}
