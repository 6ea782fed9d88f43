// What checks on the way say of a receiver: `isinstance(store, AsyncStore)` leaves only those classes, its
// opposite all others. Only classes of the program are told apart, and only of names that are not given another value.

import { type CallSite, type Condition, isSame, surely, type Value } from '../facts';
import type { ProgramFile } from './program';
import type { Resolving } from './resolving';
import type { ClassTarget, InstanceTarget, Target } from './targets';

/** `isinstance(asked, classes)`, or its opposite. */
interface TypeCheck {
  readonly call: number;
  readonly asked: Value;
  readonly classes: readonly Value[];
  readonly holds: boolean;
}

/** What the object can be on which a call site calls a method; `undefined` if no check says more than the object itself does. */
export function receiverAt(resolver: Resolving, file: ProgramFile, { callee, conditions }: CallSite): readonly Target[] | undefined {
  if (callee.kind !== 'member' || conditions.length === 0 || file.facts.language !== 'python') return undefined;
  const checks = typeChecks(file, conditions).filter((check) => isAbout(file, check, callee.object));
  if (checks.length === 0) return undefined;
  return checks.reduce((found, one) => narrowed(resolver, file, found, one), resolver.resolve(file, callee.object));
}

/** The checks of types that surely hold, or do not, if the conditions do. */
export function typeChecks(file: ProgramFile, conditions: readonly Condition[]): readonly TypeCheck[] {
  return conditions.flatMap(surely).flatMap(({ value, holds }) => {
    const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
    const [asked, classes] = site?.args ?? [];
    if (!asked || !classes || site?.callee.kind !== 'name' || site.callee.binding !== undefined) return [];
    if (site.callee.name !== 'isinstance') return [];
    return [{ call: site.order, asked, classes: classes.kind === 'array' ? classes.elements : [classes], holds }];
  });
}

function isAbout(file: ProgramFile, { call, asked }: TypeCheck, object: Value): boolean {
  return isBound(object) && isSame(asked, object) && staysAfter(file, object, call);
}

/** True for a name of the program, `self`, and their members. */
function isBound(value: Value): boolean {
  if (value.kind === 'member') return isBound(value.object);
  return value.kind === 'this' || (value.kind === 'name' && value.binding !== undefined);
}

/** False for a name that may be given another value once it has been asked about. */
function staysAfter({ facts }: ProgramFile, object: Value, call: number): boolean {
  if (object.kind !== 'name') return true;
  const values = facts.bindings[object.binding ?? -1]?.values ?? [];
  return values.length <= 1 || values.every((value) => value.kind === 'call' && value.call < call);
}

function narrowed(resolver: Resolving, file: ProgramFile, found: readonly Target[], check: TypeCheck): readonly Target[] {
  const classes = classesOf(resolver, file, check.classes);
  if (!classes) return found;
  return found.flatMap((target): readonly Target[] =>
    target.kind === 'instance' ? remaining(resolver, target, classes, check.holds) : [target],
  );
}

/** The classes that a check names; `undefined` if one of them is not of the program. */
function classesOf(resolver: Resolving, file: ProgramFile, named: readonly Value[]): ClassTarget[] | undefined {
  const found = named.map((one) => resolver.resolve(file, one).filter((target) => target.kind === 'class'));
  return found.length > 0 && found.every(({ length }) => length > 0) ? found.flat() : undefined;
}

function remaining(resolver: Resolving, target: InstanceTarget, classes: readonly ClassTarget[], holds: boolean): InstanceTarget[] {
  const own: ClassTarget = { kind: 'class', file: target.file, facts: target.facts };
  const isOne = classes.some((one) => resolver.classes.extends(own, one));
  if (isOne || !holds) return isOne === holds ? [target] : [];
  const further = target.exact ? [] : classes.filter((one) => resolver.classes.extends(one, own));
  return further.map((one) => ({ ...one, kind: 'instance', exact: false }));
}
