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
import type { Analyzer, Log, Ports } from './ports';
import type { FindingsByPath } from './analysis';
import { Program } from './program';
import type { DiskChanges, ScanProgress } from './scanner/messages';
import { Surroundings } from './surroundings';
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
  readonly #surroundings: Surroundings | undefined;
  #basis: Promise<Basis> | undefined;
  #project: Promise<ProjectPort> | undefined;
  #analysisMs = 0;
  /** When a document was read last. */
  #readAt = -Infinity;
  #failure: string | undefined;
  /** How many findings there were when they were counted last. */
  #found = 0;
  #scan: ScanProgress | undefined;
  #onScan: ((progress: ScanProgress) => void) | undefined;
  /** True once a person has asked for a scan: from then on all files are shown. */
  #wasScanned = false;

  constructor(
    readonly scope: Scope,
    private readonly host: SessionHost,
  ) {
    if (scope.isFolder && scope.onDisk) this.#surroundings = this.#newSurroundings();
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
    this.#program.delete(member.path, this.isScanned);
    this.#project = undefined;
    this.#surroundings?.textClosed(member.path);
  }

  /** Files of the folder were written, came or went. */
  diskChanged(changes: DiskChanges): void {
    this.#surroundings?.diskChanged(changes);
  }

  /** True for a folder that holds files which were read. */
  holdsInside(folder: string): boolean {
    return this.#surroundings?.holdsInside(folder) ?? false;
  }

  /** True if what lies around the open documents is looked at, and changes of it are told. */
  get isScanned(): boolean {
    return this.#surroundings?.isScanned ?? false;
  }

  /** True if the findings in files that are not open are wanted too. */
  async showsAll(): Promise<boolean> {
    return this.#surroundings !== undefined && (this.#wasScanned || (await this.configuration()).allFiles);
  }

  /** Resolves once all that is to be shown is known. */
  async allIsKnown(): Promise<void> {
    if (await this.showsAll()) await this.#surroundings?.final();
  }

  /** Begins to look at the whole folder, if all of it is shown. */
  async startIfAllIsShown(): Promise<void> {
    if (await this.showsAll()) this.#surroundings?.start();
  }

  /**
   * Reads the whole folder anew; resolves when all its findings are known.
   * From then on, they are shown. Once the signal is aborted, resolves when nothing is going on any more.
   */
  async scan(signal: AbortSignal, onProgress: (progress: ScanProgress) => void): Promise<void> {
    const surroundings = this.#surroundings;
    if (!surroundings) return;
    this.#onScan = onProgress;
    const cancelled = aborted(signal);
    surroundings.start();
    surroundings.diskChanged({ paths: 'all', cameOrWent: true });
    await Promise.race([surroundings.final(), cancelled]);
    this.#onScan = undefined;
    if (signal.aborted) await surroundings.rest();
    else this.#wasScanned = true;
  }

  /** Nothing is asked of it any more. */
  stop(): void {
    this.#surroundings?.stop();
  }

  /** The URIs of its open documents. */
  get uris(): readonly string[] {
    return [...this.#documents.keys()];
  }

  /** Settings or files beside the sources changed. */
  forgetSetup(): void {
    this.#basis = undefined;
    this.#project = undefined;
    this.#surroundings?.setupChanged().catch((error: unknown) => this.host.log.error(String(error)));
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
    try {
      return await this.#freshFindings(uri, isStale);
    } finally {
      this.#surroundings?.start();
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
    if (!this.#isAnalyzed(setup)) this.#analyze(setup);
    const members = [...this.#documents.values()].filter((member) => this.#isSettled(setup, member));
    return new Map(members.map((member) => [member.document.uri, this.#findingsOf(setup, member)]));
  }

  /** The findings in files that are not open, by path; `undefined` while they are not known. */
  async closedFindings(): Promise<FindingsByPath | undefined> {
    const setup = await this.#prepare();
    const all = this.#surroundings?.isNearWhole ? this.#program.findings(setup.analyzer, setup.project) : this.#surroundings?.whole;
    const open = new Set([...this.#documents.values()].map(({ path }) => path));
    return all && new Map([...all].filter(([path]) => !open.has(path)));
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
    this.#project ??= this.#loadProject();
    const [basis, project] = await Promise.all([this.#basis, this.#project]);
    return { ...basis, project };
  }

  async #load(): Promise<Basis> {
    const configuration = await this.host.configuration(this.scope);
    for (const problem of configuration.problems) this.host.log.warn(problem);
    const basis = { configuration, analyzer: this.#newAnalyzer(configuration) };
    for (const member of this.#documents.values()) {
      if (this.#covers(basis, member)) continue;
      this.#program.delete(member.path);
      this.#surroundings?.textClosed(member.path);
    }
    return basis;
  }

  #newAnalyzer({ settings }: Configuration): Analyzer {
    const analyzer: Analyzer = this.host.ports.analyzerFor(settings, { knowsMore: () => this.#analyzeAnew(analyzer) });
    return analyzer;
  }

  /** What an analyzer found is not all that a new one finds: nobody waits for that, and everybody is told. */
  #analyzeAnew(analyzer: Analyzer): void {
    const renewed = this.#basis?.then((basis) =>
      basis.analyzer === analyzer ? { ...basis, analyzer: this.#newAnalyzer(basis.configuration) } : basis,
    );
    if (!renewed) return;
    this.#basis = renewed;
    this.host.surroundingsChanged(this);
  }

  async #loadProject(): Promise<ProjectPort> {
    if (!this.scope.onDisk) return emptyProject;
    if (this.#surroundings?.project) return this.#surroundings.project;
    const paths = [...this.#documents.values()].map(({ path }) => path);
    return this.host.ports.surroundings(paths, this.scope.root);
  }

  #covers({ configuration }: Basis, { path }: Member): boolean {
    return configuration.enabled && !this.#excludes(configuration, path);
  }

  #excludes({ exclusions }: Configuration, path: string): boolean {
    return exclusions.some(({ folder, globs }) => this.host.ports.isExcluded(path, folder, globs));
  }

  #newSurroundings(): Surroundings {
    return new Surroundings(this.scope.root, {
      ports: this.host.ports,
      log: this.host.log,
      configuration: () => this.configuration(),
      changed: () => this.#adoptSurroundings(),
      progress: (progress) => this.#showProgress(progress),
    });
  }

  #adoptSurroundings(): void {
    this.#project = undefined;
    this.#program.setNear(this.#surroundings?.near ?? new Map());
    this.host.surroundingsChanged(this);
  }

  #showProgress(progress: ScanProgress | undefined): void {
    this.#scan = progress;
    if (progress) this.#onScan?.(progress);
    this.#reportEnd();
  }

  /** Reads what has changed, the document asked for first. False if that became stale meanwhile. */
  async #refresh(setup: Setup, asked: Member, isStale: () => boolean): Promise<boolean> {
    const unread = [asked, ...this.#documents.values()].filter((member) => !this.#isSettled(setup, member));
    if (unread.length === 0 && this.#isAnalyzed(setup)) return true;
    this.#failure = undefined;
    this.#report('analyzing');
    let workMs = 0;
    for (const member of new Set(unread)) {
      workMs += await this.#read(member);
      await nextTurn();
      if (isStale()) break;
    }
    if (!isStale()) this.#analyze(setup, workMs);
    else this.#reportEnd();
    return !isStale();
  }

  /** @param workMs how long what went before took */
  #analyze(setup: Setup, workMs = 0): void {
    const start = performance.now();
    this.#allFindings(setup);
    this.#analysisMs = workMs + performance.now() - start;
    this.#found = this.#count(setup);
    this.#reportEnd();
  }

  /** Reads the facts of a document; resolves with the time that took, in milliseconds, once its parser was loaded. */
  async #read(member: Member): Promise<number> {
    const { document, path } = member;
    const language = await this.language(document.uri).catch((error: unknown) => this.#fail(path, error));
    // It may have been closed while its parser was loading.
    if (this.#documents.get(document.uri) !== member) return 0;
    const start = performance.now();
    this.#readAt = start;
    const text = document.getText();
    this.#program.set(path, document.version, language && this.#extract(language, path, text));
    const name = this.host.ports.languageOf(path);
    if (name) this.#surroundings?.textRead(path, name, text);
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
    return this.#allFindings(setup).get(member.path) ?? [];
  }

  /** Those of the whole folder where they are known, of the open documents and what is near them where not. */
  #allFindings({ analyzer, project }: Setup): FindingsByPath {
    return this.#surroundings?.whole ?? this.#program.findings(analyzer, project);
  }

  #isAnalyzed({ analyzer, project }: Setup): boolean {
    return this.#surroundings?.whole !== undefined || this.#program.isAnalyzed(analyzer, project);
  }

  #count(setup: Setup): number {
    return [...this.#documents.values()].reduce((sum, member) => sum + this.#findingsOf(setup, member).length, 0);
  }

  #reportEnd(): void {
    this.#report(this.#failure === undefined ? 'idle' : 'error', this.#found);
  }

  #report(state: Status['state'], findings = 0): void {
    const status = { state, analysisMs: this.#analysisMs, findings, files: this.#program.size, ...(this.#scan && { scan: this.#scan }) };
    this.host.status(this.#failure === undefined ? status : { ...status, message: this.#failure });
  }

  #fail(path: string, error: unknown): undefined {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.host.log.error(`${path} could not be analyzed: ${reason}`);
    this.#failure = `${path} could not be analyzed.`;
    return undefined;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
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
