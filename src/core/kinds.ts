// Chains that cannot happen by the kind of what is passed: `if isinstance(file, str): open(file)` opens
// nothing where a stream is passed. Kinds are followed along the chain, from where they are seen.

import type { Hop } from './chain';
import type { CallSite, Value } from './facts';
import { typeChecks } from './link/narrowing';
import { positionOf } from './link/parameters';
import { bindingOf, isPython, type Program, type ProgramFile, type ProgramFunction } from './link/program';
import type { Resolver } from './link/resolve';

/** What the language itself offers to hold data. Nothing is of two of these kinds. */
const builtin: ReadonlySet<string> = new Set(['str', 'bytes', 'bytearray', 'list', 'dict', 'tuple', 'set']);
const other = 'other';
/** Modules whose classes stand for what many kinds can do. */
const abstract = /^py:(?:typing|typing_extensions|collections|collections\.abc|abc|numbers|builtins)(?:\.|$)/;

/** The kinds of the parameters of a function, by their bindings. */
type Kinds = ReadonlyMap<number, string>;

const nothing: Kinds = new Map();

/** False if a check on the way says that what is passed is of another kind than it is. */
export function isOfRightKind({ functions }: Program, resolver: Resolver, hops: readonly Hop[]): boolean {
  let kinds = nothing;
  for (const [index, { caller: id, site }] of hops.entries()) {
    const [caller, callee] = [functions[id], functions[hops[index + 1]?.caller ?? -1]];
    if (!caller || !isPython(caller.file)) return true;
    const seen = kinds;
    if (checksAt(caller.file, site).some((check) => isContradicted(resolver, caller.file, check, seen))) return false;
    kinds = callee ? passedAt(resolver, caller.file, site, callee, kinds) : nothing;
  }
  return true;
}

/** A check of the type of a name. */
interface Check {
  readonly binding: number;
  readonly classes: readonly Value[];
  readonly holds: boolean;
}

function checksAt(file: ProgramFile, { conditions }: CallSite): Check[] {
  return typeChecks(file, conditions).flatMap(({ asked, classes, holds }) =>
    asked.kind === 'name' && asked.binding !== undefined ? [{ binding: asked.binding, classes, holds }] : [],
  );
}

function isContradicted(resolver: Resolver, file: ProgramFile, { binding, classes, holds }: Check, kinds: Kinds): boolean {
  const kind = kinds.get(binding);
  const asked = kind === undefined ? [] : classes.map((one) => kindNamed(resolver, file, one));
  if (kind !== other && asked.includes(kind)) return !holds;
  return holds && asked.length > 0 && asked.every((one) => one !== undefined && one !== other);
}

/** The kind that a class stands for; `undefined` for one that may stand for several. */
function kindNamed(resolver: Resolver, file: ProgramFile, value: Value, depth = 0): string | undefined {
  if (value.kind === 'name' && value.binding === undefined) return builtin.has(value.name) ? value.name : undefined;
  if (value.kind !== 'name' && value.kind !== 'member') return undefined;
  const targets = resolver.resolve(file, value);
  if (targets.length === 0) return isImported(file, value) ? other : undefined;
  const isOther = targets.every((target) => {
    if (target.kind === 'api') return !abstract.test(target.path);
    const isClass = target.kind === 'class' && depth < 5;
    return isClass && target.facts.bases.every((base) => kindNamed(resolver, target.file, base, depth + 1) === other);
  });
  return isOther ? other : undefined;
}

/** What is imported from where nobody can look is taken for a class of its own. */
function isImported(file: ProgramFile, value: Value): boolean {
  if (value.kind === 'member') return isImported(file, value.object);
  return value.kind === 'name' && bindingOf(file, value)?.kind === 'import';
}

function passedAt(resolver: Resolver, file: ProgramFile, site: CallSite, callee: ProgramFunction, kinds: Kinds): Kinds {
  const { args, use } = site;
  if (use !== 'call' || args.some(({ kind }) => kind === 'spread')) return nothing;
  const checks = checksAt(file, site);
  const found = new Map<number, string>();
  args.forEach((arg, at) => {
    const [binding, more] = callee.facts.params[positionOf(callee, arg, at)]?.bindings ?? [];
    const kind = binding === undefined || more !== undefined ? undefined : kindOf(resolver, file, arg, checks, kinds);
    if (kind !== undefined && binding !== undefined && isKept(callee.file, binding)) found.set(binding, kind);
  });
  return found;
}

function kindOf(resolver: Resolver, file: ProgramFile, arg: Value, checks: readonly Check[], kinds: Kinds): string | undefined {
  switch (arg.kind) {
    case 'keyword':
      return kindOf(resolver, file, arg.value, checks, kinds);
    case 'literal':
      return typeof arg.value === 'string' ? (arg.bytes ? 'bytes' : 'str') : undefined;
    case 'fileName':
      return 'str';
    case 'name': {
      const { binding } = arg;
      if (binding === undefined || !isKept(file, binding)) return undefined;
      const checked = checks.map((check) => kindBy(resolver, file, check, binding)).find((kind) => kind !== undefined);
      return kinds.get(binding) ?? checked ?? declaredKind(resolver, file, binding);
    }
    default:
      return undefined;
  }
}

/** The kind that a parameter is declared to be of, and of no other. */
function declaredKind(resolver: Resolver, file: ProgramFile, index: number): string | undefined {
  const { values = [], types = [] } = file.facts.bindings[index] ?? {};
  const [origin, type, more] = [values[0], types[0], types[1]];
  const param = origin?.kind === 'param' ? file.facts.functions[origin.function]?.params[origin.index] : undefined;
  return param?.present && type && !more ? kindNamed(resolver, file, type) : undefined;
}

/** The one kind that a check leaves of a name. */
function kindBy(resolver: Resolver, file: ProgramFile, { binding, classes, holds }: Check, asked: number): string | undefined {
  if (!holds || binding !== asked) return undefined;
  const [first, ...more] = classes.map((one) => kindNamed(resolver, file, one));
  return more.every((kind) => kind === first) ? first : undefined;
}

/** True for a name that is given nothing but what it begins with. */
function isKept({ facts }: ProgramFile, binding: number): boolean {
  return (facts.bindings[binding]?.values.length ?? 0) <= 1;
}
