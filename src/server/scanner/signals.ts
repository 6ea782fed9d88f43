// What the main thread can tell a scanner that is in the midst of an analysis, where no message is
// read: two numbers in shared memory.
// Invariant: an analysis of what is no longer current is given up within milliseconds.

import type { Knowledge } from '../../core/knowledgeIndex';

export class Signals {
  readonly #words: Int32Array<SharedArrayBuffer>;

  /** @param memory that of the other thread's signals */
  constructor(readonly memory = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.#words = new Int32Array(memory);
  }

  /** The revision that was told last. */
  get revision(): number {
    return Atomics.load(this.#words, 0);
  }

  set revision(revision: number) {
    Atomics.store(this.#words, 0, revision);
  }

  get isResting(): boolean {
    return Atomics.load(this.#words, 1) === 1;
  }

  set isResting(isResting: boolean) {
    Atomics.store(this.#words, 1, isResting ? 1 : 0);
  }
}

/** Thrown out of an analysis that nobody wants any more. */
export class Interrupted extends Error {}

/** Knowledge that first asks `check`, which may throw. All steps of an analysis consult it, at almost every call site. */
export function interruptible(knowledge: Knowledge, check: () => void): Knowledge {
  return new Proxy(knowledge, {
    get: (target, name, receiver): unknown => {
      check();
      return Reflect.get(target, name, receiver);
    },
  });
}
