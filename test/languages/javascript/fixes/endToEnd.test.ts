// The whole way: the analyzer's own findings, with the real knowledge tables, and the fixes that the
// language offers for them.

import assert from 'node:assert/strict';
import type { Finding } from '../../../../src/core/findings';
import { javascript } from '../../../../src/languages/javascript';
import { analyzeText } from '../../../analysis';
import { applyFix, assertValid } from './fixing';

const path = '/src/server.ts';

const before = `import * as fs from 'node:fs';
import { readdirSync, realpathSync } from 'node:fs';
import zlib from 'node:zlib';

const files = fs;

export async function load(name: string, fd: number): Promise<unknown> {
  const text = fs.readFileSync(name, 'utf8').trim();
  const all = readdirSync(name).map((entry) => files.statSync(entry).size);
  fs['writeFileSync'](name, text);
  (files.unlinkSync)(realpathSync.native(name));
  const dir = fs
    .opendirSync(name);
  for (let entry = dir.readSync(); entry !== null; entry = dir.readSync()) all.push(entry.name.length);
  fs.readFileSync(fd);
  return [zlib.gzipSync(text), all];
}

export function loadNow(name: string): Buffer {
  return fs.readFileSync(name);
}
`;

const after = `import * as fs from 'node:fs';
import zlib from 'node:zlib';

const files = fs;

export async function load(name: string, fd: number): Promise<unknown> {
  const text = (await fs.promises.readFile(name, 'utf8')).trim();
  const all = (await fs.promises.readdir(name)).map((entry) => files.statSync(entry).size);
  await fs.promises.writeFile(name, text);
  await (files.promises.unlink)(await fs.promises.realpath(name));
  const dir = await fs
    .promises.opendir(name);
  for (let entry = await dir.read(); entry !== null; entry = await dir.read()) all.push(entry.name.length);
  fs.readFileSync(fd);
  return [zlib.gzipSync(text), all];
}

export function loadNow(name: string): Buffer {
  return fs.readFileSync(name);
}
`;

describe('the quick fix: from the analyzer to the fixed file', () => {
  it('fixes what can be fixed, and says so', () => {
    const { text, titles } = fixAll(before);
    assertValid(path, text);
    assert.equal(text, after);
    assert.deepEqual(titles, [
      'Await fs.promises.readFile instead',
      'Await fs.promises.readdir instead',
      'Await fs.promises.writeFile instead',
      'Await files.promises.unlink instead',
      'Await fs.promises.realpath instead',
      'Await fs.promises.opendir instead',
      'Await dir.read instead',
      'Await dir.read instead',
    ]);
  });

  it('leaves findings only where no fix is right', () => {
    assert.deepEqual(analyzeText(after, path).map(nameOf), ['files.statSync', 'fs.readFileSync', 'zlib.gzipSync']);
  });
});

/** Fixes the first finding that has a fix, and analyses anew, until there is none. */
function fixAll(start: string): { readonly text: string; readonly titles: readonly string[] } {
  const titles: string[] = [];
  for (let text = start; ;) {
    const from = text;
    const [fix] = analyzeText(from, path).flatMap((finding) => javascript.fixes(path, from, finding));
    if (fix === undefined) return { text, titles };
    text = applyFix(text, fix);
    titles.push(fix.title);
    assert.ok(titles.length < 20, text);
  }
}

function nameOf({ path: [step] }: Finding): string | undefined {
  return step?.name;
}
