// Statements: assignments, loops with their bounds, guards, and what can't be reached.

import type { Value } from '../../../core/facts';
import { childIn, childrenIn, isAsync } from '../nodes';
import { applied, type Decorator, declareDecorated, extractClass, extractMethod } from './classes';
import { leaves, leavesSurely, memoAt, memoOfTry, placeAfter } from './conditions';
import { addProtocolCall, isConstant, iterate } from './expressions';
import { type Around, type Extraction, type Handlers, type Hole, inCase, type Place, type PyNode, under, unknown } from './extraction';
import { extractFunction } from './functions';
import { forLoop, whileLoop } from './loops';
import { bindName, bindTarget } from './targets';
import { typesOf } from './types';

export const statementHandlers: Handlers = {
  module: (x, node) => visitBlock(x, node),
  block: (x, node) => visitBlock(x, node),
  expression_statement: (x, node) => {
    for (const child of node.children) discard(x, x.visit(child), child);
  },
  assignment: (x, node) => assignment(x, node),
  augmented_assignment: (x, node) => {
    const left = childIn(node, 'left');
    const added = x.visit(childIn(node, 'right'));
    const isFlag = x.textOf(childIn(node, 'operator') ?? node) === '|=' && isConstant(added);
    if (left?.type === 'identifier') x.scopes.refer(x.textOf(left), { escapes: true, ...(isFlag && { assigned: added }) });
    else x.visit(left);
  },
  type_alias_statement: (x, node) => bindTarget(x, childIn(node, 'left')?.children[0], x.visit(childIn(node, 'right')?.children[0])),
  if_statement: (x, node) => visitIf(x, node, [...childrenIn(node, 'alternative')], x.around),
  for_statement: (x, node) => visitFor(x, node),
  while_statement: (x, node) => visitWhile(x, node),
  try_statement: (x, node) => visitTry(x, node),
  else_clause: (x, node) => void x.visit(childIn(node, 'body')),
  with_statement: (x, node) => visitWith(x, node),
  function_definition: (x, node) => define(x, node, []),
  class_definition: (x, node) => define(x, node, []),
  decorated_definition: (x, node) => {
    if (isOverload(x, node)) return;
    const decorators = node.children.filter(({ type }) => type === 'decorator').map((one) => decoratorOf(x, one));
    define(x, childIn(node, 'definition'), decorators);
  },
  global_statement: (x, node) => node.children.forEach((one) => x.scopes.declareOuter(x.textOf(one), true)),
  nonlocal_statement: (x, node) => node.children.forEach((one) => x.scopes.declareOuter(x.textOf(one), false)),
  match_statement: (x, node) => {
    x.visit(childIn(node, 'subject'));
    for (const [at, one] of (childIn(node, 'body')?.children ?? []).entries()) x.at(inCase(x, node, at), () => visitCase(x, one));
  },
  delete_statement: () => undefined,
  break_statement: (x) => x.leaveLoop('break'),
  type: () => undefined,
};

/** Visits a list of statements, up to the one after which nothing is reached. */
function visitBlock(x: Extraction, { children }: PyNode): void {
  const before = x.place;
  for (const [index, statement] of children.entries()) {
    x.around = { before: children[index - 1], after: children.slice(index + 1) };
    const value = x.visit(statement);
    if (leaves(statement) || leavesSurely(statement, value)) break;
    const after = placeAfter(x, statement, value, children.slice(index + 1));
    if (after) x.place = { ...x.place, ...after };
  }
  x.place = before;
}

function discard(x: Extraction, value: Value, node: PyNode): void {
  const site = value.kind === 'call' && node.type === 'call' ? x.calls[value.call] : undefined;
  if (site) site.discarded = true;
}

/** `a = b = f()` is an assignment of an assignment. */
function assignment(x: Extraction, node: PyNode): Value {
  const [left, right, type] = [childIn(node, 'left'), childIn(node, 'right'), childIn(node, 'type')];
  const value = right ? x.visit(right) : unknown;
  const types = typesOf(x, type);
  if (right || types.length > 0) bindTarget(x, left, value, types);
  if (left?.type === 'identifier') x.addAssigned(x.textOf(left), value);
  return value;
}

/** Visits all branches and returns what the first test evaluates to. */
function visitIf(x: Extraction, node: PyNode, [next, ...rest]: readonly PyNode[], around: Around): Value {
  const [condition, consequence] = [childIn(node, 'condition'), childIn(node, 'consequence')];
  const test = x.visit(condition);
  const tested = { node, value: test };
  const certain = test.kind === 'literal' ? Boolean(test.value) : undefined;
  const then: Partial<Place> = certain ? {} : { ...under(x, tested, true), ...memoAt(x, condition, consequence, around) };
  if (certain !== false) x.at(then, () => x.visit(consequence));
  if (certain !== true && next) {
    x.at(certain === false ? {} : under(x, tested, false), () => {
      if (next.type === 'elif_clause') visitIf(x, next, rest, { before: undefined, after: around.after });
      else x.visit(next);
    });
  }
  return test;
}

function visitFor(x: Extraction, node: PyNode): void {
  const right = childIn(node, 'right');
  const over = x.visitInPlace(right);
  const element = iterate(x, over, right, isAsync(node));
  forLoop(x, node, over, () => {
    if (isAsync(node)) x.addAwait();
    bindTarget(x, childIn(node, 'left'), element);
    x.visit(childIn(node, 'body'));
  });
  x.visit(childIn(node, 'alternative'));
}

