// Judgements of a Python call by its arguments, shared by the tables. Invariant: an argument that is
// not known gets the cost of its usual value, never that of its worst.

import type { Value } from '../../core/facts';
import type { BlockingRow, CallShape, Cost, CostClass } from '../../core/knowledge';
import { about, classOf } from '../judge';

type Judgement = Extract<BlockingRow['cost'], (call: CallShape) => unknown>;

/** Waits for something, for as many seconds as argument `index` or `name` says; for ever if neither is given. Zero only asks. */
export function upTo(index: number | undefined, name = 'timeout'): Judgement {
  return (call) => waitingFor(index === undefined ? call.keyword(name) : call.arg(index, name));
}

/** The same, unless argument `index` or `name` (`block=False`) says that it must not wait. */
export function unlessToldNotTo(name: string, index: number, timeout: number): Judgement {
  const wait = upTo(timeout);
  return (call) => (literal(call.arg(index, name)) === false ? undefined : wait(call));
}

/** Sleeps for as many seconds as argument `index` says. */
export function seconds(index = 0, name?: string): Judgement {
  return (call) => {
    const time = literal(call.arg(index, name));
    if (typeof time !== 'number') return 'long';
    // A millisecond is where what people notice begins, and who writes it means as little as can be.
    return time > 0 ? { class: time <= 0.001 ? 'tiny' : classOf(time * 1000), why: `it sleeps for ${spell(time)}` } : undefined;
  };
}

/** Costs `cost`, unless keyword or argument `name` is given: `context=` saves making one. */
export function unlessGiven(cost: CostClass, name: string, index?: number): Judgement {
  return (call) => {
    const given = index === undefined ? call.keyword(name) : call.arg(index, name);
    return isNone(given) ? cost : undefined;
  };
}

/** Costs `cost` only if argument `index` or `name` is given: `FTP()` connects to nothing yet. */
export function ifGiven(cost: CostClass, name: string, index: number): Judgement {
  return (call) => (isNone(call.arg(index, name)) && !call.spread ? undefined : cost);
}

/** Costs `many` if argument `index` or `name` is true, `cost` if not. */
export function ifTrue(name: string, index: number | undefined, many: CostClass, cost: CostClass): Judgement {
  return (call) => (literal(index === undefined ? call.keyword(name) : call.arg(index, name)) === true ? many : cost);
}

/** Everything if no size is given; a piece if one is. */
export function piecewise(call: CallShape): CostClass {
  const size = literal(call.arg(0, 'size'));
  return call.argCount === 0 || size === -1 || size === null ? 'noticeable' : 'tiny';
}

/** Of a path: what the kernel makes up is on no disk. */
export function ofPath(cost: CostClass): Judgement {
  return (call) => (isMadeUp(call) ? 'tiny' : cost);
}

/** Goes on with what a stream holds, by what was made of it: a stream in memory waits for no disk. */
export function ofStream(cost: CostClass): Judgement {
  return (call) => ([...call.madeOf('receiver'), ...call.madeOf(0)].some((type) => memoryStreams.includes(type)) ? undefined : cost);
}

/** https://docs.python.org/3/library/io.html#io.BytesIO */
export const memoryStreams: readonly string[] = ['py:io.BytesIO#', 'py:io.StringIO#'];

/** The literal that `value` is, or `undefined`. */
export function literal(value: Value | undefined): string | number | boolean | null | undefined {
  return value?.kind === 'literal' ? value.value : undefined;
}

/** The number that argument `index` or `name` is, or `undefined`. */
export function number(call: CallShape, index: number, name?: string): number | undefined {
  const known = literal(call.arg(index, name));
  return typeof known === 'number' ? known : undefined;
}

/** The last name of `value`: `P_NOWAIT` for `os.P_NOWAIT`. */
export function lastName(value: Value | undefined): string | undefined {
  return value?.kind === 'member' || value?.kind === 'import' || value?.kind === 'name' ? value.name : undefined;
}

/** True if nothing is given, or `None`. */
export function isNone(value: Value | undefined): boolean {
  return value === undefined || (value.kind === 'literal' && (value.value === null || value.value === undefined));
}

/** A number of seconds as a person reads it. */
export function spell(time: number): string {
  return about(time * 1000).replace('about ', '');
}

function waitingFor(timeout: Value | undefined): CostClass | Cost | undefined {
  if (isNone(timeout)) return 'unbounded';
  const time = literal(timeout);
  if (typeof time !== 'number') return 'long';
  return time > 0 ? { class: classOf(time * 1000), why: `it waits for up to ${spell(time)}` } : undefined;
}

function isMadeUp(call: CallShape): boolean {
  if (typeof literal(call.arg(0, 'file')) === 'number') return true;
  return /^\/(?:proc|sys|dev)(?:\/|$)/.test(call.beginning(0, 'file') ?? '');
}
