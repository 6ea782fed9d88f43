// What lies around the open documents of a folder, as the scanner's thread knows it, seen from the main
// thread. Nobody waits for it. How a text becomes what is shown:
//
//   1. A session reads an open document: text -> facts at a version. It tells the scanner the text.
//   2. Whatever the scanner is told (texts, changes on disk, settings) raises `revision`.
//   3. The scanner reads, and answers with the index of the folder: up to which revision it is, the
//      number of its `content`, and each file's stamp, size and imports.
//   4. `near`: the facts of the files nearest to what is open, asked for by stamp, kept by stamp. The
//      session analyzes them with the open documents at each key. In a folder that is not large, they
//      are all its files: then near is the whole, nothing is done twice, and every answer is final at once.
//   5. `whole`: in a large folder the scanner analyzes everything after a pause. Its findings count as
//      long as their content is the index's and the index's revision is the present one: then every
//      text they were made from is the present text. Otherwise near counts, for open documents only.
//   6. Files that are not open show the last findings known to be final; new ones replace them.
//
// Invariant: without a scanner, all of this is empty, and open documents are analyzed all the same.

import type { FileFacts, Language } from '../core/facts';
import type { ProjectPort } from '../core/project';
import { byCodeUnits, isInside } from '../workspace/paths';
import { projectOf } from '../workspace/project';
import { groupByPath, type FindingsByPath } from './analysis';
import type { Configuration } from './configuration';
import { isLarge, neighbourhood } from './neighbourhood';
import type { Log, Ports } from './ports';
import { RestartingScanner } from './restartingScanner';
import { digestOf } from './scanner/digest';
import type { DiskChanges, FromScanner, IndexChange, IndexedFile, ScanProgress, StampedFacts, ToScanner } from './scanner/messages';

const unread = { revision: -1, content: -1, isLarge: false };

export interface SurroundingsHost {
  readonly ports: Pick<Ports, 'startScanner'>;
  readonly log: Log;
  configuration(): Promise<Configuration>;
  /** Other facts are near, or the whole was analyzed: other findings may hold. */
  changed(): void;
  progress(progress: ScanProgress | undefined): void;
}

