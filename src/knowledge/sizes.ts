// How much data calls and members give. What comes from outside is of unknown size: it may be large,
// unless a default of the library bounds it. What a program names by a literal is its own.

import type { SizeRow } from '../core/knowledge';
import { mdn, nodeDocs } from './builders';

type Outside = Extract<SizeRow, { kind: 'outside' }>;
type Detail = Partial<Pick<Outside, 'limit' | 'list' | 'page' | 'paged' | 'file'>>;

/** Rows of things that come from outside. */
export function outside(what: string, link: string, owner: string, names: readonly string[], detail: Detail = {}): readonly SizeRow[] {
  return names.map((name) => ({ kind: 'outside', api: owner + name, what, link, ...detail }));
}

/** What gives as much as it is given. */
export function asMuch(owner: string, names: readonly string[], arg = 0): readonly SizeRow[] {
  return names.map((name) => ({ kind: 'same', api: owner + name, arg }));
}

/** What makes as much as a number says. */
export function counted(owner: string, names: readonly string[], elements = false): readonly SizeRow[] {
  return names.map((name) => ({ kind: 'count', api: owner + name, arg: 0, elements }));
}

/** Most bodies and answers are smaller than that; `express.json()` takes no more. */
export const usually = { limit: 100_000 } as const;

/** Most servers answer with a page of what they have. */
export const paged = { ...usually, paged: true } as const;
/** A text that answers one question has few lines. */
export const page = { ...usually, page: true } as const;

const body = 'the body of a request';
const answer = 'the answer of a server';
/** Most files that programs read whole are settings, states and templates. */
export const wholeFile = { file: true, limit: 100_000 } as const;

/** Few folders have more entries than that. */
export const entries = { list: true, limit: 1_000 } as const;

const rows = 'the rows of a query without a limit';
const files = nodeDocs('fs', 'file-system');

const requests: readonly SizeRow[] = [
  ...outside(body, 'https://expressjs.com/en/api.html#req.body', 'express.Request#', ['body'], usually),
  ...outside('an uploaded file', 'https://github.com/expressjs/multer#readme', 'express.Request#', ['file', 'files']),
  ...outside(body, 'https://github.com/koajs/bodyparser#readme', 'koa.Request#', ['body', 'rawBody'], usually),
  ...outside(body, 'https://fastify.dev/docs/latest/Reference/Request/', 'fastify.FastifyRequest#', ['body'], usually),
  ...outside('an uploaded file', 'https://github.com/fastify/fastify-multipart#readme', 'fastify.FastifyRequest#', [
    'file',
    'files',
    'saveRequestFiles',
  ]),
  ...outside(body, 'https://hapi.dev/api/#-requestpayload', '@hapi/hapi.Request#', ['payload'], usually),
  ...outside(
    body,
    'https://hono.dev/docs/api/request',
    'hono.HonoRequest#',
    ['json', 'text', 'arrayBuffer', 'blob', 'formData', 'parseBody'],
    usually,
  ),
  ...outside(body, mdn('Request'), 'global.Request#', ['json', 'text', 'arrayBuffer', 'bytes', 'formData', 'blob'], usually),
  ...outside(
    body,
    'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    'aws-lambda.APIGatewayProxyEvent#',
    ['body'],
    usually,
  ),
  ...outside(body, 'https://h3.dev/utils/request', 'h3.', ['readBody', 'readRawBody'], usually),
];

const answers: readonly SizeRow[] = [
  ...outside(answer, mdn('Response'), 'global.Response#', ['json', 'formData'], paged),
  ...outside(answer, mdn('Response/text'), 'global.Response#', ['text'], page),
  ...outside('a download', mdn('Response/arrayBuffer'), 'global.Response#', ['arrayBuffer', 'bytes', 'blob']),
  ...outside(answer, 'https://axios-http.com/docs/res_schema', 'axios.AxiosResponse#', ['data'], paged),
  ...outside(answer, 'https://github.com/sindresorhus/got#readme', 'got.Response#', ['body', 'rawBody'], paged),
  ...outside(answer, 'https://undici.nodejs.org/', 'undici.BodyReadable#', ['json', 'text'], paged),
  ...outside('a download', 'https://undici.nodejs.org/', 'undici.BodyReadable#', ['arrayBuffer', 'bytes']),
];

