// The values are those that GitHub's upload action computes for the same texts.

import assert from 'node:assert/strict';
import { lineHashes } from '../../src/report/lineHash';

const cases: readonly (readonly [text: string, hashes: readonly string[]])[] = [
  ['', ['c129715d7a2bc9a3:1']],
  ['a\n', ['243cbaa4685aab12:1', 'c129715d7a2bc9a3:1']],
  [' \t\n x', ['a88801a1799b48b5:1', '638816509450efbf:1']],
  ['x\r \ny', ['ea5c6c22b47aa350:1', 'f85c2d2aa834d48e:1', 'ed3261245082261c:1']],
];

describe('the hashes of lines', () => {
  for (const [text, hashes] of cases) {
    it(`are GitHub's for ${JSON.stringify(text)}`, () => {
      assert.deepEqual(lineHashes(text), hashes);
    });
  }

  it('are the same for \\r\\n, and for other blanks', () => {
    assert.deepEqual(lineHashes('if (a)\r\n\tb();\r\n'), lineHashes('if (a)\n  b();\n'));
  });

  it('count lines that are alike', () => {
    const line = `${'same '.repeat(30)}\n`;
    assert.deepEqual(
      lineHashes(line.repeat(5))
        .slice(0, 3)
        .map((hash) => hash.split(':')[1]),
      ['1', '2', '3'],
    );
  });
});
