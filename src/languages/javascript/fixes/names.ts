// The names of one file: what declares them, where they are visible, where they are used. Types are
// not declarations here, but their names count as taken.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { declarationsOf, type Declaration } from './declarations';
import { ancestors, isFunction, type Node, type Source } from './source';

export interface Names {
  readonly source: Source;
  /** The declaration that `name` means at `at`; `undefined` for a global. */
  resolve(name: string, at: Node): Declaration | undefined;
  /** Everything that can be named at `at`, innermost first. */
  visible(at: Node): readonly Declaration[];
  /** Every identifier in the file that declares or uses `name`. */
  uses(name: string): readonly Node[];
  /** The places that assign to it after its declaration. */
  writes(declaration: Declaration): readonly Node[];
}

export function readNames(source: Source): Names {
  const scopes = scopesOf(source);
  const uses = usesOf(source);
  const resolve = (name: string, at: Node): Declaration | undefined => {
    for (const scope of [at, ...ancestors(source, at)]) {
      const found = scopes.get(scope)?.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const named = (name: string): readonly Node[] => uses.get(name) ?? [];
  return {
    source,
    resolve,
    visible: (at) =>
      [...ancestors(source, at)].flatMap((scope) => [...(scopes.get(scope)?.values() ?? [])]).filter((it) => resolve(it.name, at) === it),
    uses: named,
    writes: ({ name, id }) => named(name).filter((use) => use !== id && isWrite(source, use) && resolve(name, use)?.id === id),
  };
}

/** The innermost function around `node`; `undefined` at the top level of the module. */
export function functionAround(source: Source, node: Node): Node | undefined {
  for (const above of ancestors(source, node)) if (isFunction(above)) return above;
  return undefined;
}

function scopesOf(source: Source): Map<Node, Map<string, Declaration>> {
  const scopes = new Map<Node, Map<string, Declaration>>();
  for (const node of source.nodes) {
    for (const declaration of declarationsOf(source, node)) {
      const names = scopes.get(declaration.scope) ?? new Map<string, Declaration>();
      if (!names.has(declaration.name)) names.set(declaration.name, declaration);
      scopes.set(declaration.scope, names);
    }
  }
  return scopes;
}

function usesOf(source: Source): Map<string, Node[]> {
  const uses = new Map<string, Node[]>();
  for (const node of source.nodes) {
    if ((node.type !== 'Identifier' && node.type !== 'JSXIdentifier') || isLabelOfMember(source, node)) continue;
    const known = uses.get(node.name);
    if (known === undefined) uses.set(node.name, [node]);
    else known.push(node);
  }
  return uses;
}

/** True if the identifier only names a member of something, not a variable. */
function isLabelOfMember(source: Source, node: TSESTree.Identifier | TSESTree.JSXIdentifier): boolean {
  const parent = source.parentOf(node);
  if (parent === undefined) return false;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.property === node && !parent.computed;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.key === node && !parent.computed;
    case 'ImportSpecifier':
      return parent.imported === node && parent.local !== node;
    case 'ExportSpecifier':
      return parent.exported === node && parent.local !== node;
    case 'JSXAttribute':
      return true;
    case 'JSXMemberExpression':
      return parent.property === node;
    default:
      return false;
  }
}

function isWrite(source: Source, node: Node): boolean {
  let inner = node;
  for (const above of ancestors(source, node)) {
    if (above.type === 'UpdateExpression') return true;
    if (above.type === 'AssignmentExpression' || above.type === 'ForOfStatement' || above.type === 'ForInStatement')
      return above.left === inner;
    if (above.type === 'Property' ? above.value !== inner : !isPattern(above, inner)) return false;
    inner = above;
  }
  return false;
}

function isPattern(node: Node, inner: Node): boolean {
  if (node.type === 'AssignmentPattern') return node.left === inner;
  return node.type === 'ArrayPattern' || node.type === 'ObjectPattern' || node.type === 'RestElement';
}
