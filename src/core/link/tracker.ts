// Keeps track of what each value rests on while values are worked out, one within the other. What was
// found stays right until something that it rests on changes.

import { firm, type Grounds, holdSince, joined, shifting } from './grounds';
import type { Remembered } from './memory';
import type { Target } from './targets';

export class Tracker {
  private round = 0;
  /** What all that was asked for since the innermost value began to be worked out rests on. */
  private grounds: Grounds = firm;

  nextRound(): number {
    this.round += 1;
    return this.round;
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
    return memory.targets;
  }

  /** Remembers what `work` gives. Meanwhile it is nothing: what refers to itself adds nothing. */
  workOut(memory: Remembered, work: () => readonly Target[]): readonly Target[] {
    const outer = this.grounds;
    memory.round = this.round;
    memory.targets = [];
    memory.grounds = shifting;
    this.grounds = firm;
    memory.targets = work();
    memory.grounds = this.grounds;
    this.grounds = outer;
    return this.recall(memory);
  }

  restOn(grounds: Grounds): void {
    this.grounds = joined(this.grounds, grounds);
  }
}
