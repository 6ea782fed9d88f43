// The command line: what is typed in, what comes out, and the exit status. It knows no process:
// main.ts gives it one. Status 0: nothing to fail on; 1: findings; 2: the run itself failed.

import { version } from '../../package.json';
import { atLeast, type Report } from '../core/findings';
import { check } from '../workspace/check';
import { absolutePath } from '../workspace/paths';
import { whyUnreadable } from '../workspace/read';
import { readSettings } from '../workspace/settings';
import { BaselineError, readBaseline, withoutKnown, writeBaseline } from './baseline';
import { format } from './format';
import { help } from './help';
import type { Io } from './io';
import { parseCommand, type CheckCommand } from './options';

type ExitStatus = 0 | 1 | 2;

/** Runs one command. Never rejects. */
export async function main(argv: readonly string[], io: Io): Promise<ExitStatus> {
  try {
    return await run(argv, io);
  } catch (error) {
    if (error instanceof BaselineError) return fail(io, error.message);
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
  const report = await freshReport(command, io);
  await io.out(await format(report, command, io));
  return report.findings.some((finding) => atLeast(finding.severity, command.failOn)) ? 1 : 0;
}

/** A baseline is read before the work begins: who mistyped its name learns so at once. */
async function freshReport(command: CheckCommand, { cwd, threadScript, patternScript }: Io): Promise<Report> {
  const { baseline: file, writesBaseline, paths, config } = command;
  const known = file === undefined || writesBaseline ? undefined : await readBaseline(file, cwd);
  const settings = config === undefined ? undefined : await readSettings(absolutePath(cwd, config));
  const report = await check(paths, {
    cwd: absolutePath(cwd, '.'),
    ...(settings && { settings }),
    ...(threadScript !== undefined && { threadScript }),
    ...(patternScript !== undefined && { patternScript }),
  });
  const baseline = file === undefined || known !== undefined ? known : await writeBaseline(file, report, cwd);
  return baseline === undefined ? report : withoutKnown(report, baseline, paths, cwd);
}

async function firstUnreadable({ paths, config }: CheckCommand, cwd: string): Promise<string | undefined> {
  for (const path of config === undefined ? paths : [...paths, config]) {
    const why = await whyUnreadable(absolutePath(cwd, path));
    if (why !== undefined) return `'${path}' cannot be read: ${why}.`;
  }
  return undefined;
}
