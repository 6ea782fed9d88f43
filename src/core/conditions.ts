// Conditions by what is impossible: a value that is never truthy, or never anything else, in the world that
// is asked about. How tests combine is the same for every such world; what a plain value can be is the leaf.

import type { Condition, Literal, Value } from './facts';
import type { ProgramFile } from './link/program';

/** What a value's being equal to something never is. */
export interface Never {
  readonly met: boolean;
  readonly missed: boolean;
}

/** What is known of a value that is no test itself; `again` asks about the value that it stands for. */
export type Leaf = (file: ProgramFile, value: Value, equals: Literal, again: Judge) => Never;

/** Judges that a value equals a literal; that it equals `true` says that it is truthy. */
export type Judge = (file: ProgramFile, value: Value, equals: Literal) => Never;

export const undecided: Never = { met: false, missed: false };

const deepest = 6;

/** True if a condition never holds. */
export function neverHolds(leaf: Leaf, file: ProgramFile, { value, holds }: Condition): boolean {
  const never = judge(leaf, 0)(file, value, true);
  return holds ? never.met : never.missed;
}

function judge(leaf: Leaf, depth: number): Judge {
  return (file, value, equals) => {
    if (depth > deepest) return undecided;
    const deeper = judge(leaf, depth + 1);
    if (value.kind === 'choice' && typeof equals === 'boolean') return negatedIf(!equals, ofChoice(file, value, deeper));
    if (value.kind !== 'comparison') return leaf(file, value, equals, deeper);
    return typeof equals === 'boolean' ? negatedIf(!equals, ofComparison(file, value, deeper)) : undecided;
  };
}

function ofChoice(file: ProgramFile, { options, operator }: Value & { kind: 'choice' }, judgeOption: Judge): Never {
  const judged = options.map((option) => judgeOption(file, option, true));
  const [every, any] = [inAll(judged), inAny(judged)];
  if (operator === '&&') return { met: any.met, missed: every.missed };
  return operator === '||' ? { met: every.met, missed: any.missed } : every;
}

function ofComparison(file: ProgramFile, { value, equals, negated }: Value & { kind: 'comparison' }, judgeValue: Judge): Never {
  return negatedIf(negated, judgeValue(file, value, equals));
}

function negatedIf(negated: boolean, { met, missed }: Never): Never {
  return negated ? { met: missed, missed: met } : { met, missed };
}

/** What is impossible in each of several cases, if there is one. */
export function inAll(cases: readonly Never[]): Never {
  if (cases.length === 0) return undecided;
  return { met: cases.every((one) => one.met), missed: cases.every((one) => one.missed) };
}

function inAny(cases: readonly Never[]): Never {
  return { met: cases.some((one) => one.met), missed: cases.some((one) => one.missed) };
}
