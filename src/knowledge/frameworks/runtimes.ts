// What Deno and Bun bring of their own to serve with.

import { atOnce, events, exported, type Framework, give, keepsHouse, later, onRequest, routes, script, serves, ticks } from './rows';

const denoDocs = 'https://docs.deno.com/api/deno/';

export const deno: Framework = {
  callbacks: [
    ...routes(`${denoDocs}~/Deno.serve`, 'global.Deno.', 'serve'),
    ...ticks(`${denoDocs}~/Deno.cron`, 'global.Deno.', 'cron'),
    ...events(`${denoDocs}~/Deno.addSignalListener`, 'global.Deno.', 'addSignalListener'),
    ...events(`${denoDocs}~/Deno.Kv`, 'global.Deno.Kv#', 'listenQueue'),
  ],
  aliases: [{ api: 'global.Deno.permissions', of: 'global.Deno.Permissions#' }],
  serving: [
    ...serves(`${denoDocs}~/Deno.serve`, 'global.Deno.serve', 'global.Deno.listen'),
    ...keepsHouse(`${denoDocs}~/Deno.cron`, 'global.Deno.cron'),
  ],
  returns: [
    ...give('global.Deno.Kv#', 'global.Deno.', 'openKv'),
    ...give('global.Deno.FsFile#', 'global.Deno.', 'open', 'openSync', 'create', 'createSync'),
  ],
  rootExports: [
    exported(
      onRequest,
      'https://docs.deno.com/runtime/reference/cli/serve/',
      { files: [`**/*.${script}`], markers: ['deno.json', 'deno.jsonc', 'deno.lock'] },
      'default.fetch',
    ),
  ],
};

const bunDocs = 'https://bun.com/docs/';

export const bun: Framework = {
  callbacks: [
    ...routes(`${bunDocs}api/http`, 'global.Bun.', 'serve'),
    ...events(`${bunDocs}api/tcp`, 'global.Bun.', 'listen', 'connect', 'udpSocket'),
    ...later(`${bunDocs}api/spawn`, 'global.Bun.', 'spawn'),
    ...atOnce(`${bunDocs}api/sqlite`, 'bun:sqlite.Database#', 'transaction'),
    ...ticks(`${bunDocs}runtime/cron`, 'global.Bun.', 'cron'),
  ],
  returns: [
    ...give('bun:sqlite.Statement#', 'bun:sqlite.Database#', 'query', 'prepare'),
    ...give('bun:sqlite.Statement#', 'bun:sqlite.Statement#', 'as'),
    ...give('bun:sqlite.Database#', 'bun:sqlite.Database.', 'open', 'deserialize'),
  ],
  serving: serves(`${bunDocs}api/http`, 'global.Bun.serve', 'global.Bun.listen', 'global.Bun.udpSocket'),
  aliases: [{ api: 'bun', of: 'global.Bun' }],
  rootExports: [
    exported(
      onRequest,
      `${bunDocs}api/http`,
      {
        files: [`**/*.${script}`],
        packages: ['@types/bun', 'bun-types', '@types/bun-types'],
        markers: ['bunfig.toml', 'bun.lockb', 'bun.lock'],
      },
      'default.fetch',
    ),
  ],
};
