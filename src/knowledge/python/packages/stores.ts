// Clients for key-value stores, document stores and search engines: each command is a round trip.

import type { BlockingRow } from '../../../core/knowledge';
import { github } from '../../builders';
import { chains, each, extend, give, type Library, methods, operations, same, spoken, thread } from '../rows';

const redisDocs = 'https://redis.readthedocs.io/en/stable/commands.html';
const redis = operations('py:redis.', 'sync-network', redisDocs, {
  remedy: thread('Or use `redis.asyncio.Redis`, whose methods are awaited'),
});

const redisRows: readonly BlockingRow[] = [
  redis('Redis#*', 'noticeable', 'sends the command to the server and waits for its answer'),
  ...methods(
    redis,
    'Redis#',
    ['blpop', 'brpop', 'brpoplpush', 'blmove', 'bzpopmin', 'bzpopmax', 'wait'],
    'unbounded',
    (name) => `waits on the server for ${name}`,
  ).map((row) => ({ ...row, example: "'a'" })),
  redis('Redis.scan_iter#__iter__', 'unbounded', 'asks the server for one part of the keys after the other'),
  redis('Pipeline#execute', 'noticeable', 'sends all the commands and waits for their answers'),
  redis('PubSub.listen#__iter__', 'unbounded', 'waits for the next message'),
  redis('PubSub#get_message', 'noticeable', 'asks for a message, and waits as long as its timeout'),
  ...methods(redis, 'PubSub#', ['subscribe', 'psubscribe', 'unsubscribe'], 'noticeable', (name) => `sends ${name} to the server`),
  redis('Lock#acquire', 'unbounded', 'asks the server again and again until nobody else holds the lock'),
  redis('Lock#__enter__', 'unbounded', 'waits at the start of the block until nobody else holds the lock'),
  redis('Lock#release', 'noticeable', 'tells the server that the lock is free'),
];

const connection = 'py:redis.Redis#';

export const redisLibrary: Library = {
  blocking: redisRows,
  returns: [
    ...give(
      connection,
      'py:redis.',
      'from_url',
      'Redis.from_url',
      'Redis.from_pool',
      'RedisCluster.from_url',
      'sentinel.Sentinel#master_for',
      'sentinel.Sentinel#slave_for',
    ),
    ...give(connection, 'py:valkey.', 'from_url'),
    ...give('py:redis.Pipeline#', connection, 'pipeline'),
    ...chains('py:redis.Pipeline#', '__enter__'),
    ...give('py:redis.PubSub#', connection, 'pubsub'),
    ...give('py:redis.PubSub.listen#', 'py:redis.PubSub#', 'listen'),
    ...give('py:redis.Lock#', connection, 'lock'),
    ...give('py:redis.Redis.scan_iter#', connection, 'scan_iter', 'hscan_iter', 'sscan_iter', 'zscan_iter'),
    ...give(
      'py:redis.Redis.local#',
      connection,
      'register_script',
      'get_encoder',
      'get_connection_kwargs',
      'client',
      'close',
      'transaction',
    ),
  ],
  inherits: extend(connection, 'py:redis.cluster.RedisCluster#', 'py:fakeredis.FakeRedis#', 'py:walrus.Database#'),
  aliases: [
    ...same(
      'py:redis.Redis',
      'py:redis.StrictRedis',
      'py:redis.client.Redis',
      'py:redis.client.StrictRedis',
      'py:valkey.Valkey',
      'py:valkey.StrictValkey',
      'py:valkey.Redis',
      'py:valkey.StrictRedis',
      'py:valkey.client.Valkey',
      'py:valkey.client.StrictValkey',
      'py:upstash_redis.Redis',
    ),
    ...same('py:redis.cluster.RedisCluster', 'py:redis.RedisCluster', 'py:valkey.RedisCluster', 'py:valkey.ValkeyCluster'),
    ...same('py:redis.Lock', 'py:redis.lock.Lock', 'py:valkey.lock.Lock'),
    ...same('py:redis.Pipeline', 'py:redis.client.Pipeline'),
    ...same('py:redis.PubSub', 'py:redis.client.PubSub'),
  ],
};

