// Brings a name into a file in the file's own manner: by a specifier more in an import that is there,
// in place of one that is no longer used, or by a new statement.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { normalPath, type Api } from './apiPath';
import type { Edit } from './edits';
import { insertStatement } from './insertStatement';
import type { Call } from './locate';
import type { Names } from './names';
import { onlyUsedBy, unusedAfter } from './removal';
import type { Node } from './source';
import type { Style } from './style';
import { loadedModule } from './values';

export interface Import {
  /** The local name. */
  readonly name: string;
  /** The module as the file spells it. */
  readonly module: string;
  readonly edits: readonly Edit[];
}

/** A list of names taken from one module: `import { a } from 'm'` or `const { a } = require('m')`. */
interface NamedImport {
  readonly items: readonly Node[];
  readonly module: TSESTree.StringLiteral;
  /** Stands between exported and local name. */
  readonly separator: ' as ' | ': ';
  /** True if the module is loaded for these names only, with no default or namespace beside them. */
  readonly alone: boolean;
}

/** Adds the twin to an import of its own module; `undefined` if the file has none that can take it. */
export function extendImport(names: Names, style: Style, call: Call, twin: Api): Import | undefined {
  const name = freeName(names, twin.member);
  const unused = unusedItem(names, call);
  if (unused !== undefined && normalPath(unused.from.module.value) === twin.holder) {
    return { name, module: unused.from.module.value, edits: [replacement(unused.item, specifier(unused.from, twin, name))] };
  }
  const from = names.source.program.body
    .flatMap((it) => namedImports(names, it))
    .find((it) => normalPath(it.module.value) === twin.holder && isBefore(it, call) && it.items.at(-1)?.type !== 'RestElement');
  if (from === undefined) return undefined;
  return { name, module: from.module.value, edits: [appended(names, from, specifier(from, twin, name)), ...unusedAfter(names, call)] };
}

/** Imports the twin by a statement of its own, or in place of one that had only the old name. */
export function newImport(names: Names, style: Style, call: Call, twin: Api): Import | undefined {
  if (!isImportable(style, twin)) return undefined;
  const name = freeName(names, twin.member);
  const module = twin.builtin && style.prefix ? `node:${twin.holder}` : twin.holder;
  const unused = unusedItem(names, call);
  if (unused?.from.items.length === 1 && unused.from.alone) return { name, module, edits: inPlace(names, unused, twin, name, module) };
  const added = insertStatement(names, style, statement(style, twin.member, name, module));
  const removed = unusedAfter(names, call).filter((it) => it.end < added.start || added.end < it.start);
  return { name, module, edits: [added, ...removed] };
}

/** A module of Node.js, or one that the file loads already: another might not be installed. */
function isImportable(style: Style, { holder, builtin }: Api): boolean {
  return builtin ? !/[.#]/.test(holder) && holder !== 'global' : style.modules.includes(holder);
}

/** The twin's own name, or one like it that the file does not use anywhere. */
function freeName(names: Names, member: string): string {
  const isFree = (name: string): boolean => names.uses(name).length === 0 && !reserved.has(name);
  if (isFree(member)) return member;
  let name = `${member}Async`;
  for (let count = 2; !isFree(name); count += 1) name = `${member}Async${count}`;
  return name;
}

const reserved: ReadonlySet<string> = new Set([
  'await',
  'delete',
  'eval',
  'export',
  'import',
  'new',
  'package',
  'with',
  'yield',
  'arguments',
  'default',
]);

function unusedItem(names: Names, call: Call): { readonly from: NamedImport; readonly item: Node } | undefined {
  const declaration = onlyUsedBy(names, call);
  const statement = declaration && names.source.parentOf(declaration.site);
  if (declaration === undefined || statement === undefined) return undefined;
  for (const from of namedImports(names, statement)) {
    const item = from.items.find((it) => it === declaration.site || (it.type === 'Property' && it.value === declaration.id));
    if (item !== undefined && from.items.at(-1)?.type !== 'RestElement') return { from, item };
  }
  return undefined;
}

function namedImports(names: Names, statement: Node): NamedImport[] {
  if (statement.type === 'ImportDeclaration') {
    const items = statement.specifiers.filter((it) => it.type === 'ImportSpecifier');
    const isPlain = statement.importKind !== 'type' && items.length > 0 && statement.attributes.length === 0;
    return isPlain ? [{ items, module: statement.source, separator: ' as ', alone: items.length === statement.specifiers.length }] : [];
  }
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ id, init }) =>
    id.type === 'ObjectPattern' && init !== null ? namedRequires(names, id, init) : [],
  );
}

function namedRequires(names: Names, pattern: TSESTree.ObjectPattern, init: Node): NamedImport[] {
  const module = loadedModule(names, init) === undefined ? undefined : moduleOf(init);
  if (module?.type !== 'Literal' || typeof module.value !== 'string' || pattern.properties.length === 0) return [];
  return [{ items: pattern.properties, module, separator: ': ', alone: true }];
}

function moduleOf(init: Node): Node | undefined {
  if (init.type === 'CallExpression') return init.arguments[0];
  return init.type === 'AwaitExpression' && init.argument.type === 'ImportExpression' ? init.argument.source : undefined;
}

/** Imports are hoisted; a `require` must have run. */
function isBefore(from: NamedImport, { node }: Call): boolean {
  return from.separator === ' as ' || from.module.range[1] < node.range[0];
}

function specifier({ separator }: NamedImport, twin: Api, name: string): string {
  return twin.member === name ? name : `${twin.member}${separator}${name}`;
}

/** After the last item, on a line of its own where the items have theirs. */
function appended({ source }: Names, { items }: NamedImport, text: string): Edit {
  const last = items.at(-1);
  const [start = 0, end = 0] = last?.range ?? [];
  const indent = /\r?\n[ \t]*$/.exec(source.text.slice(0, start));
  return { start: end, end, text: `,${indent?.[0] ?? ' '}${text}` };
}

/** The statement's only name and its module give way to the new ones. */
function inPlace({ source }: Names, { from, item }: { from: NamedImport; item: Node }, twin: Api, name: string, module: string): Edit[] {
  const quote = source.textOf(from.module).charAt(0);
  return [replacement(item, specifier(from, twin, name)), replacement(from.module, `${quote}${module}${quote}`)];
}

function replacement({ range: [start, end] }: Node, text: string): Edit {
  return { start, end, text };
}

function statement({ esm, quote, semicolon }: Style, member: string, name: string, module: string): string {
  const from = `${quote}${module}${quote}`;
  if (esm) return `import { ${member === name ? name : `${member} as ${name}`} } from ${from}${semicolon}`;
  return `const { ${member === name ? name : `${member}: ${name}`} } = require(${from})${semicolon}`;
}
