// Conditions that never hold: `const debug = false; if (debug) ...`, `if (needsRehash(x))` where the function
// only ever returns false. What stands under one is never run, so it holds nobody up.

import { type Leaf, type Never, neverHolds, undecided } from './conditions';
import type { CallSite, Literal, Value } from './facts';
import type { Program, ProgramFile } from './link/program';
import type { Resolver } from './link/resolve';

/** False if a condition on the way to a call site never holds. */
export function mayRun(program: Program, resolver: Resolver, file: ProgramFile, { conditions }: CallSite): boolean {
  return !conditions.some((condition) => neverHolds(written(program, resolver), file, condition));
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
