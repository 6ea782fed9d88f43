// What leaves the loop's thread: threads, pools, processes, and the libraries that bring work to them.

import {
  atOnce,
  type Framework,
  give,
  later,
  offLoop,
  onThread,
  pythonDocs,
  replacing,
  resultOf,
  roots,
  same,
  serves,
  taking,
} from './rows';

const executor = 'py:concurrent.futures.Executor#';
const pool = 'py:multiprocessing.pool.Pool#';
const futures = (name: string): string => `https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.${name}`;
const pools = 'https://docs.python.org/3/library/multiprocessing.html#module-multiprocessing.pool';

/** The standard library's. */
export const threads: Framework = {
  callbacks: [
    ...offLoop(futures('Executor'), executor, 'submit', 'map'),
    ...taking(offLoop(futures('ThreadPoolExecutor'), 'py:concurrent.futures.', 'ThreadPoolExecutor', 'ProcessPoolExecutor'), 'initializer'),
    ...taking(offLoop(pythonDocs('threading', 'py:threading.Thread'), 'py:threading.', 'Thread'), 1, 'target'),
    ...taking(offLoop(pythonDocs('threading', 'py:threading.Timer'), 'py:threading.', 'Timer'), 1, 'function'),
    ...taking(offLoop(pythonDocs('_thread', 'py:_thread.start_new_thread'), 'py:_thread.', 'start_new_thread'), 0),
    ...taking(offLoop(pythonDocs('multiprocessing', 'py:multiprocessing.Process'), 'py:multiprocessing.', 'Process'), 1, 'target'),
    ...taking(offLoop(pools, 'py:multiprocessing.', 'Pool', 'pool.Pool', 'pool.ThreadPool'), 1, 'initializer'),
    ...offLoop(pools, pool, 'apply', 'apply_async', 'map', 'map_async', 'imap', 'imap_unordered', 'starmap', 'starmap_async'),
    ...taking(offLoop(pythonDocs('weakref', 'py:weakref.finalize'), 'py:weakref.', 'finalize'), 1),
  ],
  roots: [
    ...roots('member', onThread, pythonDocs('threading', 'py:threading.Thread.run'), 'py:threading.', 'Thread#run'),
    ...roots('member', onThread, pythonDocs('multiprocessing', 'py:multiprocessing.Process.run'), 'py:multiprocessing.', 'Process#run'),
    ...roots(
      'member',
      onThread,
      'https://docs.python.org/3/library/socketserver.html#request-handler-objects',
      'py:socketserver.',
      'BaseRequestHandler#handle',
    ),
    ...roots(
      'member',
      onThread,
      'https://docs.python.org/3/library/http.server.html#http.server.BaseHTTPRequestHandler',
      'py:http.server.BaseHTTPRequestHandler#',
      'do_*',
      'log_message',
    ),
  ],
  inherits: [
    { type: 'py:socketserver.StreamRequestHandler#', base: 'py:socketserver.BaseRequestHandler#' },
    { type: 'py:socketserver.DatagramRequestHandler#', base: 'py:socketserver.BaseRequestHandler#' },
    { type: 'py:http.server.SimpleHTTPRequestHandler#', base: 'py:http.server.BaseHTTPRequestHandler#' },
  ],
};

const anyioDocs = 'https://anyio.readthedocs.io/en/stable/';
const trioDocs = 'https://trio.readthedocs.io/en/stable/reference-core.html';

export const anyio: Framework = {
  callbacks: [
    ...offLoop(`${anyioDocs}threads.html#calling-synchronous-code-from-a-worker-thread`, 'py:anyio.to_thread.', 'run_sync'),
    ...offLoop(`${anyioDocs}subprocesses.html#running-functions-in-worker-processes`, 'py:anyio.to_process.', 'run_sync'),
    ...offLoop(`${anyioDocs}subinterpreters.html`, 'py:anyio.to_interpreter.', 'run_sync'),
    ...later(`${anyioDocs}tasks.html`, 'py:anyio.abc.TaskGroup#', 'start_soon', 'start'),
    // From a thread back to the loop.
    ...later(`${anyioDocs}threads.html#calling-asynchronous-code-from-a-worker-thread`, 'py:anyio.from_thread.', 'run', 'run_sync'),
    ...taking(atOnce(`${anyioDocs}api.html#anyio.run`, 'py:anyio.', 'run'), 0),
  ],
  returns: give('py:anyio.abc.TaskGroup#', 'py:anyio.', 'create_task_group'),
  passes: [
    ...resultOf(0, 'py:anyio.', 'to_thread.run_sync', 'to_process.run_sync', 'to_interpreter.run_sync'),
    ...resultOf(0, 'py:anyio.', 'from_thread.run', 'from_thread.run_sync'),
  ],
};

