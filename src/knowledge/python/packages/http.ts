// Clients for the web. The answer comes when the server likes; a timeout bounds each silence, not the
// whole. Making a client reads all certificates, 20 ms measured, for asynchronous clients too.

import type { BlockingRow, CallShape, CostClass } from '../../../core/knowledge';
import { github, promise } from '../../builders';
import { literal, upTo } from '../judge';
import { chains, each, extend, give, type Library, methods, operations, same, spoken, thread } from '../rows';

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];
const requestsDocs = 'https://requests.readthedocs.io/en/latest/api/';
const httpxDocs = 'https://www.python-httpx.org/api/';

const asynchronous = thread('Or use an asynchronous client: `httpx.AsyncClient`, `aiohttp.ClientSession`');
const once = thread('Make one client while the program starts, and use it for all requests');

const certificates = { rule: 'sync-file', remedy: once } as const;

const requests = operations('py:requests.', 'sync-network', requestsDocs, { remedy: asynchronous, example: "'https://a/'" });
const httpx = operations('py:httpx.', 'sync-network', httpxDocs, { remedy: promise('py:httpx.AsyncClient#get'), example: "'https://a/'" });
const pool = operations('py:urllib3.', 'sync-network', 'https://urllib3.readthedocs.io/en/stable/reference/index.html', {
  remedy: asynchronous,
  example: "'GET', 'https://a/'",
});

const answered = upTo(undefined);
const asyncVerb = (name: string): BlockingRow['remedy'] => promise(`py:httpx.AsyncClient#${name}`);

const requestsRows: readonly BlockingRow[] = [
  ...each(requests, verbs, answered, (name) => `sends the ${name.toUpperCase()} request and waits for the whole answer`),
  requests('request', answered, 'sends the request and waits for the whole answer', { example: "'GET', 'https://a/'" }),
  ...methods(
    requests,
    'Session#',
    verbs,
    answered,
    (name) => `sends the ${name.toUpperCase()} request over the session and waits for the whole answer`,
  ),
  requests('Session#request', answered, 'sends the request over the session and waits for the whole answer', {
    example: "'GET', 'https://a/'",
  }),
  requests('Session#send', answered, 'sends the prepared request and waits for the answer', { example: 'data' }),
  requests('Response.lines#__iter__', 'unbounded', 'waits for the body piece by piece', { example: '' }),
];

/** A context or a transport of the program's own brings what it trusts. */
const verified = (call: CallShape): CostClass | undefined => {
  const verify = call.keyword('verify');
  if (call.keyword('transport') !== undefined) return undefined;
  return verify === undefined || literal(verify) === true || typeof literal(verify) === 'string' ? 'noticeable' : undefined;
};

const httpxRows: readonly BlockingRow[] = [
  ...verbs.flatMap((name) => [
    httpx(name, answered, `makes a client, sends the ${name.toUpperCase()} request and waits for the whole answer`, {
      remedy: asyncVerb(name),
    }),
    httpx(`Client#${name}`, answered, `sends the ${name.toUpperCase()} request and waits for the whole answer`, {
      remedy: asyncVerb(name),
    }),
  ]),
  httpx('request', answered, 'makes a client, sends the request and waits for the whole answer', { remedy: asyncVerb('request') }),
  httpx('Client#request', answered, 'sends the request and waits for the whole answer', { remedy: asyncVerb('request') }),
  httpx('Client#send', answered, 'sends the prepared request and waits for the whole answer', { remedy: asyncVerb('send') }),
  httpx('stream#__enter__', 'unbounded', 'makes a client, sends the request and waits for the head of the answer', { example: '' }),
  httpx('Client.stream#__enter__', 'unbounded', 'sends the request and waits for the head of the answer', { example: '' }),
  httpx('Response.lines#__iter__', 'unbounded', 'waits for the body piece by piece', { example: '' }),
  httpx('Client', verified, 'reads all certificates of the system or of the package `certifi`', {
    ...certificates,
    example: '',
    harmless: 'verify=context',
  }),
  httpx('AsyncClient', verified, 'reads all certificates, on the thread that makes the client', {
    ...certificates,
    example: '',
    harmless: 'verify=context',
  }),
];

const poolRows: readonly BlockingRow[] = [
  pool('request', answered, 'sends the request and waits for the whole answer'),
  ...['PoolManager', 'HTTPConnectionPool'].flatMap((type) => [
    pool(`${type}#request`, answered, `sends the request over the ${type} and waits for the answer`),
    pool(`${type}#urlopen`, answered, `sends the request over the ${type}, and waits for the answer where it leads`),
    pool(`${type}#request_encode_url`, answered, `sends the request with its fields in the address over the ${type}`),
    pool(`${type}#request_encode_body`, answered, `sends the request with its fields in the body over the ${type}`),
  ]),
];

