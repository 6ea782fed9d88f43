// node:child_process. The synchronous forms wait until the process has ended; a literal `timeout` is
// a bound, since the process is killed then.

import type { BlockingRow } from '../../core/knowledge';
import { called, callback, nodeDocs } from '../builders';
import { untilItEnds } from '../judge';

const spawnNote = '`util.promisify` makes it awaitable; `child_process.spawn` hands over the output while it comes';

export const processRows: readonly BlockingRow[] = [
  called(
    'sync-process',
    'node:child_process.execSync',
    untilItEnds,
    'starts a shell and waits until its command has ended',
    callback('node:child_process.exec'),
    nodeDocs('child_process', 'child_process.execSync(command[, options])'),
    { example: "'make'" },
  ),
  called(
    'sync-process',
    'node:child_process.execFileSync',
    untilItEnds,
    'starts a program and waits until it has ended',
    callback('node:child_process.execFile'),
    nodeDocs('child_process', 'child_process.execFileSync(file[, args][, options])'),
    { example: "'git', ['status']" },
  ),
  called(
    'sync-process',
    'node:child_process.spawnSync',
    untilItEnds,
    'starts a process and waits until it has ended and its output is closed',
    callback('node:child_process.execFile', spawnNote),
    nodeDocs('child_process', 'child_process.spawnSync(command[, args][, options])'),
    { example: "'git', ['status'], { timeout: 5000 }" },
  ),
];
