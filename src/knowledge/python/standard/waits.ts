// What a loop asks that only waits: for the time, for another thread, or for the event loop itself.

import type { PollRow, TraversalRow } from '../../../core/knowledge';

const docs = (module: string, name: string): string => `https://docs.python.org/3/library/${module}.html#${name}`;

function rows(of: PollRow['of'], module: string, ...names: readonly string[]): readonly PollRow[] {
  return names.map((name) => ({ api: `py:${module}.${name}`, of, link: docs(module, `${module}.${name.replace('#', '.')}`) }));
}

export const polls: readonly PollRow[] = [
  ...rows('clock', 'time', 'time', 'time_ns', 'monotonic', 'monotonic_ns', 'perf_counter', 'perf_counter_ns', 'process_time'),
  ...rows('clock', 'datetime', 'datetime.now', 'datetime.utcnow', 'datetime.today', 'datetime#timestamp'),
  ...rows('thread', 'threading', 'Event#is_set', 'Thread#is_alive'),
  ...rows('thread', 'multiprocessing', 'Event#is_set', 'Process#is_alive'),
  ...rows('thread', 'concurrent.futures', 'Future#done', 'Future#running'),
  ...rows('thread', 'queue', 'Queue#empty', 'Queue#full', 'SimpleQueue#empty'),
  ...rows('thread', 'subprocess', 'Popen#poll'),
  ...rows('loop', 'asyncio', 'Event#is_set', 'Future#done', 'Task#done', 'Queue#empty', 'Queue#full', 'Lock#locked'),
];

const methods = ['index', 'count', 'remove', 'sort', 'copy', 'reverse', 'join'];
const functions = ['sum', 'min', 'max', 'sorted', 'list', 'tuple', 'set', 'frozenset', 'dict', 'any', 'all'];

export const traversals: readonly TraversalRow[] = [
  ...methods.map((name): TraversalRow => ({
    api: `#${name}`,
    language: 'python',
    of: name === 'join' ? 0 : 'receiver',
    link: docs('stdtypes', 'typesseq'),
  })),
  { api: '#__contains__', language: 'python', of: 'receiver', listsOnly: true, link: docs('stdtypes', 'common-sequence-operations') },
  ...functions.map((name): TraversalRow => ({ api: `py:builtins.${name}`, language: 'python', of: 0, link: docs('functions', name) })),
];
