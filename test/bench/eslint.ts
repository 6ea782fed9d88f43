// `npm run bench`: Loopsight and ESLint's `n/no-sync` on the same files, in one run. Both are cold processes
// with the same Node.js flags, one after the other in turn; medians of one run are compared, never of two.
// `npm run bench -- [--runs N] [--json FILE] [folder...]`; without folders, packages in node_modules.

import { cpus, loadavg, tmpdir } from 'node:os';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compareFindings, type Comparison } from './eslintCompare';
import { copySources, defaultFolders, type Tree } from './eslintFiles';
import { copyProgram, measure, type Measured } from './eslintTiming';

interface Side {
  readonly name: string;
  readonly command: readonly string[];
  readonly runs: Measured[];
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: 'string', default: '5' }, json: { type: 'string' }, cli: { type: 'string' } },
  });
  const work = await mkdtemp(join(tmpdir(), 'loopsight-bench-'));
  try {
    const program = await copyProgram(resolve(values.cli ?? 'dist'), work);
    const tree = await copySources(positionals.length > 0 ? positionals : defaultFolders, join(work, 'sources'));
    await excludeFatal(tree);
    console.log(`${tree.files.size} files, ${tree.lines} lines of .js; Node.js ${process.version}; ${cpus().length} processors`);
    const sides: readonly Side[] = [
      { name: 'loopsight', command: [program, 'check', '--format', 'json', tree.root], runs: [] },
      { name: 'eslint', command: [eslintChild, tree.root, 'functions'], runs: [] },
    ];
    for (let run = 0; run < Number(values.runs); run++) for (const side of sides) await runOnce(side, run);
    const [ours, theirs] = sides.map((side) => side.runs.at(-1)?.output ?? '');
    const everywhere = await measure([eslintChild, tree.root, 'everywhere']);
    const comparison = compareFindings(tree, ours ?? '', theirs ?? '', everywhere.output);
    report(sides, comparison);
    if (values.json !== undefined) await writeFile(values.json, JSON.stringify(comparison, null, 2));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const eslintChild = join(import.meta.dirname, 'eslintChild.mjs');

/** What ESLint's default parser cannot read is taken away from both. */
async function excludeFatal(tree: Tree): Promise<void> {
  const { output } = await measure([eslintChild, tree.root, 'everywhere']);
  const { fatal } = JSON.parse(output) as { fatal: string[] };
  for (const file of fatal) await tree.remove(file);
  if (fatal.length > 0) console.log(`${fatal.length} files left out on both sides: ESLint's default parser cannot read them`);
}

async function runOnce(side: Side, run: number): Promise<void> {
  const measured = await measure(side.command);
  side.runs.push(measured);
  console.log(
    `${side.name.padEnd(10)} run ${run + 1}: ${seconds(measured.wall)} wall, ${seconds(measured.cpu)} processor, load ${loadavg()[0]?.toFixed(1) ?? ''}`,
  );
}

function report(sides: readonly Side[], { counts, samples }: Comparison): void {
  for (const key of ['wall', 'cpu'] as const) {
    const [ours = 0, theirs = 0] = sides.map((side) => median(side.runs.map((run) => run[key])));
    console.log(`${key}: loopsight ${seconds(ours)}, eslint ${seconds(theirs)}, ratio of medians ${(ours / theirs).toFixed(2)}`);
  }
  if ((loadavg()[0] ?? 0) > cpus().length)
    console.log('The machine had more to do than this: wall times say little, processor times more.');
  console.log(
    `\n${Object.entries(counts)
      .map(([what, count]) => `${String(count).padStart(6)}  ${what}`)
      .join('\n')}`,
  );
  for (const [title, places] of Object.entries(samples)) {
    console.log(`\n${title}\n${places.map((place) => `  ${place.file}:${place.line}  ${place.what}`).join('\n')}`);
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

void main();
