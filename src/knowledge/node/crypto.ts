// node:crypto. Times are rough figures of one core of a server, so that a class is right to a factor
// of two or so: 2,000 rounds of PBKDF2 a millisecond, 36 ms for scrypt's defaults.

import type { BlockingRow, CallShape, Cost, CostClass } from '../../core/knowledge';
import { called, callback, nameIn, nodeDocs, worker } from '../builders';
import { count, grows, isOn, literal, number, numberOption, takes, unlessCallback } from '../judge';

/** A function with a twin that takes a callback and computes on another thread. */
function crypto(heading: string, cost: BlockingRow['cost'], why: string, rest: Parameters<typeof called>[6] = {}): BlockingRow {
  const name = nameIn(heading);
  const twin = callback(`node:crypto.${name.replace(/Sync$/, '')}`);
  return called('sync-crypto', `node:crypto.${name}`, cost, why, twin, nodeDocs('crypto', `crypto.${heading}`), rest);
}

/** A function that computes on another thread if its last parameter, a callback, is given. */
function either(
  heading: string,
  index: number,
  cost: CostClass | ((call: CallShape) => CostClass | Cost),
  why: string,
  given: string,
): BlockingRow {
  const name = nameIn(heading);
  const same = callback(
    `node:crypto.${name}`,
    'The same function with a callback computes on another thread; `util.promisify` makes it awaitable',
  );
  const link = nodeDocs('crypto', `crypto.${heading}`);
  return called('sync-crypto', `node:crypto.${name}`, unlessCallback(index, cost), why, same, link, {
    example: given,
    harmless: `${given}, () => {}`,
  });
}

/** By the number of rounds, the third argument. */
export function pbkdf2(call: CallShape): CostClass | Cost {
  const rounds = number(call, 2);
  if (rounds === undefined) return 'noticeable';
  return takes(rounds / 2000, `hashes ${count(rounds)} times`);
}

function scrypt(call: CallShape): Cost {
  const n = numberOption(call, 3, 'N', 'cost') ?? 16_384;
  const r = numberOption(call, 3, 'r', 'blockSize') ?? 8;
  const p = numberOption(call, 3, 'p', 'parallelization') ?? 1;
  const ms = (n * r * p * 36) / (16_384 * 8);
  return takes(ms, `fills ${count((n * r * 128) / 1024)} KiB of memory again and again`);
}

function argon2(call: CallShape): CostClass | Cost {
  const memory = numberOption(call, 1, 'memory');
  const passes = numberOption(call, 1, 'passes');
  if (memory === undefined || passes === undefined) return 'long';
  return takes((memory * passes) / 1000, `fills ${count(memory)} KiB of memory ${count(passes)} times`);
}

const cheapKeys = /^(?:ec|ed\d+|x\d+|ml-|dh$)/;

/** Keys on curves and lattices are one random number; RSA and DSA keys are a search for primes. */
function keyPair(call: CallShape): CostClass | Cost {
  const type = literal(call, 0);
  if (typeof type === 'string' && cheapKeys.test(type)) return 'tiny';
  if (typeof type !== 'string' || !/^(?:rsa|dsa)/.test(type)) return 'noticeable';
  const bits = numberOption(call, 1, 'modulusLength');
  if (bits === undefined) return 'long';
  return { class: bits < 2048 ? 'noticeable' : 'long', why: `it searches for primes for a key of ${count(bits)} bits` };
}

function prime(call: CallShape): CostClass | Cost {
  const bits = number(call, 0);
  if (bits === undefined) return 'long';
  const safe = isOn(call, 1, 'safe');
  const small = safe ? bits <= 256 : bits < 768;
  return {
    class: small ? 'noticeable' : 'long',
    why: `it tries random numbers of ${count(bits)} bits until one is a ${safe ? 'safe ' : ''}prime`,
  };
}

/** A Diffie-Hellman object from a number of bits searches for a safe prime; from a prime it does not. */
function newPrime(call: CallShape): Cost | undefined {
  const bits = number(call, 0);
  if (bits === undefined) return undefined;
  return { class: 'unbounded', why: `it searches for a safe prime of ${count(bits)} bits, for seconds or minutes` };
}

function randomness(call: CallShape): CostClass | Cost {
  const bytes = number(call, 0);
  return bytes === undefined ? 'tiny' : takes(bytes / 1_500_000, `makes ${count(bytes)} random bytes`);
}

/** Half a gigabyte in a second: there are processors that do twice as much, and algorithms that do half of that. */
const hashing = { bytes: 500_000, does: 'hashes' } as const;
const inPieces = worker('Or pipe a stream into the hash, which gives the thread back between the pieces');
const megabytes = 'Buffer.alloc(20_000_000)';

