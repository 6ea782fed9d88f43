// Packages that read and write whole files: JSON and YAML files, atomic writes, fs-extra's additions.

import type { BlockingRow, CallShape, CostClass } from '../../core/knowledge';
import { advice, callback, github, library, promise } from '../builders';

const fsExtra = library('fs-extra', 'sync-file', 'https://github.com/jprichardson/node-fs-extra#methods');
const jsonfile = library('jsonfile', 'sync-file', github('jprichardson/node-jsonfile'));
const yamlWrite = library('write-yaml-file', 'sync-file', github('zkochan/packages'));
const localStorage = library('node-localstorage', 'sync-file', github('lmaccherone/node-localstorage'));
const protobuf = library('protobufjs', 'sync-file', github('protobufjs/protobuf.js'));

const storageNote = 'Keep the values in memory and write them with `fs.promises.writeFile`';

/** One file is soon deleted. */
function ofTree(call: CallShape): CostClass {
  return call.isFile(0) ? 'tiny' : 'long';
}

const fsExtraRows: readonly BlockingRow[] = [
  fsExtra('copySync', 'long', 'copies the file or the whole tree before it returns', promise('fs-extra.copy')),
  fsExtra('moveSync', 'noticeable', 'renames the path, or copies everything below it to another disk', promise('fs-extra.move')),
  fsExtra('removeSync', ofTree, 'deletes everything below the path before it returns', promise('fs-extra.remove')),
  fsExtra('emptyDirSync', 'long', 'deletes everything in the folder before it returns', promise('fs-extra.emptyDir')),
  fsExtra('outputFileSync', 'noticeable', 'creates the folders and writes the whole file', promise('fs-extra.outputFile')),
  fsExtra('readJsonSync', 'noticeable', 'reads the whole file and parses it', promise('fs-extra.readJson')),
  fsExtra('writeJsonSync', 'noticeable', 'turns the value into text and writes the whole file', promise('fs-extra.writeJson')),
  fsExtra('outputJsonSync', 'noticeable', 'creates the folders and writes the value as a whole file', promise('fs-extra.outputJson')),
  fsExtra('ensureDirSync', 'tiny', 'has the file system create the folders that are missing', promise('fs-extra.ensureDir')),
  fsExtra('ensureFileSync', 'tiny', 'has the file system create the file if it is missing', promise('fs-extra.ensureFile')),
  fsExtra('ensureLinkSync', 'tiny', 'has the file system give the file a second name if it has none', promise('fs-extra.ensureLink')),
  fsExtra('ensureSymlinkSync', 'tiny', 'has the file system create the link if it is missing', promise('fs-extra.ensureSymlink')),
];

