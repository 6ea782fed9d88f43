// Loops and their bounds. What `range` counts to is an argument of its call; here only literals are read.

import { lengthOf, type Value } from '../../../core/facts';
import { inLoop } from '../../gathering';
import { childIn, contains } from '../nodes';
import { calleeText } from './calleeText';
import type { Extraction, PyNode } from './extraction';

/** Records a `for` loop, or such a clause of a comprehension, and walks its body in it. */
export function forLoop(x: Extraction, node: PyNode, over: Value, walk: () => void): void {
  const right = childIn(node, 'right');
  const bound = lengthOf(over) ?? (right && rangeBound(x, right));
  const facts = { range: x.rangeOf(node), bound, over, endless: false, empty: isEmpty(childIn(node, 'body')) };
  inLoop(x, { keyword: keywordOf(x, node, 'for'), name: right ? `for … in ${calleeText(x, right)}` : 'for', facts }, walk);
}

/** Records a `while` loop and walks its test and its body in it. */
export function whileLoop(x: Extraction, node: PyNode): void {
  const [condition, body] = [childIn(node, 'condition'), childIn(node, 'body')];
  const endless = condition !== undefined && /^(?:True|1)$/.test(x.textOf(condition));
  const facts = { range: x.rangeOf(node), bound: undefined, over: undefined, endless, empty: isEmpty(body) };
  const test = { changes: condition !== undefined && contains([condition], 'named_expression'), walk: () => void x.visit(condition) };
  inLoop(x, { keyword: keywordOf(x, node, 'while'), name: 'while', facts }, () => void x.visit(body), test);
}

function isEmpty(body: PyNode | undefined): boolean {
  return body?.type === 'block' && body.children.every(({ type }) => type === 'pass_statement' || type === 'continue_statement');
}

/** Before the keyword only `async` may stand. */
function keywordOf(x: Extraction, node: PyNode, keyword: string): ReturnType<Extraction['rangeOf']> {
  const start = Math.max(x.text.indexOf(keyword, node.start), node.start);
  return x.lines.rangeOf({ start, end: start + keyword.length });
}

/** `range(1000)`, `range(10, 1000, 10)`. */
function rangeBound(x: Extraction, node: PyNode): number | undefined {
  const match = /^range\(\s*(\d[\d_]*)\s*(?:,\s*(\d[\d_]*)\s*(?:,\s*(\d[\d_]*)\s*)?)?\)$/.exec(x.textOf(node).slice(0, 80));
  if (!match) return undefined;
  const [first = 0, second, step = 1] = match.slice(1).map((one) => (one === undefined ? undefined : Number(one.replaceAll('_', ''))));
  return Math.ceil((second === undefined ? first : Math.max(0, second - first)) / (step || 1));
}
