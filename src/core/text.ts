// Positions in a text. Everything in Loopsight counts lines from 1 and columns from 1 in UTF-16
// units, as the command line prints them; the language server converts at its own boundary.

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of text; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** True if `position` lies in `range`, its end included (a cursor stands behind the last character too). */
export function contains(range: Range, position: Position): boolean {
  return !isBefore(position, range.start) && !isBefore(range.end, position);
}

/** True if `a` stands before `b` in the text. */
export function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** A range that goes over several lines, as its first character. */
export function firstLine(range: Range): Range {
  const { start, end } = range;
  return start.line === end.line ? range : { start, end: { line: start.line, column: start.column + 1 } };
}
