// Files, folders and what the file system knows of a path. Opening counts as noticeable: whoever opens
// a file reads or writes it on the same thread. A call that asks about one path is tiny, one that
// changes it adds up in a loop. `abspath`, `normpath`, `relpath`, `getcwd`, `expanduser` touch no disk.

import type { BlockingRow, CallShape, CostClass } from '../../../core/knowledge';
import { ifTrue, lastName, ofPath, piecewise } from '../judge';
import { each, extend, give, type Library, same, standard, thread } from '../rows';

const builtin = standard('functions', 'py:builtins.', 'sync-file');
const io = standard('io', 'py:io.', 'sync-file');
const text = standard('io', 'py:io.TextIOWrapper#', 'sync-file', { continues: 'receiver' });
const os = standard('os', 'py:os.', 'sync-file');
const path = standard('os.path', 'py:os.path.', 'sync-file');
const shutil = standard('shutil', 'py:shutil.', 'sync-file');
const glob = standard('glob', 'py:glob.', 'sync-file');
const temporary = standard('tempfile', 'py:tempfile.', 'sync-file');
const fcntl = standard('fcntl', 'py:fcntl.', 'sync-file');

const wholeBlock = thread('Put the whole block that opens, reads and closes the file into one function, and hand that over');

const recursiveGlob = ifTrue('recursive', undefined, 'long', 'noticeable');

/** `LOCK_NB` anywhere in the flags; if they are combined, nothing is known of them. */
const untilLocked: BlockingRow['cost'] = (call) => {
  const flag = lastName(call.arg(1, 'operation') ?? call.arg(1, 'cmd'));
  if (flag === 'LOCK_UN') return 'tiny';
  return flag === 'LOCK_EX' || flag === 'LOCK_SH' ? 'unbounded' : 'tiny';
};

/** A folder is only opened: what is in it is read in another way. */
function openingDescriptor(call: CallShape): CostClass {
  return call.types(1).includes('py:os.O_DIRECTORY') ? 'tiny' : 'noticeable';
}

const opening: readonly BlockingRow[] = [
  builtin('open', ofPath('noticeable'), 'opens the file, and what is read or written afterwards waits for the disk on the same thread', {
    remedy: wholeBlock,
    example: "'notes.txt'",
  }),
  io('open_code', 'noticeable', 'opens a file with code', { remedy: wholeBlock, example: "'/srv/a.py'" }),
  io('FileIO', ofPath('noticeable'), 'opens the file without a buffer', { remedy: wholeBlock, example: "'a.bin'" }),
  standard('codecs', 'py:codecs.', 'sync-file')('open', ofPath('noticeable'), 'opens the file', { remedy: wholeBlock }),
  os('open', openingDescriptor, 'has the file system open the file', { example: "'a', os_flags" }),
  os('fdopen', 'tiny', 'makes a file object of a descriptor', { example: '3' }),
  os('close', 'tiny', 'has the file system close the file', { example: '3' }),
  os('read', 'tiny', 'waits until a piece of the file has been read', { example: '3, 1024' }),
  os('write', 'tiny', 'waits until the file system has taken a piece of data', { example: "3, b'x'" }),
  os('sendfile', 'noticeable', 'copies a piece of one file to another', { example: '4, 3, 0, 65536' }),
  os('copy_file_range', 'noticeable', 'has the kernel copy a range of the file', { example: '3, 4, 65536' }),
  os('fsync', 'noticeable', 'waits until the disk itself holds everything written to the file', { example: '3' }),
  os('fdatasync', 'noticeable', 'waits until the disk itself holds the data of the file', { example: '3' }),
  os('sync', 'long', 'waits until the disks hold everything that was written'),
  os('lockf', 'unbounded', 'waits until no other process holds the lock', { example: '3, 1, 0' }),
  fcntl('flock', untilLocked, 'waits until no other process holds the lock on the file', { example: 'handle, fcntl.LOCK_EX' }),
  fcntl('lockf', untilLocked, 'waits until no other process holds the lock on a part of the file', { example: 'handle, fcntl.LOCK_EX' }),
];

