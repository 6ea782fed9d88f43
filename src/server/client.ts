// The client at the other end: what it can do, what it wants, and how it is told things.
// Invariant: nothing is asked of a client that it did not say it can do.

import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  TextDocumentSyncKind,
  WorkDoneProgress,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ProgressToken,
  type PublishDiagnosticsParams,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver';
import { settingsSection, statusNotification, type InitializationOptions, type Status } from '../protocol/server';
import { configure, type Configuration } from './configuration';
import type { Ports } from './ports';
import type { Scope } from './session';
import { fileUri } from './uris';
import { watchers } from './watchedFiles';

export class Client {
  #capabilities: InitializeParams['capabilities'] = {};
  #options: InitializationOptions = {};
  /** What a client said that cannot be asked. */
  #settings: unknown;
  #isAskedForClosedFiles = false;

  constructor(
    private readonly connection: Connection,
    private readonly defaultRulesUri: string,
  ) {}

  /** Takes the client's introduction; returns the URIs of the folders that are open. */
  initialize(params: InitializeParams): readonly string[] {
    this.#capabilities = params.capabilities;
    const options: unknown = params.initializationOptions;
    this.#options = isRecord(options) ? options : {};
    this.#settings = this.#options.settings;
    return foldersOf(params);
  }

  /** The introduction of the server in return. */
  introduction(): InitializeResult {
    const workspaceDiagnostics = !this.listsClosedFilesApart;
    const diagnosticProvider = { identifier: settingsSection, interFileDependencies: true, workspaceDiagnostics };
    return {
      serverInfo: { name: 'Loopsight' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        hoverProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(this.pulls ? { diagnosticProvider } : {}),
      },
    };
  }

  /** Asks to be told about settings and about files that decide how sources are read. */
  register(): void {
    const { workspace } = this.#capabilities;
    if (workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      this.#quietly(this.connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection }));
    }
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      this.#quietly(this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
  }

  get pulls(): boolean {
    return this.#capabilities.textDocument?.diagnostic !== undefined;
  }

  /** True if the client pulls what concerns files that are not open from a provider of its own, and so keeps it in a list of its own. */
  get listsClosedFilesApart(): boolean {
    return this.#capabilities.textDocument?.diagnostic?.dynamicRegistration === true;
  }

  /** Has such a client begin to pull. Until all files are to be shown, there is nothing to pull. */
  askForClosedFiles(): void {
    if (!this.listsClosedFilesApart || this.#isAskedForClosedFiles) return;
    this.#isAskedForClosedFiles = true;
    const options = { identifier: closedFilesIdentifier, interFileDependencies: true, workspaceDiagnostics: true };
    this.#quietly(this.connection.client.register(DocumentDiagnosticRequest.type, { ...options, documentSelector: [noDocument] }));
  }

  get changesFolders(): boolean {
    return this.#capabilities.workspace?.workspaceFolders === true;
  }

  get versionedEdits(): boolean {
    return this.#capabilities.workspace?.workspaceEdit?.documentChanges === true;
  }

  /** The language ids of documents that were open from the start. */
  get openLanguages(): readonly string[] {
    const ids: unknown = this.#options.openLanguages;
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  }

  /** URI of the folder with the rules' pages. */
  get rulesUri(): string {
    return (this.#options.rulesUri ?? this.defaultRulesUri).replace(/\/+$/, '');
  }

  /** Takes the settings that came with a notification; clients that can be asked send `null`. */
  adoptSettings(settings: unknown): void {
    const section = isRecord(settings) ? (settings[settingsSection] ?? settings) : undefined;
    if (section !== undefined) this.#settings = section;
  }

  async configuration(scope: Scope, ports: Ports): Promise<Configuration> {
    const [editor, file] = await Promise.all([this.#editorSettings(scope), scope.onDisk ? ports.findSettings(scope.root) : undefined]);
    return configure(editor, scope.root, file);
  }

  /** Asks a client that pulls to pull again. */
  refresh(): void {
    if (this.#capabilities.workspace?.diagnostics?.refreshSupport === true) this.#quietly(this.connection.languages.diagnostics.refresh());
  }

  publish(params: PublishDiagnosticsParams): void {
    this.#quietly(this.connection.sendDiagnostics(params));
  }

  status(status: Status): void {
    this.#quietly(this.connection.sendNotification(statusNotification, status));
  }

  /** Reports progress of a request that brought a token for it. */
  progress(token: ProgressToken, value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd): void {
    this.#quietly(this.connection.sendProgress(WorkDoneProgress.type, token, value));
  }

  async #editorSettings({ uri }: Scope): Promise<unknown> {
    if (this.#capabilities.workspace?.configuration !== true) return this.#settings;
    try {
      return await this.connection.workspace.getConfiguration({ scopeUri: uri, section: settingsSection });
    } catch (error) {
      this.connection.console.warn(`The editor's settings could not be read: ${String(error)}`);
      return this.#settings;
    }
  }

  /** A client that refuses, or has gone, is no reason to stop. */
  #quietly(message: Promise<unknown>): void {
    message.catch((error: unknown) => this.connection.console.warn(String(error)));
  }
}

/** The provider for files that are not open; no document is one. */
export const closedFilesIdentifier = `${settingsSection}-closed-files`;
const noDocument = { scheme: closedFilesIdentifier };

function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri) return [rootUri];
  return rootPath ? [fileUri(rootPath)] : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
