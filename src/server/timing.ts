// Waiting without holding the loop.

import { setTimeout as delay } from 'node:timers/promises';

export { delay };

/** How long a person must have paused before work is done that the next key would make useless. */
export const quietMs = 250;

/** Lets everything that is queued happen first: messages that have arrived, in particular. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Runs `work` at once, unless that was less than `waitMs` ago: then once, as soon as it is not. */
export class Throttled {
  #timer: NodeJS.Timeout | undefined;
  #ranAt = -Infinity;

  constructor(
    private readonly waitMs: number,
    private readonly work: () => void,
  ) {}

  schedule(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => this.#run(), Math.max(0, this.#ranAt + this.waitMs - performance.now()));
  }

  #run(): void {
    this.#timer = undefined;
    this.#ranAt = performance.now();
    this.work();
  }
}

/** Runs `work` once, `waitMs` after the last call. */
export class Debounced {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly waitMs: number,
    private readonly work: () => void,
  ) {}

  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.work();
    }, this.waitMs);
  }

  get isScheduled(): boolean {
    return this.#timer !== undefined;
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
