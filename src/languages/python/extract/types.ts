// Annotations: the classes that they name, in every form that people write. What wraps a class
// (`Optional[X]`, `X | None`, `"X"`, `Annotated[X, ...]`) is taken off; a list is what it holds.

import type { Value } from '../../../core/facts';
import { listOf } from '../../values';
import { childIn } from '../nodes';
import { type Extraction, type Hole, type PyNode, unknown } from './extraction';

/** The classes that an annotation names. */
export function typesOf(x: Extraction, type: PyNode | Hole): Value[] {
  if (!type) return [];
  switch (type.type) {
    case 'type':
    case 'parenthesized_expression':
    case 'type_parameter':
      return type.children.flatMap((one) => typesOf(x, one));
    case 'identifier':
      return plain.has(x.textOf(type)) ? [] : [ownClass(x, x.textOf(type)) ?? x.scopes.refer(x.textOf(type))];
    case 'attribute':
    case 'member_type':
      return [entity(x, type)];
    case 'string':
      return typesOfText(x, x.textOf(type).replace(/^\w*(?:"""|'''|"|')|(?:"""|'''|"|')$/g, ''));
    case 'union_type':
    case 'binary_operator':
      return type.children.filter(({ field }) => field !== 'operator').flatMap((one) => typesOf(x, one));
    case 'generic_type':
      return generic(x, type.children[0], type.children[1]?.children ?? []);
    case 'subscript':
      return generic(
        x,
        childIn(type, 'value'),
        type.children.filter(({ field }) => field === 'subscript').flatMap((one) => (one.type === 'tuple' ? one.children : [one])),
      );
    default:
      return [];
  }
}

/** True for a plain type that leaves no room for `None`: `str`, `list[int]`. Other names may stand for anything. */
export function excludesNone(x: Extraction, type: PyNode | Hole): boolean {
  const text = type ? x.textOf(type).trim() : '';
  return plainOnly.test(text) && !/\|\s*None|None\s*\|/.test(text);
}

const plainOnly =
  /^(['"]?)(?:str|bytes|bytearray|int|float|bool|complex|(?:(?:typing\.)?(?:List|Dict|Set|Tuple|Sequence|Mapping|Iterable)|list|dict|set|tuple|frozenset)(?:\[.*\])?)\1$/s;

/** What a generator yields that is declared to be `type`: of `Iterator[X]` the `X`. */
export function yieldedTypes(type: Value): readonly Value[] {
  return type.kind === 'array' ? type.elements.flatMap((one) => (one.kind === 'typed' ? one.types : [])) : [type];
}

/** What says nothing about methods that block. */
const plain = new Set(['object', 'Any', 'None']);
const wrappers = new Set(['Optional', 'Union', 'Final', 'ClassVar', 'Required', 'NotRequired', 'Awaitable', 'ReadOnly']);
const lists =
  /^(?:list|set|frozenset|tuple|deque|(?:Async)?(?:Iterator|Iterable|Generator)|Sequence|MutableSequence|Collection|AbstractSet)$/i;
const tables = /^(?:dict|defaultdict|ordereddict|(?:mutable)?mapping)$/i;

function generic(x: Extraction, base: PyNode | Hole, args: readonly PyNode[]): Value[] {
  const name = base ? (/[^.]*$/.exec(x.textOf(base))?.[0] ?? '') : '';
  const first = (): Value[] => typesOf(x, args[0]);
  if (wrappers.has(name)) return args.flatMap((one) => typesOf(x, one));
  if (name === 'Annotated') return first();
  if (name === 'Coroutine' || tables.test(name)) return name === 'Coroutine' ? typesOf(x, args.at(-1)) : listOf(typesOf(x, args.at(-1)));
  if (lists.test(name)) return listOf(first());
  return /^(?:type|Type|Callable|Literal)$/.test(name) ? [] : typesOf(x, base);
}

function ownClass(x: Extraction, name: string): Value | undefined {
  const owner = name === 'Self' ? (x.classBody?.index ?? x.functions[x.place.thisFunction]?.class) : undefined;
  return owner === undefined ? undefined : { kind: 'class', class: owner };
}

/** An annotation in quotes, because its names come later. */
function typesOfText(x: Extraction, text: string): Value[] {
  const content = text.trim();
  const parts = content.split('|').map((one) => one.trim());
  if (parts.length > 1) return parts.flatMap((one) => typesOfText(x, one));
  const [, name = '', inner] = /^([\w.]+)(?:\[(.*)\])?$/s.exec(content) ?? [];
  const last = /[^.]*$/.exec(name)?.[0] ?? '';
  if (inner !== undefined && (wrappers.has(last) || last === 'Annotated')) return typesOfText(x, inner.split(',')[0] ?? '');
  if (inner !== undefined && lists.test(last)) return listOf(typesOfText(x, inner.split(',')[0] ?? ''));
  const [root = '', ...members] = name.split('.');
  if (root === '' || plain.has(root) || /^(?:type|Type|Callable|Literal)$/.test(last)) return [];
  const start: Value = ownClass(x, root) ?? x.scopes.refer(root);
  return [members.reduce<Value>((object, member) => ({ kind: 'member', object, name: member }), start)];
}

function entity(x: Extraction, node: PyNode): Value {
  if (node.type === 'identifier') return x.scopes.refer(x.textOf(node));
  const [object, name] = node.type === 'attribute' ? [childIn(node, 'object'), childIn(node, 'attribute')] : node.children;
  return object && name ? { kind: 'member', object: entity(x, object), name: x.textOf(name) } : unknown;
}
