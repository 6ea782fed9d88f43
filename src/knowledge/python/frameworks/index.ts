// All frameworks of Python.

import { asyncio, functional } from './asyncio';
import type { Framework } from './rows';
import { aiocron, apscheduler } from './schedulers';
import { anyio, asgiref, taskQueues, threads, trio } from './threads';

export const pythonFrameworks: readonly Framework[] = [
  ...[asyncio, functional, threads, anyio, trio, asgiref],
  ...[taskQueues, apscheduler, aiocron],
];
