// Taking the errors off a source file before it is converted must not change the tree of a file
// that has none: it is compared with what the parser itself gives.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseReference } from '@typescript-eslint/parser';
import { parse } from '../../../src/languages/javascript/parse';

const root = path.join(__dirname, '../../fixtures');
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
  .map((entry) => path.join(entry.parentPath, entry.name));

describe('parse', () => {
  it("gives the parser's own tree for files without errors", () => {
    let compared = 0;
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const parsed = parse(file, text);
      if (!parsed || parsed.syntaxError) continue;
      const jsx = !/\.[cm]?ts$/.test(file);
      const reference = parseReference(text, { filePath: file, ecmaFeatures: { jsx }, loc: true, range: true, comment: true });
      assert.equal(skeleton(parsed.program), skeleton(reference), file);
      compared++;
    }
    assert.ok(compared > 20, `only ${compared} files were compared`);
  });

  it('says where the first error is, and still gives a tree', () => {
    const parsed = parse('/a.ts', 'const a = 1;\nconst b = ;\nfunction c() {}');
    assert.deepEqual([parsed?.syntaxError?.line, parsed?.syntaxError?.column], [2, 11]);
    assert.equal(parsed?.program.body.length, 3);
  });
});

/** The kinds, names and places of all nodes. */
function skeleton(node: unknown): string {
  return JSON.stringify(node, (key: string, value: unknown) =>
    ['parent', 'tokens', 'comments', 'loc', 'value', 'sourceType'].includes(key) || typeof value === 'bigint' ? undefined : value,
  );
}
