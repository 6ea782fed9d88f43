// Calls after which a program serves: its startup ends there; and calls that end it.

import type { Value } from '../core/facts';
import type { ExitRow, ServingRow } from '../core/knowledge';
import { mdn, nodeDocs } from './builders';

export const serving: readonly ServingRow[] = [
  // Whoever makes a server is about to serve: what it reads before that (keys, certificates) holds up nobody.
  ...['http', 'https', 'net', 'tls'].map((name): ServingRow => ({
    api: `node:${name}.createServer`,
    link: `https://nodejs.org/api/${name}.html`,
  })),
  ...['createServer', 'createSecureServer'].map((name): ServingRow => ({
    api: `node:http2.${name}`,
    link: 'https://nodejs.org/api/http2.html',
  })),
  // http, https, http2 and tls servers are net servers.
  { api: 'node:net.Server#listen', link: nodeDocs('net', 'server.listen()') },
  { api: 'node:dgram.Socket#bind', link: nodeDocs('dgram', 'socket.bind([port][, address][, callback])') },
  {
    api: 'global.setInterval',
    keepsHouse: true,
    stoppedBy: ['global.clearInterval', 'global.clearTimeout'],
    link: mdn('Window/setInterval'),
  },
];

export const exits: readonly ExitRow[] = [
  { api: 'node:process.exit', link: nodeDocs('process', 'process.exit([code])') },
  { api: 'node:process.reallyExit', link: nodeDocs('process', 'process.exit([code])') },
  { api: 'node:process.abort', link: nodeDocs('process', 'process.abort()') },
  {
    api: 'node:process.kill',
    matches: (call) => isOwnProcess(call.arg(0)),
    link: nodeDocs('process', 'process.kill(pid[, signal])'),
  },
  // `quit` only asks: a window may refuse.
  { api: 'electron.app.exit', link: 'https://www.electronjs.org/docs/latest/api/app#appexitexitcode' },
  { api: 'global.Deno.exit', link: 'https://docs.deno.com/api/deno/~/Deno.exit' },
];

function isOwnProcess(id: Value | undefined): boolean {
  return id?.kind === 'member' && id.name === 'pid' && id.object.kind === 'name' && id.object.name === 'process';
}
