// Object-relational mappers. Queries are built without the database, and wait for it when somebody takes
// their rows. The asynchronous twins (`AsyncSession`, Django's `aget`) are awaited and have no rows.

import type { BlockingRow } from '../../../core/knowledge';
import { promise } from '../../builders';
import { bare, chains, each, extend, give, type Library, methods, operations, same, spoken, thread } from '../rows';

const alchemyDocs = 'https://docs.sqlalchemy.org/en/20/orm/session_api.html';
const asyncSession = thread('Or use `sqlalchemy.ext.asyncio.AsyncSession` with an asynchronous driver');

const alchemy = operations('py:sqlalchemy.', 'sync-database', alchemyDocs, { remedy: asyncSession });
const core = operations('py:sqlalchemy.', 'sync-database', 'https://docs.sqlalchemy.org/en/20/core/connections.html', {
  remedy: thread('Or use `sqlalchemy.ext.asyncio.create_async_engine` with an asynchronous driver'),
});

const statements =
  'execute scalar scalars get get_one merge flush commit rollback refresh bulk_save_objects bulk_insert_mappings bulk_update_mappings'.split(
    ' ',
  );
const taken = 'all first one one_or_none scalar count get update delete __iter__'.split(' ');

const sqlalchemy: readonly BlockingRow[] = [
  ...methods(alchemy, 'orm.Session#', statements, 'unbounded', (name) => `has the database do the ${name} of the session and waits for it`),
  alchemy('orm.Session#__exit__', 'tiny', 'gives the connection back at the end of the block'),
  alchemy('orm.Session.begin#__exit__', 'unbounded', 'commits at the end of the block and waits for the database'),
  ...methods(
    alchemy,
    'orm.Query#',
    taken,
    'unbounded',
    (name) => `sends the query and waits for the database, to give ${name.replaceAll('_', ' ').trim()}`,
  ),
  core('Engine#connect', 'unbounded', 'takes a connection of the pool, or connects to the database'),
  core('Engine.begin#__enter__', 'unbounded', 'takes a connection of the pool for a transaction, or connects to the database'),
  core('Engine.begin#__exit__', 'unbounded', 'commits the transaction of the engine and waits for the database'),
  core('Engine#raw_connection', 'unbounded', 'takes a connection of the driver, or connects to the database'),
  ...each(
    core,
    [
      'Engine#execute',
      'Connection#execute',
      'Connection#scalar',
      'Connection#scalars',
      'Connection#exec_driver_sql',
      'Connection#commit',
      'Connection#rollback',
      'Transaction#commit',
      'Transaction#rollback',
    ],
    'unbounded',
    (name) => `waits for the database in ${spoken(name)}`,
  ),
  ...methods(
    core,
    'MetaData#',
    ['create_all', 'drop_all', 'reflect'],
    'unbounded',
    (name) => `asks the database about its tables, to do ${name}`,
  ),
  core('inspect#get_table_names', 'unbounded', 'asks the database for the names of its tables'),
  core('inspect#get_columns', 'unbounded', 'asks the database for the columns of the table', { example: "'a'" }),
  core('inspect#has_table', 'unbounded', 'asks the database whether it has the table', { example: "'a'" }),
  operations('py:sqlmodel.', 'sync-database', 'https://sqlmodel.tiangolo.com/', { remedy: asyncSession })(
    'Session#exec',
    'unbounded',
    'sends the statement and waits for the database',
    { example: 'data' },
  ),
  operations('py:alembic.command.', 'sync-database', 'https://alembic.sqlalchemy.org/en/latest/api/commands.html')(
    'upgrade',
    'unbounded',
    'migrates the database, step by step',
    { example: "data, 'head'" },
  ),
];

const session = 'py:sqlalchemy.orm.Session#';
const query = 'py:sqlalchemy.orm.Query#';
const builders =
  'filter filter_by where join outerjoin options order_by group_by having limit offset distinct with_entities select_from with_for_update add_columns execution_options populate_existing union params slice'.split(
    ' ',
  );

