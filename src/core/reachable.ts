// Conditions that never hold: `const debug = false; if (debug) ...`, `if (needsRehash(x))` where the function
// only ever returns false. What stands under one is never run, so it holds nobody up.

import type { CallSite, Literal, Value } from './facts';
import type { Program, ProgramFile } from './link/program';
import type { Resolver } from './link/resolve';

const deepest = 4;

/** False if a condition on the way to a call site never holds. */
export function mayRun(program: Program, resolver: Resolver, file: ProgramFile, { conditions }: CallSite): boolean {
  return conditions.every(({ value, holds }) => truthOf(program, resolver, file, value, 0) !== !holds);
}

/** Whether a value is always truthy or never; `undefined` if that can't be seen. */
function truthOf(program: Program, resolver: Resolver, file: ProgramFile, given: Value, depth: number): boolean | undefined {
  const value = constant(file, given, depth);
  const truth = (one: Value): boolean | undefined => (depth > deepest ? undefined : truthOf(program, resolver, file, one, depth + 1));
  switch (value.kind) {
    case 'literal':
      return Boolean(value.value);
    case 'comparison':
      return negatedIf(value.negated, equals(truth, constant(file, value.value, depth), value.equals));
    case 'choice':
      return combined(value.operator, value.options.map(truth));
    case 'call':
      return givesFalse(program, resolver, file, value.call) ? false : undefined;
    default:
      return undefined;
  }
}

/** A name that is declared with `const` stands for its value; any other may have been given another one meanwhile. */
function constant(file: ProgramFile, value: Value, depth: number): Value {
  const binding = value.kind === 'name' && value.binding !== undefined ? file.facts.bindings[value.binding] : undefined;
  const [only] = binding?.kind === 'const' && binding.values.length === 1 ? binding.values : [];
  return only && depth <= deepest ? constant(file, only, depth + 1) : value;
}

function equals(truth: (value: Value) => boolean | undefined, value: Value, wanted: Literal): boolean | undefined {
  if (value.kind === 'literal') return value.value === wanted || (wanted === true && Boolean(value.value));
  return wanted === true ? truth(value) : undefined;
}

function negatedIf(negated: boolean, truth: boolean | undefined): boolean | undefined {
  return negated && truth !== undefined ? !truth : truth;
}

function combined(operator: '&&' | '||' | '??' | undefined, truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (operator !== '&&' && operator !== '||') return undefined;
  const decides = operator === '||';
  if (truths.includes(decides)) return decides;
  return truths.every((one) => one === !decides) ? !decides : undefined;
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
