// Sockets, TLS and the clients of the standard library. Who waits for another computer waits as long as
// that one likes, unless a timeout is given. Loading certificates takes 20 ms, measured.

import type { Value } from '../../../core/facts';
import type { BlockingRow, CallShape, CostClass } from '../../../core/knowledge';
import { advice } from '../../builders';
import { isNone, lastName, literal, unlessGiven, upTo } from '../judge';
import { each, extend, give, type Library, standard, thread } from '../rows';

const socket = standard('socket', 'py:socket.', 'sync-network');
const endpoint = standard('socket', 'py:socket.socket#', 'sync-network');
const ssl = standard('ssl', 'py:ssl.', 'sync-file', { remedy: thread('Or make one context at startup and use it again') });
const secure = standard('ssl', 'py:ssl.SSLSocket#', 'sync-network');
const select = standard('select', 'py:select.', 'thread-wait');
const selectors = standard('selectors', 'py:selectors.', 'thread-wait');
const http = standard('http.client', 'py:http.client.', 'sync-network');
const url = standard('urllib.request', 'py:urllib.request.', 'sync-network', {
  remedy: thread('Or use an asynchronous client: `aiohttp.ClientSession`, `httpx.AsyncClient`'),
});

const loopResolver = thread('Or await `getaddrinfo` of the running loop, which asks on a thread');
const watch = advice('Have the loop watch the files: `loop.add_reader`, `loop.add_writer`');
const streams = thread('Or await `asyncio.open_connection`, or the methods of the loop for sockets');

/** Datagrams need no connection: but for the look-up of a name, nothing is sent. */
const connecting: BlockingRow['cost'] = (call) => {
  const isDatagram = call.madeOf('receiver', 1, 'type').includes('py:socket.SOCK_DGRAM');
  return (isDatagram || neverWaits(call)) && !isHostName(call.arg(0)) ? undefined : 'unbounded';
};

/** Costs `cost`, unless the socket was told to raise instead of waiting: `setblocking(False)`, `settimeout(0)`. */
function unlessItRaises(cost: CostClass): BlockingRow['cost'] {
  return (call) => (neverWaits(call) ? undefined : cost);
}

function neverWaits(call: CallShape): boolean {
  const told = [...call.toldBy('setblocking'), ...call.toldBy('settimeout')];
  return told.length > 0 && told.every((value) => value.kind === 'literal' && !value.value && value.value !== null);
}

function isHostName(address: Value | undefined): boolean {
  const host = address?.kind === 'array' ? literal(address.elements[0]) : undefined;
  return typeof host === 'string' && /[g-z]/i.test(host);
}

const sockets: readonly BlockingRow[] = [
  socket('create_connection', upTo(1), 'looks the name up and waits for the connection', { remedy: streams, example: "('a', 80)" }),
  socket('getaddrinfo', 'unbounded', 'asks a name server for the addresses and waits for its answer', {
    remedy: loopResolver,
    example: "'a', 80",
  }),
  socket('gethostbyname', 'unbounded', 'asks a name server for the address and waits for its answer', {
    remedy: loopResolver,
    example: "'a'",
  }),
  socket('gethostbyname_ex', 'unbounded', 'asks a name server for all the addresses and waits for its answer', { example: "'a'" }),
  socket('gethostbyaddr', 'unbounded', 'asks a name server for the name of the address and waits for its answer', { example: "'::1'" }),
  socket('getnameinfo', 'unbounded', 'asks a name server for the name of the socket address', { example: "('::1', 80), 0" }),
  socket('getfqdn', 'unbounded', 'asks a name server for the full name of the computer'),
  endpoint('connect', connecting, 'waits for the connection', { remedy: streams, example: "('a', 80)" }),
  endpoint('accept', unlessItRaises('unbounded'), 'waits until somebody connects', { remedy: streams }),
  ...each(
    endpoint,
    ['recv', 'recv_into', 'recvfrom', 'recvfrom_into', 'recvmsg'],
    unlessItRaises('unbounded'),
    (name) => `waits until data has arrived for ${name}`,
  ).map((row) => ({ ...row, remedy: streams, example: '1024' })),
  endpoint('sendall', 'noticeable', 'waits until the other side has taken all the data', { remedy: streams, example: 'data' }),
  ...each(
    endpoint,
    ['send', 'sendto', 'sendmsg'],
    unlessItRaises('tiny'),
    (name) => `waits while the buffer of the connection is full, before ${name} returns`,
  ).map((row) => ({ ...row, remedy: streams, example: 'data' })),
  endpoint('sendfile', 'unbounded', 'sends the whole file', { example: 'handle' }),
];

