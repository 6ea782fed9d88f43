// Loops whose rounds literals tell: how many elementary steps they take, those within them included.

import type { Language, LoopFacts, Value } from '../facts';
import type { ProgramFile } from '../link/program';
import type { Resolver } from '../link/resolve';
import { sizeOf } from '../size';
import { givesBack } from './giving';

/** How many elementary steps each loop of a file takes by itself, by its index; 0 where no literal tells. */
export function stepsOfLoops(resolver: Resolver, file: ProgramFile): readonly number[] {
  const { loops, calls } = file.facts;
  const rounds = loops.map((loop) => roundsOf(resolver, file, loop));
  if (!rounds.some((one) => one !== undefined && one >= worthCounting)) return rounds.map(() => 0);
  const inEach = loops.map(() => 1);
  const perCall = stepsOfCall[file.facts.language];
  for (const { loop, use } of calls)
    if (loop !== undefined && (use === 'call' || use === 'new')) inEach[loop] = (inEach[loop] ?? 1) + perCall;
  // Inner loops come after the loops around them.
  const steps = loops.map(() => 0);
  for (let at = loops.length - 1; at >= 0; at--) {
    const { parent } = loops[at] as LoopFacts;
    steps[at] = (rounds[at] ?? 0) * (inEach[at] ?? 1);
    if (parent !== undefined) inEach[parent] = (inEach[parent] ?? 1) + (steps[at] ?? 0);
  }
  return steps;
}

/** How many rounds of an empty loop a call takes as long as: compiled loops are fast, the interpreter's are not. */
const stepsOfCall: Readonly<Record<Language, number>> = { javascript: 10, python: 1 };

/** Loops of fewer rounds make no difference unless others stand around them. */
const worthCounting = 100;

/** How many rounds a loop makes before it gives the thread back, where that can be seen. */
export function roundsOf(resolver: Resolver, file: ProgramFile, loop: LoopFacts): number | undefined {
  const rounds = loop.bound ?? numberOf(resolver, file, loop.limit) ?? knownSize(resolver, file, loop.over);
  return rounds === undefined || givesBack(resolver, file, loop) ? undefined : rounds;
}

function numberOf(resolver: Resolver, file: ProgramFile, limit: Value | undefined): number | undefined {
  const value = limit && resolver.constant(file, limit);
  return value?.kind === 'literal' && typeof value.value === 'number' ? value.value : undefined;
}

function knownSize(resolver: Resolver, file: ProgramFile, over: Value | undefined): number | undefined {
  const size = over && sizeOf(resolver, file, over);
  return size?.kind === 'known' ? size.amount : undefined;
}
