// Python to a light syntax tree, for any text: tree-sitter gives a tree whatever is typed, with nodes
// of type ERROR where it made no sense. Its own tree lives in wasm memory, where reading is slow and
// nothing is freed by itself: it is walked once, by a cursor, and deleted.

import type { Language, Parser, TreeCursor } from 'web-tree-sitter';
import type { SyntaxProblem } from '../../core/facts';
import type { Position, Range } from '../../core/text';

/** A node of the syntax. `start` and `end` are offsets in UTF-16 units. */
export interface PyNode {
  readonly type: string;
  /** Its role in its parent, by the grammar's name (`left`, `body`); empty if it has none. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  /** Named nodes, and of the others those with a role (operators) and the word `async`. Comments are no children. */
  readonly children: readonly PyNode[];
}

export interface ParsedPython {
  readonly module: PyNode;
  readonly comments: readonly PyNode[];
  readonly lines: Lines;
  readonly syntaxError: SyntaxProblem | undefined;
}

/** Parses `text`. `undefined` if nothing comes out at all. */
export function parse(parser: Parser, text: string): ParsedPython | undefined {
  const tree = parser.parse(text);
  if (!tree) return undefined;
  const cursor = tree.walk();
  try {
    const reading = new Reading(tree.language, tree.rootNode.hasError);
    const module = reading.read(cursor);
    const lines = new Lines(text);
    const { comments, errorAt } = reading;
    return { module, comments, lines, syntaxError: errorAt === undefined ? undefined : problemAt(lines.at(errorAt)) };
  } finally {
    cursor.delete();
    tree.delete();
  }
}

function problemAt({ line, column }: Position): SyntaxProblem {
  return { message: 'Syntax error', line, column };
}

const leaf = /^(?:identifier|integer|float|true|false|none|comment|ellipsis|string_start|string_end|escape_sequence|is not|not in)$/;
const noChildren: readonly PyNode[] = [];

class Reading {
  readonly comments: PyNode[] = [];
  /** The offset of the first syntax error. */
  errorAt: number | undefined;
  private readonly isNamed: readonly boolean[];
  private readonly isLeaf: readonly boolean[];

  constructor(
    private readonly language: Language,
    private readonly hasError: boolean,
  ) {
    this.isNamed = language.types.map((type, id) => type === 'async' || language.nodeTypeIsNamed(id));
    this.isLeaf = language.types.map((type) => leaf.test(type));
  }

  /** The cursor's node with all below it. */
  read(cursor: TreeCursor): PyNode {
    return this.node(cursor, cursor.nodeTypeId);
  }

  private node(cursor: TreeCursor, id: number): PyNode {
    const type = this.language.types[id] ?? 'ERROR';
    const { startIndex: start, endIndex: end, currentFieldId } = cursor;
    const field = this.language.fields[currentFieldId] ?? '';
    if (this.hasError && this.errorAt === undefined && (type === 'ERROR' || (start === end && cursor.nodeIsMissing))) this.errorAt = start;
    const children = this.isLeaf[id] || !cursor.gotoFirstChild() ? noChildren : this.siblings(cursor);
    return { type, field, start, end, children };
  }

  private siblings(cursor: TreeCursor): PyNode[] {
    const nodes: PyNode[] = [];
    do {
      const id = cursor.nodeTypeId;
      if (this.isNamed[id] === false && !cursor.currentFieldId) continue;
      const node = this.node(cursor, id);
      (node.type === 'comment' ? this.comments : nodes).push(node);
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
    return nodes;
  }
}

/** Where the lines of a text start. */
export class Lines {
  private readonly starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.starts = starts;
  }

  /** The position of an offset. */
  at(offset: number): Position {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }

  rangeOf({ start, end }: Pick<PyNode, 'start' | 'end'>): Range {
    return { start: this.at(start), end: this.at(end) };
  }
}
