// Calls after which a program serves: its startup ends there.

import type { ServingRow } from '../core/knowledge';
import { mdn, nodeDocs } from './builders';

export const serving: readonly ServingRow[] = [
  // http, https, http2 and tls servers are net servers.
  { api: 'node:net.Server#listen', link: nodeDocs('net', 'server.listen()') },
  { api: 'node:dgram.Socket#bind', link: nodeDocs('dgram', 'socket.bind([port][, address][, callback])') },
  { api: 'global.setInterval', link: mdn('Window/setInterval') },
  { api: 'express#listen', link: 'https://expressjs.com/en/api.html#app.listen' },
  { api: 'koa#listen', link: 'https://koajs.com/#applisten' },
  { api: 'fastify.FastifyInstance#listen', link: 'https://fastify.dev/docs/latest/Reference/Server/#listen' },
];
