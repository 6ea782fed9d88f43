// What is bound by a declaration, a parameter or a destructuring: each name gets the value that it
// takes from the source, as a member of it.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { BindingKind, Value } from '../../../core/facts';
import { withDefault } from '../../values';
import { type Extraction, type Node, unknown } from './extraction';
import { typesOf } from './types';

/** Declares every name of a pattern. Defaults and computed keys are walked as they are evaluated. */
export function declarePattern(
  x: Extraction,
  pattern: Node | null | undefined,
  kind: BindingKind,
  value: Value,
  types: readonly Value[] = [],
): void {
  bindPattern(x, pattern, value, (id, source) => {
    const annotated = types.length > 0 ? types : typesOf(x, id.typeAnnotation);
    const binding = x.scopes.declare(id.name, kind, x.place.function);
    x.scopes.initialise(binding, source.kind === 'unknown' ? undefined : source, annotated);
  });
}

/** Assigns to every target of a pattern: `({ a, b: this.c } = source)`. */
export function assignPattern(x: Extraction, pattern: Node | null | undefined, value: Value): void {
  bindPattern(x, pattern, value, (id, source) => x.scopes.refer(id.name, { assigned: source }));
}

type BindName = (id: TSESTree.Identifier, source: Value) => void;

function bindPattern(x: Extraction, pattern: Node | null | undefined, value: Value, bind: BindName): void {
  switch (pattern?.type) {
    case 'Identifier':
      return bind(pattern, value);
    case 'AssignmentPattern':
      return bindPattern(x, pattern.left, withDefault(value, x.visit(pattern.right)), bind);
    case 'RestElement':
      return bindPattern(x, pattern.argument, unknown, bind);
    case 'ArrayPattern':
      return pattern.elements.forEach((element, i) => bindPattern(x, element, { kind: 'member', object: value, name: String(i) }, bind));
    case 'ObjectPattern':
      return pattern.properties.forEach((property) => bindProperty(x, property, value, bind));
    case 'MemberExpression':
      return void x.visit(pattern.object);
    default:
      return;
  }
}

function bindProperty(x: Extraction, property: TSESTree.Property | TSESTree.RestElement, value: Value, bind: BindName): void {
  if (property.type === 'RestElement') return bindPattern(x, property.argument, value, bind);
  const name = property.computed ? (x.visit(property.key), undefined) : keyName(property.key);
  const source: Value = name === undefined ? unknown : { kind: 'member', object: value, name };
  if (name !== undefined && mayHaveAccessors(value)) readProperty(x, property.key, name, source);
  bindPattern(x, property.value, source, bind);
}

/** Not parameters, whose callers are not known here, nor modules. */
function mayHaveAccessors({ kind }: Value): boolean {
  return kind === 'name' || kind === 'this' || kind === 'member' || kind === 'await';
}

/** Taking a property out of an object reads it. */
function readProperty(x: Extraction, key: Node, name: string, callee: Value): void {
  const range = x.rangeOf(key);
  x.addCall({ use: 'read', callee, name, range, args: [], optional: false });
}

/** The name of a property that is not computed. */
export function keyName(key: Node): string | undefined {
  if (key.type === 'Identifier') return key.name;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  return key.type === 'Literal' ? String(key.value) : undefined;
}
