// What the arguments of a call say about its cost.

import assert from 'node:assert/strict';
import { analyzeText } from '../analysis';

const head = `
import * as child from 'node:child_process';
import * as crypto from 'node:crypto';
import * as fs from 'node:fs';
import * as inspector from 'node:inspector';
import * as vm from 'node:vm';
import * as zlib from 'node:zlib';
import { createRequire } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
const load = createRequire(import.meta.url);
const ROUNDS = 600_000;
const statement = new DatabaseSync(':memory:').prepare('select name from a');
`;

/** A call, and what it costs; or nothing if it does not block. */
const judgements: readonly (readonly [string, string])[] = [
  [`fs.readFileSync(path)`, 'noticeable'],
  [`fs.readFileSync(0)`, 'unbounded'],
  [`fs.readFileSync('/dev/stdin', 'utf8')`, 'unbounded'],
  [`fs.readFileSync(process.stdin.fd)`, 'unbounded'],
  [`fs.readSync(fd, buffer)`, 'tiny'],
  [`for (;;) fs.readSync(fd, buffer)`, 'noticeable'],
  [`fs.existsSync(path)`, 'tiny'],
  [`fs.rmSync(path)`, 'tiny'],
  [`fs.rmSync(path, { recursive: true, force: true })`, 'long'],
  [`fs.rmSync(path, { recursive: false })`, 'tiny'],
  [`fs.readdirSync(path)`, 'noticeable'],
  [`fs.readdirSync(path, { recursive: true })`, 'long'],
  [`fs.cpSync(a, b, { recursive: true })`, 'long'],

  [`child.execSync('make')`, 'unbounded'],
  [`child.execSync('make', { timeout: 20 })`, 'noticeable'],
  [`child.execSync('make', { timeout: 5000 })`, 'long'],
  [`child.execSync('make', { timeout: 0 })`, 'unbounded'],
  [`child.execSync('make', { timeout })`, 'unbounded'],
  [`child.spawnSync('make', ['all'], { timeout: 5000 })`, 'long'],
  [`child.execFileSync('make', { timeout: 5000 })`, 'long'],

  [`crypto.pbkdf2Sync(p, s, 1000, 32, 'sha256')`, 'tiny'],
  [`crypto.pbkdf2Sync(p, s, 10_000, 32, 'sha256')`, 'noticeable'],
  [`crypto.pbkdf2Sync(p, s, ROUNDS, 32, 'sha256')`, 'long'],
  [`crypto.pbkdf2Sync(p, s, rounds, 32, 'sha256')`, 'noticeable'],
  [`crypto.scryptSync(p, s, 64)`, 'noticeable'],
  [`crypto.scryptSync(p, s, 64, { N: 256 })`, 'tiny'],
  [`crypto.scryptSync(p, s, 64, { cost: 2 ** 17 })`, 'long'],
  [`crypto.argon2Sync('argon2id', options)`, 'long'],
  [`crypto.argon2Sync('argon2id', { memory: 19_456, passes: 2 })`, 'noticeable'],
  [`crypto.generateKeyPairSync('ed25519')`, 'tiny'],
  [`crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' })`, 'tiny'],
  [`crypto.generateKeyPairSync('rsa', { modulusLength: 1024 })`, 'noticeable'],
  [`crypto.generateKeyPairSync('rsa', { modulusLength: 2048 })`, 'long'],
  [`crypto.generateKeyPairSync('rsa', options)`, 'long'],
  [`crypto.generateKeyPairSync(type, options)`, 'noticeable'],
  [`crypto.generatePrimeSync(256)`, 'noticeable'],
  [`crypto.generatePrimeSync(2048)`, 'long'],
  [`crypto.generatePrimeSync(256, { safe: true })`, 'noticeable'],
  [`crypto.generatePrimeSync(512, { safe: true })`, 'long'],
  [`crypto.createDiffieHellman(2048)`, 'unbounded'],
  [`crypto.createDiffieHellman(prime, 'hex')`, ''],
  [`crypto.randomBytes(16)`, 'tiny'],
  [`crypto.randomBytes(10_000_000)`, 'noticeable'],
  [`crypto.randomBytes(16, done)`, ''],
  [`crypto.randomBytes(...args)`, ''],
  [`crypto.sign('sha256', data, key)`, 'tiny'],
  [`crypto.sign(null, data, key)`, 'tiny'],
  [`crypto.sign('sha256', data, key, done)`, ''],
  [`crypto.verify('sha256', data, key, signature)`, 'tiny'],
  [`crypto.createSign('sha256').update(data).sign(key)`, 'tiny'],
  [`crypto.randomUUID()`, ''],
  [`crypto.createHash('sha256').update(data).digest()`, ''],
  [`crypto.createHash('sha256').update(Buffer.alloc(5_000_000)).digest()`, 'noticeable'],
  [`crypto.createHash('sha256').update(await fs.promises.readFile(path)).digest()`, ''],

  [`new DatabaseSync('app.db')`, 'noticeable'],
  [`new DatabaseSync(':memory:')`, 'tiny'],
  [`new DatabaseSync('app.db', { open: false })`, ''],
  [`Atomics.wait(flags, 0, 0)`, 'unbounded'],
  [`Atomics.wait(flags, 0, 0, 10)`, 'noticeable'],
  [`Atomics.wait(flags, 0, 0, 10_000)`, 'long'],
  [`vm.runInNewContext(code, {}, { timeout: 1000 })`, 'long'],
  [`vm.runInNewContext(code)`, ''],
  [`vm.runInThisContext(code)`, ''],
  [`inspector.open(9229)`, ''],
  [`inspector.open(9229, 'localhost', true)`, 'unbounded'],
  ['load(`./plugins/${name}`)', 'tiny'],
  [`load('./plugin.js')`, ''],
  [`require('express')`, ''],
  [`require(name)`, 'tiny'],
  [`require([name], done)`, ''],
  [`JSON.parse(text)`, ''],
  [`JSON.parse(await fs.promises.readFile(path, 'utf8'))`, ''],
  [`JSON.parse(await fs.promises.readFile('config.json', 'utf8'))`, ''],
  [`JSON.stringify([1, 2, 3])`, ''],
  [`JSON.stringify(new Array(50_000).fill(0))`, 'noticeable'],
  [`JSON.stringify(new Array(5_000_000).fill(0))`, 'long'],
  [`structuredClone(await (await fetch(path)).arrayBuffer())`, 'noticeable'],
  [`list.sort()`, ''],
  [`[3, 1, 2].sort()`, ''],
  [`Array.from({ length: 1_000_000 }, Math.random).sort()`, 'long long'],
  [`(await fs.promises.readdir(path)).sort()`, ''],
  [`statement.all().sort(byName)`, 'noticeable'],
  [`zlib.gzipSync(text)`, 'noticeable'],
  [`zlib.gzipSync('a short text')`, 'tiny'],
  [`zlib.gzipSync(Buffer.alloc(20_000_000))`, 'long'],
  [`zlib.brotliCompressSync(Buffer.alloc(200_000))`, 'long'],
  [`process.stdout.write(text)`, ''],

  [`alert('x')`, 'unbounded'],
  [`print()`, 'unbounded'],
  [`print('text')`, ''],
  [`localStorage.getItem('x')`, 'tiny'],
  [`for (const key of keys) sessionStorage.setItem(key, '')`, 'noticeable'],
  [`void document.cookie`, 'tiny'],
  [`document.cookie = 'a=b'`, 'tiny'],
  [`document.write(text)`, 'noticeable'],
  [`document.body.offsetWidth`, ''],
  [`for (;;) document.querySelector('a').getBoundingClientRect()`, 'tiny'],
  [`document.createElement('canvas').toDataURL()`, 'noticeable'],
  [`document.createElement('canvas').getContext('2d').getImageData(0, 0, 1, 1)`, 'noticeable'],
  [`new XMLHttpRequest().open('GET', url, false)`, 'unbounded'],
  [`new XMLHttpRequest().open('GET', url)`, ''],
];

describe('judgements by arguments', () => {
  for (const [code, expected] of judgements) {
    it(`${code}: ${expected || 'nothing'}`, () => {
      const all = analyzeText(`${head}\nexport async function operate() {\n  ${code};\n}\n`);
      const findings = all.filter(({ context }) => context.name === 'operate');
      assert.deepEqual(findings.map(({ cost }) => cost.class).join(' '), expected);
    });
  }

  it('says the figures that it judged by', () => {
    const [finding] = analyzeText(`${head}\nexport async function operate() { crypto.pbkdf2Sync(p, s, ROUNDS, 32, 'sha256'); }`).filter(
      ({ context }) => context.name === 'operate',
    );
    assert.equal(finding?.cost.why, 'it hashes 600,000 times, about 300 ms');
  });
});
