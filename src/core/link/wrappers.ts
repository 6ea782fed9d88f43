// Decorators of Python that have a wrapper for what is async and another for what is not: a function gets the one
// of its own kind, however the decorator asks (`iscoroutinefunction`, `isawaitable`, a flag).

import type { CallSite } from '../facts';
import { isPython, type ProgramFile, type ProgramFunction } from './program';
import type { Resolving } from './resolving';
import type { Target } from './targets';

/** What a decorator gives, without the wrappers of the other kind. */
export function ofOwnKind(resolver: Resolving, file: ProgramFile, { use, args }: CallSite, found: readonly Target[]): readonly Target[] {
  if (use !== 'decorate' || !isPython(file) || found.length < 2 || !args[0]) return found;
  const decorated = resolver.resolve(file, args[0]);
  const isOne = (target: Target): boolean => decorated.some((one) => isSame(one, target));
  const wrappers = found.flatMap((target) => (isOne(target) ? [] : (functionOf(resolver, target) ?? [])));
  const kind = kindOf(decorated.flatMap((one) => functionOf(resolver, one) ?? []));
  if (kind === undefined || wrappers.length < 2 || kindOf(wrappers) !== undefined) return found;
  return found.filter((target) => isOne(target) || (functionOf(resolver, target)?.facts.async ?? kind) === kind);
}

/** True if all functions are async, false if none is. An async generator is neither to those who ask. */
function kindOf(functions: readonly ProgramFunction[]): boolean | undefined {
  const [first, ...more] = functions;
  if (!first || functions.some(({ facts }) => facts.async && facts.generator)) return undefined;
  return more.every(({ facts }) => facts.async === first.facts.async) ? first.facts.async : undefined;
}

function functionOf({ program }: Resolving, target: Target): ProgramFunction | undefined {
  return target.kind === 'function' ? program.functions[target.id] : undefined;
}

function isSame(one: Target, other: Target): boolean {
  return one.kind === 'function' && other.kind === 'function' && one.id === other.id;
}
