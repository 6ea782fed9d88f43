// Modules that read or write a file of some format, and what reads settings, sources or packages from
// the disk. A function that is given an open file reads it to its end.

import type { BlockingRow } from '../../../core/knowledge';
import { ofPath, ofStream } from '../judge';
import { each, extend, give, type Library, operations, pythonDocs, same, standard } from '../rows';

const json = standard('json', 'py:json.', 'sync-file');
const pickle = standard('pickle', 'py:pickle.', 'sync-file');
const marshal = standard('marshal', 'py:marshal.', 'sync-file');
const plist = standard('plistlib', 'py:plistlib.', 'sync-file');
const csv = standard('csv', 'py:csv.', 'sync-file');
const config = standard('configparser', 'py:configparser.ConfigParser#', 'sync-file');
const lines = standard('linecache', 'py:linecache.', 'sync-file');
const compare = standard('filecmp', 'py:filecmp.', 'sync-file');
const etree = standard('xml.etree.elementtree', 'py:xml.etree.ElementTree.', 'sync-file');
const minidom = standard('xml.dom.minidom', 'py:xml.dom.minidom.', 'sync-file');
const sax = standard('xml.sax', 'py:xml.sax.', 'sync-file');
const metadata = standard('importlib.metadata', 'py:importlib.metadata.', 'sync-file');
const resources = standard('importlib.resources', 'py:importlib.resources.', 'sync-file');
const compileAll = standard('compileall', 'py:compileall.', 'sync-file');

const file = 'handle';

const data: readonly BlockingRow[] = [
  json('load', 'noticeable', 'reads the whole file and parses it', { example: file, continues: 0 }),
  json('dump', 'noticeable', 'turns the object into text, and writes it piece by piece', { example: `data, ${file}`, continues: 1 }),
  pickle('load', 'noticeable', 'reads the file and builds the objects in it', { example: file, continues: 0 }),
  pickle('dump', 'noticeable', 'turns the objects into bytes, and writes them', { example: `data, ${file}`, continues: 1 }),
  marshal('load', 'noticeable', 'reads the value from the file', { example: file, continues: 0 }),
  marshal('dump', 'noticeable', 'writes the value to the file', { example: `data, ${file}`, continues: 1 }),
  plist('load', 'noticeable', 'reads the whole property list', { example: file, continues: 0 }),
  plist('dump', 'noticeable', 'writes the whole property list', { example: `data, ${file}`, continues: 1 }),
  standard('tomllib', 'py:tomllib.', 'sync-file')('load', 'noticeable', 'reads the whole file and parses it', {
    since: 11,
    example: file,
    continues: 0,
  }),
  csv('reader#__iter__', ofStream('noticeable'), 'reads the table row by row', { example: '' }),
  csv('DictReader#__iter__', ofStream('noticeable'), 'reads the table row by row, each as a dictionary'),
  csv('writer#writerow', 'tiny', 'writes a row of the table', { example: 'data' }),
  csv('writer#writerows', ofStream('noticeable'), 'writes all the rows of the table', { example: 'data' }),
  csv('DictWriter#writerow', 'tiny', 'writes a row of the table from a dictionary', { example: 'data' }),
  csv('DictWriter#writerows', ofStream('noticeable'), 'writes all the rows of the table from dictionaries', { example: 'data' }),
  config('read', 'noticeable', 'reads all the files', { example: "'app.ini'" }),
  config('read_file', 'noticeable', 'reads the settings from the file', { example: file, continues: 0 }),
  config('write', 'noticeable', 'writes all the settings to the file', { example: file, continues: 0 }),
];

const markup: readonly BlockingRow[] = [
  etree('parse', 'noticeable', 'reads the whole file and builds its tree', { example: "'a.xml'" }),
  etree('iterparse#__iter__', 'noticeable', 'reads the file piece by piece'),
  etree('ElementTree#write', 'noticeable', 'writes the whole tree', { example: "'a.xml'" }),
  etree('ElementTree#parse', 'noticeable', 'reads the whole file into this tree', { example: "'a.xml'" }),
  minidom('parse', 'noticeable', 'reads the whole file and builds its document', { example: "'a.xml'" }),
  sax('parse', 'noticeable', 'reads the whole file and calls the handler', { example: "'a.xml', data" }),
];

