// node:fs. A call that asks about one path or one descriptor is tiny; one that moves the content of a
// file or lists a folder is noticeable; one that walks a tree is long. What waits for a terminal or a
// pipe has no bound.

import type { Value } from '../../core/facts';
import type { BlockingRow, CallShape, Cost, CostClass } from '../../core/knowledge';
import { advice, called, callback, iterator, nameIn, nodeDocs, promise } from '../builders';
import { isOn, literal } from '../judge';

type Rest = Pick<BlockingRow, 'since' | 'example' | 'harmless'> & { readonly remedy?: BlockingRow['remedy'] };

/** A function of a path; its way out is the function of that name in `fs/promises`. */
function path(heading: string, cost: BlockingRow['cost'], why: string, { remedy, ...rest }: Rest = {}): BlockingRow {
  const name = nameIn(heading);
  const twin = promise(`node:fs/promises.${name.replace(/Sync$/, '')}`);
  return called('sync-file', `node:fs.${name}`, cost, why, remedy ?? twin, nodeDocs('fs', `fs.${heading}`), rest);
}

/** A function of a file descriptor; its way out is the one with a callback, or a FileHandle. */
function descriptor(heading: string, cost: BlockingRow['cost'], why: string, rest: Rest = {}): BlockingRow {
  const name = nameIn(heading).replace(/Sync$/, '');
  return path(heading, cost, why, { remedy: callback(`node:fs.${name}`, handleNote), ...rest });
}

const handleNote = 'Or open the file with `fs.promises.open` and await the methods of the FileHandle';

const existsNote =
  'Drop the check and handle the error `ENOENT` where the path is used, which is free of races too; or await `fs.promises.access`, which throws if nothing is there';

const blobNote = 'Open the blob once and keep it: `fs.openAsBlob` asks for the size of the file on the same thread today';

/** The cost with `recursive: true` at argument `index`, and without. */
function recursive(index: number, tree: CostClass, one: CostClass): (call: CallShape) => CostClass {
  return (call) => (isOn(call, index, 'recursive') ? tree : one);
}

/** Standard input may be a terminal or a pipe: whoever reads it waits for the other end. */
function unlessStdin(cost: (call: CallShape) => CostClass): (call: CallShape) => CostClass | Cost {
  const waits: Cost = { class: 'unbounded', why: 'it waits until whoever is at the other end of standard input has written' };
  return (call) => (isStdin(call) ? waits : cost(call));
}

/** What the kernel makes up is on no disk. */
function unlessMadeUp(cost: (call: CallShape) => CostClass): (call: CallShape) => CostClass {
  return (call) => (/^\/(?:proc|sys|dev)(?:\/|$)/.test(call.beginning(0) ?? '') ? 'tiny' : cost(call));
}

function isStdin(call: CallShape): boolean {
  const first = literal(call, 0);
  return first === 0 || first === '/dev/stdin' || first === '/dev/fd/0' || isStdinDescriptor(call.arg(0));
}

/** `process.stdin.fd` */
function isStdinDescriptor(value: Value | undefined): boolean {
  return value?.kind === 'member' && value.name === 'fd' && value.object.kind === 'member' && value.object.name === 'stdin';
}

/** One piece is little, but pieces are moved in loops until a whole file is through. */
function piecewise({ inLoop }: CallShape): CostClass {
  return inLoop ? 'noticeable' : 'tiny';
}

const content: readonly BlockingRow[] = [
  path('readFileSync(path[, options])', unlessStdin(unlessMadeUp(() => 'noticeable')), 'reads the whole file before it returns', {
    example: "'notes.txt', 'utf8'",
  }),
  path('writeFileSync(file, data[, options])', 'noticeable', 'writes the whole file before it returns'),
  path('appendFileSync(path, data[, options])', 'noticeable', 'opens the file, writes to its end and closes it before it returns'),
  path('copyFileSync(src, dest[, mode])', 'noticeable', 'copies the whole file before it returns'),
  path(
    'cpSync(src, dest[, options])',
    recursive(2, 'long', 'noticeable'),
    'copies a file, or with `recursive` a whole tree, before it returns',
    { example: "'a', 'b', { recursive: true }" },
  ),
  path('truncateSync(path[, len])', 'tiny', 'opens the file and has the file system cut it'),
  descriptor('readSync(fd, buffer[, options])', unlessStdin(piecewise), 'waits until the disk has delivered a piece of the file', {
    example: 'fd, buffer',
  }),
  descriptor('readvSync(fd, buffers[, position])', unlessStdin(piecewise), 'waits until the disk has filled all the buffers', {
    example: 'fd, buffers',
  }),
  descriptor('writeSync(fd, string[, position[, encoding]])', piecewise, 'waits until the file system has taken a piece of data'),
  descriptor('writevSync(fd, buffers[, position])', piecewise, 'waits until the file system has taken all the buffers'),
  descriptor('fsyncSync(fd)', 'noticeable', 'waits until the disk itself holds everything written to the file'),
  descriptor('fdatasyncSync(fd)', 'noticeable', 'waits until the disk itself holds the data of the file'),
  called(
    'sync-file',
    'node:fs.Utf8Stream#flushSync',
    'noticeable',
    'writes everything buffered to the file before it returns',
    callback('node:fs.Utf8Stream#flush'),
    nodeDocs('fs', 'utf8stream.flushSync()'),
    { since: 24 },
  ),
];

