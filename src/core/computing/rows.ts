// Operations that no row of knowledge is about, because the program itself is the operation: its loops
// and its recursion.

import type { CallSite } from '../facts';
import type { BlockingRow, Remedy } from '../knowledge';
import { isPython, type ProgramFile } from '../link/program';
import type { RuleId } from '../rules';

interface Computing {
  readonly rule: RuleId;
  /** One sentence without its full stop, said of the loop or the call: "counts to 1,000,000,000". */
  readonly why: string;
  /** How to do it with less work, or without holding the thread. */
  readonly note: string;
  /** True if it never ends by itself. */
  readonly endless?: boolean;
  /** True if computing elsewhere is no remedy: nothing is computed. */
  readonly isWaiting?: boolean;
}

const links = {
  javascript: 'https://nodejs.org/en/learn/asynchronous-work/dont-block-the-event-loop',
  python: 'https://docs.python.org/3/library/asyncio-dev.html#running-blocking-code',
};

/** The row of computing that a call site stands for. */
export function computingRow(file: ProgramFile, { name, use }: CallSite, computing: Computing): BlockingRow {
  const { rule, why, note, endless, isWaiting } = computing;
  const elsewhere: Remedy = { kind: isPython(file) ? 'process' : 'worker', note };
  return {
    api: name,
    rule,
    use,
    cost: 'unbounded',
    why,
    link: links[file.facts.language],
    remedy: isWaiting ? { kind: 'advice', note } : elsewhere,
    ...(endless && { endless }),
    ...(isPython(file) && !isWaiting && { gil: 'held' }),
  };
}
