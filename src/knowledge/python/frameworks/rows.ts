// Builders for what is known of one framework of Python. Invariant: a builder only shortens what a row says.

import type { CallbackRow, PassRow, RootRow, ServingRow } from '../../../core/knowledge';

export type { Framework } from '../../frameworks/rows';
export {
  atOnce,
  events,
  exported,
  giving,
  keepsHouse,
  later,
  once,
  onEvent,
  onRequest,
  onTick,
  roots,
  routes,
  serves,
  ticks,
} from '../../frameworks/rows';
export { extend, give, pythonDocs, same } from '../rows';

/** What runs on another thread or in another process. */
export function offLoop(link: string, owner: string, ...names: readonly string[]): readonly CallbackRow[] {
  return names.map((name) => ({ api: `${owner}${name}`, timing: 'elsewhere', source: 'worker', link }));
}

/** What runs once, before the program serves. */
export function beforeServing(link: string, owner: string, ...names: readonly string[]): readonly CallbackRow[] {
  return names.map((name) => ({ api: `${owner}${name}`, timing: 'startup', source: 'core', link }));
}

/** Rows whose callbacks are these arguments only: positions, and names of parameters. */
export function taking(rows: readonly CallbackRow[], ...which: readonly (number | string)[]): readonly CallbackRow[] {
  const args = which.filter((one) => typeof one === 'number');
  const keywords = which.filter((one) => typeof one === 'string');
  return rows.map((row) => ({ ...row, args, keywords }));
}

type Timed = Pick<CallbackRow, 'plain'> | Pick<RootRow, 'plain'>;

/** Who calls these runs functions that are not async on a thread. */
export function plainOnThreads<Row extends Timed>(rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => ({ ...row, plain: 'elsewhere' }));
}

/** The outside calls it on a thread or in a process of its own. */
export const onThread: Pick<RootRow, 'when' | 'source'> = { when: 'elsewhere', source: 'worker' };
/** Called once, before the program serves. */
export const atStart: Pick<RootRow, 'when' | 'source'> = { when: 'startup', source: 'core' };

/** What a decorator gives runs the function so too, whoever calls it. */
export function replacing(rows: readonly RootRow[]): readonly RootRow[] {
  return rows.map((row) => ({ ...row, replaces: true }));
}

/** Each of them gives what calling argument `arg` gives. */
export function resultOf(arg: number, owner: string, ...names: readonly string[]): readonly PassRow[] {
  return names.map((name) => ({ api: `${owner}${name}`, arg, called: true }));
}

/** What runs a coroutine beside whoever starts it: handlers do so too. */
export function startsTasks(link: string, ...apis: readonly string[]): readonly ServingRow[] {
  return apis.map((api) => ({ api, link, keepsHouse: true, anywhere: true }));
}

/** The methods of a web framework by the verbs of HTTP. */
export const verbs: readonly string[] = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];
