// The command that reads the whole workspace anew: its progress, how to stop it, and what it came to.

import * as vscode from 'vscode';
import type { ScanResult } from '../protocol/server';
import type { LanguageServer } from './server';

/** Resolves with what was found; `undefined` if a person stopped it, or it could not be done, which is said. */
export async function scanWorkspace(server: LanguageServer, log: vscode.LogOutputChannel): Promise<ScanResult | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title: 'Loopsight', cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    let shown = 0;
    try {
      const result = await server.scan(token, (message, percentage) => {
        progress.report({ message, increment: percentage - shown });
        shown = percentage;
      });
      void tell(result);
      return result;
    } catch (error) {
      if (!token.isCancellationRequested) fail(error, log);
      return undefined;
    }
  });
}

async function tell({ findings, files }: ScanResult): Promise<void> {
  if (findings === 0) {
    void vscode.window.showInformationMessage('Loopsight: nothing blocks the event loop.');
    return;
  }
  const what = findings === 1 ? '1 finding' : `${findings} findings in ${files} ${files === 1 ? 'file' : 'files'}`;
  const choice = await vscode.window.showInformationMessage(`Loopsight: ${what}.`, 'Show Problems');
  if (choice !== undefined) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

function fail(error: unknown, log: vscode.LogOutputChannel): void {
  log.error(error instanceof Error ? error : String(error));
  void vscode.window.showErrorMessage('Loopsight: the workspace could not be scanned. The log says why.');
}