const noFile: BlockingRow['cost'] = (call) => {
  const given = [call.arg(0, 'cafile'), call.arg(1, 'capath'), call.arg(2, 'cadata')];
  return isNone(given[0]) && isNone(given[1]) && !isNone(given[2]) ? 'tiny' : 'noticeable';
};

/** Whom it trusts is only loaded for those that are to be checked: a server checks nobody, unless it is told whom to trust. */
const ofTrusted: BlockingRow['cost'] = (call) => {
  const [file, folder, data] = [call.keyword('cafile'), call.keyword('capath'), call.keyword('cadata')];
  const isServer = lastName(call.arg(0, 'purpose')) === 'CLIENT_AUTH';
  return isNone(file) && isNone(folder) && (isServer || !isNone(data)) ? 'tiny' : 'noticeable';
};

const certificates: readonly BlockingRow[] = [
  ssl('create_default_context', ofTrusted, 'reads and parses all certificates that the system trusts'),
  ssl('SSLContext#load_default_certs', 'noticeable', 'reads all certificates that the system trusts'),
  ssl('SSLContext#load_verify_locations', noFile, 'reads and parses the certificates', { example: "'ca.pem'" }),
  ssl('SSLContext#load_cert_chain', 'noticeable', 'reads and parses the certificate and its key', { example: "'a.pem'" }),
  ssl('SSLContext#set_default_verify_paths', 'noticeable', 'reads the certificates from where OpenSSL looks for them'),
  standard('ssl', 'py:ssl.', 'sync-network')('get_server_certificate', upTo(undefined), 'connects and waits for the certificate', {
    example: "('a', 443)",
  }),
  standard('ssl', 'py:ssl.SSLContext#', 'sync-network')(
    'wrap_socket',
    (call) => (literal(call.arg(2, 'do_handshake_on_connect')) === false ? undefined : 'unbounded'),
    'exchanges keys with the other side, if the socket is connected',
    { remedy: streams, example: 'data' },
  ),
  secure('do_handshake', unlessItRaises('unbounded'), 'exchanges keys with the other side', { remedy: streams }),
  ...each(secure, ['read', 'unwrap'], unlessItRaises('unbounded'), (name) => `waits for the other side in ${name}`).map((row) => ({
    ...row,
    remedy: streams,
  })),
  secure('write', unlessItRaises('noticeable'), 'waits until the other side has taken the encrypted data', {
    remedy: streams,
    example: 'data',
  }),
];

const waiting: readonly BlockingRow[] = [
  select('select', upTo(3), 'waits until one of the files is ready', { remedy: watch, example: '[], [], []' }),
  select('poll#poll', 'unbounded', 'waits until one of the registered files is ready', { remedy: watch }),
  select('epoll#poll', upTo(0), 'waits until the kernel reports an event', { remedy: watch }),
  ...['DefaultSelector', 'SelectSelector', 'PollSelector', 'EpollSelector'].map((type) =>
    selectors(`${type}#select`, upTo(0), `waits until a file of the ${type} is ready`, { remedy: watch }),
  ),
];

