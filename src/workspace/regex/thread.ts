// A thread that decides about regular expressions, seen from the one that started it. A slow pattern is
// found by being slow, so there is a limit of time; a thread that passes it is ended, and another one goes on.

import { Worker } from 'node:worker_threads';
import type { PatternQuestion, Verdict } from '../../core/verdicts';

/** For one pattern. Starting the thread counts too, and so does waiting for a processor. */
const limitMs = 3000;

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
    const watch = watchFor(() => verdicts.length, resolve);
    worker.on('message', (verdict: Verdict) => {
      watch.refresh();
      if (verdicts.push(verdict) === questions.length) resolve();
    });
    worker.on('error', resolve);
    worker.on('exit', () => {
      clearTimeout(watch);
      resolve();
    });
    for (const question of questions) worker.postMessage(question);
  });
  void worker.terminate();
  return verdicts;
}

/** Calls `end` once there is no progress for too long. Where this thread was busy that long, it looks first at what has come meanwhile. */
function watchFor(progress: () => number, end: () => void): NodeJS.Timeout {
  return setTimeout(() => {
    const before = progress();
    setImmediate(() => {
      if (progress() === before) end();
    });
  }, limitMs);
}
