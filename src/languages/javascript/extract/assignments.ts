// Assignments: to names, which add a value to their binding; to members, which are facts of their own
// (`module.exports = ...`) and may run a setter.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Value } from '../../../core/facts';
import { calleeRange, calleeText } from './calleeText';
import { type Extraction, type Place, unknown } from './extraction';
import { visitNamed } from './functions';
import { memoAt } from './memos';
import { assignPattern, keyName } from './patterns';

const replaces = new Set(['=', '??=', '||=', '&&=']);

/** Visits `target = value` in every form and returns the value. */
export function visitAssignment(x: Extraction, node: TSESTree.AssignmentExpression): Value {
  const { left, operator } = node;
  const target = left.type === 'MemberExpression' ? memberTarget(x, left) : undefined;
  const assigned = x.at(placeOf(x, node), () => visitNamed(x, node.right, nameOf(x, left), left));
  const value = replaces.has(operator) ? assigned : unknown;
  if (target && left.type === 'MemberExpression') assignMember(x, left, target, value);
  else if (left.type === 'Identifier') assignName(x, left.name, value, operator);
  else assignPattern(x, left, value);
  return value;
}

function assignName(x: Extraction, name: string, value: Value, operator: string): void {
  x.scopes.refer(name, { assigned: value, escapes: operator !== '=' });
  if (operator === '=') x.addAssigned(name, value);
}

/** `cache ??= f()` runs `f` if nothing is there yet; `cache &&= f()` if something is. */
function placeOf(x: Extraction, { left, operator }: TSESTree.AssignmentExpression): Partial<Place> {
  if (operator === '??=' || operator === '||=') return memoAt(x, left);
  return operator === '&&=' ? { guard: 'conditional' } : {};
}

function memberTarget(x: Extraction, node: TSESTree.MemberExpression): Value {
  const object = x.visitInPlace(node.object);
  if (!node.computed) return { kind: 'member', object, name: keyName(node.property) ?? '' };
  const key = x.visit(node.property);
  return key.kind === 'literal' && typeof key.value === 'string'
    ? { kind: 'member', object, name: key.value }
    : { kind: 'element', object, key };
}

function assignMember(x: Extraction, node: TSESTree.MemberExpression, target: Value, value: Value): void {
  const { function: owner, rescue } = x.place;
  x.assignments.push({ target, value, function: owner, order: x.calls.length, ...(rescue && { rescue }) });
  x.addCall({
    use: 'write',
    callee: target,
    name: calleeText(x, node),
    range: calleeRange(node),
    args: [value],
    optional: false,
  });
}

/** The name that an assignment gives to a function: `exports.load = function () {}` makes `load`. */
function nameOf(x: Extraction, left: TSESTree.Node): string {
  if (left.type === 'Identifier') return left.name;
  if (left.type !== 'MemberExpression' || left.computed) return '';
  const owner = left.object.type === 'MemberExpression' && !left.object.computed ? x.textOf(left.object.object) : x.textOf(left.object);
  const name = keyName(left.property) ?? '';
  return /^(?:exports|module|this|self)$/.test(owner) || owner.length > 30 ? name : `${owner}.${name}`;
}
