// Conditions: what must hold where a call site stands. A branch that
// leaves (`if (cached) return cached;`) puts all that follows it under the opposite condition.

import type { Value } from '../../../core/facts';
import { type Extraction, type Hole, type Node, type Place, under } from './extraction';
import { memoAfter } from './memos';

/**
 * The place of what follows `if (test) return ...`.
 * @param test what the test evaluates to
 * @param rest the statements that follow
 */
export function placeAfter(x: Extraction, statement: Node, test: Value, rest: readonly (Node | null)[]): Partial<Place> | undefined {
  if (statement.type !== 'IfStatement' || statement.alternate || !leavesAlways(statement.consequent)) return undefined;
  const { conditions } = under(x, { node: statement, value: test }, false, x.place.guard);
  return { conditions, ...memoAfter(x, statement.test, rest) };
}

/** True if nothing after the statement is reached. */
export function leaves(statement: Node): boolean {
  return ['ReturnStatement', 'ThrowStatement', 'BreakStatement', 'ContinueStatement'].includes(statement.type);
}

/** True if nothing after the statement, or after the block that it is, is reached. */
export function leavesAlways(statement: Node | Hole): boolean {
  if (!statement) return false;
  return statement.type === 'BlockStatement' ? statement.body.some((one) => one && leaves(one)) : leaves(statement);
}

/** How a branch ends its function, and with it the loops around: what stands in it is done once. */
export function endOf(branch: Node): 'return' | 'throw' | undefined {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
  if (last?.type === 'ReturnStatement') return 'return';
  return last?.type === 'ThrowStatement' ? 'throw' : undefined;
}
