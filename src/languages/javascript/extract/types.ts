// Type annotations, as the names of classes and interfaces in them. Generics are not evaluated;
// a promise stands for its content, because what is awaited is what is used.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Value } from '../../../core/facts';
import { listOf } from '../../values';
import { type Extraction, type Node, unknown } from './extraction';

type Annotation = TSESTree.TSTypeAnnotation | null | undefined;

/** The classes and interfaces that an annotation names: `Users | undefined` gives `Users`. */
export function typesOf(x: Extraction, annotation: Annotation): Value[] {
  return annotation ? named(x, annotation.typeAnnotation) : [];
}

/** The same for a function's return annotation. */
export function returnTypes(x: Extraction, annotation: Annotation): Value[] {
  return typesOf(x, annotation);
}

function named(x: Extraction, type: TSESTree.TypeNode | null | undefined): Value[] {
  switch (type?.type) {
    case 'TSTypeReference':
      return reference(x, type);
    case 'TSArrayType':
      return listOf(named(x, type.elementType));
    case 'TSTypeOperator':
      return named(x, type.typeAnnotation);
    case 'TSUnionType':
    case 'TSIntersectionType':
      return type.types.flatMap((part) => named(x, part));
    default:
      return [];
  }
}

function reference(x: Extraction, { typeName, typeArguments }: TSESTree.TSTypeReference): Value[] {
  const name = typeName?.type === 'Identifier' ? typeName.name : '';
  const content = (): Value[] => named(x, typeArguments?.params[0]);
  if (name === 'Promise' || name === 'PromiseLike') return content();
  return lists.has(name) ? listOf(content()) : [entity(x, typeName)];
}

const lists = new Set(['Array', 'ReadonlyArray', 'Set', 'ReadonlySet', 'Iterable', 'AsyncIterable']);

/** The annotation of `value as Type` and its other forms. */
export function assertedType(node: Node | null | undefined): TSESTree.TypeNode | undefined {
  return node?.type === 'TSAsExpression' || node?.type === 'TSTypeAssertion' ? node.typeAnnotation : undefined;
}

/** `value`, with what `node` asserts about its type. */
export function withAssertion(x: Extraction, node: Node, value: Value): Value {
  const types = named(x, assertedType(node)).filter((type) => type.kind !== 'name' || type.name !== 'const');
  return types.length === 0 ? value : { kind: 'typed', value, types };
}

/** A name in type space: `Users`, `fs.Stats`. */
export function entity(x: Extraction, name: TSESTree.EntityName | TSESTree.Expression): Value {
  if (name.type === 'Identifier') return x.scopes.refer(name.name, { inTypeSpace: true });
  if (name.type === 'TSQualifiedName') return { kind: 'member', object: entity(x, name.left), name: name.right.name };
  if (name.type === 'MemberExpression' && !name.computed && name.property.type === 'Identifier')
    return { kind: 'member', object: entity(x, name.object), name: name.property.name };
  return unknown;
}
