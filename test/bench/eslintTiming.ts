// Child processes and what they cost: wall time as a person waits for it, from start to exit, and the
// processor time of all their threads, which a busy machine disturbs less.

import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Measured {
  /** Milliseconds. */
  readonly wall: number;
  /** Milliseconds, user and system. */
  readonly cpu: number;
  readonly output: string;
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

const usageScript = join(import.meta.dirname, 'eslintUsage.cjs');

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
  for (const name of names.filter((one) => one.endsWith('.js'))) await copyFile(join(dist, name), join(to, name));
  return join(to, 'cli.js');
}
