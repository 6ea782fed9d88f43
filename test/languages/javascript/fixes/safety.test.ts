// Which fixes are safe: other code runs while the call waits, and must not be able to notice.

import assert from 'node:assert/strict';
import { fixesFor } from '../../../../src/languages/javascript/fixes';
import { findingFor, findingsIn } from './fixing';

const readSafe: readonly string[] = [
  'return fs.readFileSync(p);',
  "return JSON.parse(fs.readFileSync(p, 'utf8'));",
  "const text = fs.readFileSync(path.join(p, state.name), 'utf8'); return text;",
  'for (const name of fs.readdirSync(p)) q(name);',
  'if (state.ready) return fs.readFileSync(p);',
  'return state.ready ? fs.readFileSync(p) : undefined;',
  'return state.ready && fs.readFileSync(p);',
  'this.text = fs.readFileSync(p);',
  'state.text = fs.readFileSync(p);',
  'q.body = fs.readFileSync(q.path);',
  'q.end(fs.readFileSync(p));',
  'console.log(q, fs.readFileSync(p));',
  'process.stdout.write(fs.readFileSync(p));',
  "return 'a' + fs.readFileSync(p);",
  'return `${p}: ${fs.readFileSync(p)}`;',
  'return { p, text: fs.readFileSync(p) };',
  'return [p, fs.readFileSync(p)];',
  "let text = ''; text += fs.readFileSync(p); return text;",
  'const all = []; for (const name of q) all.push(fs.readFileSync(name)); return all;',
  'const all = {}; for (const name of q) all[name] = fs.readFileSync(name); return all;',
];

const readUnsafe: readonly string[] = [
  // A value from before the call is used after it.
  'total += fs.statSync(p).size;',
  'this.total += fs.statSync(p).size;',
  'state.total = state.total + fs.statSync(p).size;',
  'return total + fs.statSync(p).size;',
  'return q() + fs.statSync(p).size;',
  'return `${state.name}: ${fs.readFileSync(p)}`;',
  'return [state.name, fs.readFileSync(p)];',
  'return { name: state.name, text: fs.readFileSync(p) };',
  'q(state.name, fs.readFileSync(p));',
  'this.store.put(fs.readFileSync(p));',
  'state.child.text = fs.readFileSync(p);',
  'let n = 1; q(() => { n += 1; }); return n + fs.statSync(p).size;',
  // Shared state is read before the call and written after it.
  'if (!cache) cache = fs.readFileSync(p);',
  'cache ??= fs.readFileSync(p);',
  'this.cache ||= fs.readFileSync(p);',
  'if (!state.cache[p]) state.cache[p] = fs.readFileSync(p);',
  'if (!(p in state.cache)) state.cache[p] = fs.readFileSync(p);',
  'if (!state.seen.has(p)) { const text = fs.readFileSync(p); state.seen.add(p); return text; }',
  'if (total < 5) { const text = fs.readFileSync(p); total++; return text; }',
  'const n = total; const { size } = fs.statSync(p); total = n + size;',
];

/** The whole file: how others call the function. */
const calledSafe: readonly string[] = [
  'async function load() { state.text = fs.readFileSync("p"); } export async function f() { await load(); }',
  'async function load() { state.text = fs.readFileSync("p"); } export const f = () => load();',
  'async function load() { state.text = fs.readFileSync("p"); } load();',
  'async function load() { state.text = fs.readFileSync("p"); } load().catch(console.error);',
  'async function load() { await 0; state.text = fs.readFileSync("p"); } load(); state.use();',
  '(async () => { state.text = fs.readFileSync("p"); })();',
];

const calledUnsafe: readonly string[] = [
  'async function load() { state.text = fs.readFileSync("p"); } load(); state.use();',
  'async function load() { state.text = fs.readFileSync("p"); } void load().catch(console.error); state.use();',
  'const load = async () => { state.text = fs.readFileSync("p"); }; export function f() { load(); }',
  'export class A { constructor() { this.load(); } async load() { this.text = fs.readFileSync("p"); } }',
  '(async () => { state.text = fs.readFileSync("p"); })(); state.use();',
  'async function load() { state.x && (await 0); state.text = fs.readFileSync("p"); } load(); state.use();',
  'async function load() { if (state.x) await 0; state.text = fs.readFileSync("p"); } load(); state.use();',
];

describe('the quick fix: safety', () => {
  for (const body of readSafe) it(`safe: ${body}`, () => assert.equal(safetyOf(inFunction(body)), true));
  for (const body of readUnsafe) it(`not safe: ${body}`, () => assert.equal(safetyOf(inFunction(body)), false));
  for (const rest of calledSafe) it(`safe: ${rest}`, () => assert.equal(safetyOf(`${head}${rest}\n`), true));
  for (const rest of calledUnsafe) it(`not safe: ${rest}`, () => assert.equal(safetyOf(`${head}${rest}\n`), false));

  it('not safe: writing, because two runs may overlap', () => {
    for (const call of ["fs.writeFileSync(p, '')", 'fs.mkdirSync(p)', 'fs.rmSync(p)', 'fs.renameSync(p, q)', 'fs.copyFileSync(p, q)']) {
      assert.equal(safetyOf(inFunction(`${call};`)), false, call);
    }
  });

  it('safe: computing elsewhere', () => {
    const text = "import bcrypt from 'bcrypt';\nexport async function f(p) {\n  return bcrypt.hashSync(p, 10);\n}\n";
    const range = { start: { line: 3, column: 10 }, end: { line: 3, column: 25 } };
    const finding = findingFor('a.mjs', { range, api: 'bcrypt.hashSync', twin: 'bcrypt.hash' }, { rule: 'sync-crypto' });
    assert.deepEqual(
      fixesFor('a.mjs', text, finding).map((fix) => fix.safe),
      [true],
    );
  });
});

const head =
  "import fs from 'node:fs';\nimport path from 'node:path';\nexport const state = { cache: {}, total: 0 };\nlet cache;\nlet total = 0;\n";

function inFunction(body: string): string {
  return `${head}export const get = () => [cache, total, path];\nexport async function f(p, q) {\n  ${body}\n}\nexport function reset() { total = 0; }\n`;
}

function safetyOf(text: string): boolean | undefined {
  const [finding] = findingsIn('a.mjs', text);
  const [fix] = finding === undefined ? [] : fixesFor('a.mjs', text, finding);
  return fix?.safe;
}
