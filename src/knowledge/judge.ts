// Judgements of a call by its arguments, shared by the tables. Invariant: an argument that is not
// known gets the cost of its usual value, never that of its worst.

import type { Value } from '../core/facts';
import { classOf as classBy } from '../core/cost';
import type { CallShape, Cost, CostClass } from '../core/knowledge';
import { defaultSettings } from '../core/settings';
import { count } from '../core/words';

export { count } from '../core/words';

export type Judgement = (call: CallShape) => CostClass | Cost | undefined;

/** The class of a time in milliseconds. */
export function classOf(ms: number): CostClass {
  return classBy(ms, defaultSettings.thresholds);
}

/** Computes for so long, by estimate. */
export function takes(ms: number, why: string): Cost {
  return { class: classOf(ms), ms, why: `it ${why}, ${about(ms)}` };
}

/** How much there is taken to be where nobody knows. */
const megabyte = 1_000_000;
const many = 10_000;

/** With so much, it must take that many milliseconds to be told: most of what may be large is not. */
const worthTelling = 10;

/** How the time of an operation grows with its data. */
export interface Growth {
  /** Where the data is: an argument, or what the method is called on. */
  readonly of: number | 'receiver';
  readonly keyword?: string;
  /** Bytes that it gets through in a millisecond. */
  readonly bytes?: number;
  /** Elements of a list that it gets through in a millisecond. */
  readonly elements?: number;
  /** What it does to its data: "parses". */
  readonly does: string;
  /** The cost where nothing is known of the data; none if absent. */
  readonly usual?: CostClass | Judgement;
}

/** The time grows with the data: literals say how much there is, and what comes from outside may be large. */
export function grows({ of, keyword, bytes, elements, does, usual }: Growth): Judgement {
  const perMs = (isList: boolean): { readonly rate: number; readonly unit: string; readonly guess: number } =>
    elements !== undefined && (isList || bytes === undefined)
      ? { rate: elements, unit: 'elements', guess: many }
      : { rate: bytes ?? Infinity, unit: 'bytes', guess: megabyte };
  return (call) => {
    const size = call.size(of, keyword);
    if (size.kind === 'known') {
      const { rate, unit } = perMs(size.elements === true);
      const cost = takes(size.amount / rate, `${does} ${count(size.amount)} ${unit}`);
      return cost.class === 'tiny' && usual === undefined ? undefined : cost;
    }
    const { rate, unit, guess } = perMs(size.kind === 'large' && size.list === true);
    const amount = size.kind === 'large' ? Math.min(guess, size.limit ?? guess) : 0;
    const cost = size.kind === 'large' && takes(amount / rate, `${does} ${size.why}; with ${count(amount)} ${unit}`);
    return cost && (cost.ms ?? 0) >= worthTelling ? cost : typeof usual === 'function' ? usual(call) : usual;
  };
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
