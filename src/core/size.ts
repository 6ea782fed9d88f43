// How much data a value is, as far as the program says. Only evidence counts: what comes from outside by
// a row of knowledge, and what is made of that; and literals. Everything else is unknown, which is not large.

import { isBounded, isOfSome, limits } from './bounded';
import type { CallSite, Value } from './facts';
import { filledFrom } from './filled';
import type { Size, SizeRow } from './knowledge';
import { bodiesAt } from './link/bodies';
import { isLazy, type ProgramFile } from './link/program';
import { passedTo } from './link/passed';
import type { Resolver } from './link/resolve';

export type { Size };

const unknown: Size = { kind: 'unknown' };

/**
 * How much data `value`, written in `file`, is. A part of something large counts as large: who goes through all parts of
 * all parts still goes through the whole only once.
 */
export function sizeOf(resolver: Resolver, file: ProgramFile, value: Value): Size {
  const estimate = estimates.get(resolver) ?? new Estimate(resolver);
  estimates.set(resolver, estimate);
  return estimate.of(file, value, 0);
}

const estimates = new WeakMap<Resolver, Estimate>();

/** How far away evidence may stand. What lies further tells of something else. */
const deepest = 12;
const mostCallers = 16;

/** What is known of one value. */
interface Known {
  /** As seen from where all that it depends on is in sight; the furthest of that stands `height` steps away. */
  size: Size;
  height: number;
  /** As seen from so far away as its index, where something is out of sight. */
  readonly partly: Size[];
}

/** Sizes, by how far away a value stands from who asks: so no answer depends on what was asked before. */
class Estimate {
  private readonly known = new Map<Value, Known>();
  /** How far away the furthest thing stands that was looked at; beyond `deepest` if anything is out of sight. */
  private furthest = 0;

  constructor(private readonly resolver: Resolver) {}

  of(file: ProgramFile, value: Value, depth: number): Size {
    const known = this.known.get(value) ?? { size: unknown, height: Infinity, partly: [] };
    const before = depth > deepest ? unknown : depth + known.height <= deepest ? known.size : known.partly[depth];
    if (before) {
      this.furthest = Math.max(this.furthest, depth + known.height);
      return before;
    }
    const outer = this.furthest;
    this.furthest = depth;
    const size = this.estimate(file, value, depth);
    if (this.furthest > deepest) known.partly[depth] = size;
    else [known.size, known.height] = [size, this.furthest - depth];
    this.known.set(value, known);
    this.furthest = Math.max(this.furthest, outer);
    return size;
  }

  private estimate(file: ProgramFile, value: Value, depth: number): Size {
    const within = (one: Value): Size => this.of(file, one, depth + 1);
    switch (value.kind) {
      case 'literal':
      case 'array':
      case 'object':
        return ofWritten(value, within);
      case 'name':
        return this.ofName(file, value, depth);
      case 'call':
        return this.ofCall(file, file.facts.calls[value.call], depth);
      case 'member':
        return this.byRow(file, value) ?? memberOf(within(value.object), value.name) ?? this.byTarget(file, value, depth);
      case 'element':
        return elementOf(within(value.object));
      case 'slice':
      case 'repeated':
        return this.ofSome(file, value, within(value.object));
      case 'param':
        return this.ofPassed(file, value, depth);
      case 'choice':
        return either(value.options.filter((one) => !isEmpty(one)).map(within));
      case 'await':
      case 'typed':
      case 'spread':
      case 'keyword':
        return within(value.value);
      default:
        return this.byTarget(file, value, depth);
    }
  }

  private ofName(file: ProgramFile, value: Value & { kind: 'name' }, depth: number): Size {
    const binding = value.binding === undefined ? undefined : file.facts.bindings[value.binding];
    if (!binding || value.binding === undefined) return this.byRow(file, value) ?? this.byTarget(file, value, depth);
    const values = binding.values.filter((one) => !isEmpty(one));
    const size = either(values.map((one) => this.of(file, one, depth + 1)));
    if (size.kind !== 'unknown') return size;
    return this.byRow(file, value) ?? this.ofFilled(file, value.binding, depth);
  }

  /** A list that a loop over much fills: `for (const row of rows) names.push(row.name)`. */
  private ofFilled(file: ProgramFile, binding: number, depth: number): Size {
    const sizes = filledFrom(file, binding).map((one) => this.of(file, one, depth + 1));
    return either(sizes.filter(({ kind }) => kind === 'large'));
  }

  /** What knowledge says of a parameter, or what all callers pass. */
  private ofPassed(file: ProgramFile, value: Value & { kind: 'param' }, depth: number): Size {
    const given = this.byRow(file, value);
    if (given) return given;
    const places = passedTo(this.resolver, file.base + value.function, value.index);
    const sizes = places.slice(0, mostCallers).map(({ file: from, value: passed, isElement }) => {
      const size = this.of(from, passed, depth + 1);
      return isElement ? elementOf(size) : size;
    });
    return places.length > mostCallers ? either([...sizes, unknown]) : either(sizes);
  }

