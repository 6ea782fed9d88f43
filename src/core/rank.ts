// What matters most: an operation weighs what it costs, times the functions on the loop that pay for
// it. Only what holds the loop up weighs anything.

import { costRank } from './cost';
import { atLeast, severities, type Finding } from './findings';
import type { Cost } from './knowledge';
import type { RuleId } from './rules';
import type { Position, Range } from './text';
import { operationRemedy } from './words';

/** An operation, and all that is to be gained by mending it. */
export interface RootCause {
  /** As the code calls it. */
  readonly operation: string;
  readonly rule: RuleId;
  readonly file: string;
  readonly range: Range;
  /** The function that it stands in; empty for a module's top level, and for a function without a name. */
  readonly within: string;
  readonly cost: Cost;
  /** How many functions on the loop reach it. */
  readonly handlers: number;
  /** How many findings end at it. */
  readonly findings: number;
  readonly fix: string;
}

/** The operations that hold the loop up for a noticeable time, the one that weighs most first. */
export function rootCauses(findings: readonly Finding[]): RootCause[] {
  return byOperation(findings.filter(holdsLoopUp)).map(rootCause);
}

/** True if an operation keeps the loop from others for a noticeable time. */
export function holdsLoopUp(finding: Finding): boolean {
  return weightOf(finding) > 0 && atLeast(finding.severity, 'warning');
}

/** Findings that end at the same operation, together; the operation that weighs most first. */
export function byOperation(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of ranked(findings)) {
    const group = groups.get(operationKey(finding));
    if (group) group.push(finding);
    else groups.set(operationKey(finding), [finding]);
  }
  return [...groups.values()];
}

/** Most severe first, then by weight, then by place. */
export function ranked(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || weightOf(b) - weightOf(a) || byPlace(a, b),
  );
}

/** Cost times handlers; 0 where nobody waits. */
function weightOf({ rule, context, cost, handlers = 1 }: Finding): number {
  return context.phase === 'loop' && rule !== 'unused-suppression' ? 10 ** costRank(cost.class) * handlers : 0;
}

function rootCause(findings: readonly Finding[]): RootCause {
  const finding = findings[0] as Finding;
  const { name, file, range, within } = operationOf(finding);
  const { rule, cost, handlers = 1 } = finding;
  return { operation: name, rule, file, range, within, cost, handlers, findings: findings.length, fix: operationRemedy(finding) };
}

function operationOf({ path, file, range, api }: Finding): Finding['path'][number] {
  return path.at(-1) ?? { name: api, file, range, within: '' };
}

function operationKey(finding: Finding): string {
  const { file, range } = operationOf(finding);
  return JSON.stringify([file, range.start, finding.api]);
}

function byPlace(a: Finding, b: Finding): number {
  return (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || byPosition(a.range.start, b.range.start);
}

function byPosition(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}
