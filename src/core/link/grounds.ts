// What a value that is being worked out rests on. Whoever asks for a value rests on all that the value rests on.

import { type Ground, shiftingGround } from './learned';

export type Grounds = readonly Ground[];

const mostGrounds = 48;
/** Rests on the facts of files only, so it never changes. */
export const firm: Grounds = [];
/** Rests on too much. */
const shifting: Grounds = [shiftingGround];

/** Both together, each once. */
export function joined(a: Grounds, b: Grounds): Grounds {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  const more = b.filter((one) => !a.includes(one));
  if (more.length === 0) return a;
  return a.length + more.length > mostGrounds ? shifting : [...a, ...more];
}

/** True if none of them changed after a round. */
export function holdSince(round: number, grounds: Grounds): boolean {
  return grounds.every((one) => one.changedIn <= round);
}