const content: readonly BlockingRow[] = [
  text('read', piecewise, 'reads the file, all of it unless a size is given'),
  text('readlines', 'noticeable', 'reads all lines of the file'),
  text('readline', 'tiny', 'reads a line of the file'),
  text('readinto', 'tiny', 'fills the buffer from the file', { example: 'buffer' }),
  text('readall', 'noticeable', 'reads the file to its end'),
  text('write', 'noticeable', 'writes to the file', { example: "'x'" }),
  text('writelines', 'noticeable', 'writes all the lines to the file', { example: 'items' }),
  text('flush', 'tiny', 'hands what is buffered to the file system'),
  text('truncate', 'tiny', 'has the file system cut the file', { example: '0' }),
  text('close', 'tiny', 'writes what is buffered and closes the file'),
  text('__iter__', 'noticeable', 'reads the file line by line'),
];

const folders: readonly BlockingRow[] = [
  os('listdir', 'noticeable', 'lists the folder before it returns'),
  os('scandir', 'tiny', 'has the file system open the folder'),
  os('scandir#__iter__', 'noticeable', 'lists the folder entry by entry'),
  os('walk#__iter__', 'long', 'lists every folder of the tree'),
  os('fwalk#__iter__', 'long', 'opens and lists every folder of the tree'),
  os('makedirs', 'tiny', 'has the file system create the folder and those above it', { example: "'a'" }),
  os('removedirs', 'tiny', 'has the file system delete the folder and empty ones above it', { example: "'a'" }),
  os('renames', 'tiny', 'renames the path, and creates and deletes folders around it', { example: "'a', 'b'" }),
  glob('glob', recursiveGlob, 'lists all folders that the pattern may match', { example: "'*.txt'" }),
  glob('iglob#__iter__', 'noticeable', 'lists the folders that the pattern may match one after the other'),
];

const changes: readonly BlockingRow[] = [
  ...each(os, ['remove', 'unlink'], 'tiny', (name) => `has the file system delete the file with the system call behind ${name}`),
  ...each(os, ['rename', 'replace'], 'tiny', (name) => `has the file system ${name} the path`),
  os('rmdir', 'tiny', 'has the file system delete the folder', { example: "'a'" }),
  os('mkdir', 'tiny', 'has the file system create the folder', { example: "'a'" }),
  os('link', 'tiny', 'has the file system give the file a second name', { example: "'a', 'b'" }),
  os('symlink', 'tiny', 'has the file system create a link', { example: "'a', 'b'" }),
  os('mkfifo', 'tiny', 'has the file system create a named pipe', { example: "'a'" }),
  os('chmod', 'tiny', 'has the file system change the permissions of the path', { example: "'a', 0o600" }),
  os('chown', 'tiny', 'has the file system change the owner of the path', { example: "'a', 0, 0" }),
  os('lchown', 'tiny', 'has the file system change the owner of the link itself', { example: "'a', 0, 0" }),
  os('utime', 'tiny', 'has the file system change the times of the path', { example: "'a'" }),
  os('truncate', 'tiny', 'has the file system cut the file', { example: "'a', 0" }),
  os('ftruncate', 'tiny', 'has the file system cut the open file', { example: '3, 0' }),
];

const questions: readonly BlockingRow[] = [
  os('stat', 'tiny', 'asks the file system for the size, times and kind of the path', { example: "'a'" }),
  os('lstat', 'tiny', 'asks the file system about the path without following a link', { example: "'a'" }),
  os('fstat', 'tiny', 'asks the file system about the open file', { example: '3' }),
  os('access', 'tiny', 'asks the file system whether the path may be used', { example: "'a', 4" }),
  os('statvfs', 'tiny', 'asks for the size and the free space of the file system', { example: "'/srv'" }),
  os('readlink', 'tiny', 'asks the file system where the link leads', { example: "'a'" }),
  path('exists', 'tiny', 'asks the file system whether the path exists', { example: "'a'" }),
  path('lexists', 'tiny', 'asks the file system whether the path exists, be it a broken link', { example: "'a'" }),
  path('isfile', 'tiny', 'asks the file system whether the path is a file', { example: "'a'" }),
  path('isdir', 'tiny', 'asks the file system whether the path is a folder', { example: "'a'" }),
  path('islink', 'tiny', 'asks the file system whether the path is a link', { example: "'a'" }),
  path('ismount', 'tiny', 'asks the file system about the path and its parent', { example: "'a'" }),
  path('isjunction', 'tiny', 'asks the file system whether the path is a junction', { example: "'a'", since: 12 }),
  path('getsize', 'tiny', 'asks the file system for the size of the file', { example: "'a'" }),
  ...['getatime', 'getctime', 'getmtime'].map((name) =>
    path(name, 'tiny', `asks the file system for the ${name.replace('get', '')} of the path`, { example: "'a'" }),
  ),
  path('samefile', 'tiny', 'asks the file system about both paths', { example: "'a', 'b'" }),
  path('sameopenfile', 'tiny', 'asks the file system about both open files', { example: '3, 4' }),
  path('realpath', 'tiny', 'asks the file system about every part of the path, to follow its links', { example: "'a'" }),
];

