// Calls after which a program serves: its startup ends there.

import type { ServingRow } from '../core/knowledge';
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
  { api: 'global.setInterval', keepsHouse: true, link: mdn('Window/setInterval') },
];
