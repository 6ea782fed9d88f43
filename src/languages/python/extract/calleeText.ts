// How a callee is shown: its range on one line, and its text in one short piece.

import { firstLine, type Range } from '../../../core/text';
import { childIn } from '../nodes';
import type { Extraction, PyNode } from './extraction';

const longest = 60;

/** The range to underline for a callee: the whole expression if it stands on one line, else its last name. */
export function calleeRange(x: Extraction, callee: PyNode): Range {
  const range = x.rangeOf(callee);
  return range.start.line === range.end.line ? range : firstLine(x.rangeOf(lastName(callee)));
}

/** The callee as a person would read it aloud: `self.session.get`, `Path(…).read_text`. */
export function calleeText(x: Extraction, callee: PyNode): string {
  const text = shorten(x, callee);
  if (text.length <= longest) return text;
  const last = lastName(callee);
  return last === callee ? `${text.slice(0, longest)}…` : `….${x.textOf(last)}`;
}

function shorten(x: Extraction, node: PyNode): string {
  const [object, name] = [childIn(node, 'object'), childIn(node, 'attribute')];
  if (node.type === 'attribute' && object && name) return `${shorten(x, object)}.${x.textOf(name)}`;
  const callee = childIn(node, 'function');
  if (node.type === 'call' && callee) return `${shorten(x, callee)}(${(childIn(node, 'arguments')?.children.length ?? 0) > 0 ? '…' : ''})`;
  return x.text.slice(node.start, Math.min(node.end, node.start + 2 * longest)).replace(/\s+/g, ' ');
}

function lastName(node: PyNode): PyNode {
  return (node.type === 'attribute' ? childIn(node, 'attribute') : undefined) ?? node;
}
