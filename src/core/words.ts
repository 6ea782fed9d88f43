// The words that an explanation is made of: how a person would name a context, an operation, a cost
// and a way out. Invariant: a name from the source stands between backticks and holds none itself,
// so whoever shows the text can tell code from prose.

import type { Context, Finding } from './findings';
import type { CostClass, Remedy } from './knowledge';
import type { RuleId } from './rules';

/** Where a program runs, as far as a finding tells. */
export type Host = 'node' | 'browser' | 'python';

/** What the analyzed program runs on. */
export function hostOf(finding: Finding): Host {
  if (isPython(finding.file)) return 'python';
  const { rule, api } = finding;
  if (rule === 'sync-dom' || rule === 'sync-storage') return 'browser';
  return (rule === 'user-prompt' || rule === 'sync-network') && api.startsWith('global.') ? 'browser' : 'node';
}

function isPython(file: string): boolean {
  return /\.pyi?$/i.test(file);
}

/** A name from the source, marked as code. */
export function code(name: string): string {
  return `\`${plain(name)}\``;
}

/** A name from the source on one line of reasonable length, without the mark for code. */
export function plain(name: string): string {
  const oneLine = name.replace(/\s+/g, ' ').replaceAll('`', "'").trim();
  const letters = Array.from(oneLine.slice(0, 2 * longestName + 2));
  if (letters.length > longestName) return `${letters.slice(0, longestName - 1).join('')}…`;
  return oneLine === '' ? 'this call' : oneLine;
}

const longestName = 80;

/**
 * An API path as a person writes it: `node:fs/promises.FileHandle#read` is `fs/promises.FileHandle.read`. Of what only syntax calls
 * (`#__iter__`), and of any member (`#*`), it is what they belong to.
 */
