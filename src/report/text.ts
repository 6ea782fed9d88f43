// The report for people: what matters most first, by file, each finding with its place (which terminals
// make clickable), the source with carets, the chain, the cost and the way out. The summary comes last,
// where eyes are. An editor's problem matcher reads the first two lines of a finding (package.json).

import { explain } from '../core/explain';
import { atLeast, type BaselineUse, type Finding, type Problem, type Report, type Severity, type Step } from '../core/findings';
import { ranked, rootCauses, type RootCause } from '../core/rank';
import { excerpt, printable } from './excerpt';
import type { Palette } from './palette';
import { atLeastAs, countBySeverity, counted, namedCauses } from './select';

interface TextOptions {
  readonly palette: Palette;
  readonly minSeverity: Severity;
  /** The text of a file, by its name in the report; without it, the source line is left out. */
  readonly source: (file: string) => string | undefined;
  /** Columns for a line of source. */
  readonly width?: number;
}

export function formatText(report: Report, options: TextOptions): string {
  const shown = atLeastAs(report.findings, options.minSeverity);
  const sections = [
    ...byFile(ranked(shown)).map((findings) => fileSection(findings, options)),
    problemSection(report.problems, options.palette),
    rootCauseSection(rootCauses(shown), options.palette),
    summarySection(report, shown, options),
  ];
  return sections.filter((section) => section !== '').join('\n');
}

/** Those of one file stand together, at the place of the first of them. */
function byFile(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.file) ?? [];
    groups.set(finding.file, group);
    group.push(finding);
  }
  return [...groups.values()];
}

function fileSection(findings: readonly Finding[], options: TextOptions): string {
  const file = findings[0]?.file ?? '';
  const lines = options.source(file)?.split(lineEnd) ?? [];
  const blocks = findings.map((finding) => findingBlock(finding, lines, options));
  return `${options.palette.strong(printable(file))}\n${blocks.join('\n')}`;
}

/** What JavaScript counts as the end of a line. */
const lineEnd = /\r\n|[\n\r\u2028\u2029]/;

function findingBlock(finding: Finding, lines: readonly string[], options: TextOptions): string {
  const { palette } = options;
  const { rule, severity, message } = finding;
  const rows = [
    `${palette.strong(place(finding))}  ${palette[severity](severity)}  ${palette.dim(rule)}`,
    printable(message),
    ...sourceRows(finding, lines, options),
    ...chainRows(finding.path, palette),
    ...costRows(finding, palette),
    ...fixRows(finding, palette),
  ];
  return rows.map((row) => `  ${row}\n`).join('');
}

function place({ file, range }: Pick<Step, 'file' | 'range'>): string {
  return `${printable(file)}:${range.start.line}:${range.start.column}`;
}

function sourceRows({ range, severity }: Finding, lines: readonly string[], { palette, width = 110 }: TextOptions): string[] {
  const line = lines[range.start.line - 1];
  if (line === undefined) return [];
  const end = range.end.line === range.start.line ? range.end.column : line.length + 1;
  const { code, carets } = excerpt(line, range.start.column, end, width);
  const number = String(range.start.line);
  const bar = palette.dim('|');
  return [`  ${palette.dim(number)} ${bar} ${code}`, `  ${' '.repeat(number.length)} ${bar} ${mark(carets, palette[severity])}`];
}

/** Colours the carets without the blanks before them. */
function mark(carets: string, colour: (text: string) => string): string {
  const bare = carets.trimStart();
  return carets.slice(0, carets.length - bare.length) + colour(bare);
}

/** A direct call has no chain to show. */
function chainRows(path: readonly Step[], palette: Palette): string[] {
  if (path.length < 2) return [];
  return path.map(
    (step, index) => `${palette.dim(index === 0 ? 'chain:' : '    ->')} ${printable(step.name)} ${palette.dim(`(${place(step)})`)}`,
  );
}

function costRows({ cost, message, rule }: Finding, palette: Palette): string[] {
  if (rule === 'unused-suppression') return [];
  return [`${palette.dim('cost:')}  ${cost.class}, ${printable(unsaid(cost.why, message))}`];
}

/** Of "it reads the whole file: often 1 to 50 ms", what the message has not said already. */
function unsaid(why: string, message: string): string {
  const [, deed = '', rest = ''] = /^it (.+): ([^:]+)$/.exec(why) ?? [];
  return rest !== '' && message.includes(deed) ? rest : why;
}

/** Where no fix can be applied, the advice says what would help; before the program serves, nothing needs to. */
function fixRows(finding: Finding, palette: Palette): string[] {
  const { fixes, context } = finding;
  if (fixes.length > 0)
    return fixes.map(({ title, safe }) => `${palette.dim('fix:')}   ${printable(title)}${safe ? '' : ' (look at what it changes)'}`);
  return context.phase === 'loop' ? [`${palette.dim('help:')}  ${printable(explain(finding).remedy).replaceAll('`', '')}`] : [];
}

function problemSection(problems: readonly Problem[], palette: Palette): string {
  if (problems.length === 0) return '';
  const rows = problems.map(
    ({ file, message }) => `  ${message.includes(file) ? printable(message) : `${printable(file)}: ${printable(message)}`}\n`,
  );
  return `${palette.strong('Problems')}\n${rows.join('')}`;
}

/** One finding alone is its own summary. */
function rootCauseSection(causes: readonly RootCause[], palette: Palette): string {
  if (causes.reduce((sum, { findings }) => sum + findings, 0) < 2) return '';
  const blocks = causes.slice(0, namedCauses).flatMap((cause) => rootCauseRows(cause, palette).map((row) => `  ${row}\n`));
  return `${palette.strong('Root causes that matter most')}\n${blocks.join('')}`;
}

function rootCauseRows(cause: RootCause, palette: Palette): string[] {
  const { operation, within, cost, handlers, findings, fix } = cause;
  const where = within === '' ? '' : ` in ${printable(within)}`;
  return [
    `${palette.strong(place(cause))}  ${printable(operation)}${where}`,
    `  ${palette.dim('cost:')}  ${cost.class}, reached by ${counted(handlers, 'function')} on the loop (${counted(findings, 'finding')})`,
    `  ${palette.dim('fix:')}   ${printable(fix).replaceAll('`', '')}`,
  ];
}

function summarySection({ findings, summary }: Report, shown: readonly Finding[], { minSeverity, palette }: TextOptions): string {
  const scope = `in ${counted(summary.files, 'file')} with ${counted(summary.functions, 'function')} (${duration(summary.durationMs)})`;
  const found = `${palette.strong(shown.length === 0 ? 'No findings' : countBySeverity(shown))} ${scope}.\n`;
  const hidden = findings.filter((finding) => !atLeast(finding.severity, minSeverity));
  const remarks = [
    ...(hidden.length === 0 ? [] : [`Not shown: ${countBySeverity(hidden)}. See them with --min-severity hint.`]),
    ...baselineRemarks(summary.baseline),
  ];
  return found + remarks.map((remark) => `${palette.dim(remark)}\n`).join('');
}

function baselineRemarks(baseline: BaselineUse | undefined): string[] {
  if (baseline === undefined) return [];
  const file = printable(baseline.file);
  const known = `In the baseline ${file}, and so left out: ${counted(baseline.known, 'finding')}.`;
  if (baseline.stale === 0) return [known];
  return [known, `In the baseline, but found no more: ${baseline.stale}. Drop them with --baseline ${file} --write-baseline.`];
}

function duration(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}
