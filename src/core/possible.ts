// Chains that cannot happen: a helper is called without an option, and the operation stands behind a
// check for it. What a call passes for a parameter, as far as it is a literal or the parameter's own
// default, is followed along the chain.

import type { CallSite, Condition, Literal, Value } from './facts';
import { declaredAs, positionOf } from './link/parameters';
import { isPython, type Program, type ProgramFile, type ProgramFunction } from './link/program';
import type { Hop } from './chain';

/** A value, or that it is one of those that count as true; or that a rest parameter was given nothing. */
type Known = { readonly value: Literal } | 'something' | 'none' | typeof there;

/** That a value is not nothing: it may still be an empty text, or zero. */
const there = 'there';

/** What is known of the parameters of a function, by their bindings. */
type Passed = ReadonlyMap<number, Known>;

const nothing: Passed = new Map();

/** False if a condition on the way contradicts what the calls before it pass. */
export function isPossible({ functions }: Program, hops: readonly Hop[]): boolean {
  let passed = nothing;
  for (const [index, hop] of hops.entries()) {
    const known = stillKnown(functions[hop.caller], hop, passed);
    if (hop.site.conditions.some((condition) => isContradicted(condition, known))) return false;
    const [caller, callee] = [functions[hop.caller], functions[hops[index + 1]?.caller ?? -1]];
    if (callee && lacksArguments(hop.site, callee, known)) return false;
    passed = caller && callee ? passedAt(caller.file, madeBy(caller.file, hop.site, callee), callee, known) : nothing;
  }
  return true;
}

/** True if what a call passes to a function contradicts a condition on the way to a call site in it. */
export function isExcluded(file: ProgramFile, by: CallSite, callee: ProgramFunction, site: CallSite): boolean {
  const known = stillKnown(callee, { site }, passedAt(file, madeBy(file, by, callee), callee, nothing));
  return known.size > 0 && site.conditions.some((condition) => isContradicted(condition, known));
}

/** Without the parameters that may have been given another value before a call site. */
function stillKnown(caller: ProgramFunction | undefined, { site }: Pick<Hop, 'site'>, passed: Passed): Passed {
  if (!caller || passed.size === 0) return passed;
  const mayWait = (known: Known): boolean => site.loop === undefined || known === 'something' || known === there;
  const only = (binding: number): Passed => new Map([...passed].filter(([one]) => one === binding));
  const isKept = (binding: number): boolean =>
    (caller.file.facts.bindings[binding]?.values ?? [])
      .slice(1)
      .flatMap((value) => (value.kind === 'choice' ? value.options : [value]))
      .every(
        (value) =>
          isItself(value, binding) || isMadeAfter(caller.file, value, site.order, 0) || isNeverMade(caller.file, value, only(binding)),
      );
  // In a loop, what is made after a call site is there before it in the next round: only what takes it for missing is sure then.
  return new Map([...passed].filter(([binding, known]) => isUnchanged(caller.file, binding) || (mayWait(known) && isKept(binding))));
}

function isUnchanged({ facts }: ProgramFile, binding: number): boolean {
  return (facts.bindings[binding]?.values.length ?? 0) <= 1;
}

/** `names = names or read()` */
function isItself(value: Value, binding: number): boolean {
  return value.kind === 'name' && value.binding === binding;
}

/** True if a value surely does not exist before a call site has been reached: `if text is None: text = read()`. */
function isMadeAfter(file: ProgramFile, value: Value, order: number, depth: number): boolean {
  if (value.kind === 'call') return value.call >= order;
  if (value.kind !== 'name' || value.binding === undefined || depth > 3) return false;
  const values = file.facts.bindings[value.binding]?.values ?? [];
  return values.length > 0 && values.every((one) => isMadeAfter(file, one, order, depth + 1));
}

/** True for what is made under a check of the parameter itself that what was passed contradicts: `if width is not None: width = max(width, 4)`. */
function isNeverMade({ facts }: ProgramFile, value: Value, passed: Passed): boolean {
  const made = value.kind === 'call' ? facts.calls[value.call] : undefined;
  return made?.conditions.some((condition) => isContradicted(condition, passed)) === true;
}

/** What a generator is given, it is given where it is made: `with opened(path, wait=False)`. */
export function madeBy({ facts }: ProgramFile, site: CallSite, callee: ProgramFunction): CallSite {
  const made =
    callee.facts.generator && site.callee.kind === 'member' && site.callee.object.kind === 'call' ? site.callee.object : undefined;
  return (made && facts.calls[made.call]) ?? site;
}

/** `Store(*args)` raises where nothing is in `args`, and a store needs something. */
function lacksArguments({ args }: CallSite, { file, facts }: ProgramFunction, passed: Passed): boolean {
  if (!isPython(file) || args.length === 0 || !args.every((arg) => isNone(arg, passed))) return false;
  return facts.params.some(({ bindings, rest }) => !rest && file.facts.bindings[bindings[0] ?? -1]?.values[0]?.kind === 'param');
}

/** `*args` where nothing is in them. */
function isNone(arg: Value, passed: Passed): boolean {
  return arg.kind === 'spread' && arg.value.kind === 'name' && passed.get(arg.value.binding ?? -1) === 'none';
}

