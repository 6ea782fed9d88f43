// A thread that decides about regular expressions, seen from the one that started it. A slow pattern is
// found by being slow, so there is a limit of time; a thread that passes it is ended, and another one goes on.

import { Worker } from 'node:worker_threads';
import type { PatternQuestion, Verdict } from '../../core/verdicts';

/** For one pattern. Starting the thread counts too. */
const limitMs = 1500;

export class DecidingThread {
  private worker: Worker | undefined;
  private answer: ((verdict: Verdict | undefined) => void) | undefined;

  /** @param script the built `main.ts` */
  constructor(private readonly script: string) {}

  /** `undefined` if that takes too long, or fails. One question at a time. */
  async decide(question: PatternQuestion): Promise<Verdict | undefined> {
    const worker = (this.worker ??= this.start());
    const timer = setTimeout(() => this.stop(), limitMs);
    const verdict = await new Promise<Verdict | undefined>((resolve) => {
      this.answer = resolve;
      worker.postMessage(question);
    });
    clearTimeout(timer);
    return verdict;
  }

  stop(): void {
    const { worker } = this;
    this.worker = undefined;
    void worker?.terminate();
    this.settle(undefined);
  }

  private start(): Worker {
    const worker = new Worker(this.script, { stdout: true, stderr: true });
    const end = (): void => {
      if (this.worker === worker) this.stop();
    };
    worker.on('message', (verdict: Verdict) => {
      if (this.worker === worker) this.settle(verdict);
    });
    worker.on('error', end);
    worker.on('exit', end);
    return worker;
  }

  private settle(verdict: Verdict | undefined): void {
    const { answer } = this;
    this.answer = undefined;
    answer?.(verdict);
  }
}
