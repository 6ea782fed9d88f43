// node:sqlite has no asynchronous form at all (but for `backup`): the way out is a thread.

import type { BlockingRow, CallShape, CostClass } from '../../core/knowledge';
import { called, nodeDocs, used, worker } from '../builders';
import { literal } from '../judge';

type Rest = Pick<BlockingRow, 'since' | 'example' | 'harmless'>;

function database(member: string, heading: string, cost: BlockingRow['cost'], why: string, rest: Rest = {}): BlockingRow {
  const remedy = worker('`node:sqlite` has no asynchronous form: give the database a thread of its own and send it the queries');
  return called('sync-database', `node:sqlite.${member}`, cost, why, remedy, nodeDocs('sqlite', heading), { since: 22, ...rest });
}

/** A database in memory opens at once; with `open: false` nothing happens yet. */
function opening(call: CallShape): CostClass | undefined {
  const open = call.option(1, 'open');
  if (open?.kind === 'literal' && open.value === false) return undefined;
  return literal(call, 0) === ':memory:' ? 'tiny' : 'noticeable';
}

export const databaseRows: readonly BlockingRow[] = [
  used(
    'new',
    database(
      'DatabaseSync',
      'new DatabaseSync(path[, options])',
      opening,
      'opens the database file, and waits if another process has locked it',
      { example: "'app.db'", harmless: "'app.db', { open: false }" },
    ),
  ),
  database('DatabaseSync#open', 'database.open()', 'noticeable', 'opens the database file'),
  database('DatabaseSync#close', 'database.close()', 'noticeable', 'writes back what is left in the log and closes the file'),
  database('DatabaseSync#exec', 'database.exec(sql)', 'noticeable', 'runs all the statements, waiting for the disk and for locks'),
  database('DatabaseSync#prepare', 'class-databasesync', 'tiny', 'compiles the statement, and reads the schema from the file at first'),
  database('DatabaseSync#loadExtension', 'class-databasesync', 'noticeable', 'loads a library from disk and lets it initialize'),
  database('DatabaseSync#applyChangeset', 'class-databasesync', 'noticeable', 'writes all the changes to the database'),
  database('DatabaseSync#serialize', 'class-databasesync', 'noticeable', 'copies the whole database into memory', { since: 24 }),
  database('DatabaseSync#deserialize', 'class-databasesync', 'noticeable', 'copies a whole database from memory', { since: 24 }),
  database('StatementSync#run', 'class-statementsync', 'noticeable', 'runs the statement, and waits for the disk to hold what it writes'),
  database('StatementSync#get', 'class-statementsync', 'noticeable', 'runs the query until its first row'),
  database('StatementSync#all', 'class-statementsync', 'noticeable', 'runs the query and reads all its rows'),
  database('StatementSync#iterate', 'class-statementsync', 'noticeable', 'runs the query, one row with each round of the loop over it'),
  database(
    'SQLTagStore#run',
    'class-sqltagstore',
    'noticeable',
    'runs the statement, from the cache or compiled anew, and waits for the disk',
    { since: 24 },
  ),
  database('SQLTagStore#get', 'class-sqltagstore', 'noticeable', 'runs the query, from the cache or compiled anew, until its first row', {
    since: 24,
  }),
  database(
    'SQLTagStore#all',
    'class-sqltagstore',
    'noticeable',
    'runs the query, from the cache or compiled anew, and reads all its rows',
    { since: 24 },
  ),
  database('SQLTagStore#iterate', 'class-sqltagstore', 'noticeable', 'runs the query, from the cache or compiled anew, row by row', {
    since: 24,
  }),
  database('Session#changeset', 'class-session', 'noticeable', 'collects all the changes of the session', { since: 22 }),
  database('Session#patchset', 'class-session', 'noticeable', 'collects all the changes of the session in a shorter form', { since: 22 }),
];
