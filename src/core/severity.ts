// Severity: first match wins, as ARCHITECTURE.md's table says.

import { bits } from './classify';
import type { Severity } from './findings';
import type { BlockingRow, CostClass } from './knowledge';

/**
 * How loud a finding is; `undefined` if it is none, because the code never runs on the loop's thread.
 * @param isOnce true if it happens once in the life of the process
 */
export function severityOf(
  contexts: number,
  cost: CostClass,
  { rule, endless }: Pick<BlockingRow, 'rule' | 'endless'>,
  isOnce = false,
): Severity | undefined {
  const onThread = contexts & ~bits.offLoop;
  // What can't be waited for on a loop is how a program begins where none runs yet.
  if (rule === 'loop-deadlock' && !(onThread & bits.loop)) return undefined;
  if (!onThread) return undefined;
  if (!(onThread & ~bits.tooling)) return 'hint';
  if (!(onThread & bits.loop) || cost === 'tiny') return 'information';
  if (rule === 'loop-deadlock' || endless) return 'error';
  return isOnce ? 'information' : 'warning';
}
