// The package that people install: what is in it, how large it is, and that it works with nothing
// but what is in it. A file that is missing from the package shows only here.

import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { rules } from '../../src/core/rules';
import { tables } from '../../src/knowledge';
import { openSample, placeOf, serverSource, type SampleWindow } from '../browser/sample';
import { explainAt, openProblems, panelOf, rulePageOf, untilLine } from '../browser/screen';
import { installHost, type Host } from '../host/install';
import { run } from '../host/processes';
import { openFile, waitForSquiggle } from '../host/workbench';
import { filesOf, packAndInstall, root, type Installed } from './vsix';

const patience = 240_000;
const sizeLimit = 2.5 * 1024 * 1024;

/** Beside the pages of the rules. */
const allowed = [
  ...['package.json', 'readme.md', 'changelog.md', 'LICENSE.txt', '.vsixmanifest'],
  ...[
    'cli.js',
    'extension.js',
    'extractor.js',
    'javascript.js',
    'panel.css',
    'panel.js',
    'patterns.js',
    'python.js',
    'scanner.js',
    'server.js',
    'typescript.js',
    'tree-sitter-python.wasm',
    'web-tree-sitter.wasm',
  ].map((name) => `dist/${name}`),
  ...['activity.svg', 'icon.png', 'icon.svg', 'loopsight.schema.json'].map((name) => `media/${name}`),
];

describe('the package', function () {
  this.timeout(patience);
  let host: Host;
  let installed: Installed;
  let manifest: Manifest;

  before(async () => {
    host = await installHost('1.100.3');
    installed = await packAndInstall(host);
    manifest = JSON.parse(await readFile(join(installed.folder, 'package.json'), 'utf8')) as Manifest;
  });

  after(() => installed?.remove());

  it('is packed without a warning', () => {
    const warnings = installed.said.split('\n').filter((line) => /\bWARNING\b/.test(line) && !expectedWarning.test(line));
    assert.deepEqual(warnings, []);
  });

  it('is small', async () => {
    const { size } = await stat(installed.vsix);
    console.log(`      ${(size / 1024 / 1024).toFixed(2)} MB of ${sizeLimit / 1024 / 1024} MB`);
    assert.ok(size < sizeLimit, `${size} bytes are over the limit of ${sizeLimit}`);
  });

  it('contains what is allowed and nothing else', async () => {
    const files = await filesOf(installed.folder);
    const isPage = (file: string): boolean => Object.keys(rules).some((rule) => file === pageOf(rule));
    assert.deepEqual(
      files.filter((file) => !isPage(file)),
      [...allowed].sort(),
    );
  });

  it('contains the page of every rule that can be reported', async () => {
    const files = await filesOf(installed.folder);
    const reported = new Set([...tables.blocking.map(({ rule }) => rule), 'cpu-call', 'slow-regex', 'unused-suppression']);
    assert.deepEqual(
      [...reported].map(pageOf).filter((page) => !files.includes(page)),
      [],
    );
  });

  it('has bundles without a trace of their sources', async () => {
    for (const file of (await filesOf(installed.folder)).filter((name) => name.startsWith('dist/'))) {
      assert.doesNotMatch(await readFile(join(installed.folder, file), 'utf8'), /[#@] sourceMappingURL=\S+(?: \*\/)?\s*$/, file);
    }
  });

  it('has a manifest that promises no more than there is', async () => {
    assert.match(manifest.engines.vscode, /^\^1\.\d+\.0$/);
    const named = [manifest.main, manifest.icon, manifest.bin.loopsight, ...mediaNamedIn(manifest.contributes)];
    for (const file of named) assert.ok((await stat(join(installed.folder, file))).isFile(), file);
    const own = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest;
    assert.equal(manifest.version, own.version);
  });

  it('has a command line that works where it was unpacked', async () => {
    const cli = join(installed.folder, manifest.bin.loopsight);
    const places = ['test/fixtures/sample', 'test/fixtures/python/imports'];
    const { status, stdout, stderr } = await run(process.execPath, [cli, 'check', ...places, '--format', 'json'], {
      cwd: root,
      shell: false,
    });
    assert.equal(status, 1, stderr);
    const { findings } = JSON.parse(stdout) as { readonly findings: readonly { readonly rule: string; readonly file: string }[] };
    for (const extension of ['.js', '.py']) assert.ok(findings.some(({ rule, file }) => rule === 'sync-file' && file.endsWith(extension)));
  });

  describe('in the VS Code that it was installed into', () => {
    let window: SampleWindow;

    before(async () => {
      window = await openSample(host.version, { serverDataDir: installed.serverDataDir });
    });

    after(() => window?.stop());

    it('underlines what blocks', async () => {
      await openFile(window.page, 'server.js');
      assert.equal((await waitForSquiggle(window.page, 'fs.readdirSync', patience)).severity, 'warning');
    });

    it("opens the rule's page, which is in the package, from a problem's code", async () => {
      const { page } = window;
      const link = (await openProblems(page)).first().locator('a.monaco-link');
      assert.equal(await link.innerText(), 'sync-file');
      const target = (await link.getAttribute('href')) ?? '';
      assert.ok(target.endsWith(`/extensions/${basename(installed.folder)}/${pageOf('sync-file')}`), target);
      await link.click();
      await page.locator('.tab.active').filter({ hasText: 'sync-file.md' }).waitFor();
      const [heading = ''] = (await readFile(join(installed.folder, pageOf('sync-file')), 'utf8')).split('\n');
      await untilLine(page, heading);
    });

    it('explains the loop in its panel', async () => {
      const { page } = window;
      await openFile(page, 'server.js');
      await explainAt(page, placeOf(await serverSource, 'fs.readdirSync('));
      await panelOf(page).getByRole('heading', { name: 'fs.readdirSync holds the event loop' }).waitFor();
      await panelOf(page).getByRole('button', { name: 'Read more' }).click();
      await rulePageOf(page).getByText('sync-file').first().waitFor();
      assert.deepEqual(window.problems, []);
    });
  });
});

/** There is no public repository to name yet. */
const expectedWarning = /'repository' field is missing/;

interface Manifest {
  readonly version: string;
  readonly main: string;
  readonly icon: string;
  readonly bin: { readonly loopsight: string };
  readonly engines: { readonly vscode: string };
  readonly contributes: unknown;
}

function pageOf(rule: string): string {
  return `media/rules/${rule}.md`;
}

/** Every path of a picture or schema, wherever in the manifest it stands. */
function mediaNamedIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^(\.\/)?media\//.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(mediaNamedIn) : [];
}
