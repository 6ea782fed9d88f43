// Which bodies of the program a call runs. Everything that follows calls asks here, so that what is learned
// from a call, what it hands over and what it reaches are about the same functions.

import { type CallSite, isSame, type Param, surely } from '../facts';
import { functionIn, isConstructed } from './classes';
import { type FunctionId, isLazy, isPython, type ProgramFile, type ProgramFunction } from './program';
import type { Resolver } from './resolve';
import type { Target } from './targets';

/** The bodies that a call or a construction runs; none where a function is only bound. */
export function bodiesAt(resolver: Resolver, file: ProgramFile, site: CallSite): readonly FunctionId[] {
  const known = resolver.linked?.bodies[file.index];
  return known ? (known[site.order] ??= findBodies(resolver, file, site)) : findBodies(resolver, file, site);
}

function findBodies(resolver: Resolver, file: ProgramFile, site: CallSite): FunctionId[] {
  const { callee } = site;
  if (callee.kind === 'super')
    return resolver.classes.superclasses(file, callee.function).flatMap((base) => resolver.classes.constructors(base));
  if (callee.kind === 'member' && callee.name === 'bind') return [];
  const bodies = resolver.callee(file, site).flatMap((target) => bodiesOf(resolver, target, site));
  if (!isPython(file)) return bodies;
  const asked = asyncAsked(resolver, file, site);
  const possible = asked === undefined ? bodies : bodies.filter((id) => resolver.program.functions[id]?.facts.async === asked);
  return site.awaited ? awaitable(resolver, possible) : possible;
}

/** Whether what is called is async, where the call stands under a check for that: `if iscoroutinefunction(run): await run()`. */
function asyncAsked(resolver: Resolver, file: ProgramFile, { callee, conditions }: CallSite): boolean | undefined {
  for (const { value, holds } of conditions.flatMap(surely)) {
    const test = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
    const isAbout = test?.args[0] !== undefined && isSame(test.args[0], callee);
    if (isAbout && resolver.callee(file, test).some((one) => one.kind === 'api' && resolver.knowledge.testsAsync(one.path))) return holds;
  }
  return undefined;
}

/** Of what a name may mean, Python awaits only what is async: the client that blocks has a sibling of the same methods. */
function awaitable({ program }: Resolver, bodies: readonly FunctionId[]): FunctionId[] {
  const async = bodies.filter((id) => program.functions[id]?.facts.async);
  return async.length > 0 ? async : [...bodies];
}

/** False for what a decorator of its own makes one: it wants more than the function that it stands before, and runs with each call of that. */
function decoratesItself({ file, facts }: ProgramFunction): boolean {
  const isWanted = ({ bindings: [binding], rest }: Param): boolean =>
    !rest && binding !== undefined && file.facts.bindings[binding]?.values[0]?.kind !== 'choice';
  return !facts.async && facts.params.filter(isWanted).length <= 1;
}

/** The bodies that one target runs if it is used so. */
export function bodiesOf(resolver: Resolver, target: Target, { use }: Pick<CallSite, 'use'>): FunctionId[] {
  const { program, classes } = resolver;
  if (target.kind === 'function') {
    const one = program.functions[target.id];
    return one && (isLazy(one) || (use === 'decorate' && isPython(one.file) && !decoratesItself(one))) ? [] : [target.id];
  }
  if (target.kind === 'iteration') return [target.id];
  if (target.kind === 'instance' && isPython(target.file))
    return classes.members(target, '__call__').flatMap(({ file, member }) => functionIn(file, member.value));
  return target.kind === 'class' && isConstructed(target, use) ? classes.constructors(target) : [];
}
