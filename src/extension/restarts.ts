// How often a server that ends by itself is started again: a crash is survived, a crash loop is not.

export const maxRestarts = 4;
const windowMs = 3 * 60_000;

export class RestartLimit {
  #times: readonly number[] = [];

  constructor(private readonly now: () => number = Date.now) {}

  /** Counts one more end; true if the server may be started again. */
  allows(): boolean {
    const time = this.now();
    this.#times = [...this.#times.filter((earlier) => time - earlier < windowMs), time];
    return this.#times.length <= maxRestarts;
  }

  /** A person asked for a restart: the count starts anew. */
  reset(): void {
    this.#times = [];
  }
}
