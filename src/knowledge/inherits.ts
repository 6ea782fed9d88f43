// Classes whose instances have another class's members.

import type { InheritRow } from '../core/knowledge';

/** Each class has the members of the one before it. */
function chain(...types: readonly string[]): readonly InheritRow[] {
  return types.slice(1).map((type, index) => ({ type: `${type}#`, base: `${types[index] ?? ''}#` }));
}

const emitter = 'node:events.EventEmitter';
const socket = 'node:net.Socket';

/** Functions that make their first argument, a constructor, extend their second. */
export const extending: readonly string[] = ['node:util.inherits', 'inherits'];

export const inherits: readonly InheritRow[] = [
  ...chain(emitter, 'node:events'),
  ...chain(emitter, 'node:stream.Stream', 'node:stream'),
  ...chain(emitter, 'node:stream.Readable', 'node:fs.ReadStream'),
  ...chain(emitter, 'node:stream.Writable', 'node:stream.Duplex', 'node:stream.Transform', 'node:stream.PassThrough'),
  ...chain('node:stream.Writable', 'node:fs.WriteStream'),
  ...chain('node:stream.Writable', 'node:http.OutgoingMessage', 'node:http.ServerResponse'),
  ...chain('node:http.OutgoingMessage', 'node:http.ClientRequest'),
  ...chain('node:stream.Readable', 'node:http.IncomingMessage'),
  ...chain('node:stream.Duplex', socket, 'node:tls.TLSSocket'),
  ...chain(socket, 'node:tty.ReadStream'),
  ...chain(socket, 'node:tty.WriteStream'),
  ...chain(emitter, 'node:net.Server', 'node:http.Server'),
  ...chain('node:net.Server', 'node:tls.Server', 'node:https.Server'),
  ...chain('node:net.Server', 'node:http2.Http2Server'),
  ...chain('node:tls.Server', 'node:http2.Http2SecureServer'),
  ...chain(emitter, 'node:http2.Http2Session', 'node:http2.ClientHttp2Session'),
  ...chain('node:stream.Transform', 'node:zlib.Zlib'),
  ...chain('node:stream.Transform', 'node:crypto.Cipheriv'),
  ...chain(emitter, 'node:child_process.ChildProcess'),
  ...chain(emitter, 'node:dgram.Socket'),
  ...chain(emitter, 'node:fs.FSWatcher'),
  ...chain(emitter, 'node:readline.Interface'),
  ...chain(emitter, 'node:worker_threads.Worker'),
  ...chain(emitter, 'node:cluster.Worker'),

  ...chain('global.EventTarget', 'global.Node', 'global.Element', 'global.HTMLElement', 'global.HTMLCanvasElement'),
  ...chain('global.Element', 'global.SVGElement', 'global.SVGGraphicsElement'),
  ...['Button', 'Div', 'Form', 'Image', 'Input', 'Select', 'Span', 'TextArea', 'Video'].flatMap((kind) =>
    chain('global.HTMLElement', `global.HTML${kind}Element`),
  ),
  ...chain('global.Node', 'global.Document'),
  ...[
    'Window',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'Worker',
    'MessagePort',
    'BroadcastChannel',
    'AbortSignal',
    'FileReader',
  ].flatMap((name) => chain('global.EventTarget', `global.${name}`)),
  ...chain('global.WebGLRenderingContext', 'global.WebGL2RenderingContext'),
  ...chain('global.CanvasRenderingContext2D', 'global.OffscreenCanvasRenderingContext2D'),
];
