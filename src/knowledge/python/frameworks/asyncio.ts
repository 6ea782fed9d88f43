// asyncio itself: what its loop calls, what it hands to threads, and what makes a program serve.

import type { CallbackRow, PassRow } from '../../../core/knowledge';
import {
  atOnce,
  events,
  extend,
  type Framework,
  give,
  later,
  offLoop,
  onEvent,
  once,
  pythonDocs,
  resultOf,
  roots,
  routes,
  same,
  serves,
  startsTasks,
  taking,
  ticks,
} from './rows';

const loop = 'py:asyncio.AbstractEventLoop#';
const loopDocs = (name: string): string => `https://docs.python.org/3/library/asyncio-eventloop.html#asyncio.loop.${name}`;
const taskDocs = (name: string): string => `https://docs.python.org/3/library/asyncio-task.html#asyncio.${name}`;
const protocolDocs = (name: string): string => `https://docs.python.org/3/library/asyncio-protocol.html#asyncio.${name}`;
const streamDocs = (name: string): string => `https://docs.python.org/3/library/asyncio-stream.html#asyncio.${name}`;

/** Signals with which a program is asked to end. */
const endings = ['SIGINT', 'SIGTERM', 'SIGQUIT', 'SIGBREAK'];

const loopRows: readonly CallbackRow[] = [
  ...taking(once(loopDocs('call_soon'), loop, 'call_soon'), 0, 'callback'),
  ...taking(later(loopDocs('call_soon_threadsafe'), loop, 'call_soon_threadsafe'), 0, 'callback'),
  ...taking(ticks(loopDocs('call_later'), loop, 'call_later', 'call_at'), 1, 'callback'),
  ...taking(events(loopDocs('add_reader'), loop, 'add_reader', 'add_writer'), 1, 'callback'),
  ...taking(events(loopDocs('add_signal_handler'), loop, 'add_signal_handler'), 1, 'callback').map((row) => ({ ...row, endings })),
  ...taking(events('https://docs.python.org/3/library/signal.html#signal.signal', 'py:signal.', 'signal'), 1, 'handler').map((row) => ({
    ...row,
    endings,
  })),
  ...taking(later(loopDocs('set_exception_handler'), loop, 'set_exception_handler', 'set_task_factory'), 0),
  // A server makes a protocol for each connection; a client makes one.
  ...taking(
    events(loopDocs('create_server'), loop, 'create_server', 'create_unix_server', 'create_datagram_endpoint'),
    0,
    'protocol_factory',
  ),
  ...taking(once(loopDocs('create_connection'), loop, 'create_connection', 'create_unix_connection'), 0, 'protocol_factory'),
  ...taking(
    once(loopDocs('subprocess_exec'), loop, 'connect_read_pipe', 'connect_write_pipe', 'subprocess_exec', 'subprocess_shell'),
    0,
    'protocol_factory',
  ),
  ...offLoop(loopDocs('run_in_executor'), loop, 'run_in_executor'),
  ...offLoop(taskDocs('to_thread'), 'py:asyncio.', 'to_thread'),
];

/** What runs beside whoever starts it. A coroutine that is handed over counts as its function. */
const taskRows: readonly CallbackRow[] = [
  ...later(taskDocs('create_task'), 'py:asyncio.', 'create_task', 'ensure_future', 'gather', 'as_completed', 'wait'),
  ...later(taskDocs('run_coroutine_threadsafe'), 'py:asyncio.', 'run_coroutine_threadsafe'),
  ...later(taskDocs('TaskGroup.create_task'), 'py:asyncio.TaskGroup#', 'create_task'),
  ...later(loopDocs('create_task'), loop, 'create_task'),
  ...taking(
    once(
      'https://docs.python.org/3/library/asyncio-future.html#asyncio.Future.add_done_callback',
      'py:asyncio.Future#',
      'add_done_callback',
    ),
    0,
  ).map((row): CallbackRow => ({ ...row, source: 'promise' })),
  // A future of another thread calls back there, that of a coroutine on the loop.
  ...taking(once(taskDocs('run_coroutine_threadsafe'), 'py:asyncio.run_coroutine_threadsafe#', 'add_done_callback'), 0),
  ...taking(
    offLoop(
      'https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.Future.add_done_callback',
      'py:concurrent.futures.Future#',
      'add_done_callback',
    ),
    0,
  ),
];

const streamRows: readonly CallbackRow[] = [
  ...taking(routes(streamDocs('start_server'), 'py:asyncio.', 'start_server', 'start_unix_server'), 0, 'client_connected_cb'),
  ...taking(routes(streamDocs('start_server'), 'py:asyncio.', 'StreamReaderProtocol'), 1, 'client_connected_cb'),
];

const protocol = 'py:asyncio.';
const own = (link: string, type: string, ...names: readonly string[]): Framework['roots'] =>
  roots('member', onEvent, protocolDocs(link), `${protocol}${type}#`, ...names);

/** Results of what runs elsewhere come back to the loop. */
const awaitedResults: readonly PassRow[] = [
  ...resultOf(0, 'py:asyncio.', 'to_thread'),
  ...resultOf(1, loop, 'run_in_executor'),
  ...['wait_for', 'shield', 'run'].map((name) => ({ api: `py:asyncio.${name}`, arg: 0 })),
  { api: `${loop}run_until_complete`, arg: 0 },
];

