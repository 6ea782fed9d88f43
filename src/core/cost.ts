// Cost: how long an operation holds the thread, as a class and a sentence that says why. The cost of
// waiting is what it can be in production (a cold disk, a network file system), not on a warm cache.

import type { BlockingRow, CallShape, Cost, CostClass } from './knowledge';

const meaning: Readonly<Record<CostClass, string>> = {
  tiny: 'usually under a millisecond',
  noticeable: 'often 1 to 50 ms',
  long: 'often over 50 ms, a long task',
  unbounded: 'without an upper bound',
};

/** What a call of the operation costs; `undefined` if this call does not block. */
export function costOf(row: BlockingRow, call: CallShape): Cost | undefined {
  const judged = typeof row.cost === 'function' ? row.cost(call) : row.cost;
  if (judged === undefined) return undefined;
  return typeof judged === 'string' ? { class: judged, why: `it ${row.why}: ${meaning[judged]}` } : judged;
}

/** Position of a class from cheap to dear. */
export function costRank(cost: CostClass): number {
  return ['tiny', 'noticeable', 'long', 'unbounded'].indexOf(cost);
}

/** The class of computing that takes so many milliseconds. */
export function classOfTime(ms: number): CostClass {
  if (ms < 1) return 'tiny';
  return ms <= 50 ? 'noticeable' : 'long';
}
