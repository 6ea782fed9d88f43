// Keeps track of what each value rests on while values are worked out, one within the other. What was
// found stays right until something that it rests on changes.

import { firm, type Grounds, holdSince, joined } from './grounds';
import { nothing, type Remembered } from './memory';
import type { Target } from './targets';

export class Tracker {
  private round = 0;
  /** What all that was asked for since the innermost value began to be worked out rests on. */
  private grounds: Grounds = firm;
  /** How many values are being worked out, one within the other. */
  private depth = 0;
  /** The outermost of them that was asked for since the innermost one began; 0 if none was. */
  private within = 0;
  /** What rests on an unfinished value: right for that one only. */
  private readonly provisional: Remembered[] = [];
  /** True once nothing changes any more, so that it does not matter what rests on what. */
  private isSettled = false;

  nextRound(): number {
    this.round += 1;
    return this.round;
  }

  settle(): void {
    this.isSettled = true;
  }

  /** What all that `work` asks for rests on. */
  groundsOf(work: () => void): Grounds {
    this.grounds = firm;
    work();
    return this.grounds;
  }

  /** False if something that was found in the last round may be another thing in this one. */
  stillHolds(grounds: Grounds): boolean {
    return holdSince(this.round - 1, grounds);
  }

  /** True if what is remembered is right in this round. */
  isCurrent(memory: Remembered): boolean {
    if (memory.round === this.round) return true;
    if (memory.round < 0 || !holdSince(memory.round, memory.grounds)) return false;
    memory.round = this.round;
    return true;
  }

  /** What is remembered. Who asks rests on what it rests on. */
  recall(memory: Remembered): readonly Target[] {
    this.restOn(memory.grounds);
    this.within = outermost(this.within, memory.within);
    return memory.targets;
  }

  /**
   * Remembers what `work` gives. Meanwhile it is nothing: what refers to itself adds nothing. What others made of that nothing
   * is forgotten as soon as it is something.
   */
  workOut(memory: Remembered, work: () => readonly Target[]): readonly Target[] {
    const outer = this.grounds;
    const outerWithin = this.within;
    const known = this.provisional.length;
    this.depth += 1;
    this.within = 0;
    memory.within = this.depth;
    memory.round = this.round;
    memory.targets = nothing;
    // What is unfinished is no ground: what rests on it is forgotten, and then it rests on all that it is made of.
    memory.grounds = firm;
    this.grounds = firm;
    memory.targets = work();
    memory.grounds = this.grounds;
    this.grounds = outer;
    memory.within = this.within < this.depth ? this.within : 0;
    if (memory.within > 0) this.provisional.push(memory);
    else for (const one of this.provisional.splice(known)) one.round = -1;
    this.depth -= 1;
    this.within = outerWithin;
    return this.recall(memory);
  }

  restOn(grounds: Grounds): void {
    if (!this.isSettled) this.grounds = joined(this.grounds, grounds);
  }
}

function outermost(a: number, b: number): number {
  return a > 0 && b > 0 ? Math.min(a, b) : a + b;
}
