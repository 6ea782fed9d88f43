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
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { explain } from '../core/explain';
import type { Finding } from '../core/findings';
import { explainRequest, type ExplainParams, type ExplainResult } from '../protocol/server';
import { Client } from './client';
import { codeActions } from './codeActions';
import { fromPosition, fromRange } from './convert';
import { hover } from './hover';
import { findingAt, findingNear, findingsIn } from './lookup';
import type { Ports } from './ports';
import { Publisher } from './publisher';
import { Sessions } from './sessions';
import { delay } from './timing';
import { pathOf, pathOfDocument, uriIn } from './uris';

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
      surroundingsChanged: (session) => this.#publisher.renew(session.uris),
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
      this.#publisher.due(document.uri);
    });
    documents.onDidChangeContent(({ document }) => this.#publisher.changed(document.uri));
    documents.onDidSave(({ document }) => {
      this.#publisher.due(document.uri);
      this.#fileChanged({ uri: document.uri, type: FileChangeType.Changed });
    });
    documents.onDidClose(({ document: { uri } }) => {
      this.#sessions.remove(uri);
      this.#publisher.closed(uri);
      // What was not saved no longer counts, for the other documents neither.
      this.#publisher.renew(documents.keys());
    });
    documents.listen(this.connection);
  }

  #listenToRequests(): void {
    const { connection } = this;
    connection.languages.diagnostics.on((params, token) => this.#diagnostics(params, token));
    connection.onCodeAction((params, token) => this.#codeActions(params, token));
    connection.onHover((params, token) => this.#hover(params, token));
    connection.onRequest(explainRequest, (params: ExplainParams, token: CancellationToken) => this.#explain(params, token));
  }

  #moveFolders(added: readonly string[], removed: readonly string[]): void {
    const kept = this.#sessions.folderUris.filter((uri) => !removed.includes(uri));
    this.#sessions.setFolders([...kept, ...added], this.#documents.all());
    this.#publisher.renew(this.#documents.keys());
  }

  /** While the client sends what is open, there is time to load what reads it. */
  #loadParsers(): void {
    for (const id of this.#client.openLanguages) {
      const language = this.ports.languageOf(pathOfDocument('untitled:any', id));
      // Who needs it will hear what went wrong.
      if (language) this.ports.loadLanguage(language).catch(() => undefined);
    }
  }

  #filesChanged(changes: readonly FileEvent[]): void {
    const isSource = ({ uri }: FileEvent): boolean => this.ports.languageOf(pathOf(uri)) !== undefined;
    if (!changes.every(isSource)) this.#forgetSetups();
    for (const change of changes.filter(isSource)) this.#fileChanged(change);
  }

  #fileChanged({ uri, type }: FileEvent): void {
    for (const session of this.#sessions.foldersOf(uri)) {
      session.fileChanged(pathOf(uri));
      if (type !== FileChangeType.Changed) session.filesChanged();
    }
  }

  #forgetSetups(): void {
    for (const session of this.#sessions.all()) session.forgetSetup();
    this.#publisher.renew(this.#documents.keys());
  }

  async #diagnostics(params: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const { uri } = params.textDocument;
    const findings = await this.#findings(uri, token, LSPErrorCodes.ServerCancelled);
    if (!this.#documents.get(uri)) return { kind: 'full', items: [] };
    return this.#publisher.answer(uri, findings, params.previousResultId);
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

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

function outdated(code: number, isOpen: boolean): ResponseError<{ readonly retriggerRequest: boolean }> {
  return new ResponseError(code, 'The document has changed meanwhile.', { retriggerRequest: isOpen });
}
