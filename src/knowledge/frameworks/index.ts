// All frameworks as one part of the tables.

import { graphql, routingControllers, trpc, typeGraphql } from './apis';
import { cloudflare, lambda, otherClouds } from './cloud';
import { cac, commander, yargs } from './commandLines';
import { electron } from './electron';
import { bull, bullmq, schedulers } from './jobs';
import { chokidar, discord, mqtt, socketIo, ws } from './messages';
import { nest } from './nest';
import { angular, react, svelte, vue } from './pages';
import { platform } from './platform';
import { pythonFrameworks } from '../python/frameworks';
import type { Framework } from './rows';
import { bun, deno } from './runtimes';
import { express, fastify, hapi, hono, koa, meteor } from './servers';
import { astro, nextJs, nuxt, remix, svelteKit } from './sites';

const all: readonly Framework[] = [
  ...[express, koa, fastify, hapi, hono, nest, meteor],
  ...[nextJs, remix, svelteKit, nuxt, astro],
  ...[trpc, graphql, typeGraphql, routingControllers],
  ...[socketIo, ws, mqtt, discord, chokidar],
  ...[bull, bullmq, schedulers],
  ...[electron, lambda, cloudflare, otherClouds, deno, bun],
  ...[commander, yargs, cac],
  ...[react, vue, svelte, angular, platform],
  ...pythonFrameworks,
];

function rowsOf<Table extends keyof Framework>(table: Table): NonNullable<Framework[Table]>[number][] {
  return all.flatMap((framework) => [...(framework[table] ?? [])] as NonNullable<Framework[Table]>[number][]);
}

export const frameworks: Required<Framework> = {
  aliases: rowsOf('aliases'),
  applications: rowsOf('applications'),
  callbacks: rowsOf('callbacks'),
  entries: rowsOf('entries'),
  inherits: rowsOf('inherits'),
  passes: rowsOf('passes'),
  returns: rowsOf('returns'),
  rootExports: rowsOf('rootExports'),
  roots: rowsOf('roots'),
  serving: rowsOf('serving'),
};
