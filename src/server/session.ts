// The analysis of one workspace folder, or of one document outside all folders.
// Invariant: findings are handed out only for the text that was asked about. If it changes while the
// answer is being worked out, the answer is `undefined`, and whoever asked knows that it is stale.

import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileFacts } from '../core/facts';
import type { Finding } from '../core/findings';
import { emptyProject, type ProjectPort } from '../core/project';
import type { LanguageSupport } from '../languages/language';
import type { Status } from '../protocol/server';
import type { Configuration } from './configuration';
import { Folder, type FolderContent, type FolderHost } from './folder';
import type { Analyzer, Log, Ports } from './ports';
import { Program } from './program';
import { nextTurn, quietMs } from './timing';
import { pathOfDocument } from './uris';

/** What a session needs from the server around it. */
export interface SessionHost {
  readonly ports: Ports;
  readonly log: Log;
  configuration(scope: Scope): Promise<Configuration>;
  status(status: Status): void;
  /** What lies around the open documents changed, and so may their findings. */
  surroundingsChanged(session: Session): void;
}

/** What a session covers: `uri` is a folder's, or a lone document's. */
export interface Scope {
  readonly uri: string;
  /** The folder's path; a lone document's folder. */
  readonly root: string;
  /** False in a virtual workspace: then nothing can be read but what the client sends. */
  readonly onDisk: boolean;
  /** True for a folder, all of which is analyzed. */
  readonly isFolder: boolean;
}

export class Session {
  readonly #documents = new Map<string, Member>();
  readonly #program = new Program((path, error) => this.#fail(path, error));
  readonly #folder: Folder | undefined;
  #content: FolderContent | undefined;
  #basis: Promise<Basis> | undefined;
  #project: Promise<ProjectPort> | undefined;
  /** How many wait for an answer. */
  #waiting = 0;
  #analysisMs = 0;
  /** When a document was read last. */
  #readAt = -Infinity;
  #failure: string | undefined;

  constructor(
    readonly scope: Scope,
    private readonly host: SessionHost,
  ) {
    if (scope.isFolder && scope.onDisk) this.#folder = new Folder(scope.root, this.#folderHost());
  }

  add(document: TextDocument): void {
    const path = pathOfDocument(document.uri, document.languageId);
    this.#documents.set(document.uri, { document, path });
    this.#project = undefined;
  }

  remove(uri: string): void {
    const member = this.#documents.get(uri);
    if (member === undefined) return;
    this.#documents.delete(uri);
    this.#program.delete(member.path);
    this.#project = undefined;
    this.#folder?.textChanged(member.path);
  }

  /** A file of the folder was written, by whomever. */
  fileChanged(path: string): void {
    this.#folder?.textChanged(path);
  }

  /** Files came or went. */
  filesChanged(): void {
    this.#folder?.filesChanged();
  }

  /** Nothing is asked of it any more. */
  stop(): void {
    this.#folder?.stop();
  }

