// One line of source with carets under a stretch of it, as a terminal shows it: tabs become spaces,
// wide characters count for two, a long line is cut around the stretch, and no character of the
// source can control the terminal or reorder what stands beside it.

export interface Excerpt {
  readonly code: string;
  readonly carets: string;
}

/**
 * @param from column of the first character to mark, from 1, in UTF-16 units
 * @param to column behind the last one
 * @param width how many columns of the terminal there are for it
 */
export function excerpt(line: string, from: number, to: number, width: number): Excerpt {
  const cells = cellsOf(line);
  const first = cells.findIndex((cell) => cell.end > from - 1);
  const start = first === -1 ? cells.length : first;
  const end = Math.max(start + 1, cells.filter((cell) => cell.start < to - 1).length);
  const { left, right } = cut(cells, start, width);
  const before = left > 0 ? ellipsis : '';
  const after = right < cells.length ? ellipsis : '';
  const marked = Math.max(1, widthOf(cells.slice(start, Math.min(end, right))));
  return {
    code: before + textOf(cells.slice(left, right)) + after,
    carets: ' '.repeat(before.length + widthOf(cells.slice(left, start))) + '^'.repeat(marked),
  };
}

/** A text on one line without anything that controls a terminal. */
export function printable(text: string): string {
  return text.replace(everyUnprintable, (character) => shown(character).text);
}

const ellipsis = '…';

interface Cell {
  readonly text: string;
  readonly width: number;
  /** Offsets in the line, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

function cellsOf(line: string): Cell[] {
  let start = 0;
  return Array.from(line, (character) => {
    const end = start + character.length;
    const cell = { ...shown(character), start, end };
    start = end;
    return cell;
  });
}

function shown(character: string): { text: string; width: number } {
  if (character === '\t') return { text: '    ', width: 4 };
  if (unprintable.test(character)) return { text: '\uFFFD', width: 1 };
  return { text: character, width: combining.test(character) ? 0 : wide.test(character) ? 2 : 1 };
}

/** Controls, halves of characters, and characters that turn the direction of the text around. */
const unprintable = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
const everyUnprintable = new RegExp(unprintable, 'gu');
const combining = /\p{Mn}|\p{Me}|\p{Emoji_Modifier}|[\u200B-\u200D\u2060\uFEFF]/u;
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;

/** The cells to show: all of them, or as many as fit around `start`, most of them after it. */
function cut(cells: readonly Cell[], start: number, width: number): { left: number; right: number } {
  if (widthOf(cells) <= width) return { left: 0, right: cells.length };
  const room = width - 2 * ellipsis.length;
  const left = reach(cells, start, -1, room / 3);
  const right = reach(cells, start, 1, room - widthOf(cells.slice(left, start)));
  return right < cells.length ? { left, right } : { left: reach(cells, cells.length, -1, room), right };
}

/** How far one can go from `start` in a direction before the cells on the way need more than `room`. */
function reach(cells: readonly Cell[], start: number, step: 1 | -1, room: number): number {
  let at = start;
  let left = room;
  for (;;) {
    const cell = cells[step === 1 ? at : at - 1];
    if (cell === undefined || cell.width > left) return at;
    left -= cell.width;
    at += step;
  }
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

function textOf(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.text).join('');
}
