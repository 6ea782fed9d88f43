// Methods whose name and arguments together say who calls back, for receivers of which nothing is
// known. A shape must be hard to meet by accident: `map.get('/x')` takes no function, `once(fn)` no event.

import type { Value } from '../core/facts';
import type { CallbackShapeRow, CallShape } from '../core/knowledge';

const listeners = ['on', 'once', 'addListener', 'prependListener', 'prependOnceListener', 'addEventListener'];
const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all', 'use'];

const iterators = [
  'map',
  'forEach',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'some',
  'every',
  'reduce',
  'reduceRight',
  'flatMap',
  'sort',
  'toSorted',
];

/** Properties of elements, requests and connections that the page calls for an event. */
export const handlerProperties: readonly string[] = [
  ...['abort', 'animationend', 'animationiteration', 'animationstart', 'auxclick', 'beforeinput', 'beforeunload', 'blocked', 'blur'],
  ...['cancel', 'canplay', 'canplaythrough', 'change', 'click', 'close', 'complete', 'contextmenu', 'copy', 'cut', 'dblclick', 'drag'],
  ...['dragend', 'dragenter', 'dragleave', 'dragover', 'dragstart', 'drop', 'durationchange', 'ended', 'error', 'focus', 'formdata'],
  ...['hashchange', 'input', 'invalid', 'keydown', 'keypress', 'keyup', 'load', 'loadeddata', 'loadedmetadata', 'loadend', 'loadstart'],
  ...['message', 'messageerror', 'mousedown', 'mouseenter', 'mouseleave', 'mousemove', 'mouseout', 'mouseover', 'mouseup', 'offline'],
  ...['online', 'open', 'pagehide', 'pageshow', 'paste', 'pause', 'play', 'playing', 'pointerdown', 'pointermove', 'pointerup'],
  ...['popstate', 'progress', 'readystatechange', 'reset', 'resize', 'scroll', 'scrollend', 'seeked', 'select', 'selectionchange'],
  ...['storage', 'submit', 'success', 'timeout', 'timeupdate', 'toggle', 'touchend', 'touchmove', 'touchstart', 'transitionend'],
  ...['unhandledrejection', 'unload', 'upgradeneeded', 'versionchange', 'visibilitychange', 'volumechange', 'waiting', 'wheel'],
].map((event) => `on${event}`);

export const callbackShapes: readonly CallbackShapeRow[] = [
  ...iterators.map((method): CallbackShapeRow => ({ method, timing: 'now', source: 'sync', matches: (call) => call.argCount <= 2 })),
  ...listeners.map((method): CallbackShapeRow => ({ method, timing: 'event', source: 'event', transient: true, matches: isEnding })),
  ...listeners.map((method): CallbackShapeRow => ({ method, timing: 'event', source: 'event', matches: isListening })),
  ...verbs.map((method): CallbackShapeRow => ({ method, timing: 'event', source: 'route', matches: isRoute })),
  { method: 'route', timing: 'event', source: 'route', matches: isRouteObject },
  ...handlerProperties.map((method): CallbackShapeRow => ({
    method,
    use: 'write',
    timing: 'event',
    source: 'event',
    matches: (call) => call.isFunction(0),
  })),
  { method: 'then', timing: 'continuation', source: 'promise', matches: (call) => call.argCount <= 2 },
  { method: 'catch', timing: 'continuation', source: 'promise', matches: (call) => call.argCount === 1 },
  { method: 'finally', timing: 'continuation', source: 'promise', matches: (call) => call.argCount === 1 },
];

/** `on('event', fn)`: an event's name, and a function behind it. */
function isListening(call: CallShape): boolean {
  return call.argCount >= 2 && !call.isFunction(0) && (call.isFunction(1) || call.isFunction(2));
}

/** Events of what comes to an end by itself: a stream, a download, a child process. */
function isEnding(call: CallShape): boolean {
  const name = call.arg(0);
  return isListening(call) && name?.kind === 'literal' && endingEvents.has(String(name.value));
}

const endingEvents = new Set(['data', 'end', 'error', 'close', 'finish', 'exit', 'readable', 'drain', 'response', 'progress', 'entry']);

/** `get('/path', ..., fn)`; koa's routers allow a name before the path. */
function isRoute(call: CallShape): boolean {
  return call.isFunction(call.argCount - 1) && (isPath(call.arg(0)) || (call.argCount > 2 && isPath(call.arg(1))));
}

/** `route({ method, url, handler })`, or a list of such. */
function isRouteObject(call: CallShape): boolean {
  const list = call.arg(0);
  const hasHandler = (value: Value): boolean => value.kind === 'object' && value.properties.some(({ name }) => name === 'handler');
  return call.option(0, 'handler') !== undefined || (list?.kind === 'array' && list.elements.some(hasHandler));
}

function isPath(value: Value | undefined): boolean {
  if (value?.kind === 'regex') return true;
  if (value?.kind === 'array') return value.elements.some(isPath);
  return value?.kind === 'literal' && typeof value.value === 'string' && /^[/*]/.test(value.value);
}
