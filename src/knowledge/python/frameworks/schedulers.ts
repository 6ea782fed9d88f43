// Jobs by the clock. Who runs them decides: a thread, or the loop, whose schedulers bring plain functions to
// a thread as well.

import { events, type Framework, keepsHouse, offLoop, onThread, onTick, plainOnThreads, roots, taking, ticks } from './rows';

const apschedulerDocs = 'https://apscheduler.readthedocs.io/en/3.x/userguide.html';
const threaded = ['py:apscheduler.schedulers.background.BackgroundScheduler#', 'py:apscheduler.schedulers.blocking.BlockingScheduler#'];
const onLoop = ['py:apscheduler.schedulers.asyncio.AsyncIOScheduler#', 'py:apscheduler.schedulers.tornado.TornadoScheduler#'];

export const apscheduler: Framework = {
  callbacks: [
    ...threaded.flatMap((owner) => taking(offLoop(apschedulerDocs, owner, 'add_job'), 0, 'func')),
    ...onLoop.flatMap((owner) => plainOnThreads(taking(ticks(apschedulerDocs, owner, 'add_job'), 0, 'func'))),
    ...onLoop.flatMap((owner) => taking(events(`${apschedulerDocs}#scheduler-events`, owner, 'add_listener'), 0, 'callback')),
  ],
  roots: [
    ...threaded.flatMap((owner) => roots('decorator', onThread, apschedulerDocs, owner, 'scheduled_job')),
    ...onLoop.flatMap((owner) => plainOnThreads(roots('decorator', onTick, apschedulerDocs, owner, 'scheduled_job'))),
  ],
  serving: onLoop.flatMap((owner) => keepsHouse(apschedulerDocs, `${owner}start`)),
};

const aiocronDocs = 'https://github.com/gawel/aiocron#usage';

export const aiocron: Framework = {
  callbacks: taking(ticks(aiocronDocs, 'py:aiocron.', 'crontab'), 1, 'func'),
  roots: roots('decorator', onTick, aiocronDocs, 'py:aiocron.', 'crontab'),
};
