// Bun's own functions that wait or compute, and its built-in SQLite, which has no asynchronous form.

import type { BlockingRow, CallShape, CostClass } from '../../core/knowledge';
import { advice, called, callback, iterator, promise, used, worker } from '../builders';
import { classOf, count, literal, number, numberOption } from '../judge';

const docs = 'https://bun.com/docs/';

function compression(name: string, twin: string, why: string): BlockingRow {
  const way = callback(`node:zlib.${twin}`, '`util.promisify` makes it awaitable; the function of Bun has no asynchronous form');
  return called('sync-compression', `global.Bun.${name}`, 'noticeable', why, way, `${docs}api/utils`);
}

const compressions: readonly BlockingRow[] = [
  compression('gzipSync', 'gzip', 'compresses all the data into gzip format before Bun goes on'),
  compression('gunzipSync', 'gunzip', 'unpacks all the gzip data before Bun goes on'),
  compression('deflateSync', 'deflateRaw', 'compresses all the data with deflate before Bun goes on'),
  compression('inflateSync', 'inflateRaw', 'unpacks all the deflated data before Bun goes on'),
  ...(
    [
      ['zstdCompressSync', 'compresses all the data with Zstandard before Bun goes on'],
      ['zstdDecompressSync', 'unpacks all the Zstandard data before Bun goes on'],
    ] as const
  ).map(([name, why]) =>
    called(
      'sync-compression',
      `global.Bun.${name}`,
      'noticeable',
      why,
      promise(`global.Bun.${name.replace('Sync', '')}`),
      `${docs}api/utils`,
    ),
  ),
];

/** A `timeout` is a bound, since the process is killed then. */
function untilItEnds(call: CallShape): ReturnType<Exclude<BlockingRow['cost'], string>> {
  const timeout = numberOption(call, 1, 'timeout') ?? numberOption(call, 0, 'timeout');
  if (timeout === undefined || timeout <= 0) return 'unbounded';
  return { class: classOf(timeout), why: `it waits for the process until it ends, ${count(timeout)} ms at most` };
}

function sleeping(call: CallShape): CostClass {
  const ms = number(call, 0);
  return ms === undefined ? 'long' : classOf(ms);
}

const others: readonly BlockingRow[] = [
  called(
    'sync-process',
    'global.Bun.spawnSync',
    untilItEnds,
    'starts a process and waits until it has ended, and Bun with it',
    promise('global.Bun.spawn', 'Its result comes at once; await its `exited` and read its `stdout`'),
    `${docs}api/spawn`,
    { example: "['git', 'status']" },
  ),
  called(
    'sleep',
    'global.Bun.sleepSync',
    sleeping,
    'holds the thread for as long as it is told to',
    promise('global.Bun.sleep'),
    `${docs}api/utils`,
    { example: '1000' },
  ),
  ...['hashSync', 'verifySync'].map((name) =>
    called(
      'sync-crypto',
      `global.Bun.password.${name}`,
      'long',
      name === 'hashSync' ? 'hashes the password with Argon2 or bcrypt' : 'hashes the password again to compare it',
      promise(`global.Bun.password.${name.replace('Sync', '')}`),
      `${docs}api/hashing`,
    ),
  ),
  called(
    'cpu-call',
    'global.Bun.Transpiler#transformSync',
    'noticeable',
    'parses the whole code and prints it anew',
    promise('global.Bun.Transpiler#transform'),
    `${docs}api/transpiler`,
  ),
  called(
    'sync-file',
    'global.Bun.Glob#scanSync',
    'long',
    'walks the folders for paths that match, one with each round of the loop over it',
    iterator('global.Bun.Glob#scan'),
    `${docs}api/glob`,
  ),
  called(
    'sync-file',
    'global.Bun.resolveSync',
    'tiny',
    'asks the file system for the file that a specifier names',
    promise('global.Bun.resolve'),
    `${docs}api/utils`,
    { example: "'zod', '.'" },
  ),
  used(
    'new',
    called(
      'sync-file',
      'global.Bun.FileSystemRouter',
      'noticeable',
      'reads the folder of routes and all folders in it',
      advice('Make the router once, at startup'),
      `${docs}api/file-system-router`,
    ),
  ),
];

const databaseNote = '`bun:sqlite` has no asynchronous form: give the database a thread of its own and send it the queries';

function database(member: string, cost: BlockingRow['cost'], why: string): BlockingRow {
  return called('sync-database', `bun:sqlite.${member}`, cost, why, worker(databaseNote), `${docs}api/sqlite`);
}

/** Without a name, or with this one, it is in memory. */
function opening(call: CallShape): CostClass {
  return call.argCount === 0 || literal(call, 0) === ':memory:' ? 'tiny' : 'noticeable';
}

const databases: readonly BlockingRow[] = [
  { ...used('new', database('Database', opening, 'opens the file of the database, and waits if it is locked')), example: "'app.db'" },
  { ...database('Database.open', opening, 'opens the file of the database, as `new` does'), example: "'app.db'" },
  database('Database.deserialize', 'noticeable', 'copies a whole database out of the bytes'),
  database('Database#run', 'noticeable', 'runs the statement, and waits for the disk and for locks'),
  database('Database#exec', 'noticeable', 'runs the statements, and waits for the disk and for locks'),
  database('Database#query', 'tiny', 'compiles the query if it is not kept yet, and reads the schema at first'),
  database('Database#prepare', 'tiny', 'compiles the query anew, and reads the schema at first'),
  database('Database#close', 'noticeable', 'writes back what the log still holds and closes the database'),
  database('Database#loadExtension', 'noticeable', 'loads an extension from disk and lets it initialize'),
  database('Database#serialize', 'noticeable', 'copies the whole database into bytes'),
  database('Statement#all', 'noticeable', 'runs the query and makes an object of each of its rows'),
  database('Statement#get', 'noticeable', 'runs the query up to its first row'),
  database('Statement#run', 'noticeable', 'runs the prepared statement, and waits for the disk'),
  database('Statement#values', 'noticeable', 'runs the query and makes an array of each of its rows'),
  database('Statement#raw', 'noticeable', 'runs the query and takes the bytes of all its rows'),
  database('Statement#iterate', 'noticeable', 'runs the query row by row, with each round of the loop over it'),
];

export const bunRows: readonly BlockingRow[] = [...compressions, ...others, ...databases];
