// Runs the probe on a Node, the running one or another.

import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Probed {
  /** Those of the given API paths that this Node does not have. */
  readonly missing: readonly string[];
  /** API paths of everything exported whose name ends in `Sync`. */
  readonly syncNames: readonly string[];
}

/** Asks the Node binary `node` for the API paths. Throws what it printed if it failed. */
export async function probe(node: string, apis: readonly string[]): Promise<Probed> {
  const child = spawn(node, ['--no-warnings', '--expose-gc', join(__dirname, 'probe.cjs')], { stdio: ['pipe', 'pipe', 'pipe'] });
  const [output, errors] = [collect(child.stdout), collect(child.stderr)];
  child.stdin.end(JSON.stringify(apis));
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`${node} failed: ${await errors}`);
  return JSON.parse(await output) as Probed;
}

async function collect(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const piece of stream) text += String(piece);
  return text;
}
