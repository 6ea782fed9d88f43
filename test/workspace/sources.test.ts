import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../src/workspace/discover';
import type { Source } from '../../src/workspace/extractFile';
import { extractFiles } from '../../src/workspace/sources';
import { temporaryFolder, type TemporaryFolder } from './temporary';

const script = join(__dirname, '../../dist/extractor.js');
const count = 260;

describe('many source files', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  let files: readonly SourceFile[];
  before(() => {
    assert.ok(existsSync(script), 'Build first: npm run build');
    const names = Array.from({ length: count }, (_, index) => `${index}.js`);
    folder = temporaryFolder({ ...Object.fromEntries(names.map((name) => [name, `exports.f = () => g('${name}');`])), '7.js': '\0' });
    files = names.map((name) => ({ path: `${folder.path}/${name}`, language: 'javascript', wanted: false }));
  });
  after(() => {
    folder.remove();
  });

  it('give the same on several threads as on one, in their order', async () => {
    const alone = await extractFiles(files, {});
    assert.equal(alone.length, count);
    assert.deepEqual(
      alone.map(pathOf),
      files.map(({ path }, index) => (index === 7 ? 'problem' : path)),
    );
    assert.deepEqual(await extractFiles(files, { threadScript: script, threads: 2 }), alone);
  });

  it('are extracted here when a thread dies', async () => {
    const broken = temporaryFolder({
      'dies.js': "require('node:worker_threads').parentPort.on('message', () => { throw new Error('gone'); });",
    });
    const sources = await extractFiles(files, { threadScript: join(broken.path, 'dies.js'), threads: 1 });
    broken.remove();
    assert.deepEqual(sources, await extractFiles(files, {}));
  });

  it('are left when nobody wants them any more', async () => {
    const reason = new Error('enough');
    await assert.rejects(extractFiles(files, { threadScript: script, threads: 1, signal: AbortSignal.abort(reason) }), reason);
  });
});

function pathOf(source: Source): string {
  return source.kind === 'read' ? source.facts.path : source.kind;
}
