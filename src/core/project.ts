// The port through which linking learns what only a disk knows. Everything else in the core is a
// function of texts. A path is absolute, with forward slashes.

export interface ProjectPort {
  /** The folders that were asked about. What a path means by its name (`test/`) is judged from there. */
  readonly roots: readonly string[];
  /** The paths that `readConfig` knows. */
  readonly configs: readonly string[];
  /** True if a file exists at `path`. */
  exists(path: string): boolean;
  /** The text of a small configuration file (`package.json`, `tsconfig.json`), or `undefined`. Never throws. */
  readConfig(path: string): string | undefined;
}

/** A project of which nothing is known but the files given: for a single file, and for tests. */
export const emptyProject: ProjectPort = {
  roots: [],
  configs: [],
  exists: () => false,
  readConfig: () => undefined,
};

/** The path as seen from the folder that was asked about. */
export function nameFromRoot(path: string, roots: readonly string[]): string {
  const root = roots.find((one) => path.startsWith(`${one}/`));
  return root === undefined ? path.replace(/^(?:[A-Za-z]:)?\/+/, '') : path.slice(root.length + 1);
}
