// How a file writes its imports, so that a new one looks like the author's own. Counted, with the
// majority deciding; where the file says nothing, the common form.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Names } from './names';
import type { Node, Source } from './source';
import { loadedModule } from './values';

export interface Style {
  /** `import` declarations; otherwise `require`. */
  readonly esm: boolean;
  readonly quote: string;
  readonly semicolon: string;
  /** Whether modules of Node.js are written with `node:`. */
  readonly prefix: boolean;
  readonly eol: string;
  /** The module specifiers that the file imports or requires. */
  readonly modules: readonly string[];
}

export function readStyle(path: string, names: Names): Style {
  const { source } = names;
  const literals = source.nodes.flatMap((node) => moduleLiteral(names, node));
  const modules = literals.map((it) => it.value);
  return {
    esm: usesImports(path, names, modules),
    quote: quoteOf(source, literals.length > 0 ? literals : source.nodes),
    semicolon: endsWithSemicolons(source) ? ';' : '',
    prefix: usesPrefix(modules),
    eol: /\r?\n/.exec(source.text)?.[0] ?? '\n',
    modules,
  };
}

/** True for a module that Node.js brings, as far as its name tells. */
export function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || bareBuiltin.test(specifier);
}

const bareBuiltin =
  /^(?:assert|async_hooks|buffer|child_process|cluster|console|crypto|dgram|dns|events|fs|http|http2|https|module|net|os|path|perf_hooks|process|querystring|readline|stream|string_decoder|timers|tls|tty|url|util|v8|vm|worker_threads|zlib)(?:\/[a-z]+)?$/;

function moduleLiteral(names: Names, node: Node): TSESTree.StringLiteral[] {
  if (node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration') return isString(node.source) ? [node.source] : [];
  if (node.type === 'ExportNamedDeclaration') return isString(node.source) ? [node.source] : [];
  if (node.type === 'TSExternalModuleReference') return isString(node.expression) ? [node.expression] : [];
  if (node.type !== 'CallExpression' || loadedModule(names, node) === undefined) return [];
  const [argument] = node.arguments;
  return isString(argument) ? [argument] : [];
}

function isString(node: Node | null | undefined): node is TSESTree.StringLiteral {
  return node?.type === 'Literal' && typeof node.value === 'string';
}

function usesImports(path: string, { source }: Names, modules: readonly string[]): boolean {
  if (/\.[cm][jt]s$/.test(path)) return !path.endsWith('.cjs');
  if (source.program.body.some((it) => it.type.startsWith('Import') || it.type.startsWith('Export') || it.type.startsWith('TSImport')))
    return true;
  return modules.length === 0 && /\.tsx?$/.test(path);
}

function quoteOf(source: Source, nodes: readonly Node[]): string {
  const strings = nodes.filter(isString).map((it) => source.text[it.range[0]]);
  const double = strings.filter((it) => it === '"').length;
  return double > strings.length - double ? '"' : "'";
}

function endsWithSemicolons(source: Source): boolean {
  const texts = source.nodes.filter((node) => statements.has(node.type)).map((node) => source.textOf(node));
  const ended = texts.filter((text) => text.endsWith(';')).length;
  return texts.length === 0 || ended * 2 >= texts.length;
}

const statements: ReadonlySet<string> = new Set([
  'ExpressionStatement',
  'ImportDeclaration',
  'ReturnStatement',
  'VariableDeclaration',
  'ThrowStatement',
]);

function usesPrefix(modules: readonly string[]): boolean {
  const builtin = modules.filter(isBuiltin);
  const prefixed = builtin.filter((it) => it.startsWith('node:'));
  return prefixed.length * 2 >= builtin.length;
}
