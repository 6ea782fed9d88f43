// Passwords, keys and tokens. Hashing a password is slow on purpose. Times are rough figures of one core
// of a server, so that a class is right to a factor of two or so.

import type { BlockingRow, CallShape, Cost, CostClass } from '../../../core/knowledge';
import { github } from '../../builders';
import { count } from '../../judge';
import { number } from '../judge';
import { bare, each, give, type Library, methods, operations, process, same, spoken, thread } from '../rows';

const released = { gil: 'released', remedy: thread() } as const;
const held = { gil: 'held', remedy: process() } as const;
const bcrypt = operations('py:bcrypt.', 'sync-crypto', github('pyca/bcrypt'), released);
const passlib = operations('py:passlib.', 'sync-crypto', 'https://passlib.readthedocs.io/en/stable/', released);
const argon = operations('py:argon2.', 'sync-crypto', 'https://argon2-cffi.readthedocs.io/en/stable/api.html', released);
const pyca = operations(
  'py:cryptography.hazmat.primitives.',
  'sync-crypto',
  'https://cryptography.io/en/latest/hazmat/primitives/',
  released,
);
const crypto = operations('py:Crypto.', 'sync-crypto', 'https://www.pycryptodome.org/src/api', released);
const werkzeug = operations('py:werkzeug.security.', 'sync-crypto', 'https://werkzeug.palletsprojects.com/en/stable/utils/', released);
const jwt = operations('py:', 'sync-crypto', 'https://pyjwt.readthedocs.io/en/stable/api.html', { gil: 'released' });

/** 2,048 bits take 30 to 100 ms, twice as many eight times as long. */
function keySize(index: number, name: string): (call: CallShape) => CostClass | Cost {
  return (call) => {
    const bits = number(call, index, name);
    if (bits === undefined) return 'long';
    return { class: bits < 2048 ? 'noticeable' : 'long', why: `it searches for primes for a key of ${count(bits)} bits` };
  };
}

const passwords: readonly BlockingRow[] = [
  bcrypt('hashpw', 'long', 'hashes the password, 200 ms with the usual 12 rounds', { example: "b'a', salt" }),
  bcrypt('checkpw', 'long', 'hashes the password to compare it, 200 ms with the usual 12 rounds', { example: "b'a', hashed" }),
  bcrypt('kdf', 'long', 'derives the key, for longer with each round'),
  ...methods(
    passlib,
    'context.CryptContext#',
    ['hash', 'verify', 'verify_and_update'],
    'long',
    (name) => `hashes the password by the scheme of the context, for ${name}`,
  ),
  ...['bcrypt', 'argon2', 'pbkdf2_sha256', 'pbkdf2_sha512', 'sha256_crypt', 'sha512_crypt', 'scrypt'].flatMap((scheme) =>
    each(
      passlib,
      ['hash', 'verify'].map((name) => `hash.${scheme}.${name}`),
      'long',
      (name) => `hashes the password by ${name.replace('hash.', '')}`,
    ),
  ),
  ...methods(
    argon,
    'PasswordHasher#',
    ['hash', 'verify'],
    'long',
    (name) => `fills memory again and again to ${name} the password, some 50 ms`,
  ),
  ...each(
    argon,
    ['low_level.hash_secret', 'low_level.verify_secret', 'low_level.hash_secret_raw'],
    'long',
    (name) => `fills memory again and again in ${bare(name)}`,
  ),
  ...each(werkzeug, ['generate_password_hash', 'check_password_hash'], 'long', (name) => `hashes the password in ${name}, 50 ms and more`),
  ...methods(
    operations('py:pwdlib.', 'sync-crypto', github('frankie567/pwdlib'), released),
    'PasswordHash#',
    ['hash', 'verify', 'verify_and_update'],
    'long',
    (name) => `hashes the password to ${name.replaceAll('_', ' ')}`,
  ),
  ...each(
    operations('py:nacl.pwhash.', 'sync-crypto', 'https://pynacl.readthedocs.io/en/latest/api/pwhash/', released),
    ['str', 'verify', 'argon2id.str', 'argon2id.kdf', 'scrypt.kdf'],
    'long',
    (name) => `hashes the password in ${name}`,
  ),
];

