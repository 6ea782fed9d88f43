// Database clients that run statements on the thread that calls them. A file on this machine answers
// soon, if nobody has locked it; a server answers when it likes.

import type { BlockingRow, CallShape, CostClass } from '../../core/knowledge';
import { callback, github, library, promise, used, worker } from '../builders';
import { literal } from '../judge';

const sqlite = library('better-sqlite3', 'sync-database', 'https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md');
const wasm = library('sql.js', 'sync-database', github('sql-js/sql.js'));
const wasmFile = library('node-sqlite3-wasm', 'sync-database', github('tndrle/node-sqlite3-wasm'));
const native = library('pg-native', 'sync-database', github('brianc/node-postgres'));
const libpq = library('libpq', 'sync-database', github('brianc/node-libpq'));
const lmdb = library('lmdb', 'sync-database', github('kriszyp/lmdb-js'));
const level = library('classic-level', 'sync-database', github('Level/classic-level'));
const low = library('lowdb', 'sync-file', github('typicode/lowdb'));
const lowNode = library('lowdb/node', 'sync-file', github('typicode/lowdb'));
const realm = library('realm', 'sync-database', github('realm/realm-js'));
const db2 = library('ibm_db', 'sync-database', github('ibmdb/node-ibm_db'));
const enmap = library('enmap', 'sync-database', github('eslachance/enmap'));

const ownThread = worker('It has no asynchronous form: give the database a thread of its own and send it the queries');
const sqlThread = worker('`sql.js` brings a build for workers; a native client reads pages instead of the whole file');
const enmapThread = worker('Its store is better-sqlite3, which has no asynchronous form');

/** A database in memory opens at once. */
function opening(call: CallShape): CostClass {
  const path = literal(call, 0);
  return path === ':memory:' || path === '' || (call.argCount === 0 && !call.spread) ? 'tiny' : 'noticeable';
}

const betterSqlite: readonly BlockingRow[] = [
  used(
    'new',
    sqlite('', opening, 'opens the database file, and waits if another process has locked it', ownThread, { example: "'app.db'" }),
  ),
  sqlite('#prepare', 'tiny', 'compiles the statement, and reads the schema from the file at first', ownThread),
  sqlite('#exec', 'noticeable', 'runs all the statements, waiting for the disk and for locks', ownThread),
  sqlite('#pragma', 'tiny', 'runs the pragma, which may read or write the file', ownThread),
  sqlite('#close', 'noticeable', 'writes back what is left in the log and closes the file', ownThread),
  sqlite('#serialize', 'noticeable', 'copies the whole database into memory', ownThread),
  sqlite('#loadExtension', 'noticeable', 'loads a library from disk and lets it initialize', ownThread),
  sqlite('Statement#run', 'noticeable', 'runs the statement, and waits for the disk to hold what it writes', ownThread),
  sqlite('Statement#get', 'noticeable', 'runs the query until its first row', ownThread),
  sqlite('Statement#all', 'noticeable', 'runs the query and reads all its rows', ownThread),
  sqlite('Statement#iterate', 'noticeable', 'runs the query, one row with each round of the loop over it', ownThread),
];

const webAssembly: readonly BlockingRow[] = [
  used('new', wasm('Database', 'noticeable', 'copies the whole database that it is given into its memory', sqlThread, { example: 'data' })),
  wasm('Database#run', 'noticeable', 'runs the statement in WebAssembly', sqlThread),
  wasm('Database#exec', 'noticeable', 'runs all the statements in WebAssembly and reads all their rows', sqlThread),
  wasm('Database#each', 'noticeable', 'runs the query in WebAssembly and calls back for each row', sqlThread),
  wasm('Database#export', 'noticeable', 'copies the whole database into a buffer', sqlThread),
  wasm('Statement#step', 'noticeable', 'runs the query in WebAssembly until its next row', sqlThread),
  wasm('Statement#run', 'noticeable', 'runs the prepared statement in WebAssembly', sqlThread),
  used('new', wasmFile('Database', opening, 'opens the database file', ownThread, { example: "'app.db'" })),
  wasmFile('Database#run', 'noticeable', 'runs the statement, and waits for the disk', ownThread),
  wasmFile('Database#exec', 'noticeable', 'runs all the statements, and waits for the disk', ownThread),
  wasmFile('Database#all', 'noticeable', 'runs the query and reads all its rows', ownThread),
  wasmFile('Database#get', 'noticeable', 'runs the query until its first row', ownThread),
  wasmFile('Statement#run', 'noticeable', 'runs the prepared statement, and waits for the disk', ownThread),
  wasmFile('Statement#all', 'noticeable', 'runs the prepared query and reads all its rows', ownThread),
  wasmFile('Statement#get', 'noticeable', 'runs the prepared query until its first row', ownThread),
];

