// Edits by offset while a fix is put together, and as the positions that editors take at the end.
// Edits that touch become one, so that no editor has to guess their order.

import type { TextEdit } from '../../language';
import type { Source } from './source';

/** Replaces the text from `start` to `end` (exclusive). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

/** Sorted and joined text edits; `undefined` if two of them overlap. */
export function toTextEdits(source: Source, edits: readonly Edit[]): readonly TextEdit[] | undefined {
  const joined: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last !== undefined && edit.start < last.end) return undefined;
    if (last?.end === edit.start) joined.splice(-1, 1, { start: last.start, end: edit.end, text: last.text + edit.text });
    else joined.push(edit);
  }
  return joined.map((edit) => ({ range: source.rangeOf(edit.start, edit.end), newText: edit.text }));
}
