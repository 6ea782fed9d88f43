// Functions of every form. A function's body is walked where the function stands; who calls it, and
// when, is for linking to say. The first parameter of a method is its object, and no parameter of ours.

import type { FunctionKind, Param, Value } from '../../../core/facts';
import type { Range } from '../../../core/text';
import { withDefault } from '../../values';
import { childIn, childOf, contains, isAsync } from '../nodes';
import { type Extraction, type Handlers, type Hole, type MutableFunction, type PyNode, unknown } from './extraction';
import { bindName } from './targets';
import { excludesNone, typesOf, yieldedTypes } from './types';

export interface Identity {
  readonly name: string;
  readonly kind: FunctionKind;
  readonly class?: number | undefined;
  /** What its first parameter is bound to; absent for what has no object. */
  readonly receiver?: 'instance' | 'class' | undefined;
  readonly decorators?: readonly Value[];
  readonly async?: boolean;
  readonly generator?: boolean;
}

export const functionHandlers: Handlers = {
  lambda: (x, node) => lambda(x, node),
  return_statement: (x, node) => {
    const value = x.visit(node.children[0]);
    const facts = x.functions[x.place.function];
    if (facts && node.children[0] && !facts.generator) facts.returns.push(value);
    x.leaveLoop('return');
  },
};

/** Walks a function and returns its index. */
export function extractFunction(x: Extraction, node: PyNode, identity: Identity): number {
  const [params, body, name] = [childIn(node, 'parameters'), childIn(node, 'body'), childIn(node, 'name')];
  const defaults = visitDefaults(x, params);
  const types = typesOf(x, childIn(node, 'return_type'));
  const range = x.rangeOf(name ?? node);
  const parent = x.place.function;
  const own = { async: isAsync(node), generator: body !== undefined && contains(body.children, 'yield') };
  const index = addImplicitFunction(x, { ...identity, ...own }, range, parent);
  const facts = x.functions[index] as MutableFunction;
  facts.returnTypes = own.generator ? types.flatMap(yieldedTypes) : types;
  const annotation = x.annotations.get(range.start.line);
  if (annotation) facts.annotation = annotation;
  if (identity.receiver === 'class') x.staticFunctions.add(index);
  walkBody(x, index, identity.class === undefined ? undefined : index, () => {
    facts.params = extractParams(x, params, index, defaults, identity.receiver !== undefined);
    x.visit(body);
  });
  return index;
}

/** Adds a function; nothing of it is walked yet. */
export function addImplicitFunction(x: Extraction, identity: Identity, range: Range, parent: number | undefined): number {
  const { name, kind, class: owner, decorators = [], async = false, generator = false } = identity;
  const facts: MutableFunction = { name, kind, async, generator, parent, range, params: [], returns: [], returnTypes: [], awaits: [] };
  if (owner !== undefined) facts.class = owner;
  if (decorators.length > 0) facts.decorators = decorators;
  return x.functions.push(facts) - 1;
}

/** Walks what is within a function: a scope of its own, and no class body any more. */
function walkBody(x: Extraction, index: number, receiver: number | undefined, walk: () => void): void {
  const around = x.classBody;
  x.classBody = undefined;
  x.scopes.open('function');
  x.inFunction(index, receiver ?? x.place.thisFunction, walk);
  x.scopes.close();
  x.classBody = around;
}

function lambda(x: Extraction, node: PyNode): Value {
  const [params, body] = [childIn(node, 'parameters'), childIn(node, 'body')];
  const defaults = visitDefaults(x, params);
  const { start } = x.rangeOf(node);
  const range = { start, end: { line: start.line, column: start.column + 'lambda'.length } };
  const index = addImplicitFunction(x, { name: '', kind: 'arrow' }, range, x.place.function);
  const facts = x.functions[index] as MutableFunction;
  walkBody(x, index, undefined, () => {
    facts.params = extractParams(x, params, index, defaults, false);
    facts.returns.push(x.visit(body));
  });
  return { kind: 'function', function: index };
}

/** Defaults are evaluated where the function stands, once. */
function visitDefaults(x: Extraction, params: PyNode | Hole): ReadonlyMap<PyNode, Value> {
  const defaults = new Map<PyNode, Value>();
  for (const param of params?.children ?? []) {
    const value = childIn(param, 'value');
    if (value) defaults.set(param, x.visit(value));
    visitAnnotatedCalls(x, childIn(param, 'type'));
  }
  return defaults;
}

/** `Annotated[Session, Depends(get_session)]` hands a function over. */
function visitAnnotatedCalls(x: Extraction, type: PyNode | Hole): void {
  if (!type || !x.textOf(type).includes('(')) return;
  for (const child of type.children) {
    if (child.type === 'call') x.visit(child);
    else visitAnnotatedCalls(x, child);
  }
}

function extractParams(
  x: Extraction,
  params: PyNode | Hole,
  owner: number,
  defaults: ReadonlyMap<PyNode, Value>,
  hasReceiver: boolean,
): Param[] {
  const nodes = (params?.children ?? []).filter(({ type }) => type !== 'keyword_separator' && type !== 'positional_separator');
  const [first] = nodes;
  if (hasReceiver && first) bindName(x, nameOf(x, first), { kind: 'this', function: owner }, [], 'const');
  return nodes.slice(hasReceiver ? 1 : 0).map((param, index) => {
    const pattern = param.type === 'typed_parameter' ? param.children[0] : param;
    const rest = pattern?.type === 'list_splat_pattern' || pattern?.type === 'dictionary_splat_pattern';
    const fallback = defaults.get(param);
    const given: Value = { kind: 'param', function: owner, index };
    const passed = rest ? unknown : fallback ? withDefault(given, fallback) : given;
    const binding = x.scopes.declare(nameOf(x, param), 'param', owner);
    x.scopes.initialise(binding, passed, rest ? [] : typesOf(x, childIn(param, 'type')));
    const present = !rest && !fallback && excludesNone(x, childIn(param, 'type'));
    return { bindings: [binding], rest, field: false, ...(present && { present }) };
  });
}

function nameOf(x: Extraction, param: PyNode): string {
  const name = childIn(param, 'name') ?? childOf(param, 'identifier') ?? param.children[0] ?? param;
  return name === param || name.children.length === 0 ? x.textOf(name) : nameOf(x, name);
}
