// The bodies of a file's functions by the names that call them (`fill`, `this.fill`). A walk of its own,
// made only where somebody asks: most files never do.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { childrenOf } from './children';

type Node = TSESTree.Node;

/** All functions below a node that have a name. */
export function bodiesByName(root: Node): ReadonlyMap<string, readonly Node[]> {
  const found = new Map<string, Node[]>();
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const [name, body] = named(node) ?? [];
    if (name !== undefined && body) found.set(name, [...(found.get(name) ?? []), body]);
    pending.push(...childrenOf(node));
  }
  return found;
}

/** The name that a statement calls, which is nothing but that: `fill();`, `await this.fill();`. */
export function nameCalled(node: Node): string | undefined {
  switch (node.type) {
    case 'ExpressionStatement':
      return nameCalled(node.expression);
    case 'AwaitExpression':
    case 'UnaryExpression':
      return node.argument ? nameCalled(node.argument) : undefined;
    case 'CallExpression':
      return node.callee.type === 'Identifier' ? node.callee.name : memberOfThis(node.callee);
    default:
      return undefined;
  }
}

function memberOfThis(node: Node): string | undefined {
  if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression' || node.property.type === 'Literal') return undefined;
  return node.computed || node.property.type !== 'Identifier' ? undefined : `this.${node.property.name}`;
}

function named(node: Node): readonly [string, Node] | undefined {
  if (node.type === 'FunctionDeclaration') return node.id ? [node.id.name, node] : undefined;
  if (node.type === 'MethodDefinition') return node.key.type === 'Identifier' ? [`this.${node.key.name}`, node] : undefined;
  const isFunction = node.type === 'VariableDeclarator' && /^(?:ArrowFunctionExpression|FunctionExpression)$/.test(node.init?.type ?? '');
  return isFunction && node.id.type === 'Identifier' ? [node.id.name, node] : undefined;
}
