// How a callee is shown: its range on one line, and its text in one short piece.

import { firstLine, type Range } from '../../../core/text';
import { type Extraction, type Node, toRange } from './extraction';

const longest = 60;

/** The range to underline for a callee: the whole expression if it stands on one line, else its last name. */
export function calleeRange(callee: Node): Range {
  const last = lastName(callee);
  const range = toRange(callee.loc);
  if (range.start.line === range.end.line) return range;
  return last === callee ? firstLine(range) : firstLine(toRange(last.loc));
}

/** The callee as a person would read it aloud: `fs.readFileSync`, `getStack(…).save`. */
export function calleeText(x: Extraction, callee: Node): string {
  const text = shorten(x, callee);
  if (text.length <= longest) return text;
  const last = lastName(callee);
  return last === callee ? `${text.slice(0, longest)}…` : `….${x.textOf(last)}`;
}

function shorten(x: Extraction, node: Node): string {
  switch (node.type) {
    case 'MemberExpression':
      return shorten(x, node.object) + (node.computed ? `[${oneLine(x.textOf(node.property))}]` : `.${x.textOf(node.property)}`);
    case 'CallExpression':
      return `${shorten(x, node.callee)}(${node.arguments.length === 0 ? '' : callArguments(x, node.arguments)})`;
    case 'NewExpression':
      return `new ${shorten(x, node.callee)}(${node.arguments.length === 0 ? '' : '…'})`;
    case 'ChainExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return shorten(x, node.expression);
    case 'SequenceExpression': // `(0, fs_1.readFileSync)`, as compilers write it
      return shorten(x, node.expressions.at(-1) ?? node);
    case 'AwaitExpression':
      return `(await ${shorten(x, node.argument)})`;
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return node.type === 'FunctionExpression' && node.id ? node.id.name : '(function)';
    default:
      return oneLine(x.text.slice(node.range[0], Math.min(node.range[1], node.range[0] + 2 * longest)));
  }
}

/** `require('fs')` is worth showing whole; most arguments are not. */
function callArguments(x: Extraction, args: readonly Node[]): string {
  const [only] = args;
  return only?.type === 'Literal' && args.length === 1 && only.raw.length <= 20 ? x.textOf(only) : '…';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function lastName(node: Node): Node {
  if (node.type === 'ChainExpression' || node.type === 'TSNonNullExpression') return lastName(node.expression);
  return node.type === 'MemberExpression' ? node.property : node;
}
