// Expressions, in evaluation order: what each evaluates to, and the call sites on the way.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Property, Value } from '../../../core/facts';
import { visitAssignment } from './assignments';
import { choice, combined, comparison, lengthTest, shifted } from '../../values';
import { calleeRange, calleeText } from './calleeText';
import { folderText } from '../../../core/link/specifiers';
import { type Extraction, type Handlers, type Node, type Place, under, unknown } from './extraction';
import { functionValue, visitNamed } from './functions';
import { memoIf, memoOr, memoUnless } from './memos';
import { keyName } from './patterns';
import { withAssertion } from './types';

export const expressionHandlers: Handlers = {
  Identifier: (x, node: TSESTree.Identifier) => identifier(x, node, true),
  ThisExpression: (x) => ({ kind: 'this', function: x.place.thisFunction }),
  Super: (x) => ({ kind: 'super', function: x.place.thisFunction }),
  Literal: (_, node: TSESTree.Literal) => literal(node),
  TemplateLiteral: (x, node: TSESTree.TemplateLiteral) => {
    const values = node.expressions.map((one) => x.visit(one));
    const [first, ...rest] = node.quasis.map((quasi): Value => ({ kind: 'literal', value: quasi.value.cooked ?? '' }));
    return first && rest.length > 0 ? fileName([first, ...rest.flatMap((text, i) => [values[i] ?? unknown, text])]) : (first ?? unknown);
  },
  ArrayExpression: (x, node: TSESTree.ArrayExpression) => ({ kind: 'array', elements: node.elements.map((e) => x.visit(e)) }),
  ObjectExpression: (x, node: TSESTree.ObjectExpression) => {
    const value: Value = { kind: 'object', properties: node.properties.map((p) => objectProperty(x, p)) };
    for (const property of value.properties) ownProperty(x, value, property.value);
    return value;
  },
  SpreadElement: (x, node: TSESTree.SpreadElement) => ({ kind: 'spread', value: x.visit(node.argument) }),
  SequenceExpression: (x, node: TSESTree.SequenceExpression) => node.expressions.map((e) => x.visit(e)).at(-1),
  UnaryExpression: (x, node: TSESTree.UnaryExpression) => unary(node, x.visit(node.argument)),
  BinaryExpression: (x, node: TSESTree.BinaryExpression) => typeTest(x, node) ?? binary(node, x.visit(node.left), x.visit(node.right)),
  ConditionalExpression: (x, node: TSESTree.ConditionalExpression) => {
    const test = { node, value: x.visit(node.test) };
    const consequent = x.at(under(x, test, true), () => x.visit(node.consequent));
    return choice([consequent, x.at(under(x, test, false), () => x.visit(node.alternate))]);
  },
  LogicalExpression: (x, node: TSESTree.LogicalExpression) => {
    const left = x.visit(node.left);
    const right = x.at(placeOfRight(x, node, left), () => x.visit(node.right));
    return choice([left, right], node.operator);
  },
  AssignmentExpression: (x, node: TSESTree.AssignmentExpression) => visitAssignment(x, node),
  AwaitExpression: (x, node: TSESTree.AwaitExpression) => awaited(x, node.argument),
  YieldExpression: (x, node: TSESTree.YieldExpression) => {
    x.visit(node.argument);
    if (x.functions[x.place.function]?.async) x.addAwait();
  },
  MemberExpression: (x, node: TSESTree.MemberExpression) => {
    const callee = member(x, node);
    addSite(x, { use: 'read', callee, node, calleeNode: node, args: [] });
    return callee;
  },
  ChainExpression: (x, node: TSESTree.ChainExpression) => x.visit(node.expression),
  CallExpression: (x, node: TSESTree.CallExpression) => call(x, node, 'call'),
  NewExpression: (x, node: TSESTree.NewExpression) => call(x, node, 'new'),
  TaggedTemplateExpression: (x, node: TSESTree.TaggedTemplateExpression) => {
    const callee = calleeValue(x, node.tag);
    x.visitAll(node.quasi.expressions);
    return addSite(x, { use: 'call', callee, node, calleeNode: node.tag, args: [unknown] });
  },
  ImportExpression: (x, node: TSESTree.ImportExpression) => {
    const source = x.visit(node.source);
    const module = source.kind === 'literal' ? source.value : folderText(source);
    if (typeof module !== 'string') return unknown;
    x.imports.push(module);
    const callee: Value = { kind: 'import', module, name: '*' };
    addSite(x, { use: 'import', callee, node, calleeNode: node, args: [] });
    return callee;
  },
  MetaProperty: () => unknown,
  TSAsExpression: (x, node: TSESTree.TSAsExpression) => x.visit(node.expression),
  TSSatisfiesExpression: (x, node: TSESTree.TSSatisfiesExpression) => x.visit(node.expression),
  TSNonNullExpression: (x, node: TSESTree.TSNonNullExpression) => x.visit(node.expression),
  TSTypeAssertion: (x, node: TSESTree.TSTypeAssertion) => x.visit(node.expression),
  TSInstantiationExpression: (x, node: TSESTree.TSInstantiationExpression) => x.visit(node.expression),
};

