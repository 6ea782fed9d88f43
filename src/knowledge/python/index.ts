// What is known of Python, as a part of the tables. Invariant: what blocks cannot be awaited, so that a
// call which is awaited is another one: a coroutine of the same name.

import type { BlockingRow, CallShape, Cost, CostClass, KnowledgeTables } from '../../core/knowledge';
import { memoryStreams } from './judge';
import { packages } from './packages';
import type { Library } from './rows';
import { pythonSizes } from './sizes';
import { standardLibrary } from './standard';
import { exits } from './standard/exits';
import { asyncTests, loopTests, mainThreads, threadNames } from './standard/loops';
import { polls, traversals } from './standard/waits';

const libraries: readonly Library[] = [...standardLibrary, ...packages];

export const python: Required<Library> &
  Pick<
    KnowledgeTables,
    'exits' | 'memoryStreams' | 'asyncTests' | 'loopTests' | 'threadNames' | 'mainThreads' | 'memoising' | 'sizes' | 'polls' | 'traversals'
  > = {
  sizes: pythonSizes,
  polls,
  traversals,
  exits,
  memoryStreams,
  asyncTests,
  loopTests,
  threadNames,
  mainThreads,
  memoising: [
    'py:functools.lru_cache',
    'py:functools.cache',
    'py:functools.cached_property',
    'py:async_lru.alru_cache',
    'py:cachetools.func.ttl_cache',
  ],
  blocking: libraries.flatMap(({ blocking = [] }) => blocking).map(unlessAwaited),
  returns: libraries.flatMap(({ returns = [] }) => returns),
  aliases: libraries.flatMap(({ aliases = [] }) => aliases),
  inherits: libraries.flatMap(({ inherits = [] }) => inherits),
  passes: libraries.flatMap(({ passes = [] }) => passes),
};

function unlessAwaited(row: BlockingRow): BlockingRow {
  const { cost } = row;
  return {
    ...row,
    cost: (call: CallShape): CostClass | Cost | undefined => {
      const isElsewhere = call.awaited || (row.rule === 'sync-file' && isInMemory(call));
      return isElsewhere ? undefined : typeof cost === 'function' ? cost(call) : cost;
    },
  };
}

/** What is read from a stream in memory does not come from the disk. https://docs.python.org/3/library/io.html#io.BytesIO */
function isInMemory(call: CallShape): boolean {
  return call.types(0).some((type) => memoryStreams.includes(type));
}
