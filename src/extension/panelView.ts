// The side panel as the editor sees it: a webview that follows the cursor while somebody can see it.
// What it shows is decided in panelSession.ts; here are only the editor's parts of that.

import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Step } from '../core/findings';
import type { RuleId } from '../core/rules';
import type { Range } from '../core/text';
import type { ExplainResult } from '../protocol/server';
import { panelHtml } from './panelHtml';
import { PanelSession, type Answer } from './panelSession';

/** Asks the server about a place in a document; `undefined` for a document that is not analyzed. */
export type Explain = (document: vscode.Uri, position: vscode.Position) => Promise<ExplainResult | undefined>;

export class LoopPanel implements vscode.WebviewViewProvider, vscode.Disposable {
  static readonly viewType = 'loopsight.panel';

  readonly #extensionUri: vscode.Uri;
  readonly #explain: Explain;
  readonly #session: PanelSession;
  readonly #subscriptions: vscode.Disposable;
  #view: vscode.WebviewView | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(extensionUri: vscode.Uri, explain: Explain) {
    this.#extensionUri = extensionUri;
    this.#explain = explain;
    this.#session = new PanelSession({
      ask: () => this.#ask(),
      post: (message) => void this.#view?.webview.postMessage(message),
      place,
      open: (step, uri) => void openStep(step, uri),
      readMore: (rule) => void this.#readMore(rule),
    });
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(() => this.#followSoon()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#followSoon()),
      vscode.languages.onDidChangeDiagnostics(() => this.#followSoon()),
    );
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    const { webview } = view;
    webview.options = { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(this.#extensionUri, 'dist')] };
    const listening = vscode.Disposable.from(
      webview.onDidReceiveMessage((message: unknown) => void this.#session.receive(message)),
      view.onDidChangeVisibility(() => this.#followSoon()),
      view.onDidDispose(() => {
        listening.dispose();
        if (this.#view === view) this.#view = undefined;
      }),
    );
    webview.html = this.#html(webview);
  }

  /** Shows the panel, and keeps in it what the cursor stands on at this moment. */
  async reveal(): Promise<void> {
    // Asked first: the cursor is where the person called the command.
    const pinned = this.#session.pin();
    await vscode.commands.executeCommand(`${LoopPanel.viewType}.focus`);
    await pinned;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  #followSoon(): void {
    clearTimeout(this.#timer);
    if (this.#view?.visible === true) this.#timer = setTimeout(() => void this.#session.follow(), followDelayMs);
  }

  async #ask(): Promise<Answer | undefined> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return undefined;
    const result = await this.#explain(editor.document.uri, editor.selection.active);
    return result && { explanation: result.explanation, found: result.finding !== undefined, uris: result.uris };
  }

  async #readMore(rule: RuleId): Promise<void> {
    const page = vscode.Uri.joinPath(this.#extensionUri, 'media', 'rules', `${rule}.md`);
    await attempt(vscode.commands.executeCommand('markdown.showPreview', page), `the page of the rule ${rule}`);
  }

  #html(webview: vscode.Webview): string {
    const asset = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(this.#extensionUri, 'dist', name)).toString();
    const nonce = randomUUID().replaceAll('-', '');
    return panelHtml({ script: asset('panel.js'), style: asset('panel.css'), cspSource: webview.cspSource, nonce });
  }
}

/** Long enough that holding down an arrow key asks once, short enough to feel immediate. */
const followDelayMs = 120;

function place(step: Step, uri: string | undefined): string {
  return `${vscode.workspace.asRelativePath(uriOf(step, uri))}:${step.range.start.line}`;
}

async function openStep(step: Step, uri: string | undefined): Promise<void> {
  const shown = vscode.window.showTextDocument(uriOf(step, uri), { selection: editorRange(step.range), preview: true });
  await attempt(shown, place(step, uri));
}

function uriOf(step: Step, uri: string | undefined): vscode.Uri {
  return uri === undefined ? vscode.Uri.file(step.file) : vscode.Uri.parse(uri);
}

/** The core counts from 1, the editor from 0. The file may have changed since: nothing goes below 0. */
function editorRange({ start, end }: Range): vscode.Range {
  const zero = (value: number) => Math.max(0, value - 1);
  return new vscode.Range(zero(start.line), zero(start.column), zero(end.line), zero(end.column));
}

async function attempt(action: Thenable<unknown>, what: string): Promise<void> {
  try {
    await action;
  } catch (error) {
    void vscode.window.showWarningMessage(`Loopsight cannot open ${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
