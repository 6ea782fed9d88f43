// Functions of every form. A function's body is walked where the function stands; who calls it,
// and when, is for linking to say.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { FunctionKind, Param, Value } from '../../../core/facts';
import type { Range } from '../../../core/text';
import { type Extraction, type Handlers, type MutableFunction, type Node, toRange } from './extraction';
import { declarePattern } from './patterns';
import { returnTypes, typesOf } from './types';

export type FunctionNode =
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression
  | TSESTree.ArrowFunctionExpression
  | TSESTree.TSEmptyBodyFunctionExpression
  | TSESTree.TSDeclareFunction;

export interface FunctionIdentity {
  readonly name: string;
  readonly kind: FunctionKind;
  readonly class?: number | undefined;
  readonly static?: boolean;
  /** What names it, for the range to show; the function itself if nothing does. */
  readonly named?: Node | undefined;
  readonly decorators?: readonly Value[];
}

export const functionHandlers: Handlers = {
  FunctionDeclaration: (x, node: TSESTree.FunctionDeclaration) => declareFunction(x, node),
  TSDeclareFunction: (x, node: TSESTree.TSDeclareFunction) => declareFunction(x, node),
  FunctionExpression: (x, node: TSESTree.FunctionExpression) => functionValue(x, node, ''),
  ArrowFunctionExpression: (x, node: TSESTree.ArrowFunctionExpression) => functionValue(x, node, ''),
  ReturnStatement: (x, node: TSESTree.ReturnStatement) => {
    const { argument } = node;
    if (argument) x.functions[x.place.function]?.returns.push(x.leaving(() => x.visit(argument)));
    x.leaveLoop('return');
  },
};

/** Visits an expression that something names: `const load = () => ...`, `{ load: function () {} }`. */
export function visitNamed(x: Extraction, node: Node | null | undefined, name: string, named: Node): Value {
  if (node?.type === 'FunctionExpression' || node?.type === 'ArrowFunctionExpression') return functionValue(x, node, name, named);
  return x.visit(node);
}

/** A function expression or arrow as a value. */
export function functionValue(
  x: Extraction,
  node: TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression,
  name: string,
  named?: Node,
): Value {
  const kind = node.type === 'ArrowFunctionExpression' ? 'arrow' : 'function';
  const own = node.type === 'FunctionExpression' && node.id ? node.id : undefined;
  x.scopes.open('function');
  const self = own && x.scopes.declare(own.name, 'function', x.place.function);
  const index = extractFunction(x, node, { kind, name: name || (own?.name ?? ''), named: own ?? named });
  if (self !== undefined) x.scopes.initialise(self, { kind: 'function', function: index });
  x.scopes.close();
  return { kind: 'function', function: index };
}

/** Walks a function and returns its index. */
export function extractFunction(x: Extraction, node: FunctionNode, identity: FunctionIdentity): number {
  const { index, facts } = addFunction(x, node, identity);
  if (identity.static) x.staticFunctions.add(index);
  const isArrow = identity.kind === 'arrow';
  x.scopes.open('function');
  const thisFunction = isArrow ? x.place.thisFunction : index;
  const endAround = x.functionEnd;
  x.functionEnd = node.range[1];
  x.inFunction(index, thisFunction, () => {
    facts.params = (node.params ?? []).map((param, i) => extractParam(x, param, index, i));
    const result = node.body ? x.visit(node.body) : undefined;
    if (result && isArrow && node.body?.type !== 'BlockStatement') facts.returns.push(result);
  });
  x.functionEnd = endAround;
  x.scopes.close();
  return index;
}

/** A function that no syntax of its own stands for: a module's body, field initialisers. */
export function addImplicitFunction(x: Extraction, identity: FunctionIdentity, range: Range, parent: number | undefined): number {
  return addFacts(x, identity, { async: false, generator: false, returnTypes: [], range, parent }).index;
}

function addFunction(x: Extraction, node: FunctionNode, identity: FunctionIdentity): { index: number; facts: MutableFunction } {
  const { index, facts } = addFacts(x, identity, {
    async: node.async === true,
    generator: node.generator === true,
    returnTypes: returnTypes(x, node.returnType),
    range: functionRange(node, identity.named),
    parent: x.place.function,
  });
  const annotation = x.annotations.get(node.range[0]) ?? x.annotations.get(x.statementStart);
  if (annotation) facts.annotation = annotation;
  return { index, facts };
}

type OwnFacts = Pick<MutableFunction, 'async' | 'generator' | 'returnTypes' | 'range' | 'parent'>;

function addFacts(
  x: Extraction,
  { name, kind, class: owner, decorators = [] }: FunctionIdentity,
  own: OwnFacts,
): { index: number; facts: MutableFunction } {
  const facts: MutableFunction = { name, kind, ...own, params: [], returns: [], awaits: [] };
  if (owner !== undefined) facts.class = owner;
  if (decorators.length > 0) facts.decorators = decorators;
  return { index: x.functions.push(facts) - 1, facts };
}

function declareFunction(x: Extraction, node: TSESTree.FunctionDeclaration | TSESTree.TSDeclareFunction): void {
  const name = node.id?.name ?? '';
  const binding = name ? x.scopes.declare(name, 'function', x.place.function) : undefined;
  if (!node.body) return;
  const index = extractFunction(x, node, { kind: 'function', name, named: node.id ?? undefined });
  if (binding !== undefined) x.scopes.initialise(binding, { kind: 'function', function: index });
}

function extractParam(x: Extraction, param: TSESTree.Parameter, owner: number, index: number): Param {
  const property = param.type === 'TSParameterProperty';
  const pattern = property ? param.parameter : param;
  if (property) x.visitAll(param.decorators);
  const before = x.scopes.bindings.length;
  declarePattern(x, pattern, 'param', { kind: 'param', function: owner, index }, typesOf(x, annotationOf(pattern)));
  return { bindings: declaredParams(x, owner, before), rest: pattern.type === 'RestElement', field: property };
}

function annotationOf(pattern: Node): TSESTree.TSTypeAnnotation | undefined {
  if (pattern.type === 'AssignmentPattern') return annotationOf(pattern.left);
  return 'typeAnnotation' in pattern ? (pattern.typeAnnotation as TSESTree.TSTypeAnnotation | undefined) : undefined;
}

/** The parameters of `owner` among the bindings since `from`; a default may have declared others in between. */
function declaredParams(x: Extraction, owner: number, from: number): number[] {
  const added = x.scopes.bindings.slice(from);
  return added.flatMap((binding, i) => (binding.kind === 'param' && binding.function === owner ? [from + i] : []));
}

/** A name if there is one; else the function's head, up to its body or the line's end. */
function functionRange(node: FunctionNode, named: Node | undefined): Range {
  if (named && named.loc.start.line === named.loc.end.line) return toRange(named.loc);
  const start = toRange(node.loc).start;
  const body = node.body ? toRange(node.body.loc).start : start;
  return { start, end: body.line === start.line && body.column > start.column ? body : { line: start.line, column: start.column + 1 } };
}
