// Bad input gives a message or nothing: never a crash, never lost findings of other files.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { javascript } from '../../src/languages/javascript';
import { analyzeText, analyzeTexts } from '../analysis';

const texts = readdirSync(path.join(__dirname, '../fixtures'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
  .map((entry) => ({ name: entry.name, text: readFileSync(path.join(entry.parentPath, entry.name), 'utf8') }));

describe('robustness', () => {
  it('survives any text that a person passes through while typing', () => {
    const edit = fc.record({
      file: fc.nat(texts.length - 1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(40),
      insert: token,
    });
    fc.assert(
      fc.property(edit, ({ file, at, cut, insert }) => {
        const { name, text } = texts[file] ?? { name: 'a.ts', text: '' };
        const offset = Math.floor(at * text.length);
        analyzeText(text.slice(0, offset) + insert + text.slice(offset + cut), `/src/${name}`);
      }),
      { numRuns: 400 },
    );
  });

  it('looks a member up once, however many objects an object is made of', () => {
    const spread = (from: number): string => Array.from({ length: 4 }, () => `...s${from}`).join(', ');
    const states = Array.from({ length: 14 }, (_, index) => `const s${index + 1} = { ${spread(index)} };`);
    const text = `import fs from 'node:fs';
const s0 = { read: () => fs.readFileSync('a.txt') };
${states.join('\n')}
export async function handler() { s14.read(); }
`;
    assert.equal(analyzeText(text, '/src/a.js').length, 1);
  });

  it('takes only texts for the names of modules', () => {
    const text = `import a from 5;\nexport { b } from /x/;\nexport * from a;\nexport * from 6n;\nimport c = require(7);\nimport(8);\n`;
    const { imports, exports, bindings } = javascript.extract('/a.ts', text);
    const modules = [...exports.map(({ value }) => value), ...bindings.flatMap(({ values }) => values)].flatMap((value) =>
      value.kind === 'import' ? [value.module] : [],
    );
    assert.deepEqual([...new Set([...imports, ...modules].map((name) => typeof name))], ['string']);
  });

  it('survives text that is no program', () => {
    for (const text of [
      '',
      '\0\0\0',
      '\uFEFF',
      '#!',
      '}'.repeat(5000),
      '\u{1F600}'.repeat(100),
      '/*',
      '`${',
      '<a',
      'import',
      '@',
      'class {',
    ]) {
      for (const name of ['/a.js', '/a.ts', '/a.tsx', '/a.mts', '/a.cjs']) analyzeText(text, name);
    }
  });

  it('says so when a file is nested too deeply, and keeps the findings of the others', () => {
    const deep = `export const x = ${'('.repeat(20_000)}1${')'.repeat(20_000)};`;
    const fine = `import fs from 'fs'; export const f = async () => fs.readFileSync('a');`;
    assert.match(javascript.extract('/deep.js', deep).syntaxError?.message ?? '', /nested too deeply|could not be parsed/);
    assert.equal(analyzeTexts({ '/deep.js': deep, '/fine.js': fine }).length, 1);
  });

  it('follows a chain of 10,000 functions, cycles and itself', () => {
    const count = 10_000;
    const chain = Array.from({ length: count }, (_, i) => `function f${i}() { return f${i + 1}(); }`).join('\n');
    const findings = analyzeText(
      `import fs from 'fs';\n${chain}\nfunction f${count}() { f0(); return fs.readFileSync('a'); }\nexport async function g() { return f0(); }`,
    );
    assert.deepEqual(
      findings.map((finding) => finding.path.length),
      [count + 2],
    );
  });

  it('resolves names that refer to themselves to nothing', () => {
    const text = `let a = b; let b = a; const c = c.d; class D extends D {} const { e } = e; export async function f() { a(); b.x(); c(); new D().y(); e(); }`;
    assert.deepEqual(analyzeText(text), []);
  });

  it('gives the same findings for the same text', () => {
    const files = Object.fromEntries(texts.map(({ name, text }, i) => [`/${i}/${name}`, text]));
    assert.deepEqual(analyzeTexts(files), analyzeTexts(files));
  });
});

const token = fc.constantFrom(
  '',
  '(',
  ')',
  '{',
  '}',
  '`',
  "'",
  '/*',
  '//',
  '.',
  'await ',
  'async ',
  '=> ',
  '<',
  'import ',
  'class ',
  '\n',
  '\\u{',
  '?.',
  '@x ',
);
