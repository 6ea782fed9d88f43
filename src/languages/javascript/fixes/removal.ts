// Removes an import whose last use the fix takes away. Only where that is certain: the file has no
// syntax error, the name has no other use anywhere, and loading the module does nothing by itself.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Declaration } from './declarations';
import type { Edit } from './edits';
import type { Call } from './locate';
import type { Names } from './names';
import type { Node, Source } from './source';
import { isBuiltin } from './style';
import { apiOf, loadedModule } from './values';

/** The declaration of the callee's root, if the callee is its only use. */
export function onlyUsedBy(names: Names, { callee }: Call): Declaration | undefined {
  const root = rootOf(callee);
  if (names.source.broken || root.type !== 'Identifier') return undefined;
  const declaration = names.resolve(root.name, root);
  const others = names.uses(root.name).filter((use) => use !== root && use !== declaration?.id);
  return others.length === 0 ? declaration : undefined;
}

/** The edits that remove what is unused once the callee is replaced. */
export function unusedAfter(names: Names, call: Call): readonly Edit[] {
  const declaration = onlyUsedBy(names, call);
  return declaration === undefined ? [] : removal(names, declaration);
}

function rootOf(callee: Node): Node {
  return callee.type === 'MemberExpression' ? rootOf(callee.object) : callee;
}

function removal(names: Names, { site, id }: Declaration): readonly Edit[] {
  const { source } = names;
  const statement = source.parentOf(site);
  if (statement?.type === 'ImportDeclaration') return importRemoval(source, statement, site);
  if (site.type !== 'VariableDeclarator' || statement?.type !== 'VariableDeclaration' || !isModuleValue(names, site.init)) return [];
  if (!isPlainStatement(source, statement)) return [];
  if (site.id === id || (site.id.type === 'ObjectPattern' && site.id.properties.length === 1 && isPropertyOf(site.id, id))) {
    return statement.declarations.length === 1 ? statementRemoval(source, statement) : [];
  }
  return site.id.type === 'ObjectPattern' ? propertyRemoval(source, site.id, id) : [];
}

function importRemoval(source: Source, statement: TSESTree.ImportDeclaration, site: Node): readonly Edit[] {
  const named: readonly Node[] = statement.specifiers.filter((it) => it.type === 'ImportSpecifier');
  if (statement.specifiers.length === 1) return isBuiltin(statement.source.value) ? statementRemoval(source, statement) : [];
  if (site.type !== 'ImportSpecifier') return [];
  if (named.length > 1) return itemRemoval(source, named, site);
  const [first] = statement.specifiers;
  const closing = source.text.indexOf('}', site.range[1]);
  return first === undefined || closing < 0 ? [] : withoutComments(source, first.range[1], closing + 1);
}

/** True for a module of Node.js, or a member of one: reading it has no effect. */
function isModuleValue(names: Names, init: Node | null): boolean {
  const module = init && loadedModule(names, init);
  if (typeof module === 'string') return isBuiltin(module);
  const path = init && apiOf(names, init);
  return typeof path === 'string' && isBuiltin(path.split('.')[0] ?? '');
}

function isPlainStatement(source: Source, statement: Node): boolean {
  const parent = source.parentOf(statement);
  return parent?.type === 'Program' || parent?.type === 'BlockStatement';
}

function isPropertyOf(pattern: TSESTree.ObjectPattern, id: Node): boolean {
  return pattern.properties.some((it) => it.type === 'Property' && it.value === id);
}

/** Leaves a pattern with a rest alone: the rest would then take the removed property. */
function propertyRemoval(source: Source, pattern: TSESTree.ObjectPattern, id: Node): readonly Edit[] {
  if (pattern.properties.some((it) => it.type === 'RestElement')) return [];
  const property = pattern.properties.find((it) => it.type === 'Property' && it.value === id);
  return property === undefined ? [] : itemRemoval(source, pattern.properties, property);
}

/** Removes one of several list items with the comma that belongs to it. */
function itemRemoval(source: Source, items: readonly Node[], item: Node): readonly Edit[] {
  const index = items.indexOf(item);
  const [before, after] = [items[index - 1], items[index + 1]];
  if (after !== undefined) return withoutComments(source, item.range[0], after.range[0]);
  return before === undefined ? [] : withoutComments(source, before.range[1], item.range[1]);
}

/** Removes a statement with its line; leaves it where a comment seems to belong to it. */
function statementRemoval({ text }: Source, statement: Node): readonly Edit[] {
  const before = /(?:^|\n)[ \t]*$/.exec(text.slice(0, statement.range[0]));
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(statement.range[1]));
  if (before === null || after === null) return [];
  const start = before.index + (before[0].startsWith('\n') ? 1 : 0);
  const lineAbove = text.slice(0, start).trimEnd().split('\n').at(-1) ?? '';
  const isCommented = /\*\/\s*$|^\s*\/\//.test(lineAbove) && !/\n\s*\n$/.test(text.slice(0, start));
  return isCommented ? [] : [{ start, end: statement.range[1] + after[0].length, text: '' }];
}

function withoutComments({ text }: Source, start: number, end: number): readonly Edit[] {
  return /\/[/*]/.test(text.slice(start, end)) ? [] : [{ start, end, text: '' }];
}
