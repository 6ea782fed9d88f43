// The extension: commands, side panel and status around the language server.
// Invariant: nothing here reads a source file, and `activate` returns before anything heavy is loaded.

import * as vscode from 'vscode';
import { LoopPanel } from './panelView';
import { scanWorkspace } from './scan';
import { LanguageServer } from './server';
import { StatusItem } from './statusItem';

/** What other extensions and tests may use. */
export interface LoopsightApi {
  /** How long `activate` took, in milliseconds. */
  readonly activationMs: number;
  /** Resolves when the server has answered for the first time, or could not be started. */
  readonly ready: Promise<void>;
  /** The process id of the language server while it runs. */
  readonly serverPid: () => number | undefined;
}

export function activate(context: vscode.ExtensionContext): LoopsightApi {
  const begin = performance.now();
  const log = vscode.window.createOutputChannel('Loopsight', { log: true });
  const status = new StatusItem();
  const server = new LanguageServer(context.extensionUri, log, status);
  const panel = new LoopPanel(context.extensionUri, (document, position) => server.explain(document, position));
  context.subscriptions.push(
    ...[log, status, server, panel],
    vscode.window.registerWebviewViewProvider(LoopPanel.viewType, panel),
    vscode.commands.registerCommand('loopsight.explain', () => panel.reveal()),
    vscode.commands.registerCommand('loopsight.scanWorkspace', () => scanWorkspace(server, log)),
    vscode.commands.registerCommand('loopsight.restart', () => server.restart()),
    vscode.commands.registerCommand('loopsight.showLog', () => log.show()),
  );
  const ready = afterActivation().then(() => server.start());
  return { activationMs: performance.now() - begin, ready, serverPid: () => server.pid };
}

function afterActivation(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
