// Loops: what they go over, and how often their body runs, as far as literals tell.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { lengthOf, type LoopFacts, type Value } from '../../../core/facts';
import { inLoop } from '../../gathering';
import { calleeText } from './calleeText';
import { type Extraction, type Hole, type Node, toRange } from './extraction';

type WhileNode = TSESTree.WhileStatement | TSESTree.DoWhileStatement;
type EachNode = TSESTree.ForInStatement | TSESTree.ForOfStatement;

/** Records a loop over what an expression holds, and walks what it repeats. */
export function eachLoop(x: Extraction, node: EachNode, over: Value, walk: () => void): void {
  const name = `for … ${node.type === 'ForInStatement' ? 'in' : 'of'} ${calleeText(x, node.right)}`;
  inLoop(
    x,
    {
      keyword: keywordOf(node, 'for'),
      name,
      facts: { ...factsOf(node), bound: lengthOf(over), over, ...(node.type === 'ForInStatement' && { keys: true }) },
    },
    walk,
  );
}

/** Records a loop that counts or tests, and walks what it repeats. */
export function countingLoop(x: Extraction, node: TSESTree.ForStatement): void {
  const limit = limitOf(x, node);
  const facts = { ...factsOf(node), endless: !node.test, bound: boundOf(node), ...limit };
  inLoop(
    x,
    { keyword: keywordOf(node, 'for'), name: 'for', facts },
    () => x.visitAll([node.body, node.update]),
    testOf(x, node.test, node.update),
  );
}

/** Records a `while` or `do` loop, and walks what it repeats. */
export function testingLoop(x: Extraction, node: WhileNode): void {
  const facts = { ...factsOf(node), endless: node.test?.type === 'Literal' && Boolean(node.test.value) };
  const keyword = keywordOf(node, node.type === 'WhileStatement' ? 'while' : 'do');
  inLoop(x, { keyword, name: 'while', facts }, () => void x.visit(node.body), testOf(x, node.test));
}

type Shape = Pick<LoopFacts, 'range' | 'bound' | 'over' | 'endless' | 'empty'>;

function factsOf(node: WhileNode | EachNode | TSESTree.ForStatement): Shape {
  return { range: toRange(node.loc), bound: undefined, over: undefined, endless: false, empty: isEmpty(node.body) };
}

function isEmpty(body: Node | Hole): boolean {
  return body?.type === 'EmptyStatement' || (body?.type === 'BlockStatement' && body.body.length === 0);
}

function keywordOf({ loc: { start } }: Node, keyword: string): LoopFacts['range'] {
  return toRange({ start, end: { line: start.line, column: start.column + keyword.length } });
}

function testOf(x: Extraction, test: Node | Hole, update?: Node | Hole): { changes: boolean; walk: () => void } | undefined {
  return test ? { changes: Boolean(update) || changes(x, test), walk: () => void x.visit(test) } : undefined;
}

/** True if a test changes what it tests: `i++ < n`, `(m = next())`. */
function changes(x: Extraction, node: Node): boolean {
  if (node.type === 'AssignmentExpression' || node.type === 'UpdateExpression') return true;
  return [...x.childrenOf(node)].some((child) => changes(x, child));
}

/** `for (let i = 0; i < 1000; i++)` runs 1,000 times. Other steps than one are divided in. */
function boundOf({ init, test, update }: TSESTree.ForStatement): number | undefined {
  const from = init?.type === 'VariableDeclaration' ? numberOf(init.declarations[0]?.init) : undefined;
  const to = test?.type === 'BinaryExpression' ? (numberOf(test.right) ?? numberOf(test.left)) : undefined;
  const step = stepOf(update);
  if (from === undefined || to === undefined || !step) return undefined;
  return Math.ceil(Math.abs(to - from) / step);
}

/** What it counts to by ones: `i < limit`; or the list whose elements it counts: `i < list.length`. */
function limitOf(x: Extraction, { init, test, update }: TSESTree.ForStatement): { limit?: Value; over?: Value } {
  const isCounting = test?.type === 'BinaryExpression' && /^<=?$/.test(test.operator) && stepOf(update) === 1;
  if (!isCounting || init?.type !== 'VariableDeclaration' || test.right.type === 'Literal') return {};
  return countedTo(x, test.right);
}

function countedTo(x: Extraction, node: Node): { limit?: Value; over?: Value } {
  if (node.type === 'Identifier') return { limit: x.scopes.refer(node.name) };
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return {};
  const object = plainValue(x, node.object);
  if (!object) return {};
  const isCount = node.property.name === 'length' || node.property.name === 'size';
  return isCount ? { over: object } : { limit: { kind: 'member', object, name: node.property.name } };
}

/** A name or a member of one, which is only looked at. */
function plainValue(x: Extraction, node: Node): Value | undefined {
  if (node.type === 'Identifier') return x.scopes.refer(node.name);
  if (node.type === 'ThisExpression') return { kind: 'this', function: x.place.thisFunction };
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return undefined;
  const object = plainValue(x, node.object);
  return object && { kind: 'member', object, name: node.property.name };
}

function stepOf(update: Node | Hole): number | undefined {
  if (update?.type === 'UpdateExpression') return 1;
  return update?.type === 'AssignmentExpression' && /^[+-]=$/.test(update.operator) ? numberOf(update.right) : undefined;
}

function numberOf(node: Node | Hole): number | undefined {
  return node?.type === 'Literal' && typeof node.value === 'number' ? node.value : undefined;
}
