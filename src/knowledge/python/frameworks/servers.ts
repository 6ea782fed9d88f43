// Web servers with a loop of their own. Sanic, Tornado and Litestar run what is not async on the loop; Quart and
// Django bring it to a thread.

import {
  atStart,
  beforeServing,
  events,
  extend,
  type Framework,
  give,
  later,
  offLoop,
  once,
  onRequest,
  onThread,
  plainOnThreads,
  replacing,
  resultOf,
  roots,
  routes,
  same,
  serves,
  taking,
  ticks,
  verbs,
} from './rows';

const aiohttpDocs = 'https://docs.aiohttp.org/en/stable/web_reference.html';
const web = 'py:aiohttp.web.';
const atTheEnd = ['Application#on_shutdown.append', 'Application#on_cleanup.append'];

export const aiohttp: Framework = {
  applications: [`${web}Application`],
  callbacks: [
    ...taking(routes(`${aiohttpDocs}#aiohttp.web.get`, web, ...verbs, 'view'), 1, 'handler'),
    ...taking(routes(`${aiohttpDocs}#aiohttp.web.route`, web, 'route', 'UrlDispatcher#add_route', 'Resource#add_route'), 2, 'handler'),
    ...taking(
      routes(`${aiohttpDocs}#urldispatcher`, `${web}UrlDispatcher#`, ...verbs.map((verb) => `add_${verb}`), 'add_view'),
      1,
      'handler',
    ),
    ...beforeServing(
      `${aiohttpDocs}#aiohttp.web.Application.on_startup`,
      web,
      'Application#on_startup.append',
      'Application#on_startup.extend',
    ),
    ...beforeServing(
      `${aiohttpDocs}#aiohttp.web.Application.cleanup_ctx`,
      web,
      'Application#cleanup_ctx.append',
      'Application#cleanup_ctx.extend',
    ),
    ...offLoop(`${aiohttpDocs}#aiohttp.web.Application.on_cleanup`, web, ...atTheEnd),
    ...routes(`${aiohttpDocs}#aiohttp.web.Application.on_response_prepare`, web, 'Application#on_response_prepare.append'),
    ...taking(routes(`${aiohttpDocs}#aiohttp.web.Application.middlewares`, web, 'Application#middlewares.append'), 0),
    ...taking(routes(`${aiohttpDocs}#aiohttp.web.Application`, web, 'Application'), 'middlewares'),
  ],
  roots: [
    ...roots('decorator', onRequest, `${aiohttpDocs}#aiohttp.web.RouteTableDef`, `${web}RouteTableDef#`, ...verbs, 'route', 'view'),
    ...roots('decorator', onRequest, `${aiohttpDocs}#aiohttp.web.middleware`, web, 'middleware'),
    ...roots('member', onRequest, `${aiohttpDocs}#aiohttp.web.View`, `${web}View#`, ...verbs),
  ],
  serving: serves(
    `${aiohttpDocs}#aiohttp.web.run_app`,
    `${web}run_app`,
    `${web}TCPSite#start`,
    `${web}UnixSite#start`,
    `${web}SockSite#start`,
  ),
  returns: [
    ...give(`${web}UrlDispatcher#`, `${web}Application#`, 'router:read'),
    ...give(`${web}Resource#`, `${web}UrlDispatcher#`, 'add_resource'),
    ...give('py:asyncio.AbstractEventLoop#', `${web}Application#`, 'loop:read'),
  ],
  aliases: [
    ...same('py:aiohttp.web.Application', 'py:aiohttp.web_app.Application'),
    ...same('py:aiohttp.web.Request', 'py:aiohttp.web_request.Request', 'py:aiohttp.web.BaseRequest'),
    ...same('py:aiohttp.ClientSession', 'py:aiohttp.client.ClientSession'),
  ],
};

const sanicDocs = 'https://sanic.dev/en/guide/';
const sanicApp = 'py:sanic.Sanic#';
const sanicStart = ['main_process_start', 'before_server_start', 'after_server_start', 'reload_process_start'];

