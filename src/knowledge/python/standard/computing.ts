// What computes, and what waits for time or for a person. Of one text of usual size nothing is said to
// be slow; hashing a password is slow on purpose. Times are rough figures of one core of a server.

import type { BlockingRow, CallShape, Cost, CostClass } from '../../../core/knowledge';
import { advice, promise } from '../../builders';
import { about, classOf, count } from '../../judge';
import { literal, number, seconds } from '../judge';
import { each, type Library, process, standard, thread } from '../rows';

const held = { gil: 'held', remedy: process('It pays for large data only') } as const;
const released = { gil: 'released' } as const;

const hashlib = standard('hashlib', 'py:hashlib.', 'sync-crypto', released);
const imports = standard('importlib', 'py:importlib.', 'sync-import', {
  remedy: thread('Or import it at the top of the module, while the program starts'),
});
const platform = standard('platform', 'py:platform.', 'sync-process', { remedy: thread('Or ask once, while the program starts') });
const person = advice('Read it on another thread: `await asyncio.to_thread(input)`');

/** By the number of rounds: 3,500 of SHA-256 a millisecond. */
function pbkdf2(call: CallShape): CostClass | Cost {
  const rounds = number(call, 3, 'iterations');
  if (rounds === undefined) return 'long';
  const ms = rounds / 3500;
  return { class: classOf(ms), why: `it hashes ${count(rounds)} times, ${about(ms)}` };
}

/** By the memory that it fills: 16,384 blocks of 1 KiB in 43 ms. */
function scrypt(call: CallShape): CostClass | Cost {
  const [n, r, p] = ['n', 'r', 'p'].map((name) => literal(call.keyword(name)));
  if (typeof n !== 'number' || typeof r !== 'number' || typeof p !== 'number') return 'noticeable';
  const ms = (n * r * p * 43) / (16_384 * 8);
  return { class: classOf(ms), why: `it fills ${count((n * r * 128) / 1024)} KiB of memory, ${about(ms)}` };
}

/** A module by its literal name is mostly loaded already; one of a computed name is new. */
function importing(call: CallShape): CostClass {
  const name = call.arg(0, 'name');
  return typeof literal(name) === 'string' ? 'tiny' : 'noticeable';
}

const hashing: readonly BlockingRow[] = [
  hashlib('pbkdf2_hmac', pbkdf2, 'hashes the password over and over', { example: "'sha256', b'a', b'b', 600_000" }),
  hashlib('scrypt', scrypt, 'derives the key in a way that is slow on purpose', { example: "b'a', salt=b'b', n=16384, r=8, p=1" }),
  hashlib('file_digest', 'noticeable', 'reads the whole file and hashes it', { since: 11, example: "handle, 'sha256'" }),
];

const waiting: readonly BlockingRow[] = [
  standard('time', 'py:time.', 'sleep', { remedy: promise('py:asyncio.sleep') })('sleep', seconds(), 'sleeps on the thread of the loop', {
    example: '1',
    harmless: '0',
  }),
  standard('functions', 'py:builtins.', 'user-prompt', { remedy: person })('input', 'unbounded', 'waits until a person has typed a line'),
  standard('getpass', 'py:getpass.', 'user-prompt', { remedy: person })(
    'getpass',
    'unbounded',
    'waits until a person has typed a password',
  ),
  standard('webbrowser', 'py:webbrowser.', 'sync-process')(
    'open',
    'noticeable',
    'starts a browser, and waits for it if it runs in the terminal',
    {
      example: "'https://a/'",
    },
  ),
  ...each(
    standard('webbrowser', 'py:webbrowser.', 'sync-process'),
    ['open_new', 'open_new_tab'],
    'noticeable',
    (name) => `starts a browser, as ${name} says`,
  ),
  standard('pdb', 'py:pdb.', 'user-prompt', { remedy: advice('Take it out before the program serves') })(
    'set_trace',
    'unbounded',
    'waits for the commands of a person',
  ),
  standard('functions', 'py:builtins.', 'user-prompt', { remedy: advice('Take it out before the program serves') })(
    'breakpoint',
    'unbounded',
    'waits for the commands of a person in the debugger',
  ),
];

const loading: readonly BlockingRow[] = [
  imports('import_module', importing, 'looks for the module, reads it and runs it, if it is not loaded yet', {
    remembered: true,
    example: 'name',
  }),
  imports('reload', 'noticeable', 'reads the module and runs it again', { example: 'data' }),
  standard('functions', 'py:builtins.', 'sync-import')('__import__', importing, 'looks for the module, reads it and runs it', {
    remembered: true,
    example: 'name',
  }),
  platform('platform', 'noticeable', 'looks into the interpreter and may start a process, when it is asked first'),
  platform('processor', 'noticeable', 'starts the program `uname` when it is asked first'),
  platform('libc_ver', 'noticeable', 'reads the interpreter itself'),
  platform('freedesktop_os_release', 'tiny', 'reads the file that names the distribution', { since: 10 }),
  standard('uuid', 'py:uuid.', 'sync-process', { remedy: advice('Use `uuid4`, or ask once, while the program starts') })(
    'getnode',
    'noticeable',
    'asks programs for the address of the computer, when it is asked first',
  ),
];

const computing: readonly BlockingRow[] = [
  standard('copy', 'py:copy.', 'cpu-call', held)('deepcopy', 'tiny', 'copies the object and everything that it holds', { example: 'data' }),
  standard('timeit', 'py:timeit.', 'cpu-call', held)('timeit', 'long', 'runs the code again and again', { example: "'1'" }),
  standard('gc', 'py:gc.', 'cpu-call', { gil: 'held', remedy: advice('Leave it to the interpreter, or call `gc.freeze` once at startup') })(
    'collect',
    'noticeable',
    'looks at every object of the program',
  ),
  standard('difflib', 'py:difflib.', 'cpu-call', held)('get_close_matches', 'noticeable', 'compares the word with every other one', {
    example: "'a', data",
  }),
  standard('difflib', 'py:difflib.', 'cpu-call', held)('SequenceMatcher#ratio', 'noticeable', 'compares both sequences, in quadratic time'),
  standard('difflib', 'py:difflib.', 'cpu-call', held)('HtmlDiff#make_file', 'noticeable', 'compares both texts and writes a page', {
    example: 'data, data',
  }),
];

export const computingAndWaiting: Library = { blocking: [...hashing, ...waiting, ...loading, ...computing] };
