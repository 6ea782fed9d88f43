// A thread that decides about regular expressions, seen from the one that started it. A slow pattern is
// found by being slow, so there is a limit of time; a thread that passes it is ended, and another one goes on.

import { Worker } from 'node:worker_threads';
import type { PatternQuestion, Verdict } from '../../core/verdicts';

/** For one pattern. Starting the thread counts too, and so does waiting for a processor. */
const limitMs = 3000;

/** A timer that comes so much later than it should tells that its thread was busy. */
const lateMs = 100;

/**
 * Decides about many patterns, while this thread may be busy with something else.
 * @param script the built `main.ts`
 * @returns in the order of the questions; `undefined` for one that takes too long, or fails
 */
export async function decideOnThread(script: string, questions: readonly PatternQuestion[]): Promise<readonly (Verdict | undefined)[]> {
  const verdicts: (Verdict | undefined)[] = [];
  while (verdicts.length < questions.length) {
    verdicts.push(...(await firstVerdicts(script, questions.slice(verdicts.length))));
    if (verdicts.length < questions.length) verdicts.push(undefined);
  }
  return verdicts;
}

/** The verdicts about the first of the questions, as far as one thread comes. */
async function firstVerdicts(script: string, questions: readonly PatternQuestion[]): Promise<readonly Verdict[]> {
  const worker = new Worker(script, { stdout: true, stderr: true });
  const verdicts: Verdict[] = [];
  await new Promise<void>((resolve) => {
    const watch = new Watch(resolve);
    worker.on('message', (verdict: Verdict) => {
      watch.progress();
      if (verdicts.push(verdict) === questions.length) resolve();
    });
    worker.on('error', () => {
      // It has ended: what it said before comes until its exit.
    });
    worker.on('exit', () => {
      watch.stop();
      resolve();
    });
    for (const question of questions) worker.postMessage(question);
  });
  void worker.terminate();
  return verdicts;
}

/**
 * Calls `end` once there is no progress for too long. Where this thread was busy meanwhile, it has not seen
 * what came, and the other one may have had no processor: then the time counts anew.
 */
class Watch {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly end: () => void) {
    this.progress();
  }

  progress(): void {
    this.stop();
    const since = performance.now();
    this.timer = setTimeout(() => {
      if (performance.now() - since > limitMs + lateMs) this.progress();
      else this.end();
    }, limitMs);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
