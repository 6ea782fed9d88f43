// The connection to the language server. This module loads the protocol's library, which takes tens
// of milliseconds: import it only when the server is to be started.

import * as vscode from 'vscode';
import {
  CloseAction,
  DiagnosticPullMode,
  ErrorAction,
  LanguageClient,
  TransportKind,
  vsdiag,
  WorkDoneProgress,
  type CancellationToken,
  type ErrorHandler,
  type LanguageClientOptions,
  type ServerOptions,
} from 'vscode-languageclient/node';
import {
  scanRequest,
  settingsSection,
  statusNotification,
  type InitializationOptions,
  type ScanParams,
  type ScanResult,
  type Status,
} from '../protocol/server';
import { documentSelector, isCopy } from './selector';

export interface ClientOptions {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  onStatus(status: Status): void;
  /** The server has ended by itself; true if it is to be started again. */
  onEnd(): boolean;
}

export function createClient(options: ClientOptions): LanguageClient {
  const client = new LanguageClient(settingsSection, 'Loopsight', serverOptions(options.extensionUri), clientOptions(options));
  client.onNotification(statusNotification, (status: Status) => options.onStatus(status));
  return client;
}

/** Asks for a scan of the workspace, and passes on how far it is. */
export async function sendScan(
  client: LanguageClient,
  token: CancellationToken,
  onProgress: (message: string, percentage: number) => void,
): Promise<ScanResult> {
  scans += 1;
  const workDoneToken = `${scanRequest}-${scans}`;
  const progress = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind === 'report') onProgress(value.message ?? '', value.percentage ?? 0);
  });
  try {
    const params: ScanParams = { workDoneToken };
    return await client.sendRequest<ScanResult>(scanRequest, params, token);
  } finally {
    progress.dispose();
  }
}

let scans = 0;

function serverOptions(extensionUri: vscode.Uri): ServerOptions {
  const server = { module: vscode.Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath, transport: TransportKind.ipc };
  return { run: server, debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } } };
}

function clientOptions(options: ClientOptions): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    rulesUri: vscode.Uri.joinPath(options.extensionUri, 'media', 'rules').toString(),
    openLanguages: [...new Set(vscode.workspace.textDocuments.map(({ languageId }) => languageId))],
  };
  return {
    documentSelector,
    initializationOptions,
    outputChannel: options.log,
    diagnosticPullOptions: { onChange: true, onSave: true, filter: isPullUnwanted },
    errorHandler: errorHandler(options),
    middleware: {
      provideDiagnostics: (document, previousId, token, next) => {
        if (isCopy(schemeOf(document))) return undefined;
        if (previousId !== undefined && waitsForSaving(document))
          return { kind: vsdiag.DocumentDiagnosticReportKind.unChanged, resultId: previousId };
        return next(document, previousId, token);
      },
    },
  };
}

/** The library asks once for each change and each save; which of them counts is the person's choice. */
function isPullUnwanted(document: vscode.TextDocument, mode: DiagnosticPullMode): boolean {
  const run = vscode.workspace.getConfiguration(settingsSection, document.uri).get('run');
  return mode === DiagnosticPullMode.onType ? run === 'onSave' : run !== 'onSave';
}

/** The library also asks when the server says that something has changed: no reason to show more of a text that is not saved. */
function waitsForSaving(document: vscode.TextDocument | vscode.Uri): boolean {
  if (!('uri' in document) || !document.isDirty) return false;
  return vscode.workspace.getConfiguration(settingsSection, document.uri).get('run') === 'onSave';
}

function schemeOf(document: vscode.TextDocument | vscode.Uri): string {
  return 'uri' in document ? document.uri.scheme : document.scheme;
}

function errorHandler(options: ClientOptions): ErrorHandler {
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => ({ action: options.onEnd() ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true }),
  };
}
