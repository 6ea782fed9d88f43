// Drivers for database servers, all of one interface (PEP 249): connecting, running a statement and
// fetching its rows wait for the server. Drivers for files wait for the disk and for locks.

import type { BlockingRow, CallShape, CostClass } from '../../../core/knowledge';
import { github } from '../../builders';
import { literal } from '../judge';
import { bare, chains, each, extend, give, type Library, methods, operations, same, spoken, thread } from '../rows';

interface Driver {
  /** Where `connect`, `Connection` and `Cursor` are. */
  readonly module: string;
  readonly link: string;
  /** What does the same without holding the loop's thread. */
  readonly instead: string;
  /** True if rows are sent as they are fetched, not along with the answer to `execute`. */
  readonly fetches?: boolean;
}

const drivers: readonly Driver[] = [
  { module: 'py:psycopg2.', link: 'https://www.psycopg.org/docs/module.html', instead: '`asyncpg` or `psycopg.AsyncConnection`' },
  { module: 'py:psycopg.', link: 'https://www.psycopg.org/psycopg3/docs/api/connections.html', instead: '`psycopg.AsyncConnection`' },
  { module: 'py:pymysql.', link: 'https://pymysql.readthedocs.io/en/latest/modules/connections.html', instead: '`aiomysql` or `asyncmy`' },
  { module: 'py:MySQLdb.', link: 'https://mysqlclient.readthedocs.io/user_guide.html', instead: '`aiomysql` or `asyncmy`' },
  { module: 'py:mariadb.', link: 'https://mariadb-corporation.github.io/mariadb-connector-python/', instead: '`asyncmy`' },
  {
    module: 'py:mysql.connector.',
    fetches: true,
    link: 'https://dev.mysql.com/doc/connector-python/en/',
    instead: '`mysql.connector.aio`',
  },
  { module: 'py:pyodbc.', fetches: true, link: 'https://github.com/mkleehammer/pyodbc/wiki', instead: '`aioodbc`' },
  { module: 'py:oracledb.', fetches: true, link: 'https://python-oracledb.readthedocs.io/', instead: '`oracledb.connect_async`' },
  { module: 'py:cx_Oracle.', fetches: true, link: 'https://cx-oracle.readthedocs.io/', instead: '`oracledb.connect_async`' },
  { module: 'py:pymssql.', link: 'https://pymssql.readthedocs.io/', instead: '`aioodbc`' },
  {
    module: 'py:snowflake.connector.',
    fetches: true,
    link: 'https://docs.snowflake.com/en/developer-guide/python-connector/python-connector-api',
    instead: '`execute_async` of the cursor',
  },
  { module: 'py:redshift_connector.', link: github('aws/amazon-redshift-python-driver'), instead: '`asyncpg`' },
  { module: 'py:trino.dbapi.', fetches: true, link: github('trinodb/trino-python-client'), instead: '`aiotrino`' },
  { module: 'py:clickhouse_driver.dbapi.', link: 'https://clickhouse-driver.readthedocs.io/', instead: '`asynch`' },
];

function driver({ module, link, instead, fetches = false }: Driver): Library {
  const fetching = fetches ? 'noticeable' : 'tiny';
  const row = operations(module, 'sync-database', link, { remedy: thread(`Or use ${instead}`) });
  const [connection, cursor] = [`${module}Connection#`, `${module}Cursor#`];
  return {
    blocking: [
      row('connect', 'unbounded', 'connects to the server and waits for its answer'),
      row('Connection#commit', 'unbounded', 'commits and waits for the server'),
      row('Connection#rollback', 'unbounded', 'rolls back and waits for the server'),
      row('Connection#__exit__', 'unbounded', 'commits or rolls back at the end of the block and waits for the server'),
      row('Cursor#execute', 'unbounded', 'sends the statement and waits for the server', { example: "'select 1'" }),
      row('Cursor#executemany', 'unbounded', 'sends the statement for each row and waits for the server', { example: "'select 1', data" }),
      row('Cursor#callproc', 'unbounded', 'has the server run the procedure and waits for it', { example: "'a'" }),
      row('Cursor#fetchone', 'tiny', 'takes the next row, most often of those that came with the answer'),
      row('Cursor#fetchmany', fetching, 'takes the next rows, and waits for those that the server has not sent yet'),
      row('Cursor#fetchall', fetching, 'takes all the rows, and waits for those that the server has not sent yet'),
      row('Cursor#__iter__', fetching, 'takes the rows one after the other'),
    ],
    returns: [...give(connection, module, 'connect'), ...give(cursor, connection, 'cursor'), ...chains(cursor, '__enter__')],
  };
}

const more = thread('Or use `psycopg.AsyncConnection`, or `asyncpg`');
const psycopg = operations('py:psycopg.', 'sync-database', 'https://www.psycopg.org/psycopg3/docs/api/connections.html', { remedy: more });
const psycopgPool = operations('py:psycopg_pool.', 'sync-database', 'https://www.psycopg.org/psycopg3/docs/api/pool.html', {
  remedy: thread('Or use `psycopg_pool.AsyncConnectionPool`'),
});
const oldPool = operations('py:psycopg2.', 'sync-database', 'https://www.psycopg.org/docs/pool.html', { remedy: more });
const extras = operations('py:psycopg2.', 'sync-database', 'https://www.psycopg.org/docs/extras.html', { remedy: more });

