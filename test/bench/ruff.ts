// Ruff's rules about blocking calls (ASYNC2xx), in the WebAssembly build that npm has. Both are cold processes of Node.js.
// What is timed prints what people see; the findings are compared from a run of its own that prints everything.

import { join } from 'node:path';
import { standardLibrary } from '../standardLibrary';
import type { Comparison, Contest } from './contest';
import { compareWithRuff } from './ruffCompare';
import type { Tree } from './sources';
import { compareTimes, measure } from './timing';

export const ruff: Contest = { name: "ruff's ASYNC2xx", ending: '.py', defaultFolders, hold };

const ruffChild = join(import.meta.dirname, 'ruffChild.mjs');

async function hold(program: string, tree: Tree, runs: number): Promise<Comparison> {
  const check = [program, 'check', '--format', 'json', '--min-severity'];
  const [, theirOutput] = await compareTimes(
    { name: 'loopsight', command: [...check, 'warning', tree.root] },
    { name: 'ruff', command: [ruffChild, tree.root] },
    runs,
  );
  const ours = await measure([...check, 'hint', tree.root]);
  return compareWithRuff(tree, ours.output, theirOutput);
}

/** The standard library of this machine's Python, with its tests; nothing without a Python. */
function defaultFolders(): string[] {
  const folder = standardLibrary();
  return folder === undefined ? [] : [folder];
}
