// Loops: how often their body runs, as far as literals tell.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { lengthOf, type Value } from '../../../core/facts';
import { type Extraction, type Node, toRange } from './extraction';

type LoopNode =
  TSESTree.ForStatement | TSESTree.WhileStatement | TSESTree.DoWhileStatement | TSESTree.ForInStatement | TSESTree.ForOfStatement;

/** Records a loop and walks what it repeats. */
export function visitLoop(x: Extraction, node: LoopNode, over: Value | undefined, walk: () => void): void {
  const loop =
    x.loops.push({
      function: x.place.function,
      parent: x.place.loop,
      range: toRange(node.loc),
      bound: node.type === 'ForStatement' ? countedBound(node) : lengthOf(over),
      over,
      endless: isEndless(node),
      leaves: false,
      awaits: false,
    }) - 1;
  x.at({ loop }, walk);
}

/** `for (let i = 0; i < 1000; i++)` runs 1,000 times. Other steps than one are divided in. */
function countedBound({ init, test, update }: TSESTree.ForStatement): number | undefined {
  if (test?.type !== 'BinaryExpression' || init?.type !== 'VariableDeclaration') return undefined;
  const from = numberOf(init.declarations[0]?.init);
  const to = numberOf(test.right) ?? numberOf(test.left);
  const step = stepOf(update);
  if (from === undefined || to === undefined || !step) return undefined;
  return Math.ceil(Math.abs(to - from) / step);
}

function stepOf(update: Node | null | undefined): number | undefined {
  if (update?.type === 'UpdateExpression') return 1;
  return update?.type === 'AssignmentExpression' && /^[+-]=$/.test(update.operator) ? numberOf(update.right) : undefined;
}

function numberOf(node: Node | null | undefined): number | undefined {
  return node?.type === 'Literal' && typeof node.value === 'number' ? node.value : undefined;
}

function isEndless(node: LoopNode): boolean {
  if (node.type === 'ForStatement') return !node.test;
  return (node.type === 'WhileStatement' || node.type === 'DoWhileStatement') && node.test?.type === 'Literal' && Boolean(node.test.value);
}
