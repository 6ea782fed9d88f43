// node:zlib. Where the size of the data is not known, all are noticeable: ten kilobytes take a fraction
// of a millisecond, a few megabytes tens of milliseconds. Brotli's default quality is a hundred times as slow.

import type { BlockingRow, CallShape } from '../../core/knowledge';
import { called, callback, nodeDocs, promise } from '../builders';
import { type Growth, grows, type Judgement, numberOption } from '../judge';

/** `gzipSync`, whose way out is `gzip`. */
function zlib(name: string, parameter: string, why: string, since?: number): BlockingRow {
  const twin = callback(`node:zlib.${name}`, '`util.promisify` makes it awaitable; for long data use `stream/promises.pipeline`');
  const link = nodeDocs('zlib', `zlib.${name}Sync(${parameter}[, options])`);
  return called('sync-compression', `node:zlib.${name}Sync`, speeds[name] ?? 'noticeable', why, twin, link, {
    ...(since !== undefined && { since }),
  });
}

const packing: Growth = { of: 0, bytes: 35_000, does: 'compresses', usual: 'noticeable' };
const unpacking = grows({ of: 0, bytes: 150_000, does: 'unpacks', usual: 'noticeable' });

/** Level 1 is some three times as fast as the default, 6. */
function byLevel(call: CallShape): ReturnType<Judgement> {
  const level = numberOption(call, 1, 'level') ?? 6;
  return grows({ ...packing, bytes: level <= 3 ? 100_000 : 35_000 })(call);
}

/** Its default quality is the slowest of twelve. */
function brotli(call: CallShape): ReturnType<Judgement> {
  return call.argCount > 1 ? grows(packing)(call) : grows({ ...packing, bytes: 350 })(call);
}

const speeds: Readonly<Record<string, Judgement>> = {
  ...Object.fromEntries(['gzip', 'deflate', 'deflateRaw'].map((name) => [name, byLevel])),
  ...Object.fromEntries(
    ['gunzip', 'inflate', 'inflateRaw', 'unzip', 'brotliDecompress', 'zstdDecompress'].map((name) => [name, unpacking]),
  ),
  brotliCompress: brotli,
  zstdCompress: grows({ ...packing, bytes: 200_000 }),
};

const zipDocs = 'https://nodejs.org/api/zlib.html';

export const compressionRows: readonly BlockingRow[] = [
  zlib('gzip', 'buffer', 'compresses all the data into gzip format before it returns'),
  zlib('gunzip', 'buffer', 'unpacks all the gzip data before it returns'),
  zlib('deflate', 'buffer', 'compresses all the data with deflate before it returns'),
  zlib('inflate', 'buffer', 'unpacks all the deflated data before it returns'),
  zlib('deflateRaw', 'buffer', 'compresses all the data with raw deflate before it returns'),
  zlib('inflateRaw', 'buffer', 'unpacks all the raw deflated data before it returns'),
  zlib('unzip', 'buffer', 'finds out the format of the data and unpacks all of it before it returns'),
  zlib('brotliCompress', 'buffer', 'compresses all the data with Brotli, whose default quality is its slowest, before it returns'),
  zlib('brotliDecompress', 'buffer', 'unpacks all the Brotli data before it returns'),
  zlib('zstdCompress', 'buffer', 'compresses all the data with Zstandard before it returns', 22),
  zlib('zstdDecompress', 'buffer', 'unpacks all the Zstandard data before it returns', 22),
  called(
    'sync-compression',
    'node:zlib.createZipArchiveSync',
    'noticeable',
    'packs all the entries of the archive before it returns',
    promise('node:zlib.createZipArchive'),
    zipDocs,
    { since: 26 },
  ),
  called(
    'sync-compression',
    'node:zlib.ZipEntry.createSync',
    'noticeable',
    'compresses the content of the entry before it returns',
    promise('node:zlib.ZipEntry.create'),
    zipDocs,
    { since: 26 },
  ),
  called(
    'sync-compression',
    'node:zlib.ZipEntry#contentSync',
    'noticeable',
    'unpacks the content of the entry before it returns',
    promise('node:zlib.ZipEntry#content'),
    zipDocs,
    { since: 26 },
  ),
  called(
    'sync-file',
    'node:zlib.ZipFile.openSync',
    'noticeable',
    'opens the archive and reads its directory before it returns',
    promise('node:zlib.ZipFile.open'),
    zipDocs,
    { since: 26 },
  ),
];
