// Waiting without holding the loop.

import { setTimeout as delay } from 'node:timers/promises';

export { delay };

/** How long a person must have paused before work is done that the next key would make useless. */
export const quietMs = 250;

/** Lets everything that is queued happen first: messages that have arrived, in particular. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
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
