// Where there is no fix, because the rewrite would not be right or is not certain to be.

import assert from 'node:assert/strict';
import type { Finding } from '../../../../src/core/findings';
import { fixesFor } from '../../../../src/languages/javascript/fixes';
import { findingFor, findingsIn, fixesOf, readMarked } from './fixing';

/** Why not, and what follows the import of `fs`; the first call of a `...Sync` function is the finding's. */
const declined: readonly (readonly [why: string, text: string])[] = [
  ['the function is not async', 'export function f(p) { return fs.readFileSync(p); }'],
  ['the top level is no function', 'export const text = fs.readFileSync("p");'],
  ['a sync callback within it', 'export async function f(ps) { return ps.map((p) => fs.readFileSync(p)); }'],
  ['a sync generator within it', 'export async function f(p) { return function* () { yield fs.readFileSync(p); }; }'],
  ['a constructor within it', 'export async function f(p) { return class { constructor() { fs.readFileSync(p); } }; }'],
  ['a parameter default', 'export async function f(p = fs.readFileSync("a")) { return p; }'],
  ['a default in a parameter pattern', 'export async function f({ p = fs.readFileSync("a") }) { return p; }'],
  ['a class field', 'export async function f(p) { return class { text = fs.readFileSync(p); }; }'],
  ['a static block', 'export async function f(p) { return class { static { fs.readFileSync(p); } }; }'],
  ['a computed member name', 'export async function f(p) { return class { [fs.readlinkSync(p)]() {} }; }'],
  ['a decorator', 'export async function f(p) { @d(fs.readFileSync(p)) class A {} return A; }'],
  ['an enum member', 'export async function f(p) { enum A { a = fs.statSync(p).size } return A; }'],
  ['a using declaration', 'export async function f(p) { using dir = fs.opendirSync(p); return dir; }'],
  ['an optional callee', 'export async function f(p) { return fs?.readFileSync(p); }'],
  ['an optional call', 'export async function f(p) { return fs.readFileSync?.(p); }'],
  ['a construction', 'export async function f(p) { return new fs.readFileSync(p); }'],
  ['a tagged template', 'export async function f() { return fs.readFileSync`p`; }'],
  ['a reference that is not a call', 'export async function f(p) { return p(fs.readFileSync); }'],
  ['a shadowed module', 'export async function f(p, fs) { return fs.readFileSync(p); }'],
  ['a module from elsewhere', 'export async function f(p) { return this.fs.readFileSync(p); }'],
  ['another module under that name', 'import own from "./own"; export async function f(p) { return own.readFileSync(p); }'],
  ['a name that may mean something else', 'let read = fs; read = {}; export async function f(p) { return read.readFileSync(p); }'],
  ['existsSync, which does not reject', 'export async function f(p) { return fs.existsSync(p); }'],
  ['openSync, which gives a descriptor', 'export async function f(p) { return fs.openSync(p); }'],
  ['readSync on a descriptor', 'export async function f(fd, b) { return fs.readSync(fd, b); }'],
  ['closeSync on a descriptor', 'export async function f(fd) { fs.closeSync(fd); }'],
  ['fstatSync on a descriptor', 'export async function f(fd) { return fs.fstatSync(fd); }'],
  ['readFileSync of standard input', 'export async function f() { return fs.readFileSync(0); }'],
  ['readFileSync of process.stdin.fd', 'export async function f() { return fs.readFileSync(process.stdin.fd); }'],
  ['readFileSync of a descriptor by its name', 'export async function f(fd) { return fs.readFileSync(fd); }'],
  ['readFileSync of arguments that nobody can see', 'export async function f(...args) { return fs.readFileSync(...args); }'],
  ['writeFileSync without arguments', 'export async function f() { return fs.writeFileSync(); }'],
  ['statSync that does not throw', 'export async function f(p) { return fs.statSync(p, { throwIfNoEntry: false }); }'],
  ['statSync with options from elsewhere', 'export async function f(p, options) { return fs.statSync(p, options); }'],
  ['lstatSync with options that are spread', 'export async function f(p, options) { return fs.lstatSync(p, { ...options }); }'],
  ['a function among the arguments', 'export async function f(p) { return fs.readFileSync(p, (error) => error); }'],
  ['type arguments', 'export async function f(p) { return fs.readFileSync<string>(p); }'],
];

