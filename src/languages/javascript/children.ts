// The children of a syntax node, in the order in which they are evaluated.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { visitorKeys } from '@typescript-eslint/visitor-keys';

type Node = TSESTree.Node;

/** The nodes directly below `node`; holes in a broken tree are left out. */
export function* childrenOf(node: Node): Iterable<Node> {
  for (const key of visitorKeys[node.type] ?? []) {
    const child = (node as unknown as Record<string, unknown>)[key];
    for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) yield one;
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
