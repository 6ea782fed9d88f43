// What a call gives, and (with `:read`) what reading a member of an instance gives.

import type { ReturnRow } from '../core/knowledge';
import { give } from './builders';

const node: readonly ReturnRow[] = [
  ...give('node:http.Server#', 'node:http.', 'createServer'),
  ...give('node:https.Server#', 'node:https.', 'createServer'),
  ...give('node:http2.Http2Server#', 'node:http2.', 'createServer'),
  ...give('node:http2.Http2SecureServer#', 'node:http2.', 'createSecureServer'),
  ...give('node:http2.ClientHttp2Session#', 'node:http2.', 'connect'),
  ...give('node:http.ClientRequest#', 'node:http.', 'request', 'get'),
  ...give('node:http.ClientRequest#', 'node:https.', 'request', 'get'),
  ...give('node:net.Server#', 'node:net.', 'createServer'),
  ...give('node:net.Server#', 'node:net.Server#', 'listen', 'on', 'once', 'close'),
  ...give('node:net.Socket#', 'node:net.', 'connect', 'createConnection'),
  ...give('node:tls.Server#', 'node:tls.', 'createServer'),
  ...give('node:tls.TLSSocket#', 'node:tls.', 'connect'),
  ...give('node:dgram.Socket#', 'node:dgram.', 'createSocket'),
  ...give('node:fs.ReadStream#', 'node:fs.', 'createReadStream'),
  ...give('node:fs.WriteStream#', 'node:fs.', 'createWriteStream'),
  ...give('node:fs.FSWatcher#', 'node:fs.', 'watch'),
  ...give('node:fs.Dir#', 'node:fs.', 'opendirSync'),
  ...give('node:fs.Dir#', 'node:fs/promises.', 'opendir'),
  ...give('node:child_process.ChildProcess#', 'node:child_process.', 'spawn', 'fork', 'exec', 'execFile'),
  ...give('node:stream.Readable#', 'node:child_process.ChildProcess#', 'stdout:read', 'stderr:read'),
  ...give('node:stream.Writable#', 'node:child_process.ChildProcess#', 'stdin:read'),
  ...give('node:readline.Interface#', 'node:readline.', 'createInterface'),
  ...give('node:crypto.Sign#', 'node:crypto.', 'createSign'),
  ...give('node:crypto.Sign#', 'node:crypto.Sign#', 'update'),
  ...give('node:crypto.Hash#', 'node:crypto.', 'createHash'),
  ...give('node:crypto.Hash#', 'node:crypto.Hash#', 'update', 'copy'),
  ...give('node:crypto.Hmac#', 'node:crypto.', 'createHmac'),
  ...give('node:crypto.Hmac#', 'node:crypto.Hmac#', 'update'),
  ...give('node:vm.Script#', 'node:vm.', 'createScript'),
  ...give('node:sqlite.StatementSync#', 'node:sqlite.DatabaseSync#', 'prepare'),
  ...give('node:sqlite.SQLTagStore#', 'node:sqlite.DatabaseSync#', 'createTagStore'),
  ...give('node:sqlite.Session#', 'node:sqlite.DatabaseSync#', 'createSession'),
  ...give('node:zlib.ZipEntry#', 'node:zlib.ZipEntry.', 'createSync', 'create'),
  ...give('node:zlib.Zlib#', 'node:zlib.', 'createGzip', 'createGunzip', 'createDeflate', 'createInflate', 'createUnzip'),
  ...give('node:zlib.Zlib#', 'node:zlib.', 'createBrotliCompress', 'createBrotliDecompress'),
  ...give('node:stream.Readable#', 'node:stream.Readable.', 'from'),
  ...give('global.require', 'node:module.', 'createRequire'),
];

const browser: readonly ReturnRow[] = [
  ...give('global.HTMLElement#', 'global.Document#', 'createElement', 'querySelector', 'getElementById', 'elementFromPoint'),
  ...give('global.HTMLElement#', 'global.Document#', 'body:read', 'documentElement:read', 'head:read', 'activeElement:read'),
  ...give('global.HTMLElement#', 'global.Element#', 'querySelector', 'closest', 'firstElementChild:read', 'nextElementSibling:read'),
  ...give('global.HTMLElement#', 'global.Node#', 'parentElement:read', 'appendChild', 'cloneNode'),
  ...give('global.Document#', 'global.Node#', 'ownerDocument:read'),
  ...give('global.Range#', 'global.Document#', 'createRange'),
  ...give('global.CanvasRenderingContext2D#', 'global.', 'HTMLCanvasElement#getContext', 'OffscreenCanvas#getContext'),
];

const clients: readonly ReturnRow[] = [
  ...give('global.Response#', 'global.', 'fetch'),
  ...give('global.Response#', '', 'node-fetch', 'cross-fetch', 'undici.fetch'),
  ...give('axios.AxiosResponse#', '', 'axios'),
  ...give('axios.AxiosResponse#', 'axios.', 'get', 'post', 'put', 'patch', 'delete', 'request', 'options'),
  ...give('axios.AxiosResponse#', 'axios.AxiosInstance#', 'get', 'post', 'put', 'patch', 'delete', 'request', 'options'),
  ...give('axios.AxiosInstance#', 'axios.', 'create'),
  ...give('got.Response#', '', 'got'),
  ...give('got.Response#', 'got.', 'get', 'post', 'put', 'patch', 'delete'),
  ...give('undici.BodyReadable#', 'undici.', 'request#body:read'),
  ...give('undici.request#', 'undici.', 'request'),
  ...give('pg.Client#', 'pg.Pool#', 'connect'),
  ...give('mysql2/promise.Connection#', 'mysql2/promise.', 'createConnection'),
  ...give('mysql2/promise.Pool#', 'mysql2/promise.', 'createPool'),
  ...give('mysql2/promise.Connection#', 'mysql2/promise.Pool#', 'getConnection'),
  ...give('mongodb.Db#', 'mongodb.MongoClient#', 'db'),
  ...give('mongodb.Collection#', 'mongodb.Db#', 'collection'),
  ...give('mongodb.FindCursor#', 'mongodb.Collection#', 'find'),
  ...give('mongodb.FindCursor#', 'mongodb.FindCursor#', 'sort', 'project', 'filter', 'map', 'skip', 'limit'),
  ...give('typeorm.Repository#', 'typeorm.DataSource#', 'getRepository'),
  ...give('typeorm.SelectQueryBuilder#', 'typeorm.Repository#', 'createQueryBuilder'),
];

export const returns: readonly ReturnRow[] = [...node, ...browser, ...clients];