  private ofCall(file: ProgramFile, site: CallSite | undefined, depth: number): Size {
    if (!site || site.use === 'read' || site.use === 'write') return unknown;
    const row = this.rowOf(file, site);
    if (row) return this.byRowOfCall(file, site, row, depth);
    const own = this.ofReturned(file, site, depth);
    return own.kind === 'unknown' ? this.ofMethod(file, site, depth) : own;
  }

  private rowOf(file: ProgramFile, site: CallSite): SizeRow | undefined {
    const { knowledge } = this.resolver;
    for (const target of this.resolver.callee(file, site)) {
      if (target.kind !== 'api') continue;
      const row = knowledge.size(target.path);
      if (row) return row;
      const passed = knowledge.passedOn(target.path);
      if (passed) return { kind: 'same', api: target.path, arg: passed.arg };
    }
    return undefined;
  }

  private byRowOfCall(file: ProgramFile, site: CallSite, row: SizeRow, depth: number): Size {
    if (row.kind === 'outside') return isBounded(this.resolver, file, site, row) ? unknown : large(row);
    const arg = site.args[row.arg];
    if (!arg) return unknown;
    if (row.kind === 'same') return row.page ? asPage(this.of(file, arg, depth + 1)) : this.of(file, arg, depth + 1);
    const amount = Math.max(...site.args.slice(0, 2).map((one) => this.number(file, one) ?? -1));
    return amount >= 0 ? known(amount, row.elements) : this.of(file, arg, depth + 1);
  }

  /** What functions of the program return. */
  private ofReturned(file: ProgramFile, site: CallSite, depth: number): Size {
    if (isOfSome(this.resolver, file, site)) return unknown;
    const sizes = bodiesAt(this.resolver, file, site).flatMap((id) => {
      const one = this.resolver.program.functions[id];
      if (!one || one.facts.kind === 'constructor' || isLazy(one)) return [];
      return one.facts.returns.filter((value) => !isEmpty(value)).map((value) => this.of(one.file, value, depth + 1));
    });
    return either(sizes);
  }

  /** Methods of lists and texts themselves. */
  private ofMethod(file: ProgramFile, { callee, args }: CallSite, depth: number): Size {
    if (callee.kind !== 'member') return unknown;
    const { object, name } = callee;
    const receiver = (): Size => this.of(file, object, depth + 1);
    if (keeps.has(name)) return receiver();
    if (lists.has(name)) return asPage(receiver());
    const [first, second] = args;
    if (name === 'repeat' && first) return this.ofRepeated(file, first, receiver());
    if (/^(?:slice|substring|subarray)$/.test(name)) return this.ofPart(file, second, receiver());
    if (limits.test(name)) return this.ofPart(file, first, unknown);
    if (name === 'concat') return sum([receiver(), ...args.map((one) => this.of(file, one, depth + 1))]);
    if (/^(?:fill|padStart|padEnd)$/.test(name)) return receiver();
    return takesOne.test(name) ? elementOf(receiver()) : unknown;
  }

  private ofSome(file: ProgramFile, value: Value & { kind: 'slice' | 'repeated' }, whole: Size): Size {
    return value.kind === 'slice' ? this.ofPart(file, value.count, whole) : this.ofRepeated(file, value.times, whole);
  }

  private ofPart(file: ProgramFile, count: Value | undefined, whole: Size): Size {
    const amount = count && this.number(file, count);
    if (amount === undefined || amount < 0) return whole;
    return whole.kind === 'known' ? known(Math.min(amount, whole.amount), whole.elements) : known(amount);
  }

  private ofRepeated(file: ProgramFile, times: Value, whole: Size): Size {
    const count = this.number(file, times);
    if (whole.kind === 'large' || count === undefined) return whole.kind === 'large' ? whole : unknown;
    return whole.kind === 'known' ? known(whole.amount * count, whole.elements) : unknown;
  }

  private number(file: ProgramFile, value: Value): number | undefined {
    const constant = this.resolver.constant(file, value);
    return constant.kind === 'literal' && typeof constant.value === 'number' ? constant.value : undefined;
  }

  /** What a row says of a member, or of something that it is taken out of. */
  private byRow(file: ProgramFile, value: Value): Size | undefined {
    for (const target of this.resolver.resolve(file, value)) {
      const row = target.kind === 'api' ? this.resolver.knowledge.size(target.path) : undefined;
      if (row?.kind === 'outside') return isBounded(this.resolver, file, value, row) ? unknown : large(row);
    }
    return undefined;
  }

