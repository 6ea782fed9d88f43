// Queues and clocks. The jobs of a queue run on the loop of the process that works on it, unless they
// are named by a file: that one runs in a process of its own.

import type { EntryRow } from '../../core/knowledge';
import { events, type Framework, give, keepsHouse, serves, ticks } from './rows';

const emitter = 'node:events.EventEmitter#';
const bullDocs = 'https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md#queueprocess';
const bullmqDocs = 'https://docs.bullmq.io/guide/workers';
const sandboxDocs = 'https://docs.bullmq.io/guide/workers/sandboxed-processors';

function processors(api: string, use: EntryRow['use'], link: string, ...args: readonly number[]): readonly EntryRow[] {
  return args.map((arg) => ({ api, use, arg, runs: 'process', link }));
}

export const bull: Framework = {
  callbacks: events(bullDocs, 'bull#', 'process', 'on', 'once'),
  serving: serves(bullDocs, 'bull#process'),
  // A name and a number may stand before the file.
  entries: processors('bull#process', 'call', 'https://github.com/OptimalBits/bull#separate-processes', 0, 1, 2),
  inherits: [{ type: 'bull#', base: emitter }],
  aliases: [{ api: 'bull.Queue', of: 'bull' }],
};

export const bullmq: Framework = {
  callbacks: [
    ...events(bullmqDocs, 'bullmq.', 'Worker'),
    ...events('https://docs.bullmq.io/guide/events', 'bullmq.QueueEvents#', 'on', 'once'),
  ],
  serving: serves(bullmqDocs, 'bullmq.Worker'),
  entries: processors('bullmq.Worker', 'new', sandboxDocs, 1),
  inherits: ['bullmq.Worker#', 'bullmq.QueueEvents#', 'bullmq.Queue#'].map((type) => ({ type, base: emitter })),
};

const nodeCronDocs = 'https://nodecron.com/api-reference.html';
const cronDocs = 'https://github.com/kelektiv/node-cron#api';
const scheduleDocs = 'https://github.com/node-schedule/node-schedule#usage';
const agendaDocs = 'https://github.com/agenda/agenda#defining-job-processors';

export const schedulers: Framework = {
  callbacks: [
    ...ticks(nodeCronDocs, 'node-cron.', 'schedule', 'createTask'),
    ...ticks(cronDocs, 'cron.', 'CronJob'),
    ...ticks(cronDocs, 'cron.CronJob.', 'from'),
    ...ticks('https://croner.56k.guru/usage/basics/', 'croner.', 'Cron'),
    ...ticks(scheduleDocs, 'node-schedule.', 'scheduleJob'),
    ...ticks(agendaDocs, 'agenda#', 'define'),
  ],
  serving: [
    ...keepsHouse(nodeCronDocs, 'node-cron.schedule'),
    ...keepsHouse(scheduleDocs, 'node-schedule.scheduleJob'),
    ...keepsHouse(agendaDocs, 'agenda#start'),
    ...keepsHouse('https://croner.56k.guru/usage/basics/', 'croner.Cron'),
  ],
  returns: give('cron.CronJob#', 'cron.CronJob.', 'from'),
  aliases: [
    { api: 'agenda.Agenda', of: 'agenda' },
    { api: 'cron.job', of: 'cron.CronJob' },
  ],
  inherits: [{ type: 'agenda#', base: emitter }],
};
