// The files of a workspace folder as they lie on the disk, read in the background.
// Invariant: nobody waits for it. It rests while somebody waits for an answer, gives the thread back
// after each file, and what it has read appears all at once, when a round is complete.

import type { FileFacts } from '../core/facts';
import type { ProjectPort } from '../core/project';
import type { FolderFile, FolderListing, Log, Ports } from './ports';
import { Debounced, delay, nextTurn, quietMs } from './timing';

/** What a round of reading gave. */
export interface FolderContent {
  /** In the order of their paths. */
  readonly facts: ReadonlyMap<string, FileFacts>;
  readonly project: ProjectPort;
}

export interface FolderHost {
  readonly ports: Ports;
  readonly log: Log;
  /** Tells which paths do not count; `undefined` if nothing in the folder does. */
  exclusion(): Promise<((path: string) => boolean) | undefined>;
  /** True while somebody waits for an answer. */
  isBusy(): boolean;
  /** The folder's content is another one; `undefined` if nothing in it counts. */
  contentChanged(content: FolderContent | undefined): void;
}

export class Folder {
  readonly #stop = new AbortController();
  readonly #update = new Debounced(quietMs, () => void this.#rounds());
  #entries: ReadonlyMap<string, Entry> = new Map();
  #listing: FolderListing | undefined;
  #isListed = false;
  #changed = new Set<string>();
  #isStarted = false;
  #isReading = false;

  constructor(
    private readonly root: string,
    private readonly host: FolderHost,
  ) {}

  /** Begins to read, soon. Further calls do nothing. */
  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.#update.schedule();
  }

  /** Files came or went, or what counts as one. */
  filesChanged(): void {
    this.#isListed = false;
    if (this.#isStarted) this.#update.schedule();
  }

  textChanged(path: string): void {
    if (!this.#isStarted) return;
    this.#changed.add(path);
    this.#update.schedule();
  }

  stop(): void {
    this.#update.cancel();
    this.#stop.abort();
  }

  /** One round after the other: what changes meanwhile is for the next one. */
  async #rounds(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (!this.#isListed || this.#changed.size > 0) await this.#round();
    } catch (error) {
      if (!this.#stop.signal.aborted) this.host.log.error(`${this.root} could not be read: ${String(error)}`);
    }
    this.#isReading = false;
  }

  async #round(): Promise<void> {
    const before = this.#listing;
    const changed = this.#changed;
    this.#changed = new Set();
    if (!this.#isListed) await this.#list();
    const listing = this.#listing;
    const entries = await this.#read(listing?.files ?? [], changed);
    const isNews = listing !== before || entries.some((entry) => entry !== this.#entries.get(entry.path));
    this.#entries = new Map(entries.map((entry) => [entry.path, entry]));
    if (!isNews) return;
    const facts = new Map(entries.flatMap((entry) => (entry.facts ? [[entry.path, entry.facts] as const] : [])));
    this.host.contentChanged(listing && { facts, project: listing.project });
  }

  async #list(): Promise<void> {
    this.#isListed = true;
    const isExcluded = await this.host.exclusion();
    this.#listing = isExcluded && (await this.host.ports.discover(this.root, isExcluded, this.#stop.signal));
  }

  async #read(files: readonly FolderFile[], changed: ReadonlySet<string>): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (const file of files) {
      const known = this.#entries.get(file.path);
      entries.push(known && !changed.has(file.path) ? known : await this.#readFile(file, known));
      this.#stop.signal.throwIfAborted();
    }
    return entries;
  }

  /** A text that is the same gives the same entry. */
  async #readFile(file: FolderFile, known: Entry | undefined): Promise<Entry> {
    const text = await this.host.ports.readSource(file.path);
    while (this.host.isBusy()) await delay(restMs);
    if (known && known.text === text) return known;
    const facts = text === undefined ? undefined : await this.#extract(file, text);
    await nextTurn();
    return { path: file.path, text, facts };
  }

  async #extract({ path, language }: FolderFile, text: string): Promise<FileFacts | undefined> {
    try {
      return (await this.host.ports.loadLanguage(language)).extract(path, text);
    } catch (error) {
      this.host.log.error(`${path} could not be analyzed: ${String(error)}`);
      return undefined;
    }
  }
}

/** How long to rest before looking again whether somebody waits. */
const restMs = 20;

interface Entry {
  readonly path: string;
  /** `undefined` if it could not be read, or nobody maintains it by hand. */
  readonly text: string | undefined;
  readonly facts: FileFacts | undefined;
}
