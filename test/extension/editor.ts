// What the suites do with the editor.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LoopsightApi } from '../../src/extension/extension';

export const extensionId = 'loopsight.loopsight';

export const blocking = `const fs = require('fs');
async function load() {
  return fs.readFileSync('a');
}
`;

/** `readFileSync` of the text above, with its object. */
export const calleeRange = new vscode.Range(2, 9, 2, 24);

/** Writes a file into the workspace and shows it. */
export async function openFile(name: string, text: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  return show(await vscode.workspace.openTextDocument(uri));
}

/** Shows a document that lies nowhere. */
export async function openUntitled(content: string, language = 'javascript'): Promise<vscode.TextDocument> {
  return show(await vscode.workspace.openTextDocument({ language, content }));
}

export async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

export async function replace(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  // On a busy machine the edit before may not have been told to this process yet: then this one is refused.
  for (let tries = 1; !(await vscode.workspace.applyEdit(edit)); tries++) {
    assert.ok(tries < 20, 'the edit is refused');
    await sleep(50);
  }
}

/** The range of the first occurrence of a text. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `${text} is not in the document`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** The diagnostics of Loopsight, as `rule line:character-line:character severity`. */
export function shown(document: vscode.TextDocument): string[] {
  return diagnosticsOf(document).map(({ code, range, severity }) => {
    const rule = typeof code === 'object' ? code.value : code;
    return `${rule} ${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character} ${vscode.DiagnosticSeverity[severity]}`;
  });
}

export function diagnosticsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'loopsight');
}

/** Waits until exactly these diagnostics are shown. */
export async function untilShown(document: vscode.TextDocument, expected: readonly string[], timeoutMs = 20_000): Promise<void> {
  const wanted = JSON.stringify(expected);
  const limit = Date.now() + timeoutMs;
  while (JSON.stringify(shown(document)) !== wanted) {
    if (Date.now() > limit) assert.deepEqual(shown(document), expected);
    await sleep(10);
  }
}

export async function until(condition: () => boolean, what: string, timeoutMs = 20_000): Promise<void> {
  const limit = Date.now() + timeoutMs;
  while (!condition()) {
    if (Date.now() > limit) assert.fail(`Waited ${timeoutMs} ms in vain for ${what}.`);
    await sleep(10);
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export async function api(): Promise<LoopsightApi> {
  const extension = vscode.extensions.getExtension<LoopsightApi>(extensionId);
  assert.ok(extension, 'the extension is not installed');
  return extension.activate();
}

export async function setSetting(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('loopsight').update(name, value, vscode.ConfigurationTarget.Workspace);
}

/** Closes every editor without asking whether to save. */
export async function closeAll(): Promise<void> {
  for (let count = 0; count < 100 && vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0); count++) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

function folder(): vscode.Uri {
  const first = vscode.workspace.workspaceFolders?.[0];
  assert.ok(first, 'no folder is open');
  return first.uri;
}
