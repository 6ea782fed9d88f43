// Type annotations, as the names of classes and interfaces in them. Generics are not evaluated;
// a promise stands for its content, because what is awaited is what is used.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Value } from '../../../core/facts';
import type { Extraction } from './extraction';

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
      return isPromise(type) ? (type.typeArguments?.params ?? []).flatMap((param) => named(x, param)) : [entity(x, type.typeName)];
    case 'TSUnionType':
    case 'TSIntersectionType':
      return type.types.flatMap((part) => named(x, part));
    default:
      return [];
  }
}

function isPromise({ typeName }: TSESTree.TSTypeReference): boolean {
  return typeName?.type === 'Identifier' && (typeName.name === 'Promise' || typeName.name === 'PromiseLike');
}

/** A name in type space: `Users`, `fs.Stats`. */
export function entity(x: Extraction, name: TSESTree.EntityName | TSESTree.Expression): Value {
  if (name.type === 'Identifier') return x.scopes.refer(name.name, { inTypeSpace: true });
  if (name.type === 'TSQualifiedName') return { kind: 'member', object: entity(x, name.left), name: name.right.name };
  if (name.type === 'MemberExpression' && !name.computed && name.property.type === 'Identifier')
    return { kind: 'member', object: entity(x, name.object), name: name.property.name };
  return { kind: 'unknown' };
}
