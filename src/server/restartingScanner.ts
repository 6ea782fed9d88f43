// The scanner of a folder through its deaths: one that ends by itself is started again, once.
// Invariant: a message reaches the scanner that it was meant for, or none.

import type { Log, Ports, ScannerLink } from './ports';
import type { FromScanner, ToScanner } from './scanner/messages';

interface Listener {
  receive(message: FromScanner): void;
  /** There is one that knows nothing yet. */
  started(): void;
  /** There is none any more. */
  gone(): void;
}

interface Host {
  readonly ports: Pick<Ports, 'startScanner'>;
  readonly log: Log;
}

const mostStarts = 2;

export class RestartingScanner {
  #link: ScannerLink | undefined;
  #starts = 0;
  #isStopped = false;
  #resting: (() => void)[] = [];

  constructor(
    private readonly root: string,
    private readonly host: Host,
    private readonly listener: Listener,
  ) {}

  get isRunning(): boolean {
    return this.#link !== undefined;
  }

  /** Starts it if it was never started. */
  start(): void {
    if (this.#starts === 0 && !this.#isStopped) this.#start();
  }

  stop(): void {
    this.#isStopped = true;
    this.#lose()?.stop();
  }

  /** Tells something that makes what was told before another state; it wakes a scanner that rests. */
  post(message: ToScanner, revision: number): void {
    if (!this.#link) return;
    this.#link.signals.isResting = false;
    this.#link.signals.revision = revision;
    this.#link.post(message);
  }

  ask(paths: readonly string[]): void {
    this.#link?.post({ kind: 'wanted', paths });
  }

  /** Resolves when it rests. */
  rest(): Promise<void> {
    const link = this.#link;
    if (!link) return Promise.resolve();
    link.signals.isResting = true;
    link.post({ kind: 'rest' });
    return new Promise((resolve) => this.#resting.push(resolve));
  }

  #start(): void {
    this.#starts += 1;
    const link = this.host.ports.startScanner?.(this.root, {
      receive: (message) => {
        if (link === this.#link) this.#receive(message);
      },
      ended: (reason) => {
        if (link === this.#link) this.#ended(reason);
      },
    });
    this.#link = link;
    if (link) this.listener.started();
  }

  #receive(message: FromScanner): void {
    if (message.kind === 'resting') this.#rests();
    this.listener.receive(message);
  }

  #ended(reason: string): void {
    this.#lose();
    const what = `The scan of ${this.root} has ended unexpectedly (${reason}).`;
    if (this.#starts < mostStarts) {
      this.host.log.warn(`${what} It is started again.`);
      this.#start();
    } else {
      this.host.log.error(`${what} Only the open documents, and what is near them, are analyzed from now on.`);
      this.listener.gone();
    }
  }

  #lose(): ScannerLink | undefined {
    const link = this.#link;
    this.#link = undefined;
    this.#rests();
    return link;
  }

  #rests(): void {
    for (const resolve of this.#resting.splice(0)) resolve();
  }
}
