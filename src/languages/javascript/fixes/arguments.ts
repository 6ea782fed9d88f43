// Whether a promise twin takes the arguments of one call the way the operation does. What cannot be
// seen (spread arguments, options from elsewhere) counts as different where a difference exists.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Api } from './apiPath';
import type { Names } from './names';
import { withoutTypes, type Node } from './source';
import { isFileSystem } from './twin';
import { apiOf } from './values';

/** True if the twin takes this call's arguments the way the operation does. */
export function takesSameArguments(names: Names, operation: Api, call: TSESTree.CallExpression): boolean {
  const args: readonly Node[] = call.arguments;
  if (args.some((it) => isFunctionValue(names, it))) return false;
  if (!isFileSystem(operation)) return true;
  if (takesDescriptor.has(operation.member) && (args[0] === undefined || mayBeDescriptor(names, args[0]))) return false;
  return !givesUndefinedOnRequest.has(operation.member) || args.slice(1).every(throwsOnMissing);
}

const takesDescriptor: ReadonlySet<string> = new Set(['readFileSync', 'writeFileSync', 'appendFileSync', 'truncateSync']);
const givesUndefinedOnRequest: ReadonlySet<string> = new Set(['statSync', 'lstatSync']);

/** A function as the last argument would be taken for a callback. */
function isFunctionValue(names: Names, node: Node): boolean {
  const value = withoutTypes(node);
  if (value.type === 'ArrowFunctionExpression' || value.type === 'FunctionExpression') return true;
  if (value.type !== 'Identifier') return false;
  const declaration = names.resolve(value.name, value);
  const init = declaration?.site.type === 'VariableDeclarator' ? declaration.site.init : undefined;
  return (
    (declaration?.kind === 'other' && declaration.site.type === 'FunctionDeclaration') ||
    init?.type === 'ArrowFunctionExpression' ||
    init?.type === 'FunctionExpression'
  );
}

/** True if the argument is a file descriptor, or looks like one: the promise variants take a handle instead. */
function mayBeDescriptor(names: Names, node: Node): boolean {
  const value = withoutTypes(node);
  if (value.type === 'SpreadElement') return true;
  if (value.type === 'Literal') return typeof value.value === 'number';
  if (value.type === 'MemberExpression') return value.property.type === 'Identifier' && isDescriptorName(value.property.name);
  if (value.type === 'CallExpression') return isDescriptorValue(names, value);
  if (value.type === 'ConditionalExpression') return mayBeDescriptor(names, value.consequent) || mayBeDescriptor(names, value.alternate);
  if (value.type === 'LogicalExpression') return mayBeDescriptor(names, value.left) || mayBeDescriptor(names, value.right);
  return value.type === 'Identifier' && (isDescriptorName(value.name) || holdsDescriptor(names, value));
}

function isDescriptorName(name: string): boolean {
  return /^fd\d*$|Fd\d*$|_fd$|[dD]escriptor$/.test(name);
}

function holdsDescriptor(names: Names, node: TSESTree.Identifier): boolean {
  const declaration = names.resolve(node.name, node);
  if (declaration?.site.type !== 'VariableDeclarator') return false;
  const written = names.writes(declaration).map((it) => names.source.parentOf(it));
  const values = written.map((it) => (it?.type === 'AssignmentExpression' ? it.right : undefined));
  return [declaration.site.init, ...values].some((it) => it !== undefined && it !== null && isDescriptorValue(names, it));
}

function isDescriptorValue(names: Names, init: Node): boolean {
  const value = withoutTypes(init);
  if (value.type === 'Literal') return typeof value.value === 'number';
  return value.type === 'CallExpression' && apiOf(names, value.callee) === 'fs.openSync';
}

/** With `throwIfNoEntry: false` the operation gives `undefined` where its twin rejects. */
function throwsOnMissing(options: Node): boolean {
  const value = withoutTypes(options);
  if (value.type === 'Literal' || (value.type === 'Identifier' && value.name === 'undefined')) return true;
  if (value.type !== 'ObjectExpression') return false;
  return value.properties.every((it) => it.type === 'Property' && !it.computed && !isNamed(it.key, 'throwIfNoEntry'));
}

function isNamed(key: Node, name: string): boolean {
  return (key.type === 'Identifier' && key.name === name) || (key.type === 'Literal' && key.value === name);
}
