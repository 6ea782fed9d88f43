// Conditions that ask whether a loop runs: `if not loop.is_running()`, `except RuntimeError` after
// `get_running_loop()`. What stands under one that never holds on a loop runs elsewhere.

import { type Leaf, type Never, neverHolds, undecided } from './conditions';
import type { Condition, Literal, Value } from './facts';
import type { ProgramFile } from './link/program';
import type { Resolver } from './link/resolve';

/** True if a condition is met only where no loop runs. */
export function isOffLoop(resolver: Resolver, file: ProgramFile, condition: Condition): boolean {
  return neverHolds(onLoop(resolver), file, condition);
}

function onLoop(resolver: Resolver): Leaf {
  return (file, value, equals) => {
    const values = value.kind === 'name' ? (file.facts.bindings[value.binding ?? -1]?.values ?? []) : [value];
    // What is given when there is no loop is nothing: `except RuntimeError: loop = None`.
    const given = values.filter((one) => one.kind !== 'literal' || Boolean(one.value));
    return given.length > 0 && given.every((one) => asksForLoop(resolver, file, one)) ? ofSomething(equals) : undecided;
  };
}

function asksForLoop(resolver: Resolver, file: ProgramFile, value: Value): boolean {
  const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
  const targets = site?.use === 'call' ? resolver.callee(file, site) : [];
  return targets.some((target) => target.kind === 'api' && resolver.knowledge.needsLoop(target.path));
}

function ofSomething(equals: Literal): Never {
  return equals === true ? { met: false, missed: true } : { met: !equals, missed: false };
}
