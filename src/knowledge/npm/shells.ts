// Packages that do the work of a shell in JavaScript: shelljs and fs-jetpack, synchronous unless their
// names or options say otherwise.

import type { BlockingRow, CallShape, Cost, CostClass } from '../../core/knowledge';
import { advice, callback, github, library, promise } from '../builders';
import { isOn, literal, untilItEnds } from '../judge';

const shell = 'https://github.com/shelljs/shelljs#command-reference';
const file = library('shelljs', 'sync-file', shell);
const jetpack = library('fs-jetpack', 'sync-file', github('szwacz/fs-jetpack'));

const functions = (name: string) => advice(`Await \`${name}\` of \`fs.promises\``);

/** With `async: true` or a callback it does not wait. */
function shellCommand(call: CallShape): CostClass | Cost | undefined {
  const waits = !call.spread && !isOn(call, 1, 'async') && !call.isFunction(1) && !call.isFunction(2);
  return waits ? untilItEnds(call) : undefined;
}

/** The first argument may be options: `shell.rm('-rf', path)`. */
function ifRecursive(many: CostClass, one: CostClass): (call: CallShape) => CostClass {
  return (call) => {
    const options = literal(call, 0);
    return typeof options === 'string' && /^-\w*[rR]/.test(options) ? many : one;
  };
}

const shellRows: readonly BlockingRow[] = [
  library('shelljs', 'sync-process', shell)(
    'exec',
    shellCommand,
    'starts a shell and waits until its command has ended',
    callback('shelljs.exec', 'With a callback, or with `async: true`, it does not wait'),
    { example: "'make'", harmless: "'make', { async: true }" },
  ),
  library('shelljs', 'sync-process', shell)(
    'cmd',
    'unbounded',
    'starts a program and waits until it has ended',
    callback('node:child_process.execFile'),
    { example: "'git', 'status'" },
  ),
  file('cp', ifRecursive('long', 'noticeable'), 'copies files, or with `-r` whole trees', functions('cp')),
  file('mv', 'noticeable', 'renames paths, or copies everything below them to another disk', functions('rename')),
  file('rm', ifRecursive('long', 'tiny'), 'deletes files, or with `-r` everything below the paths', functions('rm')),
  file('ls', ifRecursive('long', 'noticeable'), 'lists folders, or with `-R` whole trees', functions('readdir')),
  file('find', 'long', 'walks everything below the paths', functions('readdir')),
  file('cat', 'noticeable', 'reads the whole files', functions('readFile')),
  file('head', 'noticeable', 'reads the files up to the lines that are wanted', functions('readFile')),
  file('tail', 'noticeable', 'reads the whole files for their last lines', functions('readFile')),
  file('sort', 'noticeable', 'reads the whole files and sorts their lines', functions('readFile')),
  file('uniq', 'noticeable', 'reads the whole file and compares its lines', functions('readFile')),
  file('sed', 'noticeable', 'reads the whole files and replaces, or writes them back with `-i`', functions('readFile')),
  file('grep', 'noticeable', 'reads the whole files and searches them', functions('readFile')),
  file('mkdir', 'tiny', 'has the file system create the folders', functions('mkdir')),
  file('touch', 'tiny', 'has the file system create the files or change their times', functions('utimes')),
  file(
    'chmod',
    ifRecursive('long', 'tiny'),
    'has the file system change permissions, or with `-R` those of whole trees',
    functions('chmod'),
  ),
  file('ln', 'tiny', 'has the file system create a link', functions('symlink')),
  file('test', 'tiny', 'asks the file system about the path', functions('stat')),
  file('which', 'tiny', 'asks each folder of the search path whether the program is there', promise('which')),
  file('tempdir', 'tiny', 'asks the file system which folder can be written to', advice('Call `os.tmpdir`')),
  file('ShellString#to', 'noticeable', 'writes the whole text to the file', functions('writeFile')),
  file('ShellString#toEnd', 'noticeable', 'writes the text to the end of the file', functions('appendFile')),
];

const jetpackRows: readonly BlockingRow[] = [
  jetpack('read', 'noticeable', 'reads the whole file', promise('fs-jetpack.readAsync')),
  jetpack('write', 'noticeable', 'creates the folders and writes the whole file', promise('fs-jetpack.writeAsync')),
  jetpack('append', 'noticeable', 'writes the data to the end of the file', promise('fs-jetpack.appendAsync')),
  jetpack('copy', 'long', 'copies the file or the whole tree', promise('fs-jetpack.copyAsync')),
  jetpack('move', 'tiny', 'has the file system rename the path', promise('fs-jetpack.moveAsync')),
  jetpack('remove', 'long', 'deletes everything below the path', promise('fs-jetpack.removeAsync')),
  jetpack('find', 'long', 'walks everything below the folder', promise('fs-jetpack.findAsync')),
  jetpack('list', 'noticeable', 'lists the folder', promise('fs-jetpack.listAsync')),
  jetpack('inspectTree', 'long', 'walks everything below the folder and asks about each file', promise('fs-jetpack.inspectTreeAsync')),
  jetpack('inspect', 'tiny', 'asks the file system about the path', promise('fs-jetpack.inspectAsync')),
  jetpack('exists', 'tiny', 'asks the file system whether the path exists', promise('fs-jetpack.existsAsync')),
  jetpack('dir', 'tiny', 'has the file system create the folder, or empty it', promise('fs-jetpack.dirAsync')),
  jetpack('file', 'tiny', 'has the file system create the file, or write its content', promise('fs-jetpack.fileAsync')),
  jetpack('rename', 'tiny', 'has the file system change the name of the path', promise('fs-jetpack.renameAsync')),
  jetpack('symlink', 'tiny', 'has the file system create a link', promise('fs-jetpack.symlinkAsync')),
];

export const shellLikeRows: readonly BlockingRow[] = [...shellRows, ...jetpackRows];
