// How much data calls and attributes of Python give. What comes from outside is of unknown size: it
// may be large.

import type { SizeRow } from '../../core/knowledge';
import { asMuch, counted, entries, outside, page, paged, usually, wholeFile } from '../sizes';
import { pythonDocs } from './rows';

const body = 'the body of a request';
const answer = 'the answer of a server';
const rows = 'the rows of a query without a limit';
const content = 'what a file contains';
const folder = 'the entries of a folder';
const list = { list: true } as const;

const requests: readonly SizeRow[] = [
  ...outside(body, 'https://www.starlette.io/requests/#body', 'py:starlette.requests.Request#', ['body', 'json', 'form'], usually),
  ...outside('an uploaded file', 'https://fastapi.tiangolo.com/reference/uploadfile/', 'py:fastapi.UploadFile#', ['read']),
  ...outside(
    body,
    'https://docs.aiohttp.org/en/stable/web_reference.html#aiohttp.web.Application',
    'py:aiohttp.web.Request#',
    ['read', 'text', 'json', 'post'],
    usually,
  ),
  ...outside(body, 'https://sanic.dev/en/guide/basics/request.html', 'py:sanic.Request#', ['json', 'body', 'form'], usually),
  ...outside(
    body,
    'https://quart.palletsprojects.com/en/latest/reference/source/quart.wrappers.request.html',
    'py:quart.request.',
    ['get_json', 'get_data', 'json', 'data', 'form'],
    usually,
  ),
  ...outside(
    body,
    'https://docs.djangoproject.com/en/stable/ref/request-response/',
    'py:django.http.HttpRequest#',
    ['body', 'POST', 'FILES'],
    usually,
  ),
  ...outside(body, 'https://www.tornadoweb.org/en/stable/httputil.html', 'py:tornado.web.RequestHandler#', ['request.body'], usually),
];

const answers: readonly SizeRow[] = [
  ...outside(answer, 'https://requests.readthedocs.io/en/latest/api/', 'py:requests.Response#', ['json'], paged),
  ...outside(answer, 'https://requests.readthedocs.io/en/latest/api/', 'py:requests.Response#', ['text'], page),
  ...outside(answer, 'https://www.python-httpx.org/api/', 'py:httpx.Response#', ['json'], paged),
  ...outside(answer, 'https://www.python-httpx.org/api/', 'py:httpx.Response#', ['text'], page),
  ...outside(answer, 'https://docs.aiohttp.org/en/stable/client_reference.html', 'py:aiohttp.ClientResponse#', ['json'], paged),
  ...outside(answer, 'https://docs.aiohttp.org/en/stable/client_reference.html', 'py:aiohttp.ClientResponse#', ['text'], page),
  ...outside(answer, pythonDocs('urllib.request', 'py:urllib.request.urlopen'), 'py:urllib.request.urlopen#', ['read', 'readlines']),
  ...outside('a download', 'https://requests.readthedocs.io/en/latest/api/', 'py:requests.Response#', ['content']),
  ...outside('a download', 'https://www.python-httpx.org/api/', 'py:httpx.Response#', ['content', 'read', 'aread']),
  ...outside('a download', 'https://docs.aiohttp.org/en/stable/client_reference.html', 'py:aiohttp.ClientResponse#', ['read']),
];

