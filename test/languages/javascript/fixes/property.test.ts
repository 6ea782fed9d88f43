// Fixing every place of a file, one after another, comes to an end, leaves a valid file after each
// step, and leaves nothing that could have been fixed.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assertValid, fixEverything } from './fixing';

/** Statements with one call each; `@` stands for how the file reaches the members of fs. */
const fixable: readonly string[] = [
  '@readFileSync(p)',
  'const A = @readFileSync(p, "utf8").trim()',
  'q(@statSync(p).size ** 2, B)',
  'for (const C of @readdirSync(p)) q(C)',
  'if (@statSync(p).isFile()) { q() } else @unlinkSync(p)',
  'q(async () => @readlinkSync(p)[0])',
  'q(`${@readFileSync(p)}`, { ...@statSync(p) })',
  'q.x = await @readFileSync(p)',
  '@writeFileSync(p, @readFileSync(p))',
  'const { size: D = @statSync(p).size } = q',
];

/** Statements that must stay as they are. */
const fixed: readonly string[] = [
  '@existsSync(p)',
  'q.map((x) => @readFileSync(x))',
  'const readFile = 1',
  'q((stat) => stat)',
  '@closeSync(q)',
];

const members = ['readFileSync', 'statSync', 'readdirSync', 'unlinkSync', 'readlinkSync', 'writeFileSync', 'existsSync', 'closeSync'];

interface Form {
  readonly path: string;
  readonly imports: string;
  readonly prefix: string;
}

const forms: readonly Form[] = [
  { path: 'a.mjs', imports: "import fs from 'fs'", prefix: 'fs.' },
  { path: 'a.mjs', imports: `import { ${members.join(', ')} } from 'node:fs'`, prefix: '' },
  { path: 'a.mjs', imports: `import fs, { ${members.join(', ')} } from "fs"`, prefix: '' },
  { path: 'a.mjs', imports: "import fs from 'fs'\nimport { readFile, writeFile } from 'fs/promises'", prefix: 'fs.' },
  { path: 'a.ts', imports: `import type { Stats } from 'fs'\nimport {\n  ${members.join(',\n  ')},\n} from 'fs'`, prefix: '' },
  { path: 'a.ts', imports: "import * as files from 'node:fs'\nimport * as fsp from 'node:fs/promises'", prefix: 'files.' },
  { path: 'a.cjs', imports: "const fs = require('fs')", prefix: 'fs.' },
  { path: 'a.cjs', imports: `const { ${members.join(', ')} } = require('fs')`, prefix: '' },
  { path: 'a.cjs', imports: `const { promises: fsp, ${members.join(', ')} } = require("node:fs")`, prefix: '' },
  { path: 'a.cjs', imports: '', prefix: 'fs.' },
];

const files = fc.record({
  form: fc.constantFrom(...forms),
  statements: fc.array(fc.constantFrom(...fixable, ...fixed), { minLength: 1, maxLength: 8 }),
  semicolon: fc.constantFrom(';', ''),
  eol: fc.constantFrom('\n', '\r\n'),
});

describe('the quick fix: one after another', () => {
  it('ends with a valid file in which nothing is left to fix', () => {
    fc.assert(
      fc.property(files, ({ form, statements, semicolon, eol }) => {
        const text = fileOf(form, statements, semicolon).replaceAll('\n', eol);
        const texts = fixEverything(form.path, text);
        for (const step of texts) assertValid(form.path, step);
        const expected = statements.flatMap((it) => (fixed.includes(it) ? (it.match(/Sync\(/g) ?? []) : []));
        const left = /async function f[^]*/.exec(texts.at(-1) ?? '')?.[0].match(/Sync\(/g) ?? [];
        assert.equal(left.length, expected.length, texts.at(-1));
      }),
      { numRuns: 60 },
    );
  });
});

/** Names that a statement declares (capital letters) are told apart by its place. */
function fileOf({ imports, prefix }: Form, statements: readonly string[], semicolon: string): string {
  const lines = statements.map(
    (statement, index) => `  {\n    ${statement.replace(/@(?=\w+Sync)/g, prefix).replace(/\b[A-D]\b/g, `$&${index}`)}${semicolon}\n  }`,
  );
  const terminated = imports === '' ? '' : imports.replaceAll(/(?<=['")])$/gm, semicolon);
  return `${terminated}\nlet B0, B1, B2, B3, B4, B5, B6, B7${semicolon}\nasync function f(p, q) {\n${lines.join('\n')}\n}\n`;
}
