// Who calls a function back on the loop, and when. A callee without a row calls it before it returns.

import type { CallbackRow, CallbackSource, CallbackTiming } from '../core/knowledge';
import { mdn, nodeDocs } from './builders';

const page = (name: string): string => `https://nodejs.org/api/${name}.html`;

/** Rows for several members of one owner that differ in name only. */
function rows(
  timing: CallbackTiming,
  source: CallbackSource,
  link: string,
  owner: string,
  ...names: readonly string[]
): readonly CallbackRow[] {
  return names.map((name) => ({ api: `${owner}${name}`, timing, source, link }));
}

const portListening = ['on', 'once', 'addListener', 'addEventListener'];
const listening = ['on', 'once', 'addListener', 'prependListener', 'prependOnceListener'];

const timers: readonly CallbackRow[] = [
  ...rows('event', 'timer', page('timers'), 'global.', 'setTimeout', 'setInterval'),
  ...rows('continuation', 'timer', nodeDocs('timers', 'setImmediate(callback[, ...args])'), 'global.', 'setImmediate'),
  ...rows('event', 'timer', mdn('Window/requestAnimationFrame'), 'global.', 'requestAnimationFrame'),
  ...rows('event', 'timer', mdn('Window/requestIdleCallback'), 'global.', 'requestIdleCallback'),
  ...rows('continuation', 'timer', mdn('Scheduler/postTask'), 'global.scheduler.', 'postTask'),
];

const continuations: readonly CallbackRow[] = [
  ...rows(
    'continuation',
    'promise',
    'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Promise',
    'global.Promise#',
    'then',
    'catch',
    'finally',
  ),
  ...rows('continuation', 'core', mdn('Window/queueMicrotask'), 'global.', 'queueMicrotask'),
  ...rows('continuation', 'core', nodeDocs('process', 'process.nextTick(callback[, ...args])'), 'node:process.', 'nextTick'),
];

/** When a process is asked to end, or ends, what holds its thread holds up nobody. */
const endings = ['exit', 'beforeExit', 'SIGINT', 'SIGTERM', 'SIGQUIT'];

/** What comes to an end by itself. */
const passing: readonly CallbackRow[] = [
  'node:process.',
  'node:child_process.ChildProcess#',
  'node:tty.ReadStream#',
  'node:tty.WriteStream#',
  'node:stream.Readable#',
  'node:stream.Writable#',
  'node:readline.Interface#',
  'node:worker_threads.Worker#',
].flatMap((owner) =>
  rows('event', 'event', nodeDocs('events', 'class-eventemitter'), owner, ...listening).map((row) => ({
    ...row,
    transient: true,
    ...(owner === 'node:process.' && { endings }),
  })),
);

const events: readonly CallbackRow[] = [
  ...rows('event', 'event', nodeDocs('events', 'class-eventemitter'), 'node:events.EventEmitter#', ...listening),
  ...rows('event', 'event', page('cluster'), 'node:cluster.', ...listening),
  ...rows('event', 'event', page('worker_threads'), 'node:worker_threads.MessagePort#', ...portListening),
  ...rows('event', 'event', mdn('EventTarget/addEventListener'), 'global.EventTarget#', 'addEventListener'),
  ...rows('event', 'event', mdn('EventTarget/addEventListener'), 'global.', 'addEventListener'),
  ...['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'PerformanceObserver'].map((name): CallbackRow => ({
    api: `global.${name}`,
    timing: 'event',
    source: 'event',
    link: mdn(name),
  })),
  ...rows('event', 'event', page('perf_hooks'), 'node:perf_hooks.', 'PerformanceObserver'),
];

