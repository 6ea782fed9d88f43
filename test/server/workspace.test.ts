// All files of a workspace: what is found in those that nobody opened, too, and as things change.

import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { generateProgram } from '../bench/program';
import { brief, sleep, TestClient, until, type ClientOptions } from './lspClient';
import { bulk, eventually, WorkspaceFolder, type Problems } from './workspaceFolder';

const helper = `import fs from 'node:fs';
export function load(name) {
  return fs.readFileSync(name, 'utf8');
}
`;
const harmless = helper.replace('fs.readFileSync', 'String');
const caller = `import { load } from './helper.js';
export async function serve() {
  return load('a');
}
`;
const program = { 'helper.js': helper, 'caller.js': caller, 'other.js': caller };
const found = ['sync-file 2:9 2'];
const all: Problems = { 'caller.js': found, 'other.js': found };
const everywhere = () => ({ diagnosticMode: 'workspace' });

describe('a workspace', function () {
  this.timeout(240_000);
  const folders: WorkspaceFolder[] = [];
  const clients: TestClient[] = [];
  const create = async (texts: Readonly<Record<string, string>>): Promise<WorkspaceFolder> => {
    const folder = await WorkspaceFolder.create(texts);
    folders.push(folder);
    return folder;
  };
  const start = async (folder: WorkspaceFolder, options: ClientOptions = {}): Promise<TestClient> => {
    const client = await TestClient.start({ folders: [folder.uri], settings: everywhere, ...options });
    clients.push(client);
    if (options.mode !== 'push') void client.watchWorkspace().catch(() => undefined);
    return client;
  };
  const shows = (client: TestClient, folder: WorkspaceFolder, expected: Problems, open: readonly string[] = []): Promise<void> =>
    eventually(
      () => folder.shown(client, open),
      expected,
      (actual) => assert.deepEqual(actual, expected),
    );
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.stop();
    for (const folder of folders.splice(0)) await folder.remove();
  });

  for (const [size, more] of [
    ['small', {}],
    ['large', bulk()],
  ] as const) {
    describe(`that is ${size}`, () => {
      it('shows problems of all files, if people want that', async () => {
        const folder = await create({ ...program, ...more });
        await shows(await start(folder), folder, all);
      });

      it('shows problems of open files only, if not', async () => {
        const folder = await create({ ...program, ...more });
        const client = await start(folder, { settings: () => ({}) });
        await client.open(folder.uriOf('caller.js'), caller);
        await shows(client, folder, { 'caller.js': found }, ['caller.js']);
        await sleep(1000);
        assert.equal(client.problems.size, 0);
        assert.deepEqual((await client.workspaceDiagnostics()).items, []);
      });

      it('updates the callers of a helper that is edited, open or not', async () => {
        const folder = await create({ ...program, ...more });
        const client = await start(folder);
        await shows(client, folder, all);
        await client.open(folder.uriOf('helper.js'), helper);
        await client.open(folder.uriOf('caller.js'), caller);
        await shows(client, folder, all, ['helper.js', 'caller.js']);
        await client.change(folder.uriOf('helper.js'), { text: harmless });
        assert.deepEqual(brief(await client.diagnostics(folder.uriOf('caller.js'))), []);
        await shows(client, folder, {}, ['helper.js', 'caller.js']);
        await client.change(folder.uriOf('helper.js'), { text: helper });
        await shows(client, folder, all, ['helper.js', 'caller.js']);
      });

      it('forgets what was not saved', async () => {
        const folder = await create({ ...program, ...more });
        const client = await start(folder);
        await client.open(folder.uriOf('helper.js'), harmless);
        await shows(client, folder, {}, ['helper.js']);
        await client.close(folder.uriOf('helper.js'));
        await shows(client, folder, all);
      });

      it('is scanned on request, with progress, and shows all problems from then on', async () => {
        const folder = await create({ ...program, ...more, ...filler(100) });
        const client = await start(folder, { settings: () => ({}) });
        const messages: string[] = [];
        const result = await client.scan(({ message = '' }) => messages.push(message));
        assert.deepEqual(result, { findings: 2, files: 2 });
        assert.match(messages.join('\n'), /\d+ of \d+ files read/);
        await shows(client, folder, all);
        await folder.write('helper.js', harmless);
        await client.fileChanged(folder.uriOf('helper.js'));
        await shows(client, folder, {});
      });
    });
  }

  it('reaches clients that are pushed to', async () => {
    const folder = await create({ ...program, ...bulk() });
    const client = await start(folder, { mode: 'push' });
    const shown = (name: string) => brief(client.pushed.findLast(({ uri }) => uri === folder.uriOf(name))?.diagnostics ?? []);
    await until(() => shown('caller.js').join() === found.join(), 60_000, 'diagnostics of a file that is not open');
    await client.open(folder.uriOf('helper.js'), harmless);
    await until(() => shown('caller.js').length === 0 && shown('other.js').length === 0, 60_000, 'them to go');
    await client.close(folder.uriOf('helper.js'));
    await until(() => shown('caller.js').join() === found.join(), 60_000, 'them to come back');
  });

  it('answers at once where nothing is kept open, with what has changed', async () => {
    const folder = await create(program);
    const client = await TestClient.start({ folders: [folder.uri], settings: everywhere });
    clients.push(client);
    const { items } = await client.workspaceDiagnostics();
    assert.deepEqual(
      items.map(({ uri }) => uri),
      ['caller.js', 'other.js'].map((name) => folder.uriOf(name)),
    );
    const known = items.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
    assert.deepEqual((await client.workspaceDiagnostics(known)).items, []);
    assert.equal((await client.workspaceDiagnostics(known.slice(1))).items.length, 1);
    assert.deepEqual(client.pushed, []);
  });

  it('tells clients that keep a list for files that are not open when one is opened', async () => {
    const folder = await create(program);
    const client = await start(folder, { listsClosedFilesApart: true });
    await shows(client, folder, all);
    assert.ok(client.registrations.some(({ method }) => method === 'textDocument/diagnostic'));
    await client.open(folder.uriOf('caller.js'), caller);
    await until(() => !client.problems.has(folder.uriOf('caller.js')), 20_000, 'it to leave the list');
    await client.close(folder.uriOf('caller.js'));
    await shows(client, folder, all);
  });

  it('follows files that are changed, created, renamed and deleted', async () => {
    const folder = await create({ ...program, ...bulk() });
    const client = await start(folder);
    await shows(client, folder, all);
    await folder.write('helper.js', harmless);
    await client.fileChanged(folder.uriOf('helper.js'));
    await shows(client, folder, {});
    await folder.write('src/helper.js', helper);
    await folder.write('src/new.js', caller);
    await client.filesChanged(['helper', 'new'].map((name) => [folder.uriOf(`src/${name}.js`), 'created']));
    await shows(client, folder, { 'src/new.js': found });
    await rename(join(folder.path, 'src/new.js'), join(folder.path, 'src/renamed.js'));
    await client.filesChanged([
      [folder.uriOf('src/new.js'), 'deleted'],
      [folder.uriOf('src/renamed.js'), 'created'],
    ]);
    await shows(client, folder, { 'src/renamed.js': found });
    await folder.remove('src');
    await client.fileChanged(folder.uriOf('src'), 'deleted');
    await shows(client, folder, {});
  });

  it('follows a branch that is switched: 500 files at once', async () => {
    const folder = await create({ ...program, ...filler(500) });
    const client = await start(folder);
    await shows(client, folder, all);
    const changed = filler(500, caller.replace('./helper.js', '../helper.js'));
    await folder.writeAll(changed);
    await client.filesChanged(Object.keys(changed).map((name) => [folder.uriOf(name), 'changed']));
    const changes = client.problemChanges;
    await shows(client, folder, await folder.checked());
    assert.equal(client.problems.size, 502);
    assert.ok(client.problemChanges - changes <= 3, `told in ${client.problemChanges - changes} pieces`);
  });

  it('has settings of its own in each of its folders', async () => {
    const [shown, quiet, strict] = [await create(program), await create(program), await create(program)];
    const settings = new Map<string | undefined, unknown>([
      [shown.uri, { diagnosticMode: 'workspace' }],
      [strict.uri, { diagnosticMode: 'workspace', rules: { 'sync-file': 'error' }, exclude: ['other.js'] }],
    ]);
    const client = await start(shown, {
      folders: [shown.uri, quiet.uri, strict.uri],
      settings: (uri) => settings.get(uri) ?? {},
    });
    const expected = [folderUris(shown, ['caller.js', 'other.js'], '2'), folderUris(strict, ['caller.js'], '1')].flat().sort();
    await eventually(
      () => [...client.problems].map(([uri, list]) => `${uri} ${list[0]?.severity}`).sort(),
      expected,
      (actual) => assert.deepEqual(actual, expected),
    );
    await client.open(quiet.uriOf('caller.js'), caller);
    await eventually(
      async () => brief(await client.diagnostics(quiet.uriOf('caller.js'))),
      found,
      (actual) => assert.deepEqual(actual, found),
    );
    assert.equal([...client.problems.keys()].filter((uri) => uri.startsWith(quiet.uri)).length, 0);
  });

  it('stops a scan within 200 ms when it is cancelled, and goes on when something changes', async () => {
    const folder = await create({});
    const { caller: name } = await generateProgram(folder.path, 15_000);
    const client = await start(folder);
    for (const stage of [/read/, /analyzing/]) {
      const cancel = new CancellationTokenSource();
      let isThere = false;
      const scan = client
        .scan(({ message = '' }) => (isThere ||= stage.test(message)), cancel.token)
        .then(
          () => 'done',
          () => 'cancelled',
        );
      await until(() => isThere, 120_000, String(stage));
      const began = performance.now();
      cancel.cancel();
      assert.equal(await scan, 'cancelled');
      const ms = performance.now() - began;
      assert.ok(ms < 200 || isBusy(), `it took ${ms} ms`);
    }
    await folder.write(
      'reader.ts',
      `import { readTemplate } from './src/shared/files';\nexport const read = async () => readTemplate('a');\n`,
    );
    await client.fileChanged(folder.uriOf('reader.ts'), 'created');
    const expected = await folder.checked();
    assert.ok('reader.ts' in expected && name in expected);
    await shows(client, folder, expected);
  });
});

/** A machine that has other things to do says little about time. */
function isBusy(): boolean {
  return (loadavg()[0] ?? 0) > 2;
}

function filler(count: number, text = 'export const nothing = () => String(1);\n'): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`filler/file${index}.js`, text]));
}

function folderUris(folder: WorkspaceFolder, names: readonly string[], severity: string): string[] {
  return names.map((name) => `${folder.uriOf(name)} ${severity}`);
}
