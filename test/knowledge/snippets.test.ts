// Every row finds what it should and nothing else: a program made from it gives exactly its rule under
// the callee; a program that only looks like it, or that takes the row's way out, gives nothing.

import assert from 'node:assert/strict';
import type { Finding } from '../../src/core/findings';
import type { BlockingRow } from '../../src/core/knowledge';
import { tables } from '../../src/knowledge';
import { analyzeText } from '../analysis';
import { accesses, accessesOf, lookalike, pick, snippet, wayOut, type Snippet } from './snippets';

const path = '/src/example.ts';

const rows = tables.blocking.filter(({ api }) => !api.startsWith('py:'));

describe('every row of knowledge about JavaScript', () => {
  rows.forEach((row, index) => {
    it(`${row.use} ${row.api}`, () => {
      checkFound(row, snippetOf(row, index));
      assert.deepEqual(namesOf(analyzeText(lookalike(row, index), path)), [], lookalike(row, index));
      if (row.harmless !== undefined) checkSilent(snippet(row, pick(accessesOf(row), index), row.harmless).text);
      const freed = wayOut(row, index);
      if (freed !== undefined) checkSilent(freed);
    });
  });

  it('is found in every form of access', () => {
    for (const api of [
      'node:fs.readFileSync',
      'node:fs.realpathSync.native',
      'global.alert',
      'node:fs.Dir#readSync',
      'global.Storage#getItem',
    ]) {
      const row = tables.blocking.find((one) => one.api === api);
      assert.ok(row, api);
      for (const access of accesses(api)) checkFound(row, snippet(row, access, row.example ?? ''));
    }
  });

  it('needs a loop for layout only', () => {
    const silent = rows.filter((row, index) => analyzeText(plainSnippet(row, index).text, path).length === 0);
    assert.deepEqual([...new Set(silent.map(({ rule }) => rule))], ['sync-dom']);
  });
});

/** The use of the operation; in a loop if it is nothing outside of one. */
function snippetOf(row: BlockingRow, index: number): Snippet {
  const plain = plainSnippet(row, index);
  return analyzeText(plain.text, path).length > 0 ? plain : snippet(row, pick(accessesOf(row), index), row.example ?? '', true);
}

function plainSnippet(row: BlockingRow, index: number): Snippet {
  return snippet(row, pick(accessesOf(row), index), row.example ?? '');
}

function checkFound(row: BlockingRow, { text, callee }: Snippet): void {
  const findings = analyzeText(text, path);
  assert.deepEqual(namesOf(findings), [`${row.rule} ${row.api}`], text);
  for (const finding of findings) {
    assert.equal(textUnder(text, finding), callee, text);
    assert.equal(finding.severity, finding.cost.class === 'tiny' ? 'information' : 'warning', text);
  }
}

function checkSilent(text: string): void {
  assert.deepEqual(namesOf(analyzeText(text, path)), [], text);
}

function namesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, api }) => `${rule} ${api}`);
}

function textUnder(text: string, { range: { start, end } }: Finding): string {
  assert.equal(start.line, end.line);
  return text.split('\n')[start.line - 1]?.slice(start.column - 1, end.column - 1) ?? '';
}
