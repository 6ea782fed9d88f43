// How clients learn about diagnostics, whether they pull or are pushed to.
// Invariant: what was said about a document is said again only when it changed. A change in one
// document that alters what holds for others reaches the others too.

import type { DocumentDiagnosticReport } from 'vscode-languageserver';
import type { Finding } from '../core/findings';
import type { Client } from './client';
import { ClosedFiles } from './closedFiles';
import { toDiagnostics } from './diagnostics';
import type { Log } from './ports';
import { Reports } from './reports';
import type { Session } from './session';
import type { Sessions } from './sessions';
import { Debounced, quietMs, Throttled } from './timing';
import { uriIn } from './uris';

export class Publisher {
  readonly #reports = new Reports();
  readonly #pushes = new Map<string, Debounced>();
  readonly #refresh = new Throttled(quietMs, () => this.client.refresh());
  /** What concerns files that are not open. */
  readonly closedFiles: ClosedFiles;

  constructor(
    private readonly client: Client,
    private readonly sessions: Sessions,
    private readonly log: Log,
  ) {
    this.closedFiles = new ClosedFiles(client, sessions, (error) => this.#failed(error));
  }

  /** The answer to a pull. */
  answer(uri: string, findings: readonly Finding[], previousId: string | undefined): DocumentDiagnosticReport {
    const session = this.sessions.of(uri);
    const report = this.#reports.answer(uri, this.#diagnostics(session, findings), previousId);
    this.#logged(this.#announceOthers(session, uri));
    this.closedFiles.changed();
    return report;
  }

  /** A person typed. */
  changed(uri: string): void {
    if (!this.client.pulls) this.#logged(this.#scheduleOnType(uri));
  }

  opened(uri: string): void {
    this.closedFiles.opened(uri);
    this.due(uri);
  }

  /** A document was opened or saved, or what applies to it changed. */
  due(uri: string): void {
    if (this.client.pulls) return;
    const push = this.#pushes.get(uri) ?? new Debounced(quietMs, () => this.#logged(this.#push(uri)));
    this.#pushes.set(uri, push);
    push.schedule();
  }

  closed(uri: string): void {
    this.#reports.forget(uri);
    this.#pushes.get(uri)?.cancel();
    this.#pushes.delete(uri);
    if (!this.client.pulls) this.client.publish({ uri, diagnostics: [] });
    this.closedFiles.closed(uri);
  }

  /** What lies around the open documents is another one. Most often, nothing follows from that. */
  surroundingsChanged(session: Session): void {
    this.#logged(this.client.pulls ? this.#announceOthers(session) : this.#publishNews(session));
    this.closedFiles.changed();
  }

  /** All that was said may be wrong now. */
  renew(uris: readonly string[]): void {
    if (this.client.pulls) this.#refresh.schedule();
    else for (const uri of uris) this.due(uri);
    this.closedFiles.changed();
  }

  async #scheduleOnType(uri: string): Promise<void> {
    const { onType } = await this.sessions.of(uri).configuration();
    if (onType) this.due(uri);
  }

  /** Nothing is pushed for a text that is changing: the change has scheduled the next push. */
  async #push(uri: string): Promise<void> {
    const push = this.#pushes.get(uri);
    const session = this.sessions.of(uri);
    const isStale = () => push === undefined || push.isScheduled || this.#pushes.get(uri) !== push;
    if ((await session.findings(uri, isStale)) === undefined) return;
    await this.#publishNews(session);
    this.closedFiles.changed();
  }

  async #publishNews(session: Session): Promise<void> {
    for (const news of await this.#news(session)) this.client.publish(news);
  }

  /** A client that pulls must ask again, if the answer for one document changed what holds for others. */
  async #announceOthers(session: Session, uri?: string): Promise<void> {
    const news = await this.#news(session, (other) => other !== uri && this.#reports.has(other));
    if (news.length > 0) this.#refresh.schedule();
  }

  async #news(session: Session, isWanted: (uri: string) => boolean = () => true) {
    const known = [...(await session.knownFindings())].filter(([uri]) => isWanted(uri));
    const all = known.map(([uri, findings]) => ({ uri, diagnostics: this.#diagnostics(session, findings) }));
    return all.filter(({ uri, diagnostics }) => this.#reports.isNews(uri, diagnostics));
  }

  #diagnostics(session: Session, findings: readonly Finding[]) {
    return toDiagnostics(findings, { rulesUri: this.client.rulesUri, uriOf: uriIn(session) });
  }

  #logged(work: Promise<void>): void {
    work.catch((error: unknown) => this.#failed(error));
  }

  #failed(error: unknown): void {
    this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
