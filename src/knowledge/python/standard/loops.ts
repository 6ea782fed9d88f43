// Loops within loops. What runs another loop, or waits for this one, on the loop's own thread raises or
// never ends. A future that `run_coroutine_threadsafe` brings is done by the loop, so its thread must
// not wait for it; other threads may.

import type { BlockingRow } from '../../../core/knowledge';
import { advice } from '../../builders';
import { literal } from '../judge';
import { extend, give, type Library, operations, standard } from '../rows';

const awaited = advice('Await the coroutine: the loop is running already');
const runner = standard('asyncio-runner', 'py:asyncio.', 'loop-deadlock', { remedy: awaited });
const loop = standard('asyncio-eventloop', 'py:asyncio.', 'loop-deadlock', { remedy: awaited });
const future = standard('asyncio-task', 'py:asyncio.', 'loop-deadlock', {
  remedy: advice('Await `asyncio.wrap_future(future)`, or await the coroutine itself'),
});

/** A timeout ends the wait with an error; zero does so at once. */
const forOwnWork: BlockingRow['cost'] = (call) => (literal(call.arg(0, 'timeout')) === 0 ? undefined : 'unbounded');

const rows: readonly BlockingRow[] = [
  runner('run', 'unbounded', 'starts a second loop on the thread of one that is running, which raises `RuntimeError`', { example: 'data' }),
  runner('Runner#run', 'unbounded', 'starts a second loop, from a runner, on the thread of one that is running', {
    since: 11,
    example: 'data',
  }),
  loop(
    'AbstractEventLoop#run_until_complete',
    'unbounded',
    'starts a loop on the thread of one that is running, which raises `RuntimeError`',
    {
      example: 'data',
    },
  ),
  future('run_coroutine_threadsafe#result', forOwnWork, 'waits on the thread of the loop for what only the loop can do'),
  future('run_coroutine_threadsafe#exception', forOwnWork, 'waits on the thread of the loop for the end of what only the loop can do'),
  operations('py:asgiref.sync.', 'loop-deadlock', 'https://docs.djangoproject.com/en/stable/topics/async/#async-to-sync', {
    remedy: awaited,
  })('async_to_sync#', 'unbounded', 'starts a second loop for the coroutine, which raises `RuntimeError` where one is running'),
  operations('py:anyio.', 'loop-deadlock', 'https://anyio.readthedocs.io/en/stable/api.html#anyio.run', { remedy: awaited })(
    'run',
    'unbounded',
    'starts a second loop on the thread of one that is running',
    { example: 'data' },
  ),
  operations('py:trio.', 'loop-deadlock', 'https://trio.readthedocs.io/en/stable/reference-core.html#trio.run', { remedy: awaited })(
    'run',
    'unbounded',
    'starts a second loop on the thread of one that is running, which raises `RuntimeError`',
    { example: 'data' },
  ),
  operations('py:uvloop.', 'loop-deadlock', 'https://uvloop.readthedocs.io/user/index.html', { remedy: awaited })(
    'run',
    'unbounded',
    'starts a second loop on the thread of one that is running',
    { example: 'data' },
  ),
];

/** https://docs.python.org/3/library/asyncio-eventloop.html#asyncio.get_running_loop */
export const loopTests: readonly string[] = [
  'py:asyncio.AbstractEventLoop#is_running',
  'py:asyncio.get_running_loop',
  'py:asyncio._get_running_loop',
  'py:asyncio.events._get_running_loop',
  'py:asyncio.create_task',
  'py:trio.lowlevel.in_trio_run',
  'py:trio.lowlevel.current_trio_token',
];

/** https://docs.python.org/3/library/inspect.html#inspect.iscoroutinefunction */
export const asyncTests: readonly string[] = [
  'py:asyncio.iscoroutinefunction',
  'py:asyncio.coroutines.iscoroutinefunction',
  'py:inspect.iscoroutinefunction',
];

/** https://docs.python.org/3/library/threading.html#threading.get_ident */
export const threadNames: readonly string[] = ['py:threading.current_thread', 'py:threading.get_ident', 'py:threading.get_native_id'];

/** https://docs.python.org/3/library/threading.html#threading.main_thread */
export const mainThreads: readonly string[] = ['py:threading.main_thread'];

export const loops: Library = {
  blocking: rows,
  returns: [
    ...give('py:asyncio.AbstractEventLoop#', 'py:asyncio.', 'get_event_loop', 'get_running_loop', 'new_event_loop'),
    ...give('py:asyncio.AbstractEventLoop#', 'py:asyncio.', 'Runner#get_loop'),
    ...give('py:asyncio.run_coroutine_threadsafe#', 'py:asyncio.', 'run_coroutine_threadsafe'),
    ...give('py:asgiref.sync.async_to_sync#', 'py:asgiref.sync.', 'async_to_sync'),
  ],
  inherits: extend(
    'py:asyncio.AbstractEventLoop#',
    'py:asyncio.BaseEventLoop#',
    'py:asyncio.SelectorEventLoop#',
    'py:asyncio.ProactorEventLoop#',
  ),
};
