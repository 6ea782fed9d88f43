// Expressions: what each evaluates to, and the call sites in it. A read of an attribute is a site too,
// because a property may run; so are the protocols behind the syntax (`a / b`, iteration, `with`).

import type { Property, Value } from '../../../core/facts';
import { childIn, childrenIn } from '../nodes';
import { choice, combined, comparison, lengthTest, sameness, shifted } from '../../values';
import { calleeRange, calleeText } from './calleeText';
import { type Extraction, type Handlers, type Hole, type PyNode, under, unknown } from './extraction';
import { bindTarget } from './targets';

export const expressionHandlers: Handlers = {
  identifier: (x, node) => x.scopes.refer(x.textOf(node), { escapes: true }),
  attribute: (x, node) => {
    const callee = attribute(x, node);
    addSite(x, 'read', callee, node, []);
    return callee;
  },
  subscript: (x, node) => subscript(x, node),
  call: (x, node) => call(x, node),
  await: (x, node) => {
    const [awaited] = node.children;
    const value = x.visit(awaited);
    // What a call gives may be known by more than its place; its own site is the last in it all the same.
    x.markAwaited(awaited?.type === 'call' ? { kind: 'call', call: x.calls.length - 1 } : value);
    x.addAwait(value);
    return { kind: 'await', value };
  },
  string: (x, node) => text(x, node),
  concatenated_string: (x, node) => concatenated(node.children.map((one) => x.visit(one))),
  integer: (x, node) => number(x.textOf(node)),
  float: (x, node) => number(x.textOf(node)),
  true: () => ({ kind: 'literal', value: true }),
  false: () => ({ kind: 'literal', value: false }),
  none: () => ({ kind: 'literal', value: null }),
  list: (x, node) => array(x, node.children),
  set: (x, node) => hashed(array(x, node.children)),
  tuple: (x, node) => array(x, node.children),
  expression_list: (x, node) => array(x, node.children),
  list_splat: (x, node) => ({ kind: 'spread', value: x.visit(node.children[0]) }),
  dictionary_splat: (x, node) => ({ kind: 'spread', value: x.visit(node.children[0]) }),
  dictionary: (x, node) => ({ kind: 'object', properties: node.children.map((one) => entry(x, one)) }),
  parenthesized_expression: (x, node) => x.visit(node.children[0]),
  conditional_expression: (x, node) => {
    const [then, condition, otherwise] = node.children;
    const test = { node, value: x.visit(condition) };
    return choice([x.at(under(x, test, true), () => x.visit(then)), x.at(under(x, test, false), () => x.visit(otherwise))]);
  },
  boolean_operator: (x, node) => {
    const isAnd = x.textOf(childIn(node, 'operator') ?? node) === 'and';
    const left = x.visit(childIn(node, 'left'));
    const right = x.at(under(x, { node, value: left }, isAnd), () => x.visit(childIn(node, 'right')));
    return choice([left, right], isAnd ? '&&' : '||');
  },
  not_operator: (x, node) => {
    const value = x.visit(childIn(node, 'argument'));
    return value.kind === 'literal' ? { kind: 'literal', value: !value.value } : comparison(value, true, true);
  },
  comparison_operator: (x, node) => compared(x, node),
  binary_operator: (x, node) => binary(x, node),
  unary_operator: (x, node) => {
    const value = x.visit(childIn(node, 'argument'));
    const isNumber = value.kind === 'literal' && typeof value.value === 'number' && x.text[node.start] === '-';
    return isNumber ? { kind: 'literal', value: -Number(value.value) } : unknown;
  },
  named_expression: (x, node) => {
    const value = x.visit(childIn(node, 'value'));
    bindTarget(x, childIn(node, 'name'), value);
    return value;
  },
  keyword_argument: (x, node) => {
    const name = childIn(node, 'name');
    return { kind: 'keyword', name: name ? x.textOf(name) : '', value: x.visitInPlace(childIn(node, 'value')) };
  },
  yield: (x, node) => {
    const value = x.visit(node.children[0]);
    const facts = x.functions[x.place.function];
    if (facts?.async) x.addAwait();
    else if (facts) (facts.yields ??= []).push(x.calls.length);
    if (/^yield\s+from\b/.test(x.text.slice(node.start, node.start + 20))) iterate(x, value, node.children[0]);
    else facts?.returns.push(value);
    return unknown;
  },
};

