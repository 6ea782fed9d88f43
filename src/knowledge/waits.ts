// What a loop asks that only waits, and what needs no waiting for.

import type { PollRow } from '../core/knowledge';
import { mdn, nodeDocs } from './builders';

const clocks: readonly PollRow[] = [
  { api: 'global.Date.now', of: 'clock', link: mdn('Date/now') },
  { api: 'global.Date', of: 'clock', link: mdn('Date') },
  { api: 'global.Date#getTime', of: 'clock', link: mdn('Date/getTime') },
  { api: 'global.Date#valueOf', of: 'clock', link: mdn('Date/valueOf') },
  { api: 'global.performance.now', of: 'clock', link: mdn('Performance/now') },
  { api: 'node:perf_hooks.performance.now', of: 'clock', link: nodeDocs('perf_hooks', 'performancenow') },
  { api: 'node:process.hrtime', of: 'clock', link: nodeDocs('process', 'processhrtimetime') },
  { api: 'node:process.hrtime.bigint', of: 'clock', link: nodeDocs('process', 'processhrtimebigint') },
  { api: 'node:process.uptime', of: 'clock', link: nodeDocs('process', 'processuptime') },
];

const threads: readonly PollRow[] = [{ api: 'global.Atomics.load', of: 'thread', link: mdn('Atomics/load') }];

export const polls: readonly PollRow[] = [...clocks, ...threads];

export const settled: readonly string[] = ['global.Promise.resolve'];
