// Packages that ask about paths or create folders: a few questions to the file system each.

import type { BlockingRow } from '../../core/knowledge';
import { callback, github, library, promise } from '../builders';

const findUp = library('find-up', 'sync-file', github('sindresorhus/find-up'));
const pathType = library('path-type', 'sync-file', github('sindresorhus/path-type'));
const properLock = library('proper-lockfile', 'sync-file', github('moxystudio/node-proper-lockfile'));
const lockfile = library('lockfile', 'sync-file', github('npm/lockfile'));

const upwards = 'asks folder after folder, upwards, whether the file is there';

const searches: readonly BlockingRow[] = [
  findUp('findUpSync', 'tiny', upwards, promise('find-up.findUp')),
  findUp('findUpMultipleSync', 'tiny', 'asks every folder, upwards, whether the file is there', promise('find-up.findUpMultiple')),
  findUp('findDownSync', 'long', 'walks the folders below until one has the file', promise('find-up.findDown')),
  library('locate-path', 'sync-file', github('sindresorhus/locate-path'))(
    'locatePathSync',
    'tiny',
    'asks the file system about one path after another',
    promise('locate-path.locatePath'),
  ),
  library('pkg-up', 'sync-file', github('sindresorhus/pkg-up'))('pkgUpSync', 'tiny', upwards, promise('pkg-up.pkgUp')),
  library('pkg-dir', 'sync-file', github('sindresorhus/package-directory'))(
    'packageDirectorySync',
    'tiny',
    upwards,
    promise('pkg-dir.packageDirectory'),
  ),
  library('which', 'sync-file', github('npm/node-which'))(
    'sync',
    'tiny',
    'asks each folder of the search path whether the program is there',
    promise('which'),
  ),
  library('resolve', 'sync-file', github('browserify/resolve'))(
    'sync',
    'noticeable',
    'asks folder after folder for the module, and reads package.json files',
    callback('resolve'),
  ),
  library('enhanced-resolve', 'sync-file', github('webpack/enhanced-resolve'))(
    'sync',
    'noticeable',
    'asks folder after folder for the module, and reads package.json files',
    callback('enhanced-resolve'),
  ),
];

const questions: readonly BlockingRow[] = [
  library('path-exists', 'sync-file', github('sindresorhus/path-exists'))(
    'pathExistsSync',
    'tiny',
    'asks the file system whether the path exists',
    promise('path-exists.pathExists'),
  ),
  pathType('isFileSync', 'tiny', 'asks the file system whether the path is a file', promise('path-type.isFile')),
  pathType('isDirectorySync', 'tiny', 'asks the file system whether the path is a folder', promise('path-type.isDirectory')),
  pathType('isSymlinkSync', 'tiny', 'asks the file system whether the path is a link', promise('path-type.isSymlink')),
];

const changes: readonly BlockingRow[] = [
  library('mkdirp', 'sync-file', github('isaacs/node-mkdirp'))(
    'mkdirpSync',
    'tiny',
    'has the file system create the folders that are missing',
    promise('mkdirp.mkdirp'),
  ),
  library('make-dir', 'sync-file', github('sindresorhus/make-dir'))(
    'makeDirectorySync',
    'tiny',
    'has the file system create the folders that are missing',
    promise('make-dir.makeDirectory'),
  ),
  properLock('lockSync', 'tiny', 'has the file system create the folder that is the lock', promise('proper-lockfile.lock')),
  properLock('unlockSync', 'tiny', 'has the file system delete the folder that is the lock', promise('proper-lockfile.unlock')),
  properLock('checkSync', 'tiny', 'asks the file system about the folder that is the lock', promise('proper-lockfile.check')),
  lockfile('lockSync', 'tiny', 'has the file system create the file that is the lock', callback('lockfile.lock')),
  lockfile('unlockSync', 'tiny', 'has the file system delete the file that is the lock', callback('lockfile.unlock')),
  lockfile('checkSync', 'tiny', 'asks the file system about the file that is the lock', callback('lockfile.check')),
];

export const pathRows: readonly BlockingRow[] = [...searches, ...questions, ...changes];
