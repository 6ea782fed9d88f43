// What calls of packages give, which paths mean the same, and which classes extend which. A package that
// changed its exports with a major version is known by both: the newer name is the one that rows use.
// A path that ends in `#` and is called itself stands for a function that a call gave.

import type { AliasRow, InheritRow, PassRow, ReturnRow } from '../../core/knowledge';
import { give } from '../builders';

const databases: readonly ReturnRow[] = [
  ...give('better-sqlite3#', '', 'better-sqlite3'),
  ...give('better-sqlite3.Statement#', 'better-sqlite3#', 'prepare'),
  ...give('better-sqlite3.Statement#', 'better-sqlite3.Statement#', 'bind', 'pluck', 'raw', 'expand', 'safeIntegers'),
  ...give('better-sqlite3#', 'better-sqlite3#', 'exec'),
  ...give('sql.js', '', 'sql.js'),
  ...give('sql.js.Statement#', 'sql.js.Database#', 'prepare'),
  ...give('node-sqlite3-wasm.Statement#', 'node-sqlite3-wasm.Database#', 'prepare'),
  ...give('pg-native#', '', 'pg-native'),
  ...give('libpq#', '', 'libpq'),
  ...give('ibm_db.Database#', 'ibm_db.', 'openSync', 'open'),
  ...give('lmdb.Database#', 'lmdb.', 'open'),
  ...give('lmdb.Database#', 'lmdb.Database#', 'openDB'),
  ...give('lowdb.LowSync#', 'lowdb/node.', 'JSONFileSyncPreset'),
  ...give('realm#', 'realm.', 'open'),
];

const functions: readonly ReturnRow[] = [
  ...give('deasync#', '', 'deasync'),
  ...give('make-synchronous#', '', 'make-synchronous'),
  ...give('prompt-sync#', '', 'prompt-sync'),
  ...give('sync-rpc#', '', 'sync-rpc'),
  ...give('rfdc#', '', 'rfdc'),
  ...give('synckit.createSyncFn#', 'synckit.', 'createSyncFn'),
  ...give('jiti#', '', 'jiti'),
];

const texts: readonly ReturnRow[] = [
  ...give('markdown-it#', '', 'markdown-it'),
  ...give('nunjucks.Environment#', 'nunjucks.', 'configure'),
  ...give('postcss.Processor#', '', 'postcss'),
  ...give('postcss.Processor#', 'postcss.Processor#', 'use'),
  ...give('postcss.LazyResult#', 'postcss.Processor#', 'process'),
  ...give('stylus.Renderer#', '', 'stylus'),
  ...give('stylus.Renderer#', 'stylus.Renderer#', 'set', 'include', 'import', 'define', 'use'),
  ...give('typescript.Program#', 'typescript.', 'createProgram'),
  ...give('lunr.Index#', '', 'lunr'),
];

const others: readonly ReturnRow[] = [
  ...give('adm-zip#', '', 'adm-zip'),
  ...give('adm-zip.IZipEntry#', 'adm-zip#', 'getEntry'),
  ...give('canvas.Canvas#', 'canvas.', 'createCanvas'),
  ...give('@napi-rs/canvas.Canvas#', '@napi-rs/canvas.', 'createCanvas'),
  ...give('jimp#', 'jimp.', 'read', 'fromBuffer', 'fromBitmap'),
  ...give('jimp#', 'jimp#', 'resize', 'cover', 'contain', 'scaleToFit', 'scale', 'rotate', 'blur', 'gaussian', 'composite', 'greyscale'),
  ...give('jimp#', 'jimp#', 'clone', 'crop'),
  ...give('fdir.APIBuilder#', 'fdir.fdir#', 'crawl', 'crawlWithOptions'),
  ...give('fdir.fdir#', 'fdir.fdir#', 'withFullPaths', 'withBasePath', 'withRelativePaths', 'withDirs', 'withSymlinks', 'withMaxDepth'),
  ...give('fdir.fdir#', 'fdir.fdir#', 'withErrors', 'filter', 'exclude', 'glob', 'onlyDirs', 'normalize'),
  ...give('shelljs.ShellString#', 'shelljs.', 'cat', 'echo', 'exec', 'find', 'grep', 'head', 'ls', 'sed', 'sort', 'tail', 'uniq'),
  ...give('fs-jetpack', 'fs-jetpack.', 'cwd', 'dir'),
  ...give('cosmiconfig.PublicExplorerSync#', 'cosmiconfig.', 'cosmiconfigSync'),
  ...give('lilconfig.SyncSearcher#', 'lilconfig.', 'lilconfigSync'),
  ...give('nconf', 'nconf.', 'argv', 'env', 'file', 'defaults', 'use'),
  ...give('convict#', '', 'convict'),
  ...give('flat-cache.FlatCache#', 'flat-cache.', 'create', 'createFromFile'),
  ...give('isolated-vm.Context#', 'isolated-vm.Isolate#', 'createContextSync', 'createContext'),
  ...give('isolated-vm.Script#', 'isolated-vm.Isolate#', 'compileScriptSync', 'compileScript'),
  ...give('docxtemplater#', 'docxtemplater#', 'loadZip', 'setData', 'render'),
];

export const npmReturns: readonly ReturnRow[] = [...databases, ...functions, ...texts, ...others];

/** All of `names` are `of`. */
function same(of: string, ...names: readonly string[]): readonly AliasRow[] {
  return names.map((api) => ({ api, of }));
}

