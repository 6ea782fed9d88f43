// The command line: what is typed in, what comes out, and the exit status. It knows no process:
// main.ts gives it one. Status 0: nothing to fail on; 1: findings; 2: the run itself failed.

import { version } from '../../package.json';
import { atLeast, type Report } from '../core/findings';
import { formatJson } from '../report/json';
import { ansi, plain } from '../report/palette';
import { atLeastAs } from '../report/select';
import { formatText } from '../report/text';
import { check } from '../workspace/check';
import { diskConcurrency, mapLimited } from '../workspace/concurrency';
import { absolutePath } from '../workspace/paths';
import { readText, whyUnreadable } from '../workspace/read';
import { readSettings } from '../workspace/settings';
import { help } from './help';
import type { Io } from './io';
import { parseCommand, type CheckCommand } from './options';

type ExitStatus = 0 | 1 | 2;

/** Runs one command. Never rejects. */
export async function main(argv: readonly string[], io: Io): Promise<ExitStatus> {
  try {
    return await run(argv, io);
  } catch (error) {
    return fail(io, `Loopsight itself failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function run(argv: readonly string[], io: Io): Promise<ExitStatus> {
  const command = parseCommand(argv);
  switch (command.kind) {
    case 'mistake':
      return fail(io, `${command.message} See loopsight --help.`);
    case 'help':
      return say(io, help);
    case 'version':
      return say(io, `${version}\n`);
    case 'check':
      return runCheck(command, io);
  }
}

async function say(io: Io, text: string): Promise<ExitStatus> {
  await io.out(text);
  return 0;
}

async function fail(io: Io, message: string): Promise<ExitStatus> {
  await io.err(`loopsight: ${message.replace(/\s+/g, ' ')}\n`);
  return 2;
}

async function runCheck(command: CheckCommand, io: Io): Promise<ExitStatus> {
  const unreadable = await firstUnreadable(command, io.cwd);
  if (unreadable !== undefined) return fail(io, unreadable);
  const settings = command.config === undefined ? undefined : await readSettings(absolutePath(io.cwd, command.config));
  const { threadScript } = io;
  const report = await check(command.paths, {
    cwd: absolutePath(io.cwd, '.'),
    ...(settings && { settings }),
    ...(threadScript !== undefined && { threadScript }),
  });
  await io.out(await format(report, command, io));
  return report.findings.some((finding) => atLeast(finding.severity, command.failOn)) ? 1 : 0;
}

async function firstUnreadable({ paths, config }: CheckCommand, cwd: string): Promise<string | undefined> {
  for (const path of config === undefined ? paths : [...paths, config]) {
    const why = await whyUnreadable(absolutePath(cwd, path));
    if (why !== undefined) return `'${path}' cannot be read: ${why}.`;
  }
  return undefined;
}

async function format(report: Report, command: CheckCommand, io: Io): Promise<string> {
  const { minSeverity } = command;
  if (command.format === 'json') return formatJson(report, { minSeverity });
  const shown = atLeastAs(report.findings, minSeverity);
  const sources = await readSources(new Set(shown.map((finding) => finding.file)), io.cwd);
  return formatText(report, { palette: hasColor(command, io) ? ansi : plain, minSeverity, source: (file) => sources.get(file) });
}

async function readSources(files: ReadonlySet<string>, cwd: string): Promise<ReadonlyMap<string, string>> {
  const texts = await mapLimited([...files], diskConcurrency, async (file) => ({ file, result: await readText(absolutePath(cwd, file)) }));
  return new Map(texts.flatMap(({ file, result }) => (result.kind === 'text' ? [[file, result.text]] : [])));
}

/** The option first, then the environment (see no-color.org), then the terminal. */
function hasColor({ color }: CheckCommand, { env, isTerminal }: Io): boolean {
  if (color !== undefined) return color;
  if (isSet(env['NO_COLOR'])) return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
