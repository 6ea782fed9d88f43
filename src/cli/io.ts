// What the command line takes from its process, so that a test can give it something else.

export interface Io {
  readonly cwd: string;
  /** The built script for further threads, if it is there. */
  readonly threadScript?: string;
  /** The same for the thread that decides about regular expressions. */
  readonly patternScript?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** True if standard output is a terminal. */
  readonly isTerminal: boolean;
  /** Writes to standard output; resolves when it has been handed on. */
  out(text: string): Promise<void>;
  /** Writes to standard error. */
  err(text: string): Promise<void>;
}
