// How handlers look into a node: by the roles that the grammar gives to its children.

import type { PyNode } from './parse';

/** The first child in a role. */
export function childIn(node: PyNode, field: string): PyNode | undefined {
  return node.children.find((child) => child.field === field);
}

/** All children in a role. */
export function childrenIn(node: PyNode, field: string): readonly PyNode[] {
  return node.children.filter((child) => child.field === field);
}

/** The first child of a type. */
export function childOf(node: PyNode, type: string): PyNode | undefined {
  return node.children.find((child) => child.type === type);
}

/** True if the word `async` stands before it. */
export function isAsync(node: PyNode): boolean {
  return node.children.some((child) => child.type === 'async');
}

/** An expression without the parentheses around it. */
export function bare(node: PyNode): PyNode {
  const [only] = node.children;
  return node.type === 'parenthesized_expression' && only ? bare(only) : node;
}

/** True if one of the nodes, functions and classes within them aside, is of the type. */
export function contains(nodes: readonly PyNode[], type: string): boolean {
  return nodes.some((node) => node.type === type || (!ownBody.has(node.type) && contains(node.children, type)));
}

const ownBody = new Set(['function_definition', 'lambda', 'class_definition', 'generator_expression']);
