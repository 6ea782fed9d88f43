// A call site that reaches three statements of one database is mended once, and a helper that fifty call
// sites reach is mended once: a warning for each of the 150 pairs buries the others. Each call site has a
// warning for each rule, the surest; each operation has one somewhere; one whose outcome is kept has one in
// all. What says nothing anew is an echo.

import { costRank } from './cost';
import type { Finding, Step } from './findings';

export interface Judged {
  readonly finding: Finding;
  /** On how many steps of its chain it depends on a condition. */
  readonly doubts: number;
  /** True if what comes of it is kept: asked for again, it costs nothing. */
  readonly isKept: boolean;
}

/** The findings in their order, echoes as information. */
export function quietEchoes(judged: readonly Judged[]): Finding[] {
  const loud = judged.filter(({ finding }) => finding.severity === 'warning').sort(surest);
  const mended = firstOf(
    loud.filter(({ isKept }) => !isKept),
    ({ finding }) => JSON.stringify([finding.file, finding.range, finding.rule]),
  );
  const told = new Set([...mended].map(operationOf));
  const untold = loud.filter((one) => !told.has(operationOf(one)));
  const shown = new Set([...mended, ...firstOf(untold, operationOf)]);
  return judged.map((one) =>
    one.finding.severity !== 'warning' || shown.has(one) ? one.finding : { ...one.finding, severity: 'information' },
  );
}

/** The least doubtful first, then the dearest, then the shortest chain. */
function surest(a: Judged, b: Judged): number {
  const [x, y] = [a.finding, b.finding];
  return a.doubts - b.doubts || costRank(y.cost.class) - costRank(x.cost.class) || x.path.length - y.path.length;
}

function firstOf(items: readonly Judged[], keyOf: (one: Judged) => string): Set<Judged> {
  const first = new Map<string, Judged>();
  for (const one of items) if (!first.has(keyOf(one))) first.set(keyOf(one), one);
  return new Set(first.values());
}

function operationOf({ finding: { path, api } }: Judged): string {
  const { file, range }: Partial<Step> = path.at(-1) ?? {};
  return JSON.stringify([file, range, api]);
}
