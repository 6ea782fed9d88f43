// Child processes and what they cost: wall time as a person waits for it, from start to exit, and the
// processor time of all their threads, which a busy machine disturbs less.

import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Measured {
  /** Milliseconds. */
  readonly wall: number;
  /** Milliseconds, user and system. */
  readonly cpu: number;
  readonly output: string;
}

export interface Side {
  readonly name: string;
  readonly command: readonly string[];
}

/** Runs both sides in turn, and prints every run and the ratios of the medians. Gives the output of each side's last run. */
export async function compareTimes(ours: Side, theirs: Side, runs: number): Promise<[string, string]> {
  const [our, their]: [Measured[], Measured[]] = [[], []];
  for (let run = 1; run <= runs; run++) {
    our.push(await runOnce(ours, run));
    their.push(await runOnce(theirs, run));
  }
  for (const key of ['wall', 'cpu'] as const) {
    const [one, other] = [medianOf(our, key), medianOf(their, key)];
    const both = `${ours.name} ${seconds(one)}, ${theirs.name} ${seconds(other)}`;
    console.log(`${key}: ${both}, ratio of medians ${(one / other).toFixed(2)}`);
  }
  if ((loadavg()[0] ?? 0) > cpus().length)
    console.log('The machine had more to do than this: wall times say little, processor times more.');
  return [our.at(-1)?.output ?? '', their.at(-1)?.output ?? ''];
}

async function runOnce({ name, command }: Side, run: number): Promise<Measured> {
  const measured = await measure(command);
  const load = loadavg()[0]?.toFixed(1) ?? '';
  console.log(`${name.padEnd(10)} run ${run}: ${seconds(measured.wall)} wall, ${seconds(measured.cpu)} processor, load ${load}`);
  return measured;
}

function medianOf(runs: readonly Measured[], key: 'wall' | 'cpu'): number {
  return median(runs.map((run) => run[key]));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** Runs a script with Node.js. Exit status 1 means that it found something. */
export async function measure(command: readonly string[]): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'loopsight-usage-'));
  const usage = join(folder, 'usage.json');
  try {
    const started = performance.now();
    const output = await outputOf(['--require', usageScript, ...command], { ...process.env, LOOPSIGHT_BENCH_USAGE: usage });
    const wall = performance.now() - started;
    const { user, system } = JSON.parse(await readFile(usage, 'utf8')) as NodeJS.CpuUsage;
    return { wall, cpu: (user + system) / 1000, output };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const usageScript = join(import.meta.dirname, 'usage.cjs');

async function outputOf(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const status = await new Promise<number | null>((done, fail) => child.on('close', done).on('error', fail));
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} failed with status ${status ?? 'none'}`);
  return Buffer.concat(chunks).toString();
}

/** A copy of the built program, so that a build that happens meanwhile changes nothing. */
export async function copyProgram(dist: string, work: string): Promise<string> {
  const to = join(work, 'dist');
  await mkdir(to);
  const names = await readdir(dist);
  for (const name of names.filter((one) => /\.(?:js|wasm)$/.test(one))) await copyFile(join(dist, name), join(to, name));
  return join(to, 'cli.js');
}
