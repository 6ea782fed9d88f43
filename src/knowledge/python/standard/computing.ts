// What computes, and what waits for time or for a person. Of one text of usual size nothing is said to
// be slow; hashing a password is slow on purpose. Times are rough figures of one core of a server.

import type { BlockingRow, CallShape, Cost, CostClass } from '../../../core/knowledge';
import { advice, promise } from '../../builders';
import { count, grows, takes } from '../../judge';
import { literal, number, seconds } from '../judge';
import { each, give, type Library, operations, process, pythonDocs, standard, thread } from '../rows';

const held = { gil: 'held', remedy: process('It pays for large data only') } as const;
const released = { gil: 'released' } as const;

const hashlib = standard('hashlib', 'py:hashlib.', 'sync-crypto', released);
const imports = standard('importlib', 'py:importlib.', 'sync-import', {
  remedy: thread('Or import it at the top of the module, while the program starts'),
});
const platform = standard('platform', 'py:platform.', 'sync-process', { remedy: thread('Or ask once, while the program starts') });
const person = advice('Read it on another thread: `await asyncio.to_thread(input)`');

/** By the number of rounds: 2,500 of SHA-256 a millisecond. */
function pbkdf2(call: CallShape): CostClass | Cost {
  const rounds = number(call, 3, 'iterations');
  if (rounds === undefined) return 'long';
  return takes(rounds / 2500, `hashes ${count(rounds)} times`);
}

/** By the memory that it fills: 16,384 blocks of 1 KiB in 43 ms. */
function scrypt(call: CallShape): CostClass | Cost {
  const [n, r, p] = ['n', 'r', 'p'].map((name) => literal(call.keyword(name)));
  if (typeof n !== 'number' || typeof r !== 'number' || typeof p !== 'number') return 'noticeable';
  const ms = (n * r * p * 43) / (16_384 * 8);
  return takes(ms, `fills ${count((n * r * 128) / 1024)} KiB of memory`);
}

/** Faster than the square of the number, and slower than the number: 3 ms for 10,000. */
function factorial(call: CallShape): CostClass | Cost | undefined {
  const n = number(call, 0);
  if (n === undefined) return undefined;
  const cost = takes(4 * (n / 10_000) ** 1.8, `multiplies ${count(n)} numbers, which get longer and longer`);
  return cost.class === 'tiny' ? undefined : cost;
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
  standard('copy', 'py:copy.', 'cpu-call', held)(
    'deepcopy',
    grows({ of: 0, bytes: 8_000, elements: 1_500, does: 'copies', usual: 'tiny' }),
    'copies the object and everything that it holds',
    { example: 'data' },
  ),
  standard('timeit', 'py:timeit.', 'cpu-call', held)('timeit', 'long', 'runs the code again and again', { example: "'1'" }),
  standard('gc', 'py:gc.', 'cpu-call', { gil: 'held', remedy: advice('Leave it to the interpreter, or call `gc.freeze` once at startup') })(
    'collect',
    'noticeable',
    'looks at every object of the program',
  ),
  standard('difflib', 'py:difflib.', 'cpu-call', held)('get_close_matches', 'tiny', 'compares the word with every other one', {
    example: "'a', data",
  }),
  standard('difflib', 'py:difflib.', 'cpu-call', held)('SequenceMatcher#ratio', 'tiny', 'compares both sequences, in quadratic time'),
  standard('difflib', 'py:difflib.', 'cpu-call', held)('HtmlDiff#make_file', 'noticeable', 'compares both texts and writes a page', {
    example: 'data, data',
  }),
];

/** Half a gigabyte in a second: there are processors that do twice as much, and algorithms that do half of that. */
const digest = { bytes: 500_000, does: 'hashes' } as const;
const algorithms = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256', 'sha3_512', 'blake2b', 'blake2s'];
const megabytes = 'bytes(10_000_000)';
const numbers = 'range(10_000_000)';