const folders: readonly BlockingRow[] = [
  path(
    'readdirSync(path[, options])',
    unlessMadeUp(recursive(1, 'long', 'noticeable')),
    'lists the folder, or with `recursive` the whole tree, before it returns',
    { example: "'.', { recursive: true }" },
  ),
  path('globSync(pattern[, options])', 'long', 'walks all folders that the pattern may match before it returns', {
    since: 22,
    remedy: iterator('node:fs/promises.glob'),
  }),
  path(
    'rmSync(path[, options])',
    recursive(1, 'long', 'tiny'),
    'deletes the file, or with `recursive` everything below the path, before it returns',
    { example: "'out', { recursive: true }" },
  ),
  path('rmdirSync(path[, options])', recursive(1, 'long', 'tiny'), 'has the file system delete the folder', { example: "'out'" }),
  path('mkdirSync(path[, options])', 'tiny', 'has the file system create the folder'),
  path('mkdtempSync(prefix[, options])', 'tiny', 'has the file system create a folder under a new name'),
  path(
    'mkdtempDisposableSync(prefix[, options])',
    'tiny',
    'creates a temporary folder, and deletes it on the same thread when it is disposed of',
    { since: 24 },
  ),
  path('opendirSync(path[, options])', 'tiny', 'has the file system open the folder'),
  called(
    'sync-file',
    'node:fs.Dir#readSync',
    piecewise,
    'waits until the file system has named the next entry of the folder',
    promise('node:fs.Dir#read', 'Or iterate over the Dir with `for await`'),
    nodeDocs('fs', 'dir.readSync()'),
  ),
  called(
    'sync-file',
    'node:fs.Dir#closeSync',
    'tiny',
    'has the file system close the folder',
    promise('node:fs.Dir#close', 'A `for await` over the Dir closes it by itself'),
    nodeDocs('fs', 'dir.closeSync()'),
  ),
];

const paths: readonly BlockingRow[] = [
  path('existsSync(path)', 'tiny', 'asks the file system whether the path exists', { remedy: advice(existsNote) }),
  path('accessSync(path[, mode])', 'tiny', 'asks the file system whether the path may be used'),
  path('statSync(path[, options])', 'tiny', 'asks the file system for the size, times and kind of the path'),
  path('lstatSync(path[, options])', 'tiny', 'asks the file system about the path without following a link'),
  path('statfsSync(path[, options])', 'tiny', 'asks for the size and the free space of the file system'),
  path('realpathSync(path[, options])', 'tiny', 'asks the file system about every part of the path, to follow its links'),
  called(
    'sync-file',
    'node:fs.realpathSync.native',
    'tiny',
    'has the operating system follow the links of the path',
    promise('node:fs/promises.realpath'),
    nodeDocs('fs', 'fs.realpathSync.native(path[, options])'),
  ),
  path('readlinkSync(path[, options])', 'tiny', 'asks the file system where the link leads'),
  path('linkSync(existingPath, newPath)', 'tiny', 'has the file system give the file a second name'),
  path('symlinkSync(target, path[, type])', 'tiny', 'has the file system create a link'),
  path('renameSync(oldPath, newPath)', 'tiny', 'has the file system rename the path'),
  path('unlinkSync(path)', 'tiny', 'has the file system delete the file'),
  path('chmodSync(path, mode)', 'tiny', 'has the file system change the permissions of the path'),
  path('lchmodSync(path, mode)', 'tiny', 'has the file system change the permissions of the link itself'),
  path('chownSync(path, uid, gid)', 'tiny', 'has the file system change the owner of the path'),
  path('lchownSync(path, uid, gid)', 'tiny', 'has the file system change the owner of the link itself'),
  path('utimesSync(path, atime, mtime)', 'tiny', 'has the file system change the times of the path'),
  path('lutimesSync(path, atime, mtime)', 'tiny', 'has the file system change the times of the link itself'),
  path('openAsBlobSync(path[, options])', 'tiny', 'asks the file system for the size of the file', { since: 26, remedy: advice(blobNote) }),
];

const descriptors: readonly BlockingRow[] = [
  path('openSync(path[, flags[, mode]])', 'tiny', 'has the file system open the file'),
  descriptor('closeSync(fd)', 'tiny', 'has the file system close the file'),
  descriptor('fstatSync(fd[, options])', 'tiny', 'asks the file system about the open file'),
  descriptor('fchmodSync(fd, mode)', 'tiny', 'has the file system change the permissions of the open file'),
  descriptor('fchownSync(fd, uid, gid)', 'tiny', 'has the file system change the owner of the open file'),
  descriptor('ftruncateSync(fd[, len])', 'tiny', 'has the file system cut the open file'),
  descriptor('futimesSync(fd, atime, mtime)', 'tiny', 'has the file system change the times of the open file'),
];

export const fileRows: readonly BlockingRow[] = [...content, ...folders, ...paths, ...descriptors];