const web: readonly BlockingRow[] = [
  url('urlopen', upTo(2), 'sends the request and waits for the answer', { example: "'https://a/'" }),
  url('urlretrieve', 'unbounded', 'downloads the whole file', { example: "'https://a/'" }),
  url('OpenerDirector#open', upTo(2), 'sends the request through the opener and waits for the answer', { example: "'https://a/'" }),
  standard('urllib.robotparser', 'py:urllib.robotparser.', 'sync-network')(
    'RobotFileParser#read',
    'unbounded',
    'downloads the rules for robots',
  ),
  http('HTTPSConnection', unlessGiven('noticeable', 'context'), 'reads all certificates that the system trusts', { example: "'a'" }),
  http('HTTPConnection#connect', 'unbounded', 'waits for the connection'),
  http('HTTPConnection#request', 'unbounded', 'connects and sends the request', { example: "'GET', '/'" }),
  http('HTTPConnection#getresponse', 'unbounded', 'waits for the answer'),
  http('HTTPConnection#endheaders', 'unbounded', 'connects and sends the head of the request'),
  http('HTTPConnection#send', 'unbounded', 'connects and sends the data', { example: 'data' }),
  http('HTTPResponse#read', 'unbounded', 'waits until the body has arrived'),
  http('HTTPResponse#readinto', 'unbounded', 'waits until a part of the body has arrived', { example: 'data' }),
  http('HTTPResponse#readline', 'unbounded', 'waits until a line of the body has arrived'),
  http('HTTPResponse#readlines', 'unbounded', 'waits until all lines of the body have arrived'),
  http('HTTPResponse#__iter__', 'unbounded', 'waits for the body line by line'),
  standard('xmlrpc.client', 'py:xmlrpc.client.', 'sync-network')(
    'ServerProxy#*',
    'unbounded',
    'has the server run the method and waits for the answer',
  ),
];

const serving: readonly BlockingRow[] = [
  standard('socketserver', 'py:socketserver.BaseServer#', 'sync-network')(
    'serve_forever',
    'unbounded',
    'serves until another thread stops it',
  ),
  standard('socketserver', 'py:socketserver.BaseServer#', 'sync-network')(
    'handle_request',
    'unbounded',
    'waits for a request and answers it',
  ),
];

const connection = 'py:socket.socket#';
const answer = 'py:http.client.HTTPResponse#';

export const network: Library = {
  blocking: [...sockets, ...certificates, ...waiting, ...web, ...serving],
  returns: [
    ...give(connection, 'py:socket.', 'create_connection', 'create_server', 'fromfd'),
    ...give('py:ssl.SSLContext#', 'py:ssl.', 'create_default_context', 'SSLContext'),
    ...give('py:ssl.SSLSocket#', 'py:ssl.', 'SSLContext#wrap_socket', 'wrap_socket'),
    ...give(answer, 'py:', 'urllib.request.urlopen', 'urllib.request.OpenerDirector#open', 'http.client.HTTPConnection#getresponse'),
    ...give('py:urllib.request.OpenerDirector#', 'py:urllib.request.', 'build_opener'),
    ...give('py:http.client.HTTPSConnection#', 'py:http.client.', 'HTTPSConnection'),
    ...give('py:select.poll#', 'py:select.', 'poll'),
  ],
  inherits: [
    ...extend(connection, 'py:ssl.SSLSocket#'),
    ...extend('py:http.client.HTTPConnection#', 'py:http.client.HTTPSConnection#'),
    ...extend('py:socketserver.BaseServer#', 'py:socketserver.TCPServer#', 'py:socketserver.UDPServer#'),
    ...extend('py:socketserver.TCPServer#', 'py:http.server.HTTPServer#', 'py:socketserver.ThreadingTCPServer#'),
    ...extend('py:socketserver.UDPServer#', 'py:socketserver.ThreadingUDPServer#'),
    ...extend('py:http.server.HTTPServer#', 'py:http.server.ThreadingHTTPServer#', 'py:wsgiref.simple_server.WSGIServer#'),
    ...extend('py:socketserver.TCPServer#', 'py:xmlrpc.server.SimpleXMLRPCServer#'),
  ],
};
