// Clients of clouds and of what runs containers. Making a client reads files of the package; each method
// is a request.

import type { BlockingRow } from '../../../core/knowledge';
import { github } from '../../builders';
import { bare, chains, each, extend, give, type Library, methods, operations, same, spoken, thread } from '../rows';

const botoDocs = 'https://boto3.amazonaws.com/v1/documentation/api/latest/reference/core/boto3.html';
const aio = thread('Or use `aioboto3` or `aiobotocore`');
const boto3 = operations('py:boto3.', 'sync-network', botoDocs, { remedy: aio });
const botocore = operations('py:botocore.', 'sync-network', 'https://botocore.amazonaws.com/v1/documentation/api/latest/index.html', {
  remedy: aio,
});

const ownClient = thread('Make the client once, while the program starts');
const bucketWork = 'upload_file upload_fileobj download_file download_fileobj copy put_object create'.split(' ');
const tableWork =
  'get_item put_item update_item delete_item query scan batch_write_item get put load reload delete wait_until_exists'.split(' ');
const queueWork = 'send_message send_messages receive_messages purge publish subscribe start stop terminate reboot'.split(' ');
const made =
  'Table Bucket Object ObjectSummary ObjectVersion Queue Topic Instance BucketPolicy create_queue get_queue_by_name create_table create_bucket'.split(
    ' ',
  );
const collections = 'objects:read object_versions:read buckets:read instances:read queues:read tables:read topics:read'.split(' ');

const amazon: readonly BlockingRow[] = [
  ...each(boto3, ['client', 'resource'], 'noticeable', (name) => `reads the description of the service and makes a ${name}`).map((row) => ({
    ...row,
    rule: 'sync-file' as const,
    remedy: ownClient,
    example: "'s3'",
  })),
  ...each(boto3, ['Session#client', 'Session#resource'], 'noticeable', (name) => `reads the description of the service for ${name}`).map(
    (row) => ({
      ...row,
      rule: 'sync-file' as const,
      remedy: ownClient,
      example: "'s3'",
    }),
  ),
  botocore('client.BaseClient#*', 'unbounded', 'sends the request to the service and waits for its answer'),
  botocore('paginate.Paginator.paginate#__iter__', 'unbounded', 'asks the service for one page after the other'),
  botocore('waiter.Waiter#wait', 'unbounded', 'asks the service again and again until it is so far'),
  ...methods(
    boto3,
    'resources.base.ServiceResource#',
    [...bucketWork, ...tableWork, ...queueWork],
    'unbounded',
    (name) => `sends ${name} to the service and waits for its answer`,
  ),
  boto3('resources.base.ServiceResource.all#__iter__', 'unbounded', 'asks the service for one page of the collection after the other'),
  boto3('resources.base.ServiceResource.all#delete', 'unbounded', 'has the service delete everything in the collection'),
];

const client = 'py:botocore.client.BaseClient#';
const resource = 'py:boto3.resources.base.ServiceResource#';

export const amazonLibrary: Library = {
  blocking: amazon,
  returns: [
    ...give(client, 'py:', 'boto3.client', 'boto3.Session#client', 'botocore.session.Session#create_client'),
    ...give(resource, 'py:boto3.', 'resource', 'Session#resource'),
    ...chains(resource, ...made),
    ...give('py:boto3.resources.base.ServiceResource.all#', resource, ...collections),
    ...chains('py:boto3.resources.base.ServiceResource.all#', 'all', 'filter', 'limit'),
    ...give('py:botocore.session.Session#', 'py:botocore.session.', 'get_session'),
    ...give('py:botocore.paginate.Paginator#', client, 'get_paginator'),
    ...give('py:botocore.paginate.Paginator.paginate#', 'py:botocore.paginate.', 'Paginator#paginate'),
    ...give('py:botocore.waiter.Waiter#', client, 'get_waiter'),
    ...give('py:botocore.client.local#', client, 'can_paginate', 'generate_presigned_url', 'generate_presigned_post', 'close'),
  ],
  aliases: same('py:boto3.Session', 'py:boto3.session.Session'),
};

