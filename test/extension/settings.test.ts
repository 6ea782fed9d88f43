// Settings take effect at once, in what is open.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { blocking, closeAll, openFile, replace, setSetting, shown, sleep, until, untilShown } from './editor';

const squiggle = 'sync-file 2:9-2:24 Warning';

describe('settings', () => {
  afterEach(async () => {
    for (const name of ['enable', 'run', 'rules', 'exclude', 'blocking']) await setSetting(name, undefined);
    await closeAll();
  });

  it('change the severity of a rule, and switch it off', async () => {
    const document = await openFile('rules.js', blocking);
    await untilShown(document, [squiggle]);
    await setSetting('rules', { 'sync-file': 'error' });
    await untilShown(document, ['sync-file 2:9-2:24 Error']);
    await setSetting('rules', { 'sync-file': 'off' });
    await untilShown(document, []);
    await setSetting('rules', undefined);
    await untilShown(document, [squiggle]);
  });

  it('switch everything off', async () => {
    const document = await openFile('enable.js', blocking);
    await untilShown(document, [squiggle]);
    await setSetting('enable', false);
    await untilShown(document, []);
  });

  it('exclude files', async () => {
    const document = await openFile('excluded.js', blocking);
    await untilShown(document, [squiggle]);
    await setSetting('exclude', ['excluded.js']);
    await untilShown(document, []);
  });

  it('name further APIs that block', async () => {
    const document = await openFile('custom.js', `const lib = require('my-lib');\nasync function f() {\n  lib.readAll();\n}\n`);
    await setSetting('blocking', ['my-lib.readAll']);
    await untilShown(document, ['cpu-call 2:2-2:13 Warning']);
  });

  it('wait for saving', async () => {
    await setSetting('run', 'onSave');
    const document = await openFile('onSave.js', blocking);
    await untilShown(document, [squiggle]);
    // A changed setting has everything analyzed again; that must be over.
    await sleep(1000);
    await replace(document, new vscode.Range(1, 0, 1, 6), '');
    await sleep(1000);
    assert.equal(shown(document).length, 1);
    await document.save();
    await untilShown(document, []);
  });

  it('come from loopsight.json too', async () => {
    const document = await openFile('file.js', blocking);
    await untilShown(document, [squiggle]);
    const uri = vscode.Uri.joinPath(document.uri, '..', 'loopsight.json');
    await vscode.workspace.fs.writeFile(uri, Buffer.from('{ "rules": { "sync-file": "hint" } }'));
    await untilShown(document, ['sync-file 2:9-2:24 Hint']);
    await vscode.workspace.fs.delete(uri);
    await until(() => shown(document)[0] === squiggle, 'the settings to be forgotten');
  });
});
