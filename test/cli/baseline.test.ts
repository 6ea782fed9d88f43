// A baseline on disk, from the first run of a project with many findings to the day one is mended.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { main } from '../../src/cli/run';
import { temporaryFolder, type TemporaryFolder } from '../workspace/temporary';

const reader = (name: string): string => `const fs = require('fs');\nexports.${name} = async () => fs.readFileSync('${name}');\n`;

interface Json {
  readonly findings: readonly { readonly file: string }[];
  readonly summary: { readonly baseline?: { readonly file: string; readonly known: number; readonly stale: number } };
}

describe('the baseline of the command line', function () {
  this.timeout(30_000);
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = temporaryFolder({ 'src/a.js': reader('a'), 'src/b.js': reader('b') });
  });
  afterEach(() => {
    folder.remove();
  });

  async function run(argv: readonly string[], below = ''): Promise<{ status: number; out: string; err: string }> {
    const written = { out: '', err: '' };
    const status = await main(['check', ...argv], {
      cwd: folder.path + below,
      env: {},
      isTerminal: false,
      out: (text) => Promise.resolve(void (written.out += text)),
      err: (text) => Promise.resolve(void (written.err += text)),
    });
    return { status, ...written };
  }

  async function json(argv: readonly string[], below = ''): Promise<Json> {
    return JSON.parse((await run([...argv, '--format', 'json'], below)).out) as Json;
  }

  const path = (name: string): string => `${folder.path}/${name}`;

  it('is written, and from then on nothing is reported', async () => {
    const written = await run(['--write-baseline']);
    assert.deepEqual([written.status, written.err], [0, '']);
    assert.match(written.out, /^No findings in 2 files .*\nIn the baseline loopsight-baseline\.json, and so left out: 2 findings\.\n$/);
    const { status, out } = await run(['--baseline', 'loopsight-baseline.json']);
    assert.deepEqual([status, out.includes('warning')], [0, false]);
    assert.equal((await run([])).status, 1);
  });

  it('leaves new findings to be reported, alone', async () => {
    await run(['--write-baseline', 'known.json']);
    writeFileSync(path('src/c.js'), reader('c'));
    writeFileSync(path('src/a.js'), `// Two more\n// lines.\n${reader('a')}`);
    assert.equal((await run(['--baseline', 'known.json'])).status, 1);
    const { findings, summary } = await json(['--baseline', 'known.json']);
    assert.deepEqual(
      findings.map(({ file }) => file),
      ['src/c.js'],
    );
    assert.deepEqual(summary.baseline, { file: 'known.json', known: 2, stale: 0 });
  });

  it('is the same from every folder', async () => {
    mkdirSync(path('ci'));
    await run(['src', '--write-baseline', 'ci/known.json']);
    assert.match(readFileSync(path('ci/known.json'), 'utf8'), /"file":"\.\.\/src\/a\.js"/);
    assert.deepEqual((await json(['--baseline', '../ci/known.json'], '/src')).findings, []);
  });

  it('says what is found no more, of the paths that were looked at, and drops it when it is written again', async () => {
    await run(['--write-baseline', 'known.json']);
    writeFileSync(path('src/b.js'), '');
    renameSync(path('src/a.js'), path('src/z.js'));
    assert.deepEqual((await json(['src/b.js', '--baseline', 'known.json'])).summary.baseline, { file: 'known.json', known: 0, stale: 1 });
    const { out } = await run(['--baseline', 'known.json']);
    assert.match(out, /\nIn the baseline, but found no more: 2\. Drop them with --baseline known\.json --write-baseline\.\n$/);
    await run(['--baseline', 'known.json', '--write-baseline']);
    assert.deepEqual((await json(['--baseline', 'known.json'])).summary.baseline, { file: 'known.json', known: 1, stale: 0 });
  });

  it('does not take a path for the name of its file', async () => {
    await run(['--write-baseline', 'src']);
    assert.match(readFileSync(path('loopsight-baseline.json'), 'utf8'), /^\{\n {2}"version": 1,\n/);
  });

  it('is written byte for byte as before', async () => {
    await run(['--write-baseline', 'first.json']);
    await run(['src/b.js', 'src/a.js', '--write-baseline', 'second.json']);
    assert.equal(readFileSync(path('first.json'), 'utf8'), readFileSync(path('second.json'), 'utf8'));
  });
});
