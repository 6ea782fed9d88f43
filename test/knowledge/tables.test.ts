// The tables are well-formed, and one line adds to them.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/core/rules';
import { tables } from '../../src/knowledge';
import { advice, called, nodeDocs } from '../../src/knowledge/builders';
import { analyzeText } from '../analysis';
import { packageOf, parseApi } from './apiPaths';

describe('the tables of knowledge', () => {
  it('grow by one line', () => {
    const text = `import { slurp } from 'my-lib';\nexport async function read() {\n  return slurp('a');\n}\n`;
    assert.deepEqual(analyzeText(text), []);
    const row = called('sync-file', 'my-lib.slurp', 'noticeable', 'reads it all', advice('Use `sip`'), 'https://example.org');
    const [finding, ...more] = analyzeText(text, '/src/a.ts', { tables: { ...tables, blocking: [...tables.blocking, row] } });
    assert.deepEqual([finding?.api, finding?.rule, finding?.severity, more.length], ['my-lib.slurp', 'sync-file', 'warning', 0]);
    assert.deepEqual(finding?.range, { start: { line: 3, column: 10 }, end: { line: 3, column: 15 } });
  });

  it('say each thing once', () => {
    unique(tables.blocking.map(({ use, api }) => `${use} ${api}`));
    unique(tables.callbacks.map(({ api }) => api));
    unique(tables.serving.map(({ api }) => api));
    unique(tables.returns.map(({ api }) => api));
    unique(tables.aliases.map(({ api }) => api));
    unique(tables.inherits.map(({ type }) => type));
    unique(tables.builtinModules);
  });

  it('link to pages that are served securely', () => {
    for (const { api, link } of [...tables.blocking, ...tables.callbacks, ...tables.serving]) {
      assert.ok(URL.canParse(link) && new URL(link).protocol === 'https:', `${api}: ${link}`);
      assert.doesNotMatch(link, /\s/, api);
    }
  });

  it('give reasons as fragments that go on after "it"', () => {
    for (const { api, why } of tables.blocking) assert.match(why, /^[a-z]+s\b.*[^.\s]$/, api);
  });

  it('give each row of a platform or of one package its own reason, but for the ways to measure an element', () => {
    const rows = tables.blocking.filter(({ rule }) => rule !== 'sync-dom');
    unique(rows.map(({ api, why }) => `${ownerOf(api)}: ${why}`));
  });

  it('give remedies as sentences without their full stop', () => {
    for (const { api, remedy } of tables.blocking) if (remedy.note !== undefined) assert.match(remedy.note, /^[`A-Z].*[^.\s]$/, api);
  });

  it('use rules that have a page', () => {
    const used = new Set([...tables.blocking.map(({ rule }) => rule), 'unused-suppression']);
    for (const rule of used) assert.ok(existsSync(join(__dirname, '../../media/rules', `${rule}.md`)), rule);
    assert.deepEqual(
      [...used].filter((rule) => !(rule in rules)),
      [],
    );
  });

  it('have alias rows that lead to the path which other rows use', () => {
    const aliased = new Set(tables.aliases.map(({ api }) => api));
    assert.deepEqual(
      tables.aliases.filter(({ of }) => aliased.has(of)),
      [],
    );
    const others = [...tables.blocking, ...tables.callbacks, ...tables.serving, ...tables.returns].map(({ api }) => api);
    assert.deepEqual(
      others.filter((api) => aliased.has(api)),
      [],
    );
  });

  it('have inheritance that ends', () => {
    const bases = new Map(tables.inherits.map(({ type, base }) => [type, base]));
    for (const start of bases.keys()) {
      let [type, depth]: [string | undefined, number] = [start, 0];
      while (type !== undefined && depth < 10) [type, depth] = [bases.get(type), depth + 1];
      assert.equal(type, undefined, start);
    }
  });

  it('link to headings as Node names its anchors', () => {
    assert.equal(nodeDocs('fs', 'fs.readFileSync(path[, options])'), 'https://nodejs.org/api/fs.html#fsreadfilesyncpath-options');
    assert.equal(nodeDocs('sqlite', 'class-statementsync'), 'https://nodejs.org/api/sqlite.html#class-statementsync');
  });
});

function ownerOf(api: string): string {
  return /^(?:node:|global\.)/.test(api) ? 'platform' : packageOf(parseApi(api).module);
}

function unique(values: readonly string[]): void {
  assert.deepEqual(
    values.filter((value, index) => values.indexOf(value) !== index),
    [],
  );
}
