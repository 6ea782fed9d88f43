// Conditions: what must hold where a call site stands, and which of them are memos. A branch that
// leaves (`if (cached) return cached;`) puts all that follows it under the opposite condition.

import type { Condition, Guard, Value } from '../../../core/facts';
import type { Extraction, Hole, Node, Place } from './extraction';

/** The place under the condition that `value` holds, or does not. */
export function under(x: Extraction, value: Value, holds: boolean, guard: Guard = 'conditional'): Partial<Place> {
  const isTelling = value.kind !== 'unknown' && value.kind !== 'literal';
  return isTelling ? { guard, conditions: [...x.place.conditions, { value, holds }] } : { guard };
}

/** `if (!cached) cached = load()` is a memo; any other condition is just one. */
export function guardOf(x: Extraction, test: Node | Hole, consequent: Node | Hole): Guard {
  const missing = test && missingThing(test);
  if (!missing || !consequent || !assigns(x, missing, [consequent], '(?!=)')) return 'conditional';
  return memoOf(x, missing);
}

/**
 * The place of what follows `if (test) return ...`.
 * @param test what the test evaluates to
 * @param rest the statements that follow
 */
export function placeAfter(x: Extraction, statement: Node, test: Value, rest: readonly (Node | null)[]): Partial<Place> | undefined {
  if (statement.type !== 'IfStatement' || statement.alternate || !leavesAlways(statement.consequent)) return undefined;
  const after = under(x, test, false, x.place.guard).conditions;
  const conditions: readonly Condition[] = after ?? x.place.conditions;
  const once = onceThing(x, statement.test, rest);
  return once ? { conditions, guard: memoOf(x, once) } : { conditions };
}

/** True if nothing after the statement is reached. */
export function leaves(statement: Node): boolean {
  return ['ReturnStatement', 'ThrowStatement', 'BreakStatement', 'ContinueStatement'].includes(statement.type);
}

function leavesAlways(statement: Node | Hole): boolean {
  if (!statement) return false;
  return statement.type === 'BlockStatement' ? statement.body.some((one) => one && leaves(one)) : leaves(statement);
}

/** `if (done) return; done = true;`, and nothing takes it back: what sets a flag for a while only keeps others out. */
function onceThing(x: Extraction, test: Node | Hole, rest: readonly (Node | null)[]): Node | undefined {
  const present = test ? presentThing(test) : undefined;
  if (!present || !assigns(x, present, rest, '(?!=)')) return undefined;
  return assigns(x, present, rest, '(?!=)\\s*(?:false|null|undefined|0|\'\'|"")(?![\\w$.])') ? undefined : present;
}

function assigns(x: Extraction, target: Node, statements: readonly (Node | null)[], what: string): boolean {
  const text = x.textOf(target).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\w$.])${text}\\s*(?:\\?\\?|\\|\\|)?=${what}`);
  return statements.some((one) => one && pattern.test(x.textOf(one)));
}

/** What an instance remembers is asked for anew of every other instance; in a static method `this` is the one class. */
export function memoOf(x: Extraction, remembered: Node): Guard {
  const isOwn = rootOf(remembered).type === 'ThisExpression' && !x.staticFunctions.has(x.place.thisFunction);
  return isOwn ? 'ownMemo' : 'memo';
}

function rootOf(node: Node): Node {
  return node.type === 'MemberExpression' ? rootOf(node.object) : node;
}

/** What a test says is not there yet: `!x`, `x == null`, `x === undefined`. */
function missingThing(test: Node): Node | undefined {
  if (test.type === 'UnaryExpression' && test.operator === '!') return test.argument;
  return comparedWithNothing(test, /^===?$/);
}

/** What a test says is there: `x`, `x != null`, `x !== undefined`. */
function presentThing(test: Node): Node | undefined {
  if (test.type === 'Identifier' || test.type === 'MemberExpression') return test;
  return comparedWithNothing(test, /^!==?$/);
}

function comparedWithNothing(test: Node, operator: RegExp): Node | undefined {
  if (test.type !== 'BinaryExpression' || !operator.test(test.operator)) return undefined;
  const { left, right } = test;
  const isAbsent = right?.type === 'Literal' ? right.value === null : right?.type === 'Identifier' && right.name === 'undefined';
  return isAbsent ? left : undefined;
}
