// The report for programs: exactly the fields of the contract, in its order, and no others, so that
// a script can compare two of them. Fields are only ever added, and then the version stays.

import type { Finding, Report, Severity } from '../core/findings';
import { rootCauses, type RootCause } from '../core/rank';
import type { Position, Range } from '../core/text';
import { atLeastAs, namedCauses } from './select';

interface JsonOptions {
  /** Default: everything. */
  readonly minSeverity?: Severity;
}

export function formatJson({ version, findings, problems, summary }: Report, { minSeverity = 'hint' }: JsonOptions = {}): string {
  const { files, functions, durationMs, baseline } = summary;
  const shown = atLeastAs(findings, minSeverity);
  const report = {
    version,
    findings: shown.map(findingJson),
    problems: problems.map(({ file, message }) => ({ file, message })),
    summary: {
      files,
      functions,
      durationMs,
      rootCauses: rootCauses(shown).slice(0, namedCauses).map(rootCauseJson),
      ...(baseline && { baseline: { file: baseline.file, known: baseline.known, stale: baseline.stale } }),
    },
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

function rootCauseJson({ operation, rule, file, range, within, cost, handlers, findings, fix }: RootCause): object {
  return { operation, rule, file, range: rangeJson(range), within, cost: { class: cost.class, why: cost.why }, handlers, findings, fix };
}

function rangeJson({ start, end }: Range): Range {
  return { start: positionJson(start), end: positionJson(end) };
}

function positionJson({ line, column }: Position): Position {
  return { line, column };
}
