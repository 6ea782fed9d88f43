// Finds the call that a finding speaks of. A finding may be older than the text: only a callee at
// exactly the finding's range that still means the finding's operation counts.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Range } from '../../../core/text';
import type { Api } from './apiPath';
import type { Names } from './names';
import { withoutTypes, type Node, type Source } from './source';
import { apiOf } from './values';

export interface Call {
  readonly node: TSESTree.CallExpression;
  /** The name or member that is called, without type syntax around it. */
  readonly callee: TSESTree.Identifier | TSESTree.MemberExpression;
  /** False if nothing declares the callee's root: the file uses a module that it does not import. */
  readonly bound: boolean;
}

/** The plain call (nothing optional in it) whose callee stands at `range` and means `operation`. */
export function locateCall(source: Source, names: Names, range: Range, operation: Api): Call | undefined {
  for (const node of source.nodes) {
    if (node.type !== 'CallExpression' || node.optional || node.typeArguments !== undefined) continue;
    const { callee } = node;
    if (callee.type !== 'Identifier' && callee.type !== 'MemberExpression') continue;
    if (!standsAt(source, callee, range) || isOptional(callee)) continue;
    const bound = meaning(names, callee, operation);
    if (bound !== undefined) return { node, callee, bound: bound === 'bound' };
  }
  return undefined;
}

/** The range of a callee that spans lines is that of its last name. */
function standsAt(source: Source, callee: TSESTree.Identifier | TSESTree.MemberExpression, range: Range): boolean {
  return isRange(source, callee, range) || (callee.type === 'MemberExpression' && isRange(source, callee.property, range));
}

function isRange(source: Source, node: Node, range: Range): boolean {
  const { start, end } = source.rangeOf(...node.range);
  return (
    start.line === range.start.line && start.column === range.start.column && end.line === range.end.line && end.column === range.end.column
  );
}

function isOptional(node: Node): boolean {
  const inner = withoutTypes(node);
  if (inner.type === 'ChainExpression') return true;
  if (inner.type === 'CallExpression') return inner.optional || isOptional(inner.callee);
  return inner.type === 'MemberExpression' && (inner.optional || isOptional(inner.object));
}

function meaning(names: Names, callee: Call['callee'], operation: Api): 'bound' | 'unbound' | undefined {
  if (apiOf(names, callee) === operation.path) return 'bound';
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return undefined;
  if (callee.property.name !== operation.member) return undefined;
  if (operation.holder.endsWith('#')) return 'bound';
  return isUnboundPath(names, callee.object, operation.holder) ? 'unbound' : undefined;
}

/** `fs` where nothing declares it, or a global's members. */
function isUnboundPath(names: Names, node: Node, holder: string): boolean {
  if (node.type === 'Identifier') return node.name === holder.replace(/^global\./, '') && names.resolve(node.name, node) === undefined;
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return false;
  const { name } = node.property;
  return holder.endsWith(`.${name}`) && isUnboundPath(names, node.object, holder.slice(0, -name.length - 1));
}