export const trio: Framework = {
  callbacks: [
    ...offLoop(`${trioDocs}#trio.to_thread.run_sync`, 'py:trio.to_thread.', 'run_sync'),
    ...later(`${trioDocs}#trio.Nursery`, 'py:trio.Nursery#', 'start_soon', 'start'),
    ...later(`${trioDocs}#trio.from_thread.run`, 'py:trio.from_thread.', 'run', 'run_sync'),
    ...taking(atOnce(`${trioDocs}#trio.run`, 'py:trio.', 'run'), 0),
  ],
  serving: serves('https://trio.readthedocs.io/en/stable/reference-io.html#trio.serve_tcp', 'py:trio.serve_tcp', 'py:trio.serve_listeners'),
  returns: give('py:trio.Nursery#', 'py:trio.', 'open_nursery'),
  passes: resultOf(0, 'py:trio.', 'to_thread.run_sync', 'from_thread.run', 'from_thread.run_sync'),
};

const asgirefDocs = 'https://docs.djangoproject.com/en/stable/topics/async/#sync-to-async';

export const asgiref: Framework = {
  callbacks: offLoop(asgirefDocs, 'py:asgiref.sync.', 'sync_to_async', 'SyncToAsync'),
  roots: replacing(roots('decorator', onThread, asgirefDocs, 'py:asgiref.sync.', 'sync_to_async')),
  aliases: [
    ...same('py:asgiref.sync.sync_to_async', 'py:channels.db.database_sync_to_async', 'py:asyncer.asyncify', 'py:chainlit.make_async'),
  ],
};

const celeryDocs = 'https://docs.celeryq.dev/en/stable/userguide/tasks.html';
const rqDocs = 'https://python-rq.org/docs/';
const dramatiqDocs = 'https://dramatiq.io/guide.html#actors';
const hueyDocs = 'https://huey.readthedocs.io/en/latest/api.html';

/** Tasks that a process of its own works off. */
export const taskQueues: Framework = {
  callbacks: [...offLoop(rqDocs, 'py:rq.Queue#', 'enqueue', 'enqueue_call', 'enqueue_at', 'enqueue_in')],
  roots: [
    ...roots('decorator', onThread, celeryDocs, 'py:celery.', 'shared_task', 'Celery#task'),
    ...roots('member', onThread, celeryDocs, 'py:celery.', 'Task#run'),
    ...roots('decorator', onThread, `${rqDocs}#the-job-decorator`, 'py:rq.decorators.', 'job'),
    ...roots('decorator', onThread, dramatiqDocs, 'py:dramatiq.', 'actor'),
    // To call a task of Huey is to queue it; those of the others are called as they are.
    ...replacing(roots('decorator', onThread, hueyDocs, 'py:huey.Huey#', 'task', 'periodic_task', 'context_task')),
  ],
  inherits: ['RedisHuey', 'SqliteHuey', 'MemoryHuey', 'PriorityRedisHuey'].map((name) => ({
    type: `py:huey.${name}#`,
    base: 'py:huey.Huey#',
  })),
  aliases: [
    ...same('py:celery.Celery', 'py:celery.app.base.Celery'),
    ...same('py:celery.shared_task', 'py:celery.app.shared_task'),
    ...same('py:celery.Task', 'py:celery.app.task.Task'),
    ...same('py:rq.decorators.job', 'py:rq.job'),
    ...same('py:huey.Huey', 'py:huey.api.Huey'),
  ],
};
