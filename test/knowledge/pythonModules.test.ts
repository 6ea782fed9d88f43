// Every row about the standard library of Python names something that the machine's Python has, if that
// is of a version which the row is about. Without a Python on the machine this is skipped.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { BlockingRow } from '../../src/core/knowledge';
import { tables } from '../../src/knowledge';
import { python } from '../../src/knowledge/python';

interface Probed {
  /** The minor version of Python 3. */
  readonly minor: number;
  /** How many of the paths are of the standard library. */
  readonly asked: number;
  readonly missing: readonly string[];
}

/** What only Python on Windows has. */
const elsewhere = new Set(['asyncio.ProactorEventLoop#']);

/** The minor version since which Python has what rows about callers name. */
const newer: readonly (readonly [RegExp, number])[] = [
  [/^asyncio\.TaskGroup\b/, 11],
  [/^asyncio\.(?:threads\.)?to_thread$/, 9],
];

describe('rows about the standard library of Python', () => {
  let probed: Probed;
  before(async function () {
    const answer = await probe(apiPaths());
    if (answer === undefined) this.skip();
    else probed = answer;
  });

  it('name what Python has', () => {
    const excused = new Set(python.blocking.filter((row) => !isOf(row, probed.minor)).map(({ api }) => lazyPart(api)));
    const isTooNew = (path: string): boolean => newer.some(([pattern, minor]) => pattern.test(path) && probed.minor < minor);
    const missing = probed.missing.filter((path) => !excused.has(lazyPart(`py:${path}`)) && !elsewhere.has(path) && !isTooNew(path));
    assert.deepEqual(missing, []);
    assert.ok(probed.asked > 500);
  });

  it('say since when and until when, if not always', () => {
    const there = python.blocking.filter((row) => !isOf(row, probed.minor) && !probed.missing.includes(row.api.replace('py:', '')));
    assert.deepEqual(there, []);
  });

  it('are found missing if Python lacks them', async () => {
    const wrong = ['os.slurp', 'sqlite3.Connection#slurp', 'builtins.slurp', 'os.path.slurp', 'json.load#slurp'];
    const answer = await probe(wrong);
    assert.deepEqual(answer?.missing, wrong);
  });
});

function isOf({ since = 0, until = Infinity }: BlockingRow, minor: number): boolean {
  return since <= minor && minor <= until;
}

/** A generator is known by a class of its own: `pathlib.Path.walk#__iter__` belongs to the method `pathlib.Path#walk`. */
function lazyPart(api: string): string {
  return api.replace(/#(?:__iter__)?$/, '').replaceAll('#', '.');
}

function apiPaths(): readonly string[] {
  const paths = [
    ...python.blocking.flatMap(({ api, remedy }) => (remedy.kind === 'async' ? [api, remedy.api] : [api])),
    ...tables.returns.flatMap(({ api, type }) => [api, type]),
    ...tables.aliases.flatMap(({ api, of }) => [api, of]),
    ...tables.inherits.flatMap(({ type, base }) => [type, base]),
    ...[
      ...tables.callbacks,
      ...tables.roots,
      ...tables.serving,
      ...tables.passes,
      ...tables.environments,
      ...tables.platforms,
      ...tables.fileTests,
      ...tables.exits,
    ].map(({ api }) => api),
    ...tables.asyncTests,
    ...tables.loopTests,
    ...tables.threadNames,
    ...tables.mainThreads,
    ...tables.applications,
  ];
  const named = paths.filter((path) => path.startsWith('py:') && !/_\*$/.test(path));
  return [...new Set(named.map((path) => path.replace(/^py:/, '').replace(/:read$/, '')))];
}

/** What the machine's Python says to the API paths; `undefined` if there is none. Throws what it printed if it failed. */
async function probe(paths: readonly string[]): Promise<Probed | undefined> {
  const child = spawn('python3', ['-W', 'ignore', join(__dirname, 'pythonProbe.py')], { stdio: ['pipe', 'pipe', 'pipe'] });
  const status = new Promise<number | undefined>((resolve) => {
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code ?? 1));
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(paths));
  const [output, errors] = await Promise.all([collect(child.stdout), collect(child.stderr)]);
  const code = await status;
  if (code === undefined) return undefined;
  if (code !== 0) throw new Error(`python3 failed: ${errors}`);
  return JSON.parse(output) as Probed;
}

async function collect(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const piece of stream) text += String(piece);
  return text;
}
