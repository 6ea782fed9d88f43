// Where the call stands: what `await` and parentheses look like around it.

import assert from 'node:assert/strict';
import { fixesFor } from '../../../../src/languages/javascript/fixes';
import { applyFix, assertValid, findingsIn } from './fixing';

/** Statements in an async function of a file that has `fs`, before and after. */
const shapes: readonly (readonly [before: string, after: string])[] = [
  ['fs.mkdirSync(p);', 'await fs.promises.mkdir(p);'],
  ["return fs.readFileSync(p, 'utf8');", "return await fs.promises.readFile(p, 'utf8');"],
  ['const text = fs.readFileSync(p).toString();', 'const text = (await fs.promises.readFile(p)).toString();'],
  ['const size = (fs.statSync(p)).size;', 'const size = (await fs.promises.stat(p)).size;'],
  ['const first = fs.readdirSync(p)[0];', 'const first = (await fs.promises.readdir(p))[0];'],
  ['const first = q[fs.readdirSync(p)[0]];', 'const first = q[(await fs.promises.readdir(p))[0]];'],
  ['const end = fs.readFileSync(p)?.at(-1);', 'const end = (await fs.promises.readFile(p))?.at(-1);'],
  ['fs.readFileSync(p)();', '(await fs.promises.readFile(p))();'],
  ['fs.readFileSync(p)`text`;', '(await fs.promises.readFile(p))`text`;'],
  ['new q(fs.readFileSync(p));', 'new q(await fs.promises.readFile(p));'],
  ['new (fs.readFileSync(p).constructor)();', 'new ((await fs.promises.readFile(p)).constructor)();'],
  ['new (fs.readFileSync(p))();', 'new (await fs.promises.readFile(p))();'],
  ['return !fs.statSync(p);', 'return !await fs.promises.stat(p);'],
  ['return typeof fs.statSync(p);', 'return typeof await fs.promises.stat(p);'],
  ['return -fs.readlinkSync(p);', 'return -await fs.promises.readlink(p);'],
  ['return fs.readlinkSync(p) ** 2;', 'return (await fs.promises.readlink(p)) ** 2;'],
  ['return 2 ** fs.readlinkSync(p);', 'return 2 ** (await fs.promises.readlink(p));'],
  ['return (fs.readlinkSync(p)) ** 2;', 'return (await fs.promises.readlink(p)) ** 2;'],
  ["return 'a' + fs.readlinkSync(p) + q;", "return 'a' + await fs.promises.readlink(p) + q;"],
  ['return fs.readlinkSync(p) ?? q;', 'return await fs.promises.readlink(p) ?? q;'],
  ['return q ? fs.readlinkSync(p) : p;', 'return q ? await fs.promises.readlink(p) : p;'],
  ['return `${fs.readlinkSync(p)}!`;', 'return `${await fs.promises.readlink(p)}!`;'],
  ['return [...fs.readdirSync(p)];', 'return [...await fs.promises.readdir(p)];'],
  ['return { ...fs.statSync(p), p };', 'return { ...await fs.promises.stat(p), p };'],
  ['return(fs.readlinkSync(p));', 'return(await fs.promises.readlink(p));'],
  ['return(fs).readlinkSync(p);', 'return await (fs).promises.readlink(p);'],
  ['return(fs).readlinkSync(p).length;', 'return (await (fs).promises.readlink(p)).length;'],
  ['return (fs.readlinkSync)(p);', 'return await (fs.promises.readlink)(p);'],
  ['for (const name of fs.readdirSync(p)) q(name);', 'for (const name of await fs.promises.readdir(p)) q(name);'],
  ['while (fs.readdirSync(p).length > 0) q();', 'while ((await fs.promises.readdir(p)).length > 0) q();'],
  ['if (fs.statSync(p).isFile()) q();', 'if ((await fs.promises.stat(p)).isFile()) q();'],
  ['const { size } = fs.statSync(p);', 'const { size } = await fs.promises.stat(p);'],
  ['const { size = fs.statSync(p).size } = q;', 'const { size = (await fs.promises.stat(p)).size } = q;'],
  ['class A extends fs.readFileSync(p) {}', 'class A extends (await fs.promises.readFile(p)) {}'],
  ['delete fs.statSync(p).size;', 'delete (await fs.promises.stat(p)).size;'],
  ['await fs.readFileSync(p);', 'await fs.promises.readFile(p);'],
  ['await (fs.readFileSync(p));', 'await (fs.promises.readFile(p));'],
  ["fs['readFileSync'](p);", 'await fs.promises.readFile(p);'],
  ['fs.realpathSync(p);', 'await fs.promises.realpath(p);'],
  ['switch (fs.readlinkSync(p)) { default: q(); }', 'switch (await fs.promises.readlink(p)) { default: q(); }'],
  ['q(async () => fs.readlinkSync(p));', 'q(async () => await fs.promises.readlink(p));'],
  ['q(async () => fs.readlinkSync(p).length);', 'q(async () => (await fs.promises.readlink(p)).length);'],
  ['q({ async m() { fs.unlinkSync(p); } });', 'q({ async m() { await fs.promises.unlink(p); } });'],
  ['q(class { async m() { fs.unlinkSync(p); } });', 'q(class { async m() { await fs.promises.unlink(p); } });'],
  ['q(async function* () { yield fs.readlinkSync(p); });', 'q(async function* () { yield await fs.promises.readlink(p); });'],
  ['fs.readFileSync(fs.readlinkSync(p));', 'await fs.promises.readFile(fs.readlinkSync(p));'],
  ['fs\n    .readFileSync(p);', 'await fs\n    .promises.readFile(p);'],
  ['q(/* the text */ fs.readFileSync(p) /* of p */);', 'q(/* the text */ await fs.promises.readFile(p) /* of p */);'],
];

