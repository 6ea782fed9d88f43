// Files that run on another thread or process than who starts them, and how projects name programs.

import type { EntryRow, ProgramNames, WorkerMarkRow } from '../core/knowledge';
import { mdn, nodeDocs } from './builders';

const threads: readonly EntryRow[] = [
  {
    api: 'node:worker_threads.Worker',
    use: 'new',
    arg: 0,
    runs: 'thread',
    link: nodeDocs('worker_threads', 'new Worker(filename[, options])'),
  },
  { api: 'global.Worker', use: 'new', arg: 0, runs: 'thread', link: mdn('Worker/Worker') },
  { api: 'global.SharedWorker', use: 'new', arg: 0, runs: 'thread', link: mdn('SharedWorker/SharedWorker') },
  { api: 'global.navigator.serviceWorker.register', use: 'call', arg: 0, runs: 'thread', link: mdn('ServiceWorkerContainer/register') },
  ...['piscina', 'piscina.Piscina'].map((api): EntryRow => ({
    api,
    use: 'new',
    arg: 0,
    option: 'filename',
    runs: 'thread',
    link: 'https://piscinajs.dev/api/constructor',
  })),
  ...['tinypool', 'tinypool.Tinypool'].map((api): EntryRow => ({
    api,
    use: 'new',
    arg: 0,
    option: 'filename',
    runs: 'thread',
    link: 'https://github.com/tinylibs/tinypool#readme',
  })),
  { api: 'workerpool.pool', use: 'call', arg: 0, runs: 'thread', link: 'https://github.com/josdejong/workerpool#pool' },
  { api: 'jest-worker.Worker', use: 'new', arg: 0, runs: 'thread', link: 'https://github.com/jestjs/jest/tree/main/packages/jest-worker' },
  { api: 'threads.Worker', use: 'new', arg: 0, runs: 'thread', link: 'https://threads.js.org/usage' },
  {
    api: 'bree',
    use: 'new',
    arg: 0,
    option: 'jobs',
    folder: 'jobs',
    folderOption: 'root',
    runs: 'thread',
    link: 'https://github.com/breejs/bree#instance-options',
  },
];

const processes: readonly EntryRow[] = [
  {
    api: 'node:child_process.fork',
    use: 'call',
    arg: 0,
    runs: 'process',
    link: nodeDocs('child_process', 'child_process.fork(modulePath[, args][, options])'),
  },
  // `spawn(process.execPath, ['child.js'])`
  ...['spawn', 'execFile', 'spawnSync', 'execFileSync'].map((name): EntryRow => ({
    api: `node:child_process.${name}`,
    use: 'call',
    arg: 1,
    runs: 'process',
    link: nodeDocs('child_process', 'child_process.spawn(command[, args][, options])'),
  })),
];

export const entries: readonly EntryRow[] = [...threads, ...processes];

export const workerMarks: readonly WorkerMarkRow[] = [
  ...['on', 'once', 'addListener', 'addEventListener', 'postMessage'].map((name): WorkerMarkRow => ({
    api: `node:worker_threads.ParentPort#${name}`,
    use: 'call',
  })),
  { api: 'global.onmessage', use: 'write', root: 'self' },
  { api: 'global.addEventListener', use: 'call', root: 'self' },
  { api: 'global.importScripts', use: 'call' },
  { api: 'workerpool.worker', use: 'call' },
  { api: 'threads/worker.expose', use: 'call' },
];

/** APIs that tell a thread which one it is: a file that asks is for both. */
export const threadTests: readonly string[] = ['node:worker_threads.isMainThread', 'node:cluster.isPrimary', 'node:cluster.isMaster'];

/** Functions that put the texts they are given together to a path. */
export const pathMakers: readonly string[] = [
  'node:path.join',
  'node:path.resolve',
  'node:url.fileURLToPath',
  'node:url.pathToFileURL',
  'global.URL',
  'global.require.resolve',
  'global.String',
];

const takingFiles = ['readFile', 'writeFile', 'appendFile', 'createReadStream', 'createWriteStream', 'open', 'truncate', 'unlink'];

/** What takes a path as its first argument that names one file, or the socket of a server, and no folder. */
export const fileTakers: readonly string[] = [
  ...['node:fs.', 'fs-extra.'].flatMap((module) => takingFiles.flatMap((name) => [`${module}${name}`, `${module}${name}Sync`])),
  ...takingFiles.map((name) => `node:fs/promises.${name}`),
  ...['readJson', 'readJsonSync', 'writeJson', 'writeJsonSync', 'outputFile', 'outputFileSync'].map((name) => `fs-extra.${name}`),
  ...['net', 'http', 'https'].map((module) => `node:${module}.Server#listen`),
];

/** Classes of the language whose instances hold what is put into them. */
export const collections: readonly string[] = ['global.Map', 'global.Set'];

export const programNames: ProgramNames = {
  commandFolders: ['scripts', 'bin'],
  askingPackages: [
    ...['inquirer', '@inquirer/prompts', 'prompts', 'promptly', 'enquirer', '@clack/prompts', 'prompt'],
    ...['node:readline/promises', 'readline/promises'],
  ],
  windowPackages: ['electron', 'nw.gui', '@tauri-apps/api', 'tkinter', 'PyQt5', 'PyQt6', 'PySide2', 'PySide6', 'wx', 'webview'],
  tapMethods: ['tap', 'tapAsync', 'tapPromise'],
  endingWords: ['stop', 'shutdown', 'exit', 'quit', 'terminate', 'restart', 'die'],
  handlingWords: ['on', 'do', 'handle', 'perform', 'force', 'graceful', 'gracefully', 'async', 'before'],
  endingNames: ['shutdown', 'gracefulshutdown', 'onshutdown', 'handleshutdown'],
  runners: ['node', 'nodemon', 'tsx', 'ts-node', 'ts-node-dev', 'ts-node-esm', 'babel-node', 'esno', 'esr', 'bun', 'jiti', 'swc-node'],
  servingMethods: ['listen'],
  credentials: ['ca', 'cert', 'key', 'pfx', 'crl', 'dhparam'],
  credentialHolders: ['ssl', 'tls'],
  ownMembers: [
    ...['app', 'application', 'bot', 'config', 'configuration', 'env', 'options', 'server', 'settings'],
    ...['route', 'currentRoute', 'routeOptions'],
  ],
  pageGlobals: ['document', 'window', 'localStorage'],
  setUpMethods: ['register', 'addHook', 'decorate'],
  ownMethods: ['push', 'unshift', 'concat', 'add', 'set', 'has', 'assign', 'replace', 'replaceAll', 'then', 'resolve'],
};
