// Conditions: what must hold where a call site stands, and which of them are memos. A branch that
// leaves (`if cached: return cached`) puts all that follows it under the opposite condition.

import type { Guard, Value } from '../../../core/facts';
import { bare, childIn } from '../nodes';
import { type Around, type Extraction, type Hole, type Place, type PyNode, under, unknown } from './extraction';

/**
 * The place of what a memo keeps: `if cached is None: cached = load()`, `if key not in cache: cache[key] = load(key)`.
 * @param around the statement before the test, and those that follow it
 */
export function memoAt(x: Extraction, test: PyNode | Hole, consequence: PyNode | Hole, around: Around): Partial<Place> {
  const missing = test && missingThing(x, bare(test), around.before);
  if (!missing || !consequence) return {};
  return assigns(x, missing, [consequence]) || setsForGood(x, missing, around.after) ? missing.place() : {};
}

/** The place of what is made where nothing is kept: `try: return cache[key]`, `except KeyError: cache[key] = load(key)`. */
export function memoOfTry(x: Extraction, tried: PyNode | Hole, handler: PyNode): Partial<Place> {
  const [only, more] = tried?.children ?? [];
  const read = more ? undefined : readBy(only);
  const store = read?.type === 'subscript' && /^except\s+\(?\s*KeyError/.test(x.textOf(handler)) ? keptBy(x, read, undefined) : undefined;
  return store && assigns(x, store, [handler]) ? store.place() : {};
}

/** What a statement does nothing but read. */
function readBy(statement: PyNode | Hole): PyNode | Hole {
  if (statement?.type === 'return_statement') return statement.children[0];
  const [inner] = statement?.type === 'expression_statement' ? statement.children : [];
  return inner?.type === 'assignment' ? childIn(inner, 'right') : undefined;
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

/** `if True: return`: nothing after that is reached either. */
export function leavesSurely(statement: PyNode, test: Value): boolean {
  return (
    statement.type === 'if_statement' && test.kind === 'literal' && Boolean(test.value) && leavesAlways(childIn(statement, 'consequence'))
  );
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
  return present && setsForGood(x, present, rest) ? present : undefined;
}

function setsForGood(x: Extraction, store: Store, statements: readonly PyNode[]): boolean {
  return assigns(x, store, statements) && !assigns(x, store, statements, '(?:False|None|0|\'\'|"")(?![\\w.])');
}

function assigns(x: Extraction, { text }: Store, statements: readonly PyNode[], what = ''): boolean {
  const written = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\w.])${written}\\s*(?::[^=\\n]*)?\\+?=(?!=)\\s*${what}`);
  return statements.some((one) => pattern.test(x.textOf(one)));
}

/** What is not there yet by a test: `not x`, `x is None`, `x is missing`, `len(x) == 0`, `key not in x`. */
function missingThing(x: Extraction, test: PyNode, before: PyNode | Hole): Store | undefined {
  if (test.type === 'boolean_operator') return missingOfTwo(x, test, before);
  const argument = test.type === 'not_operator' ? childIn(test, 'argument') : comparedWithNothing(x, test);
  if (argument) return keptBy(x, sized(x, bare(argument)), before);
  const entry = comparedWith(x, test, undefined, /^not in$/);
  return entry && entryStore(x, entry.right, entry.left);
}

/** `x is None and enabled`; `x is None or again`, where what makes it run all the same is said with it. */
function missingOfTwo(x: Extraction, test: PyNode, before: PyNode | Hole): Store | undefined {
  const operands = [childIn(test, 'left'), childIn(test, 'right')].flatMap((one) => (one ? [bare(one)] : []));
  const stores = operands.map((one) => missingThing(x, one, before));
  const store = stores.find((one) => one !== undefined);
  if (!store || x.textOf(childIn(test, 'operator') ?? test) === 'and') return store;
  const forcing = operands.filter((_, index) => stores[index] !== store);
  if (forcing.some(({ type }) => type !== 'identifier')) return undefined;
  return { ...store, place: () => ({ ...store.place(), forced: forcing.map((one) => x.scopes.refer(x.textOf(one))) }) };
}

function comparedWithNothing(x: Extraction, test: PyNode): PyNode | undefined {
  const compared = comparedWith(x, test, undefined, /^(?:is|==)$/);
  const isMark = compared && comparedWith(x, test, 'identifier', /^is$/) !== undefined;
  return compared && (isMark || /^(?:None|False|0)$/.test(x.textOf(compared.right))) ? compared.left : undefined;
}

/** `x` of `len(x)`. */
function sized(x: Extraction, node: PyNode): PyNode {
  const named = node.type === 'call' ? childIn(node, 'function') : undefined;
  const [only, more] = (node.type === 'call' ? childIn(node, 'arguments')?.children : undefined) ?? [];
  return named && x.textOf(named) === 'len' && only && !more ? only : node;
}

/** What keeps a value that is looked at: itself, or where it was taken from (`cache.get(key)`) right before. */
function keptBy(x: Extraction, node: PyNode | Hole, before: PyNode | Hole): Store | undefined {
  switch (node?.type) {
    case 'named_expression':
      return keptBy(x, childIn(node, 'value'), undefined);
    case 'subscript':
      return entryOf(x, childIn(node, 'value'), childIn(node, 'subscript'));
    case 'call': {
      const [callee, [key, of] = []] = [childIn(node, 'function'), childIn(node, 'arguments')?.children];
      const name = callee && childIn(callee, 'attribute');
      if (callee && !name) return /^(?:getattr|hasattr)$/.test(x.textOf(callee)) ? namedStore(x, key, of) : undefined;
      return callee && name && x.textOf(name) === 'get' ? entryOf(x, childIn(callee, 'object'), key) : undefined;
    }
    case 'identifier':
      return storeAt(x, node) ?? keptBy(x, takenBy(x, node, before), undefined);
    default:
      return node && storeAt(x, node);
  }
}

/** What a statement takes to give it a name. */
function takenBy(x: Extraction, name: PyNode, statement: PyNode | Hole): PyNode | Hole {
  const [inner] = statement?.type === 'expression_statement' ? statement.children : [];
  const left = inner?.type === 'assignment' ? childIn(inner, 'left') : undefined;
  const right = inner && left && x.textOf(left) === x.textOf(name) ? childIn(inner, 'right') : undefined;
  return right?.type === 'identifier' ? undefined : right;
}

function entryOf(x: Extraction, table: PyNode | Hole, key: PyNode | Hole): Store | undefined {
  return table && key && entryStore(x, table, key);
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
  return { text: x.textOf(node), place: () => ({ guard: guardOf(x, node), kept: valueAt(x, node) }) };
}

/** What an instance remembers is asked for anew of every other instance; `cls` is the one class. */
function guardOf(x: Extraction, node: PyNode): Guard {
  return x.textOf(rootOf(node)) === 'self' && !x.staticFunctions.has(x.place.thisFunction) ? 'ownMemo' : 'memo';
}

/** An attribute that is asked for as a text: `getattr(self, "_file", None)`. */
function namedStore(x: Extraction, object: PyNode | Hole, text: PyNode | Hole): Store | undefined {
  const name = text?.type === 'string' ? /^["'](\w+)["']$/.exec(x.textOf(text))?.[1] : undefined;
  if (!object || name === undefined) return undefined;
  const place = (): Partial<Place> => ({ guard: guardOf(x, object), kept: { kind: 'member', object: valueAt(x, object), name } });
  return { text: `${x.textOf(object)}.${name}`, place };
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
