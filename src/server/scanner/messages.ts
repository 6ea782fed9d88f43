// What the server's main thread and the thread that scans a folder say to each other. Plain data: it
// is copied on the way. `revision` counts what the main thread has told, `content` what came of it.

import type { FileFacts, Language } from '../../core/facts';
import type { Finding } from '../../core/findings';
import type { Settings } from '../../core/settings';
import type { ProjectFiles } from '../../workspace/project';
import type { Exclusion } from '../configuration';

/** What applies to the folder. */
export interface ScanSetup {
  readonly settings: Settings;
  readonly exclusions: readonly Exclusion[];
}

export type ToScanner =
  /** Without a setup, nothing in the folder counts. */
  | { readonly kind: 'setup'; readonly revision: number; readonly setup: ScanSetup | undefined }
  /** A document is open: its text stands before that on the disk. */
  | { readonly kind: 'text'; readonly revision: number; readonly path: string; readonly language: Language; readonly text: string }
  | { readonly kind: 'closed'; readonly revision: number; readonly path: string }
  | { readonly kind: 'disk'; readonly revision: number; readonly changes: DiskChanges }
  | { readonly kind: 'wanted'; readonly paths: readonly string[] }
  /** Stop what is going on. Whatever is told next goes on with it. */
  | { readonly kind: 'rest' };

/** `all`: nothing that was read before is trusted. */
export interface DiskChanges {
  readonly paths: readonly string[] | 'all';
  /** True if files may have come or gone. */
  readonly cameOrWent: boolean;
}

export type FromScanner =
  | { readonly kind: 'progress'; readonly progress: ScanProgress }
  | ({ readonly kind: 'index' } & IndexChange)
  | { readonly kind: 'facts'; readonly files: readonly StampedFacts[] }
  | { readonly kind: 'findings'; readonly content: number; readonly findings: readonly Finding[] }
  | { readonly kind: 'resting' }
  | { readonly kind: 'trouble'; readonly message: string };

export interface ScanProgress {
  readonly stage: 'listing' | 'reading' | 'analyzing';
  readonly done: number;
  readonly total: number;
}

/** What the folder holds now, as the difference from what was said before. */
export interface IndexChange {
  /** All that was told up to this revision is in it. */
  readonly revision: number;
  /** Findings with this number are findings of it. */
  readonly content: number;
  readonly files: readonly IndexedFile[];
  readonly gone: readonly string[];
  /** Absent if it is what it was. */
  readonly project?: ProjectFiles;
}

export interface IndexedFile {
  readonly path: string;
  /** Another one for another text. */
  readonly stamp: number;
  /** Of its text: a document that is opened with this text changes nothing. */
  readonly digest: string;
  /** How many call sites there are: the measure of its size. */
  readonly calls: number;
  /** The paths of the files of the folder that it imports. */
  readonly imports: readonly string[];
}

export interface StampedFacts {
  readonly path: string;
  readonly stamp: number;
  /** Absent for a text that could not be read, or that nobody maintains by hand. */
  readonly facts?: FileFacts | undefined;
}
