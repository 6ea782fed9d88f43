// Collections of the languages themselves: which calls put something into one, and which take something out.
// Methods of the program's own classes that have these names are found as such, and are not asked about here.

import type { CallSite, FileFacts, Language, Value } from '../facts';

const adders: Readonly<Record<Language, RegExp>> = { javascript: /^(?:push|unshift|add|set)$/, python: /^(?:append|add|appendleft)$/ };
const takers = /^(?:get|at|pop|shift|find|findLast)$/;
const sameAgain = /^(?:values|filter|slice|concat|reverse|toReversed|sort|toSorted)$/;

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

/** What a method of a collection gives: one of what it holds, or as many of it as it likes. */
export function givesOf({ callee, use }: CallSite): 'element' | 'collection' | undefined {
  if (use !== 'call' || callee.kind !== 'member') return undefined;
  if (takers.test(callee.name)) return 'element';
  return sameAgain.test(callee.name) ? 'collection' : undefined;
}

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
