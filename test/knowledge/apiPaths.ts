// API paths, taken apart as the tests need them.

export interface ApiPath {
  /** As it is imported: `node:fs`, `csv-parse/sync`, `sql.js`. */
  readonly module: string;
  readonly names: readonly string[];
  /** A member of an instance; empty for an instance, or a function that a call gave, itself. */
  readonly member: string | undefined;
}

/** `a.b#c` in its three parts; a module's name may have a dot, as in `sql.js`. */
export function parseApi(api: string): ApiPath {
  const [path = '', member] = api.split('#');
  const module = /^(?:@[\w-]+\/)?[\w:/-]+(?:(?:\.js|\.io(?:-client)?)(?!\w))?/.exec(path)?.[0] ?? path;
  return { module, names: path.slice(module.length + 1).split('.'), member };
}

/** The package that a module belongs to: `csv-parse` for `csv-parse/sync`. */
export function packageOf(module: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? module;
}
