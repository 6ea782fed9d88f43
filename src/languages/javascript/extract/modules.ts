// Imports and exports, of ES modules and TypeScript's own forms. CommonJS needs no syntax: `require`
// is a call and `module.exports` an assignment, which linking understands.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Value } from '../../../core/facts';
import { classValue } from './classes';
import { type Extraction, type Handlers, type Node } from './extraction';
import { functionValue, visitNamed } from './functions';

export const moduleHandlers: Handlers = {
  ImportDeclaration: (x, node: TSESTree.ImportDeclaration) => {
    if (!isOnlyTypes(node)) x.imports.push(specifierOf(node.source));
    for (const specifier of node.specifiers ?? []) importName(x, node, specifier);
  },
  TSImportEqualsDeclaration: (x, node: TSESTree.TSImportEqualsDeclaration) => {
    const reference = node.moduleReference;
    if (reference.type !== 'TSExternalModuleReference' || reference.expression.type !== 'Literal') return;
    if (node.importKind !== 'type') x.imports.push(String(reference.expression.value));
    declareImport(x, node.id.name, { kind: 'import', module: String(reference.expression.value), name: '*' }, node.importKind === 'type');
  },
  ExportNamedDeclaration: (x, node: TSESTree.ExportNamedDeclaration) => {
    if (node.exportKind === 'type' && !node.declaration) return;
    if (node.declaration) exportDeclaration(x, node.declaration);
    if (node.source) x.imports.push(specifierOf(node.source));
    for (const { exported, local } of node.specifiers ?? [])
      x.exports.push({ name: nameOf(exported), value: exportedValue(x, node.source, local) });
  },
  ExportDefaultDeclaration: (x, node: TSESTree.ExportDefaultDeclaration) => {
    x.exports.push({ name: 'default', value: defaultValue(x, node.declaration) });
  },
  ExportAllDeclaration: (x, node: TSESTree.ExportAllDeclaration) => {
    if (node.exportKind === 'type') return;
    x.imports.push(specifierOf(node.source));
    x.exports.push({
      name: node.exported ? nameOf(node.exported) : '*',
      value: { kind: 'import', module: specifierOf(node.source), name: '*' },
    });
  },
  TSExportAssignment: (x, node: TSESTree.TSExportAssignment) => {
    const target: Value = { kind: 'member', object: x.scopes.refer('module'), name: 'exports' };
    x.assignments.push({ target, value: x.visit(node.expression), function: x.place.function, order: x.calls.length });
  },
};

/** Half-typed code may name a module by anything. */
function specifierOf(source: Node | null | undefined): string {
  return source?.type === 'Literal' && typeof source.value === 'string' ? source.value : '';
}

function isOnlyTypes({ importKind, specifiers }: TSESTree.ImportDeclaration): boolean {
  const isType = (one: TSESTree.ImportClause): boolean => one.type === 'ImportSpecifier' && one.importKind === 'type';
  return importKind === 'type' || (specifiers.length > 0 && specifiers.every(isType));
}

function importName(x: Extraction, node: TSESTree.ImportDeclaration, specifier: TSESTree.ImportClause): void {
  const isType = node.importKind === 'type' || (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type');
  declareImport(x, specifier.local.name, { kind: 'import', module: specifierOf(node.source), name: importedName(specifier) }, isType);
}

function importedName(specifier: TSESTree.ImportClause): string {
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  return specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(specifier.imported);
}

function declareImport(x: Extraction, name: string, value: Value, isType: boolean): void {
  x.scopes.initialise(x.scopes.declare(name, isType ? 'type' : 'import', x.place.function), value);
}

function exportedValue(x: Extraction, source: TSESTree.StringLiteral | null, local: Node): Value {
  return source ? { kind: 'import', module: specifierOf(source), name: nameOf(local) } : x.scopes.refer(nameOf(local), { escapes: true });
}

function exportDeclaration(x: Extraction, declaration: TSESTree.ExportNamedDeclaration['declaration'] & {}): void {
  const before = x.scopes.bindings.length;
  x.visit(declaration);
  if (declaration.type === 'TSInterfaceDeclaration' || declaration.type === 'TSTypeAliasDeclaration') {
    x.exports.push({ name: declaration.id.name, value: x.scopes.refer(declaration.id.name, { inTypeSpace: true }) });
    return;
  }
  for (const name of declaredNames(declaration, x, before)) x.exports.push({ name, value: x.scopes.refer(name, { escapes: true }) });
}

function declaredNames(declaration: Node, x: Extraction, before: number): string[] {
  if ('id' in declaration && declaration.id?.type === 'Identifier') return [declaration.id.name];
  if (declaration.type !== 'VariableDeclaration') return [];
  const owner = x.place.function;
  return x.scopes.bindings
    .slice(before)
    .flatMap((binding) => (binding.function === owner && binding.kind !== 'type' ? [binding.name] : []));
}

function defaultValue(x: Extraction, declaration: TSESTree.ExportDefaultDeclaration['declaration']): Value {
  switch (declaration?.type) {
    case 'FunctionDeclaration':
      if (declaration.id) return (x.visit(declaration), x.scopes.refer(declaration.id.name, { escapes: true }));
      return functionValue(x, declaration as unknown as TSESTree.FunctionExpression, 'default');
    case 'ClassDeclaration':
      return declaration.id ? (x.visit(declaration), x.scopes.refer(declaration.id.name, { escapes: true })) : classValue(x, declaration);
    default:
      return visitNamed(x, declaration, 'default', declaration);
  }
}

function nameOf(node: Node): string {
  return node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : '';
}