function placeOfRight(x: Extraction, node: TSESTree.LogicalExpression, value: Value): Partial<Place> {
  const { operator, left, right } = node;
  if (operator === '&&') return { ...under(x, { node, value }, true), ...memoIf(x, left, right) };
  const place = operator === '??' ? ({ guard: 'conditional' } as const) : under(x, { node, value }, false);
  return { ...place, ...(memoOr(x, left) ?? memoUnless(x, left, right)) };
}

function identifier(x: Extraction, node: TSESTree.Identifier, escapes: boolean): Value {
  return node.name === 'undefined' ? { kind: 'literal', value: undefined } : x.scopes.refer(node.name, { escapes });
}

function literal(node: TSESTree.Literal): Value {
  if ('regex' in node) return { kind: 'regex', pattern: node.regex.pattern, flags: node.regex.flags };
  return { kind: 'literal', value: typeof node.value === 'bigint' ? String(node.value) : node.value };
}

/** Numbers of the form `-1` and `1024 * 1024` count as literals: thresholds are written like that. */
function unary({ operator }: TSESTree.UnaryExpression, value: Value): Value {
  if (operator === '-' && value.kind === 'literal' && typeof value.value === 'number') return { kind: 'literal', value: -value.value };
  if (operator === '!') return value.kind === 'literal' ? { kind: 'literal', value: !value.value } : comparison(value, true, true);
  return unknown;
}

function binary({ operator }: TSESTree.BinaryExpression, left: Value, right: Value): Value {
  const isText = right.kind !== 'literal' || typeof right.value !== 'number';
  if (operator === '+' && isText && (left.kind !== 'literal' || right.kind !== 'literal')) return fileName([left, right]);
  if (left.kind !== 'literal' && right.kind === 'literal' && isEquality(operator))
    return comparison(left, right.value, operator[0] === '!');
  if (left.kind === 'literal' && right.kind !== 'literal' && isEquality(operator))
    return comparison(right, left.value, operator[0] === '!');
  if (/^[<>]/.test(operator)) return lengthTest(operator, left, right, measured(left), measured(right));
  if (right.kind === 'literal' && left.kind !== 'literal') return shifted(operator, left, right.value);
  if (left.kind !== 'literal' || right.kind !== 'literal') return unknown;
  return combined(operator, left.value, right.value);
}

/** `typeof x === 'undefined'` asks whether it is there; what is found to be of any other type is there. */
function typeTest(x: Extraction, { operator, left, right }: TSESTree.BinaryExpression): Value | undefined {
  const asked = left.type === 'UnaryExpression' && left.operator === 'typeof' ? left.argument : undefined;
  if (!asked || right.type !== 'Literal' || !isEquality(operator)) return undefined;
  const value = x.visit(asked);
  const isNegated = operator[0] === '!';
  if (right.value === 'undefined') return comparison(value, undefined, isNegated);
  const isOfType = choice([comparison(value, undefined, true), unknown], '&&');
  return isNegated ? comparison(isOfType, true, true) : isOfType;
}

