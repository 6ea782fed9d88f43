// The built server over standard streams, as any editor uses it.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  DiagnosticSeverity,
  LSPErrorCodes,
  ResponseError,
  type CodeAction,
  type Range,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { brief, sleep, TestClient, until, type ClientOptions } from './lspClient';
import { randomEdit, seeded, startText, toChange } from './randomEdits';

const blocking = `const fs = require('fs');
async function load() {
  return fs.readFileSync('a');
}
`;
const calleeRange: Range = { start: { line: 2, character: 9 }, end: { line: 2, character: 24 } };
const uri = 'file:///somewhere/a.js';

describe('the language server', function () {
  this.timeout(120_000);
  let client: TestClient;
  const running: TestClient[] = [];
  const start = async (options?: ClientOptions) => {
    client = await TestClient.start(options);
    running.push(client);
    return client;
  };
  afterEach(async () => {
    for (const one of running.splice(0)) if (one.process.exitCode === null) await one.stop();
  });

  describe('with a client that pulls', () => {
    it('offers pulling, and pushes nothing', async () => {
      await start();
      const { diagnosticProvider } = client.result.capabilities;
      assert.deepEqual(diagnosticProvider, { identifier: 'loopsight', interFileDependencies: true, workspaceDiagnostics: true });
      await client.open(uri, blocking);
      assert.equal((await client.diagnostics(uri)).length, 1);
      await sleep(400);
      assert.deepEqual(client.pushed, []);
    });

    it('reports the callee only, with rule, page, source and data', async () => {
      await start({ initializationOptions: { rulesUri: 'file:///ext/media/rules/' } });
      await client.open(uri, blocking);
      const [diagnostic, ...others] = await client.diagnostics(uri);
      assert.deepEqual(others, []);
      assert.deepEqual(diagnostic?.range, calleeRange);
      assert.equal(diagnostic.code, 'sync-file');
      assert.equal(diagnostic.source, 'loopsight');
      assert.equal(diagnostic.severity, DiagnosticSeverity.Warning);
      assert.equal(diagnostic.codeDescription?.href, 'file:///ext/media/rules/sync-file.md');
      assert.equal((diagnostic.data as { api: string }).api, 'node:fs.readFileSync');
    });

    it('finds the pages beside itself for editors that do not say where they are', async () => {
      await start();
      await client.open(uri, blocking);
      const [diagnostic] = await client.diagnostics(uri);
      assert.match(diagnostic?.codeDescription?.href ?? '', /^file:.*\/media\/rules\/sync-file\.md$/);
    });

    it('reads Python like JavaScript, and offers to silence a finding', async () => {
      await start();
      const text = 'import time\n\n\nasync def handle():\n    time.sleep(1)\n';
      const python = 'file:///somewhere/app.py';
      await client.open(python, text, 'python');
      const [diagnostic, ...others] = await client.diagnostics(python);
      assert.deepEqual(others, []);
      assert.equal(diagnostic?.code, 'sleep');
      assert.deepEqual(diagnostic.range, { start: { line: 4, character: 4 }, end: { line: 4, character: 14 } });
      const titles = (await client.codeActions(python, diagnostic.range)).map(({ title }) => title);
      assert.deepEqual(titles, ['Ignore sleep on this line', 'Ignore sleep in this file']);
      await client.change(python, { text: text.replace('sleep(1)', 'sleep(1)  # noqa: ASYNC251') });
      assert.deepEqual(await client.diagnostics(python), []);
    });

    it('says "unchanged" as long as nothing changed, and follows changes', async () => {
      await start();
      await client.open(uri, blocking);
      const first = await client.pull(uri);
      const second = await client.pull(uri, first.resultId);
      assert.equal(second.kind, 'unchanged');
      await client.change(uri, { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 6 } }, text: '' });
      const third = await client.pull(uri, first.resultId);
      assert.equal(third.kind, 'full');
      assert.deepEqual(third.kind === 'full' && brief(third.items), []);
    });

    it('keeps the findings elsewhere in a file that is broken at the cursor', async () => {
      await start();
      await client.open(uri, blocking);
      await client.change(uri, {
        range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } },
        text: 'async function next( {\n  const x = fs.\n',
      });
      assert.deepEqual(brief(await client.diagnostics(uri)), ['sync-file 2:9 2']);
    });

    it('refuses to answer about a text that has changed meanwhile', async () => {
      await start();
      await client.open(uri, blocking);
      const pending = client.pull(uri);
      await client.change(uri, { text: 'let a = 1;' });
      const error: unknown = await pending.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      assert.ok(error instanceof ResponseError);
      assert.equal(error.code, LSPErrorCodes.ServerCancelled);
      assert.deepEqual(error.data, { retriggerRequest: true });
      assert.deepEqual(await client.diagnostics(uri), []);
    });

    it('stops working on a request that was cancelled', async () => {
      await start();
      await client.open(uri, blocking);
      const source = new CancellationTokenSource();
      const pending = client.pull(uri, undefined, source.token);
      source.cancel();
      const error: unknown = await pending.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      assert.ok(error instanceof ResponseError);
      assert.equal(error.code, LSPErrorCodes.RequestCancelled);
      assert.equal((await client.diagnostics(uri)).length, 1);
    });

    it('answers for documents that it does not know, and forgets closed ones', async () => {
      await start();
      assert.deepEqual(await client.diagnostics('file:///nowhere.js'), []);
      await client.open(uri, blocking);
      await client.close(uri);
      assert.deepEqual(await client.diagnostics(uri), []);
      await client.open(uri, blocking);
      assert.equal((await client.diagnostics(uri)).length, 1);
    });

    it('tells what it is doing', async () => {
      await start();
      await client.open(uri, blocking);
      await client.diagnostics(uri);
      await until(() => client.statuses.at(-1)?.state === 'idle', 20_000, 'the state "idle"');
      assert.deepEqual(
        client.statuses.map(({ state }) => state),
        ['analyzing', 'idle'],
      );
      const last = client.statuses.at(-1);
      assert.equal(last?.findings, 1);
      assert.ok(last.analysisMs > 0);
    });
  });

  describe('with documents that lie on no disk', () => {
    it('goes by the language', async () => {
      await start();
      await client.open(
        'untitled:Untitled-1',
        `import fs from 'fs';\nconst f = async (a: string): Promise<Buffer> => fs.readFileSync(a);\n`,
        'typescript',
      );
      assert.deepEqual(brief(await client.diagnostics('untitled:Untitled-1')), ['sync-file 1:48 2']);
      await client.open('vscode-vfs://github/owner/repo/src/a.js', blocking);
      assert.deepEqual(brief(await client.diagnostics('vscode-vfs://github/owner/repo/src/a.js')), ['sync-file 2:9 2']);
      await client.open('file:///bin/tool', blocking);
      assert.deepEqual(brief(await client.diagnostics('file:///bin/tool')), ['sync-file 2:9 2']);
    });

    it('says where the steps of a chain are', async () => {
      await start();
      await client.open('untitled:Untitled-1', blocking);
      const { finding, uris, explanation } = await client.explain('untitled:Untitled-1', { line: 2, character: 12 });
      assert.equal(finding?.rule, 'sync-file');
      assert.deepEqual(Object.values(uris), ['untitled:Untitled-1']);
      assert.equal(explanation.chain.length, 1);
    });
  });

  describe('with a client that is pushed to', () => {
    it('pushes after a pause, and only what changed', async () => {
      await start({ mode: 'push' });
      assert.equal(client.result.capabilities.diagnosticProvider, undefined);
      await client.open(uri, blocking);
      assert.deepEqual(brief(await client.nextPush(uri)), ['sync-file 2:9 2']);
      for (const text of ['l', 'e', 't'])
        await client.change(uri, { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, text });
      await sleep(600);
      assert.equal(client.pushed.length, 1);
      await client.change(uri, { text: '' });
      assert.deepEqual(await client.nextPush(uri), []);
    });

    it('takes everything back when a document is closed', async () => {
      await start({ mode: 'push' });
      await client.open(uri, blocking);
      await client.nextPush(uri);
      const cleared = client.nextPush(uri);
      await client.close(uri);
      assert.deepEqual(await cleared, []);
    });

    it('waits for saving if the settings say so', async () => {
      await start({ mode: 'push', settings: () => ({ run: 'onSave' }) });
      await client.open(uri, blocking);
      assert.equal((await client.nextPush(uri)).length, 1);
      await client.change(uri, { text: '' });
      await sleep(600);
      assert.equal(client.pushed.length, 1);
      const saved = client.nextPush(uri);
      await client.save(uri);
      assert.deepEqual(await saved, []);
    });
  });

  describe('quick fixes', () => {
    const applied = (action: CodeAction | undefined, text: string): string => {
      const [change] = action?.edit?.documentChanges ?? [];
      assert.ok(change !== undefined && 'edits' in change);
      return TextDocument.applyEdits(
        TextDocument.create(uri, 'javascript', 1, text),
        change.edits.filter((edit) => 'newText' in edit),
      );
    };

    it('rewrites to the promise variant, in this version of the document only', async () => {
      await start();
      await client.open(uri, blocking);
      const diagnostics = await client.diagnostics(uri);
      const [action] = await client.codeActions(uri, calleeRange, diagnostics);
      assert.equal(action?.kind, 'quickfix');
      assert.deepEqual(action.diagnostics, diagnostics);
      assert.match(applied(action, blocking), /await .*readFile\('a'\)/);
      const [change] = action.edit?.documentChanges ?? [];
      assert.ok(change !== undefined && 'textDocument' in change && 'version' in change.textDocument);
      assert.equal(change.textDocument.version, 1);
    });

    it('writes a suppression above the line, indented like it, which then works', async () => {
      await start();
      await client.open(uri, blocking);
      const actions = await client.codeActions(uri, calleeRange);
      const text = applied(
        actions.find(({ title }) => title === 'Ignore sync-file on this line'),
        blocking,
      );
      assert.match(text, /\n {2}\/\/ loopsight-ignore-next-line sync-file -- .*\n {2}return fs\.readFileSync/);
      await client.change(uri, { text });
      assert.deepEqual(await client.diagnostics(uri), []);
    });

    it('writes a suppression for the file, which then works', async () => {
      await start();
      await client.open(uri, blocking);
      const actions = await client.codeActions(uri, calleeRange);
      const text = applied(
        actions.find(({ title }) => title === 'Ignore sync-file in this file'),
        blocking,
      );
      assert.match(text, /^\/\/ loopsight-ignore-file sync-file -- .*\nconst fs/);
      await client.change(uri, { text });
      assert.deepEqual(await client.diagnostics(uri), []);
    });

    it('removes a suppression that suppresses nothing', async () => {
      await start();
      const text = '// loopsight-ignore-next-line sync-file -- once it did\nlet a = 1;\n';
      await client.open(uri, text);
      const [diagnostic] = await client.diagnostics(uri);
      assert.equal(diagnostic?.code, 'unused-suppression');
      const [action] = await client.codeActions(uri, diagnostic.range);
      assert.equal(applied(action, text), 'let a = 1;\n');
    });

    it('offers nothing where there is nothing, and plain edits to clients without versions', async () => {
      await start({ versionedEdits: false });
      await client.open(uri, blocking);
      assert.deepEqual(await client.codeActions(uri, { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } }), []);
      const [action] = await client.codeActions(uri, calleeRange);
      assert.deepEqual(Object.keys(action?.edit?.changes ?? {}), [uri]);
    });
  });

  it('hovers with cost and remedy, and over nothing else', async () => {
    await start();
    await client.open(uri, blocking);
    const hover = await client.hover(uri, { line: 2, character: 12 });
    assert.deepEqual(hover?.range, calleeRange);
    assert.ok(hover.contents !== undefined && typeof hover.contents === 'object' && 'value' in hover.contents);
    assert.match(hover.contents.value, /nodejs\.org/);
    assert.equal(await client.hover(uri, { line: 0, character: 2 }), null);
  });

  it('explains the finding on the line, and the loop in general elsewhere', async () => {
    await start();
    await client.open(uri, blocking);
    const found = await client.explain(uri, { line: 2, character: 2 });
    assert.equal(found.finding?.api, 'node:fs.readFileSync');
    const general = await client.explain(uri, { line: 0, character: 0 });
    assert.equal(general.finding, undefined);
    assert.notEqual(general.explanation.title, '');
    assert.notEqual(general.explanation.title, found.explanation.title);
  });

  describe('settings', () => {
    it('come from the editor, and a change reaches what is open', async () => {
      let settings: unknown = { rules: { 'sync-file': 'error' } };
      await start({ settings: () => settings });
      await client.open(uri, blocking);
      assert.deepEqual(brief(await client.diagnostics(uri)), ['sync-file 2:9 1']);
      const refreshes = client.refreshes;
      settings = { rules: { 'sync-file': 'off' } };
      await client.configurationChanged();
      await until(() => client.refreshes > refreshes, 20_000, 'a refresh');
      assert.deepEqual(await client.diagnostics(uri), []);
      settings = { enable: false };
      await client.configurationChanged();
      assert.deepEqual(await client.diagnostics(uri), []);
      settings = { blocking: ['my-lib.readAll'], rules: { 'sync-file': 'off' } };
      await client.configurationChanged();
      await client.change(uri, {
        text: `import lib from 'my-lib';\nimport { readAll } from 'my-lib';\nconst f = async () => readAll();\n`,
      });
      assert.deepEqual(brief(await client.diagnostics(uri)), ['cpu-call 2:22 2']);
    });

    it('come with a notification from clients that cannot be asked', async () => {
      await start({ canConfigure: false, initializationOptions: { settings: { rules: { 'sync-file': 'hint' } } } });
      await client.open(uri, blocking);
      assert.deepEqual(brief(await client.diagnostics(uri)), ['sync-file 2:9 4']);
      await client.configurationChanged({ loopsight: { rules: { 'sync-file': 'error' } } });
      assert.deepEqual(brief(await client.diagnostics(uri)), ['sync-file 2:9 1']);
    });

    it('may be nonsense', async () => {
      await start({ settings: () => ({ enable: 'yes', run: 7, rules: ['sync-file'], exclude: [3], blocking: { a: 1 }, other: null }) });
      await client.open(uri, blocking);
      assert.deepEqual(brief(await client.diagnostics(uri)), ['sync-file 2:9 2']);
      assert.ok(client.log.some((line) => line.includes('"rules" must be an object')));
    });
  });

  describe('with several folders', () => {
    let folder: string;
    const file = (...names: string[]) => pathToFileURL(join(folder, ...names)).href;
    beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'loopsight-server-'))));
    afterEach(() => rm(folder, { recursive: true }));

    it('reads the settings of each, and reads them again when they change', async () => {
      const names = ['one', 'two'];
      const [one, two] = await Promise.all(names.map((name) => mkdtemp(join(folder, name))));
      assert.ok(one !== undefined && two !== undefined);
      await writeFile(join(one, 'loopsight.json'), '{ "rules": { "sync-file": "error" } }');
      await writeFile(join(two, 'loopsight.json'), '{ "exclude": ["generated/**"] }');
      await start({ folders: [pathToFileURL(one).href, pathToFileURL(two).href] });
      const inOne = pathToFileURL(join(one, 'a.js')).href;
      const inTwo = pathToFileURL(join(two, 'a.js')).href;
      const excluded = pathToFileURL(join(two, 'generated', 'a.js')).href;
      for (const document of [inOne, inTwo, excluded]) await client.open(document, blocking);
      assert.deepEqual(brief(await client.diagnostics(inOne)), ['sync-file 2:9 1']);
      assert.deepEqual(brief(await client.diagnostics(inTwo)), ['sync-file 2:9 2']);
      assert.deepEqual(brief(await client.diagnostics(excluded)), []);
      await writeFile(join(one, 'loopsight.json'), '{ "rules": { "sync-file": "off" } }');
      await client.fileChanged(pathToFileURL(join(one, 'loopsight.json')).href);
      assert.deepEqual(brief(await client.diagnostics(inOne)), []);
      assert.deepEqual(brief(await client.diagnostics(inTwo)), ['sync-file 2:9 2']);
    });

    it('lets the editor override the file, and names what is wrong in it', async () => {
      await writeFile(join(folder, 'loopsight.json'), '{ "rules": { "sync-file": "error", "sync-flie": "off" } }');
      await start({ folders: [pathToFileURL(folder).href], settings: () => ({ rules: { 'sync-file': 'hint' } }) });
      await client.open(file('a.js'), blocking);
      assert.deepEqual(brief(await client.diagnostics(file('a.js'))), ['sync-file 2:9 4']);
      assert.ok(client.log.some((line) => line.includes('sync-flie')));
    });

    it('moves documents when folders come and go', async () => {
      await writeFile(join(folder, 'loopsight.json'), '{ "rules": { "sync-file": "error" } }');
      await start({ folders: [] });
      await client.open(file('sub', 'a.js'), blocking);
      const event = { added: [{ uri: pathToFileURL(folder).href, name: 'folder' }], removed: [] };
      await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
      assert.deepEqual(brief(await client.diagnostics(file('sub', 'a.js'))), ['sync-file 2:9 1']);
    });

    it('asks to be told about settings', async () => {
      await start();
      await until(() => client.registrations.length >= 2, 20_000, 'registrations');
      assert.deepEqual(client.registrations.map(({ method }) => method).sort(), [
        'workspace/didChangeConfiguration',
        'workspace/didChangeWatchedFiles',
      ]);
    });
  });

  describe('and bad input', () => {
    it('survives messages that make no sense', async () => {
      await start();
      await client.open(uri, blocking);
      const bad: unknown[] = [
        null,
        {},
        { textDocument: null },
        { textDocument: { uri: 42 } },
        { textDocument: { uri: '%%%' }, position: { line: -1, character: 1e9 } },
      ];
      const requests = ['textDocument/diagnostic', 'textDocument/codeAction', 'textDocument/hover', 'loopsight/explain', 'no/such'];
      for (const method of requests) {
        for (const params of bad) await client.connection.sendRequest(method, params).catch(() => undefined);
      }
      for (const method of [
        'textDocument/didOpen',
        'textDocument/didChange',
        'textDocument/didClose',
        'workspace/didChangeConfiguration',
      ]) {
        for (const params of bad) await client.connection.sendNotification(method, params);
      }
      assert.equal((await client.diagnostics(uri)).length, 1);
    });

    it('survives bodies that are no JSON', async () => {
      await start();
      client.process.stdin?.write('Content-Length: 7\r\n\r\n{"a":1,');
      await client.open(uri, blocking);
      assert.equal((await client.diagnostics(uri)).length, 1);
    });

    it('survives texts of every kind', async () => {
      await start();
      const texts = [
        '',
        '\0',
        '\ufeff',
        '#!',
        '`${'.repeat(500),
        '('.repeat(3000),
        'a'.repeat(300_000),
        '\u2028\r\r\n',
        'async function f() { fs.readFileSync',
        '\ud800',
      ];
      for (const [index, text] of texts.entries()) {
        const document = `file:///odd/${index}.ts`;
        await client.open(document, text, 'typescript');
        assert.ok(Array.isArray(await client.diagnostics(document)));
      }
      await client.open(uri, blocking);
      assert.equal((await client.diagnostics(uri)).length, 1);
    });

    it('ends cleanly', async () => {
      await start();
      assert.equal(await client.stop(), 0);
    });
  });

  it('has the findings of a fresh analysis after 1,000 random edits', async () => {
    const fresh = await start();
    await start();
    const random = seeded(20260722);
    const mirror = TextDocument.create(uri, 'javascript', 1, startText);
    await client.open(uri, startText);
    let withFindings = 0;
    for (let round = 1; round <= 1000; round++) {
      const change = toChange(mirror, randomEdit(mirror.getText(), random));
      TextDocument.update(mirror, [change], round + 1);
      await client.change(uri, change);
      if (round % 10 !== 0) continue;
      await fresh.open(uri, mirror.getText());
      const expected = await fresh.diagnostics(uri);
      await fresh.close(uri);
      assert.deepEqual(await client.diagnostics(uri), expected, `after ${round} edits of this text:\n${mirror.getText()}`);
      if (expected.length > 0) withFindings += 1;
      // A text with nothing to find would prove nothing.
      if (expected.length === 0) {
        TextDocument.update(mirror, [{ text: startText }], round + 1);
        await client.change(uri, { text: startText });
      }
    }
    assert.ok(withFindings > 10, `only ${withFindings} of the compared texts had findings`);
    assert.equal(client.process.exitCode, null);
  });
});
