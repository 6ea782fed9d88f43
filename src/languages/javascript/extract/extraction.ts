// The state of one extract pass: the facts gathered so far and where in the program the walk stands.
// The handlers for the kinds of node are in the files beside this one; they reach each other only
// through `visit`, so that no file needs to know all others.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Assignment, CallSite, ClassFacts, Condition, ExportFacts, FunctionFacts, Guard, LoopFacts, Value } from '../../../core/facts';
import type { Range } from '../../../core/text';
import { Scopes } from './scopes';

export type Node = TSESTree.Node;
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type MutableFunction = Mutable<FunctionFacts> & { returns: Value[]; awaits: number[]; params: FunctionFacts['params'][number][] };

/** Half-typed code has holes wherever a node should be. */
export type Hole = null | undefined;

/** Reads one kind of node: records facts, and says what an expression evaluates to. */
export type Handler = (x: Extraction, node: never) => Value | void;
export type Handlers = Readonly<Record<string, Handler>>;

export const unknown: Value = { kind: 'unknown' };

/** Where in the program the walk stands. */
export interface Place {
  readonly function: number;
  /** The function whose `this` counts here: the nearest that is no arrow. */
  readonly thisFunction: number;
  readonly loop: number | undefined;
  readonly guard: Guard;
  readonly conditions: readonly Condition[];
}

export class Extraction {
  readonly scopes = new Scopes();
  readonly functions: MutableFunction[] = [];
  readonly calls: Mutable<CallSite>[] = [];
  readonly classes: Mutable<ClassFacts>[] = [];
  readonly accessors = new Set<string>();
  /** Static methods: their `this` is the class. */
  readonly staticFunctions = new Set<number>();
  readonly loops: Mutable<LoopFacts>[] = [];
  readonly exports: ExportFacts[] = [];
  readonly imports: string[] = [];
  readonly assignments: Assignment[] = [];
  place: Place = { function: 0, thisFunction: 0, loop: undefined, guard: 'none', conditions: [] };
  /** Where the innermost statement or class member starts: a doc comment before it speaks of the function in it. */
  statementStart = 0;

  constructor(
    readonly text: string,
    private readonly handlers: Handlers,
    private readonly childrenOf: (node: Node) => Iterable<Node>,
    readonly annotations: ReadonlyMap<number, 'blocking' | 'nonblocking'>,
  ) {}

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

  /** Runs `walk` with another place, and comes back. */
  at<T>(change: Partial<Place>, walk: () => T): T {
    const before = this.place;
    this.place = { ...before, ...change };
    try {
      return walk();
    } finally {
      this.place = before;
    }
  }

  addCall({
    use,
    callee,
    name,
    range,
    args,
    optional,
  }: Omit<CallSite, 'function' | 'order' | 'loop' | 'guard' | 'conditions' | 'awaited' | 'discarded'>): Value {
    const { function: owner, loop, guard, conditions } = this.place;
    const order = this.calls.length;
    const place = { function: owner, order, loop, guard, conditions };
    this.calls.push({ use, callee, name, range, args, awaited: false, discarded: false, optional, ...place });
    return { kind: 'call', call: order };
  }

  /** Records that the thread is given back here. */
  addAwait(): void {
    this.functions[this.place.function]?.awaits.push(this.calls.length);
    for (let loop = this.place.loop; loop !== undefined; loop = this.loops[loop]?.parent) {
      const facts = this.loops[loop];
      if (facts) facts.awaits = true;
    }
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
