// Work on data in memory that every program does: JSON, copies, sorting. Of one value of usual size it takes
// microseconds; so these are told only where the value is seen to be large, or may be.

import type { BlockingRow } from '../../core/knowledge';
import { called, mdn, nodeDocs, worker } from '../builders';
import { grows } from '../judge';

const reference = 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/';
const inPieces = worker('A streaming parser (`stream-json`) gives the thread back between the pieces');
const elsewhere = worker('It pays for large values only: they are copied on their way there');
const byDatabase = worker('Or have the database sort, or keep the list sorted');

/** A long list of nothing, for the examples. */
const zeros = 'new Array(10_000_000).fill(0)';
const numbers = 'new Array(1_000_000)';

export const dataRows: readonly BlockingRow[] = [
  called(
    'cpu-call',
    'global.JSON.parse',
    grows({ of: 0, bytes: 100_000, elements: 30_000, does: 'parses' }),
    'parses the whole text before it returns',
    inPieces,
    `${reference}JSON/parse`,
    { example: "'0'.repeat(10_000_000)", harmless: 'data' },
  ),
  called(
    'cpu-call',
    'global.JSON.stringify',
    grows({ of: 0, bytes: 200_000, elements: 10_000, does: 'turns into text' }),
    'turns the whole value into text before it returns',
    elsewhere,
    `${reference}JSON/stringify`,
    { example: zeros, harmless: 'data' },
  ),
  called(
    'cpu-call',
    'global.structuredClone',
    grows({ of: 0, bytes: 50_000, elements: 6_000, does: 'copies' }),
    'copies the value and everything that it holds',
    elsewhere,
    mdn('Window/structuredClone'),
    { example: zeros, harmless: 'data' },
  ),
  called(
    'cpu-call',
    'node:v8.serialize',
    grows({ of: 0, bytes: 60_000, elements: 20_000, does: 'turns into bytes' }),
    'turns the whole value into bytes',
    elsewhere,
    nodeDocs('v8', 'v8.serialize(value)'),
    { example: zeros, harmless: 'data' },
  ),
  called(
    'cpu-call',
    'node:v8.deserialize',
    grows({ of: 0, bytes: 60_000, elements: 20_000, does: 'builds the value of' }),
    'builds the whole value again from its bytes',
    elsewhere,
    nodeDocs('v8', 'v8.deserialize(buffer)'),
    { example: 'Buffer.alloc(10_000_000)', harmless: 'data' },
  ),
  ...(['sort', 'toSorted'] as const).map((name) =>
    called(
      'cpu-call',
      `global.Array#${name}`,
      grows({ of: 'receiver', elements: 1_500, does: 'sorts' }),
      `compares the elements with each other, to ${name === 'sort' ? 'sort them in place' : 'give them in order'}`,
      byDatabase,
      `${reference}Array/${name}`,
      { receiver: numbers },
    ),
  ),
  called(
    'cpu-call',
    'global.Array.from',
    grows({ of: 0, elements: 15_000, does: 'makes a list of' }),
    'makes a list, element by element',
    worker(),
    `${reference}Array/from`,
    { example: '{ length: 10_000_000 }, Math.random', harmless: 'data' },
  ),
  called(
    'cpu-call',
    'global.Buffer.concat',
    grows({ of: 0, bytes: 2_000_000, does: 'copies' }),
    'copies all the pieces into one buffer',
    worker('Or work on the pieces as they come'),
    nodeDocs('buffer', 'static-method-bufferconcatlist-totallength'),
    { example: '[...Buffer.alloc(50_000_000)]', harmless: 'buffers' },
  ),
];
