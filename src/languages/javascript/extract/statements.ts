// Statements: declarations, loops with their bounds, guards, and what can't be reached.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Value } from '../../../core/facts';
import { endOf, leaves, leavesAlways, placeAfter } from './conditions';
import { type Extraction, type Handlers, inCase, type Node, under, unknown } from './extraction';
import { visitNamed } from './functions';
import { countingLoop, eachLoop, testingLoop } from './loops';
import { memoIf } from './memos';
import { assignPattern, declarePattern } from './patterns';
import { withAssertion } from './types';

export const statementHandlers: Handlers = {
  BlockStatement: (x, node: TSESTree.BlockStatement) => inScope(x, () => visitStatements(x, node.body)),
  ExpressionStatement: (x, node: TSESTree.ExpressionStatement) => {
    const value = x.visit(node.expression);
    const site = value.kind === 'call' ? x.calls[value.call] : undefined;
    if (site) site.discarded = true;
  },
  VariableDeclaration: (x, node: TSESTree.VariableDeclaration) => {
    for (const declarator of node.declarations) declareVariable(x, node.kind, declarator);
  },
  IfStatement: (x, node: TSESTree.IfStatement) => visitIf(x, node),
  SwitchStatement: (x, node: TSESTree.SwitchStatement) => {
    const value = x.visit(node.discriminant);
    inScope(x, () => visitCases(x, node, value));
  },
  TryStatement: (x, node: TSESTree.TryStatement) => {
    x.at(node.handler ? { catches: x.place.loop } : {}, () => x.visit(node.block));
    if (node.handler) x.at({ guard: 'conditional', rescue: true }, () => x.visit(node.handler));
    x.visit(node.finalizer);
  },
  CatchClause: (x, node: TSESTree.CatchClause) =>
    inScope(x, () => {
      declarePattern(x, node.param, 'catch', unknown);
      visitStatements(x, node.body?.body ?? []);
    }),
  LabeledStatement: (x, node: TSESTree.LabeledStatement) => x.visit(node.body),
  ThrowStatement: (x, node: TSESTree.ThrowStatement) => void x.leaving(() => x.visit(node.argument)),
  BreakStatement: (x) => x.leaveLoop('break'),
  ContinueStatement: () => undefined,
  ForStatement: (x, node: TSESTree.ForStatement) =>
    inScope(x, () => {
      x.visit(node.init);
      countingLoop(x, node);
    }),
  WhileStatement: (x, node: TSESTree.WhileStatement) => testingLoop(x, node),
  DoWhileStatement: (x, node: TSESTree.DoWhileStatement) => testingLoop(x, node),
  ForInStatement: (x, node: TSESTree.ForInStatement) => visitForEach(x, node),
  ForOfStatement: (x, node: TSESTree.ForOfStatement) => visitForEach(x, node),
  TSEnumDeclaration: (x, node: TSESTree.TSEnumDeclaration) => void x.scopes.declare(node.id.name, 'enum', x.place.function),
  TSInterfaceDeclaration: (x, node: TSESTree.TSInterfaceDeclaration) => void x.scopes.declare(node.id.name, 'type', x.place.function),
  TSTypeAliasDeclaration: (x, node: TSESTree.TSTypeAliasDeclaration) => void x.scopes.declare(node.id.name, 'type', x.place.function),
  TSModuleDeclaration: (x, node: TSESTree.TSModuleDeclaration) => {
    if (node.declare || node.id.type !== 'Identifier') return;
    x.scopes.declare(node.id.name, 'namespace', x.place.function);
    x.scopes.open('function');
    if (node.body) visitStatements(x, node.body.body);
    x.scopes.close();
  },
};

/** Visits a list of statements, up to the one after which nothing is reached; functions are declared all the same. */
export function visitStatements(x: Extraction, statements: readonly (Node | null)[]): void {
  let reached = true;
  const before = x.place;
  for (const [index, statement] of statements.entries()) {
    if (!statement) continue;
    if (reached || statement.type === 'FunctionDeclaration') {
      const value = visitStatement(x, statement);
      const after = placeAfter(x, statement, value, statements.slice(index + 1));
      if (after) x.place = { ...x.place, ...after };
    }
    if (leaves(statement)) reached = false;
  }
  x.place = before;
}

function visitStatement(x: Extraction, statement: Node): Value {
  x.statementStart = statement.range[0];
  return x.visit(statement);
}

function inScope(x: Extraction, walk: () => void): void {
  x.scopes.open('block');
  walk();
  x.scopes.close();
}

function declareVariable(x: Extraction, kind: TSESTree.VariableDeclaration['kind'], { id, init }: TSESTree.VariableDeclarator): void {
  const bindingKind = kind === 'var' || kind === 'let' ? kind : 'const';
  const name = id?.type === 'Identifier' ? id.name : '';
  if (init && name) x.initial.set(name, init);
  const value = init ? withAssertion(x, init, visitNamed(x, init, name, id)) : unknown;
  declarePattern(x, id, bindingKind, value);
  if (kind === 'await using') x.addAwait();
}

/** Visits both branches and returns what the test evaluates to. */
function visitIf(x: Extraction, node: TSESTree.IfStatement): Value {
  const test = x.visit(node.test);
  const tested = { node, value: test };
  const certain = test.kind === 'literal' ? Boolean(test.value) : undefined;
  const then = certain ? {} : { ...under(x, tested, true), ...memoIf(x, node.test, node.consequent) };
  if (certain !== false) x.at(then, () => visitBranch(x, node.consequent));
  if (certain !== true) x.at(certain === false ? {} : under(x, tested, false), () => visitBranch(x, node.alternate));
  return test;
}

function visitBranch(x: Extraction, branch: Node | null | undefined): void {
  if (!branch) return;
  const end = endOf(branch);
  if (end === 'return') x.leaveLoop('return');
  if (end) x.leaving(() => visitStatement(x, branch));
  else visitStatement(x, branch);
}

/** Of cases that leave only one is chosen; others go on with the next. */
function visitCases(x: Extraction, node: TSESTree.SwitchStatement, value: Value): void {
  let chosen = 0;
  let tests: Value[] = [];
  for (const { test, consequent } of node.cases) {
    tests.push(caseTest(value, x.visit(test)));
    const [only = unknown, ...more] = tests;
    const tested: Value = more.length === 0 ? only : { kind: 'choice', options: tests, operator: '||' };
    x.at(inCase(x, node, chosen, tested), () => visitStatements(x, consequent));
    if (!consequent.some((one) => leavesAlways(one))) continue;
    chosen++;
    tests = [];
  }
}

/** What a case says of the value that is tested. */
function caseTest(value: Value, test: Value): Value {
  return test.kind === 'literal' ? { kind: 'comparison', value, equals: test.value, negated: false } : unknown;
}

function visitForEach(x: Extraction, node: TSESTree.ForInStatement | TSESTree.ForOfStatement): void {
  const over = x.visit(node.right);
  const element: Value = node.type === 'ForOfStatement' ? { kind: 'element', object: over, key: unknown } : unknown;
  inScope(x, () => {
    eachLoop(x, node, over, () => {
      if (node.type === 'ForOfStatement' && node.await) x.addAwait();
      bindEach(x, node.left, element);
      x.visit(node.body);
    });
  });
}

function bindEach(x: Extraction, left: TSESTree.ForOfStatement['left'], element: Value): void {
  if (left?.type === 'VariableDeclaration') {
    const kind = left.kind === 'var' || left.kind === 'let' ? left.kind : 'const';
    declarePattern(x, left.declarations[0]?.id, kind, element);
  } else assignPattern(x, left, element);
}
