// Random edits of a document, the same for the same seed, as somebody types who is not quite awake:
// words, brackets, quotes and whole statements come and go anywhere.

import type { TextDocument } from 'vscode-languageserver-textdocument';

export interface RandomEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One edit of `text`, chosen by `random` (which gives numbers from 0 to 1). */
export function randomEdit(text: string, random: () => number): RandomEdit {
  const start = Math.floor(random() * (text.length + 1));
  const length = random() < 0.55 ? 0 : Math.floor(random() ** 3 * 60);
  const end = Math.min(text.length, start + length);
  // What grows for ever makes each round slower, and says nothing new.
  const insertsNothing = text.length > 6000 || (length > 0 && random() < 0.5);
  return { start, end, text: insertsNothing ? '' : (pieces[Math.floor(random() * pieces.length)] ?? '') };
}

/** An edit as the protocol has it. Positions depend on the text before it. */
export function toChange(document: TextDocument, { start, end, text }: RandomEdit) {
  return { range: { start: document.positionAt(start), end: document.positionAt(end) }, text };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A document with findings in several shapes. */
export const startText = `const fs = require('fs');
import { execSync } from 'node:child_process';

async function load(name) {
  const text = fs.readFileSync(name, 'utf8');
  return JSON.parse(text);
}

class Store {
  async save(path, value) {
    fs.writeFileSync(path, \`\${value} at \${fs.readFileSync('clock')}\`);
  }
}

setTimeout(() => fs.readdirSync('.'), 100);
export const run = async () => execSync('ls');
`;

const pieces = [
  ...[
    'a',
    'x',
    '1',
    ' ',
    '\n',
    '\r\n',
    ';',
    ',',
    '.',
    '=>',
    '=',
    '"',
    "'",
    '`',
    '${',
    '}',
    '{',
    '(',
    ')',
    '[',
    ']',
    '/',
    '/*',
    '*/',
    '//',
    '<',
    '>',
    '@',
    '#',
    '\\',
    '?',
  ],
  ...[
    'async ',
    'await ',
    'function ',
    'function f() {',
    'async () => {',
    'return ',
    'class C {',
    'if (x) {',
    'for (;;) ',
    'import ',
    'export ',
    'const ',
    'new ',
  ],
  ...[
    'fs',
    '.readFileSync',
    "fs.readFileSync('a')",
    "\n  fs.writeFileSync('b', c);\n",
    'async function g() { return fs.readFileSync(g); }\n',
    "require('fs')",
  ],
  ...[
    '// loopsight-ignore-next-line sync-file -- because\n',
    '/** @nonblocking */',
    '<div>',
    '</div>',
    '\u{1F600}',
    '\u00e9',
    '\u2028',
    '\ud800',
    '\t',
  ],
];
