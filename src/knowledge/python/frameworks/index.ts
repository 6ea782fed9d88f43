// All frameworks of Python.

import { asyncio, functional } from './asyncio';
import { homeAssistant } from './homeAssistant';
import type { Framework } from './rows';
import { aiohttp, django, grpc, litestar, quart, sanic, socketIo, tornado, websockets } from './servers';
import { fastapi, starlette } from './starlette';
import { aiocron, apscheduler } from './schedulers';
import { anyio, asgiref, taskQueues, threads, trio } from './threads';

export const pythonFrameworks: readonly Framework[] = [
  ...[asyncio, functional, threads, anyio, trio, asgiref],
  ...[starlette, fastapi, aiohttp, sanic, quart, tornado, django, litestar, socketIo, websockets, grpc],
  ...[taskQueues, apscheduler, aiocron, homeAssistant],
];
