// Cryptography in JavaScript and WebAssembly, and native modules with a synchronous variant. Node's own
// functions do the same on another thread.

import type { BlockingRow, CallShape, Cost, CostClass, Remedy } from '../../core/knowledge';
import { callback, github, library, promise, used, worker } from '../builders';
import { addsUp, about, classOf, count, number, numberOption, unlessCallback } from '../judge';
import { pbkdf2 } from '../node/crypto';

const forge = library('node-forge', 'sync-crypto', github('digitalbazaar/forge'));
const nacl = library('tweetnacl', 'sync-crypto', github('dchest/tweetnacl-js'));
const wasm = library('hash-wasm', 'sync-crypto', github('Daninet/hash-wasm'));
const argon2 = library('@node-rs/argon2', 'sync-crypto', github('napi-rs/node-rs'));
const nodeRsa = library('node-rsa', 'sync-crypto', github('rzcoder/node-rsa'));
const ethers = library('ethers', 'sync-crypto', 'https://docs.ethers.org/v6/api/wallet/');
const tokens = library('jsonwebtoken', 'sync-crypto', github('auth0/node-jsonwebtoken'));

const nodePbkdf2 = callback('node:crypto.pbkdf2');
const nodeScrypt = callback('node:crypto.scrypt');
const nodeKeyPair = callback('node:crypto.generateKeyPair');
const inSlices: Remedy = worker('Its promise computes on the loop too, in pieces');
const ed25519: Remedy = worker('`crypto.sign` with a callback and an Ed25519 key computes on another thread');
const sealing: Remedy = worker('`crypto.subtle` agrees on X25519 keys on another thread');
const tokenRemedy = worker('Its callback form computes on the loop all the same; the package `jose` signs on another thread');

/** From version 5 on it gives a promise, and makes the key on another thread. */
function certificate(call: CallShape): CostClass | Cost | undefined {
  return call.awaited ? undefined : unlessCallback(2, 'long')(call);
}

/** The usual keyed hashes take microseconds, RSA keys a millisecond. */
function withRsa(algorithms: (call: CallShape) => unknown): (call: CallShape) => CostClass | undefined {
  return (call) => {
    const algorithm = algorithms(call);
    return typeof algorithm === 'string' && /^[RP]S\d/.test(algorithm) ? 'tiny' : undefined;
  };
}

function optionText(call: CallShape, index: number, name: string): unknown {
  const value = call.option(index, name);
  const first = value?.kind === 'array' ? value.elements[0] : value;
  return first?.kind === 'literal' ? first.value : undefined;
}

/** 250,000 rounds unless told otherwise; in JavaScript a round takes ten times as long as in Node. */
function cryptoJsRounds(call: CallShape): CostClass | Cost {
  const rounds = numberOption(call, 2, 'iterations');
  if (rounds === undefined) return 'long';
  return { class: classOf(rounds / 200), why: `it hashes ${count(rounds)} times in JavaScript, ${about(rounds / 200)}` };
}

/** Only if it is told the size of a new key, or given a literal with it. */
function newKey(call: CallShape): CostClass | undefined {
  return call.option(0, 'b') === undefined ? undefined : 'long';
}

function scryptRounds(first: number): (call: CallShape) => CostClass {
  return (call) => {
    const n = number(call, first);
    return n !== undefined && n <= 1024 ? 'noticeable' : 'long';
  };
}

