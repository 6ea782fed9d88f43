// Running and loading code: node:vm, WebAssembly, WASI, require. Code of unknown length is not judged
// here, but whoever gives it a timeout says how long it may take.

import type { BlockingRow, CallShape, Cost, CostClass } from '../../core/knowledge';
import { advice, called, nodeDocs, promise, used, worker } from '../builders';
import { classOf, count, numberOption } from '../judge';

/**
 * A module that is named is mostly loaded already, or is at startup; nobody knows that of a computed name. Once is
 * once: the module is cached, so nobody would want a warning. A list of names and a callback are AMD's `require`, which waits for nothing.
 */
function loading(call: CallShape): CostClass | Cost | undefined {
  const name = call.arg(0);
  if (!name || name.kind === 'literal' || name.kind === 'array' || call.argCount > 1) return undefined;
  return { class: 'tiny', why: 'it reads and runs the module at its first call only, and gives what it kept from then on' };
}

function untilTimeout(index: number): (call: CallShape) => Cost | undefined {
  return (call) => {
    const timeout = numberOption(call, index, 'timeout');
    return timeout === undefined ? undefined : { class: classOf(timeout), why: `it runs code for up to ${count(timeout)} ms` };
  };
}

const timeoutStays = 'The timeout ends the code, but the thread is held until then';
const loadEarly = 'Load the module while the program starts; `import()` also evaluates it on this thread';

export const codeRows: readonly BlockingRow[] = [
  called(
    'cpu-call',
    'node:vm.runInThisContext',
    untilTimeout(1),
    'runs code until it ends or its timeout passes',
    worker(timeoutStays),
    nodeDocs('vm', 'vm.runInThisContext(code[, options])'),
    { example: 'code, { timeout: 1000 }', harmless: 'code' },
  ),
  called(
    'cpu-call',
    'node:vm.runInContext',
    untilTimeout(2),
    'runs code in a context until it ends or its timeout passes',
    worker(timeoutStays),
    nodeDocs('vm', 'vm.runInContext(code, contextifiedObject[, options])'),
    { example: 'code, context, { timeout: 1000 }', harmless: 'code, context' },
  ),
  called(
    'cpu-call',
    'node:vm.runInNewContext',
    untilTimeout(2),
    'runs code in a new context until it ends or its timeout passes',
    worker(timeoutStays),
    nodeDocs('vm', 'vm.runInNewContext(code[, contextObject[, options]])'),
    { example: 'code, {}, { timeout: 1000 }', harmless: 'code' },
  ),
  called(
    'cpu-call',
    'node:vm.Script#runInThisContext',
    untilTimeout(0),
    'runs the script until it ends or its timeout passes',
    worker(timeoutStays),
    nodeDocs('vm', 'script.runInThisContext([options])'),
    { example: '{ timeout: 1000 }', harmless: '' },
  ),
  called(
    'cpu-call',
    'node:vm.Script#runInContext',
    untilTimeout(1),
    'runs the script in a context until it ends or its timeout passes',
    worker(timeoutStays),
    nodeDocs('vm', 'script.runInContext(contextifiedObject[, options])'),
    { example: 'context, { timeout: 1000 }', harmless: 'context' },
  ),
  called(
    'cpu-call',
    'node:vm.Script#runInNewContext',
    untilTimeout(1),
    'runs the script in a new context until it ends or its timeout passes',
    worker(timeoutStays),
    nodeDocs('vm', 'script.runInNewContext([contextObject[, options]])'),
    { example: '{}, { timeout: 1000 }', harmless: '{}' },
  ),
  called(
    'cpu-call',
    'node:wasi.WASI#start',
    'noticeable',
    'runs a whole WebAssembly program from start to end',
    worker(),
    nodeDocs('wasi', 'wasi.start(instance)'),
  ),
  used(
    'new',
    called(
      'cpu-call',
      'global.WebAssembly.Module',
      'noticeable',
      'compiles the whole module before it returns',
      promise('global.WebAssembly.compile'),
      'https://developer.mozilla.org/docs/WebAssembly/Reference/JavaScript_interface/Module/Module',
    ),
  ),
  used(
    'new',
    called(
      'cpu-call',
      'global.WebAssembly.Instance',
      'tiny',
      'links the module and runs its start function',
      promise('global.WebAssembly.instantiate'),
      'https://developer.mozilla.org/docs/WebAssembly/Reference/JavaScript_interface/Instance/Instance',
    ),
  ),
  called(
    'sync-import',
    'global.require',
    loading,
    'finds, reads, compiles and runs a module at its first call',
    advice(loadEarly),
    nodeDocs('modules', 'require(id)'),
    { example: '`./plugins/${name}.js`', harmless: "'node:path'" },
  ),
];
