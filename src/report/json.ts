// The report for programs: exactly the fields of the contract, in its order, and no others, so that
// a script can compare two of them. Fields are only ever added, and then the version stays.

import type { Finding, Report, Severity } from '../core/findings';
import type { Position, Range } from '../core/text';
import { atLeastAs } from './select';

interface JsonOptions {
  /** Default: everything. */
  readonly minSeverity?: Severity;
}

export function formatJson({ version, findings, problems, summary }: Report, { minSeverity = 'hint' }: JsonOptions = {}): string {
  const { files, functions, durationMs } = summary;
  const report = {
    version,
    findings: atLeastAs(findings, minSeverity).map(findingJson),
    problems: problems.map(({ file, message }) => ({ file, message })),
    summary: { files, functions, durationMs },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function findingJson({ rule, severity, message, file, range, context, cost, path, fixes }: Finding): object {
  return {
    rule,
    severity,
    message,
    file,
    range: rangeJson(range),
    context: { kind: context.kind, name: context.name, phase: context.phase },
    cost: { class: cost.class, why: cost.why },
    path: path.map((step) => ({ name: step.name, file: step.file, range: rangeJson(step.range) })),
    fixes: fixes.map(({ title, safe }) => ({ title, safe })),
  };
}

function rangeJson({ start, end }: Range): Range {
  return { start: positionJson(start), end: positionJson(end) };
}

function positionJson({ line, column }: Position): Position {
  return { line, column };
}
