// What a thread runs that reads and extracts files: lists of files in, their sources out.

import { parentPort } from 'node:worker_threads';
import { diskConcurrency, mapLimited } from './concurrency';
import type { SourceFile } from './discover';
import { extractFile } from './extractFile';

parentPort?.on('message', (files: readonly SourceFile[]) => {
  void mapLimited(files, diskConcurrency, extractFile).then((sources) => parentPort?.postMessage(sources));
});
