// Packages that start a process and wait for it. What the package starts by itself ends soon; what the
// caller starts may run for ever.

import type { BlockingRow } from '../../core/knowledge';
import { advice, callback, github, library, promise } from '../builders';
import { untilItEnds } from '../judge';

const execa = library('execa', 'sync-process', github('sindresorhus/execa'));
const clipboard = library('clipboardy', 'sync-process', github('sindresorhus/clipboardy'));
const gateway = library('default-gateway', 'sync-process', github('silverwind/default-gateway'));
const revision = library('git-rev-sync', 'sync-file', github('kurttheviking/git-rev-sync-js'));

const ending = 'starts the program and waits until it has ended';
const revisionNote = 'Ask once, while the program starts, and keep the answer';

const anyCommand: readonly BlockingRow[] = [
  library('cross-spawn', 'sync-process', github('moxystudio/node-cross-spawn'))(
    'sync',
    untilItEnds,
    ending,
    callback('node:child_process.execFile'),
    {
      example: "'npm', ['list']",
    },
  ),
  execa('execaSync', untilItEnds, ending, promise('execa.execa'), { example: "'git', ['status']" }),
  execa('execaCommandSync', untilItEnds, 'starts the command and waits until it has ended', promise('execa.execaCommand')),
  execa('$.sync', 'unbounded', 'starts the command of the template and waits until it has ended', promise('execa.$')),
  library('zx', 'sync-process', github('google/zx'))(
    '$.sync',
    'unbounded',
    'starts a shell and waits until its command has ended',
    promise('zx.$'),
  ),
];

const knownCommands: readonly BlockingRow[] = [
  library('command-exists', 'sync-process', github('mathisonian/command-exists'))(
    'sync',
    'noticeable',
    'starts a shell that looks for the command',
    promise('command-exists'),
  ),
  library('username', 'sync-process', github('sindresorhus/username'))(
    'usernameSync',
    'noticeable',
    'starts a process, on some systems, that asks for the name',
    promise('username.username'),
  ),
  library('node-machine-id', 'sync-process', github('automation-stack/node-machine-id'))(
    'machineIdSync',
    'noticeable',
    'starts a process that asks for the id of the machine',
    promise('node-machine-id.machineId', 'Or ask once, while the program starts'),
  ),
  gateway('gateway4sync', 'noticeable', 'starts a process that asks for the routes', promise('default-gateway.gateway4async')),
  gateway('gateway6sync', 'noticeable', 'starts a process that asks for the routes of IPv6', promise('default-gateway.gateway6async')),
  library('os-locale', 'sync-process', github('sindresorhus/os-locale'))(
    'osLocaleSync',
    'noticeable',
    'starts a process, on some systems, that asks for the locale',
    promise('os-locale.osLocale'),
  ),
  library('shell-env', 'sync-process', github('sindresorhus/shell-env'))(
    'shellEnvSync',
    'long',
    'starts a login shell, with everything that its profile runs',
    promise('shell-env.shellEnv'),
  ),
  library('shell-path', 'sync-process', github('sindresorhus/shell-path'))(
    'shellPathSync',
    'long',
    'starts a login shell, with everything that its profile runs',
    promise('shell-path.shellPath'),
  ),
  clipboard('readSync', 'noticeable', 'starts a process that reads the clipboard', promise('clipboardy.read')),
  clipboard('writeSync', 'noticeable', 'starts a process that fills the clipboard', promise('clipboardy.write')),
  revision('short', 'noticeable', 'reads the files of the repository for its revision', advice(revisionNote)),
  revision('long', 'noticeable', 'reads the files of the repository for its whole revision', advice(revisionNote)),
  revision('branch', 'noticeable', 'reads the files of the repository for its branch', advice(revisionNote)),
  library('git-rev-sync', 'sync-process', github('kurttheviking/git-rev-sync-js'))(
    'tag',
    'noticeable',
    'starts git and waits for its answer',
    advice(revisionNote),
  ),
];

export const npmProcessRows: readonly BlockingRow[] = [...anyCommand, ...knownCommands];