export function apiName(api: string): string {
  return api
    .replace(/^(?:global\.|node:|py:(?:builtins\.)?)/, '')
    .replace(/#(?:__\w+__|\*)?$/, '')
    .replaceAll('#', '.');
}

/** What the code calls `name` as a person writes it; `undefined` where the name says it already. */
export function hiddenApi(name: string, api: string): string | undefined {
  const member = /[^.#]*$/.exec(api)?.[0] ?? '';
  // What syntax calls has no name in the text.
  return member === '*' || member.startsWith('__') || name.endsWith(member) ? undefined : apiName(api);
}

/** The function in which it happens: "the async function `getUser`", "this timer callback". */
export function subject({ context, file }: Pick<Finding, 'context' | 'file'>): string {
  const noun = (isPython(file) ? pythonNouns[context.kind] : undefined) ?? contextNouns[context.kind];
  if (context.kind === 'module') return noun;
  return context.name.trim() === '' ? `this ${noun}` : `the ${noun} ${code(context.name)}`;
}

const contextNouns: Readonly<Record<Context['kind'], string>> = {
  'async-function': 'async function',
  'async-method': 'async method',
  'async-generator': 'async generator',
  'timer-callback': 'timer callback',
  'promise-callback': 'promise callback',
  'event-listener': 'event listener',
  'route-handler': 'route handler',
  'stream-callback': 'stream callback',
  'core-callback': 'callback',
  function: 'function',
  module: 'the top level of the module',
};

/** Python has futures for promises, and calls a method of a protocol or an entity no listener. */
const pythonNouns: Readonly<Partial<Record<Context['kind'], string>>> = {
  'promise-callback': 'callback of a future',
  'event-listener': 'callback',
};

/** How the code gets to the operation: "calls". */
export function verb(rule: RuleId): string {
  if (rule === 'sync-dom' || rule === 'sync-storage') return 'uses';
  return rule === 'loop-deadlock' || rule === 'cpu-loop' || rule === 'slow-regex' ? 'runs' : 'calls';
}

/** What the operation does to the thread: "waits for the disk". */
export function deed(rule: RuleId): string {
  return deeds[rule];
}

const deeds: Readonly<Record<RuleId, string>> = {
  'sync-file': 'waits for the disk',
  'sync-process': 'waits for another process',
  'sync-network': 'waits for the network',
  'sync-crypto': 'computes',
  'sync-compression': 'computes',
  'sync-database': 'waits for the database',
  'sync-storage': "waits for the browser's storage",
  'sync-dom': 'has the browser do its layout or document work at once',
  'sync-import': 'loads a module',
  sleep: 'sleeps',
  'user-prompt': 'waits for a person',
  'thread-wait': 'waits for another thread',
  'loop-deadlock': 'waits for its own loop',
  'cpu-call': 'computes',
  'cpu-loop': 'computes round after round',
  'cpu-recursion': 'computes call within call',
  'slow-regex': 'tries one way to match after another',
  'unused-suppression': 'does nothing',
};

/** How long a cost class is: "1 to 50 ms". */
export function span(cost: CostClass): string {
  return spans[cost];
}

const spans: Readonly<Record<CostClass, string>> = {
  tiny: 'under 1 ms',
  noticeable: '1 to 50 ms',
  long: 'over 50 ms',
  unbounded: 'no upper limit',
};

/** What frees the loop, in a sentence or a few. */
export function remedyText(finding: Finding): string {
  return remedyParts(finding, [awaitingText(finding), helpersText(finding)]);
}

/** What frees the loop at the operation itself, whoever reaches it. */
export function operationRemedy(finding: Finding): string {
  return remedyParts(finding, []);
}

/** `around` is what must change in the code that reaches the operation. */
function remedyParts(finding: Finding, around: readonly string[]): string {
  const { remedy } = finding;
  if (remedy.kind === 'advice') return sentence(remedy.note);
  const first = remedy.kind === 'async' ? asyncText(remedy, finding.rule) : elsewhereText[remedy.kind](finding);
  return [first, lockText(finding), ...around, sentence(remedy.note ?? '')].filter((part) => part !== '').join(' ');
}

type AsyncRemedy = Extract<Remedy, { kind: 'async' }>;

function asyncText({ api, style }: AsyncRemedy, rule: RuleId): string {
  const name = code(apiName(api));
  const how = {
    promise: `Await ${name} instead`,
    callback: `Use ${name} with a callback instead`,
    iterator: `Iterate over ${name} with ${code('for await')} instead`,
  }[style];
  return `${how}: ${rule === 'sleep' ? 'it waits without the thread' : "the work leaves the loop's thread"}, and others run meanwhile.`;
}

/** Computing in Python: why a thread is enough, or why it is not. */
function lockText({ gil, remedy }: Finding): string {
  if (gil === 'released' && remedy.kind === 'thread') return 'It runs without the interpreter lock (GIL), so a thread is enough.';
  if (gil === 'held' && remedy.kind === 'process')
    return 'It holds the interpreter lock (GIL) while it computes, so on a thread it would slow the loop down all the same.';
  return '';
}

/** What must change on the way, where the operation is not called in the loop code itself. */
function helpersText(finding: Finding): string {
  if (finding.remedy.kind !== 'async') return '';
  const helpers = [...new Set(finding.path.slice(1).map((step) => plain(step.within)))].filter((name) => name !== 'this call');
  if (helpers.length === 0) return '';
  const names = helpers.length > 3 ? `the ${helpers.length} functions on the way` : helpers.map(code).join(', ');
  return `It makes ${names} asynchronous too: await each call up to ${subject(finding)}.`;
}

/** What must change in the loop code itself, where it cannot await yet. */
function awaitingText(finding: Finding): string {
  const { kind } = finding.context;
  if (kind.startsWith('async-') || kind === 'module') return '';
  const isCallback = kind === 'event-listener' || kind.endsWith('-callback');
  // Asyncio takes plain functions for callbacks; a handler of requests may be a coroutine.
  if (isPython(finding.file) && isCallback)
    return `Where ${subject(finding)} is not async, start a task for it with ${code('asyncio.create_task')}.`;
  if (finding.remedy.kind !== 'async') return '';
  return `Make ${subject(finding)} async where it is not, and handle its errors.`;
}

function workerText(finding: Finding): string {
  const host = hostOf(finding);
  if (host === 'browser') return "Move the work off the page's thread, to a Web Worker.";
  return `Move the work off the loop's thread: to a worker (${code('node:worker_threads')}, in a browser a Web Worker) or another process.`;
}

const elsewhereText: Readonly<Record<'worker' | 'thread' | 'process', (finding: Finding) => string>> = {
  worker: workerText,
  thread: () => `Move the work to a thread: ${code('await asyncio.to_thread(...)')}.`,
  process: () => `Move the work to another process: ${code('loop.run_in_executor')} with a ${code('ProcessPoolExecutor')}.`,
};

/** A count as a person reads it: `600,000`. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** A clause as a sentence: a capital letter and a full stop. */
export function sentence(clause: string): string {
  const text = clause.trim().replace(/\.$/, '');
  return text === '' ? '' : `${capital(text)}.`;
}

/** The text with a capital letter first; code keeps its own. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text with a small letter first, to follow a colon. */
export function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
