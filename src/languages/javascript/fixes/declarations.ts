// Which names a node declares, and in which scope they live. A declaration's `site` is the syntax
// that gives the name its value: an import specifier, a declarator, a function, a class.

import { ancestors, isFunction, type Node, type Source } from './source';

export interface Declaration {
  readonly name: string;
  readonly kind: 'import' | 'const' | 'let' | 'var' | 'param' | 'other';
  /** The identifier that declares it. */
  readonly id: Node;
  readonly site: Node;
  readonly scope: Node;
}

/** The value names that `node` itself declares. */
export function declarationsOf(source: Source, node: Node): Declaration[] {
  switch (node.type) {
    case 'ImportDeclaration':
      return node.importKind === 'type' ? [] : node.specifiers.flatMap((it) => named(it.local, 'import', it, source.program));
    case 'TSImportEqualsDeclaration':
      return node.importKind === 'type' ? [] : named(node.id, 'import', node, scopeAround(source, node));
    case 'VariableDeclaration': {
      const kind = node.kind === 'var' || node.kind === 'let' ? node.kind : 'const';
      const scope = node.kind === 'var' ? varScopeAround(source, node) : scopeAround(source, node);
      return node.declarations.flatMap((it) => boundNames(it.id).flatMap((id) => named(id, kind, it, scope)));
    }
    case 'CatchClause':
      return node.param === null ? [] : boundNames(node.param).flatMap((id) => named(id, 'param', node, node));
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
    case 'TSDeclareFunction':
      return named(node.id, 'other', node, scopeAround(source, node));
    case 'ClassExpression':
      return named(node.id, 'other', node, node);
    default:
      return isFunction(node) ? namesOfFunction(source, node) : [];
  }
}

/** The identifiers that a pattern binds. */
export function boundNames(pattern: Node): Node[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((it) => boundNames(it.type === 'Property' ? it.value : it.argument));
    case 'ArrayPattern':
      return pattern.elements.flatMap((it) => (it === null ? [] : boundNames(it)));
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    case 'RestElement':
      return boundNames(pattern.argument);
    case 'TSParameterProperty':
      return boundNames(pattern.parameter);
    default:
      return [];
  }
}

function namesOfFunction(source: Source, node: Node & { params: readonly Node[]; id: Node | null }): Declaration[] {
  const scope = node.type === 'FunctionDeclaration' ? scopeAround(source, node) : node;
  const params = node.params.flatMap(boundNames).flatMap((id) => named(id, 'param', node, node));
  return [...params, ...named(node.id, 'other', node, scope)];
}

function named(id: Node | null, kind: Declaration['kind'], site: Node, scope: Node): Declaration[] {
  const isSpecifierOfType = site.type === 'ImportSpecifier' && site.importKind === 'type';
  if (id?.type !== 'Identifier' || id.name === '' || isSpecifierOfType) return [];
  return [{ name: id.name, kind, id, site, scope }];
}

function scopeAround(source: Source, node: Node): Node {
  for (const above of ancestors(source, node)) if (isScope(above)) return above;
  return source.program;
}

function varScopeAround(source: Source, node: Node): Node {
  for (const above of ancestors(source, node)) {
    if (isFunction(above) || above.type === 'StaticBlock' || above.type === 'TSModuleBlock') return above;
  }
  return source.program;
}

const blockScopes: ReadonlySet<string> = new Set([
  'Program',
  'BlockStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'SwitchStatement',
  'CatchClause',
  'StaticBlock',
  'TSModuleBlock',
]);

function isScope(node: Node): boolean {
  return blockScopes.has(node.type) || isFunction(node);
}
