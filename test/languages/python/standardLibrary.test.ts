// Python's standard library with its tests: everything that the language can say, and files that are broken on
// purpose. Whatever is in them, an analysis comes to its end, and the parser's memory is given back.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings } from '../../../src/core/settings';
import type { Report } from '../../../src/core/findings';
import { check } from '../../../src/workspace/check';
import { loadLanguage } from '../../../src/workspace/languages';
import { standardLibrary } from '../../standardLibrary';

const library = standardLibrary();

describe(
  library === undefined ? "Python's standard library (skipped: there is no python3 here)" : "Python's standard library",
  function () {
    // Some 45 seconds of work, on a machine that may have other work to do.
    this.timeout(300_000);
    if (library === undefined) {
      it('is analyzed');
      return;
    }

    it('is analyzed', async () => {
      assertAnalyzed(await checked(library, ['test/**', 'site-packages/**']), 500);
    });

    it('is analyzed: its tests, broken files too', async function () {
      const folder = join(library, 'test');
      // Many systems install Python without them.
      if (filesIn(folder).length < 100) this.skip();
      const report = await checked(folder, []);
      assertAnalyzed(report, 400);
      assert.ok(report.problems.length > 0, 'no file is broken');
    });

    it('leaves no memory behind when it is parsed again and again', async () => {
      const python = await loadLanguage('python');
      const texts = filesIn(join(library, 'asyncio')).map((path) => [path, readFileSync(path, 'utf8')] as const);
      assert.ok(texts.length > 20, `only ${texts.length} files`);
      const sizes: number[] = [];
      for (let round = 0; round < 10; round++) {
        for (const [path, text] of texts) python.extract(path, text);
        sizes.push(process.memoryUsage().external);
      }
      const [afterTwo = 0, afterTen = 0] = [sizes[1], sizes[9]];
      assert.ok(afterTen - afterTwo < 8_000_000, `bytes outside the heap, round by round: ${sizes.join(', ')}`);
    });
  },
);

async function checked(folder: string, exclude: readonly string[]): Promise<Report> {
  return check([folder], { cwd: folder, settings: { folder, settings: { ...defaultSettings, exclude }, problems: [] } });
}

/** Every problem is a syntax error: nothing was unreadable, and little was not understood. */
function assertAnalyzed({ summary, problems }: Report, leastFiles: number): void {
  assert.ok(summary.files > leastFiles, `only ${summary.files} files`);
  assert.ok(summary.functions > 10 * leastFiles, `only ${summary.functions} functions`);
  assert.deepEqual(
    problems.filter(({ message }) => !message.startsWith('Syntax error')),
    [],
  );
  assert.ok(problems.length < summary.files / 100, JSON.stringify(problems));
}

/** The Python files right in a folder; none if there is no such folder. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.py'))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}