const others: readonly BlockingRow[] = [
  ...[
    { module: 'py:curl_cffi.requests.', link: github('lexiforest/curl_cffi') },
    { module: 'py:cloudscraper.', link: github('VeNoMouS/cloudscraper') },
    { module: 'py:niquests.', link: github('jawah/niquests') },
  ].flatMap(({ module, link }) => {
    const client = operations(module, 'sync-network', link, { remedy: asynchronous, example: "'https://a/'" });
    return each(client, verbs, answered, (name) => `sends the ${name.toUpperCase()} request and waits for the whole answer`);
  }),
  operations('py:pycurl.', 'sync-network', 'https://pycurl.io/docs/latest/index.html', { remedy: asynchronous })(
    'Curl#perform',
    'unbounded',
    'sends the request and waits for the whole answer',
  ),
  operations('py:httplib2.', 'sync-network', github('httplib2/httplib2'), { remedy: asynchronous, example: "'https://a/'" })(
    'Http#request',
    'unbounded',
    'sends the request and waits for the whole answer',
  ),
  ...each(
    operations('py:websocket.', 'sync-network', 'https://websocket-client.readthedocs.io/', {
      remedy: thread('Or use an asynchronous client: `websockets`, `aiohttp`'),
    }),
    ['create_connection', 'WebSocket#connect', 'WebSocket#recv', 'WebSocketApp#run_forever'],
    'unbounded',
    (name) => `waits for the other side in ${spoken(name)}`,
  ).map((row) => ({ ...row, example: "'wss://a/'" })),
  operations('py:websocket.', 'sync-network', 'https://websocket-client.readthedocs.io/')(
    'WebSocket#send',
    // The system takes a message at once, and sends it meanwhile.
    'tiny',
    'hands the message to the system',
    {
      example: 'data',
    },
  ),
  ...each(
    operations('py:websockets.sync.client.', 'sync-network', 'https://websockets.readthedocs.io/en/stable/reference/sync/client.html', {
      remedy: thread('Or use `websockets.asyncio.client.connect`'),
    }),
    ['connect', 'ClientConnection#recv', 'ClientConnection#send'],
    'unbounded',
    (name) => `waits for the other side in ${spoken(name)}`,
  ).map((row) => ({ ...row, example: "'wss://a/'" })),
];

const session = 'py:requests.Session#';
const client = 'py:httpx.Client#';

export const web: Library = {
  blocking: [...requestsRows, ...httpxRows, ...poolRows, ...others],
  returns: [
    ...give('py:requests.Response#', 'py:requests.', ...verbs, 'request'),
    ...give('py:requests.Response#', session, ...verbs, 'request', 'send'),
    ...give(session, 'py:requests.', 'session'),
    ...give('py:requests.Response.lines#', 'py:requests.Response#', 'iter_content', 'iter_lines'),
    ...give('py:httpx.Response#', 'py:httpx.', ...verbs, 'request'),
    ...give('py:httpx.Response#', client, ...verbs, 'request', 'send'),
    ...give('py:httpx.stream#', 'py:httpx.', 'stream'),
    ...give('py:httpx.Client.stream#', client, 'stream'),
    ...give('py:httpx.Response#', 'py:httpx.', 'stream#__enter__', 'Client.stream#__enter__'),
    ...give('py:httpx.Response.lines#', 'py:httpx.Response#', 'iter_bytes', 'iter_text', 'iter_lines', 'iter_raw'),
    ...give(client, 'py:httpx.', 'Client'),
    ...give('py:httpx.AsyncClient#', 'py:httpx.', 'AsyncClient'),
    ...give('py:httpx.Response#', 'py:httpx.AsyncClient#', ...verbs, 'request', 'send'),
    ...give('py:aiohttp.ClientResponse#', 'py:aiohttp.ClientSession#', ...verbs, 'request'),
    ...give('py:aiohttp.ClientResponse#', 'py:aiohttp.', 'request'),
    ...give('py:urllib3.HTTPConnectionPool#', 'py:urllib3.', 'connection_from_url'),
    ...give('py:websocket.WebSocket#', 'py:websocket.', 'create_connection'),
    ...give('py:websockets.sync.client.ClientConnection#', 'py:websockets.sync.client.', 'connect'),
    ...give(session, 'py:', 'cloudscraper.create_scraper', 'requests_oauthlib.OAuth2Session', 'requests_oauthlib.OAuth1Session'),
    ...chains('py:urllib3.PoolManager#', '__enter__'),
  ],
  inherits: [
    ...extend(
      session,
      'py:requests_cache.CachedSession#',
      'py:authlib.integrations.requests_client.OAuth2Session#',
      'py:requests_html.HTMLSession#',
    ),
    ...extend(session, 'py:curl_cffi.requests.Session#', 'py:niquests.Session#', 'py:requests_toolbelt.sessions.BaseUrlSession#'),
    ...extend('py:urllib3.PoolManager#', 'py:urllib3.ProxyManager#'),
    ...extend('py:urllib3.HTTPConnectionPool#', 'py:urllib3.HTTPSConnectionPool#'),
    ...extend(client, 'py:authlib.integrations.httpx_client.OAuth2Client#'),
  ],
  aliases: [
    ...same('py:requests.Session', 'py:requests.sessions.Session'),
    ...same('py:requests.Response', 'py:requests.models.Response'),
    ...verbs.flatMap((name) => same(`py:requests.${name}`, `py:requests.api.${name}`)),
    ...same('py:requests', 'py:pip._vendor.requests', 'py:botocore.vendored.requests'),
    ...same('py:urllib3.PoolManager', 'py:urllib3.poolmanager.PoolManager'),
    ...same('py:urllib3.ProxyManager', 'py:urllib3.poolmanager.ProxyManager'),
    ...same('py:urllib3.HTTPConnectionPool', 'py:urllib3.connectionpool.HTTPConnectionPool'),
    ...same('py:urllib3.HTTPSConnectionPool', 'py:urllib3.connectionpool.HTTPSConnectionPool'),
  ],
};
