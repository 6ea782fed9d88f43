// Findings as diagnostics.
// Invariant: one diagnostic for each call site and rule, however many operations the call reaches;
// it carries the worst finding as data, so that a client needs to ask for nothing more.

import { DiagnosticTag, type Diagnostic, type DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { Finding, Step } from '../core/findings';
import { severities } from '../core/findings';
import { toRange, toSeverity } from './convert';

export interface DiagnosticContext {
  /** URI of the folder with the rules' pages. */
  readonly rulesUri: string;
  uriOf(path: string): string;
}

/** The diagnostics of one document. */
export function toDiagnostics(findings: readonly Finding[], context: DiagnosticContext): Diagnostic[] {
  return callSites(findings).map((group) => toDiagnostic(group, context));
}

/** Findings of one call site and rule belong together; the worst of them comes first. */
export function callSites(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const { start, end } = finding.range;
    const key = [finding.rule, start.line, start.column, end.line, end.column].join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].map(worstFirst);
}

const source = 'loopsight';

function toDiagnostic([finding, ...others]: readonly [Finding, ...Finding[]], context: DiagnosticContext): Diagnostic {
  return {
    range: toRange(finding.range),
    severity: toSeverity(finding.severity),
    source,
    code: finding.rule,
    codeDescription: { href: `${context.rulesUri}/${finding.rule}.md` },
    message: others.length === 0 ? finding.message : `${finding.message} And ${others.length} more.`,
    relatedInformation: finding.path.slice(1).map((step, index, steps) => related(step, index === steps.length - 1, context)),
    ...(finding.rule === 'unused-suppression' ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    data: finding,
  };
}

/** The call site is the diagnostic itself; what follows it in the chain is related to it. */
function related(step: Step, isLast: boolean, context: DiagnosticContext): DiagnosticRelatedInformation {
  const where = step.within === '' ? '' : ` in ${step.within}`;
  return {
    location: { uri: context.uriOf(step.file), range: toRange(step.range) },
    message: isLast ? `${step.name}${where} blocks the event loop` : `${step.name} is called${where}`,
  };
}

function worstFirst(group: [Finding, ...Finding[]]): readonly [Finding, ...Finding[]] {
  return group.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
