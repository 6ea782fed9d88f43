// What the language server and its clients say to each other beyond the Language Server Protocol.
// Types and names only. A client that knows none of this still gets diagnostics, fixes and hovers.

import type { Explanation } from '../core/explain';
import type { Finding, Severity } from '../core/findings';

/** The section of the editor's settings that the server asks for. */
export const settingsSection = 'loopsight';

/** What the editor may set. Every field is optional and checked: the values come from people. */
export interface EditorSettings {
  readonly enable?: boolean;
  readonly run?: 'onType' | 'onSave';
  /** Default: `openFiles`. */
  readonly diagnosticMode?: 'openFiles' | 'workspace';
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  readonly exclude?: readonly string[];
  readonly blocking?: readonly unknown[];
}

export interface InitializationOptions {
  /** URI of the folder with the rules' pages, without a slash at its end. Default: beside the server. */
  readonly rulesUri?: string;
  /** The language ids of documents that are open already: their parsers are loaded while the client sends them. */
  readonly openLanguages?: readonly string[];
  /** Settings for clients that cannot be asked for them. */
  readonly settings?: EditorSettings;
}

/** Request: what is to be said about the finding at a position, or about the loop in general. */
export const explainRequest = 'loopsight/explain';

export interface ExplainParams {
  readonly textDocument: { readonly uri: string };
  /** As the Language Server Protocol counts: from 0. */
  readonly position: { readonly line: number; readonly character: number };
}

export interface ExplainResult {
  readonly finding?: Finding;
  readonly explanation: Explanation;
  /** The URI of every file that the chain names: a file need not be on a disk. */
  readonly uris: Readonly<Record<string, string>>;
}

/** Request: read all folders anew, and show what is found in all their files. It can be cancelled, and reports its progress. */
export const scanRequest = 'loopsight/scan';

export interface ScanParams {
  /** Where to report progress, as for any request of the Language Server Protocol. */
  readonly workDoneToken?: string | number;
}

export interface ScanResult {
  /** How many findings there are, at least warnings, and in how many files. */
  readonly findings: number;
  readonly files: number;
}

/** Notification from the server: what it is doing. */
export const statusNotification = 'loopsight/status';

export interface Status {
  readonly state: 'idle' | 'analyzing' | 'error';
  /** How long the last analysis took. */
  readonly analysisMs: number;
  /** Findings in the open documents of the folder that was analyzed last. */
  readonly findings: number;
  /** How many files were analyzed together. */
  readonly files: number;
  /** How far the scan of the folder is, while one is going on. */
  readonly scan?: { readonly stage: 'listing' | 'reading' | 'analyzing'; readonly done: number; readonly total: number };
  /** What went wrong, for a person. */
  readonly message?: string;
}
