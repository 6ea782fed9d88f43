// Starlette and what is built on it. Handlers that are not async run on a pool of threads.

import {
  beforeServing,
  atStart,
  extend,
  type Framework,
  later,
  offLoop,
  onRequest,
  plainOnThreads,
  resultOf,
  roots,
  routes,
  same,
  serves,
  taking,
  verbs,
} from './rows';

const starletteDocs = 'https://www.starlette.io/';
const fastapiDocs = 'https://fastapi.tiangolo.com/';
const app = 'py:starlette.applications.Starlette#';
const api = 'py:fastapi.FastAPI#';

const tasks = ['add_task'];

export const starlette: Framework = {
  applications: ['py:starlette.applications.Starlette'],
  callbacks: [
    ...plainOnThreads(taking(routes(`${starletteDocs}routing/`, 'py:starlette.routing.', 'Route', 'WebSocketRoute'), 1, 'endpoint')),
    ...plainOnThreads(taking(routes(`${starletteDocs}routing/`, app, 'add_route', 'add_websocket_route'), 1, 'route')),
    ...plainOnThreads(taking(routes(`${starletteDocs}exceptions/`, app, 'add_exception_handler'), 1, 'handler')),
    ...taking(beforeServing(`${starletteDocs}lifespan/`, app, 'add_event_handler'), 1, 'func'),
    ...taking(
      beforeServing(`${starletteDocs}lifespan/`, 'py:starlette.applications.', 'Starlette'),
      ...['lifespan', 'on_startup', 'on_shutdown'],
    ),
    ...plainOnThreads(taking(later(`${starletteDocs}background/`, 'py:starlette.background.BackgroundTasks#', ...tasks), 0, 'func')),
    ...plainOnThreads(taking(later(`${starletteDocs}background/`, 'py:starlette.background.', 'BackgroundTask'), 0, 'func')),
    // A generator that is not async is gone through on a thread.
    ...plainOnThreads(
      taking(later(`${starletteDocs}responses/#streamingresponse`, 'py:starlette.responses.', 'StreamingResponse'), 0, 'content'),
    ),
    ...plainOnThreads(
      taking(later('https://github.com/sysid/sse-starlette#readme', 'py:sse_starlette.', 'EventSourceResponse'), 0, 'content'),
    ),
    ...offLoop(`${starletteDocs}threadpool/`, 'py:starlette.concurrency.', 'run_in_threadpool', 'iterate_in_threadpool'),
  ],
  roots: [
    ...plainOnThreads(roots('decorator', onRequest, `${starletteDocs}routing/`, app, 'route', 'websocket_route', 'exception_handler')),
    ...roots('decorator', onRequest, `${starletteDocs}middleware/`, app, 'middleware'),
    ...roots('decorator', atStart, `${starletteDocs}lifespan/`, app, 'on_event'),
    ...plainOnThreads(roots('member', onRequest, `${starletteDocs}endpoints/`, 'py:starlette.endpoints.HTTPEndpoint#', ...verbs)),
    ...roots(
      'member',
      onRequest,
      `${starletteDocs}endpoints/`,
      'py:starlette.endpoints.WebSocketEndpoint#',
      'on_connect',
      'on_receive',
      'on_disconnect',
    ),
    ...roots(
      'member',
      onRequest,
      `${starletteDocs}middleware/#basehttpmiddleware`,
      'py:starlette.middleware.base.BaseHTTPMiddleware#',
      'dispatch',
    ),
  ],
  serving: [
    ...serves('https://www.uvicorn.org/#uvicornrun', 'py:uvicorn.run', 'py:uvicorn.Server#serve', 'py:uvicorn.Server#run'),
    ...serves(
      'https://hypercorn.readthedocs.io/en/latest/how_to_guides/api_usage.html',
      'py:hypercorn.asyncio.serve',
      'py:hypercorn.trio.serve',
    ),
    ...serves('https://github.com/emmett-framework/granian#readme', 'py:granian.Granian#serve'),
  ],
  passes: resultOf(0, 'py:starlette.concurrency.', 'run_in_threadpool'),
};

export const fastapi: Framework = {
  applications: ['py:fastapi.FastAPI'],
  callbacks: [
    ...plainOnThreads(taking(routes(`${fastapiDocs}reference/apirouter/`, api, 'add_api_route', 'add_api_websocket_route'), 1, 'endpoint')),
    ...plainOnThreads(taking(routes(`${fastapiDocs}tutorial/dependencies/`, 'py:fastapi.', 'Depends', 'Security'), 0, 'dependency')),
    ...taking(
      beforeServing(`${fastapiDocs}advanced/events/`, 'py:fastapi.', 'FastAPI', 'APIRouter'),
      'lifespan',
      'on_startup',
      'on_shutdown',
    ),
  ],
  roots: [
    ...plainOnThreads(roots('decorator', onRequest, `${fastapiDocs}async/`, api, ...verbs, 'trace', 'api_route')),
    ...roots('decorator', onRequest, `${fastapiDocs}advanced/websockets/`, api, 'websocket'),
  ],
  passes: resultOf(0, 'py:fastapi.', 'Depends', 'Security'),
  inherits: [...extend(app, api), ...extend(api, 'py:fastapi.APIRouter#')],
  aliases: [
    ...same('py:fastapi.APIRouter', 'py:fastapi.routing.APIRouter'),
    ...same('py:fastapi.FastAPI', 'py:fastapi.applications.FastAPI'),
    ...same('py:fastapi.Depends', 'py:fastapi.params.Depends', 'py:fastapi.param_functions.Depends'),
    ...same('py:starlette.requests.Request', 'py:fastapi.Request', 'py:fastapi.requests.Request'),
    ...same('py:fastapi.UploadFile', 'py:fastapi.datastructures.UploadFile', 'py:starlette.datastructures.UploadFile'),
    ...same('py:starlette.background.BackgroundTasks', 'py:fastapi.BackgroundTasks', 'py:fastapi.background.BackgroundTasks'),
    ...same('py:starlette.concurrency.run_in_threadpool', 'py:fastapi.concurrency.run_in_threadpool'),
    ...same('py:starlette.responses.StreamingResponse', 'py:fastapi.responses.StreamingResponse'),
    ...same('py:sse_starlette.EventSourceResponse', 'py:sse_starlette.sse.EventSourceResponse'),
  ],
};