  /** The URIs of its open documents. */
  get uris(): readonly string[] {
    return [...this.#documents.keys()];
  }

  /** Settings or files beside the sources changed. */
  forgetSetup(): void {
    this.#basis = undefined;
    this.#project = undefined;
    this.#folder?.filesChanged();
  }

  /** How long to wait before a changed document is read: not every key of a fast writer is worth a long analysis. */
  paceMs(uri: string): number {
    const member = this.#documents.get(uri);
    const isChanged = member !== undefined && !this.#program.holds(member.path, member.document.version);
    return isChanged && performance.now() - this.#readAt < quietMs ? Math.min(quietMs, this.#analysisMs) : 0;
  }

  async configuration(): Promise<Configuration> {
    return (await this.#prepare()).configuration;
  }

  /** The findings in a document as it is now; `undefined` if `isStale` says so before they are there. */
  async findings(uri: string, isStale: () => boolean): Promise<readonly Finding[] | undefined> {
    this.#waiting += 1;
    try {
      return await this.#freshFindings(uri, isStale);
    } finally {
      this.#waiting -= 1;
      this.#folder?.start();
    }
  }

  async #freshFindings(uri: string, isStale: () => boolean): Promise<readonly Finding[] | undefined> {
    const setup = await this.#prepare();
    const asked = this.#documents.get(uri);
    if (isStale() || asked === undefined) return undefined;
    const isFresh = !this.#covers(setup, asked) || (await this.#refresh(setup, asked, isStale));
    return isFresh ? this.#findingsOf(setup, asked) : undefined;
  }

  /** The findings of the open documents whose present text was read already, by URI. */
  async knownFindings(): Promise<ReadonlyMap<string, readonly Finding[]>> {
    const setup = await this.#prepare();
    const members = [...this.#documents.values()].filter((member) => this.#isSettled(setup, member));
    return new Map(members.map((member) => [member.document.uri, this.#findingsOf(setup, member)]));
  }

  /** The language of an open document, loaded. */
  async language(uri: string): Promise<LanguageSupport | undefined> {
    const member = this.#documents.get(uri);
    const language = member && this.host.ports.languageOf(member.path);
    return language && this.host.ports.loadLanguage(language);
  }

  /** The path under which a document is analyzed. */
  pathOf(uri: string): string | undefined {
    return this.#documents.get(uri)?.path;
  }

  /** The URI of the open document that is analyzed under a path. */
  uriOf(path: string): string | undefined {
    return [...this.#documents.values()].find((member) => member.path === path)?.document.uri;
  }

  async #prepare(): Promise<Setup> {
    this.#basis ??= this.#load();
    this.#project ??= this.#surroundings();
    const [basis, project] = await Promise.all([this.#basis, this.#project]);
    return { ...basis, project };
  }

  async #load(): Promise<Basis> {
    const configuration = await this.host.configuration(this.scope);
    for (const problem of configuration.problems) this.host.log.warn(problem);
    const basis = { configuration, analyzer: this.host.ports.analyzerFor(configuration.settings) };
    for (const member of this.#documents.values()) if (!this.#covers(basis, member)) this.#program.delete(member.path);
    return basis;
  }

  async #surroundings(): Promise<ProjectPort> {
    if (!this.scope.onDisk) return emptyProject;
    if (this.#content) return this.#content.project;
    const paths = [...this.#documents.values()].map(({ path }) => path);
    return this.host.ports.surroundings(paths, this.scope.root);
  }

  #covers({ configuration }: Basis, { path }: Member): boolean {
    return configuration.enabled && !this.#excludes(configuration, path);
  }

  #excludes({ exclusions }: Configuration, path: string): boolean {
    return exclusions.some(({ folder, globs }) => this.host.ports.isExcluded(path, folder, globs));
  }

  #folderHost(): FolderHost {
    return {
      ports: this.host.ports,
      log: this.host.log,
      isBusy: () => this.#waiting > 0,
      exclusion: async () => {
        const configuration = await this.configuration();
        return configuration.enabled ? (path) => this.#excludes(configuration, path) : undefined;
      },
      contentChanged: (content) => this.#adopt(content),
    };
  }

  #adopt(content: FolderContent | undefined): void {
    this.#content = content;
    this.#project = undefined;
    this.#program.setDisk(content?.facts ?? new Map());
    this.host.surroundingsChanged(this);
  }

  /** Reads what has changed, the document asked for first. False if that became stale meanwhile. */
  async #refresh(setup: Setup, asked: Member, isStale: () => boolean): Promise<boolean> {
    const unread = [asked, ...this.#documents.values()].filter((member) => !this.#isSettled(setup, member));
    if (unread.length === 0 && this.#program.isAnalyzed(setup.analyzer, setup.project)) return true;
    this.#failure = undefined;
    this.#report('analyzing');
    let workMs = 0;
    for (const member of new Set(unread)) {
      workMs += await this.#read(member);
      await nextTurn();
      if (isStale()) break;
    }
    const start = performance.now();
    if (!isStale()) this.#program.findings(setup.analyzer, setup.project);
    this.#analysisMs = workMs + performance.now() - start;
    this.#report(this.#failure === undefined ? 'idle' : 'error', this.#count(setup));
    return !isStale();
  }

  /** Reads the facts of a document; resolves with the time that took, in milliseconds, once its parser was loaded. */
  async #read(member: Member): Promise<number> {
    const { document, path } = member;
    const language = await this.language(document.uri).catch((error: unknown) => this.#fail(path, error));
    // It may have been closed while its parser was loading.
    if (this.#documents.get(document.uri) !== member) return 0;
    const start = performance.now();
    this.#readAt = start;
    this.#program.set(path, document.version, language && this.#extract(language, path, document.getText()));
    return performance.now() - start;
  }

  #extract(language: LanguageSupport, path: string, text: string): FileFacts | undefined {
    try {
      return this.host.ports.isSource(path, this.scope.root, text) ? language.extract(path, text) : undefined;
    } catch (error) {
      return this.#fail(path, error);
    }
  }

  #isSettled(basis: Basis, member: Member): boolean {
    return this.#program.holds(member.path, member.document.version) || !this.#covers(basis, member);
  }

  #findingsOf(setup: Setup, member: Member): readonly Finding[] {
    if (!this.#covers(setup, member)) return [];
    return this.#program.findings(setup.analyzer, setup.project).get(member.path) ?? [];
  }

  #count(setup: Setup): number {
    return [...this.#documents.values()].reduce((sum, member) => sum + this.#findingsOf(setup, member).length, 0);
  }

  #report(state: Status['state'], findings = 0): void {
    const status = { state, analysisMs: this.#analysisMs, findings, files: this.#program.size };
    this.host.status(this.#failure === undefined ? status : { ...status, message: this.#failure });
  }

  #fail(path: string, error: unknown): undefined {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.host.log.error(`${path} could not be analyzed: ${reason}`);
    this.#failure = `${path} could not be analyzed.`;
    return undefined;
  }
}

interface Member {
  readonly document: TextDocument;
  readonly path: string;
}

interface Basis {
  readonly configuration: Configuration;
  readonly analyzer: Analyzer;
}

interface Setup extends Basis {
  readonly project: ProjectPort;
}
