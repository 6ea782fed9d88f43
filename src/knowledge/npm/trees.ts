// Packages that walk, copy or delete whole trees. What a pattern or a folder holds has no bound, so
// each of them is long, whatever it is called with.

import type { BlockingRow } from '../../core/knowledge';
import { advice, callback, github, iterator, library, promise } from '../builders';

const glob = library('glob', 'sync-file', github('isaacs/node-glob'));
const globby = library('globby', 'sync-file', github('sindresorhus/globby'));

const walking = 'walks all folders that the patterns may match';

const globs: readonly BlockingRow[] = [
  glob('globSync', 'long', 'walks all folders that the pattern may match', promise('glob.glob')),
  glob('globIterateSync', 'long', 'walks the folders that the pattern may match, some with each round', iterator('glob.globIterate')),
  glob('Glob#walkSync', 'long', 'walks all folders that the pattern may match, to a list', promise('glob.Glob#walk')),
  globby('globbySync', 'long', walking, promise('globby.globby')),
  globby('isGitIgnoredSync', 'long', 'looks for all .gitignore files and reads them', promise('globby.isGitIgnored')),
  globby('isIgnoredByIgnoreFilesSync', 'long', 'looks for all ignore files and reads them', promise('globby.isIgnoredByIgnoreFiles')),
  library('fast-glob', 'sync-file', github('mrmlnc/fast-glob'))('sync', 'long', walking, promise('fast-glob')),
  library('tinyglobby', 'sync-file', github('SuperchupuDev/tinyglobby'))('globSync', 'long', walking, promise('tinyglobby.glob')),
  library('fdir', 'sync-file', github('thecodrr/fdir'))(
    'APIBuilder#sync',
    'long',
    'walks the whole tree',
    promise('fdir.APIBuilder#withPromise'),
  ),
];

const walks: readonly BlockingRow[] = [
  library('klaw-sync', 'sync-file', github('manidlou/node-klaw-sync'))(
    '',
    'long',
    'walks the whole tree',
    advice('Iterate over the package `klaw` with `for await`'),
  ),
  library('walk-sync', 'sync-file', github('joliss/node-walk-sync'))(
    '',
    'long',
    'walks the whole tree',
    advice('Await `fs.promises.readdir` with `recursive: true`'),
  ),
  library('walk-sync', 'sync-file', github('joliss/node-walk-sync'))(
    'entries',
    'long',
    'walks the whole tree and asks about each file',
    advice('Await `fs.promises.readdir` with `recursive: true`'),
  ),
  library('walkdir', 'sync-file', github('soldair/node-walkdir'))('sync', 'long', 'walks the whole tree', promise('walkdir.async')),
  library('directory-tree', 'sync-file', github('mihneadb/node-directory-tree'))(
    '',
    'long',
    'walks the whole tree and asks about each file',
    advice('Walk the tree with `fs.promises.readdir`, or in a worker thread'),
  ),
];

const copies: readonly BlockingRow[] = [
  library('cpx', 'sync-file', github('mysticatea/cpx'))(
    'copySync',
    'long',
    'copies all files that the pattern matches',
    callback('cpx.copy'),
  ),
  library('copy-file', 'sync-file', github('sindresorhus/copy-file'))(
    'copyFileSync',
    'noticeable',
    'copies the whole file',
    promise('copy-file.copyFile'),
  ),
  library('move-file', 'sync-file', github('sindresorhus/move-file'))(
    'moveFileSync',
    'noticeable',
    'renames the file, or copies it to another disk',
    promise('move-file.moveFile'),
  ),
];

const deletions: readonly BlockingRow[] = [
  library('rimraf', 'sync-file', github('isaacs/rimraf'))(
    'rimrafSync',
    'long',
    'deletes everything below the path',
    promise('rimraf.rimraf', 'Before version 4 it takes a callback'),
  ),
  library('del', 'sync-file', github('sindresorhus/del'))(
    'deleteSync',
    'long',
    'deletes everything that the patterns match',
    promise('del.deleteAsync'),
  ),
];

export const treeRows: readonly BlockingRow[] = [...globs, ...walks, ...copies, ...deletions];
