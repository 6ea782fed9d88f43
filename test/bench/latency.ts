// How long people wait in a large workspace: `npx tsx test/bench/latency.ts [lines] [edits] [lines to scan]`.
// The built server is driven over its standard streams as an editor does it. First, one helper changes
// from blocking to not blocking and back: when do its own file, an affected open file and the files that
// nobody opened show it? Then somebody types while a larger workspace is scanned, and cancels a scan.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { sleep, TestClient, until } from '../server/lspClient';
import { generateProgram, type GeneratedProgram } from './program';

const editTargetMs = 150;
const typingTargetMs = 300;
const cancelTargetMs = 200;
/** As a person pauses between two edits. */
const pauseMs = 600;
const keyPauseMs = 250;

async function main(lines: number, edits: number, scanned: number): Promise<void> {
  await within(lines, (program) => measureEdits(program, edits));
  await within(scanned, measureScan);
}

/** Another caller of the helper. */
const neverOpened = `import { readTemplate } from './shared/files';
export const read = async (name: string): Promise<string> => readTemplate(name);
`;

interface Workspace extends GeneratedProgram {
  readonly client: TestClient;
  readonly uri: (name: string) => string;
  readonly text: (name: string) => Promise<string>;
}

async function within(lines: number, measure: (workspace: Workspace) => Promise<void>): Promise<void> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'loopsight-latency-')));
  try {
    const program = await generateProgram(folder, lines);
    await writeFile(join(folder, 'src', 'reader.ts'), neverOpened);
    console.log(`\n${program.files} files, ${program.lines} lines; machine load ${loadText()}`);
    const client = await TestClient.start({ folders: [pathToFileURL(folder).href] });
    const uri = (name: string) => pathToFileURL(join(folder, name)).href;
    await measure({ ...program, client, uri, text: (name) => readFile(join(folder, name), 'utf8') });
    await client.stop();
    console.log(`machine load ${loadText()}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Timing {
  readonly own: number;
  readonly caller: number;
  /** Until the files that are not open showed it. */
  readonly whole: number;
  /** What the server's main thread computed for the first two: on a busy machine, they say more about others. */
  readonly cpu: number;
}

async function measureEdits(workspace: Workspace, edits: number): Promise<void> {
  const { client, helper, caller, uri } = workspace;
  const started = performance.now();
  await client.open(uri(caller), await workspace.text(caller), 'typescript');
  const text = await workspace.text(helper);
  await client.open(uri(helper), text, 'typescript');
  await client.diagnostics(uri(caller));
  console.log(`first answer after ${since(started)} ms`);
  void client.watchWorkspace().catch(() => undefined);
  const { findings, files } = await client.scan();
  console.log(`the whole workspace after ${since(started)} ms: ${findings} warnings in ${files} files`);
  await until(() => client.problems.size > 0, 60_000, 'problems of files that are not open');
  const timings: Timing[] = [];
  for (let edit = 0; edit < edits; edit++) {
    await sleep(pauseMs);
    timings.push(await editOnce(workspace, { text, blocks: edit % 2 === 1 }));
  }
  const list = (of: (timing: Timing) => number) => timings.map(of);
  report(
    'its own file',
    list(({ own }) => own),
    editTargetMs,
  );
  report(
    "the caller's file",
    list(({ caller: one }) => one),
    editTargetMs,
  );
  report(
    'processor time of the main thread for both',
    list(({ cpu }) => cpu),
  );
  report(
    'the files that are not open',
    list(({ whole }) => whole),
  );
}

async function editOnce({ client, helper, caller, uri }: Workspace, edit: { text: string; blocks: boolean }): Promise<Timing> {
  const text = edit.blocks ? edit.text : edit.text.replace('fs.readFileSync(', 'String(');
  const changes = client.problemChanges;
  const [start, cpu] = [performance.now(), await mainThreadMs(client.process.pid)];
  await client.change(uri(helper), { text });
  const own = client.diagnostics(uri(helper)).then(() => performance.now() - start);
  const found = await client.diagnostics(uri(caller));
  const timing = { own: await own, caller: performance.now() - start, cpu: (await mainThreadMs(client.process.pid)) - cpu };
  assert.equal(found.length > 0, edit.blocks, 'the edit must change what is found in the file of the caller');
  await until(() => client.problemChanges > changes, 120_000, 'the files that are not open');
  return { ...timing, whole: performance.now() - start };
}

async function measureScan(workspace: Workspace): Promise<void> {
  const { client, caller, uri } = workspace;
  const text = await workspace.text(caller);
  await client.open(uri(caller), text, 'typescript');
  await client.diagnostics(uri(caller));
  let isDone = false;
  const started = performance.now();
  const scan = client.scan().then(() => (isDone = true));
  const typed: number[] = [];
  while (!isDone) {
    await sleep(keyPauseMs);
    const start = performance.now();
    await client.change(uri(caller), { text: `${text}// ${typed.length}\n` });
    await client.diagnostics(uri(caller));
    typed.push(performance.now() - start);
    // A person rests now and then; one that never does would keep the scan from its end.
    if (typed.length % 40 === 0) await Promise.race([sleep(20_000), scan]);
  }
  console.log(`scanned after ${since(started)} ms`);
  report('typing during the scan', typed, typingTargetMs);
  report('cancelling while files are read', await cancelScans(client, /read/), cancelTargetMs);
  report('cancelling the analysis', await cancelScans(client, /analyzing/), cancelTargetMs);
}

/** Until the server has stopped working, not only answered. */
async function cancelScans(client: TestClient, stage: RegExp): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const source = new CancellationTokenSource();
    let isThere = false;
    const scan = client.scan(({ message = '' }) => (isThere ||= stage.test(message)), source.token).catch(() => undefined);
    await until(() => isThere, 300_000, String(stage));
    await sleep(300 * round);
    const start = performance.now();
    source.cancel();
    await scan;
    times.push(performance.now() - start);
  }
  return times;
}

/** The processor time that the main thread of a process has used; 0 where the system does not say. */
async function mainThreadMs(pid = 0): Promise<number> {
  const text = await readFile(`/proc/${pid}/task/${pid}/stat`, 'utf8').catch(() => '');
  const [user = 0, system = 0] = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) * msPerTick;
}

const msPerTick = 10;

function report(what: string, times: readonly number[], targetMs?: number): void {
  const sorted = [...times].sort((a, b) => a - b).map(Math.round);
  const target = targetMs === undefined ? '' : `; target ${targetMs} ms`;
  console.log(`${what}: median ${median(sorted)} ms (from ${sorted[0]} to ${sorted.at(-1)}) of ${times.length}${target}`);
  if (targetMs !== undefined && median(sorted) > targetMs) process.exitCode = 1;
}

function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function since(start: number): number {
  return Math.round(performance.now() - start);
}

function loadText(): string {
  return loadavg()[0]?.toFixed(1) ?? '';
}

const [lines = 150_000, edits = 20, scanned = 300_000] = process.argv.slice(2).map(Number);
main(lines, edits, scanned).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
