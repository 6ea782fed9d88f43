// Threads and processes of the program, and what they wait with: locks, events, queues, futures. The
// loop's thread that waits for them serves nobody; where they wait for the loop in turn, for ever.
// Putting into a queue waits only where the queue is bounded and full, so it counts as tiny.

import type { BlockingRow, CallShape, CostClass } from '../../../core/knowledge';
import { advice } from '../../builders';
import { literal, unlessToldNotTo, upTo } from '../judge';
import { extend, give, type Library, methods, same, standard, thread } from '../rows';

const wrapped = advice('Await `asyncio.wrap_future(future)`, or start the work with `loop.run_in_executor` and await that');
const queues = thread('Or let the other thread hand its results over with `loop.call_soon_threadsafe` to an `asyncio.Queue`');
const events = thread('Between coroutines `asyncio.Event` waits without holding the thread');
const locks = thread('Between coroutines `asyncio.Lock` waits without holding the thread');

const threading = standard('threading', 'py:threading.', 'thread-wait');
const queue = standard('queue', 'py:queue.', 'thread-wait', { remedy: queues });
const futures = standard('concurrent.futures', 'py:concurrent.futures.', 'thread-wait', { remedy: wrapped });
const multi = standard('multiprocessing', 'py:multiprocessing.', 'thread-wait');
const pools = standard('multiprocessing', 'py:multiprocessing.pool.', 'thread-wait', { remedy: wrapped });

/** What blocks that hold a lock do in a moment. */
export const quickApis: readonly string[] = [
  ...['asyncio', 'builtins', 'collections', 'contextvars', 'copy', 'datetime', 'functools', 'logging', 'math', 'random', 'threading'],
  ...['time', 'uuid', 'weakref'],
].map((module) => `py:${module}.`);

const acquiring = unlessToldNotTo('blocking', 0, 1);

const lockRows: readonly BlockingRow[] = ['Lock', 'RLock', 'Semaphore', 'Condition'].flatMap((type) => [
  threading(`${type}#acquire`, acquiring, `waits until no other thread holds the ${type}`, { remedy: locks, harmless: 'blocking=False' }),
  threading(`${type}#__enter__`, 'unbounded', `waits at the start of the block until no other thread holds the ${type}`, {
    remedy: locks,
    ...(/Lock$/.test(type) && { mutex: true as const }),
  }),
]);

const waits: readonly BlockingRow[] = [
  threading('Thread#join', upTo(0), 'waits until the thread ends'),
  threading('Event#wait', upTo(0), 'waits until another thread sets the event', { remedy: events }),
  threading('Condition#wait', upTo(0), 'waits until another thread notifies it', { remedy: events }),
  threading('Condition#wait_for', upTo(1), 'waits until what another thread does fulfils the condition', {
    remedy: events,
    example: 'data',
  }),
  threading('Barrier#wait', upTo(0), 'waits until the other threads have come to the barrier'),
  ...['Queue', 'SimpleQueue'].flatMap((type) => [
    queue(`${type}#get`, unlessToldNotTo('block', 0, 1), `waits until another thread has put something into the ${type}`, {
      harmless: 'block=False',
    }),
  ]),
  queue('Queue#put', putting, 'waits until there is room, if the queue is bounded and full', { example: 'data', harmless: 'data, False' }),
  queue('Queue#join', 'unbounded', 'waits until other threads have done everything in the queue'),
];

function putting(call: CallShape): CostClass | undefined {
  return literal(call.arg(1, 'block')) === false ? undefined : 'tiny';
}

/** `shutdown(wait=False)` goes on at once. */
function unlessNoWait(call: CallShape): CostClass | undefined {
  return literal(call.arg(0, 'wait')) === false ? undefined : 'unbounded';
}

const futureRows: readonly BlockingRow[] = [
  futures('Future#result', upTo(0), 'waits until another thread has the result'),
  futures('Future#exception', upTo(0), 'waits until another thread has ended the work'),
  futures('wait', upTo(1), 'waits until other threads have ended the work', { example: 'data' }),
  futures('as_completed#__iter__', 'unbounded', 'waits for one result after the other'),
  futures('Executor.map#__iter__', 'unbounded', 'waits for the results of other threads in their order'),
  futures('Executor#shutdown', unlessNoWait, 'waits until the threads have ended all their work', {
    harmless: 'wait=False',
    remedy: thread('Or pass `wait=False` where nobody needs the results'),
  }),
  futures('Executor#__exit__', 'tiny', 'waits at the end of the block for what nobody has awaited in it', { remedy: wrapped }),
  futures('ProcessPoolExecutor#__exit__', 'noticeable', 'waits at the end of the block until the processes have ended'),
];

