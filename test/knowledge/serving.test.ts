// Every row about serving ends startup: what its function does before is startup, what it does after
// the first await behind it runs while others wait.

import assert from 'node:assert/strict';
import { tables } from '../../src/knowledge';
import { analyzeText } from '../analysis';
import { accesses, pick } from './snippets';

describe('every row about serving', () => {
  const rows = tables.serving.filter(({ api }) => !api.startsWith('py:'));
  rows.forEach(({ api }, index) => {
    it(api, () => {
      const { head, param, callee } = pick(accesses(api), index);
      const use = `${/[.#][A-Z]\w*$/.test(api) ? 'new ' : ''}${callee}()`;
      const program = (served: string): string =>
        `import * as files from 'node:fs';\n${head}\nexport async function main(${param}) {
  files.readFileSync('before');\n  ${served};\n  await undefined;\n  files.readFileSync('after');\n}\n`;
      assert.deepEqual(severities(program(use)), ['information', 'warning']);
      assert.deepEqual(severities(program('void 0')), ['warning', 'warning']);
    });
  });
});

function severities(text: string): readonly string[] {
  return analyzeText(text)
    .filter((finding) => finding.api === 'node:fs.readFileSync')
    .map(({ severity }) => severity);
}
