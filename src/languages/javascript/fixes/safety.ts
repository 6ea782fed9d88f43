// Whether a fix is safe: it changes nothing that the program does, beyond freeing the loop. Other code
// runs while the call waits, so whatever that code could see or change in between counts against it.

import type { RuleId } from '../../../core/rules';
import type { Api } from './apiPath';
import { runsUnawaited } from './callers';
import { isOrderKept } from './heldValues';
import type { Names } from './names';
import { straddlesSharedState } from './sharedState';
import type { FunctionNode, Node } from './source';

/** Judges the rewrite of `call` in the async function `around`. */
export function isSafe(names: Names, rule: RuleId, operation: Api, call: Node, around: FunctionNode): boolean {
  if (!onlyReads(rule, operation)) return false;
  return isOrderKept(names, call, around) && !straddlesSharedState(names, call, around) && !runsUnawaited(names, call, around);
}

/** Two writes that overlap can mix; two computations or readings of a whole file cannot. A reader has a position. */
function onlyReads(rule: RuleId, { holder, member }: Api): boolean {
  if (holder.endsWith('#')) return false;
  if (rule === 'sync-file') return /^(?:read|stat|lstat|access|realpath|native|opendir)/.test(member);
  return rule === 'sync-crypto' || rule === 'sync-compression' || rule === 'cpu-call';
}
