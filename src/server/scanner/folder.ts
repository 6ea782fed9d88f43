// The files of a folder: what is open, as it is in the editor; everything else, as it lies on the disk.
// Invariant: reading can be stopped between any two files, and goes on there. Once nothing is left to
// read, the entries are those of all that was told, whatever happened on the way.

import type { FileFacts, Language } from '../../core/facts';
import { byCodeUnits } from '../../workspace/paths';
import type { FolderFile, FolderListing, Ports } from '../ports';
import { nextTurn } from '../timing';
import { digestOf } from './digest';
import type { DiskChanges, ScanProgress } from './messages';

export interface FolderHost {
  readonly ports: Pick<Ports, 'discover' | 'readSource' | 'loadLanguage' | 'isSource'>;
  progress(progress: ScanProgress): void;
  trouble(message: string): void;
}

/** A file as it was read last. */
export interface Entry {
  readonly path: string;
  readonly stamp: number;
  readonly digest: string;
  /** `undefined` if it could not be read. */
  readonly text: string | undefined;
  /** `undefined` if nobody maintains the text by hand, or it could not be read. */
  readonly facts: FileFacts | undefined;
}

export class Folder {
  readonly #open = new Map<string, { readonly language: Language; readonly text: string }>();
  readonly #entries = new Map<string, Entry>();
  readonly #changed = new Set<string>();
  #isExcluded: ((path: string) => boolean) | undefined;
  #listing: FolderListing = nothing;
  #isListed = false;
  #content = 0;

  constructor(
    private readonly root: string,
    private readonly host: FolderHost,
  ) {}

  /** Tells which paths do not count; `undefined` if nothing in the folder does. */
  setExclusion(isExcluded: ((path: string) => boolean) | undefined): void {
    this.#isExcluded = isExcluded;
    this.#isListed = false;
  }

  setText(path: string, language: Language, text: string): void {
    this.#open.set(path, { language, text });
    this.#changed.add(path);
  }

  close(path: string): void {
    if (this.#open.delete(path)) this.#changed.add(path);
  }

  diskChanged({ paths, cameOrWent }: DiskChanges): void {
    for (const path of paths === 'all' ? this.#entries.keys() : paths) this.#changed.add(path);
    if (cameOrWent) this.#isListed = false;
  }

  /** True if not all that was told was read yet. */
  get isBehind(): boolean {
    return !this.#isListed || this.#changed.size > 0;
  }

  /** Another number for another content. */
  get content(): number {
    return this.#content;
  }

  get listing(): FolderListing {
    return this.#listing;
  }

  get(path: string): Entry | undefined {
    return this.#entries.get(path);
  }

  /** Sorted by path. */
  get entries(): readonly Entry[] {
    return [...this.#entries.values()].sort((a, b) => byCodeUnits(a.path, b.path));
  }

  /**
   * Reads what has changed.
   * @throws the signal's reason once it is aborted
   */
  async update(signal: AbortSignal): Promise<void> {
    if (!this.#isListed) await this.#list(signal);
    const files = this.#files();
    this.#forgetOthers(files);
    const due = [...files.values()].filter(({ path }) => this.#changed.has(path) || !this.#entries.has(path));
    for (const path of this.#changed) if (!files.has(path)) this.#changed.delete(path);
    for (const [done, file] of due.entries()) {
      signal.throwIfAborted();
      if (due.length > fewFiles) this.host.progress({ stage: 'reading', done, total: due.length });
      await this.#read(file);
      await nextTurn();
    }
  }

  async #list(signal: AbortSignal): Promise<void> {
    this.host.progress({ stage: 'listing', done: 0, total: 0 });
    this.#isListed = true;
    try {
      this.#listing = this.#isExcluded ? await this.host.ports.discover(this.root, this.#isExcluded, signal) : nothing;
    } catch (error) {
      this.#isListed = false;
      throw error;
    }
    this.#content += 1;
  }

  /** Sorted by path: so is the order of reading. */
  #files(): ReadonlyMap<string, FolderFile> {
    const files = new Map(this.#listing.files.map((file) => [file.path, file]));
    for (const [path, { language }] of this.#open) files.set(path, { path, language });
    return files;
  }

  #forgetOthers(files: ReadonlyMap<string, FolderFile>): void {
    for (const path of this.#entries.keys()) {
      if (files.has(path)) continue;
      this.#entries.delete(path);
      this.#content += 1;
    }
  }

  /** A text that is the same gives the same entry. What changes while it is read is read again. */
  async #read({ path, language }: FolderFile): Promise<void> {
    this.#changed.delete(path);
    const open = this.#open.get(path);
    const text = open ? open.text : await this.host.ports.readSource(path);
    const known = this.#entries.get(path);
    if (known && known.text === text) return;
    const facts = text === undefined ? undefined : await this.#extract(path, language, text, open !== undefined);
    this.#content += 1;
    this.#entries.set(path, { path, text, facts, stamp: this.#content, digest: digestOf(text ?? '') });
  }

  async #extract(path: string, language: Language, text: string, isOpen: boolean): Promise<FileFacts | undefined> {
    try {
      if (isOpen && !this.host.ports.isSource(path, this.root, text)) return undefined;
      return (await this.host.ports.loadLanguage(language)).extract(path, text);
    } catch (error) {
      this.host.trouble(`${path} could not be analyzed: ${String(error)}`);
      return undefined;
    }
  }
}

const nothing: FolderListing = { files: [], known: new Set(), configs: new Map() };

/** Nobody wants to hear about the progress of what is done at once. */
const fewFiles = 20;