/** An attribute as a value, its receiver visited. */
export function attribute(x: Extraction, node: PyNode): Value {
  const name = childIn(node, 'attribute');
  return { kind: 'member', object: x.visitInPlace(childIn(node, 'object')), name: name ? x.textOf(name) : '' };
}

function subscript(x: Extraction, node: PyNode): Value {
  const [base] = childrenIn(node, 'value');
  const object = x.visitInPlace(base);
  const subscripts = childrenIn(node, 'subscript');
  const [only] = subscripts;
  if (subscripts.length === 1 && only?.type === 'slice') return slice(x, object, only);
  const keys = subscripts.map((one) => x.visit(one));
  const [key = unknown] = keys;
  // As an alias of a type: `UserDep = Annotated[User, Depends(current_user)]`.
  if (base && /^(?:typing\.)?(?:Annotated|Optional)$/.test(x.textOf(base)))
    return key.kind === 'array' ? (key.elements[0] ?? unknown) : key;
  const isName = keys.length === 1 && key.kind === 'literal' && (typeof key.value === 'string' || typeof key.value === 'number');
  return isName ? { kind: 'member', object, name: String(key.value) } : { kind: 'element', object, key };
}

/** `xs[:n]` has at most `n` elements, `xs[2:5]` three. */
function slice(x: Extraction, object: Value, node: PyNode): Value {
  const colonsBefore = ({ start }: PyNode): number => x.text.slice(node.start, start).split(':').length - 1;
  const bounds = node.children.map((one) => ({ value: x.visit(one), place: colonsBefore(one) }));
  const [from, to] = [0, 1].map((place) => bounds.find((one) => one.place === place)?.value);
  if (from) return { kind: 'slice', object, ...between(from, to) };
  return to && !isNegative(to) ? { kind: 'slice', object, count: to } : { kind: 'slice', object };
}

function between(from: Value, to: Value | undefined): { count?: Value } {
  if (from.kind !== 'literal' || typeof from.value !== 'number') return {};
  // `xs[-3:]` are the last three.
  if (!to) return from.value < 0 ? { count: { kind: 'literal', value: -from.value } } : {};
  return to.kind === 'literal' && typeof to.value === 'number' && !isNegative(to) && from.value >= 0
    ? { count: { kind: 'literal', value: Math.max(0, to.value - from.value) } }
    : {};
}

function isNegative(value: Value | undefined): boolean {
  return value?.kind === 'literal' && typeof value.value === 'number' && value.value < 0;
}

/** What is called: an attribute is not read first, the call itself stands for it. */
function calleeValue(x: Extraction, node: PyNode): Value {
  if (node.type === 'attribute') return attribute(x, node);
  return x.visitInPlace(node);
}

function call(x: Extraction, node: PyNode): Value {
  const [callee, list] = [childIn(node, 'function'), childIn(node, 'arguments')];
  if (!callee) return unknown;
  const name = callee.type === 'identifier' ? x.textOf(callee) : '';
  if (name === 'super' && x.functions[x.place.thisFunction]?.class !== undefined) return { kind: 'super', function: x.place.thisFunction };
  const value = calleeValue(x, callee);
  const nodes = list?.type === 'argument_list' ? list.children : list ? [list] : [];
  const args = nodes.map((one) => x.visitInPlace(one));
  const [object, key] = args;
  if (name === 'getattr' && object && key?.kind === 'literal' && typeof key.value === 'string')
    return { kind: 'member', object, name: key.value };
  const result = addSite(x, 'call', value, callee, args);
  if (!object || !collectors.has(name)) return result;
  const collected = many({ kind: 'element', object, key: unknown }, object);
  return name.endsWith('set') ? hashed(collected) : collected;
}

