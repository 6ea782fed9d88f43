// The scan of one folder, on a thread of its own: holds the facts of all its files, and analyzes them
// as one program when nothing has changed for a while.
// Invariant: what it posts is about all that it was told up to some revision, or about nothing; a
// small folder is not analyzed here, because the main thread then analyzes all of it anyway.

import type { ProjectPort } from '../../core/project';
import { projectOf, type ProjectFiles } from '../../workspace/project';
import { analyzeTogether } from '../analysis';
import { isLarge } from '../neighbourhood';
import type { Analyzer, FolderListing, Ports } from '../ports';
import { Debounced, quietMs } from '../timing';
import { Folder } from './folder';
import { Imports } from './imports';
import type { FromScanner, IndexedFile, ScanProgress, ScanSetup, ToScanner } from './messages';
import { Interrupted, type Signals } from './signals';

export type ScannerPorts = Pick<Ports, 'discover' | 'readSource' | 'loadLanguage' | 'isSource' | 'isExcluded' | 'analyzerFor'>;

export class Scanner {
  readonly #folder: Folder;
  readonly #imports = new Imports();
  readonly #posted = new Map<string, IndexedFile>();
  readonly #reading = new Debounced(gatherMs, () => void this.#read());
  readonly #analysis = new Debounced(quietMs, () => this.#analyze());
  #analyzer: Analyzer | undefined;
  #project: Project | undefined;
  #stop = new AbortController();
  #isSetUp = false;
  #isReading = false;
  /** True if it is to be read again, once the present reading has ended. */
  #isDue = false;
  /** The revision that was told last. */
  #told = 0;
  /** The content that was analyzed last. */
  #analyzed = -1;
  #progressAt = -Infinity;

  constructor(
    private readonly root: string,
    private readonly ports: ScannerPorts,
    private readonly signals: Signals,
    private readonly post: (message: FromScanner) => void,
  ) {
    this.#folder = new Folder(root, {
      ports,
      progress: (progress) => this.#progress(progress),
      trouble: (message) => this.post({ kind: 'trouble', message }),
    });
  }

  receive(message: ToScanner): void {
    switch (message.kind) {
      case 'wanted':
        return this.#sendFacts(message.paths);
      case 'rest':
        return this.#rest();
      case 'setup':
        this.#setUp(message.setup);
        break;
      case 'text':
        this.#folder.setText(message.path, message.language, message.text);
        break;
      case 'closed':
        this.#folder.close(message.path);
        break;
      case 'disk':
        this.#folder.diskChanged(message.changes);
    }
    this.#told = message.revision;
    this.#analysis.cancel();
    this.#reading.schedule();
  }

  #setUp(setup: ScanSetup | undefined): void {
    this.#isSetUp = true;
    this.#folder.setExclusion(setup && ((path) => this.#isExcluded(setup, path)));
    const hooks = { checkpoint: () => this.#checkpoint(), knowsMore: () => this.#analyzeAnew() };
    this.#analyzer = setup && this.ports.analyzerFor(setup.settings, hooks);
  }

  #analyzeAnew(): void {
    if (this.#analyzed !== this.#folder.content) return;
    this.#analyzed = -1;
    this.#analysis.schedule();
  }

  #isExcluded({ exclusions }: ScanSetup, path: string): boolean {
    return exclusions.some(({ folder, globs }) => this.ports.isExcluded(path, folder, globs));
  }

  #checkpoint(): void {
    if (this.signals.isResting || this.signals.revision !== this.#told) throw new Interrupted();
  }

  #rest(): void {
    this.#reading.cancel();
    this.#analysis.cancel();
    this.#stop.abort();
    if (!this.#isReading) this.post({ kind: 'resting' });
  }

  #sendFacts(paths: readonly string[]): void {
    const files = paths.flatMap((path) => this.#folder.get(path) ?? []);
    this.post({ kind: 'facts', files: files.map(({ path, stamp, facts }) => ({ path, stamp, facts })) });
  }

  async #read(): Promise<void> {
    this.#isDue = this.#isReading;
    if (this.#isReading || !this.#isSetUp) return;
    this.#isReading = true;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    await this.#readAll(signal);
    this.#isReading = false;
    if (signal.aborted) this.post({ kind: 'resting' });
    if (this.#isDue) this.#reading.schedule();
  }

  /** What changes meanwhile is read too, before anything is said. */
  async #readAll(signal: AbortSignal): Promise<void> {
    try {
      while (this.#folder.isBehind) await this.#folder.update(signal);
      this.#sayIndex();
    } catch (error) {
      if (!signal.aborted) this.post({ kind: 'trouble', message: `${this.root} could not be read: ${String(error)}` });
    }
  }

  #sayIndex(): void {
    const project = this.#projectNow();
    const index = this.#index(project.port);
    const files = index.filter((file) => !isSame(file, this.#posted.get(file.path)));
    const paths = new Set(index.map(({ path }) => path));
    const gone = [...this.#posted.keys()].filter((path) => !paths.has(path));
    for (const path of gone) this.#posted.delete(path);
    for (const file of files) this.#posted.set(file.path, file);
    const change = { revision: this.#told, content: this.#folder.content, files, gone };
    this.post({ kind: 'index', ...change, ...(project.isPosted ? {} : { project: filesOf(project.listing) }) });
    project.isPosted = true;
    if (isLarge(index) && this.#analyzed !== this.#folder.content) this.#analysis.schedule();
  }

  #projectNow(): Project {
    const { listing } = this.#folder;
    if (this.#project?.listing !== listing) this.#project = { listing, port: projectOf(listing, [this.root]), isPosted: false };
    return this.#project;
  }

  #index(project: ProjectPort): IndexedFile[] {
    const entries = this.#folder.entries.flatMap(({ facts, ...entry }) => (facts ? [{ ...entry, facts }] : []));
    const imports = this.#imports.of(
      entries.map(({ facts }) => facts),
      project,
    );
    return entries.map(({ path, stamp, digest, facts }, at) => {
      return { path, stamp, digest, calls: facts.calls.length, imports: imports[at] ?? [] };
    });
  }

  #analyze(): void {
    const { content } = this.#folder;
    if (!this.#analyzer || this.#isReading || this.#folder.isBehind) return;
    this.#progress({ stage: 'analyzing', done: 0, total: this.#posted.size });
    const files = this.#folder.entries.flatMap(({ facts }) => facts ?? []);
    const onError = (path: string, error: unknown) =>
      this.post({ kind: 'trouble', message: `${path} could not be analyzed: ${String(error)}` });
    try {
      const findings = analyzeTogether(files, this.#analyzer, this.#projectNow().port, onError);
      this.#analyzed = content;
      this.post({ kind: 'findings', content, findings });
    } catch (error) {
      // What interrupted it has scheduled the next one, or wants none.
      if (!(error instanceof Interrupted)) throw error;
    }
  }

  #progress(progress: ScanProgress): void {
    const now = performance.now();
    if (progress.stage === 'reading' && now - this.#progressAt < progressMs) return;
    this.#progressAt = now;
    this.post({ kind: 'progress', progress });
  }
}

/** Events come in swarms: a branch that is switched, a key that is held down. */
const gatherMs = 50;
const progressMs = 100;

interface Project {
  readonly listing: FolderListing;
  readonly port: ProjectPort;
  isPosted: boolean;
}

function filesOf({ known, configs }: FolderListing): ProjectFiles {
  return { known, configs };
}

function isSame(file: IndexedFile, posted: IndexedFile | undefined): boolean {
  return file.stamp === posted?.stamp && file.imports.join('\n') === posted.imports.join('\n');
}
