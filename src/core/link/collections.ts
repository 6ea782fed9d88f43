// Collections of the languages themselves: which calls put something into one, and which take something out.
// Methods of the program's own classes that have these names are found as such, and are not asked about here.

import type { CallSite, FileFacts, Language, Value } from '../facts';

const adders: Readonly<Record<Language, RegExp>> = { javascript: /^(?:push|unshift|add|set)$/, python: /^(?:append|add|appendleft)$/ };
const takers: Readonly<Record<Language, RegExp>> = {
  javascript: /^(?:get|at|pop|shift|find|findLast)$/,
  python: /^(?:get|pop|popleft|setdefault)$/,
};
const sameAgain: Readonly<Record<Language, RegExp>> = {
  javascript: /^(?:values|filter|slice|concat|reverse|toReversed|sort|toSorted)$/,
  python: /^(?:values|copy)$/,
};

/**
 * What a call puts into the collection that it is a method of. What is made for a key on the spot
 * (`users.set(id, new User(id))`) is data that comes and goes, not one of the things that a program is made of.
 */
export function putAt({ callee, args, use }: CallSite, { language, calls }: FileFacts): readonly Value[] {
  if (use !== 'call' || callee.kind !== 'member' || !adders[language].test(callee.name)) return [];
  if (language === 'python') return args.slice(0, 1);
  const isMade = (value: Value): boolean => value.kind === 'call' && calls[value.call]?.use === 'new';
  return callee.name === 'set' ? args.slice(1, 2).filter((value) => !isMade(value)) : args;
}

/** What a call takes out of a collection, its receiver or an argument: one of what it holds, as many of it as it likes, or each with a key. */
export interface Taken {
  readonly gives: 'element' | 'collection' | 'pairs';
  readonly from: Value;
}

/** What a method of a collection gives, or a function of Python that goes through one. */
export function takenAt({ callee, args, use }: CallSite, language: Language): Taken | undefined {
  if (use !== 'call') return undefined;
  if (callee.kind === 'name' && callee.binding === undefined && language === 'python') return takenBy(callee.name, args);
  if (callee.kind !== 'member') return undefined;
  const { name, object: from } = callee;
  if (takers[language].test(name)) return { gives: 'element', from };
  if (sameAgain[language].test(name)) return { gives: 'collection', from };
  return language === 'python' && name === 'items' ? { gives: 'pairs', from } : undefined;
}

function takenBy(name: string, args: readonly Value[]): Taken | undefined {
  const from = args[name === 'filter' ? 1 : 0];
  const gives = builtIn[name];
  return from && gives && { gives, from };
}

const builtIn: Readonly<Partial<Record<string, Taken['gives']>>> = {
  enumerate: 'pairs',
  filter: 'collection',
  iter: 'collection',
  next: 'element',
  reversed: 'collection',
};

const pairs = new WeakMap<CallSite, Value & { kind: 'array' }>();

/** A list of pairs, of which each holds something that `from` holds. */
export function pairsOf(site: CallSite, from: Value): Value & { kind: 'array' } {
  const held: Value = { kind: 'element', object: from, key: { kind: 'unknown' } };
  const known = pairs.get(site) ?? { kind: 'array', elements: [{ kind: 'array', elements: [{ kind: 'unknown' }, held] }] };
  pairs.set(site, known);
  return known;
}

/** What a list holds of which only that is known: of one that is declared (`list[User]`), or made of another (`[user for user in users]`). */
export function anyOf({ elements: [only, rest] }: Value & { kind: 'array' }): Value | undefined {
  if (rest) return rest.kind === 'spread' ? only : undefined;
  return only?.kind === 'typed' && only.value.kind === 'unknown' ? only : undefined;
}

/** True for what lists, tables and sets of Python have themselves: any other name is a key. */
export function isOwnMethod(name: string): boolean {
  return ownMethods.test(name);
}

const ownMethods =
  /^(?:__\w+__|add|append|appendleft|clear|copy|count|difference|discard|extend|fromkeys|get|index|insert|intersection|items|keys|pop|popitem|popleft|remove|reverse|setdefault|sort|union|update|values)$/;

const lists = new WeakMap<CallSite, Value & { kind: 'array' }>();

/** The list that a construction makes: `new Set([a, b])`, and of `new Map([['a', a]])` what stands under the keys. */
export function madeList(site: CallSite): Value & { kind: 'array' } {
  const known = lists.get(site) ?? { kind: 'array', elements: elementsOf(site.args[0]) };
  lists.set(site, known);
  return known;
}

function elementsOf(initial: Value | undefined): readonly Value[] {
  if (initial?.kind !== 'array') return [];
  return initial.elements.flatMap((one) => (one.kind === 'array' && one.elements.length === 2 ? one.elements.slice(1) : [one]));
}
