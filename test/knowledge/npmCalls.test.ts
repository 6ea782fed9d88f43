// Calls of packages as their manuals write them: chains, older and newer names, options that change
// what a call costs, and what must stay silent.

import assert from 'node:assert/strict';
import { analyzeText } from '../analysis';

/** Statements at the top of a module, a statement in an async function, and what is found in it: API and cost. */
const calls: readonly (readonly [string, string, string])[] = [
  // Databases
  [`import Database from 'better-sqlite3'; const db = new Database(path);`, `db.prepare(sql).all(1)`, 'Statement#all noticeable'],
  [`const db = require('better-sqlite3')(':memory:');`, `db.prepare(sql).pluck().get()`, 'Statement#get noticeable'],
  [`import Database from 'better-sqlite3';`, `new Database(':memory:')`, 'better-sqlite3 tiny'],
  [`import Database from 'libsql'; const db = new Database(path);`, `db.prepare(sql).run()`, 'Statement#run noticeable'],
  [
    `import Database from 'better-sqlite3'; const db: Database.Database = open(); const add = db.prepare(sql);
     const addAll = db.transaction((rows) => { for (const row of rows) add.run(row); });`,
    `addAll(rows)`,
    'Statement#run long',
  ],
  [`import init from 'sql.js'; const SQL = await init(); const db = new SQL.Database();`, `db.exec(sql)`, 'Database#exec noticeable'],
  [`const PQ = require('libpq');`, `new PQ().connectSync(url)`, 'libpq#connectSync unbounded'],
  [`const Client = require('pg-native'); const client = Client();`, `client.querySync(sql)`, 'pg-native#querySync unbounded'],
  [`import { open } from 'lmdb'; const db = open({ path });`, `db.putSync('a', 1)`, 'Database#putSync noticeable'],
  [`import { open } from 'lmdb'; const db = open({ path });`, `await db.put('a', 1)`, ''],
  [
    `import { LowSync } from 'lowdb'; import { JSONFileSync } from 'lowdb/node'; const db = new LowSync(new JSONFileSync('a'), {});`,
    `db.write()`,
    'LowSync#write noticeable',
  ],
  [`import Store from 'electron-store'; const store = new Store();`, `store.set('a', 1)`, 'conf#set noticeable'],

  // Files
  [`import * as glob from 'glob';`, `glob.sync('**')`, 'globSync long'],
  [`import { glob } from 'glob';`, `glob.sync('**')`, 'globSync long'],
  [`import { glob } from 'glob';`, `await glob('**')`, ''],
  [`import rimraf from 'rimraf';`, `rimraf.sync('a')`, 'rimrafSync long'],
  [`import findUp from 'find-up';`, `findUp.sync('a')`, 'findUpSync tiny'],
  [`import fse from 'fs-extra';`, `fse.mkdirpSync('a')`, 'ensureDirSync tiny'],
  [`import fse from 'fs-extra';`, `fse.readFileSync('a')`, 'readFileSync noticeable'],
  [`import fse from 'fs-extra';`, `await fse.copy('a', 'b')`, ''],
  [`import { fdir } from 'fdir';`, `new fdir().withFullPaths().crawl('a').sync()`, 'APIBuilder#sync long'],
  [`import shell from 'shelljs';`, `shell.rm('-rf', 'a')`, 'shelljs.rm long'],
  [`import shell from 'shelljs';`, `shell.rm('a')`, 'shelljs.rm tiny'],
  [`import shell from 'shelljs';`, `shell.exec('make', done => {})`, ''],
  [`import shell from 'shelljs';`, `shell.exec('make', { async: true })`, ''],
  [`import shell from 'shelljs';`, `shell.echo('a').to('b')`, 'ShellString#to noticeable'],
  [`import jetpack from 'fs-jetpack'; const here = jetpack.cwd('a');`, `here.read('b')`, 'fs-jetpack.read noticeable'],
  [`import * as tar from 'tar';`, `tar.x({ file: 'a', sync: true })`, 'tar.extract long'],
  [`import * as tar from 'tar';`, `await tar.x({ file: 'a' })`, ''],
  [`import AdmZip from 'adm-zip'; const zip = new AdmZip('a');`, `zip.getEntry('b').getData()`, 'IZipEntry#getData noticeable'],

  // Processes, prompts, waiting
  [`import spawn from 'cross-spawn';`, `spawn.sync('npm', ['ci'], { timeout: 1000 })`, 'cross-spawn.sync long'],
  [`import execa from 'execa';`, `execa.sync('npm')`, 'execaSync unbounded'],
  [`import { $ } from 'execa';`, '$.sync`npm ci`', '$.sync unbounded'],
  [`import { $ } from 'zx';`, '$.sync`npm ci`', '$.sync unbounded'],
  [`import { $ } from 'zx';`, 'await $`npm ci`', ''],
  [`const prompt = require('prompt-sync')({ sigint: true });`, `prompt('name? ')`, 'prompt-sync# unbounded'],
  [`const deasync = require('deasync'); const load = deasync(loadLater);`, `load('a')`, 'deasync# unbounded'],
  [`import { createSyncFn } from 'synckit'; const format = createSyncFn(path);`, `format('a')`, 'createSyncFn# unbounded'],
  [`import createJiti from 'jiti'; const load = createJiti(here);`, `load('./a')`, 'jiti# noticeable'],
  [`import { sleep } from 'sleep';`, `sleep(2)`, 'sleep.sleep long'],
  [`import { msleep } from 'sleep';`, `msleep(20)`, 'sleep.msleep noticeable'],

  // Computing
  [`import jwt from 'jsonwebtoken';`, `jwt.sign({}, key, { algorithm: 'RS256' })`, 'jsonwebtoken.sign tiny'],
  [`import jwt from 'jsonwebtoken';`, `jwt.sign({}, secret)`, ''],
  [`import forge from 'node-forge';`, `forge.pki.rsa.generateKeyPair(2048, 0x10001)`, 'generateKeyPair long'],
  [`import forge from 'node-forge';`, `forge.pki.rsa.generateKeyPair({ bits: 2048 }, done)`, ''],
  [`import pbkdf2 from 'crypto-js/pbkdf2';`, `pbkdf2('a', 'b', { iterations: 100 })`, 'PBKDF2 tiny'],
  [`import NodeRSA from 'node-rsa';`, `new NodeRSA(pem)`, ''],
  [`import { marked } from 'marked';`, `marked(text)`, 'marked tiny'],
  [`import { marked } from 'marked';`, `marked.parse(text)`, 'marked.parse tiny'],
  [`import { marked } from 'marked';`, `for (const text of texts) marked(text)`, 'marked noticeable'],
  [`import markdown from 'markdown-it'; const md = markdown();`, `md.render(text)`, 'markdown-it#render tiny'],
  [`import pug from 'pug';`, `pug.renderFile('a.pug', { cache: true })`, ''],
  [`import { Jimp } from 'jimp';`, `(await Jimp.read('a')).resize({ w: 10 })`, 'jimp#resize long'],
  [`import Papa from 'papaparse';`, `input.pipe(Papa.parse(Papa.NODE_STREAM_INPUT, {}))`, ''],
  [`import xml2js from 'xml2js';`, `await xml2js.parseStringPromise(text, { async: true })`, ''],
  [`import postcss from 'postcss';`, `postcss([]).process(css).sync()`, 'LazyResult#sync noticeable'],
  [`import postcss from 'postcss';`, `await postcss([]).process(css, {})`, ''],
  [`import Ajv from 'ajv/dist/2020'; const ajv = new Ajv();`, `ajv.compile(schema)`, 'ajv#compile noticeable'],
  [`import template from 'lodash/template';`, `template(text)`, 'lodash.template tiny'],

  // What works on other threads, in pieces, or on a server
  [`import sharp from 'sharp';`, `await sharp('a').resize(10).toBuffer()`, ''],
  [`import JSZip from 'jszip';`, `await new JSZip().generateAsync({ type: 'nodebuffer' })`, ''],
  [`import ExcelJS from 'exceljs';`, `await new ExcelJS.Workbook().xlsx.readFile('a')`, ''],
  [`import unzipper from 'unzipper';`, `await unzipper.Open.file('a')`, ''],
  [`import argon2 from 'argon2';`, `await argon2.hash('a')`, ''],
  [`import exifr from 'exifr';`, `await exifr.parse('a')`, ''],
  [`import cpy from 'cpy';`, `await cpy('a', 'b')`, ''],
  [`import { simpleGit } from 'simple-git';`, `await simpleGit().status()`, ''],
  [`import si from 'systeminformation';`, `await si.cpu()`, ''],
  [`import { PDFDocument } from 'pdf-lib';`, `await PDFDocument.load(data)`, ''],
  [`import sqlite3 from 'sqlite3'; const db = new sqlite3.Database('a');`, `db.all(sql, () => {})`, ''],
];

describe('calls of packages', () => {
  for (const [head, code, expected] of calls) {
    it(`${code}: ${expected || 'nothing'}`, () => {
      const text = `${head}\nexport async function operate() {\n  ${code};\n}\n`;
      const found = analyzeText(text).filter(({ context }) => context.name === 'operate');
      const last = found.at(-1);
      const [name = '', cost] = expected.split(' ');
      assert.equal(last?.cost.class, cost, last?.api);
      assert.ok(last === undefined || last.api.endsWith(name), last?.api);
    });
  }
});