const fileContents: readonly SizeRow[] = [
  ...outside('what a file contains', files, 'node:fs.', ['readFileSync'], wholeFile),
  ...outside('what a file contains', files, 'node:fs/promises.', ['readFile'], wholeFile),
  ...outside('what a file contains', files, 'node:fs/promises.FileHandle#', ['readFile', 'readLines'], wholeFile),
  ...outside('the entries of a folder', files, 'node:fs.', ['readdirSync'], entries),
  ...outside('the entries of a folder', files, 'node:fs/promises.', ['readdir'], entries),
  ...outside(
    'what a file contains',
    'https://github.com/jprichardson/node-fs-extra#readme',
    'fs-extra.',
    ['readFile', 'readFileSync', 'readJson', 'readJsonSync'],
    wholeFile,
  ),
  ...outside(
    'the entries of a folder',
    'https://github.com/jprichardson/node-fs-extra#readme',
    'fs-extra.',
    ['readdir', 'readdirSync'],
    entries,
  ),
  ...outside(
    'the paths that a pattern matches',
    'https://github.com/isaacs/node-glob#readme',
    'glob.',
    ['glob', 'globSync', 'sync'],
    entries,
  ),
  ...outside(
    'the paths that a pattern matches',
    'https://github.com/mrmlnc/fast-glob#readme',
    'fast-glob',
    ['', '.sync', '.glob', '.globSync'],
    entries,
  ),
  ...outside(
    'the paths that a pattern matches',
    'https://github.com/SuperchupuDev/tinyglobby#readme',
    'tinyglobby.',
    ['glob', 'globSync'],
    entries,
  ),
  ...outside(
    'the paths that a pattern matches',
    'https://github.com/sindresorhus/globby#readme',
    'globby.',
    ['globby', 'globbySync'],
    entries,
  ),
  ...outside('what a stream brings until its end', nodeDocs('webstreams', 'utility-consumers'), 'node:stream/consumers.', [
    'arrayBuffer',
    'buffer',
    'json',
    'text',
  ]),
];

const printed: readonly SizeRow[] = outside(
  'what a program prints',
  nodeDocs('child_process', 'child-process'),
  'node:child_process.',
  ['execSync', 'execFileSync', 'spawnSync'],
  usually,
);

const queries: readonly SizeRow[] = [
  ...outside(rows, nodeDocs('sqlite', 'class-statementsync'), 'node:sqlite.StatementSync#', ['all', 'iterate'], { list: true }),
  ...outside(rows, 'https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md', 'better-sqlite3.Statement#', ['all', 'iterate'], {
    list: true,
  }),
  ...outside(rows, 'https://node-postgres.com/apis/result', 'pg.Client#', ['query'], { list: true }),
  ...outside(rows, 'https://node-postgres.com/apis/result', 'pg.Pool#', ['query'], { list: true }),
  ...outside(rows, 'https://sidorares.github.io/node-mysql2/docs', 'mysql2/promise.Connection#', ['query', 'execute']),
  ...outside(rows, 'https://sidorares.github.io/node-mysql2/docs', 'mysql2/promise.Pool#', ['query', 'execute']),
  ...outside(rows, 'https://mongodb.github.io/node-mongodb-native/6.0/classes/FindCursor.html', 'mongodb.FindCursor#', ['toArray'], {
    list: true,
  }),
  ...outside(rows, 'https://mongoosejs.com/docs/api/model.html', 'mongoose.Model.', ['find'], { list: true }),
  ...outside(rows, 'https://sequelize.org/docs/v6/core-concepts/model-querying-finders/', 'sequelize.Model.', ['findAll'], { list: true }),
  ...outside(rows, 'https://typeorm.io/repository-api', 'typeorm.Repository#', ['find', 'findBy'], { list: true }),
  ...outside(rows, 'https://typeorm.io/select-query-builder', 'typeorm.SelectQueryBuilder#', ['getMany', 'getRawMany'], { list: true }),
];

const derived: readonly SizeRow[] = [
  ...asMuch('global.', [
    'structuredClone',
    'String',
    'Set',
    'Map',
    'Uint8Array',
    'decodeURI',
    'decodeURIComponent',
    'encodeURI',
    'encodeURIComponent',
    'atob',
    'btoa',
  ]),
  ...asMuch('global.JSON.', ['parse', 'stringify']),
  ...asMuch('global.Object.', ['fromEntries', 'freeze']),
  ...['keys', 'entries', 'values'].map((name): SizeRow => ({ kind: 'same', api: `global.Object.${name}`, arg: 0, page: true })),
  ...asMuch('global.Array.', ['from']),
  ...asMuch('global.Buffer.', ['from', 'concat']),
  ...asMuch('node:v8.', ['serialize', 'deserialize']),
];

const made: readonly SizeRow[] = [
  ...counted('global.Buffer.', ['alloc', 'allocUnsafe', 'allocUnsafeSlow']),
  ...counted('global.', ['Array'], true),
  ...counted('global.', ['Uint8Array', 'Float64Array', 'ArrayBuffer']),
  ...counted('node:crypto.', ['randomBytes']),
];

export const sizes: readonly SizeRow[] = [...requests, ...answers, ...fileContents, ...printed, ...queries, ...derived, ...made];
