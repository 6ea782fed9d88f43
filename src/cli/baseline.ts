// The baseline on disk. Its files are named relative to its own folder, so that it holds wherever
// in the project the command runs.

import { readFile, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { baselineOf, compareWithBaseline, parseBaseline, printBaseline, type BaselineEntry } from '../core/baseline';
import type { Finding, Report } from '../core/findings';
import { absolutePath, isInside, slashed } from '../workspace/paths';
import { describeError } from '../workspace/read';

/** A baseline that can't be read or written; the message is one sentence. */
export class BaselineError extends Error {}

export interface Baseline {
  /** As the person named it. */
  readonly name: string;
  readonly entries: readonly BaselineEntry[];
}

/** @throws BaselineError */
export async function readBaseline(name: string, cwd: string): Promise<Baseline> {
  const text = await orFail(readFile(absolutePath(cwd, name), 'utf8'), `The baseline '${name}' cannot be read`);
  const entries = parseBaseline(text);
  if (typeof entries === 'string') throw new BaselineError(`The baseline '${name}' cannot be used: ${entries}.`);
  return { name, entries };
}

/**
 * Accepts all findings of a report.
 * @throws BaselineError
 */
export async function writeBaseline(name: string, report: Report, cwd: string): Promise<Baseline> {
  const entries = baselineOf(report.findings.map((finding) => namedFrom(name, finding, cwd)));
  await orFail(writeFile(absolutePath(cwd, name), printBaseline(entries)), `The baseline '${name}' cannot be written`);
  return { name, entries };
}

/** The report without what the baseline accepts. What was not looked at below `paths` cannot have become stale. */
export function withoutKnown(report: Report, { name, entries }: Baseline, paths: readonly string[], cwd: string): Report {
  const starts = paths.map((path) => absolutePath(cwd, path));
  const original = new Map(report.findings.map((finding) => [namedFrom(name, finding, cwd), finding]));
  const { fresh, known, stale } = compareWithBaseline([...original.keys()], entries);
  const folder = dirname(absolutePath(cwd, name));
  const gone = stale.filter(({ file }) => starts.some((start) => isInside(start, absolutePath(folder, file))));
  return {
    ...report,
    findings: fresh.flatMap((finding) => original.get(finding) ?? []),
    summary: { ...report.summary, baseline: { file: name, known, stale: gone.reduce((sum, { count }) => sum + count, 0) } },
  };
}

/** The finding as a baseline names its file. */
function namedFrom(name: string, finding: Finding, cwd: string): Finding {
  return { ...finding, file: slashed(relative(dirname(absolutePath(cwd, name)), absolutePath(cwd, finding.file))) };
}

async function orFail<T>(work: Promise<T>, what: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new BaselineError(`${what}: ${describeError(error)}.`);
  }
}