const mongoDocs = 'https://pymongo.readthedocs.io/en/stable/api/pymongo/synchronous/collection.html';
const mongo = operations('py:pymongo.', 'sync-database', mongoDocs, { remedy: thread('Or use `pymongo.AsyncMongoClient`, or `motor`') });
const trips =
  'find_one insert_one insert_many update_one update_many replace_one delete_one delete_many find_one_and_update find_one_and_replace find_one_and_delete count_documents estimated_document_count distinct bulk_write create_index create_indexes drop_index drop drop_indexes index_information list_indexes rename';

const mongoRows: readonly BlockingRow[] = [
  ...methods(
    mongo,
    'collection.Collection#',
    trips.split(' '),
    'unbounded',
    (name) => `sends ${name} to the server and waits for its answer`,
  ),
  ...methods(
    mongo,
    'cursor.Cursor#',
    ['__iter__', 'to_list', 'next', 'explain'],
    'unbounded',
    (name) => `sends the query and waits for its documents, in ${name.replaceAll('_', '')}`,
  ),
  ...methods(
    mongo,
    'database.Database#',
    ['command', 'list_collection_names', 'create_collection', 'drop_collection'],
    'unbounded',
    (name) => `sends ${name} to the server and waits for its answer`,
  ),
  ...methods(
    mongo,
    'MongoClient#',
    ['list_database_names', 'server_info', 'drop_database', 'close'],
    'noticeable',
    (name) => `asks the server in ${name}`,
  ),
  ...each(
    operations('py:gridfs.', 'sync-database', mongoDocs),
    ['GridFS#put', 'GridFS#get', 'GridFS#delete', 'GridFSBucket#upload_from_stream', 'GridFSBucket#download_to_stream'],
    'unbounded',
    (name) => `moves a file to or from the database in ${spoken(name)}`,
  ),
];

const collection = 'py:pymongo.collection.Collection#';
const cursor = 'py:pymongo.cursor.Cursor#';
const database = 'py:pymongo.database.Database#';

export const mongoLibrary: Library = {
  blocking: mongoRows,
  returns: [
    ...give('py:pymongo.MongoClient#', 'py:pymongo.', 'MongoClient'),
    ...give(database, 'py:pymongo.MongoClient#', 'get_database', 'get_default_database', '*:read'),
    ...give(collection, database, 'get_collection', '*:read'),
    ...give(collection, collection, 'with_options'),
    ...give(cursor, collection, 'find', 'aggregate', 'find_raw_batches'),
    ...chains(cursor, 'sort', 'limit', 'skip', 'batch_size', 'hint', 'max_time_ms', 'allow_disk_use', 'clone', 'collation'),
  ],
  aliases: [
    ...same('py:pymongo.MongoClient', 'py:pymongo.mongo_client.MongoClient', 'py:pymongo.synchronous.mongo_client.MongoClient'),
    ...same('py:pymongo.collection.Collection', 'py:pymongo.synchronous.collection.Collection'),
    ...same('py:pymongo.database.Database', 'py:pymongo.synchronous.database.Database'),
    ...same('py:pymongo.cursor.Cursor', 'py:pymongo.synchronous.cursor.Cursor'),
  ],
};

const search = 'https://elasticsearch-py.readthedocs.io/en/latest/api/elasticsearch.html';
const elastic = operations('py:elasticsearch.', 'sync-network', search, { remedy: thread('Or use `elasticsearch.AsyncElasticsearch`') });
const open = operations('py:opensearchpy.', 'sync-network', github('opensearch-project/opensearch-py'), {
  remedy: thread('Or use `opensearchpy.AsyncOpenSearch`'),
});
const memcache = operations('py:pymemcache.client.base.', 'sync-network', 'https://pymemcache.readthedocs.io/', {
  remedy: thread('Or use `aiomcache`'),
});
const chroma = operations('py:chromadb.', 'sync-database', 'https://docs.trychroma.com/reference/python/collection', {
  remedy: thread('Or use `chromadb.AsyncHttpClient`'),
});
const pinecone = operations('py:pinecone.', 'sync-network', github('pinecone-io/pinecone-python-client'), {
  remedy: thread('Or use `PineconeAsyncio`'),
});
const qdrant = operations('py:qdrant_client.', 'sync-network', github('qdrant/qdrant-client'), {
  remedy: thread('Or use `AsyncQdrantClient`'),
});
const meili = operations('py:meilisearch.', 'sync-network', github('meilisearch/meilisearch-python'), {
  remedy: thread('Or use `meilisearch_python_sdk.AsyncClient`'),
});

