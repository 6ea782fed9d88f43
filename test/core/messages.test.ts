import assert from 'node:assert/strict';
import { analyzeText, startPython } from '../analysis';

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

const pythonCases: readonly (readonly [string, string])[] = [
  [
    `read = open\nasync def load(): read('a')`,
    'read (open) blocks the event loop in load: it opens the file, and what is read or written afterwards waits for the disk on the same thread.',
  ],
  [
    `async def load():\n    for one in as_completed(work): pass`,
    'for … in as_completed(…) blocks the event loop in load: it waits for one result after the other.',
  ],
];

describe('messages', () => {
  before(startPython);

  for (const [code, message] of pythonCases) {
    it(message, () => {
      const findings = analyzeText(`from concurrent.futures import as_completed\n${code}`, '/src/example.py');
      assert.deepEqual(
        findings.map((finding) => finding.message),
        [message],
      );
    });
  }

  for (const [code, message] of cases) {
    it(message, () => {
      const messages = analyzeText(`import fs from 'fs';\n${code}`).map((finding) => finding.message);
      assert.deepEqual(messages, [message]);
    });
  }
});
