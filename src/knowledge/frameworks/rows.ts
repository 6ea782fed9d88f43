// What is known of one framework, as a part of the tables, and builders that keep its rows short.
// Invariant: a builder only shortens what a row says.

import type { CallbackRow, KnowledgeTables, ReturnRow, RootExportRow, RootRow, ServingRow } from '../../core/knowledge';

/** Rows for the tables that frameworks have a part in. */
export type Framework = Partial<
  Pick<
    KnowledgeTables,
    'aliases' | 'applications' | 'callbacks' | 'entries' | 'inherits' | 'passes' | 'returns' | 'rootExports' | 'roots' | 'serving'
  >
>;

type Registers = (link: string, owner: string, ...names: readonly string[]) => readonly CallbackRow[];

function registers(timing: CallbackRow['timing'], source: CallbackRow['source']): Registers {
  return (link, owner, ...names) => names.map((name) => ({ api: `${owner}${name}`, timing, source, link }));
}

/** Handlers of requests and messages. */
export const routes = registers('event', 'route');
/** Listeners, effects, jobs. */
export const events = registers('event', 'event');
/** What runs by the clock. */
export const ticks = registers('event', 'timer');
/** What runs later, perhaps after the program has begun to serve. */
export const later = registers('event', 'core');
/** What runs once, as a part of whoever registered it. */
export const once = registers('continuation', 'core');
/** What runs before the call returns. */
export const atOnce = registers('now', 'sync');

/** The functions that whatever these members are given are no callbacks: they keep them for their own callers. */
export function keeps(link: string, owner: string, ...names: readonly string[]): readonly CallbackRow[] {
  return atOnce(link, owner, ...names).map((row) => ({ ...row, args: [] }));
}

/** Rows whose callbacks are given instances of `types`. */
export function giving(types: readonly string[], rows: readonly CallbackRow[]): readonly CallbackRow[] {
  return rows.map((row) => ({ ...row, gives: types }));
}

export function serves(link: string, ...apis: readonly string[]): readonly ServingRow[] {
  return apis.map((api) => ({ api, link }));
}

/** What runs jobs by the clock beside whatever else the program does. */
export function keepsHouse(link: string, ...apis: readonly string[]): readonly ServingRow[] {
  return serves(link, ...apis).map((row) => ({ ...row, keepsHouse: true }));
}

/** All of `names` of a module or class give `type`. */
export function give(type: string, owner: string, ...names: readonly string[]): readonly ReturnRow[] {
  return names.map((name) => ({ api: `${owner}${name}`, type }));
}

/** Methods that give the object itself, so that calls chain. */
export function chains(type: string, ...names: readonly string[]): readonly ReturnRow[] {
  return give(type, type, ...names);
}

type Root = Pick<RootRow, 'when' | 'source' | 'openings'>;

/** Called for each request or message. */
export const onRequest: Root = { when: 'event', source: 'route' };
export const onEvent: Root = { when: 'event', source: 'event' };
export const onTick: Root = { when: 'event', source: 'timer' };
/** Called once, before the program serves; or by a build. */
export const atStart: Root = { when: 'startup', source: 'core' };

export function roots(by: RootRow['by'], root: Root, link: string, owner: string, ...names: readonly string[]): readonly RootRow[] {
  return names.map((name) => ({ by, api: `${owner}${name}`, ...root, link }));
}

type Place = Pick<RootExportRow, 'files' | 'packages' | 'markers'>;

export function exported(root: Root, link: string, place: Place, ...exports: readonly string[]): RootExportRow {
  return { ...place, exports, ...root, link };
}

/** The extensions of scripts, as a part of a glob. */
export const script = '{js,cjs,mjs,jsx,ts,cts,mts,tsx}';

export const httpVerbs: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];
