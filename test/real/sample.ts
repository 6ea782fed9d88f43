// Prints findings of the built command line as a table to judge by hand:
// `npx tsx test/real/sample.ts DIR [--count 25 | --count all] [--seed 1] [--keep TABLE.md] [--cli dist/cli.js]`.
// The same seed and findings give the same sample; `--keep` carries over the verdicts that a table already has.

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

interface Step {
  readonly name: string;
  readonly file: string;
  readonly range: { readonly start: { readonly line: number } };
}

interface Finding extends Step {
  readonly rule: string;
  readonly severity: string;
  readonly cost: { readonly class: string };
  readonly path: readonly Step[];
}

interface Report {
  readonly findings: readonly Finding[];
  readonly summary: { readonly files: number };
}

interface Row {
  readonly where: string;
  readonly chain: string;
  readonly rule: string;
  readonly cost: string;
}

type Verdicts = ReadonlyMap<string, string>;

interface Options {
  readonly directory: string;
  readonly cli: string;
  readonly count: string;
  readonly seed: string;
  readonly verdicts: Verdicts;
}

const header = ['| where | chain | rule | cost | verdict | reason |', '|---|---|---|---|---|---|'];

async function main(): Promise<void> {
  const { directory, cli, count, seed, verdicts } = readOptions();
  const { findings, summary } = await check(cli, directory);
  const rows = findings.filter(({ severity }) => severity === 'warning' || severity === 'error').map(toRow);
  const shown = count === 'all' ? rows : sample(rows, Number(count), Number(seed));
  console.log(`${path.basename(directory)}: ${summary.files} files, ${rows.length} warnings, ${shown.length} shown.\n`);
  console.log([...header, ...shown.map((row) => line(row, verdicts))].join('\n'));
}

function readOptions(): Options {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      count: { type: 'string', default: '25' },
      seed: { type: 'string', default: '1' },
      keep: { type: 'string' },
      cli: { type: 'string', default: 'dist/cli.js' },
    },
  });
  const verdicts = values.keep === undefined ? new Map<string, string>() : readVerdicts(readFileSync(values.keep, 'utf8'));
  return { ...values, directory: path.resolve(positionals[0] ?? '.'), cli: path.resolve(values.cli), verdicts };
}

/** Findings at or above the default threshold end the command line with status 1: that is no failure here. */
function check(cli: string, directory: string): Promise<Report> {
  const options = { cwd: directory, maxBuffer: 1 << 30 };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [cli, 'check', '--format', 'json'], options, (error, stdout, stderr) => {
      if (error !== null && error.code !== 1) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(JSON.parse(stdout) as Report);
    });
  });
}

function toRow({ file, range, rule, cost, path: steps }: Finding): Row {
  const names = steps.map((step, index) => stepText(step, steps[index - 1]?.file ?? file, index > 0 && index === steps.length - 1));
  return { where: at({ file, range }), chain: names.map((name) => `\`${cell(name)}\``).join(' → '), rule, cost: cost.class };
}

/** A step's name; its file and line where the chain goes on in another file, its line where it ends. */
function stepText(step: Step, from: string, isEnd: boolean): string {
  if (step.file !== from) return `${step.name} (${at(step)})`;
  return isEnd ? `${step.name} (${step.range.start.line})` : step.name;
}

function at({ file, range }: Pick<Step, 'file' | 'range'>): string {
  return `${file}:${range.start.line}`;
}

function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('`', "'");
}

/** A sample without replacement, in the order of the report. */
function sample<T>(items: readonly T[], count: number, seed: number): readonly T[] {
  const random = generator(seed);
  const keyed = items.map((item, index) => ({ item, index, key: random() }));
  const chosen = keyed.sort((a, b) => a.key - b.key).slice(0, count);
  return chosen.sort((a, b) => a.index - b.index).map(({ item }) => item);
}

/** mulberry32: numbers in [0, 1) that depend on the seed only. */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Verdict and reason of each judged row of a table, by what the row says before them. */
function readVerdicts(table: string): Verdicts {
  const rows = table.split('\n').map((text) => text.split(/(?<!\\)\|/).map((part) => part.trim()));
  return new Map(rows.filter(isJudged).map((row) => [key(row.slice(1, 5)), row.slice(5, 7).join(' | ')]));
}

function isJudged(row: readonly string[]): boolean {
  return row.length === 8 && /^(right|wrong|arguable)$/.test(row[5] ?? '');
}

function line({ where, chain, rule, cost }: Row, verdicts: Verdicts): string {
  const parts = [where, chain, rule, cost];
  return `| ${[...parts, verdicts.get(key(parts)) ?? ' | '].join(' | ')} |`;
}

function key(parts: readonly string[]): string {
  return parts.join('|');
}

void main();
