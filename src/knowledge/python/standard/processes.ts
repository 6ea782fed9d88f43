// Other processes: starting one takes milliseconds, waiting for one takes as long as it likes.

import { advice, promise } from '../../builders';
import type { BlockingRow, CallShape, CostClass } from '../../../core/knowledge';
import { lastName, upTo } from '../judge';
import { chains, each, give, type Library, methods, standard } from '../rows';

const start = promise('py:asyncio.create_subprocess_exec', 'Then await `communicate()` or `wait()` of the process that it brings');
const shell = promise('py:asyncio.create_subprocess_shell', 'Then await `communicate()` or `wait()` of the process that it brings');

const subprocess = standard('subprocess', 'py:subprocess.', 'sync-process', { remedy: start });
const os = standard('os', 'py:os.', 'sync-process', { remedy: start });
const signal = standard('signal', 'py:signal.', 'thread-wait', { remedy: advice('Have the loop call you: `loop.add_signal_handler`') });

const command = "['make']";

const runs: readonly BlockingRow[] = [
  subprocess('run', upTo(undefined), 'starts the process and waits until it ends', { example: command }),
  subprocess('call', upTo(undefined), 'starts the process and waits for its exit status', { example: command }),
  subprocess('check_call', upTo(undefined), 'starts the process, waits until it ends and checks its exit status', { example: command }),
  subprocess('check_output', upTo(undefined), 'starts the process, waits until it ends and collects what it prints', { example: command }),
  subprocess('getoutput', 'unbounded', 'runs the command in a shell and waits for what it prints', { remedy: shell, example: "'make'" }),
  subprocess('getstatusoutput', 'unbounded', 'runs the command in a shell and waits for what it prints and its exit status', {
    remedy: shell,
    example: "'make'",
  }),
  subprocess('Popen', 'noticeable', 'copies this process and waits until the program is loaded', { example: command }),
  subprocess('Popen#wait', upTo(0), 'waits until the process ends'),
  subprocess('Popen#communicate', upTo(1), 'reads what the process prints until it ends'),
  subprocess('Popen#__exit__', 'unbounded', 'waits at the end of the block until the process ends'),
  ...methods(
    subprocess,
    'Popen.stdout#',
    ['read', 'readline', 'readlines', '__iter__'],
    'unbounded',
    (name) => `waits until the process prints, in ${name.replaceAll('_', '')}`,
  ),
];

/** `os.P_NOWAIT` starts the process and goes on. */
function unlessNoWait(call: CallShape): CostClass {
  return lastName(call.arg(0, 'mode'))?.startsWith('P_NOWAIT') === true ? 'noticeable' : 'unbounded';
}

const system: readonly BlockingRow[] = [
  os('system', 'unbounded', 'runs the command in a shell and waits until it ends', { remedy: shell, example: "'make'" }),
  os('popen', 'noticeable', 'starts a shell with the command', { remedy: shell, example: "'make'" }),
  ...each(
    os,
    ['spawnl', 'spawnle', 'spawnlp', 'spawnlpe', 'spawnv', 'spawnve', 'spawnvp', 'spawnvpe'],
    unlessNoWait,
    (name) => `starts the process as ${name} does, and waits until it ends if its mode says so`,
  ),
  ...each(os, ['posix_spawn', 'posix_spawnp'], 'noticeable', (name) => `starts the process by the system call behind ${name}`),
  os('fork', 'noticeable', 'copies this process'),
  os('forkpty', 'noticeable', 'copies this process and gives the copy a terminal of its own'),
  os('wait', 'unbounded', 'waits until any child process ends'),
  ...each(os, ['wait3', 'wait4', 'waitid', 'waitpid'], unlessNoHang, (name) => `waits until a child process ends, by ${name}`),
  standard('pty', 'py:pty.', 'sync-process', { remedy: start })(
    'spawn',
    'unbounded',
    'runs the program in a terminal and waits until it ends',
    {
      example: command,
    },
  ),
];

/** `WNOHANG` only asks. */
function unlessNoHang(call: CallShape): CostClass | undefined {
  const flags = [call.arg(0), call.arg(1), call.arg(2)].map(lastName);
  return flags.includes('WNOHANG') ? undefined : 'unbounded';
}

const signals: readonly BlockingRow[] = [
  signal('pause', 'unbounded', 'waits until a signal arrives'),
  signal('sigwait', 'unbounded', 'waits until one of the signals arrives', { example: '[2]' }),
  signal('sigwaitinfo', 'unbounded', 'waits until one of the signals arrives, and tells about it', { example: '[2]' }),
  signal('sigtimedwait', upTo(1), 'waits until one of the signals arrives, for a while', { example: '[2], 5' }),
];

export const processes: Library = {
  blocking: [...runs, ...system, ...signals],
  returns: [
    ...chains('py:subprocess.Popen#', '__enter__'),
    ...give('py:subprocess.Popen.stdout#', 'py:subprocess.Popen#', 'stdout:read', 'stderr:read'),
    ...give('py:subprocess.Popen.stdout#', 'py:os.', 'popen'),
  ],
};