export class Surroundings {
  readonly #scanner: RestartingScanner;
  readonly #texts = new Map<string, { readonly language: Language; readonly text: string }>();
  readonly #index = new Map<string, IndexedFile>();
  readonly #facts = new Map<string, StampedFacts>();
  #near: ReadonlyMap<string, FileFacts> = new Map();
  #project: ProjectPort | undefined;
  #whole: { readonly content: number; readonly findings: FindingsByPath } | undefined;
  #revision = 0;
  /** The last revision that changed more than the text of an open document. */
  #diskRevision = 0;
  #indexed = unread;
  /** True if all that is to be near is so. */
  #isComplete = false;
  #setups = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly root: string,
    private readonly host: SurroundingsHost,
  ) {
    this.#scanner = new RestartingScanner(root, host, {
      receive: (message) => this.#receive(message),
      started: () => this.#startAnew(),
      gone: () => this.#giveUp(),
    });
  }

  /** Begins to scan. Further calls do nothing. */
  start(): void {
    this.#scanner.start();
  }

  stop(): void {
    this.#scanner.stop();
  }

  /** An open document was read. One that was just opened, and is what lies on the disk, changes nothing. */
  textRead(path: string, language: Language, text: string): void {
    const isNew = !this.#texts.has(path);
    const changesNothing = isNew && this.#index.get(path)?.digest === digestOf(text);
    this.#texts.set(path, { language, text });
    if (!changesNothing) this.#revision += 1;
    this.#tell({ kind: 'text', revision: this.#revision, path, language, text });
    if (isNew) this.#choose();
  }

  textClosed(path: string): void {
    if (!this.#texts.delete(path)) return;
    this.#tell({ kind: 'closed', revision: this.#nextDiskRevision(), path });
    this.#choose();
  }

  /** Files of the folder were written, by whomever. What is open stands before what was written. */
  diskChanged({ paths, cameOrWent }: DiskChanges): void {
    const others = paths === 'all' ? paths : paths.filter((path) => !this.#texts.has(path));
    if (others.length === 0 && !cameOrWent) return;
    this.#tell({ kind: 'disk', revision: this.#nextDiskRevision(), changes: { paths: others, cameOrWent } });
  }

  /** Settings changed, or files that decide which sources count. */
  async setupChanged(): Promise<void> {
    this.#setups += 1;
    this.#nextDiskRevision();
    if (this.#scanner.isRunning) await this.#tellSetup();
  }

  /** True for a folder that holds files which were read. */
  holdsInside(folder: string): boolean {
    return [...this.#index.keys()].some((path) => isInside(folder, path));
  }

  /** True if there is a scanner: what changes around the open documents is told by `changed`. */
  get isScanned(): boolean {
    return this.#scanner.isRunning;
  }

  /** Stops what the scanner is doing; what is told next goes on with it. */
  rest(): Promise<void> {
    return this.#scanner.rest();
  }

  /** What linking may ask about the folder, once it is known. */
  get project(): ProjectPort | undefined {
    return this.#project;
  }

  get near(): ReadonlyMap<string, FileFacts> {
    return this.#near;
  }

  /** True if near facts, with those of the open documents, are those of the whole folder as it is now. */
  get isNearWhole(): boolean {
    return !this.#indexed.isLarge && this.#isComplete && this.#indexed.revision >= this.#diskRevision;
  }

  /** The findings of the whole folder as it is now, if they are known. */
  get whole(): FindingsByPath | undefined {
    const isPresent = this.#indexed.revision === this.#revision && this.#whole?.content === this.#indexed.content;
    return isPresent && this.#indexed.isLarge ? this.#whole?.findings : undefined;
  }

  /** True if the findings of all files, as they are now, are known. */
  get isFinal(): boolean {
    return this.isNearWhole || this.whole !== undefined;
  }

  /** Resolves once the findings of all files are known, or nobody is there any more to work them out. */
  final(): Promise<void> {
    if (this.isFinal || !this.#scanner.isRunning) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #tell(message: ToScanner): void {
    this.#scanner.post(message, this.#revision);
  }

  #nextDiskRevision(): number {
    this.#revision += 1;
    this.#diskRevision = this.#revision;
    return this.#revision;
  }

  async #tellSetup(): Promise<void> {
    const setups = this.#setups;
    const { enabled, settings, exclusions } = await this.host.configuration();
    if (setups !== this.#setups) return;
    const setup = enabled ? { settings, exclusions } : undefined;
    this.#tell({ kind: 'setup', revision: this.#nextDiskRevision(), setup });
  }

  /** A scanner knows nothing at first. What was near stays so until it has read the folder. */
  #startAnew(): void {
    this.#index.clear();
    this.#facts.clear();
    this.#whole = undefined;
    this.#indexed = unread;
    this.#isComplete = false;
    this.#setups += 1;
    this.#tellSetup().catch((error: unknown) => this.host.log.error(String(error)));
    for (const [path, { language, text }] of this.#texts)
      this.#tell({ kind: 'text', revision: this.#nextDiskRevision(), path, language, text });
  }

  #giveUp(): void {
    this.host.progress(undefined);
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #receive(message: FromScanner): void {
    switch (message.kind) {
      case 'index':
        return this.#adoptIndex(message);
      case 'facts':
        for (const file of message.files) this.#facts.set(file.path, file);
        this.#adoptNear(this.#chosen());
        return;
      case 'findings':
        this.#whole = { content: message.content, findings: groupByPath(message.findings) };
        if (this.whole) this.#announce();
        return;
      case 'progress':
        return this.host.progress(message.progress);
      case 'trouble':
        return this.host.log.error(message.message);
      case 'resting':
        return this.host.progress(undefined);
    }
  }

  #adoptIndex({ revision, content, files, gone, project }: IndexChange): void {
    for (const path of gone) this.#index.delete(path);
    for (const file of files) this.#index.set(file.path, file);
    if (project) this.#project = projectOf(project, [this.root]);
    this.#indexed = { revision, content, isLarge: isLarge(this.#index.values()) };
    const isAnnounced = this.#choose();
    if (!isAnnounced && (project || this.isFinal)) this.#announce();
  }

  /** Something else holds than before, or what holds is now known to be final. */
  #announce(): void {
    if (this.isFinal) {
      this.host.progress(undefined);
      for (const resolve of this.#waiting.splice(0)) resolve();
    }
    this.host.changed();
  }

  /** Adopts what is near, or asks for what of it is not known. True if something else is near now. */
  #choose(): boolean {
    if (this.#indexed.revision < 0) return false;
    const chosen = this.#chosen();
    const unknown = chosen.filter((path) => !this.#isKnown(path));
    if (unknown.length === 0) return this.#adoptNear(chosen);
    this.#isComplete = false;
    this.#scanner.ask(unknown);
    return false;
  }

  #chosen(): readonly string[] {
    const chosen = neighbourhood(this.#index, new Set(this.#texts.keys()));
    return [...chosen].filter((path) => this.#index.has(path) && !this.#texts.has(path)).sort(byCodeUnits);
  }

  #isKnown(path: string): boolean {
    return this.#facts.get(path)?.stamp === this.#index.get(path)?.stamp;
  }

  /** If something is still missing, it has changed meanwhile, and the next index will tell. */
  #adoptNear(chosen: readonly string[]): boolean {
    if (!chosen.every((path) => this.#isKnown(path))) return false;
    const near = new Map(chosen.flatMap((path) => factsOf(this.#facts.get(path))));
    for (const path of this.#facts.keys()) if (!near.has(path)) this.#facts.delete(path);
    const isNews = !this.#isComplete || !isSame(near, this.#near);
    this.#isComplete = true;
    if (!isNews) return false;
    this.#near = near;
    this.#announce();
    return true;
  }
}

function factsOf(file: StampedFacts | undefined): (readonly [string, FileFacts])[] {
  return file?.facts ? [[file.path, file.facts]] : [];
}

function isSame(a: ReadonlyMap<string, FileFacts>, b: ReadonlyMap<string, FileFacts>): boolean {
  return a.size === b.size && [...a].every(([path, facts]) => b.get(path) === facts);
}
