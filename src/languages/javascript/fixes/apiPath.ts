// API paths as the fixes compare them: without the `node:` prefix, with `fs.promises` and
// `fs/promises` as one. Knowledge and files spell both ways.

/** An API path in two: `fs/promises` and `readFile`. An instance's holder keeps its `#`. */
export interface Api {
  readonly path: string;
  readonly holder: string;
  readonly member: string;
  /** True if it belongs to Node.js itself. */
  readonly builtin: boolean;
}

/** Node.js modules whose member `promises` is a module of its own. */
const withPromises = /^(fs|dns|stream|timers|readline)\.promises(?=\.|$)/;

export function normalPath(path: string): string {
  return path.replace(/^node:/, '').replace(withPromises, '$1/promises');
}

export function readApi(path: string): Api | undefined {
  const normal = normalPath(path);
  const match = /^(.*[^.#])([.#])([^.#]+)$/.exec(normal);
  if (match === null) return undefined;
  const [, before = '', separator, member = ''] = match;
  return { path: normal, holder: separator === '#' ? `${before}#` : before, member, builtin: path.startsWith('node:') };
}

/** The module that has `holder` as its member `promises`: `fs` for `fs/promises`. */
export function moduleWithPromises(holder: string): string | undefined {
  const parent = holder.replace(/\/promises$/, '');
  return parent !== holder && withPromises.test(`${parent}.promises`) ? parent : undefined;
}