export const asyncio: Framework = {
  callbacks: [...loopRows, ...taskRows, ...streamRows],
  roots: [
    ...(own('BaseProtocol', 'BaseProtocol', 'connection_made', 'connection_lost', 'pause_writing', 'resume_writing') ?? []),
    ...(own('Protocol', 'Protocol', 'data_received', 'eof_received') ?? []),
    ...(own('BufferedProtocol', 'BufferedProtocol', 'get_buffer', 'buffer_updated', 'eof_received') ?? []),
    ...(own('DatagramProtocol', 'DatagramProtocol', 'datagram_received', 'error_received') ?? []),
    ...(own('SubprocessProtocol', 'SubprocessProtocol', 'pipe_data_received', 'pipe_connection_lost', 'process_exited') ?? []),
  ],
  serving: [
    ...serves(loopDocs('run_forever'), `${loop}run_forever`),
    ...serves(loopDocs('create_server'), `${loop}create_server`, `${loop}create_unix_server`, `${loop}create_datagram_endpoint`),
    ...serves(streamDocs('start_server'), 'py:asyncio.start_server', 'py:asyncio.start_unix_server'),
    ...serves(
      'https://docs.python.org/3/library/asyncio-eventloop.html#asyncio.Server.serve_forever',
      'py:asyncio.Server#serve_forever',
      'py:asyncio.Server#start_serving',
    ),
    // What runs a coroutine to its end begins a program, and serves nobody by itself.
    ...['py:asyncio.run', 'py:asyncio.Runner#run', `${loop}run_until_complete`].map((api) => ({
      api,
      keepsHouse: true,
      byPlain: true,
      link: 'https://docs.python.org/3/library/asyncio-runner.html#asyncio.run',
    })),
    // `gather` and a group of tasks come to an end where they are awaited.
    ...startsTasks(taskDocs('create_task'), 'py:asyncio.create_task', 'py:asyncio.ensure_future', `${loop}create_task`),
  ],
  returns: [
    ...give('py:asyncio.Task#', 'py:asyncio.', 'create_task', 'ensure_future', 'TaskGroup#create_task', 'current_task'),
    ...give('py:asyncio.Task#', loop, 'create_task'),
    ...give('py:asyncio.Future#', loop, 'create_future'),
    ...give('py:asyncio.Server#', 'py:asyncio.', 'start_server', 'start_unix_server'),
    ...give('py:asyncio.Server#', loop, 'create_server', 'create_unix_server'),
    ...give(loop, 'py:asyncio.', 'Future#get_loop', 'Server#get_loop'),
    ...give(loop, 'py:uvloop.', 'new_event_loop'),
  ],
  inherits: [
    ...extend('py:asyncio.Future#', 'py:asyncio.Task#'),
    ...extend(loop, 'py:uvloop.Loop#'),
    ...extend('py:asyncio.BaseProtocol#', 'py:asyncio.Protocol#', 'py:asyncio.BufferedProtocol#', 'py:asyncio.DatagramProtocol#'),
    ...extend('py:asyncio.BaseProtocol#', 'py:asyncio.SubprocessProtocol#'),
    ...extend('py:asyncio.Protocol#', 'py:asyncio.StreamReaderProtocol#'),
  ],
  aliases: [
    ...['to_thread', 'create_task', 'gather', 'wait_for', 'ensure_future'].flatMap((name) =>
      same(`py:asyncio.${name}`, `py:asyncio.${name === 'to_thread' ? 'threads' : 'tasks'}.${name}`),
    ),
    ...same('py:asyncio.AbstractEventLoop', 'py:asyncio.events.AbstractEventLoop'),
  ],
  passes: awaitedResults,
};

/** Functions that the language calls while the call lasts. */
export const functional: Framework = {
  callbacks: [
    // What goes through a generator calls what makes its steps.
    ...atOnce(
      'https://docs.python.org/3/library/functions.html',
      'py:builtins.',
      ...['list', 'tuple', 'set', 'frozenset', 'dict', 'sum', 'any', 'all', 'sorted', 'min', 'max', 'next'],
    ),
    ...taking(atOnce(pythonDocs('functions', 'py:builtins.iter'), 'py:builtins.', 'iter'), 0),
    ...taking(atOnce(pythonDocs('functools', 'py:functools.reduce'), 'py:functools.', 'reduce'), 0),
    ...taking(atOnce(pythonDocs('re', 'py:re.sub'), 'py:re.', 'sub', 'subn'), 1, 'repl'),
    ...taking(atOnce(pythonDocs('contextvars', 'py:contextvars.Context#run'), 'py:contextvars.', 'Context#run'), 0),
    ...taking(
      atOnce(
        pythonDocs('contextlib', 'py:contextlib.ExitStack#callback'),
        'py:contextlib.',
        'ExitStack#callback',
        'AsyncExitStack#callback',
      ),
      0,
    ),
    ...taking(atOnce(pythonDocs('itertools', 'py:itertools.groupby'), 'py:itertools.', 'groupby'), 1, 'key'),
    ...taking(offLoop(pythonDocs('atexit', 'py:atexit.register'), 'py:atexit.', 'register'), 0),
  ],
  roots: roots('decorator', { when: 'elsewhere', source: 'core' }, pythonDocs('atexit', 'py:atexit.register'), 'py:atexit.', 'register'),
  passes: [
    ...['partial', 'update_wrapper', 'lru_cache', 'cache'].map((name) => ({ api: `py:functools.${name}`, arg: 0 })),
    // They call back when somebody goes through what they give.
    ...['map', 'filter'].map((name) => ({ api: `py:builtins.${name}`, arg: 0, lazily: true })),
    ...['starmap', 'takewhile', 'dropwhile', 'filterfalse'].map((name) => ({
      api: `py:itertools.${name}`,
      arg: 0,
      lazily: true,
    })),
    ...resultOf(0, 'py:contextvars.Context#', 'run'),
  ],
  returns: give('py:contextvars.Context#', 'py:contextvars.', 'copy_context'),
};
