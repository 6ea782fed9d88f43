// Cost: how long an operation holds the thread, as a class and a sentence that says why. The cost of
// waiting is what it can be in production (a cold disk, a network file system), not on a warm cache.

import type { BlockingRow, CallShape, Cost, CostClass } from './knowledge';

const meaning: Readonly<Record<CostClass, string>> = {
  tiny: 'usually under a millisecond',
  noticeable: 'often 1 to 50 ms',
  long: 'often over 50 ms, a long task',
  unbounded: 'without an upper bound',
};

/** From how many milliseconds on computing is noticeable, and long. */
export interface CostLimits {
  readonly noticeable: number;
  readonly long: number;
}

/** What a call of the operation costs; `undefined` if this call does not block. */
export function costOf(row: BlockingRow, call: CallShape, limits: CostLimits): Cost | undefined {
  const judged = typeof row.cost === 'function' ? row.cost(call) : row.cost;
  if (judged === undefined) return undefined;
  if (typeof judged === 'string') return { class: judged, why: `it ${row.why}: ${meaning[judged]}` };
  return judged.ms === undefined ? judged : { ...judged, class: classOf(judged.ms, limits) };
}

/** The class of so many milliseconds. */
export function classOf(ms: number, { noticeable, long }: CostLimits): CostClass {
  if (ms < noticeable) return 'tiny';
  return ms <= long ? 'noticeable' : 'long';
}

/** Position of a class from cheap to dear. */
export function costRank(cost: CostClass): number {
  return ['tiny', 'noticeable', 'long', 'unbounded'].indexOf(cost);
}
