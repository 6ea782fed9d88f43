// Every folder test/fixtures/<theme>/<leaf> is a tiny project whose files carry markers. The markers
// are all that is found: a finding without a marker fails just as a marker without a finding.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyzeTexts, projectWith, startPython } from './analysis';
import { asExpectations, expectationsIn } from './annotated';

const root = path.join(__dirname, 'fixtures');

describe('fixtures', () => {
  before(startPython);
  for (const theme of folders(root).filter((name) => name !== 'sample')) {
    describe(theme, () => {
      for (const leaf of folders(path.join(root, theme))) it(leaf, () => checkProject(path.join(root, theme, leaf)));
    });
  }
});

function checkProject(folder: string): void {
  const all = textsIn(folder);
  const texts = Object.fromEntries(Object.entries(all).filter(([file]) => /\.(?:[cm]?[jt]sx?|pyi?)$/.test(file)));
  const findings = analyzeTexts(texts, { project: projectWith(all) });
  for (const [file, text] of Object.entries(texts)) {
    const found = asExpectations(findings.filter((finding) => finding.file === file));
    assert.deepEqual(found, expectationsIn(text), `${path.basename(folder)}${file}`);
  }
}

/** Sources and configuration by path, as if the folder were the root. */
function textsIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [`/${path.relative(folder, file).replaceAll('\\', '/')}`, readFileSync(file, 'utf8')]));
}

function folders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}
