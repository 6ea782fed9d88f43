// Conditions: what must hold where a call site stands, and which of them are memos. A branch that
// leaves (`if cached: return cached`) puts all that follows it under the opposite condition.

import type { Value } from '../../../core/facts';
import { bare, childIn } from '../nodes';
import { type Extraction, type Hole, type Place, type PyNode, under, unknown } from './extraction';

/** The place of what a memo keeps: `if cached is None: cached = load()`, `if key not in cache: cache[key] = load(key)`. */
export function memoAt(x: Extraction, test: PyNode | Hole, consequence: PyNode | Hole): Partial<Place> {
  const missing = test && missingThing(x, bare(test));
  return missing && consequence && assigns(x, missing, [consequence]) ? missing.place() : {};
}

/**
 * The place of what follows `if test: return ...`.
 * @param test what the test evaluates to
 * @param rest the statements that follow
 */
export function placeAfter(x: Extraction, statement: PyNode, test: Value, rest: readonly PyNode[]): Partial<Place> | undefined {
  if (statement.type !== 'if_statement' || childIn(statement, 'alternative') || !leavesAlways(childIn(statement, 'consequence')))
    return undefined;
  const { conditions } = under(x, { node: statement, value: test }, false, x.place.guard);
  const once = onceThing(x, childIn(statement, 'condition'), rest);
  return { conditions, ...once?.place() };
}

/** True if nothing after the statement is reached. */
export function leaves({ type }: PyNode): boolean {
  return type === 'return_statement' || type === 'raise_statement' || type === 'break_statement' || type === 'continue_statement';
}

function leavesAlways(block: PyNode | Hole): boolean {
  return block?.children.some(leaves) ?? false;
}

/** Something that is kept. */
interface Store {
  /** As it is written where it is assigned. */
  readonly text: string;
  readonly place: () => Partial<Place>;
}

/** `if done: return` before `done = True`, and nothing takes it back: what sets a flag for a while only keeps others out. */
function onceThing(x: Extraction, test: PyNode | Hole, rest: readonly PyNode[]): Store | undefined {
  const present = test && presentThing(x, bare(test));
  if (!present || !assigns(x, present, rest)) return undefined;
  return assigns(x, present, rest, '(?:False|None|0|\'\'|"")(?![\\w.])') ? undefined : present;
}

function assigns(x: Extraction, { text }: Store, statements: readonly PyNode[], what = ''): boolean {
  const written = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\w.])${written}\\s*(?::[^=\\n]*)?=(?!=)\\s*${what}`);
  return statements.some((one) => pattern.test(x.textOf(one)));
}

/** What is not there yet by a test: `not x`, `x is None`, `key not in x`. */
function missingThing(x: Extraction, test: PyNode): Store | undefined {
  const argument = test.type === 'not_operator' ? childIn(test, 'argument') : comparedWith(x, test, 'none', /^(?:is|==)$/)?.left;
  if (argument) return storeAt(x, argument);
  const entry = comparedWith(x, test, undefined, /^not in$/);
  return entry && entryStore(x, entry.right, entry.left);
}

/** What is there by a test: `x`, `x is not None`, `key in x`. */
function presentThing(x: Extraction, test: PyNode): Store | undefined {
  const entry = comparedWith(x, test, undefined, /^in$/);
  if (entry) return entryStore(x, entry.right, entry.left);
  return storeAt(x, comparedWith(x, test, 'none', /^(?:is not|!=)$/)?.left ?? test);
}

/** A name or attribute that outlives the call; what a function assigns to a name of its own is gone when it returns. */
function storeAt(x: Extraction, node: PyNode): Store | undefined {
  const isName = node.type === 'identifier' && x.scopes.isOuter(x.textOf(node));
  if (!isName && node.type !== 'attribute') return undefined;
  // What an instance remembers is asked for anew of every other instance; `cls` is the one class.
  const isOwn = x.textOf(rootOf(node)) === 'self' && !x.staticFunctions.has(x.place.thisFunction);
  return { text: x.textOf(node), place: () => ({ guard: isOwn ? 'ownMemo' : 'memo', kept: valueAt(x, node) }) };
}

function entryStore(x: Extraction, table: PyNode, key: PyNode): Store {
  const place = (): Partial<Place> => ({
    guard: 'conditional',
    kept: { kind: 'element', object: valueAt(x, table), key: valueAt(x, key) },
  });
  return { text: `${x.textOf(table)}[${x.textOf(key)}]`, place };
}

/** A name or attribute as a value; nothing is read. */
function valueAt(x: Extraction, node: PyNode): Value {
  const [object, name] = [childIn(node, 'object'), childIn(node, 'attribute')];
  if (node.type === 'attribute' && object && name) return { kind: 'member', object: valueAt(x, object), name: x.textOf(name) };
  if (node.type === 'string') return { kind: 'literal', value: x.textOf(node) };
  return node.type === 'identifier' ? x.scopes.refer(x.textOf(node)) : unknown;
}

function rootOf(node: PyNode): PyNode {
  const object = node.type === 'attribute' ? childIn(node, 'object') : undefined;
  return object ? rootOf(object) : node;
}

interface Compared {
  readonly left: PyNode;
  readonly right: PyNode;
}

function comparedWith(x: Extraction, test: PyNode, type: string | undefined, operator: RegExp): Compared | undefined {
  if (test.type !== 'comparison_operator') return undefined;
  const [left, right, more] = test.children.filter(({ field }) => field !== 'operators');
  const [used] = test.children.filter(({ field }) => field === 'operators');
  if (!left || !right || more || !used || !operator.test(x.textOf(used))) return undefined;
  return type === undefined || right.type === type ? { left, right } : undefined;
}
