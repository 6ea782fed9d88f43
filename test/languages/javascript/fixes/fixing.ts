// What the tests of the quick fix share: findings built by hand from marked text, fixes applied to
// text, and a check that the result is a valid program.
//
// A marker is a comment line under the finding's line: `//  ^^^^^^^` and, where the operation is not
// a member of `node:fs`, its API path and its twin's: `//  ^^^^ bcrypt.hashSync -> bcrypt.hash`.

import assert from 'node:assert/strict';
import { transformSync } from 'esbuild';
import type { Finding } from '../../../../src/core/findings';
import type { Range } from '../../../../src/core/text';
import { fixesFor } from '../../../../src/languages/javascript/fixes';
import { parse } from '../../../../src/languages/javascript/parse';
import type { CodeFix } from '../../../../src/languages/language';

export interface Marked {
  readonly text: string;
  readonly range: Range;
  readonly api: string;
  readonly twin: string;
}

/** Takes the one marker out of `marked`. */
export function readMarked(marked: string): Marked {
  const lines = marked.replace(/^\n/, '').split('\n');
  const index = lines.findIndex((line) => /^\s*\/\/\s*\^+/.test(line));
  const [marker] = lines.splice(index, 1);
  assert.ok(index > 0 && marker !== undefined, 'the text has a marker');
  const start = marker.indexOf('^');
  const end = marker.lastIndexOf('^') + 1;
  const name = /\w+$/.exec((lines[index - 1] ?? '').slice(start, end))?.[0] ?? '';
  const [api = `node:fs.${name}`, twin = twinOf(name)] = marker.slice(end).trim().split(' -> ').filter(Boolean);
  return { text: lines.join('\n'), range: { start: { line: index, column: start + 1 }, end: { line: index, column: end + 1 } }, api, twin };
}

export function twinOf(name: string): string {
  return `node:fs/promises.${name.replace(/Sync$/, '')}`;
}

export function findingFor(path: string, { range, api, twin }: Omit<Marked, 'text'>, changes: Partial<Finding> = {}): Finding {
  return {
    rule: 'sync-file',
    severity: 'warning',
    message: `${api} blocks the event loop.`,
    file: path,
    range,
    context: { kind: 'async-function', name: 'f', phase: 'loop' },
    cost: { class: 'noticeable', why: 'it waits for the disk' },
    path: [{ name: api, file: path, range, within: 'f' }],
    api,
    remedy: { kind: 'async', api: twin, style: 'promise' },
    link: 'https://nodejs.org/api/fs.html',
    fixes: [],
    ...changes,
  };
}

/** The fixes for the marked call. */
export function fixesOf(path: string, marked: string, changes: Partial<Finding> = {}): readonly CodeFix[] {
  const read = readMarked(marked);
  return fixesFor(path, read.text, findingFor(path, read, changes));
}

/** A finding for each call of a `...Sync` name in `text`, in the order of the text. */
export function findingsIn(path: string, text: string): readonly Finding[] {
  return [...text.matchAll(/(?:\b\w+\.)?\b\w+Sync(?=\)?\()|\b\w+\['\w+Sync'\](?=\()/g)].map((match) => {
    const name = /\w+Sync/.exec(match[0])?.[0] ?? '';
    const range = { start: positionOf(text, match.index), end: positionOf(text, match.index + match[0].length) };
    return findingFor(path, { range, api: `node:fs.${name}`, twin: twinOf(name) });
  });
}

/** Fixes one call after another, in the order of the text; returns every text on the way. */
export function fixEverything(path: string, text: string): readonly string[] {
  const texts = [text];
  for (let index = 0, current = text; ;) {
    const finding = findingsIn(path, current)[index];
    if (finding === undefined) return texts;
    const [fix] = fixesFor(path, current, finding);
    if (fix === undefined) {
      index += 1;
      continue;
    }
    current = applyFix(current, fix);
    texts.push(current);
    assert.ok(texts.length < 100, 'fixing comes to an end');
  }
}

/** The text after a fix. Checks that its edits are in order and do not overlap. */
export function applyFix(text: string, fix: CodeFix): string {
  let result = '';
  let done = 0;
  for (const { range, newText } of fix.edits) {
    const [start, end] = [offsetOf(text, range.start), offsetOf(text, range.end)];
    assert.ok(done <= start && start <= end, 'edits are in order');
    result += text.slice(done, start) + newText;
    done = end;
  }
  return result + text.slice(done);
}

/** Fails unless both our parser and esbuild accept the text. */
export function assertValid(path: string, text: string): void {
  assert.equal(parse(path, text)?.syntaxError, undefined, text);
  transformSync(text, { loader: path.endsWith('.tsx') ? 'tsx' : /\.[cm]?ts$/.test(path) ? 'ts' : 'jsx', logLevel: 'silent' });
}

function positionOf(text: string, offset: number): Range['start'] {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

function offsetOf(text: string, { line, column }: Range['start']): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, it) => sum + it.length + 1, 0) + column - 1;
}
