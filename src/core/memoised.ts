// What is computed once and remembered: at a call site behind a check, or in a whole function that a
// decorator keeps the result of. With parameters a function is computed for each of their values, so
// only one without any counts.

import type { CallSite, Guard } from './facts';
import type { FunctionId, Program } from './link/program';
import type { Resolver } from './link/resolve';
import { decoratorPaths } from './link/decorators';

/** Says under which guard a call site of a function runs. */
export type GuardOf = (caller: FunctionId, site: CallSite) => Guard;

/** Prepares the answer for a program. */
export function guardsOf(program: Program, resolver: Resolver): GuardOf {
  const guards = new Map<FunctionId, Guard>();
  for (const { id, file, facts } of program.functions) {
    if (facts.params.length > 0) continue;
    const paths = (facts.decorators ?? []).flatMap((one) => decoratorPaths(resolver, file, one));
    if (paths.some((path) => resolver.knowledge.memoises(path))) guards.set(id, facts.class === undefined ? 'memo' : 'ownMemo');
  }
  return (caller, { guard }) => (guard === 'memo' || guard === 'ownMemo' ? guard : (guards.get(caller) ?? guard));
}