export const sanic: Framework = {
  applications: ['py:sanic.Sanic'],
  callbacks: [
    ...taking(routes(`${sanicDocs}basics/routing.html`, sanicApp, 'add_route', 'add_websocket_route'), 0, 'handler'),
    ...taking(beforeServing(`${sanicDocs}basics/listeners.html`, sanicApp, 'register_listener'), 0, 'listener'),
    ...taking(routes(`${sanicDocs}basics/middleware.html`, sanicApp, 'register_middleware'), 0, 'middleware'),
    ...taking(later(`${sanicDocs}basics/tasks.html`, sanicApp, 'add_task'), 0, 'task'),
  ],
  roots: [
    ...roots('decorator', onRequest, `${sanicDocs}basics/handlers.html`, sanicApp, ...verbs, 'route', 'websocket', 'exception', 'signal'),
    ...roots('decorator', onRequest, `${sanicDocs}basics/middleware.html`, sanicApp, 'middleware', 'on_request', 'on_response'),
    ...roots('decorator', atStart, `${sanicDocs}basics/listeners.html`, sanicApp, ...sanicStart, 'listener'),
    ...roots('member', onRequest, `${sanicDocs}advanced/class-based-views.html`, 'py:sanic.views.HTTPMethodView#', ...verbs),
  ],
  serving: serves(`${sanicDocs}running/running.html`, `${sanicApp}run`, `${sanicApp}create_server`, 'py:sanic.Sanic.serve'),
  inherits: extend(sanicApp, 'py:sanic.Blueprint#'),
  aliases: [...same('py:sanic.Sanic', 'py:sanic.app.Sanic'), ...same('py:sanic.Blueprint', 'py:sanic.blueprints.Blueprint')],
};

const quartDocs = 'https://quart.palletsprojects.com/en/latest/';
const quartApp = 'py:quart.Quart#';
const quartHooks = ['before_request', 'after_request', 'teardown_request', 'before_websocket', 'after_websocket', 'errorhandler'];

export const quart: Framework = {
  applications: ['py:quart.Quart'],
  callbacks: [
    ...plainOnThreads(taking(routes(`${quartDocs}how_to_guides/routing.html`, quartApp, 'add_url_rule', 'add_websocket'), 2, 'view_func')),
    ...plainOnThreads(taking(later(`${quartDocs}how_to_guides/background_tasks.html`, quartApp, 'add_background_task'), 0, 'func')),
    ...offLoop(`${quartDocs}how_to_guides/sync_code.html`, 'py:quart.utils.', 'run_sync'),
  ],
  roots: [
    ...plainOnThreads(
      roots('decorator', onRequest, `${quartDocs}how_to_guides/sync_code.html`, quartApp, ...verbs, 'route', 'websocket', ...quartHooks),
    ),
    ...roots('decorator', atStart, `${quartDocs}how_to_guides/startup_shutdown.html`, quartApp, 'before_serving', 'while_serving'),
  ],
  serving: serves(`${quartDocs}reference/source/quart.html#quart.Quart.run`, `${quartApp}run`, `${quartApp}run_task`),
  inherits: extend(quartApp, 'py:quart.Blueprint#'),
  aliases: [...same('py:quart.Quart', 'py:quart.app.Quart'), ...same('py:quart.Blueprint', 'py:quart.blueprints.Blueprint')],
};

const tornadoDocs = 'https://www.tornadoweb.org/en/stable/';
const ioloop = 'py:tornado.ioloop.IOLoop#';
const loopDocs = `${tornadoDocs}ioloop.html`;
const requestHooks = ['prepare', 'on_finish', 'initialize', 'set_default_headers', 'write_error', 'get_current_user', 'data_received'];

