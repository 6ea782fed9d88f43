// The language server: what the protocol asks, answered by the sessions.
// Invariant: diagnostics are pulled where the client can pull, pushed otherwise, never both; and a
// request about a text that has changed meanwhile gets a refusal, never an answer about the old text.

import {
  FileChangeType,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type FileEvent,
  type Hover,
  type HoverParams,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { explain } from '../core/explain';
import type { Finding } from '../core/findings';
import { explainRequest, scanRequest, type ExplainParams, type ExplainResult, type ScanParams, type ScanResult } from '../protocol/server';
import { Client, closedFilesIdentifier } from './client';
import type { Stream } from './closedFiles';
import { codeActions } from './codeActions';
import { fromPosition, fromRange } from './convert';
import { hover } from './hover';
import { findingAt, findingNear, findingsIn } from './lookup';
import type { Ports } from './ports';
import { Publisher } from './publisher';
import { scanWorkspace } from './scanWorkspace';
import { Sessions } from './sessions';
import { delay } from './timing';
import { pathOfDocument, uriIn } from './uris';
import { diskChangesFor, isSetupFile } from './watchedFiles';

/** Answers on a connection. Returns at once; nothing heavy is loaded before a document is opened. */
export function serve(connection: Connection, ports: Ports, defaultRulesUri: string): void {
  new Server(connection, ports, defaultRulesUri).listen();
}

class Server {
  readonly #documents = new TextDocuments(TextDocument);
  readonly #client: Client;
  readonly #sessions: Sessions;
  readonly #publisher: Publisher;

  constructor(
    private readonly connection: Connection,
    private readonly ports: Ports,
    defaultRulesUri: string,
  ) {
    const client = new Client(connection, defaultRulesUri);
    this.#client = client;
    this.#sessions = new Sessions({
      ports,
      log: connection.console,
      configuration: (scope) => client.configuration(scope, ports),
      status: (status) => client.status(status),
      surroundingsChanged: (session) => this.#publisher.surroundingsChanged(session),
    });
    this.#publisher = new Publisher(client, this.#sessions, connection.console);
  }

  listen(): void {
    this.#listenToLife();
    this.#listenToDocuments();
    this.#listenToRequests();
    this.connection.listen();
  }

  #listenToLife(): void {
    const { connection } = this;
    connection.onInitialize((params) => {
      this.#sessions.setFolders(this.#client.initialize(params), []);
      setImmediate(() => this.#loadParsers());
      return this.#client.introduction();
    });
    connection.onInitialized(() => {
      this.#client.register();
      this.#startWhereAllIsShown();
      if (this.#client.changesFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => this.#moveFolders(urisOf(added), urisOf(removed)));
      }
    });
    connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
      this.#client.adoptSettings(settings);
      this.#forgetSetups();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => this.#filesChanged(changes));
  }

  #listenToDocuments(): void {
    const documents = this.#documents;
    documents.onDidOpen(({ document }) => {
      this.#sessions.add(document);
      this.#publisher.opened(document.uri);
    });
    documents.onDidChangeContent(({ document }) => this.#publisher.changed(document.uri));
    documents.onDidSave(({ document }) => {
      this.#publisher.due(document.uri);
      this.#filesChanged([{ uri: document.uri, type: FileChangeType.Changed }]);
    });
    documents.onDidClose(({ document: { uri } }) => {
      const { isScanned } = this.#sessions.of(uri);
      this.#sessions.remove(uri);
      this.#publisher.closed(uri);
      // What was not saved no longer counts, for the other documents neither. A scanner will say so.
      if (!isScanned) this.#publisher.renew(documents.keys());
    });
    documents.listen(this.connection);
  }

  #listenToRequests(): void {
    const { connection } = this;
    connection.languages.diagnostics.on((params, token) => this.#diagnostics(params, token));
    connection.languages.diagnostics.onWorkspace((params, token, _, stream) => this.#workspaceDiagnostics(params, token, stream));
    connection.onRequest(scanRequest, (params: ScanParams, token: CancellationToken) => this.#scan(params, token));
    connection.onCodeAction((params, token) => this.#codeActions(params, token));
    connection.onHover((params, token) => this.#hover(params, token));
    connection.onRequest(explainRequest, (params: ExplainParams, token: CancellationToken) => this.#explain(params, token));
  }

  #moveFolders(added: readonly string[], removed: readonly string[]): void {
    const kept = this.#sessions.folderUris.filter((uri) => !removed.includes(uri));
    this.#sessions.setFolders([...kept, ...added], this.#documents.all());
    this.#publisher.renew(this.#documents.keys());
    this.#startWhereAllIsShown();
  }

  #startWhereAllIsShown(): void {
    for (const session of this.#sessions.folders)
      session.startIfAllIsShown().catch((error: unknown) => this.connection.console.error(String(error)));
  }

  /** While the client sends what is open, there is time to load what reads it. */
  #loadParsers(): void {
    for (const id of this.#client.openLanguages) {
      const language = this.ports.languageOf(pathOfDocument('untitled:any', id));
      // Who needs it will hear what went wrong.
      if (language) this.ports.loadLanguage(language).catch(() => undefined);
    }
  }

  #filesChanged(events: readonly FileEvent[]): void {
    if (events.some(isSetupFile)) this.#forgetSetups();
    for (const session of this.#sessions.folders) {
      const inside = events.filter(({ uri }) => this.#sessions.foldersOf(uri).includes(session));
      const changes = diskChangesFor(session, inside, this.ports);
      if (changes) session.diskChanged(changes);
    }
  }

  #forgetSetups(): void {
    for (const session of this.#sessions.all()) session.forgetSetup();
    this.#publisher.renew(this.#documents.keys());
    this.#startWhereAllIsShown();
  }

  async #diagnostics(params: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const { uri } = params.textDocument;
    if (params.identifier === closedFilesIdentifier) return { kind: 'full', items: [] };
    const findings = await this.#findings(uri, token, LSPErrorCodes.ServerCancelled);
    if (!this.#documents.get(uri)) return { kind: 'full', items: [] };
    return this.#publisher.answer(uri, findings, params.previousResultId);
  }

  /** With a stream, the request stays open until the client cancels it: news is told when there is some. */
  async #workspaceDiagnostics(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    stream: Stream | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const { closedFiles } = this.#publisher;
    if (!stream) {
      await Promise.race([cancellation(token), Promise.all(this.#sessions.folders.map((session) => session.allIsKnown()))]);
      return closedFiles.answer(previousResultIds);
    }
    closedFiles.keepTelling(previousResultIds, stream);
    await cancellation(token);
    closedFiles.endTelling(stream);
    return { items: [] };
  }

  async #scan({ workDoneToken }: ScanParams, token: CancellationToken): Promise<ScanResult> {
    const tell: Client['progress'] = (...progress) => {
      this.#client.progress(...progress);
    };
    if (workDoneToken !== undefined)
      tell(workDoneToken, { kind: 'begin', title: 'Scanning the workspace', cancellable: true, percentage: 0 });
    const result = await scanWorkspace(this.#sessions.folders, token, (message, percentage) => {
      if (workDoneToken !== undefined) tell(workDoneToken, { kind: 'report', message, percentage: Math.round(percentage) });
    });
    if (workDoneToken !== undefined) tell(workDoneToken, { kind: 'end' });
    if (!result) throw cancelled();
    this.#publisher.closedFiles.changed();
    return result;
  }

  async #codeActions({ textDocument: { uri }, range, context }: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
    const findings = findingsIn(await this.#findings(uri, token), fromRange(range));
    const session = this.#sessions.of(uri);
    const [document, path, language] = [this.#documents.get(uri), session.pathOf(uri), await session.language(uri)];
    if (findings.length === 0 || document === undefined || path === undefined || language === undefined) return [];
    return codeActions({
      document,
      path,
      language,
      findings,
      diagnostics: context.diagnostics,
      versionedEdits: this.#client.versionedEdits,
    });
  }

  async #hover({ textDocument: { uri }, position }: HoverParams, token: CancellationToken): Promise<Hover | undefined> {
    const finding = findingAt(await this.#findings(uri, token), fromPosition(position));
    // A comment that suppresses nothing costs nothing: its message says it all.
    return finding === undefined || finding.rule === 'unused-suppression' ? undefined : hover(finding, uriIn(this.#sessions.of(uri)));
  }

  async #explain({ textDocument: { uri }, position }: ExplainParams, token: CancellationToken): Promise<ExplainResult> {
    const finding = findingNear(await this.#findings(uri, token), fromPosition(position));
    if (finding === undefined) return { explanation: explain(undefined), uris: {} };
    const uriOf = uriIn(this.#sessions.of(uri));
    const uris = Object.fromEntries(finding.path.map(({ file }) => [file, uriOf(file)]));
    return { finding, explanation: explain(finding), uris };
  }

  /** Findings of the document's present text. Throws the protocol's refusal if it changes meanwhile. */
  async #findings(uri: string, token: CancellationToken, code: number = LSPErrorCodes.ContentModified): Promise<readonly Finding[]> {
    const document = this.#documents.get(uri);
    if (document === undefined) return [];
    const { version } = document;
    const isStale = () => token.isCancellationRequested || document.version !== version || this.#documents.get(uri) !== document;
    const session = this.#sessions.of(uri);
    await delay(session.paceMs(uri));
    const findings = isStale() ? undefined : await session.findings(uri, isStale);
    if (findings !== undefined && !isStale()) return findings;
    throw token.isCancellationRequested ? cancelled() : outdated(code, this.#documents.get(uri) === document);
  }
}

function urisOf(folders: readonly { readonly uri: string }[]): readonly string[] {
  return folders.map(({ uri }) => uri);
}

function cancellation(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) resolve();
    else token.onCancellationRequested(() => resolve());
  });
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

function outdated(code: number, isOpen: boolean): ResponseError<{ readonly retriggerRequest: boolean }> {
  return new ResponseError(code, 'The document has changed meanwhile.', { retriggerRequest: isOpen });
}
