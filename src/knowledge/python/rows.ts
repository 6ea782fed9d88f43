// What is known of one Python library, as a part of the tables, and builders that keep its rows short.
// Invariant: a builder only shortens what a row says.
//
// Every use is a call: of a function, a class, a method, and of what syntax calls: `__enter__`, `__iter__`.

import type { AliasRow, BlockingRow, InheritRow, KnowledgeTables, Remedy, ReturnRow } from '../../core/knowledge';
import type { RuleId } from '../../core/rules';

export type Library = Partial<Pick<KnowledgeTables, 'aliases' | 'blocking' | 'inherits' | 'passes' | 'returns'>>;

type Detail = Partial<
  Pick<BlockingRow, 'rule' | 'remedy' | 'gil' | 'continues' | 'since' | 'until' | 'example' | 'receiver' | 'harmless' | 'remembered'>
>;
type Operation = (name: string, cost: BlockingRow['cost'], why: string, detail?: Detail) => BlockingRow;

/** Rows of one owner, a module (`py:requests.`) or a class (`py:requests.Session#`). Most of what blocks in Python waits: a thread frees the loop. */
export function operations(owner: string, rule: RuleId, link: string | ((api: string) => string), usual: Detail = {}): Operation {
  return (name, cost, why, detail = {}) => {
    const api = owner + name;
    const address = typeof link === 'string' ? link : link(api);
    // Going through something goes on with what made it.
    const goesOn = name.endsWith('__iter__') && ({ continues: 'receiver' } as const);
    return { api, rule, use: 'call', cost, why, link: address, remedy: thread(), ...goesOn, ...usual, ...detail };
  };
}

/** The same for the standard library, with the anchors of its documentation's page `page`. */
export function standard(page: string, owner: string, rule: RuleId, usual: Detail = {}): Operation {
  return operations(owner, rule, (api) => pythonDocs(page, api), usual);
}

/** One row for each name; what they have in common is told with the name. */
export function each(
  operation: Operation,
  names: readonly string[],
  cost: BlockingRow['cost'],
  why: (name: string) => string,
): readonly BlockingRow[] {
  return names.map((name) => operation(name, cost, why(name)));
}

/** One row for each of the members of `type` (`Session#`); what they have in common is told with their names. */
export function methods(
  operation: Operation,
  type: string,
  names: readonly string[],
  cost: BlockingRow['cost'],
  why: (name: string) => string,
): readonly BlockingRow[] {
  return names.map((name) => operation(type + name, cost, why(name)));
}

/** The last part of a name, as it is spoken of: `hash` for `PasswordHash#hash`; of what only syntax calls, what it belongs to. */
export function bare(name: string): string {
  return spoken(name).replace(/^.*\./, '');
}

/** A name as a person writes it: `Cursor.execute` for `Cursor#execute`, `scan` for `scan#__iter__`. */
export function spoken(name: string): string {
  return name.replace(/#__\w+__$/, '').replaceAll('#', '.');
}

/** The address of a name in Python's documentation; what syntax calls is described with its class. */
export function pythonDocs(page: string, api: string): string {
  const anchor = api
    .replace(/^py:(?:builtins\.)?/, '')
    .replace(/[.#](?:__\w+__|\*)$/, '')
    .replaceAll('#', '.');
  return `https://docs.python.org/3/library/${page}.html#${anchor}`;
}

/** A thread frees the loop. */
export function thread(note?: string): Remedy {
  return { kind: 'thread', ...(note !== undefined && { note }) };
}

/** Only another process frees the loop: it computes and holds the interpreter's lock. */
export function process(note?: string): Remedy {
  return { kind: 'process', ...(note !== undefined && { note }) };
}

/** All of `names` of a module or class give `type`. */
export function give(type: string, owner: string, ...names: readonly string[]): readonly ReturnRow[] {
  return names.map((name) => ({ api: owner + name, type }));
}

/** Methods that give an object of the same kind, so that calls chain. */
export function chains(type: string, ...names: readonly string[]): readonly ReturnRow[] {
  return give(type, type, ...names);
}

/** All of `names` are `of`. */
export function same(of: string, ...names: readonly string[]): readonly AliasRow[] {
  return names.map((api) => ({ api, of }));
}

/** Each of `types` has the members of `base`. */
export function extend(base: string, ...types: readonly string[]): readonly InheritRow[] {
  return types.map((type) => ({ type, base }));
}