export const alchemyLibrary: Library = {
  blocking: sqlalchemy,
  returns: [
    ...give('py:sqlalchemy.orm.sessionmaker#', 'py:sqlalchemy.orm.', 'sessionmaker'),
    ...give('py:sqlalchemy.orm.scoped_session#', 'py:sqlalchemy.orm.', 'scoped_session'),
    ...give(session, 'py:sqlalchemy.orm.', 'sessionmaker#', 'sessionmaker#begin#__enter__', 'scoped_session#'),
    ...give('py:sqlalchemy.orm.Session.begin#', 'py:sqlalchemy.orm.', 'Session#begin', 'sessionmaker#begin'),
    ...give(session, 'py:sqlalchemy.orm.', 'Session.begin#__enter__'),
    ...give(query, session, 'query'),
    ...chains(query, ...builders),
    ...give('py:sqlalchemy.Engine#', 'py:sqlalchemy.', 'create_engine', 'engine_from_config'),
    ...give('py:sqlalchemy.Engine#', 'py:sqlmodel.', 'create_engine'),
    ...give('py:sqlalchemy.Connection#', 'py:sqlalchemy.', 'Engine#connect', 'Engine.begin#__enter__'),
    ...give('py:sqlalchemy.Connection#', session, 'connection'),
    ...chains('py:sqlalchemy.Connection#', 'execution_options'),
    ...give('py:sqlalchemy.Engine.begin#', 'py:sqlalchemy.', 'Engine#begin'),
    ...give('py:sqlalchemy.Transaction#', 'py:sqlalchemy.', 'Connection#begin'),
    ...give('py:sqlalchemy.inspect#', 'py:sqlalchemy.', 'inspect'),
    ...give('py:sqlalchemy.MetaData#', 'py:sqlalchemy.orm.DeclarativeBase.', 'metadata:read'),
    ...give('py:sqlalchemy.MetaData#', 'py:sqlalchemy.orm.', 'declarative_base#metadata:read'),
    ...give('py:sqlalchemy.MetaData#', 'py:sqlmodel.SQLModel.', 'metadata:read'),
    ...give('py:sqlalchemy.orm.declarative_base#', 'py:sqlalchemy.orm.', 'declarative_base'),
    // Flask-SQLAlchemy
    ...give(session, 'py:flask_sqlalchemy.SQLAlchemy#', 'session:read'),
  ],
  inherits: extend(session, 'py:sqlmodel.Session#', 'py:sqlalchemy.orm.scoped_session#'),
  aliases: [
    ...same('py:sqlalchemy.orm.Session', 'py:sqlalchemy.orm.session.Session'),
    ...same('py:sqlalchemy.orm.sessionmaker', 'py:sqlalchemy.orm.session.sessionmaker'),
    ...same('py:sqlalchemy.orm.Query', 'py:sqlalchemy.orm.query.Query'),
    ...same('py:sqlalchemy.orm.scoped_session', 'py:sqlalchemy.orm.scoping.scoped_session'),
    ...same('py:sqlalchemy.orm.declarative_base', 'py:sqlalchemy.ext.declarative.declarative_base'),
    ...same('py:sqlalchemy.Engine', 'py:sqlalchemy.engine.Engine', 'py:sqlalchemy.engine.base.Engine'),
    ...same('py:sqlalchemy.Connection', 'py:sqlalchemy.engine.Connection', 'py:sqlalchemy.engine.base.Connection'),
    ...same('py:sqlalchemy.create_engine', 'py:sqlalchemy.engine.create_engine'),
    ...same('py:sqlalchemy.MetaData', 'py:sqlalchemy.schema.MetaData'),
    ...same('py:sqlmodel.Session', 'py:sqlmodel.orm.session.Session'),
  ],
};

const djangoDocs = 'https://docs.djangoproject.com/en/stable/topics/async/#queries-the-orm';
const django = operations('py:django.db.models.', 'sync-database', djangoDocs, {
  remedy: thread('Or use the methods with an `a` before their name: `aget`, `acreate`, `asave`, `async for`'),
});

const asked =
  'get first last earliest latest count exists create get_or_create update_or_create bulk_create bulk_update in_bulk aggregate update delete explain contains'.split(
    ' ',
  );
const lazy =
  'all filter exclude order_by distinct values values_list annotate select_related prefetch_related only defer reverse using none select_for_update dates datetimes union intersection difference extra raw alias iterator'.split(
    ' ',
  );
const atomic = operations('py:django.db.transaction.', 'sync-database', 'https://docs.djangoproject.com/en/stable/topics/db/transactions/');
const cache = operations(
  'py:django.core.cache.',
  'sync-network',
  'https://docs.djangoproject.com/en/stable/topics/cache/#asynchronous-support',
  {
    remedy: thread('Or await the methods with an `a` before their name: `aget`, `aset`'),
  },
);

