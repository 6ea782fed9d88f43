// A baseline knows its findings again after any edit that does not touch them.

import assert from 'node:assert/strict';
import { baselineOf, compareWithBaseline, parseBaseline, printBaseline, type BaselineEntry } from '../../src/core/baseline';
import { analyzeText } from '../analysis';

const head = "import fs from 'node:fs';";
const before = [
  head,
  "function load() { return fs.readFileSync('a'); }",
  'export async function one() { load(); }',
  "export async function two() { fs.readFileSync('b'); fs.readFileSync('c'); }",
  "app.get('/users', (request, response) => { load(); });",
].join('\n');
const entries = baselineOf(analyzeText(before));

function compared(text: string): { fresh: string[]; known: number; stale: string[] } {
  const { fresh, known, stale } = compareWithBaseline(analyzeText(text), entries);
  return {
    fresh: fresh.map(({ path, range }) => `${path[0]?.within}: ${path.map(({ name }) => name).join(' > ')} at ${range.start.line}`),
    known,
    stale: stale.map(({ function: name, chain, count }) => `${name}: ${chain.join(' > ')} x ${count}`),
  };
}

describe('a baseline', () => {
  it('says what a person would, sorted', () => {
    const common = { rule: 'sync-file', file: '/src/example.ts', phase: 'loop' };
    assert.deepEqual(entries, [
      { ...common, function: "app.get('/users')", chain: ['load', 'fs.readFileSync'], count: 1 },
      { ...common, function: 'one', chain: ['load', 'fs.readFileSync'], count: 1 },
      { ...common, function: 'two', chain: ['fs.readFileSync'], count: 2 },
    ]);
  });

  it('finds nothing new in what it was made of', () => {
    assert.deepEqual(compared(before), { fresh: [], known: 4, stale: [] });
  });

  it('survives edits elsewhere in the file', () => {
    const edited = before
      .replace(head, `// A comment.\n\n${head}\nexport function more() { return 1; }`)
      .replace("readFileSync('b')", "readFileSync('other', 'utf8')")
      .replace('load(); }', 'await   0;\n  load(); }');
    assert.deepEqual(compared(edited), { fresh: [], known: 4, stale: [] });
  });

  it('reports what is new: another function, another operation, one more of the same', () => {
    const edited = before
      .replace("readFileSync('c');", "readFileSync('c'); fs.readFileSync('d'); fs.writeFileSync('e', '');")
      .concat('\nexport async function three() { load(); }');
    assert.deepEqual(compared(edited).fresh, [
      'two: fs.readFileSync at 4',
      'two: fs.writeFileSync at 4',
      'three: load > fs.readFileSync at 6',
    ]);
  });

  it('reports what was harmless and is not any more', () => {
    const atStartup = `${head}\nfs.readFileSync('a');`;
    const known = baselineOf(analyzeText(atStartup));
    const onLoop = `${head}\nsetInterval(() => { fs.readFileSync('a'); }, 1000);`;
    assert.equal(compareWithBaseline(analyzeText(onLoop), known).fresh.length, 1);
  });

  it('counts what is found no more', () => {
    const edited = before.replace("fs.readFileSync('c');", '').replace('function one() { load(); }', 'function one() {}');
    assert.deepEqual(compared(edited).stale, ['one: load > fs.readFileSync x 1', 'two: fs.readFileSync x 1']);
  });

  it('is the same text for the same findings in any order', () => {
    const findings = analyzeText(before);
    assert.equal(printBaseline(baselineOf([...findings].reverse())), printBaseline(entries));
  });

  it('reads what it writes', () => {
    assert.deepEqual(parseBaseline(printBaseline(entries)), entries);
    assert.deepEqual(parseBaseline(`\uFEFF${printBaseline([])}`), []);
    assert.equal(printBaseline(entries).split('\n').length, entries.length + 6);
  });

  const good: BaselineEntry = { rule: 'r', file: 'f', function: '', phase: 'loop', chain: ['a'], count: 1 };
  const wrong: readonly (readonly [text: string, message: RegExp])[] = [
    ['', /^it is not valid JSON \(/],
    ['{"findings":', /^it is not valid JSON \(/],
    ['[]', /^it is no baseline: it has no list of findings$/],
    ['null', /no list of findings/],
    ['{"version":1}', /no list of findings/],
    ['{"version":2,"findings":[]}', /^its version is 2, and only version 1 is known$/],
    ['{"findings":[]}', /^its version is undefined/],
    [JSON.stringify({ version: 1, findings: [good, { ...good, count: 0 }] }), /^entry 2 of its findings is not one$/],
    [JSON.stringify({ version: 1, findings: [{ ...good, chain: 'a' }] }), /^entry 1 /],
    [JSON.stringify({ version: 1, findings: [{ ...good, chain: [1] }] }), /^entry 1 /],
    [JSON.stringify({ version: 1, findings: [null] }), /^entry 1 /],
  ];
  for (const [text, message] of wrong) {
    it(`says what is wrong with ${text || 'an empty file'}`, () => {
      const result = parseBaseline(text);
      assert.match(typeof result === 'string' ? result : 'nothing is wrong', message);
    });
  }
});
