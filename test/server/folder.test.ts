// A whole folder is analyzed: what is open, as it is in the editor; everything else, as it lies on the disk.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brief, sleep, TestClient, until, type ClientOptions } from './lspClient';

const helper = `import fs from 'node:fs';
export function load(name) {
  return fs.readFileSync(name, 'utf8');
}
export const harmless = () => 1;
`;
const caller = `import { load } from './helper.js';
export async function serve() {
  return load('a');
}
`;
const found = ['sync-file 2:9 2'];

describe('a workspace folder', function () {
  this.timeout(240_000);
  let folder: string;
  const running: TestClient[] = [];
  const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
  const start = async (options: ClientOptions = {}): Promise<TestClient> => {
    const client = await TestClient.start({ folders: [pathToFileURL(folder).href], ...options });
    running.push(client);
    return client;
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loopsight-folder-'));
    await mkdir(join(folder, 'node_modules', 'dependency'), { recursive: true });
    await write('node_modules/dependency/index.js', helper);
    await write('helper.js', helper);
    await write('caller.js', caller);
  });
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows what an open document says alone, then what follows from files that nobody opened', async () => {
    const client = await start({ initializationOptions: { openLanguages: ['javascript', 'plaintext'] } });
    const text = `${caller}import fs from 'fs';\nexport const other = async () => fs.readdirSync('a');\n`;
    await client.open(uri('caller.js'), text);
    const alone = brief(await client.diagnostics(uri('caller.js')));
    assert.deepEqual(alone.slice(-1), ['sync-file 5:33 2']);
    await until(() => client.refreshes > 0, 60_000, 'a refresh');
    assert.deepEqual(brief(await client.diagnostics(uri('caller.js'))), [...found, 'sync-file 5:33 2']);
    await until(() => client.statuses.at(-1)?.files === 2, 60_000, 'two files, none of a dependency');
  });

  it('reaches clients that are pushed to', async () => {
    const client = await start({ mode: 'push' });
    await client.open(uri('caller.js'), caller);
    await until(() => brief(client.pushed.at(-1)?.diagnostics ?? []).join() === found.join(), 60_000, 'diagnostics');
  });

  it('prefers what is open, and falls back to the disk', async () => {
    const client = await start();
    await client.open(uri('caller.js'), caller);
    await settled(client, found);
    await client.open(uri('helper.js'), helper);
    await client.change(uri('helper.js'), { text: helper.replace('fs.readFileSync', 'fs.promises.readFile') });
    assert.deepEqual(brief(await client.diagnostics(uri('caller.js'))), []);
    const refreshes = client.refreshes;
    await client.close(uri('helper.js'));
    await until(() => client.refreshes > refreshes, 20_000, 'a refresh');
    assert.deepEqual(brief(await client.diagnostics(uri('caller.js'))), found);
  });

  it('follows the disk: files that change, come and go', async () => {
    const client = await start();
    await client.open(uri('caller.js'), caller);
    await settled(client, found);
    await write('helper.js', helper.replace('fs.readFileSync', 'String'));
    await client.fileChanged(uri('helper.js'));
    await settled(client, []);
    await rm(join(folder, 'helper.js'));
    await client.fileChanged(uri('helper.js'), 'deleted');
    await write('helper.ts', helper);
    await client.fileChanged(uri('helper.ts'), 'created');
    await settled(client, found);
  });

  it('follows settings and what is ignored', async () => {
    const client = await start();
    await client.open(uri('caller.js'), caller);
    await settled(client, found);
    await write('loopsight.json', '{ "exclude": ["helper.js"] }');
    await client.fileChanged(uri('loopsight.json'));
    await settled(client, []);
    await write('loopsight.json', '{}');
    await client.fileChanged(uri('loopsight.json'));
    await settled(client, found);
  });

  async function settled(client: TestClient, expected: readonly string[]): Promise<void> {
    await eventually(
      async () => brief(await client.diagnostics(uri('caller.js'))),
      expected,
      () => 'in caller.js',
    );
  }
});

/** The disk is read in the background, so what follows from it holds after a while. */
async function eventually<T>(read: () => Promise<T>, expected: T, where: () => string): Promise<void> {
  const limit = Date.now() + 20_000;
  for (;;) {
    const actual = await read();
    if (JSON.stringify(actual) === JSON.stringify(expected)) return;
    if (Date.now() > limit) assert.deepEqual(actual, expected, where());
    await sleep(50);
  }
}
