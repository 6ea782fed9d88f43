// A synchronous request freezes the page until the server has answered.

import type { BlockingRow, CallShape, CostClass } from '../../core/knowledge';
import { called, mdn, promise } from '../builders';
import { literal } from '../judge';

/** `open(method, url, false)`; without a third argument the request is asynchronous. */
function synchronous(call: CallShape): CostClass | undefined {
  return literal(call, 2) === false ? 'unbounded' : undefined;
}

const beacon = 'While the page is left, `navigator.sendBeacon` or `fetch` with `keepalive` sends without waiting';

export const networkRows: readonly BlockingRow[] = [
  called(
    'sync-network',
    'global.XMLHttpRequest#open',
    synchronous,
    'makes the request synchronous: `send` waits for the whole answer',
    promise('global.fetch', beacon),
    mdn('XMLHttpRequest/open'),
    {
      example: "'GET', '/data', false",
      harmless: "'GET', '/data', true",
    },
  ),
];