const servers: readonly CallbackRow[] = [
  ...rows('event', 'route', page('http'), 'node:http.', 'createServer', 'Server'),
  ...rows('event', 'route', page('https'), 'node:https.', 'createServer', 'Server'),
  ...rows('event', 'route', page('http2'), 'node:http2.', 'createServer', 'createSecureServer'),
  ...rows('event', 'event', page('net'), 'node:net.', 'createServer', 'Server'),
  ...rows('event', 'event', page('tls'), 'node:tls.', 'createServer', 'Server'),
  ...rows('event', 'event', page('dgram'), 'node:dgram.', 'createSocket'),
  // What runs once a server listens runs after the program has begun to serve.
  ...rows('event', 'core', page('net'), 'node:net.Server#', 'listen'),
  ...rows('event', 'core', page('dgram'), 'node:dgram.Socket#', 'bind'),
  ...rows('continuation', 'core', page('net'), 'node:net.Server#', 'close', 'getConnections'),
];

const streams: readonly CallbackRow[] = [
  ...rows('event', 'stream', page('stream'), 'node:stream.', 'Readable', 'Writable', 'Duplex', 'Transform', 'PassThrough'),
  ...rows('continuation', 'stream', page('stream'), 'node:stream.', 'pipeline', 'finished'),
  ...rows('event', 'stream', page('stream'), 'node:stream/promises.', 'pipeline'),
  ...rows(
    'event',
    'stream',
    page('stream'),
    'node:stream.Readable#',
    'map',
    'filter',
    'forEach',
    'flatMap',
    'reduce',
    'some',
    'every',
    'find',
  ),
  ...rows('continuation', 'stream', page('stream'), 'node:stream.Writable#', 'write', 'end'),
  ...rows('event', 'stream', page('webstreams'), 'node:stream/web.', 'ReadableStream', 'WritableStream', 'TransformStream'),
  ...rows('event', 'stream', page('webstreams'), 'global.', 'ReadableStream', 'WritableStream', 'TransformStream'),
];

const core: readonly CallbackRow[] = [
  ...['fs', 'child_process', 'dns', 'zlib', 'crypto'].flatMap((name) => rows('continuation', 'core', page(name), `node:${name}.`, '*')),
  ...rows('continuation', 'core', page('fs'), '', 'node:fs/promises.*', 'fs-extra.*'),
  ...rows('event', 'event', page('fs'), 'node:fs.', 'watch', 'watchFile'),
  ...rows('now', 'sync', page('fs'), 'node:fs.', 'cpSync', 'globSync'),
  ...rows('now', 'sync', page('fs'), 'fs-extra.', 'copySync'),
  ...rows('continuation', 'core', page('http'), 'node:http.', 'request', 'get'),
  ...rows('continuation', 'core', page('https'), 'node:https.', 'request', 'get'),
  ...rows('continuation', 'core', page('http2'), 'node:http2.', 'connect'),
  ...rows('continuation', 'core', page('net'), 'node:net.', 'connect', 'createConnection'),
  ...rows('continuation', 'core', page('tls'), 'node:tls.', 'connect'),
  ...rows('continuation', 'core', page('dgram'), 'node:dgram.Socket#', 'send', 'connect', 'close'),
  ...rows('continuation', 'core', page('readline'), 'node:readline.Interface#', 'question'),
  ...rows('continuation', 'core', page('inspector'), 'node:inspector.Session#', 'post'),
  ...rows('continuation', 'core', mdn('HTMLCanvasElement/toBlob'), 'global.HTMLCanvasElement#', 'toBlob'),
  ...rows('continuation', 'core', mdn('LockManager/request'), 'global.navigator.locks.', 'request'),
  ...rows('continuation', 'core', mdn('Geolocation'), 'global.navigator.geolocation.', 'getCurrentPosition'),
  ...rows('event', 'event', mdn('Geolocation'), 'global.navigator.geolocation.', 'watchPosition'),
];

/** A file that listens to its parent's messages is the entry of a worker: what it does then, it does on its own thread. */
const workers: readonly CallbackRow[] = [
  ...rows('elsewhere', 'worker', page('worker_threads'), 'node:worker_threads.ParentPort#', ...portListening),
];

export const callbacks: readonly CallbackRow[] = [
  ...timers,
  ...continuations,
  ...passing,
  ...events,
  ...servers,
  ...streams,
  ...core,
  ...workers,
];
