// The bundled parser is a part of its library. It must read every text as the whole library does.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { javascript } from '../../../src/languages/javascript';
import type { LanguageSupport } from '../../../src/languages/language';
import { randomEdit, seeded } from '../../server/randomEdits';

const root = join(__dirname, '..', '..', '..');
const bundle = join(root, 'dist', 'javascript.js');

describe('the bundled parser', () => {
  it('reads what the whole library reads, broken texts too', async () => {
    const { javascript: bundled } = (await import(bundle)) as { readonly javascript: LanguageSupport };
    const paths = await glob(['src/**/*.{ts,tsx}', 'test/**/*.{js,mjs,cjs,jsx,ts,tsx}'], { cwd: root, absolute: true });
    const random = seeded(1);
    let broken = 0;
    for (const path of paths) {
      const text = await readFile(path, 'utf8');
      const { start, end, text: typed } = randomEdit(text.slice(0, 5000), random);
      for (const version of [text, text.slice(0, start) + typed + text.slice(end)]) {
        const facts = bundled.extract(path, version);
        assert.equal(JSON.stringify(facts), JSON.stringify(javascript.extract(path, version)), path);
        if (facts.syntaxError) broken += 1;
      }
    }
    assert.ok(paths.length > 100, `only ${paths.length} files were read`);
    assert.ok(broken > 20, `only ${broken} texts were broken`);
  });
});
