// The formats as the command line gives them, with what it adds: files' places in the repository, the
// rules' pages, the sources.

import assert from 'node:assert/strict';
import { main } from '../../src/cli/run';
import { sarifErrors } from '../report/sarifSchema';
import { temporaryFolder, type TemporaryFolder } from '../workspace/temporary';

const files = {
  'app/server.js': "const { load } = require('./load');\nexports.get = async () => load();\n",
  'app/load.js': "const fs = require('fs');\nexports.load = () => fs.readFileSync('a');\nfs.readFileSync('b');\n",
};

describe('a format of the command line', function () {
  this.timeout(30_000);
  let folder: TemporaryFolder;
  before(() => {
    folder = temporaryFolder(files);
  });
  after(() => {
    folder.remove();
  });

  async function run(format: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
    let written = '';
    const status = await main(['check', '--format', format], {
      cwd: `${folder.path}/app`,
      env,
      isTerminal: true,
      out: (text) => Promise.resolve(void (written += text)),
      err: (text) => assert.fail(text),
    });
    assert.equal(status, 1);
    return written;
  }

  it('github names files from the root of the workflow, or from the folder', async () => {
    assert.match(await run('github', { GITHUB_WORKSPACE: folder.path }), /^::warning file=app\/server\.js,line=2,col=27,/);
    assert.match(await run('github', { GITHUB_WORKSPACE: '/elsewhere' }), /^::warning file=server\.js,line=2,/);
    assert.match(await run('github'), /%0Achain: load \(server\.js:2:27\) -> fs\.readFileSync \(load\.js:2:22\)\n$/);
  });

  it('sarif is valid, whole, and has the pages of the rules', async () => {
    const text = await run('sarif', { GITHUB_WORKSPACE: folder.path });
    assert.deepEqual(sarifErrors(JSON.parse(text)), []);
    for (const part of ['"level":"note"', '"uri":"app/load.js"', '"markdown":"# Synchronous file access', '"primaryLocationLineHash":"'])
      assert.ok(text.includes(part), part);
  });

  it('html shows the code of the call and of the operation', async () => {
    const page = await run('html');
    assert.match(page, /<mark>fs\.readFileSync<\/mark>/);
    assert.match(page, /<mark>load<\/mark>/);
  });

  it('is never coloured, unless it is for people to read', async () => {
    for (const format of ['json', 'sarif', 'github', 'html']) assert.ok(!(await run(format)).includes('\u001b'), format);
  });
});
