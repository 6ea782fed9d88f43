// Packages that make an asynchronous answer look synchronous: another process or thread does the work
// while this one waits. And packages that sleep.

import type { BlockingRow, CallShape, Cost, CostClass } from '../../core/knowledge';
import { advice, callback, github, library, promise, worker } from '../builders';
import { about, classOf, literal, number } from '../judge';

const loop = library('deasync', 'thread-wait', github('abbr/deasync'));

const electron = library('electron', 'thread-wait', 'https://www.electronjs.org/docs/latest/api/ipc-renderer');

const direct = advice('Call the asynchronous function itself and await it');
const pause = promise('node:timers/promises.setTimeout');

/** Sleeps for as long as its first argument says, in units of `unit` milliseconds. */
function sleeping(unit: number): (call: CallShape) => CostClass | Cost {
  return (call) => {
    const time = number(call, 0);
    if (time === undefined) return 'long';
    return { class: classOf(time * unit), why: `it sleeps for ${about(time * unit).replace('about ', '')}` };
  };
}

/** `open(method, url, false)` makes the request synchronous. */
function ifSynchronous(call: CallShape): CostClass | undefined {
  return literal(call, 2) === false ? 'unbounded' : undefined;
}

const network: readonly BlockingRow[] = [
  library('sync-request', 'sync-network', github('ForbesLindesay/sync-request'))(
    '',
    'unbounded',
    'starts a process for the request and waits for the whole answer',
    promise('global.fetch'),
  ),
  library('sync-fetch', 'sync-network', github('larsgw/sync-fetch'))(
    '',
    'unbounded',
    'starts another thread or process for the request and waits for the whole answer',
    promise('global.fetch'),
  ),
  library('xmlhttprequest', 'sync-network', github('driverdan/node-XMLHttpRequest'))(
    'XMLHttpRequest#open',
    ifSynchronous,
    'makes the request synchronous: `send` starts a process and waits for the whole answer',
    promise('global.fetch'),
    { example: "'GET', '/', false", harmless: "'GET', '/'" },
  ),
];

const threads: readonly BlockingRow[] = [
  loop('#', 'unbounded', 'waits until the callback is called, and runs the loop within this call meanwhile', direct),
  loop('loopWhile', 'unbounded', 'runs the loop within this call until the condition ends', direct),
  loop('runLoopOnce', 'noticeable', 'runs the loop within this call', direct),
  library('synckit', 'thread-wait', github('un-ts/synckit'))(
    'createSyncFn#',
    'unbounded',
    'waits for the answer of a worker thread',
    direct,
  ),
  library('sync-rpc', 'thread-wait', github('ForbesLindesay/sync-rpc'))(
    '#',
    'unbounded',
    'waits for the answer of another process',
    direct,
  ),
  library('make-synchronous', 'thread-wait', github('sindresorhus/make-synchronous'))(
    '#',
    'unbounded',
    'waits until the function has ended in another thread',
    direct,
  ),
  library('@prettier/sync', 'thread-wait', github('prettier/prettier-synchronized'))(
    'format',
    'long',
    'waits until a worker thread has formatted the text',
    worker('`format` of `prettier` itself computes on the thread that awaits it'),
  ),
  library('geoip-lite', 'sync-file', github('geoip-lite/node-geoip'))(
    'reloadDataSync',
    'long',
    'reads the whole database of addresses',
    callback('geoip-lite.reloadData'),
  ),
];

const sleeps: readonly BlockingRow[] = [
  ...(['sleep', 'msleep', 'usleep'] as const).map((name) =>
    library('sleep', 'sleep', github('erikdubbelboer/node-sleep'))(
      name,
      sleeping({ sleep: 1000, msleep: 1, usleep: 0.001 }[name]),
      `sleeps for a number of ${{ sleep: 'seconds', msleep: 'milliseconds', usleep: 'microseconds' }[name]}`,
      pause,
      { example: { sleep: '1', msleep: '100', usleep: '100_000' }[name] },
    ),
  ),
  library('thread-sleep', 'sleep', github('jmdobry/thread-sleep'))('', sleeping(1), 'sleeps for a number of milliseconds', pause),
  library('system-sleep', 'sleep', github('jochemstoel/nodejs-system-sleep'))(
    '',
    sleeping(1),
    'sleeps for a number of milliseconds',
    pause,
  ),
  library('atomic-sleep', 'sleep', github('davidmarkclements/atomic-sleep'))('', sleeping(1), 'sleeps for a number of milliseconds', pause),
  library('deasync', 'sleep', github('abbr/deasync'))(
    'sleep',
    sleeping(1),
    'waits for a number of milliseconds, and runs the loop within this call meanwhile',
    pause,
  ),
];

export const waitingRows: readonly BlockingRow[] = [
  electron(
    'ipcRenderer.sendSync',
    'unbounded',
    'stops the page until the main process has answered',
    promise('electron.ipcRenderer.invoke'),
  ),
  ...network,
  ...threads,
  ...sleeps,
];
