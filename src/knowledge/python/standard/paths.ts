// pathlib: the file system behind the methods of a path. What only computes with the text of the path
// (`parent`, `joinpath`, `/`) has no row; `iterdir`, `glob` and `walk` wait when somebody goes through them.

import type { BlockingRow } from '../../../core/knowledge';
import { chains, each, give, type Library, same, standard, thread } from '../rows';

const path = standard('pathlib', 'py:pathlib.Path#', 'sync-file');
const lazily = standard('pathlib', 'py:pathlib.Path.', 'sync-file');

const content: readonly BlockingRow[] = [
  path('open', 'noticeable', 'opens the file, and what is read or written afterwards waits for the disk on the same thread', {
    remedy: thread('Put the whole block that opens, reads and closes the file into one function, and hand that over'),
  }),
  path('read_text', 'noticeable', 'reads the whole file as text'),
  path('read_bytes', 'noticeable', 'reads the whole file'),
  path('write_text', 'noticeable', 'writes the whole file as text', { example: "'x'" }),
  path('write_bytes', 'noticeable', 'writes the whole file', { example: "b'x'" }),
  path('copy', 'noticeable', 'copies the file, or the tree', { since: 14, example: "'b'" }),
  path('copy_into', 'noticeable', 'copies the file, or the tree, into the folder', { since: 14, example: "'b'" }),
  path('move', 'noticeable', 'renames the path, or copies and deletes it if it goes to another disk', { since: 14, example: "'b'" }),
  path('move_into', 'noticeable', 'moves the path into the folder, by copying it if that is on another disk', {
    since: 14,
    example: "'b'",
  }),
];

const folders: readonly BlockingRow[] = [
  lazily('iterdir#__iter__', 'noticeable', 'lists the folder'),
  lazily('glob#__iter__', 'noticeable', 'lists the folders that the pattern may match'),
  lazily('rglob#__iter__', 'long', 'lists every folder of the tree'),
  lazily('walk#__iter__', 'long', 'lists every folder of the tree, one after the other', { since: 12 }),
];

const changes: readonly BlockingRow[] = [
  path('touch', 'tiny', 'has the file system create the file or change its times'),
  path('mkdir', 'tiny', 'has the file system create the folder'),
  path('unlink', 'tiny', 'has the file system delete the file'),
  path('rmdir', 'tiny', 'has the file system delete the folder'),
  ...each(path, ['rename', 'replace'], 'tiny', (name) => `has the file system ${name} the path`),
  path('chmod', 'tiny', 'has the file system change the permissions of the path', { example: '0o600' }),
  path('lchmod', 'tiny', 'has the file system change the permissions of the link itself', { example: '0o600' }),
  path('symlink_to', 'tiny', 'has the file system create a link', { example: "'b'" }),
  path('hardlink_to', 'tiny', 'has the file system give the file a second name', { since: 10, example: "'b'" }),
  path('link_to', 'tiny', 'has the file system give the file another name', { until: 11, example: "'b'" }),
];

const questions: readonly BlockingRow[] = [
  path('exists', 'tiny', 'asks the file system whether the path exists'),
  path('is_file', 'tiny', 'asks the file system whether the path is a file'),
  path('is_dir', 'tiny', 'asks the file system whether the path is a folder'),
  path('is_symlink', 'tiny', 'asks the file system whether the path is a link'),
  path('is_junction', 'tiny', 'asks the file system whether the path is a junction', { since: 12 }),
  path('is_mount', 'tiny', 'asks the file system about the path and its parent'),
  path('is_socket', 'tiny', 'asks the file system whether the path is a socket'),
  path('is_fifo', 'tiny', 'asks the file system whether the path is a named pipe'),
  path('is_block_device', 'tiny', 'asks the file system whether the path is a block device'),
  path('is_char_device', 'tiny', 'asks the file system whether the path is a character device'),
  path('stat', 'tiny', 'asks the file system for the size, times and kind of the path'),
  path('lstat', 'tiny', 'asks the file system about the path without following a link'),
  path('owner', 'tiny', 'asks the file system for the owner, and the system for the name'),
  path('group', 'tiny', 'asks the file system for the group, and the system for the name'),
  path('samefile', 'tiny', 'asks the file system about both paths', { example: "'b'" }),
  path('resolve', 'tiny', 'asks the file system about every part of the path, to follow its links'),
  path('readlink', 'tiny', 'asks the file system where the link leads'),
];

const one = 'py:pathlib.Path#';

export const paths: Library = {
  blocking: [...content, ...folders, ...changes, ...questions],
  returns: [
    ...chains(one, 'absolute', 'expanduser', 'joinpath', 'parent:read', 'readlink', 'rename', 'replace', 'relative_to', 'resolve'),
    ...chains(one, 'with_name', 'with_stem', 'with_suffix', '__truediv__', '__rtruediv__'),
    ...give(one, 'py:pathlib.Path.', 'cwd', 'home'),
    ...['iterdir', 'glob', 'rglob', 'walk'].flatMap((name) => give(`py:pathlib.Path.${name}#`, one, name)),
    ...give(one, 'py:pathlib.Path.', 'iterdir#__next__', 'glob#__next__', 'rglob#__next__'),
    ...give('py:io.TextIOWrapper#', one, 'open'),
  ],
  aliases: same('py:pathlib.Path', 'py:pathlib.PosixPath', 'py:pathlib.WindowsPath'),
};
