// A thread that decides about regular expressions, seen from the one that started it. A slow pattern is
// found by being slow, so there is a limit of time; a thread that passes it is ended, and another one goes on.

import { Worker } from 'node:worker_threads';
import type { PatternQuestion, Verdict } from '../../core/verdicts';

/** For one pattern. Starting the thread counts too. */
const limitMs = 1500;

export class DecidingThread {
  private worker: Worker | undefined;

  /** @param script the built `main.ts` */
  constructor(private readonly script: string) {}

  /** `undefined` if that takes too long, or fails. One question at a time. */
  async decide(question: PatternQuestion): Promise<Verdict | undefined> {
    const worker = (this.worker ??= new Worker(this.script, { stdout: true, stderr: true }));
    return new Promise((resolve) => {
      const settle = (verdict: Verdict | undefined): void => {
        clearTimeout(timer);
        worker.removeAllListeners();
        if (!verdict) this.stop();
        resolve(verdict);
      };
      const timer = setTimeout(() => settle(undefined), limitMs);
      worker.once('message', settle);
      worker.once('error', () => settle(undefined));
      worker.once('exit', () => settle(undefined));
      worker.postMessage(question);
    });
  }

  stop(): void {
    this.worker?.on('error', () => undefined);
    void this.worker?.terminate();
    this.worker = undefined;
  }
}
