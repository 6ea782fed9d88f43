// Who has the loop's thread when: a small simulation of one thread, so that a drawing cannot claim
// what a loop cannot do. Invariant: no two segments that run or block overlap, in any timeline.
// Times are milliseconds and illustrative; nothing here is a measurement.

/** A drawing of who has the loop's thread when. Times are illustrative, in milliseconds. */
export interface Timeline {
  readonly lanes: readonly Lane[];
  readonly durationMs: number;
  /** True if what is drawn goes on beyond the end. */
  readonly openEnd: boolean;
  /** The drawing in one sentence, for people who cannot see it. */
  readonly summary: string;
  /** Says what the lengths mean: they are drawn, not measured. */
  readonly caption: string;
}

export interface Lane {
  readonly label: string;
  readonly segments: readonly Segment[];
}

export type SegmentKind =
  /** Has the thread for a moment. */
  | 'runs'
  /** Has the thread and does not give it back. */
  | 'blocks'
  /** Could run, and waits for the thread. */
  | 'waits'
  /** Does not need the thread: its work happens elsewhere. */
  | 'elsewhere';

export interface Segment {
  readonly kind: SegmentKind;
  readonly startMs: number;
  readonly endMs: number;
  readonly label: string;
}

/** Something that wants the thread from `arrivesMs` on. */
export interface Task {
  readonly label: string;
  readonly arrivesMs: number;
  readonly steps: readonly TaskStep[];
}

/** `ms` may be infinite. */
export interface TaskStep {
  readonly kind: Exclude<SegmentKind, 'waits'>;
  readonly ms: number;
  readonly label: string;
}

/**
 * Runs the tasks on one thread, first come, first served, and draws what happens before `horizonMs`.
 * A task gives the thread back at its end, and for steps that happen elsewhere.
 */
export function simulate(tasks: readonly Task[], horizonMs: number): readonly Lane[] {
  const runs = tasks.map(begin);
  let now = 0;
  for (let next = earliest(runs, horizonMs); next !== undefined; next = earliest(runs, horizonMs)) {
    const start = Math.max(now, next.readyMs);
    draw(next, 'waits', next.readyMs, Math.min(start, horizonMs), 'waits for the thread');
    now = turn(next, start, horizonMs);
  }
  return runs.map(({ task, segments }) => ({ label: task.label, segments }));
}

/** When the last thing happens in these lanes. */
export function lastMs(lanes: readonly Lane[]): number {
  return Math.max(0, ...lanes.flatMap((lane) => lane.segments.map((segment) => segment.endMs)));
}

/** Says in one sentence who holds the thread and who waits for it. */
export function summarize(lanes: readonly Lane[]): string {
  const holds = names(lanes, 'blocks');
  const waits = names(lanes, 'waits');
  if (holds === '') return 'The tasks take turns on the thread, and nobody keeps it.';
  if (waits === '') return `A drawing of one thread: it is held by ${holds}, and no other task waits for it.`;
  return `A drawing of one thread: while it is held by ${holds}, others cannot run: ${waits}.`;
}

interface Run {
  readonly task: Task;
  readonly segments: Segment[];
  readyMs: number;
  step: number;
}

function begin(task: Task): Run {
  return { task, segments: [], readyMs: task.arrivesMs, step: 0 };
}

function earliest(runs: readonly Run[], horizonMs: number): Run | undefined {
  return runs
    .filter((run) => run.step < run.task.steps.length && run.readyMs < horizonMs)
    .reduce<Run | undefined>((best, run) => (best === undefined || run.readyMs < best.readyMs ? run : best), undefined);
}

/** Lets a task run until it gives the thread back; returns when that is. */
function turn(run: Run, start: number, horizonMs: number): number {
  let now = start;
  for (const step of run.task.steps.slice(run.step)) {
    draw(run, step.kind, now, Math.min(now + step.ms, horizonMs), step.label);
    run.step += 1;
    if (step.kind === 'elsewhere') {
      run.readyMs = now + step.ms;
      return now;
    }
    now += step.ms;
  }
  return now;
}

function draw(run: Run, kind: SegmentKind, startMs: number, endMs: number, label: string): void {
  if (startMs < endMs) run.segments.push({ kind, startMs, endMs, label });
}

function names(lanes: readonly Lane[], kind: SegmentKind): string {
  const labels = lanes.filter((lane) => lane.segments.some((segment) => segment.kind === kind)).map((lane) => lane.label);
  return labels.join(', ');
}
