// Findings as the analysis makes them, for tests of what is said about them.

import type { Finding, Step } from '../../src/core/findings';

/** A finding through one helper; any part of it can be replaced. */
export function sampleFinding(parts: Partial<Finding> = {}): Finding {
  return {
    rule: 'sync-file',
    severity: 'warning',
    message: 'fs.readFileSync blocks the event loop.',
    file: '/project/src/server.ts',
    range: range(12),
    context: { kind: 'async-function', name: 'getUser', phase: 'loop' },
    cost: { class: 'noticeable', why: 'it reads the whole file before it returns: often 1 to 50 ms' },
    path: [step('loadConfig', 'server.ts', 12, 'getUser'), step('fs.readFileSync', 'config.ts', 7, 'loadConfig')],
    api: 'node:fs.readFileSync',
    remedy: { kind: 'async', api: 'node:fs/promises.readFile', style: 'promise' },
    link: 'https://nodejs.org/api/fs.html#fsreadfilesyncpath-options',
    fixes: [],
    ...parts,
  };
}

/** A step of a chain, in a file of the sample project. */
export function step(name: string, file: string, line: number, within: string): Step {
  return { name, file: `/project/src/${file}`, range: range(line), within };
}

/** A chain of `length` steps that ends in `fs.readFileSync`. */
export function longPath(length: number): readonly Step[] {
  const helpers = Array.from({ length: length - 1 }, (_, index) => step(`helper${index + 1}`, 'chain.ts', index + 1, `helper${index}`));
  return [...helpers, step('fs.readFileSync', 'chain.ts', length, `helper${length - 1}`)];
}

function range(line: number): Finding['range'] {
  return { start: { line, column: 3 }, end: { line, column: 13 } };
}