const digests: readonly BlockingRow[] = [
  ...algorithms.map((name) =>
    hashlib(name, grows({ of: 0, ...digest, keyword: 'data' }), `hashes all the data at once, by ${name}`, {
      example: megabytes,
      harmless: 'data',
    }),
  ),
  hashlib('new', grows({ of: 1, ...digest, keyword: 'data' }), 'hashes all the data that the new hash is given', {
    example: `'md5', ${megabytes}`,
    harmless: "'md5', data",
  }),
  operations('py:_hashlib.', 'sync-crypto', pythonDocs('hashlib', 'py:hashlib.hash.update'), released)(
    'HASH#update',
    grows({ of: 0, ...digest }),
    'hashes all the data that it is given more',
    { example: megabytes, harmless: 'data' },
  ),
];

const json = standard('json', 'py:json.', 'cpu-call', held);
const pickle = standard('pickle', 'py:pickle.', 'cpu-call', held);
const base64 = standard('base64', 'py:base64.', 'cpu-call', held);
const random = standard('random', 'py:random.', 'cpu-call', held);
const statistics = standard('statistics', 'py:statistics.', 'cpu-call', held);
const functions = standard('functions', 'py:builtins.', 'cpu-call', held);
const lists = standard('stdtypes', 'py:builtins.list#', 'cpu-call', held);

/** Of one value of usual size these take microseconds: they are told only where it is seen to be large, or may be. */
const data: readonly BlockingRow[] = [
  json('loads', grows({ of: 0, bytes: 40_000, elements: 10_000, does: 'parses' }), 'parses the whole text', {
    example: "'0' * 10_000_000",
    harmless: 'data',
  }),
  json('dumps', grows({ of: 0, bytes: 40_000, elements: 5_000, does: 'turns into text' }), 'turns the whole value into text', {
    example: '[0] * 10_000_000',
    harmless: 'data',
  }),
  pickle('loads', grows({ of: 0, bytes: 20_000, elements: 20_000, does: 'builds the objects of' }), 'builds all the objects', {
    example: megabytes,
    harmless: 'data',
  }),
  pickle('dumps', grows({ of: 0, bytes: 60_000, elements: 25_000, does: 'turns into bytes' }), 'turns all the objects into bytes', {
    example: '[0] * 10_000_000',
    harmless: 'data',
  }),
  ...each(
    base64,
    ['b64encode', 'b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode'],
    grows({ of: 0, bytes: 250_000, does: 'goes through' }),
    (name) => `goes through all the bytes in ${name}`,
  ).map((row) => ({ ...row, example: megabytes, harmless: 'data' })),
  functions('sorted', grows({ of: 0, elements: 3_000, does: 'sorts' }), 'compares the elements with each other', {
    example: numbers,
    harmless: 'data',
  }),
  lists('sort', grows({ of: 'receiver', elements: 3_000, does: 'sorts' }), 'compares the elements with each other, to sort them in place', {
    receiver: '[0] * 10_000_000',
  }),
  ...each(
    functions,
    ['sum', 'min', 'max', 'list', 'tuple', 'set'],
    grows({ of: 0, elements: 20_000, does: 'goes through' }),
    (name) => `goes through all the elements for ${name}`,
  ).map((row) => ({ ...row, example: numbers, harmless: 'data' })),
  random('shuffle', grows({ of: 0, elements: 2_500, does: 'shuffles' }), 'moves every element', {
    example: '[0] * 10_000_000',
    harmless: 'data',
  }),
  ...each(
    statistics,
    ['mean', 'median', 'stdev', 'variance', 'mode', 'quantiles'],
    grows({ of: 0, elements: 1_000, does: 'goes through' }),
    (name) => `goes through all the numbers, exactly, for the ${name}`,
  ).map((row) => ({ ...row, example: numbers, harmless: 'data' })),
  standard('math', 'py:math.', 'cpu-call', held)('factorial', factorial, 'multiplies all the numbers up to it', {
    example: '100_000',
    harmless: '10',
  }),
  standard('ast', 'py:ast.', 'cpu-call', held)(
    'parse',
    grows({ of: 0, bytes: 400, does: 'parses' }),
    'parses the whole program to a tree of objects',
    { example: "'a = 1;' * 100_000", harmless: 'data' },
  ),
];

export const computingAndWaiting: Library = {
  blocking: [...hashing, ...waiting, ...loading, ...computing, ...digests, ...data],
  returns: give('py:_hashlib.HASH#', 'py:hashlib.', ...algorithms, 'new'),
};
