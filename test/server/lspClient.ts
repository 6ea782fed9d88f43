// A language client for tests: the built server as a process, the protocol over its standard streams.
// Invariant: what a test asks of it is what any editor could ask; it knows nothing of the server's inside.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  CancellationToken,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  FileChangeType,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  WorkDoneProgress,
  WorkspaceDiagnosticRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type Position,
  type PreviousResultId,
  type ProtocolConnection,
  type Range,
  type Registration,
  type TextDocumentContentChangeEvent,
  type WorkDoneProgressReport,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import {
  explainRequest,
  scanRequest,
  statusNotification,
  type ExplainResult,
  type ScanResult,
  type Status,
} from '../../src/protocol/server';

export interface ClientOptions {
  /** `push`: a client that cannot pull. */
  readonly mode?: 'pull' | 'push';
  readonly folders?: readonly string[];
  /** What the editor's settings are for a scope. */
  settings?(scopeUri: string | undefined): unknown;
  /** False for a client that cannot be asked for settings. */
  readonly canConfigure?: boolean;
  readonly initializationOptions?: unknown;
  readonly versionedEdits?: boolean;
  /** True for a client that pulls what concerns files that are not open from a provider of its own, as VS Code does. */
  readonly listsClosedFilesApart?: boolean;
}

export class TestClient {
  readonly pushed: { readonly uri: string; readonly version?: number; readonly diagnostics: Diagnostic[] }[] = [];
  readonly statuses: Status[] = [];
  readonly log: string[] = [];
  readonly registrations: Registration[] = [];
  refreshes = 0;
  /** What is shown for files that are not open, by URI, once `watchWorkspace` was called. */
  readonly problems = new Map<string, Diagnostic[]>();
  /** How often that has changed. */
  problemChanges = 0;
  result: InitializeResult = { capabilities: {} };
  readonly #versions = new Map<string, number>();

  private constructor(
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {}

  static async start(options: ClientOptions = {}): Promise<TestClient> {
    // What loads TypeScript into the tests has no business in the server.
    const env = { ...process.env, NODE_OPTIONS: '' };
    const server = spawn(process.execPath, [serverPath, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], env });
    const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    const client = new TestClient(server, connection);
    client.#listen(options);
    client.result = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: capabilities(options),
      initializationOptions: options.initializationOptions,
      workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  async open(uri: string, text: string, languageId = 'javascript'): Promise<void> {
    this.#versions.set(uri, 1);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Without a range, a change is the whole text. */
  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = this.version(uri) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges });
  }

  version(uri: string): number {
    return this.#versions.get(uri) ?? 0;
  }

  async save(uri: string): Promise<void> {
    await this.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  async pull(uri: string, previousResultId?: string, token?: CancellationToken): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) };
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, params, token);
  }

  /** The diagnostics of a document, pulled anew. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  /** The next diagnostics that are pushed for a document. */
  async nextPush(uri: string, timeoutMs = 30_000): Promise<Diagnostic[]> {
    const seen = this.pushed.length;
    const isThere = () => this.pushed.slice(seen).find((push) => push.uri === uri);
    await until(() => isThere() !== undefined, timeoutMs, `diagnostics of ${uri}`);
    return isThere()?.diagnostics ?? [];
  }

  /** Keeps a request for the diagnostics of the workspace open, as VS Code does. Resolves when the server ends it. */
  async watchWorkspace(token?: CancellationToken): Promise<void> {
    const partialResultToken = 'workspace';
    this.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, (report) => this.#adopt(report));
    this.#adopt(await this.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [], partialResultToken }, token));
  }

  /** The diagnostics of the workspace at once, for a client that keeps nothing open. */
  workspaceDiagnostics(previousResultIds: PreviousResultId[] = []): Promise<WorkspaceDiagnosticReport> {
    return this.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
  }

  scan(onProgress: (value: WorkDoneProgressReport) => void = () => undefined, token = CancellationToken.None): Promise<ScanResult> {
    const workDoneToken = `scan-${performance.now()}`;
    this.connection.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind === 'report') onProgress(value);
    });
    return this.connection.sendRequest(scanRequest, { workDoneToken }, token);
  }

  async codeActions(uri: string, range: Range, diagnostics: Diagnostic[] = []): Promise<CodeAction[]> {
    const found = await this.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context: { diagnostics } });
    return (found ?? []).filter((action): action is CodeAction => 'edit' in action);
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  explain(uri: string, position: Position): Promise<ExplainResult> {
    return this.connection.sendRequest(explainRequest, { textDocument: { uri }, position });
  }

  async configurationChanged(settings: unknown = null): Promise<void> {
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
  }

  async fileChanged(uri: string, how: keyof typeof fileChanges = 'changed'): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: fileChanges[how] }] });
  }

  /** Several events at once, as when a branch is switched. */
  async filesChanged(changes: readonly (readonly [uri: string, how: keyof typeof fileChanges])[]): Promise<void> {
    const events = changes.map(([uri, how]) => ({ uri, type: fileChanges[how] }));
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: events });
  }

  /** Ends the server as an editor does; resolves with its exit status. */
  async stop(): Promise<number | null> {
    const ended = once(this.process, 'exit');
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const [status] = (await ended) as [number | null];
    this.connection.dispose();
    return status;
  }

  #adopt({ items }: Pick<WorkspaceDiagnosticReport, 'items'>): void {
    this.problemChanges += 1;
    for (const item of items) {
      if (item.kind !== 'full') continue;
      if (item.items.length === 0) this.problems.delete(item.uri);
      else this.problems.set(item.uri, item.items);
    }
  }

  #listen(options: ClientOptions): void {
    const { connection } = this;
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => void this.pushed.push(params));
    connection.onNotification(LogMessageNotification.type, ({ message }) => void this.log.push(message));
    connection.onNotification(statusNotification, (status: Status) => void this.statuses.push(status));
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => void this.registrations.push(...registrations));
    connection.onRequest(DiagnosticRefreshRequest.type, () => void (this.refreshes += 1));
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(({ scopeUri }) => options.settings?.(scopeUri) ?? null));
    connection.listen();
  }
}

const fileChanges = { created: FileChangeType.Created, changed: FileChangeType.Changed, deleted: FileChangeType.Deleted } as const;

/** Waits until a condition holds; fails with what was waited for. */
export async function until(condition: () => boolean, timeoutMs: number, what: string): Promise<void> {
  const limit = Date.now() + timeoutMs;
  while (!condition()) {
    if (Date.now() > limit) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`);
    await sleep(10);
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** `rule line:character severity`, what tests compare. */
export function brief(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, range, severity }) => `${String(code)} ${range.start.line}:${range.start.character} ${severity}`);
}

export const serverPath = join(__dirname, '..', '..', 'dist', 'server.js');

function capabilities(options: ClientOptions): ClientCapabilities {
  const { mode = 'pull', canConfigure = true, versionedEdits = true, listsClosedFilesApart = false } = options;
  const diagnostic = { relatedDocumentSupport: false, dynamicRegistration: listsClosedFilesApart };
  return {
    workspace: {
      configuration: canConfigure,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceFolders: true,
      workspaceEdit: { documentChanges: versionedEdits },
      diagnostics: { refreshSupport: true },
    },
    textDocument: {
      publishDiagnostics: { relatedInformation: true },
      ...(mode === 'pull' ? { diagnostic } : {}),
    },
  };
}
