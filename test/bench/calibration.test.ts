// The committed table of the calibration says of each operation what the analyzer says of it today. Nothing is timed.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPython } from '../analysis';
import { predicted, shownCell, snippets } from './predictions';

const lines = readFileSync(join(__dirname, 'calibration.md'), 'utf8').split('\n');

describe('the table of the calibration', () => {
  before(startPython);

  it('says what is said today', () => {
    const different = snippets.flatMap((snippet) => {
      const line = lines.find((one) => one.startsWith(`| ${shownCell(snippet.shown)} |`));
      const said = predicted(snippet);
      return line?.includes(` ms | ${said} |`) ? [] : [`${snippet.shown}: ${said}, not ${line}`];
    });
    assert.deepEqual(different, []);
  });

  it('is about all operations and no others', () => {
    const cells = snippets.map(({ shown }) => `| ${shownCell(shown)} |`);
    const rows = lines.filter((line) => /^\| (?:`|<code>)/.test(line));
    assert.deepEqual(
      rows.filter((row) => !cells.some((cell) => row.startsWith(cell))),
      [],
    );
    for (const language of ['javascript', 'python'])
      assert.ok(new Set(snippets.filter((one) => one.language === language).map(({ code }) => code)).size >= 30);
  });

  it('is right in most of its rows, and never two classes off', () => {
    const [, right = '', of = '', off = ''] = /\*\*(\d+) of (\d+) .*?, (\d+) two classes off/.exec(lines.join('\n')) ?? [];
    assert.ok(Number(right) / Number(of) >= 0.85);
    assert.equal(off, '0');
  });
});
