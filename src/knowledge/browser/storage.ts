// localStorage and cookies. One access is little (the first one loads all of the origin's data from
// disk); in a loop they add up.

import type { BlockingRow, Remedy } from '../../core/knowledge';
import { advice, called, mdn, promise, used } from '../builders';
import { perRound } from '../judge';

const many = perRound('tiny', 'noticeable');
const cached = advice('Read once and keep the values in memory, or store them in IndexedDB, which is asynchronous');
const collected = advice('Collect the changes and write them once, or store them in IndexedDB, which is asynchronous');

/** One item that is looked for again and again is in memory by then: only different ones add up. */
const manyItems: BlockingRow['cost'] = (call) => (call.arg(0)?.kind === 'literal' ? 'tiny' : many(call));

function storage(member: string, why: string, remedy: Remedy, cost: BlockingRow['cost'] = many): BlockingRow {
  return called('sync-storage', `global.Storage#${member}`, cost, why, remedy, mdn(`Storage/${member}`));
}

export const storageRows: readonly BlockingRow[] = [
  storage('getItem', 'reads from a store that the browser loads from disk at the first access', cached, manyItems),
  storage('setItem', 'writes to a store that the browser keeps on disk', collected),
  storage('removeItem', 'deletes from a store that the browser keeps on disk', collected),
  storage('clear', 'empties a store that the browser keeps on disk', collected),
  storage('key', 'looks through a store that the browser loads from disk at the first access', cached),
  used(
    'read',
    called(
      'sync-storage',
      'global.Document#cookie',
      many,
      'asks another process of the browser for the cookies',
      promise('global.cookieStore.getAll'),
      mdn('Document/cookie'),
    ),
  ),
  used(
    'write',
    called(
      'sync-storage',
      'global.Document#cookie',
      many,
      'hands the cookie to another process of the browser',
      promise('global.cookieStore.set'),
      mdn('Document/cookie'),
    ),
  ),
];
