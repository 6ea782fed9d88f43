// Conditions that ask whether a loop runs: `if not loop.is_running()`, `except RuntimeError` after
// `get_running_loop()`, or whether this is its thread: `if get_ident() != self.loop_thread`. What stands under one that
// never holds on a loop runs elsewhere.

import { type Leaf, type Never, neverHolds, undecided } from './conditions';
import type { Assignment, Condition, Literal, Value } from './facts';
import type { ProgramFile } from './link/program';
import type { Resolver } from './link/resolve';

/** True if a condition is met only where no loop runs. */
export function isOffLoop(resolver: Resolver, file: ProgramFile, condition: Condition): boolean {
  return neverHolds(onLoop(resolver), file, condition);
}

/** How many helpers that ask for the loop are followed. */
const deepest = 2;

function onLoop(resolver: Resolver): Leaf {
  return (file, value, equals, again) => {
    if (value.kind === 'same') return isOnLoopIfSame(resolver, file, value) ? ofSomething(equals) : undecided;
    const values = value.kind === 'name' ? (file.facts.bindings[value.binding ?? -1]?.values ?? []) : [value];
    // What is given when there is no loop is nothing: `except RuntimeError: loop = None`.
    const [only, more] = values;
    if (!more && (only?.kind === 'same' || only?.kind === 'comparison') && only !== value) return again(file, only, equals);
    const given = values.filter((one) => one.kind !== 'literal' || Boolean(one.value));
    return given.length > 0 && given.every((one) => asksForLoop(resolver, file, one)) ? ofSomething(equals) : undecided;
  };
}

/** Itself, or by a helper that gives nothing else. */
function asksForLoop(resolver: Resolver, file: ProgramFile, value: Value, depth = 0): boolean {
  const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
  const targets = site?.use === 'call' && depth < deepest ? resolver.callee(file, site) : [];
  return targets.some((target) => {
    if (target.kind === 'api') return resolver.knowledge.needsLoop(target.path);
    const helper = target.kind === 'function' ? resolver.program.functions[target.id] : undefined;
    const given = helper?.facts.returns.filter(({ kind }) => kind !== 'literal') ?? [];
    return helper !== undefined && given.length > 0 && given.every((one) => asksForLoop(resolver, helper.file, one, depth + 1));
  });
}

function ofSomething(equals: Literal): Never {
  return equals === true ? { met: false, missed: true } : { met: !equals, missed: false };
}

/** `get_running_loop() == loop`, where there is one loop; or what asks for its thread. */
function isOnLoopIfSame(resolver: Resolver, file: ProgramFile, value: Value & { kind: 'same' }): boolean {
  return [value.left, value.right].some((one) => asksForLoop(resolver, file, one)) || isLoopThread(resolver, file, value);
}

/** `get_ident() == app.thread`, if that is a thread's own name for itself, kept where an object is made or a coroutine runs. */
function isLoopThread(resolver: Resolver, file: ProgramFile, { left, right }: Value & { kind: 'same' }): boolean {
  const other = namesThread(resolver, file, left) ? right : namesThread(resolver, file, right) ? left : undefined;
  return other !== undefined && (isMainThread(resolver, file, other) || isKeptThread(resolver, other));
}

/** `get_ident()`, `current_thread().ident`. */
function namesThread(resolver: Resolver, file: ProgramFile, value: Value): boolean {
  return isGivenBy(resolver, file, value, (path) => resolver.knowledge.namesThread(path));
}

function isMainThread(resolver: Resolver, file: ProgramFile, value: Value): boolean {
  return isGivenBy(resolver, file, value, (path) => resolver.knowledge.isMainThread(path));
}

function isGivenBy(resolver: Resolver, file: ProgramFile, value: Value, isMeant: (path: string) => boolean): boolean {
  if (value.kind === 'member') return isGivenBy(resolver, file, value.object, isMeant);
  const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
  return site !== undefined && resolver.callee(file, site).some((target) => target.kind === 'api' && isMeant(target.path));
}

function isKeptThread(resolver: Resolver, kept: Value): boolean {
  if (kept.kind !== 'member') return false;
  const isKept = ({ target, value }: Assignment): boolean =>
    target.kind === 'member' && target.name === kept.name && value.kind !== 'literal';
  const found = resolver.program.files.flatMap((file) => file.facts.assignments.filter(isKept).map((one) => ({ file, one })));
  return found.length > 0 && found.every(({ file, one }) => namesThread(resolver, file, one.value) && isOnLoop(file, one));
}

function isOnLoop({ facts }: ProgramFile, { function: owner }: Assignment): boolean {
  return facts.functions[owner]?.async === true || facts.functions[owner]?.kind === 'constructor';
}
