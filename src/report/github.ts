// The report as commands of GitHub's workflows, which show each finding at its line. One line each;
// what matters most comes first, because GitHub shows only the first few of a step.

import type { Finding, Problem, Report, Severity, Step } from '../core/findings';
import { ranked } from '../core/rank';
import { rules } from '../core/rules';
import { printable } from './excerpt';
import { atLeastAs } from './select';

export function formatGithub({ findings, problems }: Report, { minSeverity }: { readonly minSeverity: Severity }): string {
  const lines = [...ranked(atLeastAs(findings, minSeverity)).map(findingCommand), ...problems.map(problemCommand)];
  return lines.map((line) => `${line}\n`).join('');
}

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

function findingCommand({ severity, file, range: { start, end }, rule, message, path }: Finding): string {
  const place = { file, line: start.line, col: start.column, endLine: end.line, endColumn: end.column };
  return command(commands[severity], { ...place, title: `${rules[rule]} (${rule})` }, [printable(message), ...chainOf(path)].join('\n'));
}

/** A direct call has no chain to show, and nobody reads a very long one here. */
function chainOf(path: readonly Step[]): string[] {
  if (path.length < 2) return [];
  const steps = path.map(({ name, file, range: { start } }) => `${printable(name)} (${printable(file)}:${start.line}:${start.column})`);
  const shown = steps.length > mostSteps ? [...steps.slice(0, mostSteps - 2), '…', ...steps.slice(-1)] : steps;
  return [`chain: ${shown.join(' -> ')}`];
}

const mostSteps = 20;

function problemCommand({ file, message }: Problem): string {
  return command('warning', { file, title: 'Loopsight' }, printable(message));
}

function command(name: string, properties: Readonly<Record<string, string | number>>, text: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escaped(text)}`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
