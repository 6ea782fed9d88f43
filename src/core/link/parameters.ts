// Parameters that are functions. Whoever hands a function over is charged with what it does, so a
// parameter is never followed to what all callers together pass: callers of one helper do not mix.

import type { FileFacts, Value } from '../facts';
import type { ProgramFile, ProgramFunction } from './program';

/** The binding of the parameter that a value is: `fn`, `fn.call`, `fn.bind(this)`. */
export function parameterIn(file: ProgramFile, value: Value): number | undefined {
  if (value.kind === 'keyword') return parameterIn(file, value.value);
  if (value.kind === 'member' && /^(?:call|apply|bind)$/.test(value.name)) return parameterIn(file, value.object);
  if (value.kind === 'call') {
    const callee = file.facts.calls[value.call]?.callee;
    return callee?.kind === 'member' && callee.name === 'bind' ? parameterIn(file, callee.object) : undefined;
  }
  if (value.kind !== 'name' || value.binding === undefined) return undefined;
  return file.facts.bindings[value.binding]?.kind === 'param' ? value.binding : undefined;
}

/** How a name begins that is a parameter. */
export interface Declared {
  readonly param: Extract<Value, { kind: 'param' }>;
  /** What it is where nothing is passed for it; `undefined` without a default. */
  readonly fallback: Value | undefined;
  /** True if something else is assigned to it later. */
  readonly isReassigned: boolean;
}

/** The parameter that a binding of `file` is, with its default; `undefined` for other names, and for parts of parameters. */
export function declaredAs({ facts }: ProgramFile, binding: number | undefined): Declared | undefined {
  const [value, more] = binding === undefined ? [] : (facts.bindings[binding]?.values ?? []);
  const [param, fallback] = value?.kind === 'choice' ? value.options : [value];
  return param?.kind === 'param' ? { param, fallback, isReassigned: more !== undefined } : undefined;
}

/** The binding that parameter `index` declares: as a whole, or for one property of it. */
export function bindingOfParameter({ file, facts }: ProgramFunction, index: number, property: string | undefined): number | undefined {
  const bindings = facts.params[index]?.bindings ?? [];
  const ofProperty = bindings.find((one) => {
    const [value] = file.facts.bindings[one]?.values ?? [];
    return value?.kind === 'member' && value.name === property;
  });
  return ofProperty ?? bindings[0];
}

/** The parameters that the function which `index` returns calls: `(handler) => (req) => handler(req)` gives its first. */
export function wrappedParams(file: ProgramFile, index: number): readonly number[] {
  const known = wrapped.get(file.facts) ?? new Map<number, readonly number[]>();
  wrapped.set(file.facts, known);
  const params = known.get(index) ?? findWrapped(file, index);
  known.set(index, params);
  return params;
}

const wrapped = new WeakMap<FileFacts, Map<number, readonly number[]>>();

function findWrapped(file: ProgramFile, index: number): number[] {
  const { functions, calls } = file.facts;
  const one = functions[index];
  const inner = new Set(one?.returns.flatMap((value) => functionsNamed(file.facts, value, 0)));
  if (!one || inner.size === 0) return [];
  const isWithin = (at: number | undefined): boolean =>
    at !== undefined && at > index && (inner.has(at) || isWithin(functions[at]?.parent));
  const called = new Set(calls.flatMap((site) => (isWithin(site.function) ? (parameterIn(file, site.callee) ?? []) : [])));
  return one.params.flatMap(({ bindings }, i) => (bindings.some((binding) => called.has(binding)) ? [i] : []));
}

/** The function that a value is, or names, decorators aside. */
function functionsNamed(facts: FileFacts, value: Value, depth: number): number[] {
  if (value.kind === 'function') return [value.function];
  if (depth > 4) return [];
  const site = value.kind === 'call' ? facts.calls[value.call] : undefined;
  const values = site?.use === 'decorate' ? site.args : value.kind === 'name' ? namedFunction(facts, value.binding) : [];
  return values.flatMap((one) => functionsNamed(facts, one, depth + 1));
}

function namedFunction({ bindings }: FileFacts, index: number | undefined): readonly Value[] {
  const binding = index === undefined ? undefined : bindings[index];
  return binding?.kind === 'function' ? binding.values : [];
}

/** The position of the parameter that an argument is passed for. */
export function positionOf({ file, facts }: ProgramFunction, arg: Value, index: number): number {
  if (arg.kind !== 'keyword') return index;
  return facts.params.findIndex(({ bindings: [binding] }) => binding !== undefined && file.facts.bindings[binding]?.name === arg.name);
}
