// Databases in a file. A statement waits for the disk, and for whoever has locked the file: five seconds
// by default.

import type { BlockingRow, CallShape, CostClass } from '../../../core/knowledge';
import { literal } from '../judge';
import { bare, chains, each, give, type Library, same, standard, thread } from '../rows';

const viaThread = thread('Or use `aiosqlite`, which does the same on a thread of its own');
const sqlite = standard('sqlite3', 'py:sqlite3.', 'sync-database', { remedy: viaThread });
const shelve = standard('shelve', 'py:shelve.', 'sync-database');
const dbm = standard('dbm', 'py:dbm.', 'sync-database');

/** A database in memory opens at once. */
function opening(call: CallShape): CostClass {
  return literal(call.arg(0, 'database')) === ':memory:' ? 'tiny' : 'noticeable';
}

const rows: readonly BlockingRow[] = [
  sqlite('connect', opening, 'opens the database file', { example: "'app.db'" }),
  ...['Connection', 'Cursor'].flatMap((type) => [
    sqlite(`${type}#execute`, 'noticeable', `runs the statement on the ${type.toLowerCase()}, waiting for the disk and for locks`, {
      example: "'select 1'",
    }),
    sqlite(`${type}#executemany`, 'noticeable', `runs the statement on the ${type.toLowerCase()} once for each row`, {
      example: "'select 1', data",
    }),
    sqlite(`${type}#executescript`, 'noticeable', `runs all the statements on the ${type.toLowerCase()}`, { example: "'select 1;'" }),
  ]),
  sqlite('Connection#commit', 'noticeable', 'waits until the disk holds what was written'),
  sqlite('Connection#rollback', 'noticeable', 'takes back what was written'),
  sqlite('Connection#backup', 'long', 'copies the whole database', { example: 'data' }),
  sqlite('Connection#close', 'tiny', 'closes the file'),
  sqlite('Connection#__exit__', 'noticeable', 'commits at the end of the block'),
  sqlite('Cursor#fetchone', 'tiny', 'runs the query on to its next row', { continues: 'receiver' }),
  ...each(
    sqlite,
    ['Cursor#fetchmany', 'Cursor#fetchall'],
    'noticeable',
    (name) => `runs the query on and reads rows, as ${bare(name)} says`,
  ),
  sqlite('Cursor#__iter__', 'noticeable', 'runs the query on row by row'),
  shelve('open', 'noticeable', 'opens the database file', { example: "'a'" }),
  shelve('Shelf#sync', 'noticeable', 'writes everything that is kept in memory'),
  shelve('Shelf#close', 'noticeable', 'writes everything that is kept in memory and closes the file'),
  dbm('open', 'noticeable', 'opens the database file', { example: "'a'" }),
];

export const standardDatabases: Library = {
  blocking: rows,
  returns: [
    ...give('py:sqlite3.Connection#', 'py:sqlite3.', 'connect'),
    ...give('py:sqlite3.Cursor#', 'py:sqlite3.Connection#', 'cursor', 'execute', 'executemany', 'executescript'),
    ...chains('py:sqlite3.Cursor#', 'execute', 'executemany', 'executescript'),
    ...give('py:shelve.Shelf#', 'py:shelve.', 'open'),
  ],
  aliases: same('py:sqlite3', 'py:sqlite3.dbapi2', 'py:pysqlite2.dbapi2', 'py:pysqlite3', 'py:sqlcipher3'),
};