const fine = `
import fs from 'node:fs';
export async function f(p) {
  return fs.readFileSync(p);
  //     ^^^^^^^^^^^^^^^
}
`;

/** Findings that are not the fix's business, or that no longer fit the text. */
const unfit: readonly (readonly [why: string, changes: Partial<Finding>])[] = [
  ['the operation is reached through a helper', { path: [step('load'), step('fs.readFileSync')] }],
  ['the remedy is a worker', { remedy: { kind: 'worker' } }],
  ['the remedy is advice', { remedy: { kind: 'advice', note: 'read it at startup' } }],
  ['the variant takes a callback', { remedy: { kind: 'async', api: 'node:fs.readFile', style: 'callback' } }],
  ['the variant iterates', { remedy: { kind: 'async', api: 'node:fs/promises.glob', style: 'iterator' } }],
  ['the variant is no namesake', { remedy: { kind: 'async', api: 'node:fs/promises.open', style: 'promise' } }],
  ['the variant is the operation itself', { remedy: { kind: 'async', api: 'node:fs.readFileSync', style: 'promise' } }],
  ['the remedy names no member', { remedy: { kind: 'async', api: 'fast-glob', style: 'promise' } }],
  ['the remedy names nothing', { remedy: { kind: 'async', api: '', style: 'promise' } }],
  ['the text at the range is another', { range: { start: { line: 3, column: 9 }, end: { line: 3, column: 24 } } }],
  ['the range lies outside the text', { range: { start: { line: 99, column: 1 }, end: { line: 99, column: 9 } } }],
  ['the operation at the range is another', { api: 'node:fs.writeFileSync' }],
];

describe('the quick fix: no fix', () => {
  for (const [why, text] of declined) {
    it(why, () => {
      const file = `import fs from 'node:fs';\n${text}\n`;
      const [finding = nowhere(file)] = findingsIn('a.ts', file);
      assert.deepEqual(fixesFor('a.ts', file, finding), []);
    });
  }

  for (const [why, changes] of unfit) {
    it(why, () => {
      assert.equal(fixesOf('a.mjs', fine).length, 1);
      assert.deepEqual(fixesOf('a.mjs', fine, changes), []);
    });
  }

  it('another package that the file does not load', () => {
    const marked = fine.replace('^^^\n', '^^^ node:fs.readFileSync -> graceful.readFile\n');
    assert.deepEqual(fixesOf('a.mjs', marked), []);
  });

  it('never throws for a text cut off anywhere', () => {
    const { text, ...rest } = readMarked(fine);
    for (let end = 0; end <= text.length; end += 1) fixesFor('a.mjs', text.slice(0, end), findingFor('a.mjs', rest));
  });

  it('ends for names that are defined by each other', () => {
    const text = 'const a = b.c; const b = a;\nexport async function f() { return a.readFileSync(b); }\n';
    const [finding = nowhere(text)] = findingsIn('a.mjs', text);
    assert.deepEqual(fixesFor('a.mjs', text, finding), []);
  });
});

function step(name: string): Finding['path'][number] {
  return { name, file: 'a.mjs', range: readMarked(fine).range, within: 'f' };
}

/** For snippets in which nothing is called: a finding at the name all the same. */
function nowhere(text: string): Finding {
  const lines = text.split('\n');
  const line = lines.findIndex((it) => it.includes('Sync') && !it.startsWith('import'));
  const start = (lines[line] ?? '').search(/(?:\w+\??\.)?\w+Sync/);
  const end = (lines[line] ?? '').indexOf('Sync') + 'Sync'.length;
  const range = { start: { line: line + 1, column: start + 1 }, end: { line: line + 1, column: end + 1 } };
  return findingFor('a.ts', { range, api: 'node:fs.readFileSync', twin: 'node:fs/promises.readFile' });
}