/** What a value is the length of. */
function measured(value: Value): Value | undefined {
  return value.kind === 'member' && value.name === 'length' ? value.object : undefined;
}

/** Of texts that are put together only those are kept that name a script, or by its folder a module or a file. */
function fileName(parts: readonly Value[]): Value {
  const isScript = /\.[cm]?[jt]s$/.test(textAt(parts, parts.length - 1));
  return isScript || /^\.{0,2}\//.test(textAt(parts, 0)) ? { kind: 'fileName', parts } : unknown;
}

function textAt(parts: readonly Value[], index: number): string {
  const part = parts[index];
  return part?.kind === 'literal' && typeof part.value === 'string' ? part.value : '';
}

function isEquality(operator: string): boolean {
  return /^[!=]==?$/.test(operator);
}

function ownProperty(x: Extraction, object: Value, value: Value): void {
  const facts = value.kind === 'function' ? x.functions[value.function] : undefined;
  if (facts && facts.kind !== 'arrow') facts.object = object;
}

function objectProperty(x: Extraction, node: TSESTree.ObjectLiteralElement): Property {
  if (node.type === 'SpreadElement') return { name: undefined, value: x.visit(node.argument) };
  const name = propertyName(x, node);
  x.statementStart = node.range[0];
  const value = visitNamed(x, node.value, name ?? '', node.key);
  if (node.kind === 'init') return name === undefined ? { name, value, computed: true } : { name, value };
  if (name !== undefined) x.accessors.add(name);
  return { name, value, accessor: node.kind };
}

function propertyName(x: Extraction, node: TSESTree.Property): string | undefined {
  if (!node.computed) return keyName(node.key);
  const key = x.visit(node.key);
  return key.kind === 'literal' ? String(key.value) : undefined;
}

function awaited(x: Extraction, argument: Node | null | undefined): Value {
  const value = x.visit(argument);
  x.markAwaited(value);
  x.addAwait(value);
  return { kind: 'await', value };
}

/** A member as a value, its receiver visited. `import.meta` and other receivers without a value give an unknown one. */
export function member(x: Extraction, node: TSESTree.MemberExpression): Value {
  const object = withAssertion(x, node.object, x.visitInPlace(node.object));
  if (!node.computed) return { kind: 'member', object, name: keyName(node.property) ?? '' };
  const key = x.visit(node.property);
  if (key.kind === 'literal' && (typeof key.value === 'string' || typeof key.value === 'number'))
    return { kind: 'member', object, name: String(key.value) };
  return { kind: 'element', object, key };
}

/** What is called: a member is not read first, the call itself stands for it. */
function calleeValue(x: Extraction, node: Node): Value {
  switch (node.type) {
    case 'MemberExpression':
      return member(x, node);
    case 'Identifier':
      return identifier(x, node, false);
    case 'ChainExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'TSInstantiationExpression':
      return calleeValue(x, node.expression);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return functionValue(x, node, '');
    default:
      return x.visit(node);
  }
}

function call(x: Extraction, node: TSESTree.CallExpression | TSESTree.NewExpression, use: 'call' | 'new'): Value {
  const callee = calleeValue(x, node.callee);
  const args = (node.arguments ?? []).map((argument) => x.visitInPlace(argument));
  return addSite(x, { use, callee, node, calleeNode: node.callee, args });
}

interface Site {
  readonly use: 'call' | 'new' | 'read' | 'write' | 'import';
  readonly callee: Value;
  readonly node: Node;
  readonly calleeNode: Node;
  readonly args: readonly Value[];
}

/** Records a call site for a node. */
export function addSite(x: Extraction, { use, callee, node, calleeNode, args }: Site): Value {
  return x.addCall({
    use,
    callee,
    name: calleeText(x, calleeNode),
    range: calleeRange(calleeNode),
    args,
    optional: 'optional' in node && node.optional === true,
  });
}
