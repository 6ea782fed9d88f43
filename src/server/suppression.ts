// Comments that silence a finding, as edits.
// Invariant: an edit is offered only if the language, reading the edited text, finds the comment to
// silence that very line and everything else to be as it was. So no comment ever ends up inside a
// string, a template literal or JSX text, and no rule about syntax has to be repeated here.

import type { FileFacts, Language, Suppression } from '../core/facts';
import type { RuleId } from '../core/rules';
import type { Range } from '../core/text';
import type { LanguageSupport, TextEdit } from '../languages/language';

export interface Source {
  readonly path: string;
  readonly text: string;
  readonly language: LanguageSupport;
}

/** The edit that silences `rule` for the call at `range`; `undefined` if there is no safe place for it. */
export function ignoreLine(source: Source, rule: RuleId, range: Range): TextEdit | undefined {
  const before = source.language.extract(source.path, source.text);
  const lines = source.text.split('\n');
  const places = lineComments[before.language]?.(lines, range, rule) ?? [];
  return places.find((place) => silences(source, before, place, rule, range.start.line));
}

/** The edit that silences `rule` in the whole file; `undefined` if there is no safe place for it. */
export function ignoreFile(source: Source, rule: RuleId): TextEdit | undefined {
  const before = source.language.extract(source.path, source.text);
  const place = fileComments[before.language]?.(source.text, rule);
  return place && silences(source, before, place, rule, undefined) ? place : undefined;
}

/** The edit that takes a comment away, with its line if it stands alone there; `undefined` if its end is not known. */
export function removeComment(text: string, { start, end }: Range): TextEdit | undefined {
  if (start.line === end.line && start.column === end.column) return undefined;
  const line = text.split('\n')[start.line - 1] ?? '';
  const before = line.slice(0, start.column - 1);
  const isAlone = before.trim() === '' && line.slice(end.column - 1).trim() === '';
  if (isAlone) return { range: { start: { line: start.line, column: 1 }, end: { line: end.line + 1, column: 1 } }, newText: '' };
  return { range: { start: { line: start.line, column: before.trimEnd().length + 1 }, end }, newText: '' };
}

const reason = 'why this is fine here';

type Places = (lines: readonly string[], range: Range, rule: RuleId) => readonly TextEdit[];

/** Where a comment for one line may stand, the best place first. */
const lineComments: Readonly<Partial<Record<Language, Places>>> = {
  javascript: (lines, { start }, rule) => [
    above(lines, start.line, `// loopsight-ignore-next-line ${rule} -- ${reason}`),
    above(lines, start.line, `{/* loopsight-ignore-next-line ${rule} -- ${reason} */}`),
    atEnd(lines, start.line, ` // loopsight-ignore-line ${rule} -- ${reason}`),
    insert(start.line, start.column, `/* loopsight-ignore-line ${rule} -- ${reason} */ `),
  ],
  python: (lines, { start }, rule) => [
    above(lines, start.line, `# loopsight: ignore[${rule}] ${reason}`),
    atEnd(lines, start.line, `  # loopsight: ignore[${rule}] ${reason}`),
  ],
};

const fileComments: Readonly<Partial<Record<Language, (text: string, rule: RuleId) => TextEdit>>> = {
  javascript: (text, rule) => atTop(text, `// loopsight-ignore-file ${rule} -- ${reason}`),
  python: (text, rule) => atTop(text, `# loopsight: ignore-file[${rule}] ${reason}`),
};

/** Nothing may stand before `#!`. */
function atTop(text: string, comment: string): TextEdit {
  if (!text.startsWith('#!')) return insert(1, 1, comment + endOfLine(text));
  return text.includes('\n') ? insert(2, 1, comment + endOfLine(text)) : insert(1, text.length + 1, `\n${comment}`);
}

function above(lines: readonly string[], line: number, comment: string): TextEdit {
  const text = lines[line - 1] ?? '';
  const indentation = /^[^\S\r\n]*/.exec(text)?.[0] ?? '';
  return insert(line, 1, indentation + comment + endOfLine(lines.join('\n')));
}

function atEnd(lines: readonly string[], line: number, comment: string): TextEdit {
  return insert(line, (lines[line - 1] ?? '').trimEnd().length + 1, comment);
}

function insert(line: number, column: number, newText: string): TextEdit {
  return { range: { start: { line, column }, end: { line, column } }, newText };
}

function endOfLine(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}

/** Judges an edit by its effect. `line` is the line to be silenced, before the edit. */
function silences(source: Source, before: FileFacts, edit: TextEdit, rule: RuleId, line: number | undefined): boolean {
  const after = source.language.extract(source.path, applied(source.text, edit));
  const added = edit.newText.split('\n').length - 1;
  const moved = (old: number) => (old >= edit.range.start.line ? old + added : old);
  const wanted = [...before.suppressions.map((old) => keyOf(old, moved)), keyOf({ rules: [rule], line }, moved)];
  const found = after.suppressions.map((suppression) => keyOf(suppression, (same) => same));
  return equalSets(wanted, found) && hasSameCode(before, after);
}

function keyOf({ rules, line }: Pick<Suppression, 'rules' | 'line'>, moved: (line: number) => number): string {
  return `${line === undefined ? 'file' : moved(line)}:${rules.join()}`;
}

function equalSets(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');
}

function hasSameCode(before: FileFacts, after: FileFacts): boolean {
  const codeOf = ({ calls, functions, syntaxError }: FileFacts) =>
    [syntaxError?.message ?? '', functions.length, ...calls.map(({ name }) => name)].join('\n');
  return codeOf(before) === codeOf(after);
}

function applied(text: string, { range, newText }: TextEdit): string {
  const lines = text.split('\n');
  const offset = lines.slice(0, range.start.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + range.start.column - 1;
  return text.slice(0, offset) + newText + text.slice(offset);
}
