// The extract pass of one Python file: its text, and how its nodes are walked. The handlers for the
// types of node are in the files beside this one; they reach each other only through `visit`.

import type { Member, Value } from '../../../core/facts';
import type { Range } from '../../../core/text';
import { Gathering } from '../../gathering';
import { unknown } from '../../values';
import type { Lines, PyNode } from '../parse';

export { inCase, type Mutable, type MutableFunction, type Place, under } from '../../gathering';
export { unknown } from '../../values';
export type { PyNode } from '../parse';

/** Half-typed code has holes wherever a node should be. */
export type Hole = undefined;

/** Reads one type of node: records facts, and says what an expression evaluates to. */
export type Handler = (x: Extraction, node: PyNode) => Value | void;
export type Handlers = Readonly<Record<string, Handler>>;

/** The statements around one in its block. */
export interface Around {
  readonly before: PyNode | Hole;
  readonly after: readonly PyNode[];
}

/** A class whose body is being walked. */
export interface ClassBody {
  readonly index: number;
  readonly name: string;
  readonly members: Member[];
}

export class Extraction extends Gathering {
  /** The class whose body is walked; not in the functions of it. */
  classBody: ClassBody | undefined;
  /** What stands around the statement that is walked. */
  around: Around = { before: undefined, after: [] };

  constructor(
    readonly text: string,
    readonly lines: Lines,
    private readonly handlers: Handlers,
    /** Lines of functions that a comment speaks of. */
    readonly annotations: ReadonlyMap<number, 'blocking' | 'nonblocking'>,
  ) {
    super();
  }

  /** Walks a node in evaluation order and returns what it evaluates to. A type without a handler is walked through. */
  visit(node: PyNode | Hole): Value {
    if (!node) return unknown;
    const handler = this.handlers[node.type];
    if (handler) return handler(this, node) ?? unknown;
    this.visitAll(node.children);
    return unknown;
  }

  visitAll(nodes: Iterable<PyNode | Hole>): void {
    for (const node of nodes) this.visit(node);
  }

  /** Visits something that is used in place, as a receiver or an argument: a plain name does not escape by that. */
  visitInPlace(node: PyNode | Hole): Value {
    return node?.type === 'identifier' ? this.scopes.refer(this.textOf(node)) : this.visit(node);
  }

  rangeOf(node: PyNode): Range {
    return this.lines.rangeOf(node);
  }

  textOf(node: PyNode): string {
    return this.text.slice(node.start, node.end);
  }
}
