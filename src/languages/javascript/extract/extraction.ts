// The extract pass of one file: its text, and how its nodes are walked. The handlers for the kinds of
// node are in the files beside this one; they reach each other only through `visit`, so that no file
// needs to know all others.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Value } from '../../../core/facts';
import type { Range } from '../../../core/text';
import { Gathering } from '../../gathering';
import { unknown } from '../../values';
import { bodiesByName } from '../bodies';

export { inCase, type Mutable, type MutableFunction, type Place, under } from '../../gathering';
export { unknown } from '../../values';

export type Node = TSESTree.Node;

/** Half-typed code has holes wherever a node should be. */
export type Hole = null | undefined;

/** Reads one kind of node: records facts, and says what an expression evaluates to. */
export type Handler = (x: Extraction, node: never) => Value | void;
export type Handlers = Readonly<Record<string, Handler>>;

export class Extraction extends Gathering {
  /** Where the innermost statement or class member starts: a doc comment before it speaks of the function in it. */
  statementStart = 0;
  /** Where the function around ends. */
  functionEnd: number;
  /** What variables were last declared with, by their names. */
  readonly initial = new Map<string, Node>();
  private named: ReadonlyMap<string, readonly Node[]> | undefined;

  constructor(
    readonly text: string,
    private readonly handlers: Handlers,
    readonly childrenOf: (node: Node) => Iterable<Node>,
    readonly annotations: ReadonlyMap<number, 'blocking' | 'nonblocking'>,
    private readonly program: Node,
  ) {
    super();
    this.functionEnd = text.length;
  }

  /** The file's functions by the names that call them. */
  get bodies(): ReadonlyMap<string, readonly Node[]> {
    return (this.named ??= bodiesByName(this.program));
  }

  /** Walks a node in evaluation order and returns what it evaluates to. A kind without a handler is walked through. */
  visit(node: Node | Hole): Value {
    if (!node) return unknown;
    const handler = this.handlers[node.type];
    if (handler) return handler(this, node as never) ?? unknown;
    if (!node.type.startsWith('TS')) for (const child of this.childrenOf(node)) this.visit(child);
    return unknown;
  }

  visitAll(nodes: Iterable<Node | Hole> | Hole): void {
    for (const node of nodes ?? []) this.visit(node);
  }

  /** Visits something that is used in place, as a receiver or an argument: a plain name does not escape by that. */
  visitInPlace(node: Node | Hole): Value {
    return node?.type === 'Identifier' ? this.scopes.refer(node.name) : this.visit(node);
  }

  rangeOf(node: Node): Range {
    return toRange(node.loc);
  }

  textOf(node: Node): string {
    return this.text.slice(node.range[0], node.range[1]);
  }
}

/** ESTree counts columns from 0. */
export function toRange(loc: TSESTree.SourceLocation): Range {
  return { start: { line: loc.start.line, column: loc.start.column + 1 }, end: { line: loc.end.line, column: loc.end.column + 1 } };
}
