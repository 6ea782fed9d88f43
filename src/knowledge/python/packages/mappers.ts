// Small object-relational mappers.

import type { BlockingRow } from '../../../core/knowledge';
import { chains, each, extend, give, type Library, methods, operations, spoken, thread } from '../rows';

const peeweeDocs = 'https://docs.peewee-orm.com/en/latest/peewee/api.html';
const peewee = operations('py:peewee.', 'sync-database', peeweeDocs, { remedy: thread('Or use `peewee_async`') });
const pony = operations('py:pony.orm.', 'sync-database', 'https://docs.ponyorm.org/api_reference.html');
const engine = operations('py:mongoengine.', 'sync-database', 'https://docs.mongoengine.org/apireference.html');

const otherRows: readonly BlockingRow[] = [
  ...methods(
    peewee,
    'Model.',
    ['get', 'get_or_none', 'get_by_id', 'get_or_create', 'create', 'delete_by_id', 'set_by_id', 'create_table', 'bulk_create'],
    'noticeable',
    (name) => `waits for the database in ${name} of the class`,
  ),
  ...methods(peewee, 'Model#', ['save', 'delete_instance'], 'noticeable', (name) => `waits for the database in ${name}`),
  ...methods(
    peewee,
    'ModelSelect#',
    ['execute', 'get', 'first', 'count', 'exists', 'scalar', '__iter__'],
    'noticeable',
    (name) => `sends the query and waits for the database, in ${name.replaceAll('_', '')}`,
  ),
  ...methods(
    peewee,
    'Database#',
    ['connect', 'execute_sql', 'create_tables', 'drop_tables', 'commit', 'rollback', 'close'],
    'noticeable',
    (name) => `waits for the database file or server in ${name}`,
  ),
  ...each(
    pony,
    ['commit', 'flush', 'select#first', 'select#__iter__'],
    'noticeable',
    (name) => `waits for the database in ${spoken(name)}`,
  ),
  ...methods(
    engine,
    'Document#',
    ['save', 'delete', 'reload', 'update'],
    'unbounded',
    (name) => `waits for the database in ${name} of the document`,
  ),
  ...methods(
    engine,
    'QuerySet#',
    ['first', 'get', 'count', 'update', 'delete', 'update_one', '__iter__'],
    'unbounded',
    (name) => `sends the query and waits for the database, in ${name.replaceAll('_', ' ').trim()}`,
  ),
];

const select = 'py:peewee.ModelSelect#';

export const smallMappers: Library = {
  blocking: otherRows,
  returns: [
    ...give(select, 'py:peewee.Model.', 'select', 'update', 'insert', 'insert_many', 'delete', 'replace', 'raw'),
    ...chains(
      select,
      'where',
      'order_by',
      'join',
      'limit',
      'offset',
      'group_by',
      'distinct',
      'dicts',
      'tuples',
      'paginate',
      'switch',
      'objects',
      'on_conflict',
    ),
    ...give('py:peewee.Model#', 'py:peewee.Model.', 'get', 'get_or_none', 'get_by_id', 'create'),
    ...give('py:peewee.Model#', select, 'get', 'first', '__next__'),
    ...give('py:pony.orm.select#', 'py:pony.orm.', 'select'),
    ...give('py:mongoengine.QuerySet#', 'py:mongoengine.Document.', 'objects:read'),
    ...give('py:mongoengine.QuerySet#', 'py:mongoengine.Document.', 'objects'),
    ...give('py:mongoengine.QuerySet#', 'py:mongoengine.QuerySet#', '', 'filter', 'order_by', 'limit', 'only', 'exclude', 'skip'),
    ...give('py:mongoengine.Document#', 'py:mongoengine.QuerySet#', 'first', 'get', '__next__'),
  ],
  inherits: extend('py:peewee.Database#', 'py:peewee.SqliteDatabase#', 'py:peewee.PostgresqlDatabase#', 'py:peewee.MySQLDatabase#'),
};
