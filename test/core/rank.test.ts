// How operations are ranked: by what they cost and by how many functions on the loop pay for it.

import assert from 'node:assert/strict';
import { analyze } from '../../src/core/analyze';
import { createKnowledge } from '../../src/core/knowledgeIndex';
import { emptyProject } from '../../src/core/project';
import { ranked, rootCauses, type RootCause } from '../../src/core/rank';
import { defaultSettings } from '../../src/core/settings';
import { tables } from '../../src/knowledge';
import { javascript } from '../../src/languages/javascript';

function findingsOf(...lines: string[]) {
  const facts = javascript.extract(
    '/server.js',
    ["import fs from 'node:fs';", "import { execSync } from 'node:child_process';", ...lines].join('\n'),
  );
  return analyze([facts], { knowledge: createKnowledge(tables), settings: defaultSettings, project: emptyProject, countsHandlers: true })
    .findings;
}

function causesOf(...lines: string[]): RootCause[] {
  return rootCauses(findingsOf(...lines));
}

function brief({ operation, within, handlers, findings }: RootCause): string {
  return `${operation} in ${within}: ${handlers} handlers, ${findings} findings`;
}

describe('the root causes', () => {
  it('are operations, with all that ends at them', () => {
    const causes = causesOf(
      "function load() { return fs.readFileSync('a'); }",
      'export async function one() { load(); }',
      'export async function two() { load(); load(); }',
    );
    assert.deepEqual(causes.map(brief), ['fs.readFileSync in load: 2 handlers, 3 findings']);
    assert.deepEqual(causes[0]?.range.start, { line: 3, column: 26 });
    assert.equal(causes[0]?.fix, "Await `fs/promises.readFile` instead: the work leaves the loop's thread, and others run meanwhile.");
  });

  it('are paid for by all who await the function that blocks', () => {
    const causes = causesOf(
      "async function load() { return fs.readFileSync('a'); }",
      'async function parse() { return JSON.parse(await load()); }',
      'setInterval(async () => { await parse(); }, 9);',
      "app.get('/a', (request, response) => { parse().then((text) => response.send(text)); });",
    );
    assert.deepEqual(causes.map(brief), ['fs.readFileSync in load: 4 handlers, 1 findings']);
  });

  it('count a callback that runs at once as its caller', () => {
    const causes = causesOf('export async function all(names) { return names.map((name) => fs.readFileSync(name)); }');
    assert.deepEqual(
      causes.map(({ handlers }) => handlers),
      [1],
    );
  });

  it('do not count what never runs on the loop', () => {
    const causes = causesOf(
      "function load() { return fs.readFileSync('a'); }",
      'function atStartup() { load(); }',
      'atStartup();',
      '/** @nonblocking */ async function said() { load(); }',
      'export async function asksForIt() { await said(); }',
      'export async function one() { load(); }',
    );
    assert.deepEqual(causes.map(brief), ['fs.readFileSync in load: 1 handlers, 1 findings']);
  });

  it('end where functions call each other', () => {
    const causes = causesOf(
      "export async function even(n) { fs.readFileSync('a'); await odd(n - 1); }",
      'export async function odd(n) { await even(n - 1); }',
    );
    assert.deepEqual(
      causes.map(({ handlers }) => handlers),
      [2],
    );
  });

  it('come in the order of cost times handlers', () => {
    const readers = Array.from({ length: 11 }, (_, index) => `export async function reader${index}() { load(); }`);
    const causes = causesOf(
      "function load() { return fs.readFileSync('a'); }",
      "function clear() { fs.rmSync('a', { recursive: true }); }",
      "export async function wait() { execSync('make'); }",
      'export async function once() { clear(); }',
      ...readers,
    );
    assert.deepEqual(
      causes.map(({ operation, cost }) => `${operation}: ${cost.class}`),
      ['execSync: unbounded', 'fs.readFileSync: noticeable', 'fs.rmSync: long'],
    );
  });

  it('are none where nothing holds the loop up for a noticeable time', () => {
    assert.deepEqual(causesOf("fs.readFileSync('a');", "export async function isThere() { return fs.existsSync('a'); }"), []);
  });
});

describe('a comment that suppresses nothing', () => {
  it('is no root cause, however loud a project wants it', () => {
    const loud = findingsOf('// loopsight-ignore-next-line sync-file', 'f();').map((finding) => ({
      ...finding,
      severity: 'error' as const,
    }));
    assert.equal(loud.length, 1);
    assert.deepEqual(rootCauses(loud), []);
  });
});

describe('the ranking of findings', () => {
  it('has the most severe first, then what weighs most', () => {
    const findings = findingsOf(
      "fs.readFileSync('startup');",
      "export async function isThere() { return fs.existsSync('a'); }",
      "export async function read() { return fs.readFileSync('a'); }",
      "export async function wait() { execSync('make'); }",
    );
    assert.deepEqual(
      ranked(findings).map(({ path }) => path.at(-1)?.name),
      ['execSync', 'fs.readFileSync', 'fs.existsSync', 'fs.readFileSync'],
    );
  });
});
