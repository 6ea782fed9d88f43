// Values that every language makes alike, of what their operators and annotations say.

import type { Literal, Value } from '../core/facts';

export const unknown: Value = { kind: 'unknown' };

/** `value` equals a literal, or does not. */
export function comparison(value: Value, equals: Literal, negated: boolean): Value {
  return value.kind === 'unknown' ? unknown : { kind: 'comparison', value, equals, negated };
}

/** `get_ident() == thread`, or not; of what no call gives, two names say nothing. */
export function sameness(left: Value, right: Value, negated: boolean): Value {
  if (left.kind === 'unknown' || right.kind === 'unknown' || (!comesOfCall(left) && !comesOfCall(right))) return unknown;
  const same: Value = { kind: 'same', left, right };
  return negated ? comparison(same, true, true) : same;
}

function comesOfCall(value: Value): boolean {
  return value.kind === 'call' || (value.kind === 'member' && comesOfCall(value.object));
}

/** `text.length > 100`, `100 >= len(text)`, by what each side is the length of. */
export function lengthTest(operator: string, left: Value, right: Value, ofLeft: Value | undefined, ofRight: Value | undefined): Value {
  if (!/^[<>]=?$/.test(operator) || (!ofLeft && !ofRight)) return unknown;
  const longer: Value = { kind: 'longer', value: ofLeft ?? ofRight ?? unknown, than: ofLeft ? right : left };
  return operator.startsWith('>') === (ofLeft !== undefined) ? longer : comparison(longer, true, true);
}

/** One of several; what an operator chooses between keeps its places. */
export function choice(options: readonly Value[], operator?: '&&' | '||' | '??'): Value {
  const known = options.filter((option) => option.kind !== 'unknown');
  if (known.length === 0) return unknown;
  return operator ? { kind: 'choice', options, operator } : { kind: 'choice', options: known };
}

/** What is passed, or the default; one that can't be evaluated here is a default all the same. */
export function withDefault(passed: Value, fallback: Value): Value {
  return { kind: 'choice', options: [passed, fallback] };
}

/** `value + 1`, `value - 2`. */
export function shifted(operator: string, value: Value, by: Literal): Value {
  const sign = operator === '+' ? 1 : operator === '-' ? -1 : 0;
  return sign !== 0 && typeof by === 'number' && value.kind !== 'unknown' ? { kind: 'shifted', value, by: sign * by } : unknown;
}

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '//': (a, b) => Math.floor(a / b),
  '**': (a, b) => a ** b,
  '<<': (a, b) => a * 2 ** b,
};

/** `1024 * 1024`, `'a' + 'b'`: thresholds and names are written like that. */
export function combined(operator: string, a: Literal, b: Literal): Value {
  if (operator === '+' && typeof a === 'string' && typeof b === 'string') return { kind: 'literal', value: a + b };
  const compute = arithmetic[operator];
  const result = compute && typeof a === 'number' && typeof b === 'number' ? compute(a, b) : NaN;
  return Number.isFinite(result) ? { kind: 'literal', value: result } : unknown;
}

/** A list, by the types of what it holds, is the array of that. */
export function listOf(types: readonly Value[]): Value[] {
  return types.length === 0 ? [] : [{ kind: 'array', elements: [{ kind: 'typed', value: unknown, types }] }];
}