const postgres: readonly BlockingRow[] = [
  psycopg('Connection#execute', 'unbounded', 'sends the statement over the connection and waits for the server', { example: "'select 1'" }),
  psycopg('Cursor#copy', 'noticeable', 'asks the server to copy rows'),
  psycopgPool('ConnectionPool.connection#__enter__', 'unbounded', 'waits until a connection is free'),
  psycopgPool('ConnectionPool#getconn', 'unbounded', 'waits for a connection that somebody gives back'),
  psycopgPool('ConnectionPool#wait', 'unbounded', 'waits until all connections are made'),
  psycopgPool('ConnectionPool#open', 'noticeable', 'starts the threads that connect'),
  psycopgPool('ConnectionPool#close', 'noticeable', 'waits until the threads that connect have ended'),
  ...['SimpleConnectionPool', 'ThreadedConnectionPool'].flatMap((type) => [
    oldPool(`pool.${type}`, 'unbounded', `connects to the server as often as the ${type} is told to`),
    oldPool(`pool.${type}#getconn`, 'noticeable', `connects to the server, if no connection of the ${type} is free`),
  ]),
  ...each(
    extras,
    ['extras.execute_values', 'extras.execute_batch'],
    'unbounded',
    (name) => `sends many rows by ${bare(name)} and waits for the server`,
  ).map((row) => ({ ...row, example: "cursor, 'a', data" })),
  ...each(
    extras,
    ['Cursor#copy_from', 'Cursor#copy_to', 'Cursor#copy_expert'],
    'unbounded',
    (name) => `copies a table through a file by ${bare(name)}`,
  ),
];

const duck = operations('py:duckdb.', 'sync-database', 'https://duckdb.org/docs/stable/clients/python/overview', { gil: 'released' });

/** A database in memory opens at once. */
function opening(call: CallShape): CostClass {
  const path = literal(call.arg(0, 'database'));
  return path === ':memory:' || (path === undefined && call.argCount === 0) ? 'tiny' : 'noticeable';
}

const embedded: readonly BlockingRow[] = [
  duck('connect', opening, 'opens the database file', { example: "'a.db'" }),
  ...['sql', 'query', 'execute'].flatMap((name) => [
    duck(name, 'noticeable', `runs the query on the default connection by ${name}`, { example: "'select 1'" }),
    duck(`DuckDBPyConnection#${name}`, 'noticeable', `runs the query by ${name}`, { example: "'select 1'" }),
  ]),
  ...methods(
    duck,
    'DuckDBPyConnection#',
    ['fetchall', 'fetchdf', 'df', 'fetchone', 'arrow'],
    'noticeable',
    (name) => `computes the rows of the result for ${name}`,
  ),
];

const clickhouse = operations('py:clickhouse_driver.', 'sync-database', 'https://clickhouse-driver.readthedocs.io/', {
  remedy: thread('Or use `asynch`'),
});
const connect = operations('py:clickhouse_connect.', 'sync-database', 'https://clickhouse.com/docs/integrations/python', {
  remedy: thread('Or use `clickhouse_connect.get_async_client`'),
});
const cassandra = operations('py:cassandra.cluster.', 'sync-database', 'https://docs.datastax.com/en/developer/python-driver/latest/', {
  remedy: thread('Or use `execute_async` of the session, which brings a future with callbacks'),
});
const neo4j = operations('py:neo4j.', 'sync-database', 'https://neo4j.com/docs/api/python-driver/current/api.html', {
  remedy: thread('Or use `neo4j.AsyncGraphDatabase`'),
});
const influx = operations('py:influxdb_client.', 'sync-database', github('influxdata/influxdb-client-python'), {
  remedy: thread('Or use `InfluxDBClientAsync`'),
});
const oldInflux = operations('py:influxdb.', 'sync-database', github('influxdata/influxdb-python'));

