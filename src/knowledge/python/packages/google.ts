// Google's cloud and services: what is made is described first, and asked for by `get`, `execute`, `result`.

import type { BlockingRow } from '../../../core/knowledge';
import { github } from '../../builders';
import { bare, chains, each, give, type Library, methods, operations, same, spoken, thread } from '../rows';

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
