// Document and layout. Reading a size makes the browser lay the page out if anything changed since the
// last time: harmless once, and harmless in a loop that only reads. Whether a loop also writes is not
// asked here, so these rows stay tiny, and are silent outside of loops.

import type { Value } from '../../core/facts';
import type { BlockingRow, CallShape, Cost, CostClass, Remedy } from '../../core/knowledge';
import { advice, callback, called, mdn, used } from '../builders';
import { perRound } from '../judge';

const eachRound: Cost = {
  class: 'tiny',
  why: 'the browser lays the page out again in every round, if the loop also changes the page',
};
const inLoop = perRound(undefined, eachRound);

const batch = advice('Read all sizes first and change the page afterwards, best in `requestAnimationFrame`');
const painted =
  'A worker with an OffscreenCanvas can read pixels without stopping the page; the option `willReadFrequently` of `getContext` makes it cheaper';

/** Sizes and places as properties. */
function measured(type: string, names: readonly string[], why: string): readonly BlockingRow[] {
  return names.map((name) => used('read', measures(type, name, why)));
}

/** Sizes and places as methods. */
function measures(type: string, name: string, why: string): BlockingRow {
  return called('sync-dom', `global.${type}#${name}`, inLoop, why, batch, mdn(`${type}/${name}`));
}

function dom(member: string, why: string, remedy: Remedy, page: string, cost: BlockingRow['cost'] = 'noticeable'): BlockingRow {
  return called('sync-dom', `global.${member}`, cost, why, remedy, mdn(page));
}

const fewPixels = 10_000;

/** A small picture is there at once: `canvas.width = 1`. */
function ofPicture(call: CallShape): CostClass {
  const side = (value: Value | undefined): number => (value?.kind === 'literal' ? Number(value.value) : Infinity);
  return side(call.given('width')) * side(call.given('height')) <= fewPixels ? 'tiny' : 'noticeable';
}

export const domRows: readonly BlockingRow[] = [
  dom(
    'Document#write',
    'parses the text at once, and while the page loads it stops the parser',
    advice('Add elements with `append` or `insertAdjacentHTML`'),
    'Document/write',
  ),
  dom(
    'Document#writeln',
    'parses the line at once, and while the page loads it stops the parser',
    advice('Add elements with `append` or `insertAdjacentHTML`'),
    'Document/writeln',
  ),
  dom(
    'HTMLCanvasElement#toDataURL',
    'compresses the whole picture before it returns',
    callback('global.HTMLCanvasElement#toBlob', 'On an OffscreenCanvas, await `convertToBlob`'),
    'HTMLCanvasElement/toDataURL',
    ofPicture,
  ),
  dom(
    'CanvasRenderingContext2D#getImageData',
    'waits for the graphics processor and copies the pixels back',
    advice(painted),
    'CanvasRenderingContext2D/getImageData',
  ),
  dom(
    'WebGLRenderingContext#readPixels',
    'waits until the graphics processor has drawn, and copies the pixels back',
    advice('Read into a buffer with WebGL 2 and fetch it when its fence has passed'),
    'WebGLRenderingContext/readPixels',
  ),
  dom(
    'WebGLRenderingContext#finish',
    'waits until the graphics processor has done everything',
    advice('Use a fence of WebGL 2 (`fenceSync`), or `flush`, which does not wait'),
    'WebGLRenderingContext/finish',
  ),
  ...measured(
    'HTMLElement',
    ['offsetTop', 'offsetLeft', 'offsetWidth', 'offsetHeight', 'offsetParent'],
    'needs the layout of the whole page to say where the element is',
  ),
  ...measured(
    'Element',
    ['clientTop', 'clientLeft', 'clientWidth', 'clientHeight', 'scrollWidth', 'scrollHeight', 'scrollTop', 'scrollLeft'],
    'needs the layout of the whole page to say how large the element is',
  ),
  used('read', measures('HTMLElement', 'innerText', 'needs the layout of the page to leave out what is not shown')),
  measures('Element', 'getBoundingClientRect', 'needs the layout of the whole page to say where the element is'),
  measures('Element', 'getClientRects', 'needs the layout of the whole page to say where the lines of the element are'),
  measures('Element', 'scrollIntoView', 'needs the layout of the whole page to know how far to scroll'),
  measures('Range', 'getBoundingClientRect', 'needs the layout of the whole page to say where the text is'),
  measures('SVGGraphicsElement', 'getBBox', 'needs the layout of the drawing to say how large the shape is'),
  measures('Document', 'elementFromPoint', 'needs the layout of the whole page to find the element'),
];
