// What the language server takes from outside itself: the analysis, and the disk. main.ts fills it
// from src/workspace; a test fills it with whatever it wants to see fail.

import type { FileFacts, Language } from '../core/facts';
import type { Finding } from '../core/findings';
import type { ProjectPort } from '../core/project';
import type { Settings } from '../core/settings';
import type { LanguageSupport } from '../languages/language';
import type { ProjectFiles } from '../workspace/project';
import type { FolderSettings } from '../workspace/settings';
import type { FromScanner, ToScanner } from './scanner/messages';
import type { Signals } from './scanner/signals';

export interface Ports {
  /** The language of a path, by its extension. */
  languageOf(path: string): Language | undefined;
  /** Loads a parser when a document first needs it. */
  loadLanguage(language: Language): Promise<LanguageSupport>;
  /** Prepares an analysis for settings; each call gives a new one. */
  analyzerFor(settings: Settings, hooks: AnalyzerHooks): Analyzer;
  /** The settings that lie on the disk for a folder. Never rejects. */
  findSettings(folder: string): Promise<FolderSettings>;
  /** What linking may ask about the files around `paths`. Never rejects. */
  surroundings(paths: readonly string[], root: string): Promise<ProjectPort>;
  /** The files of a folder that are analyzed. Rejects once the signal is aborted. */
  discover(root: string, isExcluded: (path: string) => boolean, signal: AbortSignal): Promise<FolderListing>;
  /** The text of a discovered file; `undefined` if it cannot be read, or nobody maintains it by hand. Never rejects. */
  readSource(path: string): Promise<string | undefined>;
  /** Starts to scan a folder on a thread of its own; `undefined` where there is none. */
  startScanner?(root: string, listener: ScannerListener): ScannerLink | undefined;
  /** True for a path that globs name, relative to the folder that they were written for. */
  isExcluded(path: string, folder: string, globs: readonly string[]): boolean;
  /** False for a text that nobody maintains by hand, or that is too large to be read at each change. */
  isSource(path: string, root: string, text: string): boolean;
}

export interface FolderFile {
  readonly path: string;
  readonly language: Language;
}

export interface FolderListing extends ProjectFiles {
  /** Sorted by path. */
  readonly files: readonly FolderFile[];
}

/** The way to a scanner. */
export interface ScannerLink {
  readonly signals: Signals;
  post(message: ToScanner): void;
  stop(): void;
}

export interface ScannerListener {
  receive(message: FromScanner): void;
  /** It has ended by itself, and says why. */
  ended(reason: string): void;
}

export interface AnalyzerHooks {
  /** Called often; it may throw `Interrupted`. */
  readonly checkpoint?: () => void;
  /** What the last analysis did not know is known now: a new one may find more. */
  readonly knowsMore: () => void;
}

/** Analyzes files as one program. */
export type Analyzer = (files: readonly FileFacts[], project: ProjectPort) => readonly Finding[];

/** Where the server says what it does, and what went wrong. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
