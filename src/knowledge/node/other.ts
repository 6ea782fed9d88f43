// The rest of Node's core: the heap, waiting for threads and debuggers, files read on the way, sockets.
// Work that grows with data of unknown size (JSON, v8.serialize) is not a matter of one row.

import type { BlockingRow, CallShape, Cost, CostClass } from '../../core/knowledge';
import { advice, callback, called, nodeDocs, promise } from '../builders';
import { classOf, count, literal, number } from '../judge';

/** `Atomics.wait(array, index, value[, timeout])` */
function waiting(call: CallShape): CostClass | Cost {
  const timeout = number(call, 3);
  if (timeout === undefined) return 'unbounded';
  return { class: classOf(timeout), why: `it sleeps until another thread wakes it, for up to ${count(timeout)} ms` };
}

function takesHeapSnapshot(call: CallShape): CostClass | undefined {
  return literal(call, 0) === 'HeapProfiler.takeHeapSnapshot' ? 'long' : undefined;
}

const ownIsolate = 'A heap belongs to its thread, so nobody else can take its snapshot: do it where a stop of seconds harms nobody';

const heap: readonly BlockingRow[] = [
  called(
    'cpu-call',
    'node:v8.writeHeapSnapshot',
    'long',
    'walks the whole heap and writes it to a file, often for seconds',
    advice(ownIsolate),
    nodeDocs('v8', 'v8.writeHeapSnapshot([filename[,options]])'),
  ),
  called(
    'cpu-call',
    'node:v8.getHeapSnapshot',
    'long',
    'walks the whole heap before the first piece of the stream comes',
    advice(ownIsolate),
    nodeDocs('v8', 'v8.getHeapSnapshot([options])'),
  ),
  called(
    'cpu-call',
    'node:v8.queryObjects',
    'long',
    'collects garbage and walks the whole heap',
    advice('Use it for tests and for finding leaks only'),
    nodeDocs('v8', 'v8.queryObjects(ctor[, options])'),
  ),
  called(
    'cpu-call',
    'node:inspector.Session#post',
    takesHeapSnapshot,
    'walks the whole heap',
    advice(ownIsolate),
    nodeDocs('inspector', 'session.post(method[, params][, callback])'),
    { example: "'HeapProfiler.takeHeapSnapshot'", harmless: "'Profiler.enable'" },
  ),
  called(
    'cpu-call',
    'node:inspector/promises.Session#post',
    takesHeapSnapshot,
    'walks the whole heap, though its promise looks as if it waited',
    advice(ownIsolate),
    nodeDocs('inspector', 'session.post(method[, params])'),
    { example: "'HeapProfiler.takeHeapSnapshot'", harmless: "'Profiler.enable'" },
  ),
  called(
    'cpu-call',
    'global.gc',
    'noticeable',
    'collects all garbage at once',
    advice('Leave it to the engine, which collects in small steps and partly on other threads'),
    'https://nodejs.org/api/cli.html#--expose-gc',
  ),
];

const waits: readonly BlockingRow[] = [
  called(
    'thread-wait',
    'global.Atomics.wait',
    waiting,
    'puts the thread to sleep until another thread wakes it',
    promise('global.Atomics.waitAsync', 'Await the property `value` of what it returns, if its property `async` is true'),
    'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Atomics/wait',
    { example: 'flags, 0, 0' },
  ),
  called(
    'thread-wait',
    'node:inspector.waitForDebugger',
    'unbounded',
    'holds the program until a debugger has connected',
    advice('Keep it out of code that serves'),
    nodeDocs('inspector', 'inspector.waitForDebugger()'),
  ),
  called(
    'thread-wait',
    'node:inspector.open',
    (call) => (literal(call, 2) === true ? 'unbounded' : undefined),
    'holds the program until a debugger has connected, because it is told to wait',
    advice('Leave out the argument `wait`'),
    nodeDocs('inspector', 'inspector.open([port[, host[, wait]]])'),
    { example: "9229, '127.0.0.1', true", harmless: "9229, '127.0.0.1'" },
  ),
];

const files: readonly BlockingRow[] = [
  called(
    'sync-file',
    'node:process.loadEnvFile',
    'noticeable',
    'reads the whole file of settings before it returns',
    advice('Call it while the program starts, or start Node with `--env-file`'),
    nodeDocs('process', 'process.loadEnvFile(path)'),
  ),
  called(
    'sync-file',
    'node:process.report.writeReport',
    'noticeable',
    'collects the state of the whole process and writes it to a file',
    advice('Keep it for failures, and set `process.report.excludeNetwork`, because it looks up the names of all peers'),
    nodeDocs('process', 'process.report.writeReport([filename][, err])'),
  ),
  called(
    'cpu-call',
    'node:process.report.getReport',
    'noticeable',
    'collects the state of the whole process',
    advice('Keep it for failures, and set `process.report.excludeNetwork`, because it looks up the names of all peers'),
    nodeDocs('process', 'process.report.getReport([err])'),
  ),
  called(
    'sync-file',
    'node:tls.getCACertificates',
    (call) => (literal(call, 0) === 'system' ? 'noticeable' : undefined),
    "reads the certificates of the operating system's store at its first call",
    advice('Read them while the program starts, and keep them'),
    nodeDocs('tls', 'tls.getCACertificates([type])'),
    { since: 22, example: "'system'", harmless: "'bundled'" },
  ),
];

const network: readonly BlockingRow[] = [
  called(
    'sync-network',
    'node:dgram.Socket#bindSync',
    'tiny',
    'has the operating system bind the socket',
    callback('node:dgram.Socket#bind', 'Await its event `listening`'),
    nodeDocs('dgram', 'class-dgramsocket'),
    { since: 24 },
  ),
  called(
    'sync-network',
    'node:dgram.Socket#connectSync',
    'tiny',
    'has the operating system connect the socket to its peer',
    callback('node:dgram.Socket#connect', 'Await its event `connect`'),
    nodeDocs('dgram', 'class-dgramsocket'),
    { since: 24 },
  ),
];

export const otherRows: readonly BlockingRow[] = [...heap, ...waits, ...files, ...network];
