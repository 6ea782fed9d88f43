// Which findings a report shows, and how many it does not.

import { atLeast, severities, type Finding, type Severity } from '../core/findings';

export function atLeastAs(findings: readonly Finding[], least: Severity): Finding[] {
  return findings.filter((finding) => atLeast(finding.severity, least));
}

/** "1 error, 2 warnings", the worst first; empty without findings. */
export function countBySeverity(findings: readonly Finding[]): string {
  return severities
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => (severity === 'information' ? `${count} information` : counted(count, severity)))
    .join(', ');
}

/** "1 file", "2 files". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** How many root causes a summary names. */
export const namedCauses = 3;