/** Other names for one function of a package. */
const synonyms: readonly AliasRow[] = [
  ...same('fs-extra.ensureDirSync', 'fs-extra.mkdirsSync', 'fs-extra.mkdirpSync'),
  ...same('fs-extra.ensureFileSync', 'fs-extra.createFileSync'),
  ...same('fs-extra.ensureLinkSync', 'fs-extra.createLinkSync'),
  ...same('fs-extra.ensureSymlinkSync', 'fs-extra.createSymlinkSync'),
  ...same('fs-extra.emptyDirSync', 'fs-extra.emptydirSync'),
  ...same('fs-extra.readJsonSync', 'fs-extra.readJSONSync'),
  ...same('fs-extra.writeJsonSync', 'fs-extra.writeJSONSync'),
  ...same('fs-extra.outputJsonSync', 'fs-extra.outputJSONSync'),
  ...same('node:fs.existsSync', 'fs-extra.pathExistsSync'),
  ...same('fast-glob.sync', 'fast-glob.globSync'),
  ...same('rimraf.rimrafSync', 'rimraf.nativeSync', 'rimraf.manualSync', 'rimraf.moveRemoveSync', 'rimraf.posixSync', 'rimraf.windowsSync'),
  ...same('mkdirp.mkdirpSync', 'mkdirp.manualSync', 'mkdirp.nativeSync', 'mkdirp.mkdirpManualSync', 'mkdirp.mkdirpNativeSync'),
  ...same('tar.create', 'tar.c'),
  ...same('tar.extract', 'tar.x'),
  ...same('tar.list', 'tar.t'),
  ...same('tar.update', 'tar.u'),
  ...same('tar.replace', 'tar.r'),
  ...same('dotenv.config', 'dotenv.configDotenv'),
  ...same('@node-rs/bcrypt.compareSync', '@node-rs/bcrypt.verifySync'),
];

/** A package and its main export, or a part of it that is a package's file. */
const mains: readonly AliasRow[] = [
  ...same('better-sqlite3', 'better-sqlite3.Database', 'libsql', 'better-sqlite3-multiple-ciphers'),
  ...same('realm', 'realm.Realm'),
  ...same('jimp', 'jimp.Jimp'),
  ...same('lmdb.Database', 'lmdb.RootDatabase'),
  ...same('ethers', 'ethers.ethers'),
  ...same('marked', 'marked.marked'),
  ...same('mkdirp', 'mkdirp.mkdirp'),
  ...same('rimraf', 'rimraf.rimraf'),
  ...same('glob', 'glob.glob'),
  ...same('crypto-js.PBKDF2', 'crypto-js/pbkdf2'),
  ...same('lodash.template', 'lodash/template'),
  ...same('@noble/hashes/scrypt.js', '@noble/hashes/scrypt'),
  ...same('@noble/hashes/pbkdf2.js', '@noble/hashes/pbkdf2'),
  ...same('jiti', 'jiti.createJiti'),
  ...same('jspdf', 'jspdf.jsPDF'),
  ...same('ajv', 'ajv.Ajv', 'ajv/dist/2019', 'ajv/dist/2020', 'ajv/dist/jtd'),
  ...same('enmap', 'enmap.Enmap'),
  ...same('preact-render-to-string', 'preact-render-to-string.render', 'preact-render-to-string.renderToString'),
  ...same('image-size', 'image-size.imageSize'),
];

/** Names of older versions. */
const older: readonly AliasRow[] = [
  ...same('glob.globSync', 'glob.sync'),
  ...same('globby.globbySync', 'globby.sync'),
  ...same('rimraf.rimrafSync', 'rimraf.sync'),
  ...same('mkdirp.mkdirpSync', 'mkdirp.sync'),
  ...same('del.deleteSync', 'del.sync'),
  ...same('find-up.findUpSync', 'find-up.sync'),
  ...same('locate-path.locatePathSync', 'locate-path.sync'),
  ...same('pkg-up.pkgUpSync', 'pkg-up.sync'),
  ...same('pkg-dir.packageDirectorySync', 'pkg-dir.sync'),
  ...same('path-exists.pathExistsSync', 'path-exists.sync'),
  ...same('make-dir.makeDirectorySync', 'make-dir.sync'),
  ...same('load-json-file.loadJsonFileSync', 'load-json-file.sync'),
  ...same('write-json-file.writeJsonFileSync', 'write-json-file.sync'),
  ...same('read-pkg.readPackageSync', 'read-pkg.sync'),
  ...same('execa.execaSync', 'execa.sync'),
  ...same('execa.execaCommandSync', 'execa.commandSync'),
  ...same('username.usernameSync', 'username.sync'),
  ...same('os-locale.osLocaleSync', 'os-locale.sync'),
  ...same('shell-env.shellEnvSync', 'shell-env.sync'),
  ...same('shell-path.shellPathSync', 'shell-path.sync'),
  ...same('hasha.hashFileSync', 'hasha.fromFileSync'),
];

export const npmAliases: readonly AliasRow[] = [...synonyms, ...mains, ...older];

export const npmInherits: readonly InheritRow[] = [
  { type: 'electron-store#', base: 'conf#' },
  { type: 'level.Level#', base: 'classic-level.ClassicLevel#' },
];

/** What a transaction is made of runs when the transaction is called. */
export const npmPasses: readonly PassRow[] = [{ api: 'better-sqlite3#transaction', arg: 0 }];
