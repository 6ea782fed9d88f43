// What the side panel and the terminal say about one finding, as plain data in a person's words.
// Invariant: an explanation claims no more than its finding. Nobody waits for startup or tooling
// code, and lengths are drawn by cost class, never presented as measured.

import type { Finding, Phase, Step } from './findings';
import type { CostClass } from './knowledge';
import type { RuleId } from './rules';
import { apiName, capital, code, deed, hiddenApi, hostOf, remedyText, subject, uncapital, verb, type Host } from './words';
import { drawBlocked, drawFreed, drawLoop } from './scenes';
import type { Timeline } from './timeline';

export type { Lane, Segment, SegmentKind, Timeline } from './timeline';

/** Sentences mark code with backticks; a name never contains one. */
export interface Explanation {
  readonly title: string;
  /** What happens, in one or two sentences. */
  readonly sentence: string;
  readonly cost: string;
  /** What frees the loop. */
  readonly remedy: string;
  readonly chain: readonly Step[];
  readonly timeline: Timeline;
  /** The same tasks with the remedy applied, where the remedy moves the work off the thread. */
  readonly freed?: Timeline;
  /** The rule whose page says more; absent without a finding. */
  readonly rule?: RuleId;
  /** Where the operation, or the loop, is documented. */
  readonly link: string;
}

/** Explains a finding; without one, explains the single-threaded loop in general. */
export function explain(finding: Finding | undefined): Explanation {
  if (finding === undefined) return general;
  return finding.rule === 'unused-suppression' ? explainSuppression(finding) : explainOperation(finding);
}

const general: Explanation = {
  title: 'One thread, one task at a time',
  sentence:
    'An event loop runs every request, timer and callback of a program on one thread, one after the other. ' +
    'The next one starts only when the one before it returns, or awaits.',
  cost:
    'A task that awaits gives the thread back while it waits. A task that waits or computes without awaiting keeps it, ' +
    'and everybody else waits too: nobody notices 1 ms, everybody notices more than 50.',
  remedy: 'Await what waits, and move long computing to another thread or process.',
  chain: [],
  timeline: drawLoop(),
  link: 'https://nodejs.org/en/learn/asynchronous-work/dont-block-the-event-loop',
};

function explainSuppression(finding: Finding): Explanation {
  return {
    title: 'This comment suppresses nothing',
    sentence: 'No finding ends or starts on the line that the comment speaks of, so there is nothing for it to silence.',
    cost: 'None: the comment blocks nothing. But it would silence a finding that comes later, unseen.',
    remedy: 'Remove the comment, or name the rule and the line that it is meant for.',
    chain: finding.path,
    timeline: drawLoop(),
    rule: finding.rule,
    link: finding.link,
  };
}

function explainOperation(finding: Finding): Explanation {
  const freed = drawFreed(finding);
  return {
    title: title(finding),
    sentence: `${capital(reach(finding))}. ${consequence(finding)}`,
    cost: costText(finding),
    remedy: advice(finding),
    chain: finding.path,
    timeline: drawBlocked(finding),
    ...(freed && { freed }),
    rule: finding.rule,
    link: finding.link,
  };
}

function title(finding: Finding): string {
  const operation = operationName(finding);
  if (finding.context.phase === 'startup') return `${operation} runs while the program starts`;
  if (finding.context.phase === 'tooling') return `${operation} runs in a program that serves nobody`;
  return finding.rule === 'loop-deadlock' ? `${operation} waits for its own loop` : `${operation} holds the event loop`;
}

/** How the loop code gets to the operation. */
function reach(finding: Finding): string {
  const { path, rule } = finding;
  if (path[0] === undefined || path.length < 2) return `${subject(finding)} ${verb(rule)} ${operationName(finding)}`;
  const between = path.length > 2 ? ` ${path.length - 1} calls further down` : '';
  return `${subject(finding)} calls ${code(path[0].name)}, which reaches ${operationName(finding)}${between}`;
}

/** As the code calls it; where an alias hides what it is, its API path too. */
function operationName({ path, api }: Finding): string {
  const name = path.at(-1)?.name ?? apiName(api);
  const hidden = hiddenApi(name, api);
  return hidden === undefined ? code(name) : `${code(name)} (${code(hidden)})`;
}

/** What the operation does, and who cannot run meanwhile. */
function consequence(finding: Finding): string {
  const host = hostOf(finding);
  const { phase } = finding.context;
  if (phase === 'loop' && finding.rule === 'loop-deadlock') return deadlockText(host);
  return `That ${deed(finding.rule)}${phase === 'loop' ? ` on ${thread(host)}: ${others(host)}.` : quiet(phase, host)}`;
}

function deadlockText(host: Host): string {
  const end = host === 'python' ? 'it never finishes, or raises an error' : 'it never finishes';
  return `That waits for something that only this loop can bring about, and holds the loop while it waits: ${end}.`;
}

function thread(host: Host): string {
  return host === 'browser' ? "the page's only thread" : "the loop's only thread";
}

function others(host: Host): string {
  if (host === 'browser') return 'until it is done, the page is frozen, with no click, no timer and no new frame';
  if (host === 'python') return 'until it is done, no other task or callback of this loop runs';
  return 'until it is done, no other request, timer or callback runs';
}

function quiet(phase: Phase, host: Host): string {
  if (phase === 'tooling') return ' in a test, a build script or a command: nobody waits for its loop, because it serves nobody.';
  if (host === 'browser') return ' while the page loads: no handler waits yet, but the page is ready later.';
  return ' before the program serves: nobody waits yet.';
}

function costText(finding: Finding): string {
  const { cost, context, rule } = finding;
  const why = cost.why.replace(/\s+/g, ' ').replaceAll('`', "'").trim().replace(/\.$/, '');
  return `${capital(cost.class)}: ${why}. ${effect(cost.class, context.phase, rule)}`;
}

function effect(cost: CostClass, phase: Phase, rule: RuleId): string {
  if (phase === 'startup') return 'The program starts that much later, once.';
  if (phase === 'tooling') return 'Only this program itself takes that much longer.';
  return rule === 'loop-deadlock' ? 'Nothing on this loop goes on after it.' : effects[cost];
}

const effects: Readonly<Record<CostClass, string>> = {
  tiny: 'It matters only where it happens very often.',
  noticeable: 'One is easy to miss; under load they add up, because each waits for all before it.',
  long: 'A person notices one of these.',
  unbounded: 'Nothing in the code limits it: for that long the program seems to hang.',
};

/** The way out, after a word on whether one is needed. */
function advice(finding: Finding): string {
  const text = remedyText(finding);
  if (finding.context.phase === 'loop') return text;
  const none = 'Nothing needs to change while';
  return finding.context.phase === 'startup'
    ? `${none} it runs only before the program serves. In code that also runs later: ${uncapital(text)}`
    : `${none} the program serves nobody. In one that does: ${uncapital(text)}`;
}
