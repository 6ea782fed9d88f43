// Which findings belong to a place in a text.

import type { Finding } from '../core/findings';
import { contains, isBefore, type Position, type Range } from '../core/text';

/** The worst finding under a cursor; else the first one on the cursor's line, so that people need not aim. */
export function findingNear(findings: readonly Finding[], position: Position): Finding | undefined {
  return findingAt(findings, position) ?? findings.find(({ range }) => range.start.line === position.line);
}

/** The finding whose range holds the position. */
export function findingAt(findings: readonly Finding[], position: Position): Finding | undefined {
  return findings.find(({ range }) => contains(range, position));
}

/** The findings whose ranges touch the given one. */
export function findingsIn(findings: readonly Finding[], range: Range): readonly Finding[] {
  return findings.filter((finding) => !isBefore(finding.range.end, range.start) && !isBefore(range.end, finding.range.start));
}
