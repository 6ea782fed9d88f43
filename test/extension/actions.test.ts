// Quick fixes, as the light bulb offers and applies them.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { blocking, calleeRange, closeAll, openFile, untilShown } from './editor';

const squiggle = 'sync-file 2:9-2:24 Warning';

describe('quick fixes', () => {
  afterEach(closeAll);

  it('rewrite the call to its awaited promise variant', async () => {
    const document = await openFile('fix.js', blocking);
    await untilShown(document, [squiggle]);
    await apply((await quickFixes(document)).find(({ title, isPreferred }) => isPreferred === true || /readFile/.test(title)));
    assert.match(document.getText(), /return await .*readFile\('a'\)/);
    await untilShown(document, []);
  });

  it('write a suppression above the line', async () => {
    const document = await openFile('ignore.js', blocking);
    await untilShown(document, [squiggle]);
    await apply((await quickFixes(document)).find(({ title }) => title === 'Ignore sync-file on this line'));
    assert.match(document.lineAt(2).text, /^ {2}\/\/ loopsight-ignore-next-line sync-file -- \S/);
    assert.equal(document.lineAt(3).text, `  return fs.readFileSync('a');`);
    await untilShown(document, []);
  });

  it('write a suppression for the file', async () => {
    const document = await openFile('ignoreFile.js', blocking);
    await untilShown(document, [squiggle]);
    await apply((await quickFixes(document)).find(({ title }) => title === 'Ignore sync-file in this file'));
    assert.match(document.lineAt(0).text, /^\/\/ loopsight-ignore-file sync-file -- \S/);
    await untilShown(document, []);
  });
});

async function quickFixes(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, calleeRange, kind);
}

async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}
