// Builders that keep a row of knowledge to one line. Invariant: a builder only shortens what a row
// says; every fact (cost, reason, remedy) stands in the row itself.

import type { BlockingRow, Remedy, ReturnRow } from '../core/knowledge';
import type { RuleId } from '../core/rules';

type Detail = Pick<BlockingRow, 'since' | 'example' | 'remembered' | 'receiver' | 'harmless' | 'unlessPackages'>;

/** A row for calling `api`. The rest says what only some rows need. */
export function called(
  rule: RuleId,
  api: string,
  cost: BlockingRow['cost'],
  why: string,
  remedy: Remedy,
  link: string,
  rest: Detail = {},
): BlockingRow {
  return { api, rule, use: 'call', cost, why, link, remedy, ...rest };
}

/** The same for another use: constructing it, reading it, writing it. */
export function used(use: BlockingRow['use'], row: BlockingRow): BlockingRow {
  return { ...row, use };
}

/** Rows of one package under one rule: a name of its exports, `#member` of its instances, or '' for the package itself. */
export function library(module: string, rule: RuleId, link: string) {
  return (name: string, cost: BlockingRow['cost'], why: string, remedy: Remedy, rest: Detail = {}): BlockingRow =>
    called(rule, memberOf(module, name), cost, why, remedy, link, rest);
}

function memberOf(module: string, name: string): string {
  return name === '' || name.startsWith('#') ? module + name : `${module}.${name}`;
}

/** All of `names` of a module or class give `type`. */
export function give(type: string, owner: string, ...names: readonly string[]): readonly ReturnRow[] {
  return names.map((name) => ({ api: `${owner}${name}`, type }));
}

/** A repository's front page: `github('owner/name')`. */
export function github(repository: string): string {
  return `https://github.com/${repository}#readme`;
}

/** The address of a heading in Node's documentation: `nodeDocs('fs', 'fs.readFileSync(path[, options])')`. */
export function nodeDocs(page: string, heading: string): string {
  const anchor = heading
    .toLowerCase()
    .replace(/[^a-z0-9 _-]/g, '')
    .replaceAll(' ', '-');
  return `https://nodejs.org/api/${page}.html#${anchor}`;
}

/** A page of MDN's reference of the web platform: `mdn('Window/alert')`. */
export function mdn(page: string): string {
  return `https://developer.mozilla.org/docs/Web/API/${page}`;
}

/** The name in a heading of Node's documentation: `readFileSync` for `readFileSync(path[, options])`. */
export function nameIn(heading: string): string {
  return /^[\w.]+/.exec(heading)?.[0] ?? heading;
}

/** Await `api` instead. */
export function promise(api: string, note?: string): Remedy {
  return { kind: 'async', api, style: 'promise', ...(note !== undefined && { note }) };
}

/** Call `api` with a callback instead. */
export function callback(api: string, note = '`util.promisify` makes it awaitable'): Remedy {
  return { kind: 'async', api, style: 'callback', note };
}

/** Iterate over `api` with `for await` instead. */
export function iterator(api: string, note?: string): Remedy {
  return { kind: 'async', api, style: 'iterator', ...(note !== undefined && { note }) };
}

/** Nothing but another thread or process frees the loop. */
export function worker(note?: string): Remedy {
  return { kind: 'worker', ...(note !== undefined && { note }) };
}

export function advice(note: string): Remedy {
  return { kind: 'advice', note };
}
