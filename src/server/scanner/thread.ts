// A scanner on a thread of its own, seen from the one that started it.
// Invariant: nothing that the thread prints reaches standard output, which belongs to the protocol.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ScannerLink, ScannerListener } from '../ports';
import type { FromScanner, ToScanner } from './messages';
import { Signals } from './signals';

/** What `main.ts` is started with. */
export interface ScannerData {
  readonly root: string;
  readonly memory: SharedArrayBuffer;
}

/** Reading makes much that is thrown away soon: with more room for it, less time goes into collecting it. */
const youngGenerationMb = 64;

export function startScannerThread(root: string, listener: ScannerListener): ScannerLink {
  const signals = new Signals();
  const workerData: ScannerData = { root, memory: signals.memory };
  // The bundle lies beside the server's own.
  const worker = new Worker(join(__dirname, 'scanner.js'), {
    workerData,
    stdout: true,
    resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMb },
  });
  const end = once((reason: string) => {
    listener.ended(reason);
  });
  worker.on('message', (message: FromScanner) => {
    listener.receive(message);
  });
  worker.on('error', (error) => {
    end(String(error));
  });
  worker.on('exit', (code) => {
    end(`it ended with status ${code}`);
  });
  return {
    signals,
    post: (message: ToScanner) => {
      worker.postMessage(message);
    },
    stop: () => {
      worker.removeAllListeners();
      void worker.terminate();
    },
  };
}

function once(work: (reason: string) => void): (reason: string) => void {
  let isDone = false;
  return (reason) => {
    if (!isDone) work(reason);
    isDone = true;
  };
}
