// Two API paths for one thing. The path on the right is the one that other tables use.

import type { AliasRow } from '../core/knowledge';
import { fileRows } from './node/fs';

/** What Node offers both as a module and as a member of another. */
const modules: readonly AliasRow[] = [
  { api: 'node:fs.promises', of: 'node:fs/promises' },
  { api: 'node:dns.promises', of: 'node:dns/promises' },
  { api: 'node:stream.promises', of: 'node:stream/promises' },
  { api: 'node:timers.promises', of: 'node:timers/promises' },
  { api: 'node:readline.promises', of: 'node:readline/promises' },
  { api: 'node:path.posix', of: 'node:path' },
  { api: 'node:path.win32', of: 'node:path' },
  { api: 'node:path/posix', of: 'node:path' },
  { api: 'node:path/win32', of: 'node:path' },
  { api: 'node:sys', of: 'node:util' },
  { api: 'node:crypto.webcrypto', of: 'global.crypto' },
  { api: 'node:crypto.pseudoRandomBytes', of: 'node:crypto.randomBytes' },
];

const globals: readonly AliasRow[] = [
  ...['window', 'self', 'globalThis', 'global'].map((name) => ({ api: `global.${name}`, of: 'global' })),
  { api: 'global.process', of: 'node:process' },
  { api: 'global.document', of: 'global.Document#' },
  { api: 'global.localStorage', of: 'global.Storage#' },
  { api: 'global.sessionStorage', of: 'global.Storage#' },
  ...['setTimeout', 'setInterval', 'setImmediate'].map((name) => ({ api: `node:timers.${name}`, of: `global.${name}` })),
  { api: 'node:process.stdin', of: 'node:tty.ReadStream#' },
  { api: 'node:process.stdout', of: 'node:tty.WriteStream#' },
  { api: 'node:process.stderr', of: 'node:tty.WriteStream#' },
  { api: 'node:worker_threads.parentPort', of: 'node:worker_threads.ParentPort#' },
];

/** `document.createElement` may give any element, so what only one kind of element has names its kind. */
const elements: readonly AliasRow[] = [
  { api: 'global.HTMLElement#toDataURL', of: 'global.HTMLCanvasElement#toDataURL' },
  { api: 'global.HTMLElement#toBlob', of: 'global.HTMLCanvasElement#toBlob' },
  { api: 'global.HTMLElement#getContext', of: 'global.HTMLCanvasElement#getContext' },
  { api: 'global.CanvasRenderingContext2D#readPixels', of: 'global.WebGLRenderingContext#readPixels' },
  { api: 'global.CanvasRenderingContext2D#finish', of: 'global.WebGLRenderingContext#finish' },
];

/** graceful-fs and original-fs are fs with a fix or without one; fs-extra has the functions of fs among its own. */
const fileSystems: readonly AliasRow[] = [
  { api: 'graceful-fs', of: 'node:fs' },
  { api: 'original-fs', of: 'node:fs' },
  ...fileRows.flatMap(({ api }) => (api.includes('#') ? [] : [{ api: api.replace('node:fs', 'fs-extra'), of: api }])),
];

export const aliases: readonly AliasRow[] = [...modules, ...globals, ...elements, ...fileSystems];