const libraries: readonly BlockingRow[] = [
  forge('pki.rsa.generateKeyPair', unlessCallback(1, 'long'), 'searches for the primes of a key', nodeKeyPair, {
    example: '{ bits: 2048 }',
    harmless: '{ bits: 2048 }, () => {}',
  }),
  forge('pkcs5.pbkdf2', unlessCallback(4, 'long'), 'hashes the password over and over', nodePbkdf2, {
    example: "'secret', 'salt', 10_000, 32",
    harmless: "'secret', 'salt', 10_000, 32, () => {}",
  }),
  forge('pkcs12.pkcs12FromAsn1', 'noticeable', 'derives keys from the password and decrypts the container', worker()),
  library('crypto-js', 'sync-crypto', github('brix/crypto-js'))(
    'PBKDF2',
    cryptoJsRounds,
    'hashes the password over and over in JavaScript',
    nodePbkdf2,
    {
      example: "'secret', 'salt', { iterations: 100_000 }",
    },
  ),
  library('pbkdf2', 'sync-crypto', github('crypto-browserify/pbkdf2'))(
    'pbkdf2Sync',
    pbkdf2,
    'hashes the password over and over',
    nodePbkdf2,
    {
      example: "'secret', 'salt', 600_000, 32, 'sha256'",
    },
  ),
  library('@noble/hashes/pbkdf2.js', 'sync-crypto', github('paulmillr/noble-hashes'))(
    'pbkdf2',
    'long',
    'hashes the password over and over in JavaScript',
    nodePbkdf2,
  ),
  library('@noble/hashes/scrypt.js', 'sync-crypto', github('paulmillr/noble-hashes'))(
    'scrypt',
    'long',
    'derives the key in JavaScript, in a way that is slow on purpose',
    nodeScrypt,
  ),
  library('scrypt-js', 'sync-crypto', github('ricmoo/scrypt-js'))(
    'syncScrypt',
    scryptRounds(2),
    'derives the key in JavaScript, in a way that is slow on purpose',
    nodeScrypt,
  ),
  library('bip39', 'sync-crypto', github('bitcoinjs/bip39'))('mnemonicToSeedSync', 'noticeable', 'hashes the words 2,048 times', inSlices),
  ethers('Wallet.fromEncryptedJsonSync', 'long', 'derives the key of the wallet, in a way that is slow on purpose', inSlices),
  ethers('decryptKeystoreJsonSync', 'long', 'derives the key of the keystore, in a way that is slow on purpose', inSlices),
  ethers('encryptKeystoreJsonSync', 'long', 'derives a key from the password, in a way that is slow on purpose', inSlices),
  library('selfsigned', 'sync-crypto', github('jfromaniello/selfsigned'))(
    'generate',
    certificate,
    'searches for the primes of a key and signs the certificate',
    nodeKeyPair,
    {
      harmless: '[], {}, () => {}',
    },
  ),
  used(
    'new',
    nodeRsa('', newKey, 'searches for the primes of the key that it is asked for', nodeKeyPair, {
      example: '{ b: 2048 }',
      harmless: 'key',
    }),
  ),
  nodeRsa('#generateKeyPair', 'long', 'searches for the primes of the key', nodeKeyPair),
];

const signatures: readonly BlockingRow[] = [
  nacl('sign', 'noticeable', 'computes a signature in JavaScript', ed25519),
  nacl('sign.open', 'noticeable', 'checks a signature in JavaScript and gives the message', ed25519),
  nacl('sign.detached', 'noticeable', 'computes a signature of its own in JavaScript', ed25519),
  nacl('sign.detached.verify', 'noticeable', 'checks a signature in JavaScript', ed25519),
  nacl('sign.keyPair', 'noticeable', 'computes a public key in JavaScript', ed25519),
  nacl('box', addsUp, 'agrees on a key in JavaScript and encrypts', sealing),
  nacl('box.open', addsUp, 'agrees on a key in JavaScript and decrypts', sealing),
  nacl('box.before', addsUp, 'agrees on a key in JavaScript', sealing),
  nacl('box.keyPair', addsUp, 'computes a public key for encryption in JavaScript', sealing),
  tokens(
    'sign',
    withRsa((call) => optionText(call, 2, 'algorithm')),
    'computes the signature with the RSA key',
    tokenRemedy,
    {
      example: "{}, key, { algorithm: 'RS256' }",
      harmless: "{}, key, { algorithm: 'HS256' }",
    },
  ),
  tokens(
    'verify',
    withRsa((call) => optionText(call, 2, 'algorithms')),
    'checks the signature with the RSA key',
    tokenRemedy,
    {
      example: "'token', key, { algorithms: ['RS256'] }",
      harmless: "'token', key",
    },
  ),
];

const passwords: readonly BlockingRow[] = [
  argon2('hashSync', 'long', 'hashes the password in a way that is slow and hungry on purpose', promise('@node-rs/argon2.hash')),
  argon2('verifySync', 'long', 'hashes the password as the stored hash says', promise('@node-rs/argon2.verify')),
  argon2(
    'hashRawSync',
    'long',
    'hashes the password to bytes, in a way that is slow and hungry on purpose',
    promise('@node-rs/argon2.hashRaw'),
  ),
  wasm('argon2id', 'long', 'hashes the password in WebAssembly, on the thread that awaits it', promise('argon2.hash')),
  wasm('argon2i', 'long', 'hashes the password in WebAssembly in order, on the thread that awaits it', promise('argon2.hash')),
  wasm('argon2d', 'long', 'hashes the password in WebAssembly by its bytes, on the thread that awaits it', promise('argon2.hash')),
  wasm('argon2Verify', 'long', 'hashes the password in WebAssembly as the stored hash says', promise('argon2.verify')),
  wasm('bcrypt', 'long', 'hashes the password in WebAssembly with bcrypt, on the thread that awaits it', promise('bcrypt.hash')),
  wasm('bcryptVerify', 'long', 'hashes the password in WebAssembly with bcrypt, as the stored hash says', promise('bcrypt.compare')),
  wasm('scrypt', 'long', 'derives the key in WebAssembly, on the thread that awaits it', nodeScrypt),
  wasm('pbkdf2', 'long', 'hashes over and over in WebAssembly, on the thread that awaits it', nodePbkdf2),
];

export const npmCryptoRows: readonly BlockingRow[] = [...libraries, ...signatures, ...passwords];