const servers: readonly BlockingRow[] = [
  native('#connectSync', 'unbounded', 'connects to the server and waits for its answer', callback('pg-native#connect')),
  native('#querySync', 'unbounded', 'sends the query and waits for all its rows', callback('pg-native#query')),
  native('#prepareSync', 'unbounded', 'sends the statement and waits until the server has prepared it', callback('pg-native#prepare')),
  native('#executeSync', 'unbounded', 'runs the prepared statement and waits for all its rows', callback('pg-native#execute')),
  libpq('#connectSync', 'unbounded', 'connects to the server and waits for its answer', callback('libpq#connect')),
  libpq('#exec', 'unbounded', 'sends the query and waits for its result', callback('pg-native#query')),
  libpq('#execParams', 'unbounded', 'sends the query with its values and waits for its result', callback('pg-native#query')),
  libpq('#prepare', 'unbounded', 'sends the statement and waits until the server has prepared it', callback('pg-native#prepare')),
  libpq('#execPrepared', 'unbounded', 'runs the prepared statement and waits for its result', callback('pg-native#execute')),
  library('sync-mysql', 'sync-database', github('ForbesLindesay/sync-mysql'))(
    '#query',
    'unbounded',
    'has another process send the query, and waits for all its rows',
    promise('mysql2/promise.Connection#query'),
  ),
  db2('openSync', 'unbounded', 'connects to the server and waits for its answer', promise('ibm_db.open')),
  db2('Database#querySync', 'unbounded', 'sends the query and waits for all its rows', promise('ibm_db.Database#query')),
  db2(
    'Database#prepareSync',
    'unbounded',
    'sends the statement and waits until the server has prepared it',
    promise('ibm_db.Database#prepare'),
  ),
  db2('Database#closeSync', 'unbounded', 'closes the connection and waits for the server', promise('ibm_db.Database#close')),
  db2('Database#commitTransactionSync', 'unbounded', 'commits and waits for the server', promise('ibm_db.Database#commitTransaction')),
];

const stores: readonly BlockingRow[] = [
  lmdb('open', 'noticeable', 'opens the database files and maps them into memory', worker('Open it once, while the program starts')),
  lmdb('Database#putSync', 'noticeable', 'writes the value and waits for the disk', promise('lmdb.Database#put')),
  lmdb('Database#removeSync', 'noticeable', 'removes the value and waits for the disk', promise('lmdb.Database#remove')),
  lmdb(
    'Database#transactionSync',
    'noticeable',
    'waits for the lock, runs the transaction and waits for the disk',
    promise('lmdb.Database#transaction'),
  ),
  lmdb('Database#clearSync', 'noticeable', 'removes all values and waits for the disk', promise('lmdb.Database#clearAsync')),
  lmdb('Database#dropSync', 'noticeable', 'removes the database and waits for the disk', promise('lmdb.Database#drop')),
  level('ClassicLevel#getSync', 'noticeable', 'reads the value from disk', promise('classic-level.ClassicLevel#get')),
  low('LowSync#read', 'noticeable', 'reads the whole file and parses it', promise('lowdb.Low#read')),
  low('LowSync#write', 'noticeable', 'turns all the data into text and writes the whole file', promise('lowdb.Low#write')),
  low('LowSync#update', 'noticeable', 'changes the data and writes the whole file', promise('lowdb.Low#update')),
  lowNode('JSONFileSyncPreset', 'noticeable', 'makes a database of the whole file', promise('lowdb/node.JSONFilePreset')),
  lowNode('JSONFileSync#read', 'noticeable', 'reads the whole file for the database and parses it', promise('lowdb/node.JSONFile#read')),
  lowNode(
    'JSONFileSync#write',
    'noticeable',
    'turns the data of the database into text and writes the whole file',
    promise('lowdb/node.JSONFile#write'),
  ),
  used(
    'new',
    realm(
      '',
      'noticeable',
      'opens the database file, and migrates it first where its schema has changed',
      worker('Open it once, while the program starts'),
    ),
  ),
  realm('#write', 'noticeable', 'waits for the lock, runs the transaction and waits for the disk', worker()),
  realm('#commitTransaction', 'noticeable', 'writes the transaction and waits for the disk', worker()),
  realm('#compact', 'long', 'copies the whole database to a new file', worker()),
  enmap('#set', 'noticeable', 'writes the value and waits for the disk', enmapThread),
  enmap('#delete', 'noticeable', 'removes the value and waits for the disk', enmapThread),
  enmap('#ensure', 'noticeable', 'reads the value, or writes it and waits for the disk', enmapThread),
  enmap('#push', 'noticeable', 'reads the list, and writes it back with one more element', enmapThread),
  library('alasql', 'cpu-call', github('AlaSQL/alasql'))('', 'noticeable', 'runs the query over data in memory', worker()),
];

export const npmDatabaseRows: readonly BlockingRow[] = [...betterSqlite, ...webAssembly, ...servers, ...stores];
