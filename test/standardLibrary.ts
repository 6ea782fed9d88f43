// The folder of this machine's Python library: a large body of Python that is there without a network,
// with the tests of Python itself, some of which are broken on purpose.

import { spawnSync } from 'node:child_process';

/** `undefined` without a `python3`. */
export function standardLibrary(): string | undefined {
  const { status, stdout } = spawnSync('python3', ['-c', 'import os; print(os.path.dirname(os.__file__))'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