function passedAt(file: ProgramFile, site: CallSite, callee: ProgramFunction, passed: Passed): Passed {
  const { callee: called, use } = site;
  const args = site.args.filter((arg) => !isNone(arg, passed));
  const isShifted = called.kind === 'member' && /^(?:call|apply|bind)$/.test(called.name);
  if ((use !== 'call' && use !== 'new') || isShifted || args.some((arg) => arg.kind === 'spread')) return nothing;
  const found = new Map<number, Known>();
  callee.facts.params.forEach((param, index) => {
    const [binding, more] = param.bindings;
    if (binding !== undefined && param.rest && isPython(callee.file) && !mayTake(callee, args, index)) found.set(binding, 'none');
    const origin = declaredAs(callee.file, binding);
    if (binding === undefined || more !== undefined || param.rest || !origin) return;
    const arg = args.find((one, at) => positionOf(callee, one, at) === index);
    const known = arg ? (knownOf(arg, passed) ?? tested(site, arg) ?? declared(file, arg)) : defaultOf(callee, origin.fallback);
    if (known) found.set(binding, known);
  });
  return found;
}

/** True if any of these arguments may end up in a rest parameter. */
function mayTake(callee: ProgramFunction, args: readonly Value[], rest: number): boolean {
  return args.some((arg, at) => {
    const index = positionOf(callee, arg, at);
    return index < 0 || index >= rest;
  });
}

function knownOf(arg: Value, passed: Passed): Known | undefined {
  if (arg.kind === 'keyword') return knownOf(arg.value, passed);
  if (arg.kind === 'literal') return isFlag(arg.value) ? arg : typeof arg.value === 'string' && arg.value ? 'something' : there;
  if (/^(?:array|object|fileName|function|class)$/.test(arg.kind)) return there;
  return arg.kind === 'name' && arg.binding !== undefined ? passed.get(arg.binding) : undefined;
}

/** What the caller was given as a text, a number or a list is there. */
function declared({ facts }: ProgramFile, arg: Value): Known | undefined {
  const given = arg.kind === 'keyword' ? arg.value : arg;
  const [only, more] = given.kind === 'name' ? (facts.bindings[given.binding ?? -1]?.values ?? []) : [];
  const isPresent = only?.kind === 'param' && !more && facts.functions[only.function]?.params[only.index]?.present;
  return isPresent ? there : undefined;
}

/** What is passed under a check for it is there: `if password: hash(password)`. */
function tested({ conditions }: CallSite, arg: Value): Known | undefined {
  const given = arg.kind === 'keyword' ? arg.value : arg;
  if (given.kind !== 'name' || given.binding === undefined) return undefined;
  return conditions.some(({ value, holds }) => holds && impliesTrue(value, given.binding)) ? 'something' : undefined;
}

function impliesTrue(value: Value, binding: number | undefined): boolean {
  if (value.kind === 'choice') return value.operator === '&&' && value.options.some((option) => impliesTrue(option, binding));
  return value.kind === 'name' && value.binding === binding;
}

/** What a parameter is that nothing is passed for; in JavaScript `undefined` where it has no default. */
function defaultOf({ file }: ProgramFunction, fallback: Value | undefined): Known | undefined {
  if (fallback) return fallback.kind === 'literal' && isFlag(fallback.value) ? fallback : undefined;
  return file.facts.language === 'javascript' ? { value: undefined } : undefined;
}

/** Options are switched by these; numbers and texts change on the way (a recursion counts down). */
function isFlag(value: Literal): boolean {
  return typeof value === 'boolean' || isNothing(value);
}

function isContradicted({ value, holds }: Condition, passed: Passed): boolean {
  const truth = truthOf(value, passed);
  return truth !== undefined && truth !== holds;
}

function truthOf(value: Value, passed: Passed): boolean | undefined {
  switch (value.kind) {
    case 'name':
      return isTrue(value.binding === undefined ? undefined : passed.get(value.binding));
    case 'comparison':
      return compared(value, passed);
    case 'choice':
      return combined(value, passed);
    default:
      return undefined;
  }
}

function isTrue(known: Known | undefined): boolean | undefined {
  if (known === 'none') return false;
  if (known === there) return undefined;
  return known === 'something' || (known && Boolean(known.value));
}

function compared({ value, equals, negated }: Value & { kind: 'comparison' }, passed: Passed): boolean | undefined {
  const known = knownOf(value, passed);
  if (!known) {
    const truth = equals === true ? truthOf(value, passed) : undefined;
    return truth === undefined ? undefined : truth !== negated;
  }
  if (known === 'none') return equals === true ? negated : undefined;
  if (known === there) return isNothing(equals) ? negated : undefined;
  if (known === 'something') return equals === true ? !negated : equals ? undefined : negated;
  // `!x` says that it does not equal `true`: any value that counts as true does.
  const isEqual = equals === true ? Boolean(known.value) : known.value === equals || (isNothing(known.value) && isNothing(equals));
  return isEqual !== negated;
}

function isNothing(value: Literal): boolean {
  return value === null || value === undefined;
}

function combined({ options, operator }: Value & { kind: 'choice' }, passed: Passed): boolean | undefined {
  if (operator !== '&&' && operator !== '||') return undefined;
  const decisive = operator === '||';
  const truths = options.map((option) => truthOf(option, passed));
  if (truths.includes(decisive)) return decisive;
  return truths.every((truth) => truth === !decisive) ? !decisive : undefined;
}
