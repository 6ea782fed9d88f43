// Deno's own functions that wait. Each has a twin without `Sync` in its name that leaves the thread.

import type { BlockingRow, CallShape, CostClass } from '../../core/knowledge';
import { advice, called, iterator, promise } from '../builders';

const docs = 'https://docs.deno.com/api/deno/~/Deno.';

type Rest = Pick<BlockingRow, 'example'> & { readonly remedy?: BlockingRow['remedy'] };

/** A function of `Deno`; its way out is the function of that name without `Sync`. */
function file(name: string, cost: BlockingRow['cost'], why: string, { remedy, ...rest }: Rest = {}): BlockingRow {
  const twin = promise(`global.Deno.${name.replace(/Sync$/, '')}`);
  return called('sync-file', `global.Deno.${name}`, cost, why, remedy ?? twin, docs + name, rest);
}

/** A method of an open file. */
function open(name: string, cost: BlockingRow['cost'], why: string): BlockingRow {
  return called(
    'sync-file',
    `global.Deno.FsFile#${name}`,
    cost,
    why,
    promise(`global.Deno.FsFile#${name.replace(/Sync$/, '')}`),
    `${docs}FsFile`,
  );
}

/** One piece is little, but pieces are moved in loops until a whole file is through. */
function piecewise({ inLoop }: CallShape): CostClass {
  return inLoop ? 'noticeable' : 'tiny';
}

function tree(call: CallShape): CostClass {
  const recursive = call.option(1, 'recursive');
  return recursive?.kind === 'literal' && recursive.value === true ? 'long' : 'tiny';
}

const contents: readonly BlockingRow[] = [
  file('readTextFileSync', 'noticeable', 'reads the whole file as text before Deno goes on', { example: "'notes.txt'" }),
  file('readFileSync', 'noticeable', 'reads all bytes of the file before Deno goes on'),
  file('writeTextFileSync', 'noticeable', 'writes the whole text to the file before Deno goes on'),
  file('writeFileSync', 'noticeable', 'writes all bytes to the file before Deno goes on'),
  file('copyFileSync', 'noticeable', 'copies the whole file before Deno goes on'),
  file('readDirSync', 'noticeable', 'lists the folder, waiting for the disk with each piece of it', {
    remedy: iterator('global.Deno.readDir'),
  }),
];

const paths: readonly BlockingRow[] = [
  file('openSync', 'tiny', 'opens the file, waiting for the file system'),
  file('createSync', 'tiny', 'creates or empties the file, waiting for the file system'),
  file('statSync', 'tiny', 'asks the file system about the path, links followed'),
  file('lstatSync', 'tiny', 'asks the file system about the path itself'),
  file('realPathSync', 'tiny', 'asks the file system about every link on the way to the path'),
  file('mkdirSync', 'tiny', 'creates the folder, waiting for the file system'),
  file('removeSync', tree, 'removes what the path names, with `recursive` the whole tree', { example: "'tmp', { recursive: true }" }),
  file('renameSync', 'tiny', 'moves the path, waiting for the file system'),
  file('linkSync', 'tiny', 'makes a hard link, waiting for the file system'),
  file('symlinkSync', 'tiny', 'makes a symbolic link, waiting for the file system'),
  file('readLinkSync', 'tiny', 'reads where the link leads, waiting for the file system'),
  file('truncateSync', 'tiny', 'cuts or extends the file at the path, waiting for the file system'),
  file('chmodSync', 'tiny', 'changes the permissions of the path, waiting for the file system'),
  file('chownSync', 'tiny', 'changes the owner of the path, waiting for the file system'),
  file('utimeSync', 'tiny', 'changes the times of the path, waiting for the file system'),
  file('makeTempDirSync', 'tiny', 'makes a folder with a name of its own, waiting for the file system'),
  file('makeTempFileSync', 'tiny', 'makes a file with a name of its own, waiting for the file system'),
];

const openFiles: readonly BlockingRow[] = [
  open('readSync', piecewise, 'reads a piece of the file before Deno goes on'),
  open('writeSync', piecewise, 'writes a piece of the file before Deno goes on'),
  open('truncateSync', 'tiny', 'cuts or extends the open file, waiting for the file system'),
  open('seekSync', 'tiny', 'moves the position in the open file'),
  open('statSync', 'tiny', 'asks the file system about the file that is open'),
  open('utimeSync', 'tiny', 'changes the times of the open file'),
  open('syncSync', 'noticeable', 'waits until the disk holds the file and all that is known of it'),
  open('syncDataSync', 'noticeable', 'waits until the disk holds the content of the file'),
  open('lockSync', 'unbounded', 'waits until no other process holds a lock on the file'),
  open('unlockSync', 'tiny', 'gives up the lock on the file'),
];

const streams: readonly BlockingRow[] = [
  called(
    'sync-file',
    'global.Deno.stdin.readSync',
    'unbounded',
    'waits until whoever is at the other end of standard input has written',
    promise('global.Deno.stdin.read'),
    `${docs}stdin`,
  ),
  ...['stdout', 'stderr'].map((name) =>
    called(
      'sync-file',
      `global.Deno.${name}.writeSync`,
      'tiny',
      `writes to ${name === 'stdout' ? 'standard output' : 'standard error'}, and waits where a pipe is full`,
      promise(`global.Deno.${name}.write`),
      docs + name,
    ),
  ),
];

const processes: readonly BlockingRow[] = [
  called(
    'sync-process',
    'global.Deno.Command#outputSync',
    'unbounded',
    'starts the command and waits until it has ended',
    promise('global.Deno.Command#output'),
    `${docs}Command`,
  ),
  called(
    'sync-process',
    'global.Deno.spawnAndWaitSync',
    'unbounded',
    'starts a program under Deno and waits until it has ended',
    promise('global.Deno.spawnAndWait'),
    `${docs}spawnAndWaitSync`,
    { example: "'git'" },
  ),
  called(
    'user-prompt',
    'global.Deno.Permissions#requestSync',
    'unbounded',
    'waits until a person has allowed or denied it',
    promise('global.Deno.Permissions#request', 'Or give the permission when the program is started, with a flag'),
    `${docs}Permissions`,
  ),
  called(
    'sync-import',
    'global.Deno.dlopen',
    'noticeable',
    'loads a native library from disk and lets it initialize',
    advice('Load the library once, at startup'),
    `${docs}dlopen`,
  ),
];

export const denoRows: readonly BlockingRow[] = [...contents, ...paths, ...openFiles, ...streams, ...processes];
