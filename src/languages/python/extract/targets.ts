// What is assigned to: names, which gather their values; attributes, which are facts of their own
// (`self.session = Session()`) and may run a setter; patterns, which take a value apart.

import type { BindingKind, Value } from '../../../core/facts';
import { childIn } from '../nodes';
import { calleeRange, calleeText } from './calleeText';
import { type Extraction, type Hole, type PyNode, unknown } from './extraction';

/** Binds a target to a value. `types` are those of its annotation. */
export function bindTarget(x: Extraction, target: PyNode | Hole, value: Value, types: readonly Value[] = []): void {
  if (!target) return;
  switch (target.type) {
    case 'identifier':
      return bindName(x, x.textOf(target), value, types);
    case 'attribute':
      return assignAttribute(x, target, types.length > 0 ? { kind: 'typed', value, types } : value);
    case 'subscript':
      return assignElement(x, target, value);
    case 'list_splat_pattern':
    case 'list_splat':
      return bindTarget(x, target.children[0], unknown);
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
    case 'tuple':
    case 'list':
    case 'expression_list':
    case 'as_pattern_target':
    case 'parenthesized_expression':
      return takeApart(x, target, value);
    default:
      return;
  }
}

function takeApart(x: Extraction, { type, children }: PyNode, value: Value): void {
  const [only] = children;
  if (only && (type === 'as_pattern_target' || type === 'parenthesized_expression')) return bindTarget(x, only, value);
  for (const [index, child] of children.entries()) bindTarget(x, child, part(value, index));
}

function part(value: Value, index: number): Value {
  if (value.kind === 'array') return value.elements[index] ?? unknown;
  return value.kind === 'unknown' ? unknown : { kind: 'member', object: value, name: String(index) };
}

/** Gives a name one more value; in a class body that makes a field. */
export function bindName(x: Extraction, name: string, value: Value, types: readonly Value[] = [], kind: BindingKind = 'let'): void {
  if (x.scopes.isOuter(name)) {
    x.scopes.refer(name, { assigned: value });
    return;
  }
  const binding = x.scopes.declare(name, kind, x.place.function);
  x.scopes.initialise(binding, value.kind === 'unknown' && types.length > 0 ? undefined : value, types);
  x.classBody?.members.push({ name, static: false, kind: 'field', value, types });
}

function assignElement(x: Extraction, node: PyNode, value: Value): void {
  const object = x.visitInPlace(childIn(node, 'value'));
  const key = x.visit(childIn(node, 'subscript'));
  assign(x, { kind: 'element', object, key }, value);
}

function assignAttribute(x: Extraction, node: PyNode, value: Value): void {
  const name = childIn(node, 'attribute');
  const target: Value = { kind: 'member', object: x.visitInPlace(childIn(node, 'object')), name: name ? x.textOf(name) : '' };
  assign(x, target, value);
  x.addCall({ use: 'write', callee: target, name: calleeText(x, node), range: calleeRange(x, node), args: [value], optional: false });
}

function assign(x: Extraction, target: Value, value: Value): void {
  const { function: owner, rescue } = x.place;
  x.assignments.push({ target, value, function: owner, order: x.calls.length, ...(rescue && { rescue }) });
}
