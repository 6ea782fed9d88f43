// One file's text and syntax tree, with the way up from every node. Offsets count UTF-16 units from
// the start of the text; lines end where the parser ends them, so that positions agree with its own.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Position, Range } from '../../../core/text';
import { childrenOf } from '../children';
import { parse } from '../parse';

export type Node = TSESTree.Node;
export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

export interface Source {
  readonly text: string;
  readonly program: TSESTree.Program;
  /** True if the file has a syntax error: then the tree has holes, and a missing use proves nothing. */
  readonly broken: boolean;
  /** Every node, parents before children. */
  readonly nodes: readonly Node[];
  parentOf(node: Node): Node | undefined;
  textOf(node: Node): string;
  rangeOf(start: number, end: number): Range;
}

/** Reads a file; `undefined` if no tree at all comes out of it. */
export function readSource(path: string, text: string): Source | undefined {
  const parsed = parse(path, text);
  if (parsed === undefined) return undefined;
  const parents = new Map<Node, Node | undefined>();
  collect(parsed.program, undefined, parents);
  const lines = lineStarts(text);
  return {
    text,
    program: parsed.program,
    broken: parsed.syntaxError !== undefined,
    nodes: [...parents.keys()],
    parentOf: (node) => parents.get(node),
    textOf: (node) => text.slice(...node.range),
    rangeOf: (start, end) => ({ start: positionAt(lines, start), end: positionAt(lines, end) }),
  };
}

/** The library's own traversal would bring its whole project service with it. */
function collect(node: Node, parent: Node | undefined, parents: Map<Node, Node | undefined>): void {
  parents.set(node, parent);
  for (const child of childrenOf(node)) collect(child, node, parents);
}

/** The nodes around `node`, innermost first. */
export function* ancestors(source: Source, node: Node): Generator<Node> {
  for (let above = source.parentOf(node); above !== undefined; above = source.parentOf(above)) yield above;
}

export function isFunction(node: Node): node is FunctionNode {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}

/** True if `inner` stands in `outer`, or is it. */
export function within(inner: Node, outer: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** The expression without the type syntax around it, which does nothing at run time. */
export function withoutTypes(node: Node): Node {
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression') return withoutTypes(node.expression);
  if (node.type === 'TSNonNullExpression' || node.type === 'TSTypeAssertion') return withoutTypes(node.expression);
  return node;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return starts;
}

function positionAt(lines: readonly number[], offset: number): Position {
  let low = 0;
  for (let high = lines.length; high - low > 1;) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}