const filesAndFolders: readonly SizeRow[] = [
  ...outside(content, pythonDocs('io', 'py:io.TextIOBase'), 'py:io.TextIOWrapper#', ['read', 'readlines', '__iter__', ''], wholeFile),
  ...outside(content, pythonDocs('pathlib', 'py:pathlib.Path.read_text'), 'py:pathlib.Path#', ['read_text', 'read_bytes'], wholeFile),
  ...outside(content, 'https://github.com/Tinche/aiofiles#readme', 'py:aiofiles.open#', ['read', 'readlines'], wholeFile),
  ...outside(folder, pythonDocs('os', 'py:os.listdir'), 'py:os.', ['listdir', 'scandir'], entries),
  ...outside('the folders of a tree', pythonDocs('os', 'py:os.walk'), 'py:os.', ['walk', 'fwalk'], list),
  ...outside(folder, pythonDocs('pathlib', 'py:pathlib.Path.iterdir'), 'py:pathlib.Path#', ['iterdir', 'walk'], entries),
  ...outside(
    'the paths that a pattern matches',
    pythonDocs('pathlib', 'py:pathlib.Path.glob'),
    'py:pathlib.Path#',
    ['glob', 'rglob'],
    list,
  ),
  ...outside('the paths that a pattern matches', pythonDocs('glob', 'py:glob.glob'), 'py:glob.', ['glob', 'iglob'], entries),
  ...outside('the rows of a table in a file', pythonDocs('csv', 'py:csv.reader'), 'py:csv.', ['reader', 'DictReader'], list),
  ...outside(
    'the rows of a table in a file',
    'https://pandas.pydata.org/docs/reference/io.html',
    'py:pandas.',
    ['read_csv', 'read_excel', 'read_json', 'read_parquet', 'read_sql', 'read_html', 'read_table'],
    wholeFile,
  ),
];

const printed: readonly SizeRow[] = outside('what a program prints', pythonDocs('subprocess', 'py:subprocess.run'), 'py:subprocess.', [
  'check_output',
  'getoutput',
  'run',
]);

const cursors = ['sqlite3', 'psycopg2', 'psycopg', 'pymysql', 'MySQLdb', 'pyodbc', 'duckdb'].map((module) => `py:${module}.Cursor#`);

const queries: readonly SizeRow[] = [
  ...cursors.flatMap((cursor) => outside(rows, 'https://peps.python.org/pep-0249/#fetchall', cursor, ['fetchall', '__iter__', ''], list)),
  ...outside(rows, 'https://github.com/omnilib/aiosqlite#readme', 'py:aiosqlite.Cursor#', ['fetchall'], list),
  ...outside(rows, 'https://github.com/omnilib/aiosqlite#readme', 'py:aiosqlite.Connection#', ['execute_fetchall'], list),
  ...outside(rows, 'https://magicstack.github.io/asyncpg/current/api/index.html', 'py:asyncpg.Connection#', ['fetch'], list),
  ...outside(rows, 'https://magicstack.github.io/asyncpg/current/api/index.html', 'py:asyncpg.Pool#', ['fetch'], list),
  ...outside(rows, 'https://docs.sqlalchemy.org/en/20/orm/queryguide/query.html', 'py:sqlalchemy.orm.Query#', ['all', '__iter__'], list),
  ...outside(rows, 'https://docs.djangoproject.com/en/stable/ref/models/querysets/', 'py:django.db.models.Manager#', ['all'], list),
];

const derived: readonly SizeRow[] = [
  ...asMuch('py:builtins.', [
    'list',
    'tuple',
    'set',
    'frozenset',
    'sorted',
    'dict',
    'reversed',
    'enumerate',
    'zip',
    'str',
    'bytearray',
    'memoryview',
    'iter',
  ]),
  ...asMuch('py:builtins.', ['map', 'filter'], 1),
  ...asMuch('py:json.', ['loads', 'dumps', 'load']),
  ...asMuch('py:orjson.', ['loads', 'dumps']),
  ...asMuch('py:pickle.', ['loads', 'dumps', 'load']),
  ...asMuch('py:copy.', ['copy', 'deepcopy']),
  ...asMuch('py:base64.', ['b64encode', 'b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode']),
  ...asMuch('py:io.', ['BytesIO', 'StringIO']),
  ...asMuch('py:urllib.parse.', ['quote', 'quote_plus', 'unquote', 'unquote_plus']),
  ...asMuch('py:html.', ['escape', 'unescape']),
  ...asMuch('py:re.', ['sub', 'subn'], 2),
  ...asMuch('py:asyncio.', ['gather']),
];

const made: readonly SizeRow[] = [
  ...counted('py:builtins.', ['bytes']),
  ...counted('py:builtins.', ['range'], true),
  ...counted('py:os.', ['urandom']),
  ...counted('py:secrets.', ['token_bytes', 'token_hex', 'token_urlsafe']),
  ...counted('py:random.', ['randbytes']),
];

export const pythonSizes: readonly SizeRow[] = [...requests, ...answers, ...filesAndFolders, ...printed, ...queries, ...derived, ...made];
