// The life of the language server as the editor sees it: started late, started again when it ends,
// up to a limit, and at a person's wish.

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { explainRequest, type ExplainResult, type ScanResult } from '../protocol/server';
import { maxRestarts, RestartLimit } from './restarts';
import { documentSelector } from './selector';
import type { StatusItem } from './statusItem';

const startLimitMs = 5_000;

export class LanguageServer implements vscode.Disposable {
  readonly #limit = new RestartLimit();
  #client: LanguageClient | undefined;
  #started: Promise<void> | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
    private readonly status: StatusItem,
  ) {}

  /** Starts the server if it is not running. Never rejects: what goes wrong is shown. */
  start(): Promise<void> {
    this.#started ??= this.#start();
    return this.#started;
  }

  async restart(): Promise<void> {
    this.#limit.reset();
    this.status.starting();
    // One that is just starting cannot be stopped, and one that hangs must not keep a person waiting.
    await Promise.race([this.#started, delay(startLimitMs)]);
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#started = undefined;
    // A client that failed to start refuses to stop; it has nothing to stop then.
    await client?.dispose().catch((error: unknown) => this.log.debug(String(error)));
  }

  /** Explains what stands at a position; `undefined` for a document that is not analyzed. */
  async explain(document: vscode.Uri, position: vscode.Position): Promise<ExplainResult | undefined> {
    const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === document.toString());
    if (open === undefined || vscode.languages.match(documentSelector, open) === 0) return undefined;
    await this.start();
    if (this.#client?.isRunning() !== true) throw new Error('The language server is not running.');
    const { line, character } = position;
    const uri = this.#client.code2ProtocolConverter.asUri(document);
    return this.#client.sendRequest<ExplainResult>(explainRequest, { textDocument: { uri }, position: { line, character } });
  }

  /** Reads the whole workspace anew. Rejects when `token` is cancelled. */
  async scan(token: vscode.CancellationToken, onProgress: (message: string, percentage: number) => void): Promise<ScanResult> {
    await this.start();
    const client = this.#client;
    if (client?.isRunning() !== true) throw new Error('The language server is not running.');
    const { sendScan } = await import('./client');
    return sendScan(client, token, onProgress);
  }

  /** The id of the server's process while it runs. */
  get pid(): number | undefined {
    return this.#client?.serverProcess?.pid;
  }

  dispose(): void {
    void this.stop();
  }

  async #start(): Promise<void> {
    try {
      const { createClient } = await import('./client');
      this.#client = createClient({
        extensionUri: this.extensionUri,
        log: this.log,
        onStatus: (status) => this.status.show(status),
        onEnd: () => this.#mayRestart(),
      });
      await this.#client.start();
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      this.#giveUp('The language server could not be started.');
    }
  }

  #mayRestart(): boolean {
    const allowed = this.#limit.allows();
    if (allowed) this.status.starting();
    else this.#giveUp(`The language server ended ${maxRestarts + 1} times within three minutes and is not started again.`);
    return allowed;
  }

  #giveUp(message: string): void {
    this.status.failed(message);
    void this.#offerRestart(message);
  }

  async #offerRestart(message: string): Promise<void> {
    const choice = await vscode.window.showErrorMessage(`Loopsight: ${message}`, 'Restart', 'Show Log');
    if (choice === 'Restart') await this.restart();
    if (choice === 'Show Log') this.log.show();
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
