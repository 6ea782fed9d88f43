// Archives and compression. Native modules have variants that leave the thread; what compresses in
// JavaScript or WebAssembly holds it, and node:zlib does the same work elsewhere.

import type { BlockingRow, CallShape, CostClass, Remedy } from '../../core/knowledge';
import { advice, callback, github, library, promise, used, worker } from '../builders';
import { isOn, literal } from '../judge';

const zip = library('adm-zip', 'sync-compression', github('cthackers/adm-zip'));
const tar = library('tar', 'sync-compression', github('isaacs/node-tar'));
const fflate = library('fflate', 'sync-compression', github('101arrowz/fflate'));
const pako = library('pako', 'sync-compression', github('nodeca/pako'));
const snappy = library('snappy', 'sync-compression', github('Brooooooklyn/snappy'));
const lz4 = library('lz4-napi', 'sync-compression', github('antoniomuso/lz4-napi'));
const brotli = library('brotli', 'sync-compression', github('devongovett/brotli.js'));
const strings = library('lz-string', 'sync-compression', github('pieroxy/lz-string'));
const pizzip = library('pizzip', 'sync-compression', github('open-xml-templating/pizzip'));

const streaming = worker('Or unpack and pack with streams (`yauzl`, `unzipper`, `archiver`)');

/** Only with `sync: true` does it wait. */
function ifSync(call: CallShape): 'long' | undefined {
  return isOn(call, 0, 'sync') ? 'long' : undefined;
}

/** Node compresses on another thread if a callback is given. */
function zlib(name: string): Remedy {
  return callback(`node:zlib.${name}`);
}

/** A path is read; a buffer is there already. */
function opening(call: CallShape): CostClass | undefined {
  if (call.argCount === 0 && !call.spread) return undefined;
  return typeof literal(call, 0) === 'string' ? 'noticeable' : 'tiny';
}

const zips: readonly BlockingRow[] = [
  used('new', zip('', opening, 'reads the whole archive if it is given a path', streaming, { example: "'a.zip'", harmless: '' })),
  zip('#extractAllTo', 'long', 'unpacks the whole archive and writes all its files', promise('adm-zip#extractAllToAsync')),
  zip('#extractEntryTo', 'noticeable', 'unpacks the entry and writes it', streaming),
  zip('#readFile', 'noticeable', 'unpacks the whole entry', callback('adm-zip#readFileAsync')),
  zip('#readAsText', 'noticeable', 'unpacks the whole entry as text', callback('adm-zip#readAsTextAsync')),
  zip('#addLocalFile', 'noticeable', 'reads the whole file', streaming),
  zip('#addLocalFolder', 'long', 'reads all files of the tree', promise('adm-zip#addLocalFolderPromise')),
  zip('#writeZip', 'long', 'packs all entries and writes the archive', promise('adm-zip#writeZipPromise')),
  zip('#toBuffer', (call) => (call.argCount > 0 ? undefined : 'long'), 'packs all entries', promise('adm-zip#toBufferPromise'), {
    harmless: '() => {}',
  }),
  zip('IZipEntry#getData', 'noticeable', 'unpacks all the data of the entry', callback('adm-zip.IZipEntry#getDataAsync')),
  pizzip('#generate', 'long', 'packs all entries', worker()),
];

const tars: readonly BlockingRow[] = (
  [
    ['create', 'reads all files and packs them'],
    ['extract', 'unpacks the whole archive and writes all its files'],
    ['list', 'reads the whole archive'],
    ['update', 'reads the whole archive and packs the files that are newer'],
    ['replace', 'packs the files into the archive'],
  ] as const
).map(([name, why]) =>
  tar(name, ifSync, why, promise(`tar.${name}`, 'Leave out `sync: true`'), {
    example: "{ sync: true, file: 'a.tgz' }, ['.']",
    harmless: "{ file: 'a.tgz' }, ['.']",
  }),
);

const native: readonly BlockingRow[] = [
  snappy('compressSync', 'noticeable', 'compresses all the data', promise('snappy.compress')),
  snappy('uncompressSync', 'noticeable', 'decompresses all the data', promise('snappy.uncompress')),
  lz4('compressSync', 'noticeable', 'compresses all the data', promise('lz4-napi.compress')),
  lz4('uncompressSync', 'noticeable', 'decompresses all the data', promise('lz4-napi.uncompress')),
  lz4('compressFrameSync', 'noticeable', 'compresses all the data to a frame', promise('lz4-napi.compressFrame')),
  lz4('decompressFrameSync', 'noticeable', 'decompresses all the data of a frame', promise('lz4-napi.decompressFrame')),
];

const scripts: readonly BlockingRow[] = [
  fflate('zipSync', 'long', 'packs all the files', callback('fflate.zip')),
  fflate('unzipSync', 'long', 'unpacks the whole archive', callback('fflate.unzip')),
  fflate('gzipSync', 'noticeable', 'compresses all the data to gzip', callback('fflate.gzip')),
  fflate('gunzipSync', 'noticeable', 'decompresses all the gzip data', callback('fflate.gunzip')),
  fflate('deflateSync', 'noticeable', 'compresses all the data', callback('fflate.deflate')),
  fflate('inflateSync', 'noticeable', 'decompresses all the data', callback('fflate.inflate')),
  fflate('zlibSync', 'noticeable', 'compresses all the data with a header', callback('fflate.zlib')),
  fflate('unzlibSync', 'noticeable', 'decompresses all the data with a header', callback('fflate.unzlib')),
  fflate('decompressSync', 'noticeable', 'decompresses all the data, whatever its header', callback('fflate.decompress')),
  pako('deflate', 'noticeable', 'compresses all the data', zlib('deflate')),
  pako('inflate', 'noticeable', 'decompresses all the data', zlib('inflate')),
  pako('gzip', 'noticeable', 'compresses all the data to gzip', zlib('gzip')),
  pako('ungzip', 'noticeable', 'decompresses all the gzip data', zlib('gunzip')),
  pako('deflateRaw', 'noticeable', 'compresses all the data without a header', zlib('deflateRaw')),
  pako('inflateRaw', 'noticeable', 'decompresses all the data without a header', zlib('inflateRaw')),
  brotli('compress', 'long', 'compresses all the data in WebAssembly', zlib('brotliCompress')),
  brotli('decompress', 'noticeable', 'decompresses all the data in JavaScript', zlib('brotliDecompress')),
  library('fzstd', 'sync-compression', github('101arrowz/fzstd'))('decompress', 'noticeable', 'decompresses all the data', worker()),
  strings('compress', 'noticeable', 'compresses the whole text', worker()),
  strings('decompress', 'noticeable', 'decompresses the whole text', worker()),
  strings('compressToBase64', 'noticeable', 'compresses the whole text to base 64', worker()),
  strings('decompressFromBase64', 'noticeable', 'decompresses the whole text from base 64', worker()),
  strings('compressToUTF16', 'noticeable', 'compresses the whole text to UTF-16', worker()),
  strings('decompressFromUTF16', 'noticeable', 'decompresses the whole text from UTF-16', worker()),
  strings('compressToEncodedURIComponent', 'tiny', 'compresses the text for an address', advice('Keep what goes into an address short')),
];

export const archiveRows: readonly BlockingRow[] = [...zips, ...tars, ...native, ...scripts];
