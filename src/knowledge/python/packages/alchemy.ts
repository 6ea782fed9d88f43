// SQLAlchemy and SQLModel. Queries are built without the database, and wait for it when somebody takes their
// rows. `AsyncSession` and `AsyncEngine` are awaited and have no rows.

import type { BlockingRow } from '../../../core/knowledge';
import { chains, each, extend, give, type Library, methods, operations, same, spoken, thread } from '../rows';

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
    ...give(session, 'py:sqlalchemy.orm.', 'sessionmaker#', 'scoped_session#'),
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