/** The same elements as a set. */
export function hashed(value: Value): Value {
  return value.kind === 'array' ? { ...value, hashed: true } : value;
}

/** A list of elements of one kind, as many as there are in what it was made of. */
export function many(element: Value, of: Value): Value {
  return { kind: 'array', elements: [element, { kind: 'spread', value: of }] };
}

/** What these give holds what they went through. */
const collectors = new Set(['list', 'tuple', 'set', 'frozenset', 'sorted']);

/** Records a call site whose callee stands at a node. */
export function addSite(
  x: Extraction,
  use: 'call' | 'read' | 'write' | 'decorate',
  callee: Value,
  node: PyNode,
  args: readonly Value[],
): Value {
  return x.addCall({ use, callee, name: calleeText(x, node), range: calleeRange(x, node), args, optional: false });
}

/** Records the call of a method that syntax stands for: `for x in y` calls `y.__iter__`. */
export function addProtocolCall(x: Extraction, object: Value, method: string, node: PyNode | Hole, args: readonly Value[] = []): Value {
  const mayAnswer = object.kind !== 'unknown' && object.kind !== 'literal' && object.kind !== 'array' && object.kind !== 'object';
  if (!node || !mayAnswer) return unknown;
  const name = (spoken[method] ?? ((text) => text))(calleeText(x, node));
  const callee: Value = { kind: 'member', object, name: method };
  return x.addCall({ use: 'call', callee, name, range: calleeRange(x, node), args, optional: false });
}

/** How a person would speak of what syntax calls. */
const spoken: Readonly<Record<string, (text: string) => string>> = {
  __contains__: (text) => `in ${text}`,
  __iter__: (text) => `for … in ${text}`,
  __aiter__: (text) => `async for … in ${text}`,
  __enter__: (text) => `with ${text}`,
  __exit__: (text) => `with ${text}`,
  __aenter__: (text) => `async with ${text}`,
  __aexit__: (text) => `async with ${text}`,
};

/** Goes through what a node evaluates to; gives what it holds. */
export function iterate(x: Extraction, over: Value, node: PyNode | Hole, isAsync = false): Value {
  const iterator = addProtocolCall(x, over, isAsync ? '__aiter__' : '__iter__', node);
  if (isAsync) {
    x.markAwaited(iterator);
    x.addAwait();
  }
  return { kind: 'element', object: over, key: unknown };
}

function text(x: Extraction, node: PyNode): Value {
  const content = node.children.filter(({ type }) => type === 'string_content');
  const holes = node.children.filter(({ type }) => type === 'interpolation');
  holes.forEach((hole) => x.visit(childIn(hole, 'expression')));
  if (holes.length > 0) return unknown;
  const written = content.map((one) => x.textOf(one)).join('');
  const [prefix = ''] = /^\w*/.exec(x.text.slice(node.start, node.start + 3)) ?? [];
  const value = /r/i.test(prefix) ? written : unescaped(written);
  return { kind: 'literal', value, ...(/b/i.test(prefix) && { bytes: true }) };
}