const googleDocs = 'https://cloud.google.com/python/docs/reference';
const google = operations('py:google.cloud.', 'sync-network', googleDocs);
const storage = operations('py:google.cloud.storage.', 'sync-network', `${googleDocs}/storage/latest`, {
  remedy: thread('Or use `gcloud-aio-storage`'),
});
const firestore = operations('py:google.cloud.firestore.', 'sync-network', `${googleDocs}/firestore/latest`, {
  remedy: thread('Or use `google.cloud.firestore.AsyncClient`'),
});
const bigquery = operations('py:google.cloud.bigquery.', 'sync-network', `${googleDocs}/bigquery/latest`);
const blobWork =
  'upload_from_string upload_from_file upload_from_filename download_as_bytes download_as_text download_as_string download_to_filename download_to_file delete exists reload make_public rewrite'.split(
    ' ',
  );

const googleRows: readonly BlockingRow[] = [
  ...methods(storage, 'Blob#', blobWork, 'unbounded', (name) => `sends ${name} to the service and waits until it is done`),
  ...methods(
    storage,
    'Client#',
    ['get_bucket', 'create_bucket', 'lookup_bucket', 'download_blob_to_file'],
    'unbounded',
    (name) => `waits for the service in ${name} of the client`,
  ),
  ...methods(
    storage,
    'Bucket#',
    ['get_blob', 'delete_blob', 'copy_blob', 'exists', 'create', 'delete_blobs'],
    'unbounded',
    (name) => `waits for the service in ${name} of the bucket`,
  ),
  storage('Bucket.list_blobs#__iter__', 'unbounded', 'asks the service for one page of the list after the other'),
  bigquery('Client#query_and_wait', 'unbounded', 'waits for the rows of the query', { example: "'select 1'" }),
  ...methods(
    bigquery,
    'Client#',
    [
      'query',
      'insert_rows_json',
      'insert_rows',
      'get_table',
      'create_table',
      'load_table_from_json',
      'load_table_from_dataframe',
      'list_rows',
    ],
    'unbounded',
    (name) => `sends ${name} to the service and waits for its answer`,
  ),
  ...methods(
    bigquery,
    'QueryJob#',
    ['result', 'to_dataframe', '__iter__'],
    'unbounded',
    (name) => `waits for the query and its rows, for ${name.replaceAll('_', ' ').trim()}`,
  ),
  ...methods(
    firestore,
    'DocumentReference#',
    ['get', 'set', 'update', 'delete', 'create'],
    'unbounded',
    (name) => `waits for the service in ${name} of the document`,
  ),
  ...each(
    firestore,
    ['get', 'add', 'stream#__iter__'].map((name) => `Query${name.includes('#') ? '.' : '#'}${name}`),
    'unbounded',
    (name) => `waits for the service in ${bare(name)} of the query`,
  ),
  firestore('WriteBatch#commit', 'unbounded', 'sends all the writes and waits for the service'),
  ...each(
    google,
    [
      'pubsub_v1.SubscriberClient#pull',
      'secretmanager.SecretManagerServiceClient#access_secret_version',
      'translate_v2.Client#translate',
      'vision.ImageAnnotatorClient#text_detection',
      'texttospeech.TextToSpeechClient#synthesize_speech',
      'speech.SpeechClient#recognize',
    ],
    'unbounded',
    (name) => `sends ${name.replace(/.*#/, '')} to the service and waits for its answer`,
  ),
  operations('py:googleapiclient.', 'sync-network', github('googleapis/google-api-python-client'), {
    remedy: thread('Or use `aiogoogle`'),
  })('http.HttpRequest#execute', 'unbounded', 'sends the request and waits for the answer'),
  operations('py:googleapiclient.', 'sync-network', github('googleapis/google-api-python-client'))(
    'discovery.build',
    'noticeable',
    'reads the description of the service, and downloads it if the package lacks it',
    { example: "'drive', 'v3'" },
  ),
  ...each(
    operations('py:firebase_admin.', 'sync-network', 'https://firebase.google.com/docs/reference/admin/python'),
    [
      'auth.verify_id_token',
      'auth.get_user',
      'messaging.send',
      'messaging.send_each',
      'db.Reference#get',
      'db.Reference#set',
      'db.Reference#update',
      'db.Reference#push',
    ],
    'unbounded',
    (name) => `waits for the service in ${spoken(name)}`,
  ),
];

const documents = 'py:google.cloud.firestore.';

