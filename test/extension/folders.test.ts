// Several folders in one window: each is a program with settings of its own.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { blocking, closeAll, show, until } from './editor';

describe('several folders', () => {
  const [first, second] = vscode.workspace.workspaceFolders ?? [];
  const write = async (folder: vscode.WorkspaceFolder | undefined, name: string, text: string): Promise<vscode.Uri> => {
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, name);
    await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
    return uri;
  };
  const severities = (uri: vscode.Uri): string[] => {
    const own = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'loopsight');
    return own.map(({ severity }) => vscode.DiagnosticSeverity[severity]);
  };
  const set = (folder: vscode.WorkspaceFolder | undefined, name: string, value: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration('loopsight', folder?.uri).update(name, value, vscode.ConfigurationTarget.WorkspaceFolder);
  afterEach(async () => {
    for (const name of ['rules', 'diagnosticMode', 'exclude']) for (const folder of [first, second]) await set(folder, name, undefined);
    await closeAll();
  });

  it('have settings of their own, and change them apart', async () => {
    const one = await write(first, 'own.js', blocking);
    const other = await write(second, 'own.js', blocking);
    for (const uri of [one, other]) await show(await vscode.workspace.openTextDocument(uri));
    await until(() => severities(one).join() === 'Warning' && severities(other).join() === 'Warning', 'a warning in each');
    await set(second, 'rules', { 'sync-file': 'error' });
    await until(() => severities(other).join() === 'Error', 'an error in the second');
    assert.deepEqual(severities(one), ['Warning']);
    await set(first, 'exclude', ['own.js']);
    await until(() => severities(one).length === 0, 'nothing in the first');
    assert.deepEqual(severities(other), ['Error']);
  });

  it('show all their files only where they are asked to', async () => {
    const one = await write(first, 'closed.js', blocking);
    const other = await write(second, 'closed.js', blocking);
    await set(second, 'diagnosticMode', 'workspace');
    const opened = await write(first, 'opened.js', blocking);
    await show(await vscode.workspace.openTextDocument(opened));
    await until(() => severities(other).join() === 'Warning' && severities(opened).join() === 'Warning', 'warnings');
    assert.deepEqual(severities(one), []);
  });

  it('are programs of their own: what one imports of another is followed from neither', async () => {
    const helper = `const fs = require('fs');\nexports.load = () => fs.readFileSync('a');\n`;
    await write(first, 'shared.js', helper);
    await write(second, 'shared.js', helper.replace('fs.readFileSync', 'String'));
    const caller = `const { load } = require('./shared');\nexports.serve = async () => load();\n`;
    const one = await write(first, 'caller.js', caller);
    const other = await write(second, 'caller.js', caller);
    for (const uri of [one, other]) await show(await vscode.workspace.openTextDocument(uri));
    await until(() => severities(one).join() === 'Warning', 'a warning where the helper blocks');
    assert.deepEqual(severities(other), []);
    await write(second, 'shared.js', helper);
    await write(first, 'shared.js', helper.replace('fs.readFileSync', 'String'));
    await until(() => severities(other).join() === 'Warning' && severities(one).length === 0, 'them to change places');
  });
});
