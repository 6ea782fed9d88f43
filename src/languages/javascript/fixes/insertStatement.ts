// Finds the place of a new import: after the imports that are there, else after directives, else at
// the top, below what must stay first (`#!`, licence, `@ts-check`).

import type { Edit } from './edits';
import { insertion } from './edits';
import type { Names } from './names';
import { within, type Node, type Source } from './source';
import type { Style } from './style';
import { loadedModule } from './values';

/** Puts `statement` on a line of its own among the imports. */
export function insertStatement(names: Names, style: Style, statement: string): Edit {
  const { source } = names;
  const anchor = style.esm ? lastImport(source) : lastRequire(names);
  if (anchor !== undefined) return afterLine(source, endOf(source, anchor), style, statement);
  const directive = source.program.body.filter((it) => it.type === 'ExpressionStatement' && it.directive !== undefined).at(-1);
  if (directive !== undefined) return afterLine(source, endOf(source, directive), style, `${style.eol}${statement}`);
  const top = headerEnd(source);
  return insertion(top, `${guarded(source, top, style, statement)}${style.eol}${style.eol}`);
}

function lastImport({ program }: Source): Node | undefined {
  return program.body.filter((it) => it.type === 'ImportDeclaration' || it.type === 'TSImportEqualsDeclaration').at(-1);
}

/** The last `require` before the first statement that does something else: later ones may run too late. */
function lastRequire(names: Names): Node | undefined {
  const { source } = names;
  const calls = source.nodes.filter((it) => loadedModule(names, it) !== undefined);
  const loads = (it: Node): boolean => calls.some((call) => within(call, it));
  const isLeading = (it: Node): boolean =>
    it.type === 'ExpressionStatement' || it.type === 'VariableDeclaration' || it.type === 'ImportDeclaration';
  const other = source.program.body.findIndex(
    (it) => !isLeading(it) || !(loads(it) || (it.type === 'ExpressionStatement' && it.directive !== undefined)),
  );
  return source.program.body
    .slice(0, other < 0 ? undefined : other)
    .filter(loads)
    .at(-1);
}

/** A semicolon at the start of the next line is there for what follows it. */
function endOf({ text }: Source, { range: [start, end] }: Node): number {
  return start + text.slice(start, end).replace(/\r?\n\s*;$/, '').length;
}

/** Below the line that ends at `end`, or right there if another statement shares the line. */
function afterLine(source: Source, end: number, style: Style, statement: string): Edit {
  const added = `${style.eol}${guarded(source, end, style, statement)}`;
  const rest = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*)?(?=\r?\n|$)/.exec(source.text.slice(end));
  return rest === null ? insertion(end, `${added}${style.eol}`) : insertion(end + rest[0].length, added);
}

/** Without semicolons, code that goes on with a bracket after `at` would continue the statement. */
function guarded({ text }: Source, at: number, style: Style, statement: string): string {
  const next = text.slice(at).replace(/^(?:\s+|\/\/[^\r\n]*|\/\*[^]*?\*\/)*/, '');
  return style.semicolon === '' && /^[([`+\-/]/.test(next) ? `${statement};` : statement;
}

/** The end of the leading comments that stay first: those set off by an empty line, and those that must. */
function headerEnd({ text, program }: Source): number {
  let end = /^\uFEFF?(?:#![^\n]*\n)?/.exec(text)?.[0].length ?? 0;
  const leading = text.slice(end, program.body[0]?.range[0]);
  for (const [comment, lineBreaks = ''] of leading.matchAll(/(?:\/\/[^\r\n]*|\/\*[^]*?\*\/)[ \t]*((?:\r?\n)*)/g)) {
    if (!staysFirst.test(comment) && (lineBreaks.match(/\n/g) ?? []).length < 2) break;
    end = text.indexOf(comment, end) + comment.length;
  }
  return end;
}

const staysFirst = /@ts-|@flow|@jsx|eslint|copyright|licen[cs]e|@preserve/i;
