import assert from 'node:assert/strict';
import { analyzeText } from '../analysis';

const cases: readonly (readonly [string, string])[] = [
  [
    `export async function getUser() { fs.readFileSync('a'); }`,
    'fs.readFileSync blocks the event loop in getUser: it reads the whole file before it returns.',
  ],
  [
    `setInterval(() => { fs.readFileSync('a'); });`,
    'fs.readFileSync blocks the event loop in the callback of setInterval: it reads the whole file before it returns.',
  ],
  [
    `app.get('/a', (q, s) => { fs.readFileSync('a'); });`,
    "fs.readFileSync blocks the event loop in the handler of app.get('/a'): it reads the whole file before it returns.",
  ],
  [`const a = fs.readFileSync('a');`, 'fs.readFileSync holds up the start of the program: it reads the whole file before it returns.'],
  [
    `const read = fs.readFileSync; function load() { return read('a'); } export async function getUser() { load(); }`,
    'load blocks the event loop in getUser: it reaches read (fs.readFileSync), which reads the whole file before it returns.',
  ],
];

describe('messages', () => {
  for (const [code, message] of cases) {
    it(message, () => {
      const messages = analyzeText(`import fs from 'fs';\n${code}`).map((finding) => finding.message);
      assert.deepEqual(messages, [message]);
    });
  }
});
