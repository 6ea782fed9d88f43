// Other clouds and what runs containers: each method of a client is a request.

import type { BlockingRow } from '../../../core/knowledge';
import { github } from '../../builders';
import { bare, each, extend, give, type Library, methods, operations, same, thread } from '../rows';

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
