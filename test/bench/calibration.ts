// `npm run bench:calibrate`: really runs operations that compute, measures how long they hold the loop, and compares
// that with what the analyzer says of the same text. Writes test/bench/calibration.md.

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { classOf as classBy, costRank as rank } from '../../src/core/cost';
import type { CostClass } from '../../src/core/knowledge';
import { defaultSettings } from '../../src/core/settings';
import { startPython } from '../analysis';
import { packages } from '../knowledge/npmPackages';
import { predicted, shownCell, type Snippet, snippets } from './predictions';

const run = promisify(execFile);
const table = join(__dirname, 'calibration.md');

/** A snippet that ran: the milliseconds for which it held the loop, the median of its runs. */
interface Measured extends Snippet {
  readonly stall: number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string', default: '' }, write: { type: 'boolean', default: true } },
    allowNegative: true,
  });
  const work = await mkdtemp(join(tmpdir(), 'loopsight-calibration-'));
  try {
    await startPython();
    const wanted = snippets.filter(({ shown }) => shown.includes(values.only));
    const measured = await measureAll(wanted, work);
    const text = report(measured, wanted.length - measured.length);
    console.log(text);
    if (values.write && values.only === '') await writeFile(table, text);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function measureAll(all: readonly Snippet[], work: string): Promise<readonly Measured[]> {
  const missing = await install(all, work);
  const measured: Measured[] = [];
  for (const [index, snippet] of all.entries()) {
    if (snippet.needs !== undefined && missing.has(snippet.needs)) continue;
    const stall = await measure(snippet, join(work, `snippet${index}`));
    if (stall === undefined) console.error(`It does not run here: ${snippet.shown}`);
    else measured.push({ ...snippet, stall });
  }
  return measured;
}

/** Installs the packages of npm that are needed, and gives those that could not be. */
async function install(all: readonly Snippet[], work: string): Promise<ReadonlySet<string>> {
  const needed = new Set(all.flatMap(({ language, needs }) => (language === 'javascript' && needs !== undefined ? [needs] : [])));
  const pins = [...needed].map((name) => packages.flatMap((one) => one.split(' ')).find((pin) => pin.startsWith(`${name}@`)) ?? name);
  await writeFile(join(work, 'package.json'), '{}');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--legacy-peer-deps'];
  try {
    if (pins.length > 0) await run('npm', ['install', ...flags, ...pins], { cwd: work, timeout: 300_000 });
    return new Set();
  } catch {
    console.error(`The packages can't be installed, what needs them is left out: ${pins.join(', ')}`);
    return needed;
  }
}

/** The median stall of a snippet in a process of its own; `undefined` if it does not run. */
async function measure({ language, text }: Snippet, folder: string): Promise<number | undefined> {
  const isPython = language === 'python';
  const file = join(folder, isPython ? 'snippet.py' : 'snippet.mjs');
  await mkdir(folder);
  await writeFile(file, text);
  const [command, script] = isPython ? ['python3', 'stall.py'] : [process.execPath, 'stall.mjs'];
  try {
    const { stdout } = await run(command, [join(__dirname, script), file], { timeout: 300_000 });
    return (JSON.parse(stdout) as { stall: number }).stall;
  } catch (error) {
    console.error(String(error).slice(0, 400));
    return undefined;
  }
}

function report(all: readonly Measured[], skipped: number): string {
  const rows = all.map((one) => ({ ...one, said: predicted(one) }));
  const bounded = rows.filter(({ said }) => said !== 'unbounded');
  const right = bounded.filter(({ said, stall }) => said === classOf(stall));
  const far = bounded.filter(({ said, stall }) => Math.abs(rank(said) - rank(classOf(stall))) > 1);
  const operations = (language: string): number => new Set(rows.filter((one) => one.language === language).map(({ code }) => code)).size;
  const share = ((100 * right.length) / Math.max(1, bounded.length)).toFixed(0);
  return [
    '# Calibration: what is said to be slow, and what is\n',
    '`npm run bench:calibrate` runs each line of these tables in a process of its own, measures for how long it holds the loop, and',
    'compares that with the class that Loopsight gives the very same text. There is no list of expectations beside it.\n',
    '- The stall is the longest time between two turns of the loop: the median of up to five runs after one to warm up. Of wall time and',
    "  processor time the smaller counts, so that other programs on the machine don't.",
    `- Measured with Node.js ${process.version} and Python 3 on ${cpus().length} processors (${cpus()[0]?.model.trim() ?? 'unknown'}).`,
    '  Another machine is faster or slower: what lies near 1 ms or 50 ms may be in the next class there.',
    "- *Unbounded* can't be measured: these lines only show that the stall grows with the argument.\n",
    `**${right.length} of ${bounded.length} (${share} %) are in the class that was said, ${far.length} two classes off**: `,
    `${operations('javascript')} operations of JavaScript, ${operations('python')} of Python${skipped > 0 ? `; ${skipped} lines did not run` : ''}.\n`,
    ...(['javascript', 'python'] as const).flatMap((language) => [
      `\n## ${language === 'javascript' ? 'JavaScript' : 'Python'}\n`,
      '| operation | stall | said | |',
      '|---|---:|---|---|',
      ...rows
        .filter((one) => one.language === language)
        .map((one) => `| ${shownCell(one.shown)} | ${spoken(one.stall)} | ${one.said} | ${verdict(all, one)} |`),
    ]),
    '',
  ].join('\n');
}

function spoken(ms: number): string {
  return ms < 0.1 ? 'under 0.1 ms' : `${ms >= 10 ? ms.toFixed(0) : ms.toFixed(1)} ms`;
}

/** Of what is unbounded no line can be right or wrong: the last argument must take longer than the first. */
function verdict(all: readonly Measured[], { code, stall, said }: Measured & { readonly said: CostClass }): string {
  const [first, ...more] = all.filter((one) => one.code === code);
  const grows = (more.at(-1)?.stall ?? 0) > (first?.stall ?? 0);
  if (said === 'unbounded') return grows ? 'grows' : '**does not grow**';
  return said === classOf(stall) ? '' : `**is ${classOf(stall)}**`;
}

function classOf(ms: number): CostClass {
  return classBy(ms, defaultSettings.thresholds);
}

void main();
