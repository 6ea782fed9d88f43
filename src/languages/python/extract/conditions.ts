// Conditions: what must hold where a call site stands, and which of them are memos. A branch that
// leaves (`if cached: return cached`) puts all that follows it under the opposite condition.

import type { Condition, Guard, Value } from '../../../core/facts';
import { bare, childIn } from '../nodes';
import type { Extraction, Hole, Place, PyNode } from './extraction';

/** The place under the condition that `value` holds, or does not. */
export function under(x: Extraction, value: Value, holds: boolean, guard: Guard = 'conditional'): Partial<Place> {
  const isTelling = value.kind !== 'unknown' && value.kind !== 'literal';
  return isTelling ? { guard, conditions: [...x.place.conditions, { value, holds }] } : { guard };
}

/** `if cached is None: cached = load()` is a memo; any other condition is just one. */
export function guardOf(x: Extraction, test: PyNode | Hole, consequence: PyNode | Hole): Guard {
  const missing = test && missingThing(x, bare(test));
  return missing && consequence && assigns(x, missing, [consequence]) ? memoOf(x, missing) : 'conditional';
}

/**
 * The place of what follows `if test: return ...`.
 * @param test what the test evaluates to
 * @param rest the statements that follow
 */
export function placeAfter(x: Extraction, statement: PyNode, test: Value, rest: readonly PyNode[]): Partial<Place> | undefined {
  if (statement.type !== 'if_statement' || childIn(statement, 'alternative') || !leavesAlways(childIn(statement, 'consequence')))
    return undefined;
  const conditions: readonly Condition[] = under(x, test, false, x.place.guard).conditions ?? x.place.conditions;
  const once = onceThing(x, childIn(statement, 'condition'), rest);
  const guard = once ? memoOf(x, once) : 'conditional';
  return guard === 'conditional' ? { conditions } : { conditions, guard };
}

/** True if nothing after the statement is reached. */
export function leaves({ type }: PyNode): boolean {
  return type === 'return_statement' || type === 'raise_statement' || type === 'break_statement' || type === 'continue_statement';
}

function leavesAlways(block: PyNode | Hole): boolean {
  return block?.children.some(leaves) ?? false;
}

/** `if done: return` before `done = True`, and nothing takes it back: what sets a flag for a while only keeps others out. */
function onceThing(x: Extraction, test: PyNode | Hole, rest: readonly PyNode[]): PyNode | undefined {
  const present = test && presentThing(x, bare(test));
  if (!present || !assigns(x, present, rest)) return undefined;
  return assigns(x, present, rest, '(?:False|None|0|\'\'|"")(?![\\w.])') ? undefined : present;
}

function assigns(x: Extraction, target: PyNode, statements: readonly PyNode[], what = ''): boolean {
  const text = x.textOf(target).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\w.])${text}\\s*(?::[^=\\n]*)?=(?!=)\\s*${what}`);
  return statements.some((one) => pattern.test(x.textOf(one)));
}

/** What an instance remembers is asked for anew of every other instance; `cls` is the one class. */
export function memoOf(x: Extraction, remembered: PyNode): Guard {
  const { thisFunction } = x.place;
  // What a function assigns to a name of its own is gone when it returns.
  if (remembered.type === 'identifier' && !x.scopes.isOuter(x.textOf(remembered))) return 'conditional';
  const isOwn = x.textOf(rootOf(remembered)) === 'self' && !x.staticFunctions.has(thisFunction);
  return isOwn ? 'ownMemo' : 'memo';
}

function rootOf(node: PyNode): PyNode {
  const object = node.type === 'attribute' ? childIn(node, 'object') : undefined;
  return object ? rootOf(object) : node;
}

/** What a test says is not there yet: `not x`, `x is None`. */
function missingThing(x: Extraction, test: PyNode): PyNode | undefined {
  const argument = test.type === 'not_operator' ? childIn(test, 'argument') : undefined;
  return argument && isPlace(argument) ? argument : comparedWithNone(x, test, /^(?:is|==)$/);
}

/** What a test says is there: `x`, `x is not None`. */
function presentThing(x: Extraction, test: PyNode): PyNode | undefined {
  return isPlace(test) ? test : comparedWithNone(x, test, /^(?:is not|!=)$/);
}

function isPlace({ type }: PyNode): boolean {
  return type === 'identifier' || type === 'attribute';
}

function comparedWithNone(x: Extraction, test: PyNode, operator: RegExp): PyNode | undefined {
  if (test.type !== 'comparison_operator') return undefined;
  const [left, right] = test.children.filter(({ field }) => field !== 'operators');
  const [used] = test.children.filter(({ field }) => field === 'operators');
  return left && right?.type === 'none' && used && operator.test(x.textOf(used)) && isPlace(left) ? left : undefined;
}