export const tornado: Framework = {
  applications: ['py:tornado.web.Application'],
  callbacks: [
    ...taking(once(loopDocs, ioloop, 'add_callback', 'spawn_callback', 'run_sync'), 0, 'callback', 'func'),
    ...taking(events(loopDocs, ioloop, 'add_callback_from_signal'), 0, 'callback'),
    ...taking(ticks(loopDocs, ioloop, 'call_later', 'call_at', 'add_timeout'), 1, 'callback'),
    ...taking(events(loopDocs, ioloop, 'add_handler'), 1, 'handler'),
    ...taking(once(loopDocs, ioloop, 'add_future'), 1, 'callback'),
    ...taking(ticks(`${loopDocs}#tornado.ioloop.PeriodicCallback`, 'py:tornado.ioloop.', 'PeriodicCallback'), 0, 'callback'),
    ...offLoop(loopDocs, ioloop, 'run_in_executor'),
  ],
  roots: [
    ...roots('member', onRequest, `${tornadoDocs}web.html`, 'py:tornado.web.RequestHandler#', ...verbs, ...requestHooks),
    ...roots(
      'member',
      onRequest,
      `${tornadoDocs}websocket.html`,
      'py:tornado.websocket.WebSocketHandler#',
      ...['open', 'on_message', 'on_close', 'on_ping', 'on_pong', 'check_origin', 'select_subprotocol'],
    ),
    ...roots(
      'decorator',
      { when: 'event', source: 'core' },
      `${tornadoDocs}gen.html#tornado.gen.coroutine`,
      'py:tornado.gen.',
      'coroutine',
    ),
    ...replacing(
      roots(
        'decorator',
        onThread,
        `${tornadoDocs}concurrent.html#tornado.concurrent.run_on_executor`,
        'py:tornado.concurrent.',
        'run_on_executor',
      ),
    ),
  ],
  serving: serves(
    loopDocs,
    `${ioloop}start`,
    'py:tornado.web.Application#listen',
    'py:tornado.httpserver.HTTPServer#listen',
    'py:tornado.httpserver.HTTPServer#start',
  ),
  returns: [
    ...give(ioloop, 'py:tornado.ioloop.IOLoop.', 'current', 'instance'),
    ...give('py:asyncio.AbstractEventLoop#', ioloop, 'asyncio_loop:read'),
  ],
  inherits: extend(
    'py:tornado.web.RequestHandler#',
    'py:tornado.websocket.WebSocketHandler#',
    'py:jupyter_server.base.handlers.JupyterHandler#',
  ).concat(extend('py:jupyter_server.base.handlers.JupyterHandler#', 'py:jupyter_server.base.handlers.APIHandler#')),
  passes: resultOf(1, ioloop, 'run_in_executor'),
};

const djangoDocs = 'https://docs.djangoproject.com/en/stable/topics/async/';
const channelsDocs = 'https://channels.readthedocs.io/en/latest/topics/consumers.html';
const ninjaDocs = 'https://django-ninja.dev/guides/async-support/';
const consumers = ['connect', 'disconnect', 'receive', 'receive_json', 'websocket_*'];

