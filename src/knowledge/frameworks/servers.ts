// Servers whose handlers are registered by calls.

import { chains, type Framework, give, giving, keeps, later, once, roots, atStart, onRequest, routes, serves, events } from './rows';

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all', 'use'];

const expressDocs = 'https://expressjs.com/en/api.html';

export const express: Framework = {
  callbacks: [
    ...giving(['express.Request#', 'express.Response#'], routes(`${expressDocs}#router`, 'express.Router#', '*')),
    ...later(`${expressDocs}#app.listen`, 'express#', 'listen'),
  ],
  serving: serves(`${expressDocs}#app.listen`, 'express#listen'),
  returns: [
    ...give('express#', '', 'express'),
    ...give('express.Router#', 'express.', 'Router'),
    ...give('express.Route#', 'express.Router#', 'route'),
    ...chains('express.Router#', 'use', 'get', 'post', 'put', 'patch', 'delete', 'all', 'param'),
    ...give('node:http.Server#', '', 'express#listen'),
  ],
  inherits: [
    { type: 'express#', base: 'express.Router#' },
    { type: 'express.Application#', base: 'express#' },
    { type: 'express.Express#', base: 'express#' },
    { type: 'express.IRouter#', base: 'express.Router#' },
    { type: 'express.Route#', base: 'express.Router#' },
    { type: 'express.Request#', base: 'node:http.IncomingMessage#' },
    { type: 'express.Response#', base: 'node:http.ServerResponse#' },
  ],
  roots: roots(
    'type',
    onRequest,
    `${expressDocs}#middleware-callback-function-examples`,
    'express.',
    'RequestHandler',
    'ErrorRequestHandler',
  ),
};

const koaDocs = 'https://koajs.com/';
const koaRouter = 'https://github.com/koajs/router/blob/master/API.md';

export const koa: Framework = {
  callbacks: [
    ...giving(['koa.Context#'], routes(`${koaDocs}#application`, 'koa#', 'use')),
    ...later(`${koaDocs}#application`, 'koa#', 'listen'),
    ...giving(['koa.Context#'], routes(koaRouter, '@koa/router#', '*')),
  ],
  serving: serves(`${koaDocs}#application`, 'koa#listen'),
  returns: [
    ...chains('koa#', 'use'),
    ...give('koa.Request#', 'koa.Context#', 'request:read'),
    ...give('node:http.Server#', '', 'koa#listen'),
    ...chains('@koa/router#', ...verbs, 'del', 'param', 'prefix'),
  ],
  inherits: [
    { type: 'koa#', base: 'node:events.EventEmitter#' },
    { type: 'koa.ParameterizedContext#', base: 'koa.Context#' },
  ],
  aliases: [
    { api: 'koa-router', of: '@koa/router' },
    { api: '@koa/router.Router', of: '@koa/router' },
  ],
  roots: roots('type', onRequest, `${koaDocs}#application`, 'koa.', 'Middleware'),
};

const fastifyServer = 'https://fastify.dev/docs/latest/Reference/Server/';
const fastifyRoutes = 'https://fastify.dev/docs/latest/Reference/Routes/';
const fastifyPlugins = 'https://fastify.dev/docs/latest/Reference/Plugins/';
const instance = 'fastify.FastifyInstance#';

export const fastify: Framework = {
  callbacks: [
    ...giving(['fastify.FastifyRequest#', 'fastify.FastifyReply#'], routes(fastifyRoutes, instance, '*')),
    ...keeps('https://fastify.dev/docs/latest/Reference/Decorators/', instance, 'decorate', 'decorateRequest', 'decorateReply'),
    ...giving([instance], once(fastifyPlugins, instance, 'register', 'after')),
    ...once(fastifyServer, instance, 'ready'),
    ...later(`${fastifyServer}#listen`, instance, 'listen'),
    ...giving([instance], once(fastifyPlugins, '', 'fastify-plugin')),
  ],
  serving: serves(`${fastifyServer}#listen`, `${instance}listen`),
  returns: [
    ...give(instance, '', 'fastify'),
    ...chains(instance, ...verbs.slice(0, -1), 'register', 'route', 'addHook', 'decorate', 'withTypeProvider'),
  ],
  aliases: [{ api: 'fastify.fastify', of: 'fastify' }],
  passes: [{ api: 'fastify-plugin', arg: 0 }],
  roots: [
    ...roots('type', atStart, fastifyPlugins, 'fastify.', 'FastifyPluginAsync', 'FastifyPluginCallback', 'FastifyPlugin'),
    ...roots('type', onRequest, fastifyRoutes, 'fastify.', 'RouteHandlerMethod', 'preHandlerHookHandler', 'onRequestHookHandler'),
  ],
};

export const meteor: Framework = {
  callbacks: once('https://docs.meteor.com/api/meteor.html#Meteor-startup', 'meteor/meteor.Meteor.', 'startup'),
};

const hapiDocs = 'https://hapi.dev/api/';
const hapiServer = '@hapi/hapi.Server#';

export const hapi: Framework = {
  callbacks: [
    ...routes(`${hapiDocs}#-serverrouteroute`, hapiServer, 'route', 'ext', 'lookup'),
    ...routes(`${hapiDocs}#-serverauthstrategyname-scheme-options`, `${hapiServer}auth.`, 'strategy'),
    ...events(`${hapiDocs}#-serverevents`, `${hapiServer}events.`, 'on'),
    ...giving([hapiServer], once(`${hapiDocs}#-await-serverregisterplugins-options`, hapiServer, 'register')),
  ],
  serving: serves(`${hapiDocs}#-await-serverstart`, `${hapiServer}start`),
  returns: give(hapiServer, '@hapi/hapi.', 'server'),
};

const honoDocs = 'https://hono.dev/docs/api/hono';
const honoApp = 'hono.Hono#';

export const hono: Framework = {
  callbacks: [
    ...giving(['hono.Context#'], routes(honoDocs, honoApp, '*')),
    ...routes('https://hono.dev/docs/helpers/factory', 'hono/factory.', 'createMiddleware'),
    ...routes('https://hono.dev/docs/helpers/factory', 'hono/factory.Factory#', 'createMiddleware', 'createHandlers'),
    ...later('https://hono.dev/docs/getting-started/nodejs', '@hono/node-server.', 'serve'),
  ],
  serving: serves('https://hono.dev/docs/getting-started/nodejs', '@hono/node-server.serve'),
  returns: [
    ...give('hono.HonoRequest#', 'hono.Context#', 'req:read'),
    ...chains(honoApp, ...verbs, 'on', 'route', 'basePath', 'notFound', 'onError', 'mount'),
    ...give('hono/factory.Factory#', 'hono/factory.', 'createFactory'),
    ...give(honoApp, 'hono/factory.Factory#', 'createApp'),
  ],
  inherits: [{ type: '@hono/zod-openapi.OpenAPIHono#', base: honoApp }],
  aliases: [
    { api: 'hono/tiny.Hono', of: 'hono.Hono' },
    { api: 'hono/quick.Hono', of: 'hono.Hono' },
    { api: 'jsr:@hono/hono', of: 'hono' },
  ],
  roots: roots('type', onRequest, 'https://hono.dev/docs/guides/middleware', 'hono.', 'MiddlewareHandler', 'Handler'),
};
