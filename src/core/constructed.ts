// What objects were given when they were made: a getter that reads only where a field is missing never
// reads for an object whose constructor was given that field. All constructions that a chain may be
// about have to be known, and all of them have to give it.

import type { CallGraph } from './callGraph';
import type { Hop } from './chain';
import { bits, type Classification } from './classify';
import { type CallSite, isSame, surely, type Value } from './facts';
import { functionIn } from './link/classes';
import { argumentAt } from './link/passed';
import { bindingOf, type FunctionId, type Program, type ProgramFile, type ProgramFunction } from './link/program';
import type { Resolver } from './link/resolve';

interface Construction {
  readonly caller: ProgramFunction;
  readonly site: CallSite;
}

/** How many methods that call each other on `this` are followed to who made the object. */
const deepest = 4;

export class Constructed {
  constructor(
    private readonly program: Program,
    private readonly graph: CallGraph,
    private readonly resolver: Resolver,
    private readonly classification: Classification,
  ) {}

  /** True if a call site on the way takes a field for missing that its object was given when it was made. */
  isThere(hops: readonly Hop[]): boolean {
    return hops.some((hop, index) => this.isGivenAt(hop, hops.slice(0, index)));
  }

  private isGivenAt({ caller, site: { kept, guard, forced } }: Hop, before: readonly Hop[]): boolean {
    if (guard !== 'ownMemo' || forced || kept?.kind !== 'member' || kept.object.kind !== 'this') return false;
    const made = this.madeOnTheWay(caller, before);
    return made.length > 0 && made.every((one) => one !== undefined && this.gives(one, kept.name));
  }

  /** Where the object may have been made that `this` is in a function; `undefined` for where nobody knows. */
  private madeOnTheWay(id: FunctionId, before: readonly Hop[]): readonly (Construction | undefined)[] {
    const by = before.at(-1);
    if (!by) return this.madeByCallers(id, 0);
    return this.receivers(by.caller, by.site, () => this.madeOnTheWay(by.caller, before.slice(0, -1)));
  }

  private madeByCallers(id: FunctionId, depth: number): readonly (Construction | undefined)[] {
    if (depth > deepest || this.classification.isCalledByOthers(id)) return [undefined];
    const callers = (this.graph.incoming[id] ?? []).filter(({ from, site }) => this.classification.bitsAt(from, site) & ~bits.tooling);
    return callers.flatMap(({ from, site, timing }) =>
      timing === 'call' ? this.receivers(from, site, () => this.madeByCallers(from, depth + 1)) : [undefined],
    );
  }

  /** @param ofThis where the object was made whose method calls another of its own */
  private receivers(id: FunctionId, { callee }: CallSite, ofThis: () => readonly (Construction | undefined)[]) {
    const caller = this.program.functions[id];
    if (!caller || callee.kind !== 'member') return [undefined];
    const { object } = callee;
    if (object.kind === 'this') return object.function === id - caller.file.base ? ofThis() : [undefined];
    const values = object.kind === 'name' ? (bindingOf(caller.file, object)?.values ?? []) : [object];
    return values.length > 0 ? values.map((value) => this.constructionIn(caller.file, value)) : [undefined];
  }

  private constructionIn({ facts, base }: ProgramFile, value: Value): Construction | undefined {
    const site = value.kind === 'call' ? facts.calls[value.call] : undefined;
    const caller = site?.use === 'new' ? this.program.functions[base + site.function] : undefined;
    return site && caller && { caller, site };
  }

  private gives({ caller, site }: Construction, field: string): boolean {
    const targets = this.resolver.callee(caller.file, site);
    return (
      targets.length > 0 &&
      targets.every((target) => {
        const [id] = target.kind === 'class' ? target.facts.members.flatMap((one) => constructorIn(target.file, one)) : [];
        const constructor = this.program.functions[id ?? -1];
        return constructor !== undefined && isPassed(constructor, site, field);
      })
    );
  }
}

function constructorIn(file: ProgramFile, { kind, value }: { readonly kind: string; readonly value: Value }): FunctionId[] {
  return kind === 'constructor' ? functionIn(file, value) : [];
}

function isPassed(constructor: ProgramFunction, site: CallSite, field: string): boolean {
  const index = parameterKept(constructor, field);
  const arg = index === undefined ? undefined : argumentAt(constructor, site, index);
  return arg !== undefined && isGiven(site, arg);
}

/** The parameter that a constructor keeps in a field, if nothing is ever kept there again that is nothing, but where reading it failed. */
function parameterKept({ id, file, facts }: ProgramFunction, field: string): number | undefined {
  const own = id - file.base;
  const assigned = file.facts.assignments.filter(({ target }) => target.kind === 'member' && target.name === field);
  if (assigned.some(({ value, rescue }) => value.kind === 'literal' && !value.value && !rescue)) return undefined;
  const declared = facts.params.findIndex((param) => param.field && param.bindings.some((one) => file.facts.bindings[one]?.name === field));
  const [only, more] = assigned.filter((one) => one.function === own);
  if (!only || more) return !only && declared >= 0 ? declared : undefined;
  const [origin, other] = only.value.kind === 'name' ? (bindingOf(file, only.value)?.values ?? []) : [];
  return origin?.kind === 'param' && origin.function === own && !other ? origin.index : undefined;
}

/** True for what is written as something, and for what has been asked whether it is there. */
function isGiven({ conditions }: CallSite, arg: Value): boolean {
  if (arg.kind === 'literal') return Boolean(arg.value);
  if (/^(?:object|array|function|class|regex|fileName)$/.test(arg.kind)) return true;
  return conditions.flatMap(surely).some(({ value, holds }) => {
    if (value.kind !== 'comparison') return holds && isSame(value, arg);
    return isNothing(value.equals) && value.negated === holds && isSame(value.value, arg);
  });
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}