export const django: Framework = {
  callbacks: plainOnThreads(taking(routes(djangoDocs, 'py:django.urls.', 'path', 're_path'), 1, 'view')),
  roots: [
    ...plainOnThreads(roots('member', onRequest, djangoDocs, 'py:django.views.View#', ...verbs, 'dispatch')),
    ...plainOnThreads(roots('member', onRequest, djangoDocs, 'py:rest_framework.views.APIView#', ...verbs)),
    ...roots('member', onThread, channelsDocs, 'py:channels.generic.websocket.WebsocketConsumer#', ...consumers),
    ...roots('member', onRequest, channelsDocs, 'py:channels.generic.websocket.AsyncWebsocketConsumer#', ...consumers),
    ...plainOnThreads(roots('decorator', onRequest, ninjaDocs, 'py:ninja.NinjaAPI#', ...verbs, 'api_operation')),
    ...roots(
      'member',
      atStart,
      'https://docs.djangoproject.com/en/stable/howto/custom-management-commands/',
      'py:django.core.management.base.BaseCommand#',
      'handle',
    ),
    ...roots(
      'member',
      atStart,
      'https://docs.djangoproject.com/en/stable/ref/applications/#django.apps.AppConfig.ready',
      'py:django.apps.AppConfig#',
      'ready',
    ),
  ],
  inherits: [
    ...extend('py:channels.generic.websocket.WebsocketConsumer#', 'py:channels.generic.websocket.JsonWebsocketConsumer#'),
    ...extend('py:channels.generic.websocket.AsyncWebsocketConsumer#', 'py:channels.generic.websocket.AsyncJsonWebsocketConsumer#'),
    ...extend('py:ninja.NinjaAPI#', 'py:ninja.Router#'),
    ...extend(
      'py:django.views.View#',
      ...['TemplateView', 'RedirectView', 'ListView', 'DetailView', 'FormView', 'CreateView', 'UpdateView', 'DeleteView'].map(
        (name) => `py:django.views.generic.${name}#`,
      ),
    ),
  ],
  aliases: [
    ...same('py:django.views.View', 'py:django.views.generic.View', 'py:django.views.generic.base.View'),
    ...same('py:django.core.management.base.BaseCommand', 'py:django.core.management.BaseCommand'),
  ],
};

const litestarDocs = 'https://docs.litestar.dev/latest/';
const litestarVerbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'route'];

export const litestar: Framework = {
  applications: ['py:litestar.Litestar'],
  callbacks: taking(
    beforeServing(`${litestarDocs}usage/applications.html`, 'py:litestar.', 'Litestar'),
    'on_startup',
    'on_shutdown',
    'lifespan',
  ),
  roots: [
    ...roots('decorator', onRequest, `${litestarDocs}topics/sync-vs-async.html`, 'py:litestar.', ...litestarVerbs).map((row) => ({
      ...row,
      onThread: 'sync_to_thread',
    })),
    ...roots(
      'decorator',
      onRequest,
      `${litestarDocs}usage/websockets.html`,
      'py:litestar.',
      'websocket',
      'websocket_listener',
      'websocket_stream',
    ),
  ],
  aliases: litestarVerbs.flatMap((name) => same(`py:litestar.${name}`, `py:litestar.handlers.${name}`)),
};

const socketIoDocs = 'https://python-socketio.readthedocs.io/en/stable/server.html';
const socketServer = 'py:socketio.AsyncServer#';

export const socketIo: Framework = {
  callbacks: [
    ...taking(events(socketIoDocs, socketServer, 'on'), 1, 'handler'),
    ...taking(later(socketIoDocs, socketServer, 'start_background_task'), 0, 'target'),
  ],
  roots: [
    ...roots('decorator', { when: 'event', source: 'event' }, socketIoDocs, socketServer, 'on', 'event'),
    ...roots('member', { when: 'event', source: 'event' }, socketIoDocs, 'py:socketio.AsyncNamespace#', 'on_*'),
  ],
  inherits: extend(socketServer, 'py:socketio.AsyncClient#'),
};

const websocketsDocs = 'https://websockets.readthedocs.io/en/stable/reference/asyncio/server.html#websockets.asyncio.server.serve';
const grpcDocs = 'https://grpc.github.io/grpc/python/grpc_asyncio.html';

export const websockets: Framework = {
  callbacks: taking(routes(websocketsDocs, 'py:websockets.', 'serve', 'unix_serve'), 0, 'handler', 'ws_handler'),
  serving: serves(websocketsDocs, 'py:websockets.serve', 'py:websockets.unix_serve'),
  aliases: ['asyncio.server', 'server', 'legacy.server'].flatMap((module) => same('py:websockets.serve', `py:websockets.${module}.serve`)),
};

export const grpc: Framework = {
  serving: serves(grpcDocs, 'py:grpc.aio.Server#start', 'py:grpc.aio.Server#wait_for_termination'),
  returns: give('py:grpc.aio.Server#', 'py:grpc.aio.', 'server'),
};