const hasTwin = new Set(asked.filter((name) => name !== 'in_bulk' && name !== 'bulk_update'));

const djangoRows: readonly BlockingRow[] = [
  ...asked.map((name) =>
    django(`QuerySet#${name}`, 'unbounded', `sends the query of ${name} and waits for the database`, {
      ...(hasTwin.has(name) && { remedy: promise(`py:django.db.models.QuerySet#a${name}`) }),
    }),
  ),
  django('QuerySet#__iter__', 'unbounded', 'sends the query and waits for the rows'),
  ...['save', 'delete', 'refresh_from_db'].map((name) =>
    django(`Model#${name}`, 'unbounded', `has the database do the ${name} of the object and waits for it`, {
      remedy: promise(`py:django.db.models.Model#a${name}`),
    }),
  ),
  atomic('atomic#__enter__', 'unbounded', 'begins a transaction and waits for the database'),
  atomic('atomic#__exit__', 'unbounded', 'ends the transaction and waits for the database'),
  ...methods(
    cache,
    'BaseCache#',
    ['get', 'set', 'add', 'delete', 'get_or_set', 'get_many', 'set_many', 'incr', 'clear'],
    'noticeable',
    (name) => `asks the cache server to ${name.replaceAll('_', ' ')}, and waits for it`,
  ).map((row) => ({ ...row, example: "'a'" })),
  operations('py:django.core.mail.', 'sync-network', 'https://docs.djangoproject.com/en/stable/topics/email/')(
    'send_mail',
    'unbounded',
    'connects to the mail server and sends the message',
  ),
  operations('py:django.core.mail.', 'sync-network', 'https://docs.djangoproject.com/en/stable/topics/email/')(
    'EmailMessage#send',
    'unbounded',
    'connects to the mail server and sends this message',
  ),
  operations('py:django.core.management.', 'sync-process', 'https://docs.djangoproject.com/en/stable/ref/django-admin/')(
    'call_command',
    'long',
    'runs the command to its end',
  ),
  ...each(
    operations('py:django.contrib.auth.', 'sync-crypto', 'https://docs.djangoproject.com/en/stable/topics/auth/passwords/', {
      gil: 'released',
    }),
    ['hashers.make_password', 'hashers.check_password'],
    'long',
    (name) => `hashes the password hundreds of thousands of times, in ${bare(name)}`,
  ).map((row) => ({ ...row, example: "'a', 'b'" })),
  ...each(
    operations('py:django.shortcuts.', 'sync-database', 'https://docs.djangoproject.com/en/stable/topics/http/shortcuts/', {
      remedy: thread('Or await the function with an `a` before its name'),
    }),
    ['get_object_or_404', 'get_list_or_404'],
    'unbounded',
    (name) => `sends the query of ${name} and waits for the database`,
  ),
];

const queries = 'py:django.db.models.QuerySet#';
const model = 'py:django.db.models.Model#';

export const djangoLibrary: Library = {
  blocking: djangoRows,
  returns: [
    ...give('py:django.db.models.Manager#', 'py:django.db.models.Model.', 'objects:read', '_default_manager:read', '_base_manager:read'),
    ...give(queries, 'py:django.db.models.Manager#', 'get_queryset'),
    ...chains(queries, ...lazy),
    ...give(model, queries, 'get', 'first', 'last', 'create', 'earliest', 'latest', '__next__'),
    ...give(model, queries, 'aget', 'afirst', 'alast', 'acreate'),
    ...give('py:django.db.transaction.atomic#', 'py:django.db.transaction.', 'atomic'),
    ...give('py:django.core.cache.BaseCache#', 'py:django.core.cache.', 'cache:read', 'caches:read'),
  ],
  inherits: [
    ...extend(queries, 'py:django.db.models.Manager#'),
    ...extend(
      model,
      'py:django.contrib.auth.models.AbstractUser#',
      'py:django.contrib.auth.models.AbstractBaseUser#',
      'py:django.contrib.auth.models.User#',
    ),
    ...extend('py:django.core.mail.EmailMessage#', 'py:django.core.mail.EmailMultiAlternatives#'),
  ],
  aliases: [
    ...same('py:django.db.models.QuerySet', 'py:django.db.models.query.QuerySet'),
    ...same('py:django.db.models.Manager', 'py:django.db.models.manager.Manager'),
    ...same('py:django.db.models.Model', 'py:django.db.models.base.Model'),
  ],
};

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
