// What callers pass, as values where they are written. The resolver keeps what a parameter can be; this
// keeps where it comes from. It is gathered at the first question.

import type { CallSite, Value } from '../facts';
import { bodiesAt } from './bodies';
import { positionOf } from './parameters';
import type { FunctionId, ProgramFile, ProgramFunction } from './program';
import type { Resolver } from './resolve';
import type { Placed } from './targets';

/** Something that a caller passes. */
export interface Passed extends Placed {
  /** True if only one of what it holds is passed: `list.map(fn)`. */
  readonly isElement: boolean;
}

/** What is passed as parameter `index` of a function. */
export function passedTo(resolver: Resolver, id: FunctionId, index: number): readonly Passed[] {
  const one = resolver.program.functions[id];
  const callers = callersOf(resolver).get(id);
  return one && callers ? (callers.passed[index] ??= callers.all.flatMap((caller) => passedBy(one, caller, index))) : [];
}

interface Callers {
  readonly all: Caller[];
  /** What they pass, by the parameter's index, as far as it was asked for. */
  readonly passed: (readonly Passed[])[];
}

interface Caller {
  readonly file: ProgramFile;
  readonly site: CallSite;
  /** Who calls back what is handed over, and with what: a promise with what it brings, a list with what it holds. */
  readonly back?: 'promise' | 'list';
}

const gathered = new WeakMap<Resolver, Map<FunctionId, Callers>>();
const iterators = /^(?:forEach|map|filter|find|findIndex|some|every|flatMap)$/;

function callersOf(resolver: Resolver): ReadonlyMap<FunctionId, Callers> {
  const known = gathered.get(resolver);
  if (known) return known;
  const found = new Map<FunctionId, Callers>();
  gathered.set(resolver, found);
  const add = (id: FunctionId, caller: Caller): void => {
    const callers = found.get(id);
    if (callers) callers.all.push(caller);
    else found.set(id, { all: [caller], passed: [] });
  };
  for (const file of resolver.program.files) {
    for (const site of file.sites) {
      if (site.args.length === 0 || (site.use !== 'call' && site.use !== 'new')) continue;
      for (const id of bodiesAt(resolver, file, site)) add(id, { file, site });
      const back = callsBack(site);
      for (const id of back ? handedOver(resolver, file, site) : []) add(id, { file, site, ...(back && { back }) });
    }
  }
  return found;
}

function callsBack({ callee }: CallSite): Caller['back'] {
  if (callee.kind !== 'member') return undefined;
  return callee.name === 'then' ? 'promise' : iterators.test(callee.name) ? 'list' : undefined;
}

function handedOver(resolver: Resolver, file: ProgramFile, { args: [callback] }: CallSite): FunctionId[] {
  return callback ? resolver.resolve(file, callback).flatMap((one) => (one.kind === 'function' ? [one.id] : [])) : [];
}

function passedBy(one: ProgramFunction, { file, site, back }: Caller, index: number): Passed[] {
  const { callee } = site;
  if (back) return index === 0 && callee.kind === 'member' ? [{ file, value: callee.object, isElement: back === 'list' }] : [];
  const value = argumentFor(one, site, index);
  return value ? [{ file, value, isElement: false }] : [];
}

/** What a call passes as parameter `index` of a function. */
export function argumentFor(one: ProgramFunction, { callee, args }: CallSite, index: number): Value | undefined {
  const how = callee.kind === 'member' ? callee.name : '';
  return how === 'apply' ? undefined : args.slice(how === 'call' ? 1 : 0).find((arg, at) => isFor(one, arg, at, index));
}

function isFor(one: ProgramFunction, arg: Value, at: number, index: number): boolean {
  return arg.kind !== 'spread' && positionOf(one, arg, at) === index;
}
