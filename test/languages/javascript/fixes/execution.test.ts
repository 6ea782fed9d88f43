// Fixed programs do what the originals do: both are run by Node.js, each in a folder of its own, and
// must print the same.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import { assertValid, fixEverything } from './fixing';

interface Program {
  readonly what: string;
  readonly path: string;
  readonly text: string;
  /** How many calls are fixed. */
  readonly fixes: number;
}

const programs: readonly Program[] = [
  {
    what: 'ES module with the default import',
    path: 'main.mjs',
    fixes: 7,
    text: `
import fs from 'fs';

async function main() {
  fs.mkdirSync('a/b', { recursive: true });
  fs.writeFileSync('a/b/c.txt', 'three');
  fs.appendFileSync('a/b/c.txt', ' words here');
  const words = fs.readFileSync('a/b/c.txt', 'utf8').split(' ');
  console.log(words.length ** 2, fs.statSync('a/b/c.txt').size, \`\${fs.readdirSync('a/b')}\`);
  for (const entry of fs.readdirSync('a', { withFileTypes: true })) console.log(entry.name, entry.isDirectory());
}

await main();
`,
  },
  {
    what: 'ES module with named imports, no semicolons',
    path: 'main.mjs',
    fixes: 5,
    text: `
import { existsSync, readFileSync, rmSync, symlinkSync, readlinkSync, writeFileSync } from 'node:fs'

const readFile = 'a name that is taken'

async function main() {
  writeFileSync('data.json', JSON.stringify({ readFile }))
  symlinkSync('data.json', 'link')
  console.log(existsSync('link'))
  readFileSync('link').forEach((byte) => process.stdout.write(String(byte)))
  console.log(readlinkSync('link')?.length)
  rmSync('link')
  console.log(existsSync('link'), readFile)
}

main()
`,
  },
  {
    what: 'ES module with fs/promises beside fs',
    path: 'main.mjs',
    fixes: 3,
    text: `
import * as fs from "node:fs";
import { writeFile } from "node:fs/promises";

class Store {
  #text = "";
  async load(name) {
    await writeFile(name, "stored");
    this.#text = fs.readFileSync(name, "utf8");
    return this;
  }
  async *lines(name) {
    yield fs.readFileSync(name, "utf8");
    yield this.#text + fs.realpathSync(name).slice(-4);
  }
}

const store = await new Store().load("name");
for await (const line of store.lines("name")) console.log(line);
`,
  },
  {
    what: 'CommonJS with a required fs',
    path: 'main.cjs',
    fixes: 5,
    text: `
'use strict';
const fs = require('fs');

const copy = async (from, to) => fs.copyFileSync(from, to);

async function main() {
  const dir = fs.mkdtempSync('work-');
  fs.writeFileSync(dir + '/one', 'first'); fs.renameSync(dir + '/one', dir + '/two');
  await copy(dir + '/two', dir + '/three');
  const texts = fs.readdirSync(dir).map((name) => fs.readFileSync(dir + '/' + name, 'utf8'));
  console.log(texts);
}

main().catch(console.error);
`,
  },
  {
    what: 'CommonJS with destructured names',
    path: 'main.cjs',
    fixes: 4,
    text: `
const { join } = require("path")
const { readFileSync, writeFileSync: write } = require("fs")
const self = readFileSync(__filename, "utf8").length > 0

module.exports = async function main(dir) {
  const file = join(dir, "f")
  const text = self ? readFileSync(__filename, "utf8").includes("module") : false
  console.log(text)
  ;[1, 2].forEach((n) => write(file + n, String(n)))
  const first = readFileSync(file + 1), second = readFileSync(file + 2)
  console.log(Buffer.concat([first, second]).toString(), typeof readFileSync(file + 1, "utf8"))
}

module.exports(".")
`,
  },
  {
    what: 'CommonJS with promises of fs, errors caught',
    path: 'main.cjs',
    fixes: 3,
    text: `
const fs = require('node:fs');
const { promises: fsp } = fs;

async function read(name) {
  try {
    return fs.readFileSync(name, 'utf8');
  } catch (error) {
    return error.code;
  } finally {
    fs.writeFileSync('done', 'x');
  }
}

async function main() {
  console.log(await read('missing'), fs.existsSync('done'), typeof fsp);
  try {
    fs.accessSync('missing');
  } catch (error) {
    console.log(error.syscall);
  }
}
main();
`,
  },
  {
    what: 'TypeScript as an ES module',
    path: 'main.mts',
    fixes: 4,
    text: `
import type { Stats } from 'node:fs';
import { readFileSync, statSync, writeFileSync, type PathLike } from 'node:fs';

interface Entry { readonly size: number }

async function entry(path: PathLike, extra: readonly string[] = []): Promise<Entry> {
  writeFileSync(path, ['a', ...extra].join('-'));
  const stats: Stats = statSync(path)!;
  const text = readFileSync(path) as Buffer;
  const again = <string>readFileSync(path, 'utf8');
  return { size: stats.size + text.length + again.length };
}

console.log(await entry('f', ['b', 'c']));
`,
  },
  {
    what: 'TypeScript as CommonJS',
    path: 'main.cts',
    fixes: 2,
    text: `
import fs = require('fs');

export abstract class Base {
  protected async load(name: string): Promise<string> {
    fs.writeFileSync(name, 'loaded');
    return fs.readFileSync(name, 'utf8')!.toUpperCase();
  }
}

class Own extends Base {
  async run(): Promise<void> {
    console.log(await this.load('name'));
  }
}
void new Own().run();
`,
  },
  {
    what: 'a module that is loaded on the spot, and one that is not loaded at all',
    path: 'main.mjs',
    fixes: 2,
    text: `
async function main() {
  const { writeFileSync } = await import('node:fs');
  writeFileSync('late', 'late');
  const fs = await import('node:fs');
  console.log(fs.readFileSync('late', 'utf8'));
}
await main();
`,
  },
];

describe('the quick fix: fixed programs run like the originals', () => {
  for (const program of programs) it(program.what, () => checkProgram(program));
});

async function checkProgram({ path, text, fixes }: Program): Promise<void> {
  const texts = fixEverything(path, text.slice(1));
  const fixed = texts.at(-1) ?? '';
  assertValid(path, fixed);
  assert.equal(texts.length - 1, fixes, fixed);
  const [original, afterwards] = [await run(path, text.slice(1)), await run(path, fixed)];
  assert.notEqual(original.trim(), '');
  assert.equal(afterwards, original, fixed);
}

/** Runs a program in an empty folder and gives what it prints; fails if it fails. */
async function run(path: string, text: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'loopsight-fix-'));
  try {
    const script = await javaScriptOf(path, text);
    await writeFile(join(dir, script.path), script.text);
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [script.path], { cwd: dir, env: {} });
    assert.equal(stderr, '');
    return stdout.replace(/work-\w+/g, 'work');
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function javaScriptOf(path: string, text: string): Promise<{ readonly path: string; readonly text: string }> {
  const extension = extname(path);
  if (extension !== '.mts' && extension !== '.cts') return { path, text };
  const { code } = await transform(text, { loader: 'ts', format: extension === '.cts' ? 'cjs' : 'esm' });
  return { path: path.replace('ts', 'js'), text: code };
}
