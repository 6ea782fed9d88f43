// How long an edit takes to show, in a large workspace: `npx tsx test/bench/latency.ts [lines] [edits]`.
// The built server is driven over its standard streams as an editor does it. One helper changes from
// blocking to not blocking and back; its own file and a file with an affected caller are pulled.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sleep, TestClient, until } from '../server/lspClient';
import { generateProgram } from './program';

const targetMs = 150;
/** As a person pauses between two edits. */
const pauseMs = 600;

interface Timing {
  readonly own: number;
  readonly caller: number;
  /** What the server computed for it: on a busy machine the other two say more about the others. */
  readonly cpu: number;
}

async function main(lines: number, edits: number): Promise<void> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'loopsight-latency-')));
  try {
    const program = await generateProgram(folder, lines);
    console.log(`${program.files} files, ${program.lines} lines; machine load ${loadText()}`);
    const timings = await measure(folder, program, edits);
    report(
      'its own file',
      timings.map(({ own }) => own),
    );
    report(
      "the caller's file",
      timings.map(({ caller }) => caller),
    );
    report(
      'processor time of the server',
      timings.map(({ cpu }) => cpu),
    );
    console.log(`machine load ${loadText()}`);
    if (median(timings.map(({ caller }) => caller)) > targetMs) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, program: { helper: string; caller: string; files: number }, edits: number): Promise<Timing[]> {
  const [helper, caller] = [program.helper, program.caller].map((name) => pathToFileURL(join(folder, name)).href) as [string, string];
  const text = await readFile(join(folder, program.helper), 'utf8');
  const client = await TestClient.start({ folders: [pathToFileURL(folder).href] });
  const started = performance.now();
  await client.open(caller, await readFile(join(folder, program.caller), 'utf8'), 'typescript');
  await client.open(helper, text, 'typescript');
  await client.diagnostics(caller);
  console.log(`first answer after ${Math.round(performance.now() - started)} ms`);
  await until(() => client.refreshes > 0, 600_000, 'the folder to be read');
  await client.diagnostics(caller);
  console.log(
    `the whole folder after ${Math.round(performance.now() - started)} ms; one analysis: ${Math.round(client.statuses.at(-1)?.analysisMs ?? 0)} ms`,
  );
  const timings: Timing[] = [];
  for (let edit = 0; edit < edits; edit++) {
    await sleep(pauseMs);
    timings.push(await once(client, { helper, caller, text, blocks: edit % 2 === 1 }));
  }
  await client.stop();
  return timings;
}

async function once(client: TestClient, edit: { helper: string; caller: string; text: string; blocks: boolean }): Promise<Timing> {
  const text = edit.blocks ? edit.text : edit.text.replace('fs.readFileSync(', 'String(');
  const [start, cpu] = [performance.now(), await cpuMs(client.process.pid)];
  await client.change(edit.helper, { text });
  const own = client.diagnostics(edit.helper).then(() => performance.now() - start);
  const found = await client.diagnostics(edit.caller);
  const timing = { own: await own, caller: performance.now() - start, cpu: (await cpuMs(client.process.pid)) - cpu };
  assert.equal(found.length > 0, edit.blocks, 'the edit must change what is found in the file of the caller');
  return timing;
}

/** The processor time that a process has used; 0 where the system does not say. */
async function cpuMs(pid = 0): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user = 0, system = 0] = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) * msPerTick;
}

const msPerTick = 10;

function report(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b).map(Math.round);
  console.log(
    `${what}: median ${median(sorted)} ms (from ${sorted[0]} to ${sorted.at(-1)}) of ${times.length} edits; target ${targetMs} ms`,
  );
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function loadText(): string {
  return loadavg()[0]?.toFixed(1) ?? '';
}

const [lines = 150_000, edits = 20] = process.argv.slice(2).map(Number);
main(lines, edits).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
