// What goes through all of a list or a text before it returns. Methods are known by their names alone: they
// are asked about only where the receiver is known to be large data.

import type { TraversalRow } from '../core/knowledge';
import { mdn } from './builders';

const array = (name: string): string => `https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Array/${name}`;

const callingBack = ['forEach', 'map', 'filter', 'some', 'every', 'find', 'findIndex', 'findLast', 'findLastIndex', 'flatMap'];
const others = ['reduce', 'reduceRight', 'join', 'concat', 'sort', 'toSorted', 'reverse', 'toReversed', 'flat'];
/** With a place to start from they go on where the last one ended. */
const searching = ['includes', 'indexOf', 'lastIndexOf'];

const methods: readonly TraversalRow[] = [
  ...[...callingBack, ...others].map((name): TraversalRow => ({
    api: `#${name}`,
    language: 'javascript',
    of: 'receiver',
    link: array(name),
  })),
  ...searching.map((name): TraversalRow => ({ api: `#${name}`, language: 'javascript', of: 'receiver', most: 1, link: array(name) })),
];

const functions: readonly TraversalRow[] = [
  'Object.keys',
  'Object.values',
  'Object.entries',
  'Object.fromEntries',
  'Array.from',
  'Set',
  'Map',
  'JSON.stringify',
  'structuredClone',
].map((name) => ({ api: `global.${name}`, language: 'javascript', of: 0, link: mdn(name) }));

export const traversals: readonly TraversalRow[] = [...methods, ...functions];
