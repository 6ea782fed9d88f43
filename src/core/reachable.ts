// Conditions that never hold: `const debug = false; if (debug) ...`, `if (needsRehash(x))` where the function
// only ever returns false. What stands under one is never run, so it holds nobody up.

import { type Leaf, type Never, neverHolds, undecided } from './conditions';
import { type CallSite, type Condition, isSame, type Literal, surely, type Value } from './facts';
import type { Program, ProgramFile } from './link/program';
import type { Resolver } from './link/resolve';

/** False if a condition on the way to a call site never holds, or two of them contradict each other. */
export function mayRun(program: Program, resolver: Resolver, file: ProgramFile, { conditions }: CallSite): boolean {
  return !conditions.some((condition) => neverHolds(written(program, resolver), file, condition)) && !areContradictory(file, conditions);
}

/** True if the same question is answered by yes and by no: `if not path.is_dir(): ...; if path.is_dir(): ...`. */
function areContradictory(file: ProgramFile, conditions: readonly Condition[]): boolean {
  if (conditions.length < 2) return false;
  const asked = conditions.flatMap(surely).flatMap(({ value, holds }) => {
    const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
    return site && isQuestion(file, site) ? [{ site, holds }] : [];
  });
  return asked.some((one) =>
    asked.some(
      (other) => one.holds !== other.holds && isSame(one.site.callee, other.site.callee) && isUntouched(file, one.site, other.site),
    ),
  );
}

/** True for what is asked of a file, by a name that keeps its value. */
function isQuestion({ facts }: ProgramFile, { use, callee, args }: CallSite): boolean {
  if (use !== 'call' || args.length > 0 || callee.kind !== 'member' || !/^is_(?:dir|file|symlink)$/.test(callee.name)) return false;
  return callee.object.kind === 'name' && facts.bindings[callee.object.binding ?? -1]?.values.length === 1;
}

/** True if nothing is done with the file from one question to the next that comes after it. */
function isUntouched({ facts }: ProgramFile, one: CallSite, next: CallSite): boolean {
  const object = one.callee.kind === 'member' ? one.callee.object : undefined;
  const isIt = (value: Value): boolean => object !== undefined && isSame(value, object);
  const touches = ({ callee, args }: CallSite): boolean => (callee.kind === 'member' && isIt(callee.object)) || args.some(isIt);
  return one.order < next.order && !facts.calls.slice(one.order + 1, next.order).some(touches);
}

/** What the program's text says of a value. */
function written(program: Program, resolver: Resolver): Leaf {
  return (file, value, equals, again) => {
    if (value.kind === 'literal') return ofLiteral(value.value, equals);
    if (value.kind === 'call') return { met: equals === true && givesFalse(program, resolver, file, value.call), missed: false };
    const constant = constantOf(file, value);
    return constant ? again(file, constant, equals) : undecided;
  };
}

function ofLiteral(value: Literal, equals: Literal): Never {
  const isEqual = value === equals || (equals === true && Boolean(value));
  return { met: !isEqual, missed: isEqual };
}

/** A name that is declared with `const` stands for its value; any other may have been given another one meanwhile. */
function constantOf(file: ProgramFile, value: Value): Value | undefined {
  const binding = value.kind === 'name' && value.binding !== undefined ? file.facts.bindings[value.binding] : undefined;
  return binding?.kind === 'const' && binding.values.length === 1 ? binding.values[0] : undefined;
}

/** A function that returns something true nowhere; by what it does not say, it returns nothing. */
function givesFalse(program: Program, resolver: Resolver, file: ProgramFile, call: number): boolean {
  const site = file.facts.calls[call];
  const targets = site?.use === 'call' ? resolver.callee(file, site) : [];
  return targets.length > 0 && targets.every((target) => target.kind === 'function' && isAlwaysFalse(program, target.id));
}

function isAlwaysFalse({ functions }: Program, id: number): boolean {
  const facts = functions[id]?.facts;
  if (!facts || facts.async || facts.generator || facts.returns.length === 0) return false;
  return facts.returns.every((value) => value.kind === 'literal' && !value.value);
}
