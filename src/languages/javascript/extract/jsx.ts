// JSX: an element is a use of its component, with its attributes as one object. Handlers among the
// attributes are plain functions here; who calls them is knowledge.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Property, Value } from '../../../core/facts';
import { calleeRange, calleeText } from './calleeText';
import { type Extraction, type Handlers, unknown } from './extraction';
import { visitNamed } from './functions';

export const jsxHandlers: Handlers = {
  JSXElement: (x, { openingElement, children }: TSESTree.JSXElement) => {
    const properties = openingElement.attributes.map((attribute) => attributeOf(x, attribute));
    x.visitAll(children);
    return x.addCall({
      use: 'jsx',
      callee: component(x, openingElement.name),
      name: calleeText(x, openingElement.name),
      range: calleeRange(openingElement.name),
      args: [{ kind: 'object', properties }],
      optional: false,
    });
  },
  JSXFragment: (x, node: TSESTree.JSXFragment) => x.visitAll(node.children),
  JSXExpressionContainer: (x, node: TSESTree.JSXExpressionContainer) => x.visit(node.expression),
  JSXSpreadChild: (x, node: TSESTree.JSXSpreadChild) => x.visit(node.expression),
  JSXText: () => unknown,
  JSXEmptyExpression: () => unknown,
};

function attributeOf(x: Extraction, node: TSESTree.JSXAttribute | TSESTree.JSXSpreadAttribute): Property {
  if (node.type === 'JSXSpreadAttribute') return { name: undefined, value: x.visit(node.argument) };
  const name = node.name.type === 'JSXIdentifier' ? node.name.name : undefined;
  const content = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
  return { name, value: visitNamed(x, content, name ?? '', node.name) };
}

/** A lower-case name is an element of the page; any other is a value in scope. */
function component(x: Extraction, name: TSESTree.JSXTagNameExpression): Value {
  if (name.type === 'JSXIdentifier') return /^[a-z]/.test(name.name) ? { kind: 'literal', value: name.name } : x.scopes.refer(name.name);
  if (name.type === 'JSXMemberExpression') return { kind: 'member', object: component(x, name.object), name: name.property.name };
  return unknown;
}