const servers: readonly BlockingRow[] = [
  clickhouse('Client#execute', 'unbounded', 'sends the statement and waits for all its rows', { example: "'select 1'" }),
  clickhouse('Client#execute_iter', 'unbounded', 'sends the statement and waits for its first rows', { example: "'select 1'" }),
  clickhouse('Client#insert_dataframe', 'unbounded', 'sends the whole table', { example: "'a', data" }),
  connect('get_client', 'unbounded', 'connects to the server and asks for its version'),
  ...methods(
    connect,
    'driver.client.Client#',
    ['query', 'command', 'insert', 'query_df', 'insert_df', 'raw_query'],
    'unbounded',
    (name) => `sends the statement by ${name} and waits for the server`,
  ),
  cassandra('Cluster#connect', 'unbounded', 'connects to the cluster'),
  cassandra('Session#execute', 'unbounded', 'sends the statement and waits for its rows', { example: "'select 1'" }),
  cassandra('Session#prepare', 'unbounded', 'has the cluster prepare the statement', { example: "'select 1'" }),
  ...each(
    neo4j,
    [
      'Driver#verify_connectivity',
      'Driver#execute_query',
      'Session#run',
      'Session#execute_read',
      'Session#execute_write',
      'Transaction#run',
      'Transaction#commit',
    ],
    'unbounded',
    (name) => `waits for the server in ${spoken(name)}`,
  ),
  ...each(
    influx,
    [
      'WriteApi#write',
      'QueryApi#query',
      'QueryApi#query_data_frame',
      'QueryApi#query_stream',
      'DeleteApi#delete',
      'InfluxDBClient#ping',
      'InfluxDBClient#health',
    ],
    'unbounded',
    (name) => `waits for the server in ${spoken(name)}`,
  ),
  ...methods(
    oldInflux,
    'InfluxDBClient#',
    ['query', 'write_points', 'write', 'ping', 'create_database'],
    'unbounded',
    (name) => `waits for the server in ${name}`,
  ),
];

const interfaces = drivers.map(driver);

export const databaseDrivers: Library = {
  blocking: [...interfaces.flatMap(({ blocking = [] }) => blocking), ...postgres, ...embedded, ...servers],
  returns: [
    ...interfaces.flatMap(({ returns = [] }) => returns),
    ...give('py:psycopg.Cursor#', 'py:psycopg.', 'Connection#execute', 'Cursor#execute'),
    ...give('py:psycopg_pool.ConnectionPool.connection#', 'py:psycopg_pool.', 'ConnectionPool#connection'),
    ...give('py:psycopg.Connection#', 'py:psycopg_pool.', 'ConnectionPool.connection#__enter__', 'ConnectionPool#getconn'),
    ...give('py:psycopg2.Connection#', 'py:psycopg2.pool.', 'SimpleConnectionPool#getconn', 'ThreadedConnectionPool#getconn'),
    ...give('py:pyodbc.Cursor#', 'py:pyodbc.', 'Connection#execute', 'Cursor#execute'),
    ...give('py:oracledb.Connection#', 'py:oracledb.', 'ConnectionPool#acquire'),
    ...give('py:mysql.connector.Connection#', 'py:mysql.connector.', 'pooling.MySQLConnectionPool#get_connection'),
    ...give('py:duckdb.DuckDBPyConnection#', 'py:duckdb.', 'connect', 'sql', 'query', 'execute'),
    ...chains('py:duckdb.DuckDBPyConnection#', 'sql', 'query', 'execute', 'cursor'),
    ...give('py:clickhouse_connect.driver.client.Client#', 'py:clickhouse_connect.', 'get_client'),
    ...give('py:cassandra.cluster.Session#', 'py:cassandra.cluster.', 'Cluster#connect'),
    ...give('py:neo4j.Driver#', 'py:neo4j.', 'GraphDatabase.driver'),
    ...give('py:neo4j.Session#', 'py:neo4j.', 'Driver#session'),
    ...give('py:neo4j.Transaction#', 'py:neo4j.', 'Session#begin_transaction'),
    ...give('py:influxdb_client.WriteApi#', 'py:influxdb_client.', 'InfluxDBClient#write_api'),
    ...give('py:influxdb_client.QueryApi#', 'py:influxdb_client.', 'InfluxDBClient#query_api'),
    ...give('py:influxdb_client.DeleteApi#', 'py:influxdb_client.', 'InfluxDBClient#delete_api'),
  ],
  inherits: [
    ...extend('py:psycopg2.Cursor#', 'py:psycopg2.extras.RealDictCursor#', 'py:psycopg2.extras.DictCursor#'),
    ...extend('py:influxdb.InfluxDBClient#', 'py:influxdb.DataFrameClient#'),
  ],
  aliases: [
    ...same('py:psycopg2.Connection', 'py:psycopg2.extensions.connection'),
    ...same('py:psycopg2.Cursor', 'py:psycopg2.extensions.cursor'),
    ...same('py:psycopg.connect', 'py:psycopg.Connection.connect'),
    ...same('py:pymysql.Connection', 'py:pymysql.connections.Connection'),
    ...same('py:pymysql.Cursor', 'py:pymysql.cursors.Cursor', 'py:pymysql.cursors.DictCursor'),
    ...same('py:pymysql.connect', 'py:pymysql.Connect'),
    ...same('py:mysql.connector.Connection', 'py:mysql.connector.MySQLConnection', 'py:mysql.connector.connection.MySQLConnection'),
    ...same('py:mysql.connector.Cursor', 'py:mysql.connector.cursor.MySQLCursor'),
    ...same('py:MySQLdb.Connection', 'py:MySQLdb.connections.Connection'),
    ...same('py:MySQLdb.Cursor', 'py:MySQLdb.cursors.Cursor', 'py:MySQLdb.cursors.DictCursor'),
    ...same('py:snowflake.connector.Connection', 'py:snowflake.connector.SnowflakeConnection'),
  ],
};
