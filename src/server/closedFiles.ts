// What clients are told about files that are not open.
// Invariant: a file is told about when its findings are final, and again only when they have changed;
// while they are not known, what was said stays. Open documents are not mentioned: they have their own way.

import type { Diagnostic, PreviousResultId, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import type { Client } from './client';
import { toDiagnostics } from './diagnostics';
import { Reports } from './reports';
import type { Session } from './session';
import type { Sessions } from './sessions';
import { Throttled } from './timing';
import { fileUri, uriIn } from './uris';

/** A request that is kept open, and answered bit by bit. */
export interface Stream {
  report(report: WorkspaceDiagnosticReport): void;
}

interface FileReport {
  readonly uri: string;
  readonly diagnostics: Diagnostic[];
}

export class ClosedFiles {
  readonly #reports = new Reports();
  readonly #update = new Throttled(pauseMs, () => void this.#tell().catch(this.onError));
  #stream: Stream | undefined;

  constructor(
    private readonly client: Client,
    private readonly sessions: Sessions,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Other findings may hold, or other settings. */
  changed(): void {
    this.#update.schedule();
  }

  /** A client with one list for all files now gets what it is to show from the document. */
  opened(uri: string): void {
    if (!this.client.listsClosedFilesApart) this.#reports.forget(uri);
    this.changed();
  }

  /** Such a client still shows what it got from the document. */
  closed(uri: string): void {
    if (!this.client.listsClosedFilesApart) this.#reports.distrust(uri);
    this.changed();
  }

  /** The answer to a client that has what it was told under `previous`: what differs from that. */
  async answer(previous: readonly PreviousResultId[]): Promise<WorkspaceDiagnosticReport> {
    this.#reports.adopt(previous);
    return this.#report(await this.#news());
  }

  /** Tells what is new as soon as it is known. A client that begins another stream has lost the one before. */
  keepTelling(previous: readonly PreviousResultId[], stream: Stream): void {
    this.#reports.adopt(previous);
    this.#stream = stream;
    this.#update.schedule();
  }

  endTelling(stream: Stream): void {
    if (this.#stream === stream) this.#stream = undefined;
  }

  async #tell(): Promise<void> {
    const areWanted = await this.sessions.some((session) => session.showsAll());
    if (areWanted) this.client.askForClosedFiles();
    if (this.client.pulls && !this.#stream) return;
    const news = await this.#news();
    if (!this.client.pulls) for (const one of news) this.client.publish(one);
    else if (news.length > 0) this.#stream?.report(this.#report(news));
  }

  #report(news: readonly FileReport[]): WorkspaceDiagnosticReport {
    const items = news.map(({ uri, diagnostics }) => ({ uri, version: null, ...this.#reports.answer(uri, diagnostics) }));
    for (const { uri, diagnostics } of news) if (diagnostics.length === 0) this.#reports.forget(uri);
    return { items };
  }

  async #news(): Promise<readonly FileReport[]> {
    const { present, isPending } = await this.#present();
    const gone = this.#reports.uris.filter((uri) => !present.has(uri) && !isPending(uri));
    const all = [...present.values(), ...gone.map((uri): FileReport => ({ uri, diagnostics: [] }))];
    return all.filter(({ uri, diagnostics }) => this.#reports.isNews(uri, diagnostics));
  }

  /** What holds now, by URI, and for which URIs nobody knows. */
  async #present(): Promise<{ readonly present: ReadonlyMap<string, FileReport>; readonly isPending: (uri: string) => boolean }> {
    const present = new Map<string, FileReport>();
    const pending = new Set<Session>();
    for (const session of this.sessions.all()) {
      if (!(await session.showsAll())) continue;
      const reports = await this.#reportsOf(session);
      if (reports === undefined) pending.add(session);
      for (const report of reports ?? []) present.set(report.uri, report);
    }
    const isPending = (uri: string): boolean => {
      const session = this.sessions.folderOf(uri);
      return session !== undefined && pending.has(session) && !session.uris.includes(uri);
    };
    return { present, isPending };
  }

  /** A file that lies in a folder within the session's folder is the other folder's to report. */
  async #reportsOf(session: Session): Promise<readonly FileReport[] | undefined> {
    const found = await session.closedFindings();
    if (!found) return undefined;
    const own = [...found].map(([path, findings]) => ({ uri: fileUri(path), findings }));
    return own
      .filter(({ uri }) => this.sessions.folderOf(uri) === session)
      .map(({ uri, findings }) => ({
        uri,
        diagnostics: toDiagnostics(findings, { rulesUri: this.client.rulesUri, uriOf: uriIn(session) }),
      }));
  }
}

const pauseMs = 100;
