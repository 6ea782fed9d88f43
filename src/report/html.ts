// The report as one page that needs nothing else: no script, no request, light or dark as the reader
// likes it. Findings stand under the operation that they end at, what matters most first.
// Invariant: whatever comes from the analyzed code passes `text`, which leaves no markup in it.

import { atLeast, type Finding, type Problem, type Report, type Severity, type Step } from '../core/findings';
import { byOperation, holdsLoopUp } from '../core/rank';
import { rules } from '../core/rules';
import { operationRemedy } from '../core/words';
import { printable } from './excerpt';
import { styles } from './htmlStyles';
import { atLeastAs, countBySeverity, counted, namedCauses } from './select';

interface HtmlOptions {
  readonly minSeverity: Severity;
  /** The text of a file, by its name in the report; without it, the code is left out. */
  readonly source: (file: string) => string | undefined;
}

export function formatHtml(report: Report, { minSeverity, source }: HtmlOptions): string {
  const groups = byOperation(atLeastAs(report.findings, minSeverity));
  const code = codeFrom(source);
  const body = [
    headerOf(report, minSeverity),
    causesOf(groups),
    ...groups.map((findings, index) => operationOf(findings, index, code)),
    problemsOf(report.problems),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Loopsight: what blocks the event loop</title>
<style>${styles}</style>
</head>
<body>
<main>
${body.filter((part) => part !== '').join('\n')}
</main>
</body>
</html>
`;
}

/** Text from anywhere, for an element or an attribute in double quotes. */
function text(raw: string): string {
  return printable(raw).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Prose that marks code with backticks. */
function prose(raw: string): string {
  return text(raw).replace(/`([^`]*)`/g, '<code>$1</code>');
}

function headerOf({ findings, summary }: Report, minSeverity: Severity): string {
  const shown = atLeastAs(findings, minSeverity);
  const hidden = findings.filter((finding) => !atLeast(finding.severity, minSeverity));
  const scope = `in ${counted(summary.files, 'file')} with ${counted(summary.functions, 'function')}`;
  const { baseline } = summary;
  return [
    '<header>',
    '<h1>What blocks the event loop</h1>',
    `<p class="lead"><strong>${shown.length === 0 ? 'No findings' : countBySeverity(shown)}</strong> ${scope}.</p>`,
    hidden.length === 0 ? '' : `<p>Not shown: ${countBySeverity(hidden)}.</p>`,
    baseline === undefined ? '' : `<p>In the baseline, and so left out: ${counted(baseline.known, 'finding')}.</p>`,
    '</header>',
  ]
    .filter((row) => row !== '')
    .join('\n');
}

/** Only what holds the loop up is worth naming first, and only where there is more to read after it. */
function causesOf(groups: readonly (readonly Finding[])[]): string {
  const causes = groups.filter(([first]) => first && holdsLoopUp(first)).slice(0, namedCauses);
  if (groups.length < 2 || causes.length === 0) return '';
  const rows = causes.map(
    (findings) => `<li><a href="#operation-${groups.indexOf(findings) + 1}">${titleOf(findings)}</a>: ${weightOf(findings)}</li>`,
  );
  return `<nav aria-labelledby="causes">\n<h2 id="causes">Root causes that matter most</h2>\n<ol>\n${rows.join('\n')}\n</ol>\n</nav>`;
}

function operationOf(findings: readonly Finding[], index: number, code: CodeAt): string {
  const [first] = findings;
  const step = first?.path.at(-1);
  if (!first || !step) return '';
  const id = `operation-${index + 1}`;
  return [
    '<section>',
    `<h2 id="${id}">${titleOf(findings)}</h2>`,
    `<p><span class="place">${placeOf(step)}</span> <span class="severity ${first.severity}">${first.severity}</span> ${text(rules[first.rule])} (${first.rule})</p>`,
    code(step),
    `<p>${text(capitalized(weightOf(findings)))}.</p>`,
    first.context.phase === 'loop' ? `<p><strong>Fix:</strong> ${prose(operationRemedy(first))}</p>` : '',
    `<details${index < namedCauses ? ' open' : ''}>`,
    `<summary>${counted(findings.length, 'finding')}</summary>`,
    `<ul class="findings">\n${findings.map((finding) => findingOf(finding, code)).join('\n')}\n</ul>`,
    '</details>',
    '</section>',
  ]
    .filter((row) => row !== '')
    .join('\n');
}

function titleOf([first]: readonly Finding[]): string {
  const step = first?.path.at(-1);
  const where = step === undefined || step.within === '' ? '' : ` in <code>${text(step.within)}</code>`;
  return `<code>${text(step?.name ?? '')}</code>${where}`;
}

/** "noticeable, reached by 14 functions on the loop". */
function weightOf([first]: readonly Finding[]): string {
  if (first === undefined) return '';
  const { cost, handlers, context } = first;
  if (context.phase !== 'loop') return `${cost.class}, ${context.phase === 'startup' ? 'while the program starts' : 'in a test or a tool'}`;
  return handlers === undefined ? cost.class : `${cost.class}, reached by ${counted(handlers, 'function')} on the loop`;
}

function capitalized(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function findingOf(finding: Finding, code: CodeAt): string {
  const { message, path, severity, fixes } = finding;
  const [first] = path;
  if (!first) return '';
  // The operation itself is shown above.
  const calls =
    path.length < 2 ? '' : `${code(first)}\n<ol class="chain" aria-label="Chain of calls">\n${path.map(stepOf).join('\n')}\n</ol>`;
  return [
    '<li>',
    `<p><span class="severity ${severity}">${severity}</span> ${text(message)}</p>`,
    path.length < 2 ? '' : `<p class="place">${placeOf(first)}</p>`,
    calls,
    ...fixes.map(({ title, safe }) => `<p>Quick fix in the editor: ${text(title)}${safe ? '' : ' (look at what it changes)'}</p>`),
    '</li>',
  ]
    .filter((row) => row !== '')
    .join('\n');
}

function stepOf(step: Step): string {
  return `<li><code>${text(step.name)}</code> <span class="place">${placeOf(step)}</span></li>`;
}

function placeOf({ file, range: { start } }: Pick<Step, 'file' | 'range'>): string {
  return `${text(file)}:${start.line}:${start.column}`;
}

/** The markup of the lines around a step. */
type CodeAt = (step: Step) => string;

const linesAround = 2;
/** How much of a line is shown before and after what is marked. */
const longestSide = 160;

function codeFrom(source: HtmlOptions['source']): CodeAt {
  const known = new Map<string, readonly string[]>();
  return ({ file, range }) => {
    const lines = known.get(file) ?? source(file)?.split(/\r\n|[\n\r\u2028\u2029]/) ?? [];
    known.set(file, lines);
    const from = Math.max(1, range.start.line - linesAround);
    const shown = lines.slice(from - 1, range.start.line + linesAround);
    if (lines[range.start.line - 1] === undefined) return '';
    const rows = shown.map((line, index) => rowOf(line, from + index, range));
    return `<pre tabindex="0" role="group" aria-label="${text(file)}, line ${range.start.line}"><code>${rows.join('\n')}</code></pre>`;
  };
}

function rowOf(line: string, number: number, { start, end }: Step['range']): string {
  const label = `<span class="number">${number}</span> `;
  if (number !== start.line) return label + text(line.slice(0, 2 * longestSide));
  const from = start.column - 1;
  const to = end.line === start.line ? end.column - 1 : line.length;
  const before = line.slice(Math.max(0, from - longestSide), from);
  return `${label}${text(before)}<mark>${text(line.slice(from, to))}</mark>${text(line.slice(to, to + longestSide))}`;
}

function problemsOf(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  const rows = problems.map(({ file, message }) => `<li>${text(message.includes(file) ? message : `${file}: ${message}`)}</li>`);
  return `<section>\n<h2 id="problems">Problems</h2>\n<ul>\n${rows.join('\n')}\n</ul>\n</section>`;
}