const collected = ['add', 'query', 'get', 'update', 'upsert', 'delete', 'count', 'peek'];

const searchRows: readonly BlockingRow[] = [
  elastic('Elasticsearch#*', 'unbounded', 'sends the request to the cluster and waits for its answer'),
  elastic('Elasticsearch.indices#*', 'unbounded', 'sends the request about indices to the cluster and waits for its answer'),
  ...methods(
    elastic,
    'helpers.',
    ['bulk', 'reindex'],
    'unbounded',
    (name) => `sends everything in parts by ${name} and waits for the cluster`,
  ),
  elastic('helpers.scan#__iter__', 'unbounded', 'asks the cluster for one part of the documents after the other'),
  open('OpenSearch#*', 'unbounded', 'sends the request to the cluster and waits for its answer'),
  open('OpenSearch.indices#*', 'unbounded', 'sends the request about indices to the cluster and waits for its answer'),
  open('helpers.bulk', 'unbounded', 'sends everything in parts and waits for the cluster'),
  memcache('Client#*', 'noticeable', 'sends the command to the server and waits for its answer'),
  ...each(chroma, ['PersistentClient', 'HttpClient'], 'noticeable', (name) => `opens the database for ${name}`),
  ...methods(
    chroma,
    'Client#',
    ['get_collection', 'create_collection', 'get_or_create_collection', 'delete_collection', 'list_collections'],
    'noticeable',
    (name) => `waits for the database in ${name}`,
  ),
  ...methods(chroma, 'Collection#', collected, 'noticeable', (name) => `waits for the database, and perhaps for a model, to ${name}`),
  ...methods(
    pinecone,
    'Index#',
    ['upsert', 'query', 'fetch', 'delete', 'update', 'describe_index_stats'],
    'unbounded',
    (name) => `sends ${name} to the service and waits for its answer`,
  ),
  ...methods(
    pinecone,
    'Pinecone#',
    ['create_index', 'delete_index', 'describe_index', 'list_indexes'],
    'unbounded',
    (name) => `sends ${name} to the service and waits for its answer`,
  ),
  qdrant('QdrantClient#*', 'unbounded', 'sends the request to the server and waits for its answer'),
  meili('Client#*', 'unbounded', 'sends the request to the server and waits for its answer'),
  meili('index.Index#*', 'unbounded', 'sends the request about the index to the server and waits for its answer'),
];

export const searchLibrary: Library = {
  blocking: searchRows,
  returns: [
    ...give('py:elasticsearch.Elasticsearch.indices#', 'py:elasticsearch.Elasticsearch#', 'indices:read', 'cluster:read', 'cat:read'),
    ...give('py:elasticsearch.helpers.scan#', 'py:elasticsearch.helpers.', 'scan'),
    ...chains('py:elasticsearch.Elasticsearch#', 'options'),
    ...give('py:opensearchpy.OpenSearch.indices#', 'py:opensearchpy.OpenSearch#', 'indices:read', 'cluster:read', 'cat:read'),
    ...give('py:chromadb.Client#', 'py:chromadb.', 'Client', 'PersistentClient', 'HttpClient', 'EphemeralClient'),
    ...give('py:chromadb.Collection#', 'py:chromadb.Client#', 'get_collection', 'create_collection', 'get_or_create_collection'),
    ...give('py:pinecone.Index#', 'py:pinecone.', 'Pinecone#Index'),
    ...give('py:meilisearch.index.Index#', 'py:meilisearch.', 'Client#index', 'Client#get_index'),
  ],
  inherits: extend('py:pymemcache.client.base.Client#', 'py:pymemcache.client.base.PooledClient#', 'py:pymemcache.client.hash.HashClient#'),
  aliases: same('py:pymemcache.client.base.Client', 'py:pymemcache.Client', 'py:pymemcache.client.Client'),
};
