// Which bodies of the program a call runs. Everything that follows calls asks here, so that what is learned
// from a call, what it hands over and what it reaches are about the same functions.

import type { CallSite } from '../facts';
import type { FunctionId, ProgramFile } from './program';
import type { Resolver } from './resolve';
import type { Target } from './targets';

/** The bodies that a call or a construction runs; none where a function is only bound. */
export function bodiesAt(resolver: Resolver, file: ProgramFile, site: CallSite): FunctionId[] {
  const { callee } = site;
  if (callee.kind === 'super')
    return resolver.classes.superclasses(file, callee.function).flatMap((base) => resolver.classes.constructors(base));
  if (callee.kind === 'member' && callee.name === 'bind') return [];
  return resolver.callee(file, site).flatMap((target) => bodiesOf(resolver, target, site));
}

/** The bodies that one target runs if it is used so. */
export function bodiesOf({ classes }: Resolver, target: Target, { use }: Pick<CallSite, 'use'>): FunctionId[] {
  if (target.kind === 'function') return [target.id];
  return target.kind === 'class' && use === 'new' ? classes.constructors(target) : [];
}