export const googleLibrary: Library = {
  blocking: googleRows,
  returns: [
    ...give('py:google.cloud.storage.Bucket#', 'py:google.cloud.storage.', 'Client#bucket', 'Client#get_bucket', 'Client#create_bucket'),
    ...give('py:google.cloud.storage.Blob#', 'py:google.cloud.storage.', 'Bucket#blob', 'Bucket#get_blob', 'Bucket.list_blobs#__next__'),
    ...give('py:google.cloud.storage.Bucket.list_blobs#', 'py:google.cloud.storage.', 'Bucket#list_blobs', 'Client#list_blobs'),
    ...give('py:google.cloud.bigquery.QueryJob#', 'py:google.cloud.bigquery.', 'Client#query', 'QueryJob#result', 'Client#query_and_wait'),
    ...give(`${documents}Query#`, documents, 'Client#collection', 'Client#collection_group', 'DocumentReference#collection'),
    ...chains(`${documents}Query#`, 'where', 'order_by', 'limit', 'start_after', 'select'),
    ...give(`${documents}Query.stream#`, documents, 'Query#stream'),
    ...give(`${documents}DocumentReference#`, documents, 'Client#document', 'Query#document'),
    ...give(`${documents}WriteBatch#`, documents, 'Client#batch'),
    ...give(`${documents}Client#`, 'py:firebase_admin.', 'firestore.client'),
    ...give('py:firebase_admin.db.Reference#', 'py:firebase_admin.', 'db.reference', 'db.Reference#child'),
    ...give('py:googleapiclient.discovery.Resource#', 'py:googleapiclient.discovery.', 'build', 'build_from_document'),
    ...give(
      'py:googleapiclient.discovery.Resource#',
      'py:googleapiclient.discovery.Resource#',
      'files',
      'users',
      'messages',
      'events',
      'spreadsheets',
      'values',
    ),
    ...give(
      'py:googleapiclient.discovery.Resource#',
      'py:googleapiclient.discovery.Resource#',
      'drives',
      'permissions',
      'calendarList',
      'videos',
      'channels',
    ),
    ...give(
      'py:googleapiclient.discovery.Resource#',
      'py:googleapiclient.discovery.Resource#',
      'search',
      'playlistItems',
      'playlists',
      'labels',
      'threads',
    ),
    ...give(
      'py:googleapiclient.http.HttpRequest#',
      'py:googleapiclient.discovery.Resource#',
      'list',
      'get',
      'insert',
      'create',
      'update',
      'patch',
      'delete',
    ),
    ...give(
      'py:googleapiclient.http.HttpRequest#',
      'py:googleapiclient.discovery.Resource#',
      'append',
      'batchUpdate',
      'send',
      'clear',
      'watch',
      'batchGet',
    ),
  ],
  aliases: [
    ...same('py:google.cloud.firestore.Client', 'py:google.cloud.firestore_v1.Client'),
    ...same('py:google.cloud.storage.Blob', 'py:google.cloud.storage.blob.Blob'),
    ...same('py:google.cloud.storage.Bucket', 'py:google.cloud.storage.bucket.Bucket'),
    ...same('py:google.cloud.storage.Client', 'py:google.cloud.storage.client.Client'),
  ],
};

const azureDocs = 'https://learn.microsoft.com/python/api/overview/azure/storage-blob-readme';
const azure = operations('py:azure.', 'sync-network', azureDocs, {
  remedy: thread('Or use the clients of the same names in the modules `aio`'),
});
const docker = operations('py:docker.', 'sync-network', 'https://docker-py.readthedocs.io/en/stable/', {
  remedy: thread('Or use `aiodocker`'),
});
const kubernetes = operations('py:kubernetes.', 'sync-network', github('kubernetes-client/python'), {
  remedy: thread('Or use `kubernetes_asyncio`'),
});
const minio = operations('py:minio.', 'sync-network', 'https://min.io/docs/minio/linux/developers/python/API.html', {
  remedy: thread('Or use `miniopy_async`'),
});

const holders = ['containers', 'images', 'networks', 'volumes', 'services', 'swarm', 'nodes', 'secrets', 'configs', 'plugins'];

