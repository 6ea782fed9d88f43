// Evaluation order within one statement. `a.b + f()` reads `a.b` before the call and uses it after:
// with an `await` between, the value may be stale by then. Only values that nobody else can change
// may be held across the call.

import type { Names } from './names';
import { functionAround } from './names';
import { ancestors, isFunction, withoutTypes, type FunctionNode, type Node } from './source';
import { apiOfDeclaration } from './values';

/** True if nothing that could change meanwhile is evaluated before `call` and used after it in its statement. */
export function isOrderKept(names: Names, call: Node, around: FunctionNode): boolean {
  let inner = call;
  for (const above of ancestors(names.source, call)) {
    if (above === around) return true;
    const held = heldBy(names, above, inner);
    if (held === undefined || !held.every((it) => isStable(names, it, around))) return false;
    if (endsStatement(above)) return true;
    inner = above;
  }
  return true;
}

function endsStatement(node: Node): boolean {
  return node.type.endsWith('Statement') || node.type === 'VariableDeclaration';
}

/** What `node` evaluates before `inner` and uses after it; `undefined` where that is not known. */
function heldBy(names: Names, node: Node, inner: Node): readonly Node[] | undefined {
  if (transparent.has(node.type)) return [];
  switch (node.type) {
    case 'BinaryExpression':
      return inner === node.right ? [node.left] : [];
    case 'AssignmentExpression':
      return node.operator === '=' ? heldByTarget(node.left) : [node.left];
    case 'MemberExpression':
      return inner === node.object ? [] : [node.object];
    case 'CallExpression':
    case 'NewExpression':
      return inner === node.callee ? [] : [...heldByCallee(names, node.callee), ...before(node.arguments, inner)];
    case 'Property':
      return inner === node.value && node.computed ? [node.key] : [];
    case 'ArrayExpression':
      return before(node.elements, inner);
    case 'ObjectExpression':
      return before(node.properties, inner);
    case 'TemplateLiteral':
      return before(node.expressions, inner);
    default:
      return undefined;
  }
}

/** Nodes that use nothing else after their operand: tests of conditions decide before, and are done. */
const transparent: ReadonlySet<string> = new Set([
  'ArrowFunctionExpression',
  'AwaitExpression',
  'ChainExpression',
  'ConditionalExpression',
  'DoWhileStatement',
  'ExpressionStatement',
  'ForInStatement',
  'ForOfStatement',
  'ForStatement',
  'IfStatement',
  'ImportExpression',
  'LogicalExpression',
  'ReturnStatement',
  'SequenceExpression',
  'SpreadElement',
  'SwitchStatement',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'ThrowStatement',
  'UnaryExpression',
  'VariableDeclaration',
  'VariableDeclarator',
  'WhileStatement',
  'YieldExpression',
]);

function heldByTarget(target: Node): readonly Node[] {
  if (target.type !== 'MemberExpression') return [];
  return target.computed ? [target.object, target.property] : [target.object];
}

/** The function that will be called. A method of a module or of a fixed object is fixed: nobody swaps `JSON.parse`. */
function heldByCallee(names: Names, callee: Node): readonly Node[] {
  const value = withoutTypes(callee);
  if (value.type !== 'MemberExpression' || value.computed) return [value];
  return isOfModule(names, value.object) ? [] : [value.object];
}

function isOfModule(names: Names, node: Node): boolean {
  const value = withoutTypes(node);
  if (value.type === 'MemberExpression') return !value.computed && isOfModule(names, value.object);
  if (value.type !== 'Identifier') return false;
  const declaration = names.resolve(value.name, value);
  return declaration === undefined || declaration.kind === 'import' || apiOfDeclaration(names, declaration) !== undefined;
}

function before(list: readonly (Node | null)[], inner: Node): readonly Node[] {
  return list.slice(0, list.indexOf(inner)).filter((it) => it !== null);
}

/** True if nobody can change what `node` evaluated to while the call waits. */
function isStable(names: Names, node: Node, around: FunctionNode): boolean {
  const all = (parts: readonly (Node | null)[]): boolean => parts.every((it) => it === null || isStable(names, it, around));
  const value = withoutTypes(node);
  if (isFunction(value)) return true;
  switch (value.type) {
    case 'Literal':
    case 'ThisExpression':
    case 'Super':
      return true;
    case 'Identifier':
      return isOwn(names, value, value.name, around);
    case 'TemplateLiteral':
      return all(value.expressions);
    case 'UnaryExpression':
      return value.operator !== 'delete' && all([value.argument]);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return all([value.left, value.right]);
    case 'ArrayExpression':
      return all(value.elements);
    case 'ObjectExpression':
      return all(value.properties);
    case 'Property':
      return all(value.computed ? [value.key, value.value] : [value.value]);
    default:
      return false;
  }
}

/** True for a name that is never reassigned, or only by this run of this function itself. */
function isOwn(names: Names, use: Node, name: string, around: FunctionNode): boolean {
  const declaration = names.resolve(name, use);
  if (declaration === undefined) return true;
  const writers = names.writes(declaration).map((it) => functionAround(names.source, it));
  if (writers.length === 0) return true;
  const home = declaration.scope === around ? around : functionAround(names.source, declaration.id);
  return home === around && writers.every((it) => it === around);
}
