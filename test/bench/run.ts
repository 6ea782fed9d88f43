// `npm run bench`: Loopsight beside ESLint's `n/no-sync` (JavaScript) and beside ruff's ASYNC rules (Python), each on the
// same files and in one run. `npm run bench -- [--javascript] [--python] [--runs N] [--json FILE] [--cli DIST] [folder...]`;
// without folders, packages in node_modules and Python's standard library.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { eslint } from './eslint';
import { ruff } from './ruff';
import { copySources } from './sources';
import { copyProgram } from './timing';
import type { Comparison, Contest } from './contest';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      javascript: { type: 'boolean' },
      python: { type: 'boolean' },
      runs: { type: 'string', default: '5' },
      json: { type: 'string' },
      cli: { type: 'string', default: 'dist' },
    },
  });
  const wantsAll = !values.javascript && !values.python;
  const contests = [...(wantsAll || values.javascript ? [eslint] : []), ...(wantsAll || values.python ? [ruff] : [])];
  const comparisons: Record<string, Comparison> = {};
  for (const contest of contests) {
    const comparison = await hold(contest, positionals, Number(values.runs), resolve(values.cli));
    if (comparison) comparisons[contest.name] = comparison;
  }
  if (values.json !== undefined) await writeFile(values.json, JSON.stringify(comparisons, null, 2));
}

async function hold(contest: Contest, given: readonly string[], runs: number, dist: string): Promise<Comparison | undefined> {
  const folders = given.length > 0 ? given : contest.defaultFolders();
  const work = await mkdtemp(join(tmpdir(), 'loopsight-bench-'));
  try {
    const tree = await copySources(folders, join(work, 'sources'), contest.ending);
    console.log(`\n── ${contest.name} ──\n${tree.files.size} files, ${tree.lines} lines of ${contest.ending}`);
    if (tree.files.size === 0) return undefined;
    console.log(`Node.js ${process.version}; ${cpus().length} processors`);
    const comparison = await contest.hold(await copyProgram(dist, work), tree, runs);
    print(comparison);
    return comparison;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function print({ counts, samples }: Comparison): void {
  const lines = Object.entries(counts).map(([what, count]) => `${String(count).padStart(6)}  ${what}`);
  console.log(`\n${lines.join('\n')}`);
  for (const [title, places] of Object.entries(samples)) {
    console.log(`\n${title}\n${places.map((place) => `  ${place.file}:${place.line}  ${place.what}`).join('\n')}`);
  }
}

void main();
