// Memos: tests that something is not there yet, followed by what puts it there. What a memo keeps is kept
// under a name, in a member (`this.text`), or under a key (`pages[name]`, `templates.get(name)`).

import type { Value } from '../../../core/facts';
import { nameCalled } from '../bodies';
import type { Extraction, Hole, Node, Place } from './extraction';
import { unknown } from './extraction';

type Statements = readonly (Node | Hole)[];

/** Something that is kept: where, as it is written, and what follows that text where something is put there. */
interface Store {
  readonly kept: Node;
  readonly key?: Node | undefined;
  readonly written: string;
  /** Sticky. */
  readonly filled: RegExp;
}

const assignment = /\s*(?:\?\?|\|\|)?=(?![=>])/y;
const setting = /\s*\.\s*set\s*\(/y;
const nothing = /\s*(?:false|null|undefined|0|''|"")(?![\w$.])/y;

/** The place of what runs if a test holds: `if (!cached) cached = load()`, `cached === null && fill()`, `if (!cached || again) ...`. */
export function memoIf(x: Extraction, test: Node | Hole, consequent: Node | Hole): Partial<Place> | undefined {
  const { stores, forced } = missing(x, test);
  const [store] = stores.filter((one) => fills(x, one, consequent));
  return store && { ...placeOf(x, store), ...(forced.length > 0 && { forced: forced.map((name) => x.scopes.refer(name)) }) };
}

/** True if something is put where it was missing, here or in a function that is called here. */
function fills(x: Extraction, store: Store, consequent: Node | Hole): boolean {
  return assigns(x, store, [consequent]) || assigns(x, store, bodiesCalled(x, consequent));
}

function bodiesCalled(x: Extraction, branch: Node | Hole): Statements {
  const statements = branch?.type === 'BlockStatement' ? branch.body : [branch];
  return statements.flatMap((one) => {
    const name = one && nameCalled(one);
    return name ? (x.bodies.get(name) ?? []) : [];
  });
}

/** The place of what follows `if (done) return;`: `done = true` comes, and nothing takes it back, which would only keep others out. */
export function memoAfter(x: Extraction, test: Node | Hole, rest: Statements): Partial<Place> | undefined {
  const store = present(x, test);
  if (!store || !assigns(x, store, rest) || assigns(x, store, rest, nothing)) return undefined;
  return placeOf(x, store);
}

/** The place of what is taken where nothing is kept: `pages.get(name) ?? load(name)`, if `pages.set` follows. */
export function memoOr(x: Extraction, left: Node | Hole): Partial<Place> | undefined {
  const store = left?.type === 'LogicalExpression' && left.operator === '&&' ? storeOf(x, left.right) : left && storeOf(x, left);
  const follows = store && isFilled(store, x.text.slice(left?.range[1], x.functionEnd));
  return follows ? placeOf(x, store) : undefined;
}

/** The place of what runs where nothing is kept: `cached || fill()`. */
export function memoUnless(x: Extraction, left: Node | Hole, right: Node | Hole): Partial<Place> | undefined {
  const store = left && storeOf(x, left);
  return store && fills(x, store, right) ? placeOf(x, store) : undefined;
}

/** The place of what is assigned to something that has no value yet: `cached ??= load()`. */
export function memoAt(x: Extraction, kept: Node): Partial<Place> {
  return placeOf(x, { kept, written: '', filled: assignment });
}

/** What an instance remembers is asked for anew of every other instance; in a static method `this` is the one class. */
function placeOf(x: Extraction, { kept, key }: Store): Partial<Place> {
  const isOwn = rootOf(kept).type === 'ThisExpression' && !x.staticFunctions.has(x.place.thisFunction);
  const forced = undefined;
  if (key) return { guard: 'conditional', kept: { kind: 'element', object: valueOf(x, kept), key: valueOf(x, key) }, forced };
  return { guard: isOwn ? 'ownMemo' : 'memo', kept: valueOf(x, kept), forced };
}

function rootOf(node: Node): Node {
  return node.type === 'MemberExpression' ? rootOf(node.object) : node;
}

/** The value of what is only looked at: it is no use of its own. */
function valueOf(x: Extraction, node: Node): Value {
  switch (node.type) {
    case 'Identifier':
      return x.scopes.refer(node.name);
    case 'ThisExpression':
      return { kind: 'this', function: x.place.thisFunction };
    case 'Literal':
      return { kind: 'literal', value: typeof node.value === 'string' ? node.value : String(node.value) };
    case 'TSNonNullExpression':
    case 'TSAsExpression':
      return valueOf(x, node.expression);
    case 'MemberExpression': {
      const object = valueOf(x, node.object);
      if (node.computed) return { kind: 'element', object, key: valueOf(x, node.property) };
      return node.property.type === 'Identifier' ? { kind: 'member', object, name: node.property.name } : unknown;
    }
    default:
      return unknown;
  }
}

/** What a test says is not there yet, and the names that make the test hold all the same. */
interface Missing {
  readonly stores: readonly Store[];
  readonly forced: readonly string[];
}

/** What a test says is not there yet: `!x`, `x == null`, `!pages.has(name)`; of several things that are asked for, each is. */
function missing(x: Extraction, test: Node | Hole): Missing {
  if (test?.type === 'LogicalExpression') {
    const missed = test.operator === '&&' ? missing : missingOrForced;
    const [left, right] = [missed(x, test.left), missed(x, test.right)];
    const both = { stores: [...left.stores, ...right.stores], forced: [...left.forced, ...right.forced] };
    return test.operator === '&&' || (says(left) && says(right)) ? both : { stores: [], forced: [] };
  }
  const thing = test?.type === 'UnaryExpression' && test.operator === '!' ? test.argument : comparedWithNothing(test, /^===?$/);
  const store = thing && storeOf(x, thing);
  return { stores: store ? [store] : [], forced: [] };
}

function missingOrForced(x: Extraction, test: Node | Hole): Missing {
  return test?.type === 'Identifier' ? { stores: [], forced: [test.name] } : missing(x, test);
}

function says({ stores, forced }: Missing): boolean {
  return stores.length > 0 || forced.length > 0;
}

/** What a test says is there: `x`, `x != null`, `pages.has(name)`. */
function present(x: Extraction, test: Node | Hole): Store | undefined {
  const thing = comparedWithNothing(test, /^!==?$/) ?? test;
  return thing ? storeOf(x, thing) : undefined;
}

function storeOf(x: Extraction, given: Node, depth = 0): Store | undefined {
  const node = given.type === 'ChainExpression' || given.type === 'TSNonNullExpression' ? given.expression : given;
  if (node.type === 'CallExpression') return storeByCall(x, node.callee, node.arguments[0]);
  if (node.type === 'Identifier') {
    const taken = depth === 0 ? x.initial.get(node.name) : undefined;
    const isTaken = taken?.type === 'MemberExpression' || taken?.type === 'CallExpression';
    return (isTaken ? storeOf(x, taken, 1) : undefined) ?? { kept: node, written: x.textOf(node), filled: assignment };
  }
  if (node.type !== 'MemberExpression') return undefined;
  const key = node.computed && node.property.type !== 'Literal' ? node.property : undefined;
  return { kept: key ? node.object : node, key, written: x.textOf(node), filled: assignment };
}

/** `pages.has(name)`, `pages.get(name)`: `pages.set` puts it there. */
function storeByCall(x: Extraction, callee: Node, key: Node | undefined): Store | undefined {
  if (!key || callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined;
  if (!/^(?:has|get)$/.test(callee.property.name)) return undefined;
  return { kept: callee.object, key, written: x.textOf(callee.object), filled: setting };
}

/** @param value what it must be filled with; sticky */
function assigns(x: Extraction, store: Store, statements: Statements, value?: RegExp): boolean {
  return statements.some((one) => one && isFilled(store, x.textOf(one), value));
}

/** Looks for text instead of a tree: most of what is tested is never assigned, and that is seen at once. */
function isFilled({ written, filled }: Store, text: string, value?: RegExp): boolean {
  if (written === '') return false;
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
    if (/[\w$.]/.test(text[at - 1] ?? '')) continue;
    const end = endOf(filled, text, at + written.length);
    if (end !== undefined && (!value || endOf(value, text, end) !== undefined)) return true;
  }
  return false;
}

/** Where what matches at a place ends. */
function endOf(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}

function comparedWithNothing(test: Node | Hole, operator: RegExp): Node | undefined {
  if (test?.type !== 'BinaryExpression' || !operator.test(test.operator)) return undefined;
  const { left, right } = test;
  const isTyped =
    left?.type === 'UnaryExpression' && left.operator === 'typeof' && right?.type === 'Literal' && right.value === 'undefined';
  if (isTyped) return left.argument;
  const isAbsent = right?.type === 'Literal' ? right.value === null : right?.type === 'Identifier' && right.name === 'undefined';
  return isAbsent ? left : undefined;
}
