// The drawing's words.

import type { Lane, SegmentKind, Timeline } from '../core/explain';

/** What the legend calls each kind, in the legend's order. */
export const kindNames: Readonly<Record<SegmentKind, string>> = {
  runs: 'runs',
  blocks: 'holds the thread',
  waits: 'waits for the thread',
  elsewhere: 'awaits, off the thread',
};

/** What a lane does, one phrase after the other: "runs, 0 to 3 ms; waits for the disk, 3 to 23 ms". */
export function inWords(lane: Lane, timeline: Timeline): string {
  const phrases = lane.segments.map(({ label, kind, startMs, endMs }) => {
    const held = kind === 'blocks' ? ' and holds the thread' : '';
    const open = timeline.openEnd && endMs >= timeline.durationMs;
    return `${label}${held}, ${open ? `from ${milliseconds(startMs)} on` : `${number(startMs)} to ${milliseconds(endMs)}`}`;
  });
  return phrases.length === 0 ? 'does not come to run.' : `${phrases.join('; ')}.`;
}

/** "2.5 ms" */
export function milliseconds(ms: number): string {
  return `${number(ms)} ms`;
}

function number(ms: number): string {
  return String(Math.round(ms * 10) / 10);
}
