// Amazon's cloud. Making a client reads files of the package; each method of it is a request.

import type { BlockingRow } from '../../../core/knowledge';
import { chains, each, give, type Library, methods, operations, same, thread } from '../rows';

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
