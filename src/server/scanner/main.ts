// What the thread runs that scans a folder.

import { parentPort, workerData } from 'node:worker_threads';
import { workspacePorts } from '../workspacePorts';
import type { ToScanner } from './messages';
import { Scanner } from './scanner';
import { Signals } from './signals';
import type { ScannerData } from './thread';

const { root, memory } = workerData as ScannerData;
const scanner = new Scanner(root, workspacePorts, new Signals(memory), (message) => parentPort?.postMessage(message));
parentPort?.on('message', (message: ToScanner) => {
  scanner.receive(message);
});