/** What the escapes of a text stand for; those that stand for nothing are what they look like. */
function unescaped(text: string): string {
  return text.replace(/\\(?:\n|x[\da-fA-F]{2}|u[\da-fA-F]{4}|[0-7]{1,3}|[abfnrtv\\'"])/g, (escape) => {
    const [, letter = ''] = escape;
    if (letter === 'x' || letter === 'u') return String.fromCharCode(parseInt(escape.slice(2), 16));
    if (/[0-7]/.test(letter)) return String.fromCharCode(parseInt(escape.slice(1), 8));
    return escapes[letter] ?? letter;
  });
}

const escapes: Readonly<Record<string, string>> = {
  '\n': '',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function concatenated(parts: readonly Value[]): Value {
  const texts = parts.map((one) => (one.kind === 'literal' ? one.value : undefined));
  const bytes = parts.some((one) => one.kind === 'literal' && one.bytes);
  return texts.every((one) => typeof one === 'string') ? { kind: 'literal', value: texts.join(''), ...(bytes && { bytes }) } : unknown;
}

function number(text: string): Value {
  const value = Number(text.replaceAll('_', ''));
  return Number.isNaN(value) ? unknown : { kind: 'literal', value };
}

function array(x: Extraction, nodes: readonly PyNode[]): Value {
  return { kind: 'array', elements: nodes.map((one) => x.visit(one)) };
}

/** A key that is no text stands for itself: `{Kind.A: handle_a}` is looked up by whatever comes. */
function entry(x: Extraction, node: PyNode): Property {
  if (node.type !== 'pair') return { name: undefined, value: node.type === 'dictionary_splat' ? x.visit(node.children[0]) : x.visit(node) };
  const key = childIn(node, 'key');
  const name = x.visit(key);
  const value = x.visit(childIn(node, 'value'));
  return { name: name.kind === 'literal' ? String(name.value) : key ? x.textOf(key) : '', value };
}

function compared(x: Extraction, node: PyNode): Value {
  const operators = childrenIn(node, 'operators');
  const operands = node.children.filter(({ field }) => field !== 'operators');
  const [left = unknown, right = unknown, ...more] = operands.map((one) => x.visitInPlace(one));
  const operator = operators[0] ? x.textOf(operators[0]) : '';
  if (more.length === 0 && /^(?:not\s+)?in$/.test(operator)) addProtocolCall(x, right, '__contains__', operands[1], [left]);
  if (more.length > 0) return unknown;
  if (!/^(?:==|!=|is|is\s+not)$/.test(operator)) return lengthTest(operator, left, right, measured(x, left), measured(x, right));
  const negated = operator === '!=' || operator.startsWith('is not');
  if (right.kind === 'literal' && left.kind !== 'literal') return comparison(left, right.value, negated);
  if (left.kind === 'literal') return right.kind === 'literal' ? unknown : comparison(right, left.value, negated);
  return sameness(left, right, negated);
}

/** What a value is the length of: `len(text)`. */
function measured(x: Extraction, value: Value): Value | undefined {
  const site = value.kind === 'call' ? x.calls[value.call] : undefined;
  return site?.callee.kind === 'name' && site.callee.name === 'len' && site.callee.binding === undefined ? site.args[0] : undefined;
}

/** Numbers of the form `1024 * 1024` count as literals; `folder / "name"` is a call of the folder's own operator. */
function binary(x: Extraction, node: PyNode): Value {
  const [leftNode, rightNode, operatorNode] = [childIn(node, 'left'), childIn(node, 'right'), childIn(node, 'operator')];
  const [left, right] = [x.visitInPlace(leftNode), x.visitInPlace(rightNode)];
  const operator = operatorNode ? x.textOf(operatorNode) : '';
  if (operator === '*' && isSequence(left)) return { kind: 'repeated', object: left, times: right };
  if (operator === '*' && isSequence(right)) return { kind: 'repeated', object: right, times: left };
  if (left.kind === 'literal' && right.kind === 'literal') return combined(operator, left.value, right.value);
  if (operator === '+' && left.kind === 'name' && right.kind === 'array')
    return { kind: 'array', elements: [{ kind: 'spread', value: left }, ...right.elements] };
  if (right.kind === 'literal' && (operator === '+' || operator === '-')) return shifted(operator, left, right.value);
  if (operator === '|' && isConstant(left) && isConstant(right)) return choice([left, right]);
  return operator === '/' ? addProtocolCall(x, left, '__truediv__', node, [right]) : unknown;
}

function isSequence(value: Value): boolean {
  return value.kind === 'array' || (value.kind === 'literal' && typeof value.value === 'string');
}

/** Flags that are put together: `re.I | re.M`. */
export function isConstant(value: Value): boolean {
  if (value.kind === 'choice') return value.options.every(isConstant);
  return (value.kind === 'member' || value.kind === 'name') && /^[A-Z][A-Z_]*$/.test(value.name);
}
