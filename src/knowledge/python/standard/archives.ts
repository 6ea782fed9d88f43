// Archives and compression. Compressing computes without the interpreter's lock, so that a thread frees
// the loop. Of one text of usual size nothing is said to be slow: it adds up in a loop.

import type { BlockingRow, CostClass } from '../../../core/knowledge';
import { grows, type Judgement } from '../../judge';
import { ofPath, piecewise } from '../judge';
import { bare, each, extend, give, type Library, same, standard } from '../rows';

const released = { gil: 'released' } as const;

const zip = standard('zipfile', 'py:zipfile.', 'sync-compression', released);
const tar = standard('tarfile', 'py:tarfile.', 'sync-compression', released);
const gzip = standard('gzip', 'py:gzip.', 'sync-compression', released);
const bz2 = standard('bz2', 'py:bz2.', 'sync-compression', released);
const lzma = standard('lzma', 'py:lzma.', 'sync-compression', released);
const zlib = standard('zlib', 'py:zlib.', 'sync-compression', released);

const archives: readonly BlockingRow[] = [
  zip('ZipFile', 'noticeable', 'opens the archive and reads its table of contents', { example: "'a.zip'" }),
  zip('ZipFile#read', 'noticeable', 'reads and unpacks a whole file', { example: "'a'" }),
  zip('ZipFile#extract', 'noticeable', 'unpacks a file to the disk', { example: "'a'" }),
  zip('ZipFile#extractall', 'long', 'unpacks the whole archive to the disk'),
  zip('ZipFile#write', 'noticeable', 'reads a file and compresses it', { example: "'a'" }),
  zip('ZipFile#writestr', 'noticeable', 'compresses the data', { example: "'a', data" }),
  zip('ZipFile#testzip', 'long', 'unpacks every file to check it'),
  zip('is_zipfile', 'noticeable', 'opens the file and looks for the end of an archive', { example: "'a.zip'" }),
  tar('open', 'noticeable', 'opens the archive and reads its first entry', { example: "'a.tar'" }),
  tar('TarFile#extract', 'noticeable', 'unpacks a file to the disk', { example: "'a'" }),
  tar('TarFile#extractall', 'long', 'unpacks the whole archive to the disk'),
  tar('TarFile#add', 'long', 'compresses the file, or everything below the folder', { example: "'a'" }),
  tar('TarFile#addfile', 'noticeable', 'compresses the file', { example: 'data' }),
  ...each(tar, ['TarFile#getmembers', 'TarFile#getnames'], 'long', (name) => `reads the whole archive, to list it with ${bare(name)}`),
  tar('TarFile#getmember', 'long', 'reads the whole archive, to find the last entry of that name', { example: "'a'" }),
  tar('TarFile#__iter__', 'long', 'reads the archive entry by entry'),
  tar('is_tarfile', 'noticeable', 'opens the file and looks for an archive', { example: "'a.tar'" }),
];

const going = { continues: 'receiver' } as const;

const streams: readonly BlockingRow[] = [
  ...[
    { operation: gzip, type: 'GzipFile' },
    { operation: bz2, type: 'BZ2File' },
    { operation: lzma, type: 'LZMAFile' },
  ].flatMap(({ operation, type }) => [
    operation('open', ofPath('noticeable'), 'opens the compressed file', { example: "'a.z'" }),
    operation(type, 'noticeable', 'opens the compressed file by its class', { example: "'a.z'" }),
    operation(`${type}#read`, piecewise, 'reads and unpacks the file, all of it unless a size is given', going),
    operation(`${type}#readline`, 'tiny', 'unpacks a line of the file', going),
    operation(`${type}#readlines`, 'noticeable', 'unpacks all lines of the file', going),
    operation(`${type}#write`, 'noticeable', 'compresses the data and writes it', { ...going, example: 'data' }),
    operation(`${type}#__iter__`, 'noticeable', 'unpacks the file line by line', going),
  ]),
];

const once: readonly BlockingRow[] = [
  ...[zlib, gzip].flatMap((operation) => [
    operation('compress', packs(30_000, 'tiny'), 'compresses all the data at once', { example: 'data' }),
    operation('decompress', unpacks(150_000, 'tiny'), 'unpacks all the data at once', { example: 'data' }),
  ]),
  bz2('compress', packs(4_000, 'noticeable'), 'compresses all the data at once, slowly and well', { example: 'data' }),
  lzma('compress', packs(1_000, 'noticeable'), 'compresses all the data at once, slower and better than any other', { example: 'data' }),
  bz2('decompress', unpacks(10_000, 'noticeable'), 'unpacks all the data at once', { example: 'data' }),
  lzma('decompress', unpacks(20_000, 'noticeable'), 'unpacks all the data at once', { example: 'data' }),
];

function packs(bytes: number, usual: CostClass): Judgement {
  return grows({ of: 0, bytes, does: 'compresses', usual });
}

function unpacks(bytes: number, usual: CostClass): Judgement {
  return grows({ of: 0, bytes, does: 'unpacks', usual });
}

export const compression: Library = {
  blocking: [...archives, ...streams, ...once],
  returns: [
    ...give('py:tarfile.TarFile#', 'py:tarfile.', 'open'),
    ...give('py:gzip.GzipFile#', 'py:gzip.', 'open'),
    ...give('py:bz2.BZ2File#', 'py:bz2.', 'open'),
    ...give('py:lzma.LZMAFile#', 'py:lzma.', 'open'),
    ...give('py:io.TextIOWrapper#', 'py:zipfile.ZipFile#', 'open'),
    ...give('py:io.TextIOWrapper#', 'py:tarfile.TarFile#', 'extractfile'),
  ],
  inherits: extend('py:zipfile.ZipFile#', 'py:zipfile.PyZipFile#'),
  aliases: same('py:tarfile.open', 'py:tarfile.TarFile.open'),
};