const groupNote = 'Or use a group that is known already: `crypto.getDiffieHellman` needs no search';

export const cryptoRows: readonly BlockingRow[] = [
  crypto('pbkdf2Sync(password, salt, iterations, keylen, digest)', pbkdf2, 'hashes the password over and over', {
    example: "'secret', 'salt', 600_000, 32, 'sha256'",
  }),
  crypto('scryptSync(password, salt, keylen[, options])', scrypt, 'derives the key in a way that is slow on purpose', {
    example: "'secret', 'salt', 64",
  }),
  crypto('argon2Sync(algorithm, parameters)', argon2, 'derives the key in a way that is slow and hungry on purpose', {
    since: 24,
    example: "'argon2id', { memory: 65_536, passes: 3 }",
  }),
  crypto('hkdfSync(digest, ikm, salt, info, keylen)', 'tiny', 'derives the key with a few rounds of hashing'),
  crypto('generateKeyPairSync(type, options)', keyPair, 'makes a pair of keys', { example: "'rsa', { modulusLength: 2048 }" }),
  crypto('generateKeySync(type, options)', 'tiny', 'makes a key of random bytes'),
  crypto('generatePrimeSync(size[, options])', prime, 'tries random numbers until one is a prime', { example: '2048' }),
  crypto('checkPrimeSync(candidate[, options])', 'noticeable', 'tests again and again whether the number can be divided'),
  crypto(
    'randomFillSync(buffer[, offset][, size])',
    grows({ of: 0, bytes: 1_500_000, does: 'fills', usual: 'tiny' }),
    'fills the buffer with random bytes',
  ),
  either('randomBytes(size[, callback])', 1, randomness, 'fills a buffer with random bytes', '16'),
  either(
    'sign(algorithm, data, key[, callback])',
    3,
    'tiny',
    'computes with a private key, which takes about a millisecond if it is an RSA key of 2,048 bits',
    "'sha256', data, key",
  ),
  either('verify(algorithm, data, key, signature[, callback])', 4, 'tiny', 'computes with a public key', "'sha256', data, key, signature"),
  called(
    'sync-crypto',
    'node:crypto.Sign#sign',
    'tiny',
    'computes the signature with a private key, which takes about a millisecond if it is an RSA key of 2,048 bits',
    callback('node:crypto.sign'),
    nodeDocs('crypto', 'sign.sign(privateKey[, outputEncoding])'),
  ),
  called(
    'sync-crypto',
    'node:crypto.privateDecrypt',
    'tiny',
    'decrypts with a private key, which takes milliseconds if it is a long RSA key',
    worker('`crypto.subtle.decrypt` with RSA-OAEP computes on another thread, too'),
    nodeDocs('crypto', 'crypto.privateDecrypt(privateKey, buffer)'),
  ),
  called(
    'sync-crypto',
    'node:crypto.privateEncrypt',
    'tiny',
    'encrypts with a private key, which takes milliseconds if it is a long RSA key',
    worker('To sign, `crypto.sign` with a callback computes on another thread'),
    nodeDocs('crypto', 'crypto.privateEncrypt(privateKey, buffer)'),
  ),
  called(
    'sync-crypto',
    'node:crypto.createDiffieHellman',
    newPrime,
    'searches for a safe prime if it is given a number of bits',
    worker(groupNote),
    nodeDocs('crypto', 'crypto.createDiffieHellman(primeLength[, generator])'),
    { example: '2048', harmless: 'prime' },
  ),
  called(
    'sync-crypto',
    'node:crypto.Hash#update',
    grows({ of: 0, ...hashing }),
    'hashes all the data that it is given before it returns',
    inPieces,
    nodeDocs('crypto', 'hash.update(data[, inputEncoding])'),
    { example: megabytes, harmless: 'data' },
  ),
  called(
    'sync-crypto',
    'node:crypto.Hmac#update',
    grows({ of: 0, ...hashing }),
    'hashes all the data that it is given, for a keyed hash, before it returns',
    inPieces,
    nodeDocs('crypto', 'hmac.update(data[, inputEncoding])'),
    { example: megabytes, harmless: 'data' },
  ),
  called(
    'sync-crypto',
    'node:crypto.hash',
    grows({ of: 1, ...hashing }),
    'hashes all the data at once',
    inPieces,
    nodeDocs('crypto', 'crypto.hash(algorithm, data[, options])'),
    { since: 22, example: `'sha256', ${megabytes}`, harmless: "'sha256', data" },
  ),
];
