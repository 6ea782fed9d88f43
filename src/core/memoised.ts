// What is computed once and remembered: at a call site behind a check, or in a whole function that a
// decorator keeps the result of. With parameters a function is computed for each of their values, so
// only one without any counts.

import type { CallSite, Guard } from './facts';
import type { FunctionId, Program, ProgramFunction } from './link/program';
import type { Resolver } from './link/resolve';
import { decoratorPaths } from './link/decorators';

/** Says under which guard a call site of a function runs. */
export type GuardOf = (caller: FunctionId, site: CallSite) => Guard;

/** Prepares the answer for a program. */
export function guardsOf(program: Program, resolver: Resolver): GuardOf {
  const guards = new Map<FunctionId, Guard>();
  for (const one of program.functions) {
    if (one.facts.params.length > 0 || !isMemoised(resolver, one)) continue;
    guards.set(one.id, one.facts.class === undefined ? 'memo' : 'ownMemo');
  }
  return (caller, { guard }) => (guard === 'memo' || guard === 'ownMemo' ? guard : (guards.get(caller) ?? guard));
}

/** True if a decorator keeps what a function gave, for each of its arguments. */
export function isMemoised(resolver: Resolver, { file, facts }: ProgramFunction): boolean {
  const paths = (facts.decorators ?? []).flatMap((one) => decoratorPaths(resolver, file, one));
  return paths.some((path) => resolver.knowledge.memoises(path));
}
