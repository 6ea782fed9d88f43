// Packages that read configuration or load modules while they are called. At startup that is how it is
// meant; with each request it is not.

import type { BlockingRow } from '../../core/knowledge';
import { advice, callback, github, library } from '../builders';
import { unlessCallback } from '../judge';

const cosmic = library('cosmiconfig', 'sync-file', github('cosmiconfig/cosmiconfig'));
const lil = library('lilconfig', 'sync-file', github('antonk52/lilconfig'));
const conf = library('conf', 'sync-file', github('sindresorhus/conf'));
const configstore = library('configstore', 'sync-file', github('sindresorhus/configstore'));
const nconf = library('nconf', 'sync-file', github('indexzero/nconf'));

const atStart = advice('Call it once, while the program starts');
const keep = advice('Load it once, while the program starts, and keep the result');
const inMemory = advice('Read once into memory; write with `fs.promises`, or in a worker thread');

const configuration: readonly BlockingRow[] = [
  library('dotenv', 'sync-file', github('motdotla/dotenv'))('config', 'tiny', 'reads the small file with the settings', atStart),
  library('dotenv-flow', 'sync-file', github('kerimdzhanov/dotenv-flow'))(
    'config',
    'tiny',
    'reads the small files with the settings',
    atStart,
  ),
  cosmic('PublicExplorerSync#search', 'noticeable', 'asks folder after folder for a configuration, reads it or runs it', keep),
  cosmic('PublicExplorerSync#load', 'noticeable', 'reads the configuration or runs it', keep),
  lil('SyncSearcher#search', 'noticeable', 'asks folder after folder for a configuration, reads it or runs it', keep),
  lil('SyncSearcher#load', 'noticeable', 'reads the configuration or runs it', keep),
  library('rc', 'sync-file', github('dominictarr/rc'))('', 'noticeable', 'reads one configuration file after another', keep),
  nconf('file', 'noticeable', 'reads the whole configuration file and parses it', keep),
  nconf('load', unlessCallback(0, 'noticeable'), 'reads all configuration files', keep, { harmless: '() => {}' }),
  nconf('save', unlessCallback(0, 'noticeable'), 'writes the configuration files', callback('nconf.save'), { harmless: '() => {}' }),
  library('convict', 'sync-file', github('mozilla/node-convict'))(
    '#loadFile',
    'noticeable',
    'reads the whole configuration files and parses them',
    keep,
  ),
  library('properties-reader', 'sync-file', github('steveukx/properties'))('', 'noticeable', 'reads the whole file of properties', keep),
  conf('#get', 'noticeable', 'reads the whole file of settings and parses it', inMemory),
  conf('#set', 'noticeable', 'reads the file of settings and writes it anew', inMemory),
  conf('#has', 'noticeable', 'reads the whole file of settings for one name', inMemory),
  conf('#delete', 'noticeable', 'reads the file of settings and writes it without one name', inMemory),
  conf('#clear', 'noticeable', 'writes the file of settings with nothing but defaults', inMemory),
  configstore('#get', 'noticeable', 'reads the whole file of settings and parses it', inMemory),
  configstore('#set', 'noticeable', 'reads the file of settings and writes it anew', inMemory),
  configstore('#has', 'noticeable', 'reads the whole file of settings for one name', inMemory),
  configstore('#delete', 'noticeable', 'reads the file of settings and writes it without one name', inMemory),
  library('is-docker', 'sync-file', github('sindresorhus/is-docker'))(
    '',
    'tiny',
    'asks the file system at first, and remembers the answer',
    atStart,
  ),
];

const modules: readonly BlockingRow[] = [
  library('import-fresh', 'sync-import', github('sindresorhus/import-fresh'))('', 'noticeable', 'reads the module and runs it anew', keep),
  library('jiti', 'sync-import', github('unjs/jiti'))('#', 'noticeable', 'reads, compiles and runs the module', keep),
  library('ts-node', 'sync-import', github('TypeStrong/ts-node'))('register', 'long', 'loads the compiler', atStart),
  library('@babel/register', 'sync-import', 'https://babeljs.io/docs/babel-register')('', 'long', 'loads the compiler', atStart),
  library('require-dir', 'sync-import', github('aseemk/requireDir'))('', 'long', 'lists the folder and loads all its modules', atStart),
];

export const loadingRows: readonly BlockingRow[] = [...configuration, ...modules];