  /** A list that is written out somewhere else. */
  private byTarget(file: ProgramFile, value: Value, depth: number): Size {
    const targets = this.resolver.resolve(file, value);
    const sizes = targets.map((target) => (target.kind === 'array' ? this.of(target.file, target.value, depth + 1) : unknown));
    return either(sizes);
  }
}

/** What is spread into a list adds as much as it is; with nothing spread, a list is as long as it is written. */
function ofWritten(value: Value & { kind: 'literal' | 'array' | 'object' }, within: (one: Value) => Size): Size {
  if (value.kind === 'literal') return typeof value.value === 'string' ? known(value.value.length) : unknown;
  if (value.kind === 'object') return lengthIn(value) ?? sum(value.properties.map((one) => within(one.value)));
  const spread = value.elements.filter(({ kind }) => kind === 'spread').map(within);
  // A list that starts empty is there to be filled.
  return value.elements.length === 0 ? unknown : sum([...spread, known(value.elements.length - spread.length, true)]);
}

/** `{ length: 100 }` stands for a list. */
function lengthIn({ properties: [first] }: Value & { kind: 'object' }): Size | undefined {
  if (first?.name !== 'length' || first.value.kind !== 'literal') return undefined;
  return typeof first.value.value === 'number' ? known(first.value.value, true) : undefined;
}

/** What these methods of lists, texts and the like give is about as much as their receiver. */
const keeps = new Set([
  ...'map filter flatMap flat split toString trim trimEnd trimStart replace replaceAll toLowerCase toUpperCase normalize'.split(' '),
  ...'sort toSorted reverse toReversed join match matchAll then catch finally lean exec toArray rows'.split(' '),
  ...'splitlines strip lstrip rstrip lower upper encode decode copy getvalue hex readlines to_dict tolist'.split(' '),
]);
/** What these give of an object, or of a dictionary, is as much, but few things. */
const lists = new Set(['entries', 'values', 'keys', 'items']);
const takesOne = /^(?:get|at|pop|shift|find|findLast)$/;

/** Numbers that tell of a list, and are none. */
const counts = /^(?:length|size|byteLength)$/;

/** What tells of each row of a table in the same way: a few columns. */
const columns = /^(?:description|columns|fields|names|dtypes)$/;

function memberOf(whole: Size, name: string): Size | undefined {
  if (whole.kind !== 'large') return undefined;
  if (counts.test(name) || (whole.list && columns.test(name))) return unknown;
  return /^\d+$/.test(name) ? elementOf(whole) : partOf(whole);
}

function elementOf(whole: Size): Size {
  return whole.kind === 'large' && !whole.list ? partOf(whole) : unknown;
}

function known(amount: number, elements = false): Size {
  return { kind: 'known', amount, ...(elements && { elements }) };
}

function large({ what, limit, list, page, paged }: Extract<SizeRow, { kind: 'outside' }>): Size {
  return {
    kind: 'large',
    why: what,
    ...(limit !== undefined && { limit }),
    ...(list && { list }),
    ...(page && { page }),
    ...(paged && { paged }),
  };
}

/** Fewer elements than that are gone through in no time, even once for each of them. */
const many = 3_000;

/** True for what may hold a long list: not a page of results, nor the entries of a folder. */
export function isMany(size: Size): size is Size & { kind: 'large' } {
  return size.kind === 'large' && !size.page && !(size.list && size.limit !== undefined && size.limit < many);
}

function partOf(whole: Size): Size {
  return whole.kind === 'large' && whole.paged ? asPage(whole) : whole;
}

function asPage(size: Size): Size {
  return size.kind === 'large' ? { ...size, page: true } : size;
}

/** One of several: large if one may be. */
function either(sizes: readonly Size[]): Size {
  const worst = sizes.find(isMany) ?? sizes.find((one) => one.kind === 'large');
  if (worst || sizes.length === 0) return worst ?? unknown;
  return sizes.reduce((a, b) => (a.kind === 'known' && b.kind === 'known' ? known(Math.max(a.amount, b.amount), isList(a, b)) : unknown));
}

/** All of several. */
function sum(sizes: readonly Size[]): Size {
  const worst = sizes.find(isMany) ?? sizes.find((one) => one.kind === 'large');
  if (worst) return worst;
  return sizes.reduce((a, b) => (a.kind === 'known' && b.kind === 'known' ? known(a.amount + b.amount, isList(a, b)) : unknown), known(0));
}

function isList(...sizes: readonly (Size & { kind: 'known' })[]): boolean {
  return sizes.some(({ elements }) => elements === true);
}

/** What is there only until something else comes. */
function isEmpty(value: Value): boolean {
  if (value.kind === 'literal') return value.value === null || value.value === undefined || value.value === '';
  return value.kind === 'array' && value.elements.length === 0;
}
