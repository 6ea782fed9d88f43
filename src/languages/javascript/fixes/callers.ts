// An async function runs without a pause up to its first `await`. Where a caller does not wait for it,
// a new first `await` delays what follows it until after the caller's next statements.

import type { Names } from './names';
import { functionAround } from './names';
import { ancestors, isFunction, within, type FunctionNode, type Node, type Source } from './source';

/** True if the file calls the function without waiting for it, and the call may be its first pause. */
export function runsUnawaited(names: Names, call: Node, around: FunctionNode): boolean {
  if (pausesBefore(names.source, call, around)) return false;
  if (isCalledAtOnce(names.source, around)) return true;
  const name = nameOf(names.source, around);
  if (name === undefined) return false;
  return names.source.nodes.some((node) => isCallOf(node, name) && isDropped(names.source, node));
}

/** True if a statement before the call's own awaits for certain. */
function pausesBefore(source: Source, call: Node, around: FunctionNode): boolean {
  if (around.body.type !== 'BlockStatement') return false;
  const earlier = around.body.body.filter((it) => it.range[1] <= call.range[0]);
  const certain = earlier.filter((it) => it.type === 'ExpressionStatement' || it.type === 'VariableDeclaration');
  return source.nodes.some(
    (node) => node.type === 'AwaitExpression' && certain.some((it) => within(node, it)) && isCertain(source, node, around),
  );
}

function isCertain(source: Source, node: Node, around: FunctionNode): boolean {
  for (const above of ancestors(source, node)) {
    if (above === around) return true;
    if (isFunction(above) || above.type === 'ConditionalExpression' || above.type === 'LogicalExpression') return false;
  }
  return false;
}

/** `(async () => { ... })()` before other statements. */
function isCalledAtOnce(source: Source, around: FunctionNode): boolean {
  const parent = source.parentOf(around);
  return parent?.type === 'CallExpression' && parent.callee === around && isDropped(source, parent);
}

function nameOf(source: Source, around: FunctionNode): string | undefined {
  if (around.type !== 'ArrowFunctionExpression' && around.id !== null) return around.id.name;
  const parent = source.parentOf(around);
  if (parent?.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id.name : undefined;
  const isMember = parent?.type === 'MethodDefinition' || parent?.type === 'Property' || parent?.type === 'PropertyDefinition';
  return isMember && parent.key.type === 'Identifier' ? parent.key.name : undefined;
}

function isCallOf(node: Node, name: string): boolean {
  if (node.type !== 'CallExpression') return false;
  const { callee } = node;
  if (callee.type === 'MemberExpression') return callee.property.type === 'Identifier' && callee.property.name === name;
  return callee.type === 'Identifier' && callee.name === name;
}

/** True if nobody waits for the promise, and the program has more to do after the statement. */
function isDropped(source: Source, node: Node): boolean {
  for (const above of ancestors(source, node)) {
    if (above.type === 'ExpressionStatement') return !isLastStatement(source, above);
    const isChained = above.type === 'MemberExpression' || (above.type === 'CallExpression' && above.callee.type === 'MemberExpression');
    if (!isChained && above.type !== 'ChainExpression' && !(above.type === 'UnaryExpression' && above.operator === 'void')) return false;
    if (above.type === 'CallExpression' && above.arguments.some((it) => within(node, it))) return false;
  }
  return false;
}

/** The last statement of a module: nothing is left that could notice a delay. */
function isLastStatement(source: Source, node: Node): boolean {
  const statement = [node, ...ancestors(source, node)].find((it) => source.program.body.some((other) => other === it));
  return statement !== undefined && statement === source.program.body.at(-1) && functionAround(source, node) === undefined;
}