const dataFiles: readonly BlockingRow[] = [
  jsonfile('readFileSync', 'noticeable', 'reads the whole file and parses it', promise('jsonfile.readFile')),
  jsonfile('writeFileSync', 'noticeable', 'turns the value into text and writes the whole file', promise('jsonfile.writeFile')),
  library('load-json-file', 'sync-file', github('sindresorhus/load-json-file'))(
    'loadJsonFileSync',
    'noticeable',
    'reads the whole file and parses it',
    promise('load-json-file.loadJsonFile'),
  ),
  library('write-json-file', 'sync-file', github('sindresorhus/write-json-file'))(
    'writeJsonFileSync',
    'noticeable',
    'writes the value to a new file, waits for the disk and renames it',
    promise('write-json-file.writeJsonFile'),
  ),
  library('write-file-atomic', 'sync-file', github('npm/write-file-atomic'))(
    'sync',
    'noticeable',
    'writes a new file, waits for the disk and renames it',
    promise('write-file-atomic'),
  ),
  library('read-pkg', 'sync-file', github('sindresorhus/read-pkg'))(
    'readPackageSync',
    'noticeable',
    'reads and parses a package.json',
    promise('read-pkg.readPackage'),
  ),
  library('read-package-up', 'sync-file', github('sindresorhus/read-package-up'))(
    'readPackageUpSync',
    'noticeable',
    'looks for a package.json from folder to folder, reads and parses it',
    promise('read-package-up.readPackageUp'),
  ),
  library('read-yaml-file', 'sync-file', github('zkochan/packages'))(
    'sync',
    'noticeable',
    'reads the whole file and parses it',
    promise('read-yaml-file'),
  ),
  yamlWrite('sync', 'noticeable', 'turns the value into text and writes the whole file', promise('write-yaml-file')),
  library('gray-matter', 'sync-file', github('jonschlinkert/gray-matter'))(
    'read',
    'noticeable',
    'reads the whole file and parses what stands at its head',
    advice('Read the file with `fs.promises.readFile` and hand its text to `matter`'),
  ),
  library('node-ical', 'sync-file', github('jens-maus/node-ical'))(
    'sync.parseFile',
    'noticeable',
    'reads the whole calendar file and parses it',
    promise('node-ical.async.parseFile'),
  ),
  library('image-size', 'sync-file', github('image-size/image-size'))(
    '',
    (call) => (call.spread || call.argCount > 1 ? undefined : 'tiny'),
    'reads the head of the file when it is given a path',
    advice('Version 2 has `image-size/fromFile`, which gives a promise'),
    { harmless: "'a.png', () => {}" },
  ),
  library('isbinaryfile', 'sync-file', github('gjtorikian/isBinaryFile'))(
    'isBinaryFileSync',
    'tiny',
    'reads the first bytes of the file',
    promise('isbinaryfile.isBinaryFile'),
  ),
  library('chardet', 'sync-file', github('runk/node-chardet'))(
    'detectFileSync',
    'noticeable',
    'reads the file and compares it with one encoding after another',
    promise('chardet.detectFile'),
  ),
  library('md5-file', 'sync-file', github('kodie/md5-file'))('sync', 'noticeable', 'reads and hashes the whole file', promise('md5-file')),
  library('hasha', 'sync-file', github('sindresorhus/hasha'))(
    'hashFileSync',
    'noticeable',
    'reads and hashes the whole file',
    promise('hasha.hashFile', 'It hashes in a worker thread'),
  ),
  protobuf('loadSync', 'noticeable', 'reads the file and all that it imports, and parses them', promise('protobufjs.load')),
  protobuf('Root#loadSync', 'noticeable', 'reads the files and all that they import, and parses them', promise('protobufjs.Root#load')),
  library('@grpc/proto-loader', 'sync-file', github('grpc/grpc-node'))(
    'loadSync',
    'noticeable',
    'reads the files and all that they import, and parses them',
    promise('@grpc/proto-loader.load'),
  ),
  library('touch', 'sync-file', github('isaacs/node-touch'))(
    'sync',
    'tiny',
    'has the file system create the file or change its times',
    promise('touch'),
  ),
  library('tempy', 'sync-file', github('sindresorhus/tempy'))(
    'temporaryWriteSync',
    'noticeable',
    'writes the whole temporary file',
    promise('tempy.temporaryWrite'),
  ),
];

const stores: readonly BlockingRow[] = [
  localStorage('LocalStorage#getItem', 'noticeable', 'reads the file of the item', advice(storageNote)),
  localStorage('LocalStorage#setItem', 'noticeable', 'writes the file of the item', advice(storageNote)),
  localStorage('LocalStorage#removeItem', 'tiny', 'has the file system delete the file of the item', advice(storageNote)),
  localStorage('LocalStorage#clear', 'noticeable', 'deletes the files of all items', advice(storageNote)),
  library('flat-cache', 'sync-file', github('jaredwray/cacheable'))(
    'FlatCache#save',
    'noticeable',
    'turns the whole cache into text and writes its file',
    advice('Save once, when the program ends'),
  ),
  library('flat-cache', 'sync-file', github('jaredwray/cacheable'))(
    'FlatCache#load',
    'noticeable',
    'reads the whole cache file and parses it',
    advice('Load it once, while the program starts'),
  ),
  library('dir-compare', 'sync-file', github('gliviu/dir-compare'))(
    'compareSync',
    'long',
    'walks both trees and compares their files',
    promise('dir-compare.compare'),
  ),
];

/** Takes a callback in place of a promise. */
const tmp = library('tmp', 'sync-file', github('raszi/node-tmp'));

const temporary: readonly BlockingRow[] = [
  tmp(
    'fileSync',
    'tiny',
    'has the file system create a file under a new name',
    callback('tmp.file', 'The package `tmp-promise` makes it awaitable'),
  ),
  tmp(
    'dirSync',
    'tiny',
    'has the file system create a folder under a new name',
    callback('tmp.dir', 'The package `tmp-promise` makes it awaitable'),
  ),
  tmp(
    'tmpNameSync',
    'tiny',
    'asks the file system for a name that nothing has',
    callback('tmp.tmpName', 'The package `tmp-promise` makes it awaitable'),
  ),
];

export const npmFileRows: readonly BlockingRow[] = [...fsExtraRows, ...dataFiles, ...stores, ...temporary];