const sources: readonly BlockingRow[] = [
  lines('getline', 'noticeable', 'reads the whole file of the line, unless it was read before', { example: "'a.py', 1" }),
  lines('getlines', 'noticeable', 'reads the whole file, unless it was read before', { example: "'a.py'" }),
  lines('updatecache', 'noticeable', 'reads the whole file again', { example: "'a.py'" }),
  standard('fileinput', 'py:fileinput.', 'sync-file')(
    'input#__iter__',
    'unbounded',
    'reads all the files, or standard input until its end',
  ),
  standard('inspect', 'py:inspect.', 'sync-file')('getsource', 'noticeable', 'reads the file that the object was written in', {
    example: 'data',
  }),
  standard('tokenize', 'py:tokenize.', 'sync-file')('open', ofPath('noticeable'), 'opens the file and looks for its encoding', {
    example: "'a.py'",
  }),
  standard('pkgutil', 'py:pkgutil.', 'sync-file')('get_data', 'noticeable', 'reads the whole file of the package', { example: "'a', 'b'" }),
  ...each(
    resources,
    ['read_text', 'read_binary', 'open_text', 'open_binary'],
    'noticeable',
    (name) => `opens the file of the package, as ${name} says`,
  ).map((row) => ({ ...row, example: "'a', 'b'" })),
  metadata('version', 'noticeable', 'looks for the package in every folder of the path, and reads what it says of itself', {
    example: "'a'",
  }),
  metadata('metadata', 'noticeable', 'looks for the package and parses all that it says of itself', { example: "'a'" }),
  metadata('requires', 'noticeable', 'looks for the package and reads what it needs', { example: "'a'" }),
  metadata('files', 'noticeable', 'looks for the package and reads the list of its files', { example: "'a'" }),
  metadata('entry_points', 'long', 'reads what every installed package says of itself'),
  metadata('packages_distributions', 'long', 'reads the list of files of every installed package', { since: 10 }),
  operations('py:importlib.metadata.', 'sync-file', (api) => pythonDocs('importlib.metadata', api))(
    'distribution',
    'noticeable',
    'looks for the package in every folder of the path',
    { example: "'a'" },
  ),
  compare('cmp', 'noticeable', 'asks about both files, and compares them if they differ in nothing else', { example: "'a', 'b'" }),
  compare('cmpfiles', 'noticeable', 'compares all the files', { example: "'a', 'b', ['c']" }),
  compileAll('compile_dir', 'long', 'compiles every file of the tree', { example: "'a'" }),
  compileAll('compile_file', 'noticeable', 'reads the file and compiles it', { example: "'a.py'" }),
  standard('py_compile', 'py:py_compile.', 'sync-file')('compile', 'noticeable', 'reads the file, compiles it and writes the result', {
    example: "'a.py'",
  }),
  standard('runpy', 'py:runpy.', 'sync-import')('run_path', 'long', 'reads the file and runs it', { example: "'a.py'" }),
  standard('runpy', 'py:runpy.', 'sync-import')('run_module', 'long', 'loads the module and runs it', { example: "'a'" }),
  standard('logging.config', 'py:logging.config.', 'sync-file')('fileConfig', 'noticeable', 'reads the settings and opens the log files', {
    example: "'log.ini'",
  }),
  standard('mimetypes', 'py:mimetypes.', 'sync-file')('init', 'noticeable', 'reads all lists of types that the system has'),
];

export const formats: Library = {
  blocking: [...data, ...markup, ...sources],
  returns: [
    ...give('py:xml.etree.ElementTree.ElementTree#', 'py:xml.etree.ElementTree.', 'parse'),
    ...give('py:io.TextIOWrapper#', 'py:importlib.resources.', 'open_text', 'open_binary'),
    ...give('py:io.TextIOWrapper#', 'py:tokenize.', 'open'),
  ],
  inherits: extend('py:configparser.ConfigParser#', 'py:configparser.RawConfigParser#'),
  aliases: [...same('py:importlib.metadata', 'py:importlib_metadata'), ...same('py:tomllib.load', 'py:tomli.load')],
};
