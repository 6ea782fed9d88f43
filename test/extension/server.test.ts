// The server's life: restarted by a person, and by itself when it dies.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { RestartLimit } from '../../src/extension/restarts';
import { api, blocking, closeAll, openFile, replace, until, untilShown } from './editor';

const squiggle = 'sync-file 2:9-2:24 Warning';

describe('the server', () => {
  afterEach(closeAll);

  it('restarts on command', async () => {
    const document = await openFile('restart.js', blocking);
    await untilShown(document, [squiggle]);
    const { serverPid } = await api();
    const before = serverPid();
    await vscode.commands.executeCommand('loopsight.restart');
    assert.notEqual(serverPid(), undefined);
    assert.notEqual(serverPid(), before);
    await untilShown(document, [squiggle]);
    await replace(document, new vscode.Range(1, 0, 1, 6), '');
    await untilShown(document, []);
  });

  it('is started again when it dies', async () => {
    const document = await openFile('killed.js', blocking);
    await untilShown(document, [squiggle]);
    const { serverPid } = await api();
    const before = serverPid();
    assert.ok(before);
    process.kill(before, 'SIGKILL');
    await until(() => serverPid() !== undefined && serverPid() !== before, 'another server');
    await replace(document, new vscode.Range(1, 0, 1, 6), '');
    await untilShown(document, []);
  });

  it('is not started for ever', () => {
    let time = 0;
    const limit = new RestartLimit(() => time);
    const ends = (count: number) => Array.from({ length: count }, () => limit.allows());
    assert.deepEqual(ends(5), [true, true, true, true, false]);
    time = 3 * 60_000;
    assert.deepEqual(ends(5), [true, true, true, true, false]);
    limit.reset();
    assert.deepEqual(ends(1), [true]);
  });

  it('explains what the cursor stands on', async () => {
    await openFile('explain.js', blocking);
    await vscode.commands.executeCommand('loopsight.explain');
  });
});
