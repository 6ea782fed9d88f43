// Functions that make objects of a class which was given to whoever made the function: `singleton(Cache)`. All callers
// of `singleton` share one function, but each gets one that makes objects of its own class only.

import type { CallSite } from '../facts';
import { positionOf, wrappedParams } from './parameters';
import type { ProgramFile, ProgramFunction } from './program';
import type { Resolving } from './resolving';
import type { ClassTarget, Making, Target } from './targets';

/** What a call gives, its functions told which class was given for them. */
export function asMakers(
  resolver: Resolving,
  file: ProgramFile,
  site: CallSite,
  callees: readonly Target[],
  found: readonly Target[],
): readonly Target[] {
  if ((site.use !== 'call' && site.use !== 'decorate') || !found.some(({ kind }) => kind === 'function')) return found;
  const [makes] = callees.flatMap((target) => makingBy(resolver, file, site, target) ?? []);
  if (!makes) return found;
  return found.map((target) => (target.kind === 'function' && isWithin(resolver, target.id, makes) ? { ...target, makes } : target));
}

function makingBy(resolver: Resolving, file: ProgramFile, site: CallSite, target: Target): Making | undefined {
  const maker = target.kind === 'function' ? resolver.program.functions[target.id] : undefined;
  if (!maker) return undefined;
  for (const index of wrappedParams(maker.file, maker.id - maker.file.base)) {
    const arg = site.args.find((one, at) => positionOf(maker, one, at) === index);
    const classes = arg ? resolver.resolve(file, arg).filter((one) => one.kind === 'class') : [];
    const param = paramOf(maker, index);
    if (param && classes[0] && !classes[1]) return { of: classes[0], among: param, by: maker.id };
  }
  return undefined;
}

function paramOf({ file, facts }: ProgramFunction, index: number): Making['among'] | undefined {
  const [binding, more] = facts.params[index]?.bindings ?? [];
  const [value] = binding === undefined || more !== undefined ? [] : (file.facts.bindings[binding]?.values ?? []);
  return value?.kind === 'param' ? value : undefined;
}

/** True for a function that is written in the one that was given the class. */
function isWithin({ program }: Resolving, id: number, { by }: Making): boolean {
  for (let one = program.functions[id]; one?.facts.parent !== undefined; one = program.functions[one.file.base + one.facts.parent])
    if (one.file.base + one.facts.parent === by) return true;
  return false;
}

/** What such a function gives: of what all others were given for theirs nothing. */
export function ofOwnClass(resolver: Resolving, file: ProgramFile, makes: Making, given: readonly Target[]): readonly Target[] {
  const others = new Set(resolver.resolve(file, makes.among).flatMap((one) => (one.kind === 'class' ? [one.facts] : [])));
  const isMade = (target: Target): boolean => target.kind === 'instance' && others.has(target.facts);
  if (!given.some(isMade)) return given;
  return [...given.filter((target) => !isMade(target)), instanceOf(makes.of)];
}

function instanceOf(one: ClassTarget): Target {
  return { ...one, kind: 'instance', exact: true };
}
