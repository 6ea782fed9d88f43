// The tasks that an explanation's timelines are about. Lengths come from the cost class alone.

import type { Finding } from './findings';
import type { CostClass } from './knowledge';
import { deed, hostOf, plain, span } from './words';
import { lastMs, simulate, summarize, type Lane, type Task, type TaskStep, type Timeline } from './timeline';

/** The loop in general: three tasks take turns, one of them awaits. */
export function drawLoop(): Timeline {
  const lanes = simulate(
    [
      task('Request A', 0, [runs(4), { kind: 'elsewhere', ms: 22, label: 'awaits a file; the disk works' }, runs(5)]),
      task('Request B', 6, [runs(6)]),
      task('Timer', 16, [runs(4)]),
    ],
    40,
  );
  return {
    lanes,
    durationMs: 34,
    openEnd: false,
    summary: 'A drawing of one thread: while Request A awaits a file, Request B and the Timer run, and nobody waits.',
    caption: 'Drawn, not measured. Request A awaits its file, so the thread is free for the others.',
  };
}

/** The finding as the code stands: who holds the thread, and who waits for it. */
export function drawBlocked(finding: Finding): Timeline {
  const scale = scaleOf(finding);
  const lanes = simulate(blockedTasks(finding, scale), scale.horizonMs);
  const openEnd = scale.blockMs === Infinity;
  return { lanes, durationMs: sceneEnd(finding, lanes), openEnd, summary: summarize(lanes), caption: caption(finding, scale) };
}

/** The same tasks with the remedy applied; `undefined` where the remedy does not move the work, or nobody waits. */
export function drawFreed(finding: Finding): Timeline | undefined {
  const { remedy, context, cost } = finding;
  if (remedy.kind === 'advice' || context.phase !== 'loop' || cost.class === 'tiny' || finding.rule === 'loop-deadlock') return undefined;
  const scale = scaleOf(finding);
  const lanes = simulate(freedTasks(finding, scale), scale.horizonMs);
  const length = scale.blockMs === Infinity ? 'It takes as long as before' : `It takes the same ${scale.blockMs} ms`;
  return {
    lanes,
    durationMs: Math.max(sceneEnd(finding, lanes), drawBlocked(finding).durationMs),
    openEnd: false,
    summary: `A drawing of one thread: while the work of ${handler(finding)} is done elsewhere, the others run.`,
    caption: `Drawn, not measured. ${length}, but off the thread, and the others run meanwhile.`,
  };
}

/** Lengths in milliseconds: a short run, the operation, and where the drawing ends. */
interface Scale {
  readonly runMs: number;
  readonly blockMs: number;
  readonly horizonMs: number;
}

const scales: Readonly<Record<CostClass, Scale>> = {
  tiny: { runMs: 1, blockMs: 0.5, horizonMs: 20 },
  noticeable: { runMs: 3, blockMs: 20, horizonMs: 60 },
  long: { runMs: 10, blockMs: 120, horizonMs: 300 },
  unbounded: { runMs: 4, blockMs: Infinity, horizonMs: 50 },
};

function scaleOf(finding: Finding): Scale {
  return scales[finding.rule === 'loop-deadlock' ? 'unbounded' : finding.cost.class];
}

function blockedTasks(finding: Finding, scale: Scale): readonly Task[] {
  const { runMs, blockMs } = scale;
  const steps: readonly TaskStep[] = [runs(runMs), { kind: 'blocks', ms: blockMs, label: deed(finding.rule) }, runs(runMs)];
  const { phase } = finding.context;
  if (phase === 'tooling') return [task('This program', 0, steps)];
  if (phase === 'loop') return [task(handler(finding), 0, steps), ...waiting(finding, scale)];
  const [starts, first] = hostOf(finding) === 'browser' ? ['The page loads', 'First click'] : ['The program starts', 'First request'];
  return [task(starts, 0, steps), task(first, 3 * runMs + blockMs, [runs(runMs)])];
}

function freedTasks(finding: Finding, scale: Scale): readonly Task[] {
  const { kind } = finding.remedy;
  const label = /^(?:worker|thread|process)$/.test(kind)
    ? `waits without the thread; a ${kind === 'thread' ? 'second one' : kind} does it`
    : 'awaits; the work happens off the thread';
  const elsewhere: TaskStep = { kind: 'elsewhere', ms: finiteBlock(scale), label };
  return [task(handler(finding), 0, [runs(scale.runMs), elsewhere, runs(scale.runMs)]), ...waiting(finding, scale)];
}

/** Two others that want the thread while the operation has it. */
function waiting(finding: Finding, scale: Scale): readonly Task[] {
  const block = finiteBlock(scale);
  const [first, second] = bystanders(finding);
  return [task(first, scale.runMs + 0.2 * block, [runs(1.5 * scale.runMs)]), task(second, scale.runMs + 0.6 * block, [runs(scale.runMs)])];
}

function bystanders(finding: Finding): readonly [string, string] {
  const host = hostOf(finding);
  if (finding.rule === 'loop-deadlock') return ['What it waits for', host === 'python' ? 'Another task' : 'Timer'];
  if (host === 'browser') return ['A click', 'The next frame'];
  if (host === 'python') return ['Another task', 'Timer'];
  const { kind } = finding.context;
  return [kind === 'route-handler' ? 'Next request' : 'Another request or event', kind === 'timer-callback' ? 'Another timer' : 'Timer'];
}

function handler(finding: Finding): string {
  const { name, kind } = finding.context;
  return name.trim() === '' ? `This ${kind.replaceAll('-', ' ')}` : plain(name);
}

function finiteBlock({ blockMs, horizonMs }: Scale): number {
  return Number.isFinite(blockMs) ? blockMs : 0.6 * horizonMs;
}

/** A drawing has to show that others may come: it never ends with the operation itself. */
function sceneEnd(finding: Finding, lanes: readonly Lane[]): number {
  const { runMs, blockMs, horizonMs } = scaleOf(finding);
  return blockMs === Infinity ? horizonMs : Math.ceil(lastMs(lanes) + runMs);
}

function caption(finding: Finding, { blockMs }: Scale): string {
  if (finding.rule === 'loop-deadlock') return 'Drawn, not measured. It does not end; the drawing stops somewhere.';
  if (blockMs === Infinity) return 'Drawn, not measured. Nothing in the code says when it ends; the drawing stops before.';
  return `Drawn, not measured: ${blockMs} ms stand for “${finding.cost.class}”, ${span(finding.cost.class)}.`;
}

function task(label: string, arrivesMs: number, steps: readonly TaskStep[]): Task {
  return { label, arrivesMs, steps };
}

function runs(ms: number): TaskStep {
  return { kind: 'runs', ms, label: 'runs' };
}