const others: readonly BlockingRow[] = [
  ...each(
    azure,
    ['BlobClient', 'ContainerClient', 'BlobServiceClient'].map((type) => `storage.blob.${type}#*`),
    'unbounded',
    (name) => `sends the request of the ${bare(name.replace('#*', ''))} to the service and waits for its answer`,
  ),
  ...each(
    azure,
    [
      'keyvault.secrets.SecretClient#get_secret',
      'keyvault.secrets.SecretClient#set_secret',
      'identity.DefaultAzureCredential#get_token',
      'cosmos.ContainerProxy#read_item',
      'cosmos.ContainerProxy#upsert_item',
      'cosmos.ContainerProxy#create_item',
      'servicebus.ServiceBusSender#send_messages',
      'servicebus.ServiceBusReceiver#receive_messages',
      'storage.queue.QueueClient#send_message',
    ],
    'unbounded',
    (name) => `waits for the service in ${name.replace(/^.*\.(?=[A-Z])/, '').replace('#', '.')}`,
  ),
  docker('from_env', 'noticeable', 'asks the daemon for its version'),
  ...methods(
    docker,
    'DockerClient#',
    ['ping', 'info', 'version', 'df', 'login', 'events'],
    'unbounded',
    (name) => `asks the daemon in ${name}`,
  ),
  ...methods(
    docker,
    'models.Collection#',
    ['run', 'get', 'list', 'create', 'pull', 'build', 'push', 'remove', 'prune', 'load', 'search'],
    'unbounded',
    (name) => `has the daemon do ${name} and waits for it`,
  ),
  ...methods(
    docker,
    'models.Model#',
    [
      'start',
      'stop',
      'restart',
      'kill',
      'remove',
      'wait',
      'logs',
      'exec_run',
      'reload',
      'stats',
      'pause',
      'unpause',
      'put_archive',
      'get_archive',
      'commit',
      'top',
    ],
    'unbounded',
    (name) => `has the daemon do ${name} of the container and waits for it`,
  ),
  ...['CoreV1Api', 'AppsV1Api', 'BatchV1Api', 'CustomObjectsApi', 'NetworkingV1Api', 'RbacAuthorizationV1Api'].map((type) =>
    kubernetes(`client.${type}#*`, 'unbounded', `sends the request of the ${type} to the cluster and waits for its answer`),
  ),
  ...methods(
    kubernetes,
    'config.',
    ['load_kube_config', 'load_incluster_config'],
    'noticeable',
    (name) => `reads the files that ${name} looks for`,
  ).map((row) => ({
    ...row,
    rule: 'sync-file' as const,
  })),
  kubernetes('watch.Watch.stream#__iter__', 'unbounded', 'waits for the next event of the cluster'),
  ...methods(
    minio,
    'Minio#',
    [
      'put_object',
      'fput_object',
      'get_object',
      'fget_object',
      'stat_object',
      'remove_object',
      'bucket_exists',
      'make_bucket',
      'list_buckets',
      'copy_object',
      'remove_bucket',
    ],
    'unbounded',
    (name) => `sends ${name} to the service and waits until it is done`,
  ),
  minio('Minio.list_objects#__iter__', 'unbounded', 'asks the service for one page of the list after the other'),
];

export const cloudLibrary: Library = {
  blocking: others,
  returns: [
    ...give(
      'py:azure.storage.blob.BlobClient#',
      'py:azure.storage.blob.',
      'BlobServiceClient#get_blob_client',
      'ContainerClient#get_blob_client',
      'BlobClient.from_connection_string',
    ),
    ...give(
      'py:azure.storage.blob.ContainerClient#',
      'py:azure.storage.blob.',
      'BlobServiceClient#get_container_client',
      'ContainerClient.from_connection_string',
    ),
    ...give('py:azure.storage.blob.BlobServiceClient#', 'py:azure.storage.blob.', 'BlobServiceClient.from_connection_string'),
    ...give('py:docker.DockerClient#', 'py:docker.', 'from_env'),
    ...give('py:docker.models.Collection#', 'py:docker.DockerClient#', ...holders.map((name) => `${name}:read`)),
    ...give('py:docker.models.Model#', 'py:docker.models.Collection#', 'get', 'create', 'run', 'pull'),
    ...give('py:kubernetes.watch.Watch.stream#', 'py:kubernetes.watch.', 'Watch#stream'),
    ...give('py:minio.Minio.list_objects#', 'py:minio.', 'Minio#list_objects'),
  ],
  inherits: extend('py:docker.DockerClient#', 'py:docker.client.DockerClient#'),
  aliases: [
    ...same('py:docker.from_env', 'py:docker.client.from_env'),
    ...same('py:docker.models.Model', 'py:docker.models.containers.Container'),
  ],
};