const keys: readonly BlockingRow[] = [
  pyca('asymmetric.rsa.generate_private_key', keySize(1, 'key_size'), 'searches for two primes', { example: '65537, 2048' }),
  pyca('asymmetric.dsa.generate_private_key', keySize(0, 'key_size'), 'searches for primes', { example: '2048' }),
  pyca('asymmetric.dh.generate_parameters', 'unbounded', 'searches for a safe prime, for seconds or minutes'),
  pyca('kdf.pbkdf2.PBKDF2HMAC#derive', 'long', 'hashes the password as often as it was told to', { example: "b'a'" }),
  pyca('kdf.pbkdf2.PBKDF2HMAC#verify', 'long', 'hashes the password as often as it was told to, to compare it', { example: "b'a', key" }),
  ...each(
    pyca,
    ['kdf.scrypt.Scrypt', 'kdf.argon2.Argon2id'].flatMap((type) => [`${type}#derive`, `${type}#verify`]),
    'long',
    (name) => `fills memory again and again in ${spoken(name)}`,
  ),
  crypto('PublicKey.RSA.generate', keySize(0, 'bits'), 'searches for two primes in Python', { ...held, example: '2048' }),
  crypto('PublicKey.DSA.generate', keySize(0, 'bits'), 'searches for primes in Python', { ...held, example: '2048' }),
  crypto('Protocol.KDF.PBKDF2', 'long', 'hashes the password over and over'),
  crypto('Protocol.KDF.scrypt', 'long', 'derives the key in a way that is slow on purpose'),
  crypto('Protocol.KDF.bcrypt', 'long', 'hashes the password over and over with bcrypt'),
  operations('py:rsa.', 'sync-crypto', 'https://stuvel.eu/python-rsa-doc/', held)(
    'newkeys',
    keySize(0, 'nbits'),
    'searches for two primes in pure Python',
    {
      example: '2048',
    },
  ),
  ...each(
    jwt,
    ['jwt.encode', 'jwt.decode', 'jose.jwt.encode', 'jose.jwt.decode'],
    'tiny',
    (name) => `signs or checks the token in ${name}, a millisecond if the key is RSA`,
  ),
  operations('py:', 'sync-network', 'https://pyjwt.readthedocs.io/en/stable/api.html')(
    'jwt.PyJWKClient#get_signing_key_from_jwt',
    'unbounded',
    'downloads the keys of the service, if they are not kept',
  ),
  operations('py:google.', 'sync-network', 'https://googleapis.dev/python/google-auth/latest/')(
    'oauth2.id_token.verify_oauth2_token',
    'unbounded',
    'downloads the certificates and checks the token',
  ),
  ...each(
    operations('py:keyring.', 'sync-process', github('jaraco/keyring')),
    ['get_password', 'set_password', 'delete_password'],
    'unbounded',
    (name) => `asks the keeper of secrets of the system in ${name}, which may ask a person`,
  ),
  ...methods(
    operations('py:gnupg.', 'sync-process', 'https://gnupg.readthedocs.io/'),
    'GPG#',
    ['encrypt', 'decrypt', 'sign', 'verify', 'gen_key', 'import_keys'],
    'unbounded',
    (name) => `starts gpg to ${name.replaceAll('_', ' ')} and waits until it ends`,
  ),
];

export const secretLibrary: Library = {
  blocking: [...passwords, ...keys],
  returns: give('py:pwdlib.PasswordHash#', 'py:pwdlib.', 'PasswordHash.recommended'),
  aliases: [...same('py:argon2.PasswordHasher', 'py:argon2._password_hasher.PasswordHasher'), ...same('py:Crypto', 'py:Cryptodome')],
};
