// Judgements of a call by its arguments, shared by the tables. Invariant: an argument that is not
// known gets the cost of its usual value, never that of its worst.

import type { Value } from '../core/facts';
import type { CallShape, Cost, CostClass } from '../core/knowledge';

type Judgement = (call: CallShape) => CostClass | Cost | undefined;

/** The class of a time in milliseconds. */
export function classOf(ms: number): CostClass {
  if (ms < 1) return 'tiny';
  return ms <= 50 ? 'noticeable' : 'long';
}

/** The literal that argument `index` is, or `undefined`. */
export function literal(call: CallShape, index: number): string | number | boolean | null | undefined {
  return literalOf(call.arg(index));
}

/** The number that argument `index` is, or `undefined`. */
export function number(call: CallShape, index: number): number | undefined {
  return numberOf(call.arg(index));
}

/** The number that is property `name` of the options at argument `index`, or `undefined`. */
export function numberOption(call: CallShape, index: number, ...names: readonly string[]): number | undefined {
  return names.map((name) => numberOf(call.option(index, name))).find((value) => value !== undefined);
}

/** True if property `name` of the options at argument `index` is `true`. */
export function isOn(call: CallShape, index: number, name: string): boolean {
  return literalOf(call.option(index, name)) === true;
}

/** Blocks only while argument `index`, a callback, is left out. */
export function unlessCallback(index: number, cost: CostClass | Judgement): Judgement {
  return (call) => {
    const given = call.spread || (call.argCount > index && call.arg(index)?.kind !== 'literal');
    if (given) return undefined;
    return typeof cost === 'string' ? cost : cost(call);
  };
}

/** Costs `cost` once; `many` within a loop, where it adds up. */
export function perRound(cost: CostClass | undefined, many: CostClass | Cost): Judgement {
  return ({ inLoop }) => (inLoop ? many : cost);
}

/** Computes for under a millisecond with what it is usually given; within a loop that adds up. */
export const addsUp: Judgement = perRound('tiny', 'noticeable');

/** Waits for a process. Options are the second argument, or the third after a list of arguments; starting alone is noticeable. */
export function untilItEnds(call: CallShape): CostClass | Cost {
  const timeout = numberOption(call, 1, 'timeout') ?? numberOption(call, 2, 'timeout');
  if (timeout === undefined || timeout <= 0) return 'unbounded';
  const bound = classOf(Math.max(timeout, 1));
  return { class: bound, why: `it waits for the process until it ends, ${count(timeout)} ms at most` };
}

/** A count as a person reads it: `600,000`. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** A number of milliseconds as a person reads it: "about 60 ms", "about 2 s". */
export function about(ms: number): string {
  if (ms < 1) return 'under 1 ms';
  return ms < 1000 ? `about ${count(Number(ms.toPrecision(2)))} ms` : `about ${count(Number((ms / 1000).toPrecision(2)))} s`;
}

function literalOf(value: Value | undefined): string | number | boolean | null | undefined {
  return value?.kind === 'literal' ? value.value : undefined;
}

function numberOf(value: Value | undefined): number | undefined {
  const known = literalOf(value);
  return typeof known === 'number' ? known : undefined;
}
