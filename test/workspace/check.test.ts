import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import type { Report } from '../../src/core/findings';
import { defaultSettings } from '../../src/core/settings';
import { check } from '../../src/workspace/check';
import { temporaryFolder, type TemporaryFolder } from './temporary';

const handler = `
const fs = require('node:fs');
exports.load = async function load() {
  return fs.readFileSync('data.json', 'utf8');
};
`;

describe('the check of a folder', function () {
  // The first check loads the parser.
  this.timeout(30_000);
  let folder: TemporaryFolder;
  afterEach(() => {
    folder.remove();
  });

  async function checked(files: Readonly<Record<string, string | Uint8Array>>, ...paths: string[]): Promise<Report> {
    folder = temporaryFolder(files);
    return check(paths.length > 0 ? paths : ['.'], { cwd: folder.path });
  }

  it('finds a blocking call, names its place and its fix', async () => {
    const { findings, problems, summary } = await checked({ 'src/a.js': handler });
    const [finding] = findings;
    assert.equal(findings.length, 1);
    assert.deepEqual(
      [finding?.rule, finding?.severity, finding?.file, finding?.path[0]?.file],
      ['sync-file', 'warning', 'src/a.js', 'src/a.js'],
    );
    assert.deepEqual(finding?.range, { start: { line: 4, column: 10 }, end: { line: 4, column: 25 } });
    assert.equal(finding?.fixes.length, 1);
    assert.deepEqual(Object.keys(finding?.fixes[0] ?? {}), ['title', 'safe']);
    assert.deepEqual([problems, summary.files, summary.functions], [[], 1, 2]);
  });

  it('gives absolute paths outside the working directory', async () => {
    folder = temporaryFolder({ 'a/x.js': handler, 'b/': '' });
    const { findings } = await check(['../a'], { cwd: `${folder.path}/b` });
    assert.deepEqual(
      findings.map(({ file }) => file),
      [`${folder.path}/a/x.js`],
    );
  });

  it('analyzes a file with a syntax error all the same, and names it once', async () => {
    const { findings, problems } = await checked({ 'a.js': `${handler}\nfoo( ;\nbar( ;\n` });
    assert.equal(findings.length, 1);
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.file, 'a.js');
    assert.match(problems[0].message, /^Syntax error at a\.js:7:6: .*\. The rest of the file was analyzed\.$/);
  });

  it('lists what it left out, by name', async () => {
    const { problems, summary } = await checked({ 'b.js': Buffer.from([0, 1]), 'a.js': 'x'.repeat(6_000_000), 'c.js': 'ok();' });
    assert.deepEqual(
      problems.map(({ file }) => file),
      ['a.js', 'b.js'],
    );
    assert.equal(summary.files, 1);
  });

  it('says so if there is nothing to analyze', async () => {
    const minified = 'f();'.repeat(500);
    const { problems } = await checked({ 'docs/README.md': '', 'min/a.js': minified, 'ok.js': '' }, 'docs', 'min', 'ok.js');
    assert.deepEqual(problems, [
      { file: 'docs', message: 'There is no file here to analyze.' },
      {
        file: 'min',
        message:
          'There is no file here to analyze: all code in it (1 file) is minified or generated. Name a file to analyze it all the same.',
      },
    ]);
    assert.deepEqual((await check(['min/a.js'], { cwd: folder.path })).problems, []);
  });

  it('obeys loopsight.json, and names what is wrong with it', async () => {
    const files = { 'a.js': handler, 'old/b.js': handler, 'loopsight.json': '{"exclude":["old"],"rules":{"sync-file":"error"},"more":1}' };
    const { findings, problems } = await checked(files);
    assert.deepEqual(
      findings.map(({ file, severity }) => [file, severity]),
      [['a.js', 'error']],
    );
    assert.deepEqual(problems, [{ file: 'loopsight.json', message: 'There is no setting "more".' }]);
  });

  it('obeys the settings that it is given instead', async () => {
    folder = temporaryFolder({ 'a.js': handler, 'loopsight.json': '{"rules":{"sync-file":"error"}}' });
    const settings = { settings: { ...defaultSettings, rules: { 'sync-file': 'off' as const } }, folder: folder.path, problems: [] };
    assert.deepEqual((await check(['.'], { cwd: folder.path, settings })).findings, []);
  });

  it('says the same each time, whatever the order of the paths', async () => {
    folder = temporaryFolder(
      Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index % 7}/${index}.js`, handler.repeat(1 + (index % 3))])),
    );
    const runs = [['.'], ['6', '5', '4', '3', '2', '1', '0'], ['0', '.', '3/3.js']];
    const reports = await Promise.all(runs.map(async (paths) => check(paths, { cwd: folder.path })));
    for (const report of reports) assert.deepEqual(report.findings, reports[0]?.findings);
    assert.ok((reports[0]?.findings.length ?? 0) >= 40);
  });

  it('reads each file once though links lead to it', async () => {
    folder = temporaryFolder({ 'x/a.js': handler });
    symlinkSync('..', `${folder.path}/x/up`);
    assert.equal((await check(['.'], { cwd: folder.path })).summary.files, 1);
  });

  it('stops when it is told to', async () => {
    folder = temporaryFolder({ 'a.js': handler });
    const reason = new Error('stopped');
    await assert.rejects(check(['.'], { cwd: folder.path, signal: AbortSignal.abort(reason) }), reason);
  });
});
