// Check-then-act races. State that others can reach, read before the call and written after it, was
// one step while the call blocked; with an `await` between, two runs can both see the old value.

import { functionAround, type Names } from './names';
import { within, withoutTypes, type FunctionNode, type Node } from './source';

/** True if the function reads shared state before `call` has its result, and writes the same state after. */
export function straddlesSharedState(names: Names, call: Node, around: FunctionNode): boolean {
  const own = names.source.nodes.filter((node) => within(node, around) && functionAround(names.source, node) === around);
  const written = new Set(own.flatMap((node) => (runsAfter(node, call) ? writtenBy(names, node, around) : [])));
  if (written.size === 0) return false;
  return own.some((node) => node.range[0] < call.range[1] && isRead(names, node) && written.has(placeOf(names, node) ?? ''));
}

/** True if `node` takes effect after the call: it follows it, or has it inside. */
function runsAfter(node: Node, call: Node): boolean {
  return node.range[0] >= call.range[1] || (node !== call && within(call, node));
}

/** The shared places that an assignment, an update or a call of a mutating method changes. */
function writtenBy(names: Names, node: Node, around: FunctionNode): readonly string[] {
  if (node.type === 'AssignmentExpression') return sharedPlaces(names, withoutTypes(node.left), around);
  if (node.type === 'UpdateExpression') return sharedPlaces(names, withoutTypes(node.argument), around);
  if (node.type === 'UnaryExpression' && node.operator === 'delete') return sharedPlaces(names, withoutTypes(node.argument), around);
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.callee.property.type !== 'Identifier') return [];
  return mutators.has(node.callee.property.name) ? sharedPlaces(names, node.callee.object, around) : [];
}

const mutators: ReadonlySet<string> = new Set(['add', 'clear', 'delete', 'pop', 'push', 'set', 'shift', 'splice', 'unshift']);

/** An element stands for its collection too: `cache[key] = x` changes what `key in cache` sees. */
function sharedPlaces(names: Names, target: Node, around: FunctionNode): readonly string[] {
  const place = placeOf(names, target);
  if (place === undefined || !isShared(names, target, around)) return [];
  const collection = target.type === 'MemberExpression' && target.computed ? placeOf(names, target.object) : undefined;
  return collection === undefined ? [place] : [place, collection];
}

/** A place by its text: `count`, `this.cache`, `cache[key]`. */
function placeOf({ source }: Names, node: Node): string | undefined {
  const isPlace = node.type === 'Identifier' || node.type === 'MemberExpression';
  return isPlace ? source.textOf(node).replace(/\s+|\?(?=\.)/g, '') : undefined;
}

/** True unless the place belongs to this run of the function alone. */
function isShared(names: Names, node: Node, around: FunctionNode): boolean {
  const root = rootOf(node);
  if (root.type !== 'Identifier') return true;
  const declaration = names.resolve(root.name, root);
  if (declaration === undefined || !within(declaration.id, around)) return true;
  if (node === root) return names.writes(declaration).some((it) => functionAround(names.source, it) !== around);
  return declaration.site.type !== 'VariableDeclarator' || !isFresh(declaration.site.init);
}

function isFresh(init: Node | null): boolean {
  return init?.type === 'ObjectExpression' || init?.type === 'ArrayExpression' || init?.type === 'NewExpression';
}

function rootOf(node: Node): Node {
  return node.type === 'MemberExpression' ? rootOf(withoutTypes(node.object)) : node;
}

/** The target of `=` is not read, and that of `+=` is read and written in one step. */
function isRead({ source }: Names, node: Node): boolean {
  const parent = source.parentOf(node);
  if (parent?.type === 'UpdateExpression') return false;
  return parent?.type !== 'AssignmentExpression' || parent.left !== node;
}