const processRows: readonly BlockingRow[] = [
  multi('Process#start', 'noticeable', 'starts a process'),
  multi('Process#join', upTo(0), 'waits until the process ends'),
  multi('Pool', 'noticeable', 'starts all the processes of the pool'),
  multi('Manager', 'noticeable', 'starts a process and waits until it answers'),
  multi('Queue#get', unlessToldNotTo('block', 0, 1), 'waits until another process has put something into the queue', {
    harmless: 'block=False',
  }),
  multi('Connection#recv', 'unbounded', 'waits until the other process sends something'),
  multi('Connection#recv_bytes', 'unbounded', 'waits until the other process sends some bytes'),
  multi('Connection#poll', polling, 'waits until the other process sends something, for a while', { example: '5' }),
  ...['Lock', 'RLock', 'Semaphore', 'Condition'].flatMap((type) => [
    multi(`${type}#acquire`, unlessToldNotTo('block', 0, 1), `waits until no other process holds the ${type}`, { harmless: 'block=False' }),
    multi(`${type}#__enter__`, 'unbounded', `waits at the start of the block until no other process holds the ${type}`),
  ]),
  multi('Event#wait', upTo(0), 'waits until another process sets the event'),
  multi('Barrier#wait', upTo(0), 'waits until the other processes have come to the barrier'),
  ...methods(
    pools,
    'Pool#',
    ['apply', 'map', 'starmap'],
    'unbounded',
    (name) => `has other processes do the work of ${name} and waits for the results`,
  ),
  pools('Pool#join', 'unbounded', 'waits until the processes have ended'),
  pools('AsyncResult#get', upTo(0), 'waits until another process has the result'),
  pools('AsyncResult#wait', upTo(0), 'waits until another process has ended the work'),
];

/** `poll()` only asks; `poll(None)` waits. */
function polling(call: CallShape): ReturnType<typeof untilReady> {
  return call.argCount === 0 && call.keyword('timeout') === undefined ? undefined : untilReady(call);
}

const untilReady = upTo(0);

const pool = 'py:multiprocessing.pool.';

export const threads: Library = {
  blocking: [...lockRows, ...waits, ...futureRows, ...processRows],
  returns: [
    ...give('py:concurrent.futures.Future#', 'py:concurrent.futures.', 'Executor#submit'),
    ...give('py:concurrent.futures.Executor.map#', 'py:concurrent.futures.', 'Executor#map'),
    ...give('py:multiprocessing.pool.Pool#', 'py:multiprocessing.', 'Pool', 'pool.Pool', 'pool.ThreadPool'),
    ...give(`${pool}AsyncResult#`, `${pool}Pool#`, 'apply_async', 'map_async', 'starmap_async'),
    ...give('py:multiprocessing.Connection#', 'py:multiprocessing.connection.', 'Client', 'Listener#accept'),
  ],
  inherits: [
    ...extend('py:concurrent.futures.Executor#', 'py:concurrent.futures.ThreadPoolExecutor#', 'py:concurrent.futures.ProcessPoolExecutor#'),
    ...extend('py:threading.Semaphore#', 'py:threading.BoundedSemaphore#'),
    ...extend('py:threading.Thread#', 'py:threading.Timer#'),
    ...extend('py:queue.Queue#', 'py:queue.LifoQueue#', 'py:queue.PriorityQueue#'),
    ...extend('py:multiprocessing.Semaphore#', 'py:multiprocessing.BoundedSemaphore#'),
    ...extend('py:multiprocessing.Queue#', 'py:multiprocessing.SimpleQueue#', 'py:multiprocessing.JoinableQueue#'),
  ],
  aliases: [
    ...same('py:concurrent.futures.ThreadPoolExecutor', 'py:concurrent.futures.thread.ThreadPoolExecutor'),
    ...same('py:concurrent.futures.ProcessPoolExecutor', 'py:concurrent.futures.process.ProcessPoolExecutor'),
    ...same('py:concurrent.futures.Future', 'py:concurrent.futures._base.Future'),
    ...same('py:multiprocessing.Connection', 'py:multiprocessing.connection.Connection'),
    ...same('py:multiprocessing.Process', 'py:multiprocessing.context.Process', 'py:multiprocessing.process.BaseProcess'),
  ],
};
