// All frameworks of Python.

import { asyncio, functional } from './asyncio';
import { aiogram, discord, hikari, otherTelegrams, pythonTelegramBot } from './bots';
import { homeAssistant } from './homeAssistant';
import { chats, kopf, modelTools, nicegui, textual } from './interfaces';
import { commandLines } from './commands';
import { clients, faststream } from './messages';
import type { Framework } from './rows';
import { aiocron, apscheduler } from './schedulers';
import { aiohttp, django, grpc, litestar, quart, sanic, socketIo, tornado, websockets } from './servers';
import { fastapi, starlette } from './starlette';
import { anyio, asgiref, taskQueues, threads, trio } from './threads';

export const pythonFrameworks: readonly Framework[] = [
  ...[asyncio, functional, threads, anyio, trio, asgiref],
  ...[starlette, fastapi, aiohttp, sanic, quart, tornado, django, litestar, socketIo, websockets, grpc],
  ...[taskQueues, apscheduler, aiocron, faststream, clients],
  ...[discord, hikari, pythonTelegramBot, aiogram, otherTelegrams],
  ...[homeAssistant, textual, nicegui, modelTools, chats, kopf],
  commandLines,
];
