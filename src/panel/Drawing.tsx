// A timeline as a picture: one lane for each task, the stretch where the thread is held across all.
// Kinds differ in shape and pattern, not in colour alone. Positions are percentages, so the picture
// fits any width without scaling its strokes; a style attribute would break the content policy.

import { useId } from 'preact/hooks';
import type { Lane, Segment, SegmentKind, Timeline } from '../core/explain';
import { inWords, kindNames, milliseconds } from './captions';

interface Props {
  readonly timeline: Timeline;
  readonly title: string | undefined;
}

export function Drawing({ timeline, title }: Props) {
  const { lanes, summary, caption, durationMs, openEnd } = timeline;
  // Where nobody waits, the stretch is a fact and no alarm.
  const calm = !lanes.some((lane) => lane.segments.some((segment) => segment.kind === 'waits'));
  return (
    <figure class={calm ? 'drawing calm' : 'drawing'}>
      {title !== undefined && <p class="name">{title}</p>}
      <div class="picture" role="img" aria-label={summary}>
        <Picture timeline={timeline} />
        <div class="labels">
          {lanes.map((lane, index) => (
            <bdi key={index}>{lane.label}</bdi>
          ))}
        </div>
        <div class="axis">
          <span>0</span>
          <span>{openEnd ? 'no end in sight' : milliseconds(durationMs)}</span>
        </div>
      </div>
      <Legend lanes={lanes} />
      <figcaption>{caption}</figcaption>
      <details>
        <summary>In words</summary>
        <ul>
          {lanes.map((lane, index) => (
            <li key={index}>
              <bdi>{lane.label}</bdi>: {inWords(lane, timeline)}
            </li>
          ))}
        </ul>
      </details>
    </figure>
  );
}

/** Heights in CSS pixels; panel.css lays the labels over the same rows. */
const rowHeight = 38;
const barTop = 18;
const barHeight = 12;
const middle = barTop + barHeight / 2;

function Picture({ timeline: { lanes, durationMs } }: { readonly timeline: Timeline }) {
  const hatch = useId();
  const percent = (ms: number) => `${Math.round((10_000 * ms) / durationMs) / 100}%`;
  const height = lanes.length * rowHeight;
  return (
    <svg width="100%" height={height} aria-hidden="true" focusable="false">
      <Hatch id={hatch} />
      {lanes.flatMap(heldStretches).map((held, index) => (
        <Band key={index} held={held} height={height} percent={percent} />
      ))}
      {lanes.map((lane, row) => (
        <g key={row} transform={`translate(0 ${row * rowHeight})`}>
          <line class="track" x1="0" x2="100%" y1={middle} y2={middle} />
          {lane.segments.map((segment, index) => (
            <Mark key={index} segment={segment} percent={percent} hatch={hatch} />
          ))}
        </g>
      ))}
    </svg>
  );
}

function heldStretches(lane: Lane): readonly Segment[] {
  return lane.segments.filter((segment) => segment.kind === 'blocks');
}

type Percent = (ms: number) => string;

/** Shades the stretch in which nobody else can run. */
function Band({ held, height, percent }: { readonly held: Segment; readonly height: number; readonly percent: Percent }) {
  return <rect class="band" x={percent(held.startMs)} width={percent(held.endMs - held.startMs)} y="0" height={height} />;
}

interface MarkProps {
  readonly segment: Segment;
  readonly percent: Percent;
  readonly hatch: string;
}

function Mark({ segment: { kind, startMs, endMs }, percent, hatch }: MarkProps) {
  const x = percent(startMs);
  const width = percent(endMs - startMs);
  if (kind === 'waits') {
    return (
      <>
        <line class="waits" x1={x} x2={percent(endMs)} y1={middle} y2={middle} />
        <circle class="arrives" cx={x} cy={middle} r="3.5" />
      </>
    );
  }
  if (kind === 'elsewhere') return <rect class="elsewhere" x={x} width={width} y={barTop + 2} height={barHeight - 4} rx="4" />;
  if (kind === 'runs') return <rect class="runs" x={x} width={width} y={barTop} height={barHeight} rx="1.5" />;
  return (
    <>
      <rect class="blocks" x={x} width={width} y={barTop} height={barHeight} rx="1.5" />
      <rect fill={`url(#${hatch})`} x={x} width={width} y={barTop} height={barHeight} />
    </>
  );
}

function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="hatch" x1="0" y1="0" x2="0" y2="6" />
      </pattern>
    </defs>
  );
}

/** Says what the shapes mean, of those that the picture has. */
function Legend({ lanes }: { readonly lanes: readonly Lane[] }) {
  const used = new Set(lanes.flatMap((lane) => lane.segments.map((segment) => segment.kind)));
  const kinds = (Object.keys(kindNames) as SegmentKind[]).filter((kind) => used.has(kind));
  return (
    <ul class="legend" aria-hidden="true">
      {kinds.map((kind) => (
        <li key={kind}>
          <Swatch kind={kind} />
          {kindNames[kind]}
        </li>
      ))}
    </ul>
  );
}

function Swatch({ kind }: { readonly kind: SegmentKind }) {
  const hatch = useId();
  return (
    <svg class="swatch" width="22" height={barHeight} viewBox={`0 ${barTop} 22 ${barHeight}`} focusable="false">
      <Hatch id={hatch} />
      <Mark segment={{ kind, startMs: kind === 'waits' ? 4 : 1, endMs: 21, label: '' }} percent={(ms) => `${ms}`} hatch={hatch} />
    </svg>
  );
}