const typed: readonly (readonly [before: string, after: string])[] = [
  ['return fs.readFileSync(p) as unknown;', 'return await fs.promises.readFile(p) as unknown;'],
  ['return fs.readFileSync(p) satisfies unknown;', 'return await fs.promises.readFile(p) satisfies unknown;'],
  ['return <unknown>fs.readFileSync(p);', 'return <unknown>await fs.promises.readFile(p);'],
  ['return fs.readFileSync(p)!;', 'return (await fs.promises.readFile(p))!;'],
  ['return fs.readFileSync(p)!.length;', 'return (await fs.promises.readFile(p))!.length;'],
  ['return (fs.readFileSync(p) as Buffer).length;', 'return (await fs.promises.readFile(p) as Buffer).length;'],
];

/** Statements of a file without semicolons, where a line must not start with a bare parenthesis. */
const open: readonly (readonly [before: string, after: string])[] = [
  ['q()\n  fs.readFileSync(p).toString()', 'q()\n  ;(await fs.promises.readFile(p)).toString()'],
  ['q()\n  fs.readFileSync(p)', 'q()\n  await fs.promises.readFile(p)'],
  ['const x = {}\n  fs.readFileSync(p).toString()', 'const x = {}\n  ;(await fs.promises.readFile(p)).toString()'],
  ['if (p) q()\n  fs.readFileSync(p).toString()', 'if (p) q()\n  ;(await fs.promises.readFile(p)).toString()'],
  ['if (p) { q() }\n  fs.readFileSync(p).toString()', 'if (p) { q() }\n  (await fs.promises.readFile(p)).toString()'],
  ['if (p)\n    fs.readFileSync(p).toString()', 'if (p)\n    (await fs.promises.readFile(p)).toString()'],
  ['q();\n  fs.readFileSync(p).toString()', 'q();\n  (await fs.promises.readFile(p)).toString()'],
];

describe('the quick fix: shapes of the call', () => {
  for (const [before, after] of shapes) it(oneLine(before), () => check('a.mjs', before, after));
  for (const [before, after] of typed) it(oneLine(before), () => check('a.ts', before, after));
  for (const [before, after] of open) it(`without semicolons: ${oneLine(before)}`, () => check('a.mjs', before, after));

  it('works in JSX', () => {
    const component = (body: string): string =>
      `import fs from 'fs';\nexport async function Page({ p }) {\n  return <pre title={'x'}>{${body}}</pre>;\n}\n`;
    assert.equal(fixedAt('a.jsx', component("fs.readFileSync(p, 'utf8')")), component("await fs.promises.readFile(p, 'utf8')"));
  });

  it('keeps line ends and a byte order mark', () => {
    const lines = (call: string): string => `\uFEFFimport fs from 'fs';\r\nexport async function f(p) {\r\n  return ${call};\r\n}\r\n`;
    assert.equal(fixedAt('a.mjs', lines('fs.readFileSync(p)')), lines('await fs.promises.readFile(p)'));
  });

  it('fixes an intact call in a file that is broken elsewhere', () => {
    const file = (call: string): string =>
      `import fs from 'fs';\nexport async function f(p) {\n  const x = ${call};\n  const y = \n}\nfunction g( {\n`;
    assert.equal(applied('a.mjs', file('fs.readFileSync(p)')), file('await fs.promises.readFile(p)'));
  });
});

function check(path: string, before: string, after: string): void {
  assert.equal(fixedAt(path, program(before)), program(after));
}

function program(statement: string): string {
  return `import fs from 'node:fs';\nexport async function f(p, q) {\n  ${statement}\n}\n`;
}

function fixedAt(path: string, text: string): string {
  const fixed = applied(path, text);
  assertValid(path, fixed);
  return fixed;
}

function applied(path: string, text: string): string {
  const [finding] = findingsIn(path, text);
  const [fix] = finding === undefined ? [] : fixesFor(path, text, finding);
  assert.ok(fix, `a fix for ${text}`);
  return applyFix(text, fix);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
