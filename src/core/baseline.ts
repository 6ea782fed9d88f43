// A baseline: the findings that a project has accepted, so that only new ones are reported. An entry
// says what a person would: rule, file, function, chain of calls. No lines, so an edit elsewhere in
// the file changes nothing; what is the same in all of that is told apart by counting.

import type { Finding } from './findings';

export interface BaselineEntry {
  readonly rule: string;
  readonly file: string;
  /** The function that the call site stands in, or what calls a function without a name back. */
  readonly function: string;
  readonly phase: string;
  /** The calls from there to the operation, as the code writes them. */
  readonly chain: readonly string[];
  /** How many findings are the same in all of that. */
  readonly count: number;
}

/** How findings compare with a baseline. */
export interface Comparison {
  readonly fresh: readonly Finding[];
  /** How many findings are in the baseline. */
  readonly known: number;
  /** What of the baseline no finding matches any more. */
  readonly stale: readonly BaselineEntry[];
}

/** The entries of findings, sorted. Files are named as the findings name them. */
export function baselineOf(findings: readonly Finding[]): BaselineEntry[] {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(identityOf(finding), (counts.get(identityOf(finding)) ?? 0) + 1);
  return [...counts].map(([identity, count]) => entryOf(identity, count)).sort(byEntry);
}

/** Tells what is new, given the findings by place. */
export function compareWithBaseline(findings: readonly Finding[], entries: readonly BaselineEntry[]): Comparison {
  const left = new Map<string, number>();
  for (const entry of entries) left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + entry.count);
  const fresh = findings.filter((finding) => {
    const count = left.get(identityOf(finding)) ?? 0;
    if (count > 0) left.set(identityOf(finding), count - 1);
    return count === 0;
  });
  const stale = [...left].filter(([, count]) => count > 0).map(([identity, count]) => entryOf(identity, count));
  return { fresh, known: findings.length - fresh.length, stale: stale.sort(byEntry) };
}

/** What a finding is, as a text that survives edits elsewhere in its file. Several findings may share one. */
export function identityOf({ rule, file, path, context }: Finding): string {
  const within = path[0]?.within ?? '';
  return keyOf({ rule, file, function: within === '' ? context.name : within, phase: context.phase, chain: path.map(({ name }) => name) });
}

type Identity = Omit<BaselineEntry, 'count'>;

function keyOf({ rule, file, function: within, phase, chain }: Identity): string {
  return JSON.stringify({ rule, file, function: within, phase, chain } satisfies Identity);
}

function entryOf(identity: string, count: number): BaselineEntry {
  return { ...(JSON.parse(identity) as Identity), count };
}

/** By file first, as a person looks for them. */
function byEntry(a: BaselineEntry, b: BaselineEntry): number {
  const [first, second] = [a, b].map((one) => JSON.stringify([one.file, one.function, one.rule, one.phase, one.chain]));
  return (first ?? '') < (second ?? '') ? -1 : 1;
}

/** The text of a baseline's file: an entry a line, so that a difference of two is read line by line. */
export function printBaseline(entries: readonly BaselineEntry[]): string {
  const rows = entries.map((entry) => `    ${JSON.stringify(entry)}`);
  return `{\n  "version": 1,\n  "findings": [${rows.length === 0 ? '' : `\n${rows.join(',\n')}\n  `}]\n}\n`;
}

/** Reads the text of a baseline's file: its entries, or what is wrong with it, as the end of a sentence. */
export function parseBaseline(text: string): readonly BaselineEntry[] | string {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return `it is not valid JSON (${error instanceof Error ? error.message : String(error)})`;
  }
  if (!isRecord(value) || !Array.isArray(value['findings'])) return 'it is no baseline: it has no list of findings';
  if (value['version'] !== 1) return `its version is ${JSON.stringify(value['version'])}, and only version 1 is known`;
  const entries: readonly unknown[] = value['findings'];
  const bad = entries.findIndex((entry) => !isEntry(entry));
  return bad === -1 ? entries.filter(isEntry) : `entry ${bad + 1} of its findings is not one`;
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  const { rule, file, function: within, phase, chain, count } = value;
  const texts: readonly unknown[] = Array.isArray(chain) ? [rule, file, within, phase, ...(chain as unknown[])] : [undefined];
  return texts.every((text) => typeof text === 'string') && typeof count === 'number' && Number.isSafeInteger(count) && count > 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
