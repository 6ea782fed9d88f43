// Child processes that never outlive us.
// Invariant: whatever `spawnTree` starts is gone, with all its descendants, when `kill` has
// resolved, and also when this process ends in any way, SIGKILL included (see guard.cjs).

import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';

const onWindows = process.platform === 'win32';

export interface Tree {
  readonly child: ChildProcess;
  /** Resolves with the exit status (null after a signal) as soon as the root process has ended. */
  readonly ended: Promise<number | null>;
  /** Ends the whole tree, politely first; safe to call twice. */
  readonly kill: () => Promise<void>;
}

/** Starts a program as the root of a tree of its own. */
export function spawnTree(command: string, args: readonly string[], options: SpawnOptions = {}): Tree {
  // A process group of its own is what lets one signal reach grandchildren too.
  const child = spawn(command, [...args], { ...options, detached: !onWindows });
  const ended = exitStatus(child);
  const killAtExit = () => signalTree(child, 'SIGKILL');
  process.once('exit', killAtExit);
  void ended.then(() => process.removeListener('exit', killAtExit));
  return { child, ended, kill: () => killTree(child, ended) };
}

export interface Output {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end and returns what it said; a program that cannot start has status null. */
export async function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<Output> {
  // npm and npx are batch files on Windows, and only a shell starts those.
  const tree = spawnTree(command, args, { shell: onWindows, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const stdout = collect(tree.child.stdout);
  const stderr = collect(tree.child.stderr);
  const closed = new Promise<void>((resolve) => tree.child.once('close', () => resolve()));
  const status = await tree.ended;
  if (tree.child.pid !== undefined) await closed;
  return { status, stdout: stdout.join(''), stderr: stderr.join('') };
}

/** Resolves at Ctrl-C and its relatives, with the exit status that this program owes its caller. */
export function interruption(): Promise<number> {
  const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
  return new Promise((resolve) => {
    for (const [name, number] of Object.entries(numbers)) process.once(name, () => resolve(128 + number));
  });
}

/** The error's own sentence, for whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function exitStatus(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (status) => resolve(status));
    child.once('error', () => resolve(null));
  });
}

async function killTree(child: ChildProcess, ended: Promise<number | null>): Promise<void> {
  signalTree(child, 'SIGTERM');
  await Promise.race([ended, delay(2000)]);
  // The root may be gone while a grandchild lingers: the group is signalled all the same.
  signalTree(child, 'SIGKILL');
  await Promise.race([ended, delay(2000)]);
}

function signalTree(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  if (onWindows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody is left in the group, which is what we want.
  }
}

function collect(stream: NodeJS.ReadableStream | null): string[] {
  const chunks: string[] = [];
  stream?.setEncoding('utf8');
  stream?.on('data', (chunk: string) => chunks.push(chunk));
  return chunks;
}
