// A whole folder is analyzed: what is open, as it is in the editor; everything else, as it lies on the disk.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { brief, sleep, TestClient, until, type ClientOptions } from './lspClient';
import { randomEdit, seeded, toChange } from './randomEdits';

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

  it('has the findings of a fresh server after random edits of several files, open and closed', async () => {
    const random = seeded(42);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
    const disk = new Map(Object.entries(startTexts));
    for (const [name, text] of disk) await write(name, text);
    const client = await start();
    const open = new Map<string, TextDocument>();
    const openOne = async (name: string): Promise<void> => {
      const text = disk.get(name) ?? '';
      open.set(name, TextDocument.create(uri(name), 'javascript', 1, text));
      await client.open(uri(name), text);
    };
    const edit = async (name: string): Promise<void> => {
      const document = open.get(name);
      const text = random() < 0.6 ? (startTexts[name] ?? '') : pick(snippets);
      if (document === undefined) {
        disk.set(name, text);
        await write(name, text);
        return client.fileChanged(uri(name));
      }
      const change = random() < 0.5 ? { text } : toChange(document, randomEdit(document.getText(), random));
      TextDocument.update(document, [change], document.version + 1);
      return client.change(uri(name), change);
    };
    const toggle = async (name: string): Promise<void> => {
      if (!open.has(name)) return openOne(name);
      open.delete(name);
      return client.close(uri(name));
    };

    await openOne('caller.js');
    let withFindings = 0;
    for (let round = 0; round < 20; round++) {
      for (let step = 0; step < 10; step++) {
        const name = pick(Object.keys(startTexts));
        if (random() < 0.3 && name !== 'caller.js') await toggle(name);
        else await edit(name);
        if (random() < 0.3) await client.pull(uri('caller.js')).catch(() => undefined);
      }
      const expected = await freshDiagnostics(open);
      if (Object.values(expected).some((list) => list.length > 0)) withFindings += 1;
      await eventually(
        () => allDiagnostics(client, open),
        expected,
        () => `in round ${round}: ${JSON.stringify([Object.fromEntries(disk), [...open].map(([name, one]) => [name, one.getText()])])}`,
      );
    }
    assert.ok(withFindings > 10, `only ${withFindings} of the states compared had findings`);
  });

  async function freshDiagnostics(open: ReadonlyMap<string, TextDocument>): Promise<Record<string, Diagnostic[]>> {
    const fresh = await start();
    for (const [name, document] of open) await fresh.open(uri(name), document.getText());
    await allDiagnostics(fresh, open);
    await until(() => fresh.refreshes > 0, 60_000, 'the folder to be read');
    const result = await allDiagnostics(fresh, open);
    running.splice(running.indexOf(fresh), 1);
    await fresh.stop();
    return result;
  }

  async function allDiagnostics(client: TestClient, open: ReadonlyMap<string, TextDocument>): Promise<Record<string, Diagnostic[]>> {
    const result: Record<string, Diagnostic[]> = {};
    for (const name of [...open.keys()].sort()) result[name] = await client.diagnostics(uri(name));
    return result;
  }

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

const startTexts: Readonly<Record<string, string>> = {
  'helper.js': helper,
  'caller.js': caller,
  'barrel.js': `export * from './helper.js';\nexport { Store } from './store.js';\n`,
  'store.js': `const { load } = require('./helper.js');
class Store {
  constructor(path) { this.path = path; }
  read() { return load(this.path); }
}
exports.Store = Store;
`,
  'server.js': `import http from 'node:http';
import { Store, load as read } from './barrel.js';
const store = new Store('a');
http.createServer((request, response) => response.end(store.read())).listen(1);
setInterval(() => read('b'), 1000);
`,
};

const snippets: readonly string[] = [
  '',
  helper.replace('fs.readFileSync', 'fs.promises.readFile'),
  helper.replace('export function', 'export async function'),
  `import { execSync } from 'node:child_process';\nexport const load = (name) => execSync(name);\nexport class Store { read() { return load('x'); } }\n`,
  `export { load } from './store.js';\nexport class Store { read() {} }\n`,
  `import { serve } from './caller.js';\nexport const load = async () => serve();\nexport { Store } from './server.js';\n`,
  `// loopsight-ignore-file sync-file -- because\n${helper}`,
  `export function load( {\n  broken`,
];
