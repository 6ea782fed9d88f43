// Problems of all files of the workspace, open or not.

import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ScanResult } from '../../src/protocol/server';
import { closeAll, openFile, rangeOf, replace, setSetting, sleep, until } from './editor';

const helper = `import fs from 'node:fs';
export function loadForWorkspace(name) {
  return fs.readFileSync(name, 'utf8');
}
`;
const caller = (name: string) => `import { loadForWorkspace } from './${name}.js';
export async function serve() {
  return loadForWorkspace('a');
}
`;

describe('the workspace', () => {
  const written: vscode.Uri[] = [];
  const write = async (name: string, text: string): Promise<vscode.Uri> => {
    const root = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(root);
    const uri = vscode.Uri.joinPath(root, name);
    await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
    written.push(uri);
    return uri;
  };
  const problemsIn = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'loopsight').length;
  afterEach(async () => {
    await setSetting('diagnosticMode', undefined);
    await closeAll();
    for (const uri of written.splice(0)) await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => undefined);
  });

  it('has the callers of an edited helper updated, open or not', async () => {
    await setSetting('diagnosticMode', 'workspace');
    const closed = await write('workspace-closed.js', caller('workspace-helper'));
    const document = await openFile('workspace-helper.js', helper);
    written.push(document.uri);
    await until(() => problemsIn(closed) === 1, 'a problem in a file that is not open');
    await replace(document, rangeOf(document, 'fs.readFileSync'), 'String');
    await until(() => problemsIn(closed) === 0, 'it to go');
    await replace(document, rangeOf(document, 'String'), 'fs.readFileSync');
    await until(() => problemsIn(closed) === 1, 'it to come back');
  });

  it('shows a problem once, whether its file is open or not', async () => {
    await setSetting('diagnosticMode', 'workspace');
    await write('workspace-once-helper.js', helper);
    const uri = await write('workspace-once.js', caller('workspace-once-helper'));
    await openFile('workspace-other.js', 'export const other = 1;\n');
    await until(() => problemsIn(uri) === 1, 'a problem in a file that is not open');
    // Not through a document of this process, which would keep it open for minutes.
    await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
    const isOpen = () => vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    await until(isOpen, 'the document');
    await sleep(1500);
    assert.equal(problemsIn(uri), 1);
    await closeAll();
    await until(() => !isOpen(), 'the document to be closed');
    await until(() => problemsIn(uri) === 1, 'the problem to stay');
  });

  it('is followed on the disk: files changed, created, renamed and deleted by others', async () => {
    await setSetting('diagnosticMode', 'workspace');
    await write('workspace-disk-helper.js', helper);
    const uri = await write('workspace-disk.js', caller('workspace-disk-helper'));
    await openFile('workspace-other.js', 'export const other = 1;\n');
    await until(() => problemsIn(uri) === 1, 'a problem in a file that was created');
    await write('workspace-disk-helper.js', helper.replace('fs.readFileSync', 'String'));
    await until(() => problemsIn(uri) === 0, 'it to go');
    await write('workspace-disk-helper.js', helper);
    await until(() => problemsIn(uri) === 1, 'it to come back');
    const renamed = vscode.Uri.joinPath(uri, '..', 'workspace-renamed.js');
    await vscode.workspace.fs.rename(uri, renamed);
    written.push(renamed);
    await until(() => problemsIn(uri) === 0 && problemsIn(renamed) === 1, 'it to move with its file');
    await vscode.workspace.fs.delete(renamed);
    await until(() => problemsIn(renamed) === 0, 'it to go with its file');
  });

  it('follows a branch that is switched: 500 files at once', async function () {
    this.timeout(180_000);
    await setSetting('diagnosticMode', 'workspace');
    await write('workspace-branch.js', helper);
    const root = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(root);
    const folder = vscode.Uri.joinPath(root, 'branch');
    written.push(folder);
    // As git writes them: many at once, and the editor is not asked.
    const checkOut = (specifier: string) =>
      Promise.all(
        Array.from({ length: 500 }, (_, index) => writeFile(join(folder.fsPath, `${index}.js`), caller('x').replace('./x.js', specifier))),
      );
    const shown = () =>
      vscode.languages.getDiagnostics().filter(([uri, list]) => uri.path.startsWith(`${folder.path}/`) && list.length > 0);
    await mkdir(folder.fsPath);
    await checkOut('../nowhere.js');
    await openFile('workspace-other.js', 'export const other = 1;\n');
    await checkOut('../workspace-branch.js');
    await until(() => shown().length === 500, 'a problem in each of the files', 60_000);
    await checkOut('../nowhere.js');
    await until(() => shown().length === 0, 'them to go', 60_000);
    await checkOut('../workspace-branch.js');
    await until(() => shown().length === 500, 'them to come back', 60_000);
    await rm(folder.fsPath, { recursive: true });
    await until(() => shown().length === 0, 'them to go with their files', 60_000);
  });

  it('is scanned by a command, which shows the problems of all files', async () => {
    await write('workspace-scan-helper.js', helper);
    const uri = await write('workspace-scan.js', caller('workspace-scan-helper'));
    const result = await vscode.commands.executeCommand<ScanResult | undefined>('loopsight.scanWorkspace');
    assert.ok(result && result.findings > 0 && result.files > 0);
    await until(() => problemsIn(uri) === 1, 'a problem in a file that is not open');
    // What was scanned stays shown until the server is another one.
    await vscode.commands.executeCommand('loopsight.restart');
    await until(() => problemsIn(uri) === 0, 'it to go');
  });
});
