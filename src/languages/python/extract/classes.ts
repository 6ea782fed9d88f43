// Classes: what stands in a class body runs where the class stands; what it binds are the members.

import type { Member, Value } from '../../../core/facts';
import { childIn } from '../nodes';
import type { ClassBody, Extraction, PyNode } from './extraction';
import { extractFunction } from './functions';
import { bindName } from './targets';

/** A decorator: its text without arguments, and what it evaluates to. */
export interface Decorator {
  readonly node: PyNode;
  readonly name: string;
  readonly value: Value;
}

/** Walks a class and returns it as a value. */
export function extractClass(x: Extraction, node: PyNode, decorators: readonly Decorator[]): Value {
  const nameNode = childIn(node, 'name');
  const name = nameNode ? x.textOf(nameNode) : '';
  const bases = (childIn(node, 'superclasses')?.children ?? []).map((one) => baseOf(x, one)).filter(({ kind }) => kind !== 'keyword');
  const members: Member[] = [];
  const facts = { name, bases, implements: [], decorators: decorators.map((one) => one.value), members, initializer: undefined };
  const index = x.classes.push({ ...facts, range: x.rangeOf(nameNode ?? node) }) - 1;
  const around = x.classBody;
  x.classBody = { index, name, members };
  x.scopes.open('hidden');
  x.visit(childIn(node, 'body'));
  x.scopes.close();
  x.classBody = around;
  return { kind: 'class', class: index };
}

/** `Repository[User]` is a `Repository`. */
function baseOf(x: Extraction, node: PyNode): Value {
  const generic = node.type === 'subscript' ? childIn(node, 'value') : undefined;
  return x.visitInPlace(generic ?? node);
}

const constructors = new Set(['__init__', '__new__', '__post_init__', '__attrs_post_init__']);

/** Walks a method and makes it a member. */
export function extractMethod(x: Extraction, body: ClassBody, node: PyNode, name: string, decorators: readonly Decorator[]): void {
  const kind = memberKind(name, decorators);
  const isStatic = decorators.some((one) => one.name === 'staticmethod');
  const isOfClass = decorators.some((one) => one.name === 'classmethod') || name === '__new__' || name === '__init_subclass__';
  const index = extractFunction(x, node, {
    name: body.name ? `${body.name}.${name}` : name,
    kind,
    class: body.index,
    receiver: isStatic ? undefined : isOfClass ? 'class' : 'instance',
    decorators: decorators.map((one) => one.value),
  });
  const own: Value = { kind: 'function', function: index };
  const value = kind === 'method' ? applied(x, own, decorators) : own;
  if (kind === 'getter' || kind === 'setter') x.accessors.add(name);
  const binding = x.scopes.declare(name, 'function', x.place.function);
  x.scopes.initialise(binding, value);
  body.members.push({ name, static: isStatic || isOfClass, kind, value, types: [] });
}

function memberKind(name: string, decorators: readonly Decorator[]): 'method' | 'getter' | 'setter' | 'constructor' {
  if (decorators.some((one) => /(?:^|[._])property$/.test(one.name) || one.name.endsWith('.getter'))) return 'getter';
  if (decorators.some((one) => one.name.endsWith('.setter'))) return 'setter';
  return constructors.has(name) ? 'constructor' : 'method';
}

/** What the language itself makes of a method: nothing is called. */
const ofTheLanguage = /^(?:staticmethod|classmethod|(?:\w+\.)*(?:property|abstractmethod|override|overload|final))$/;

/** What decorators make of a function or class, the innermost first. */
export function applied(x: Extraction, own: Value, decorators: readonly Decorator[]): Value {
  return [...decorators].reverse().reduce<Value>((value, { node, name, value: callee }) => {
    if (ofTheLanguage.test(name)) return value;
    return x.addCall({ use: 'decorate', callee, name: `@${name}`, range: x.rangeOf(node), args: [value], optional: false });
  }, own);
}

/** Declares a function or class by its name, with what its decorators make of it. */
export function declareDecorated(
  x: Extraction,
  name: string,
  own: Value,
  decorators: readonly Decorator[],
  kind: 'function' | 'class',
): void {
  bindName(x, name, applied(x, own, decorators), [], kind);
}