function visitWhile(x: Extraction, node: PyNode): void {
  whileLoop(x, node);
  x.visit(childIn(node, 'alternative'));
}

function visitTry(x: Extraction, node: PyNode): void {
  const from = x.calls.length;
  for (const child of node.children) {
    if (!/^except/.test(child.type)) x.visit(child);
    else
      x.at({ rescue: true, ...raised(x, node, child, from), ...memoOfTry(x, childIn(node, 'body'), child) }, () => visitExcept(x, child));
  }
}

/**
 * The place of a handler. Who catches the `RuntimeError` of one call asks by it whether that gives something.
 * @param from the number of call sites before the statement
 */
function raised(x: Extraction, node: PyNode, handler: PyNode, from: number): Partial<Place> {
  const [first] = childIn(node, 'body')?.children ?? [];
  const isAsked = first && /^(?:expression|return)_statement$/.test(first.type) && /^except\s+RuntimeError\b/.test(x.textOf(handler));
  if (!isAsked) return inCase(x, node, node.children.indexOf(handler));
  const { end } = x.rangeOf(first);
  const asked = x.calls.slice(from).filter(({ use, range }) => use === 'call' && range.start.line <= end.line);
  const options = asked.map(({ order }): Value => ({ kind: 'call', call: order }));
  return under(x, { node: handler, value: { kind: 'choice', options, operator: '||' } }, false);
}

function visitExcept(x: Extraction, node: PyNode): void {
  for (const child of node.children) {
    if (child.type !== 'as_pattern') x.visit(child);
    else bindTarget(x, childIn(child, 'alias'), unknown);
  }
}

/** Items are entered in order, and left in the opposite one after the body. */
function visitWith(x: Extraction, node: PyNode): void {
  const async = isAsync(node);
  const clause = node.children.find(({ type }) => type === 'with_clause');
  const items = (clause?.children ?? []).map((item) => enter(x, childIn(item, 'value'), async));
  x.visit(childIn(node, 'body'));
  for (const { node: item, value } of items.reverse()) leave(x, value, item, async);
}

interface Entered {
  readonly node: PyNode | Hole;
  readonly value: Value;
}

function enter(x: Extraction, item: PyNode | Hole, async: boolean): Entered {
  const isNamed = item?.type === 'as_pattern';
  const node = isNamed ? item.children[0] : item;
  const value = x.visitInPlace(node);
  const given = addProtocolCall(x, value, async ? '__aenter__' : '__enter__', node);
  if (async) {
    x.markAwaited(given);
    x.addAwait();
  }
  if (isNamed && item) bindTarget(x, childIn(item, 'alias'), given);
  return { node, value };
}

function leave(x: Extraction, value: Value, node: PyNode | Hole, async: boolean): void {
  const left = addProtocolCall(x, value, async ? '__aexit__' : '__exit__', node);
  if (!async) return;
  x.markAwaited(left);
  x.addAwait();
}

/** What is only declared for its types: a later definition of the same name says what it does. */
function isOverload(x: Extraction, node: PyNode): boolean {
  const isMarked = node.children.some(
    ({ type, children: [mark] }) => type === 'decorator' && mark && /^(?:\w+\.)*overload$/.test(x.textOf(mark)),
  );
  return isMarked && x.around.after.some((other) => definedName(x, other) === definedName(x, node));
}

function definedName(x: Extraction, node: PyNode): string | undefined {
  const definition = node.type === 'decorated_definition' ? childIn(node, 'definition') : node;
  const name = definition?.type === 'function_definition' ? childIn(definition, 'name') : undefined;
  return name && x.textOf(name);
}

function decoratorOf(x: Extraction, { children }: PyNode): Decorator {
  const [node] = children;
  if (!node) return { node: { type: 'ERROR', field: '', start: 0, end: 0, children: [] }, name: '', value: unknown };
  const named = (node.type === 'call' ? childIn(node, 'function') : undefined) ?? node;
  return { node: named, name: x.textOf(named).replace(/\s+/g, ''), value: x.visitInPlace(node) };
}

function define(x: Extraction, node: PyNode | Hole, decorators: readonly Decorator[]): void {
  const nameNode = node && childIn(node, 'name');
  if (!node || !nameNode) return;
  const name = x.textOf(nameNode);
  if (node.type === 'class_definition') return declareDecorated(x, name, extractClass(x, node, decorators), decorators, 'class');
  if (x.classBody) return extractMethod(x, x.classBody, node, name, decorators);
  bindFunction(x, node, name, decorators);
}

/** A function is bound before its body is walked: it may call itself. */
function bindFunction(x: Extraction, node: PyNode, name: string, decorators: readonly Decorator[]): void {
  const index = extractFunction(x, node, { name, kind: 'function', decorators: decorators.map((one) => one.value) });
  bindName(x, name, applied(x, { kind: 'function', function: index }, decorators), [], 'function');
}

function visitCase(x: Extraction, node: PyNode): void {
  for (const child of node.children) if (child.type === 'case_pattern') bindPattern(x, child);
  x.visit(childIn(node, 'guard'));
  x.visit(childIn(node, 'consequence'));
}

/** A single name in a pattern takes what comes; a dotted one is compared. */
function bindPattern(x: Extraction, node: PyNode): void {
  for (const child of node.children) {
    if (child.type === 'dotted_name' && child.children.length === 1) bindName(x, x.textOf(child), unknown);
    else if (child.type === 'identifier' && node.type !== 'dotted_name' && node.type !== 'class_pattern')
      bindName(x, x.textOf(child), unknown);
    else bindPattern(x, child);
  }
}
