// Images. What works on pixels in JavaScript computes in step with their number: millions, for a photo.
// sharp does the same on threads of its own.

import type { BlockingRow, Remedy } from '../../core/knowledge';
import { callback, github, library, promise, worker } from '../builders';
import { unlessCallback } from '../judge';

const jimp = library('jimp', 'cpu-call', github('jimp-dev/jimp'));
const canvas = library('canvas', 'cpu-call', github('Automattic/node-canvas'));
const napiCanvas = library('@napi-rs/canvas', 'cpu-call', github('Brooooooklyn/canvas'));
const skia = library('skia-canvas', 'cpu-call', github('samizdatco/skia-canvas'));
const png = library('pngjs', 'cpu-call', github('pngjs/pngjs'));
const jpeg = library('jpeg-js', 'cpu-call', github('jpeg-js/jpeg-js'));

const native: Remedy = worker('Or use the package `sharp`, which computes on threads of its own');

const jimpMethods: Readonly<Record<string, string>> = {
  resize: 'computes every pixel of the new size in JavaScript',
  cover: 'computes every pixel of the covering size in JavaScript',
  contain: 'computes every pixel of the contained size in JavaScript',
  scaleToFit: 'computes every pixel of the fitting size in JavaScript',
  scale: 'computes every pixel of the scaled image in JavaScript',
  rotate: 'turns every pixel in JavaScript',
  blur: 'computes every pixel from those around it',
  gaussian: 'computes every pixel from many around it',
  composite: 'mixes every pixel with that of another image',
  greyscale: 'computes the grey of every pixel',
  getBuffer: 'compresses the whole image in JavaScript, and computes on the thread that awaits it',
  getBase64: 'compresses the whole image to base 64, and computes on the thread that awaits it',
  write: 'compresses the whole image for its file, and computes on the thread that awaits it',
};

const drawing: readonly BlockingRow[] = [
  canvas('Canvas#toBuffer', unlessFirstIsCallback('noticeable'), 'compresses the whole image', callback('canvas.Canvas#toBuffer'), {
    example: "'image/png'",
    harmless: '() => {}',
  }),
  canvas('Canvas#toDataURL', unlessCallback(1, 'noticeable'), 'compresses the whole image to a text', callback('canvas.Canvas#toDataURL'), {
    harmless: "'image/png', () => {}",
  }),
  napiCanvas('Canvas#toBuffer', 'noticeable', 'compresses the whole image', promise('@napi-rs/canvas.Canvas#encode')),
  napiCanvas('Canvas#encodeSync', 'noticeable', 'compresses the whole image to one format', promise('@napi-rs/canvas.Canvas#encode')),
  napiCanvas('Canvas#toDataURL', 'noticeable', 'compresses the whole image to a text', promise('@napi-rs/canvas.Canvas#toDataURLAsync')),
  skia('Canvas#toBufferSync', 'noticeable', 'draws and compresses the whole image', promise('skia-canvas.Canvas#toBuffer')),
  skia('Canvas#toURLSync', 'noticeable', 'draws and compresses the whole image to a text', promise('skia-canvas.Canvas#toURL')),
  skia('Canvas#toFileSync', 'noticeable', 'draws and compresses the whole image and writes it', promise('skia-canvas.Canvas#toFile')),
  library('@resvg/resvg-js', 'cpu-call', github('thx/resvg-js'))(
    'Resvg#render',
    'noticeable',
    'draws the whole image',
    promise('@resvg/resvg-js.renderAsync'),
  ),
];

const codecs: readonly BlockingRow[] = [
  png('PNG.sync.read', 'noticeable', 'decompresses the whole image', native),
  png('PNG.sync.write', 'noticeable', 'compresses the whole image', native),
  jpeg('decode', 'long', 'decompresses the whole image in JavaScript', native),
  jpeg('encode', 'long', 'compresses the whole image in JavaScript', native),
  library('blurhash', 'cpu-call', github('woltapp/blurhash'))(
    'encode',
    'noticeable',
    'computes waves over every pixel',
    worker('Encode a small copy of the image'),
  ),
  library('pixelmatch', 'cpu-call', github('mapbox/pixelmatch'))('', 'noticeable', 'compares every pixel of two images', worker()),
  library('jsqr', 'cpu-call', github('cozmo/jsQR'))('', 'noticeable', 'searches every pixel for a code', worker()),
];

/** `toBuffer(callback)` compresses on another thread. */
function unlessFirstIsCallback(cost: 'noticeable'): BlockingRow['cost'] {
  return (call) => (call.spread || call.isFunction(0) ? undefined : cost);
}

export const imageRows: readonly BlockingRow[] = [
  ...Object.entries(jimpMethods).map(([name, why]) => jimp(`#${name}`, 'long', why, native)),
  ...drawing,
  ...codecs,
];
