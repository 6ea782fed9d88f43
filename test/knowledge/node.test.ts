// Every row about Node names something that Node has, and every function of Node whose name ends in
// `Sync` has a row. Rows of a newer Node are looked up on Node 24; what is newer than that is listed.

import assert from 'node:assert/strict';
import type { BlockingRow, KnowledgeTables } from '../../src/core/knowledge';
import { tables } from '../../src/knowledge';
import { node24 } from '../host/install';
import { probe, type Probed } from './nodes';

/** Rows of a Node that is newer than any that the tests have. */
const unverified = [
  'node:fs.openAsBlobSync',
  'node:zlib.createZipArchiveSync',
  'node:zlib.ZipEntry.createSync',
  'node:zlib.ZipEntry#contentSync',
  'node:zlib.ZipFile.openSync',
];

/** Names that end in `Sync` and need no row, by their reason. */
const withoutRow: Readonly<Record<string, string>> = {
  'node:fs.Dir#readSyncRecursive': 'undocumented: a part of readSync',
};

const major = Number(process.versions.node.split('.')[0]);

describe('rows about Node', () => {
  describe(`on the running Node ${process.versions.node}`, () => {
    let probed: Probed;
    before(async () => void (probed = await probe(process.execPath, apisUpTo(major))));
    it('name what Node has', () => assert.deepEqual(probed.missing, []));
    it('cover every name in Sync', () => assert.deepEqual(uncovered(probed), []));
  });

  describe('on Node 24', function () {
    this.timeout(300_000);
    let probed: Probed;
    before(async () => void (probed = await probe(await node24(), apisUpTo(24))));
    it('name what Node has', () => assert.deepEqual(probed.missing, []));
    it('cover every name in Sync', () => assert.deepEqual(uncovered(probed), []));
  });

  it('that are newer than Node 24 are on record', () => {
    const newer = tables.blocking.filter(({ since }) => (since ?? 0) > 24).map(({ api }) => api);
    assert.deepEqual(newer.sort(), [...unverified].sort());
  });

  it('are found missing if Node lacks them', async () => {
    const { missing } = await probe(process.execPath, [
      'node:fs.slurpSync',
      'node:fs.Dir#slurp',
      'node:fs.Nothing#read',
      'node:nothing.at',
    ]);
    assert.equal(missing.length, 4);
  });
});

/** The API paths that all the tables name, of Node versions up to `version`. */
function apisUpTo(version: number): readonly string[] {
  const rows = tables.blocking.filter(({ since }) => (since ?? 0) <= version);
  const newer = new Set(tables.blocking.filter(({ since }) => (since ?? 0) > version).map(({ api }) => classOf(api)));
  const paths = [...rows.flatMap(pathsOf), ...otherPaths(tables)].map((path) => path.replace(/:read$/, ''));
  return [...new Set(paths)].filter((path) => isNode(path) && !path.endsWith('*') && !newer.has(classOf(path)));
}

function pathsOf({ api, remedy }: BlockingRow): readonly string[] {
  return remedy.kind === 'async' ? [api, remedy.api] : [api];
}

function otherPaths({ callbacks, serving, returns, aliases, inherits }: KnowledgeTables): readonly string[] {
  return [
    ...callbacks.map(({ api }) => api),
    ...serving.map(({ api }) => api),
    ...returns.flatMap(({ api, type }) => [api, type]),
    ...aliases.flatMap(({ api, of }) => [api, of]),
    ...inherits.flatMap(({ type, base }) => [type, base]),
    ...inherits.flatMap(({ type, base }) => membersOf(base).map((member) => type + member)),
    ...tables.builtinModules.map((name) => `node:${name}`),
  ];
}

/** The members that knowledge names of a class: what inherits from it has them too. */
function membersOf(base: string): readonly string[] {
  return tables.callbacks.flatMap(({ api }) => (api.startsWith(base) && !api.endsWith('*') ? [api.slice(base.length)] : []));
}

/** What a path belongs to: its class, if it names one or a member of one. */
function classOf(path: string): string {
  return /^node:[\w/]+\.[A-Z]\w*/.exec(path)?.[0] ?? path;
}

/** Browsers have most globals; Node has these too. */
function isNode(path: string): boolean {
  return path.startsWith('node:') || /^global\.(?:Atomics|WebAssembly|gc|set|queueMicrotask)/.test(path);
}

function uncovered({ syncNames }: Probed): readonly string[] {
  const named = new Set(tables.blocking.flatMap(({ api }) => [api, api.replace(/#.*/, '')]));
  return syncNames.filter((name) => !named.has(name) && !(name in withoutRow));
}
