// A thread that reads and extracts files, seen from the one that started it.

import { Worker } from 'node:worker_threads';
import type { SourceFile } from './discover';
import type { Source } from './extractFile';

/** Extraction makes much that is thrown away soon: with more room for it, a tenth less time goes into collecting it. */
const youngGenerationMb = 64;

export class ExtractorThread {
  private readonly worker: Worker;
  private answer: ((sources: readonly Source[] | undefined) => void) | undefined;
  private isDead = false;

  /** @param script the built `extractor.ts` */
  constructor(script: string) {
    this.worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMb } });
    this.worker.on('message', (sources: readonly Source[]) => {
      this.settle(sources);
    });
    this.worker.on('error', () => {
      this.stop();
    });
    this.worker.on('exit', () => {
      this.stop();
    });
  }

  /** Resolves with one source for each file, or with `undefined` if the thread is dead. One call at a time. */
  async extract(files: readonly SourceFile[]): Promise<readonly Source[] | undefined> {
    if (this.isDead) return undefined;
    return new Promise((resolve) => {
      this.answer = resolve;
      this.worker.postMessage(files);
    });
  }

  stop(): void {
    this.isDead = true;
    this.settle(undefined);
    void this.worker.terminate();
  }

  private settle(sources: readonly Source[] | undefined): void {
    const answer = this.answer;
    this.answer = undefined;
    answer?.(sources);
  }
}