const trees: readonly BlockingRow[] = [
  shutil('copyfileobj', 'noticeable', 'copies one file to another, piece by piece', { example: 'source, target' }),
  shutil('copyfile', 'noticeable', 'copies the content of the file', { example: "'a', 'b'" }),
  shutil('copy', 'noticeable', 'copies the file and its permissions', { example: "'a', 'b'" }),
  shutil('copy2', 'noticeable', 'copies the file with its permissions and times', { example: "'a', 'b'" }),
  shutil('copymode', 'tiny', 'copies the permissions of the path', { example: "'a', 'b'" }),
  shutil('copystat', 'tiny', 'copies permissions, times and flags of the path', { example: "'a', 'b'" }),
  shutil('copytree', 'long', 'copies the whole tree', { example: "'a', 'b'" }),
  shutil('rmtree', 'long', 'deletes the whole tree', { example: "'a'" }),
  shutil('move', 'noticeable', 'renames the path, or copies and deletes it if it goes to another disk', { example: "'a', 'b'" }),
  shutil('make_archive', 'long', 'compresses the whole tree to an archive', { example: "'a', 'zip'" }),
  shutil('unpack_archive', 'long', 'unpacks the whole archive', { example: "'a.zip'" }),
  shutil('disk_usage', 'tiny', 'asks for the free space of the file system', { example: "'/srv'" }),
  shutil('chown', 'tiny', 'has the file system change the owner of the path', { example: "'a', 'user'" }),
  shutil('which', 'tiny', 'looks for the program in every folder of PATH', { example: "'git'" }),
];

const temporaries: readonly BlockingRow[] = [
  temporary('TemporaryFile', 'noticeable', 'creates a file without a name'),
  temporary('NamedTemporaryFile', 'noticeable', 'creates a file under a new name'),
  temporary('TemporaryDirectory', 'tiny', 'creates a folder under a new name'),
  temporary('TemporaryDirectory#__exit__', 'noticeable', 'deletes the folder and everything in it at the end of the block'),
  temporary('TemporaryDirectory#cleanup', 'noticeable', 'deletes the folder and everything in it'),
  temporary('mkdtemp', 'tiny', 'has the file system create a folder under a new name'),
  temporary('mkstemp', 'tiny', 'has the file system create a file under a new name'),
];

const opened = 'py:io.TextIOWrapper#';

export const files: Library = {
  blocking: [...opening, ...content, ...folders, ...changes, ...questions, ...trees, ...temporaries],
  returns: [
    ...give('py:io.BytesIO#', 'py:io.', 'BytesIO'),
    ...give('py:io.StringIO#', 'py:io.', 'StringIO'),
    ...give(opened, 'py:', 'builtins.open', 'io.open_code', 'os.fdopen', 'codecs.open'),
    ...give(opened, 'py:tempfile.', 'TemporaryFile', 'NamedTemporaryFile'),
    ...give(opened, opened, 'buffer:read', 'raw:read', 'file:read'),
  ],
  inherits: extend(opened, 'py:io.FileIO#', 'py:io.BufferedReader#', 'py:io.BufferedWriter#', 'py:io.BufferedRandom#'),
  aliases: same('py:builtins.open', 'py:io.open'),
};
