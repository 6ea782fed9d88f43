// What an object has done in its own constructor: a method that loads only where a field is missing finds the field
// filled, if the constructor has loaded it in the same way. A field that is emptied later may be missing again, and so
// may one that somebody has the constructor leave out.

import type { CallGraph } from './callGraph';
import type { Hop } from './chain';
import { bits, type Classification } from './classify';
import { type Assignment, type CallSite, surely, type Value } from './facts';
import { type FunctionId, type Program, type ProgramFile, type ProgramFunction, thisBehind } from './link/program';
import type { Resolver } from './link/resolve';
import { isExcluded } from './possible';

/** How many methods that call each other a constructor is followed through. */
const deepest = 3;

export class Readied {
  /** By constructor, itself and the methods of the same object that it surely calls. */
  private readonly done = new Map<FunctionId, ReadonlySet<FunctionId>>();

  constructor(
    private readonly program: Program,
    private readonly graph: CallGraph,
    private readonly resolver: Resolver,
    private readonly classification: Classification,
  ) {}

  /** True if a call site on the way takes a field for missing that the constructor of its object has filled. */
  isFilled(hops: readonly Hop[]): boolean {
    return hops.some((hop, index) => this.isFilledAt(hop, hops[index + 1]?.caller, hops.slice(0, index)));
  }

  private isFilledAt({ caller, site }: Hop, loads: FunctionId | undefined, before: readonly Hop[]): boolean {
    const one = this.program.functions[caller];
    const missing = one ? fieldsMissing(one.file, site) : [];
    if (!one || missing.length === 0) return false;
    const isOwn = site.callee.kind === 'member' && thisBehind(one.file, site.callee.object) !== undefined;
    const isAtWork = (id: FunctionId): boolean => before.some((hop) => hop.caller === id);
    const hasFilled = (id: FunctionId): boolean => !isAtWork(id) && this.fills(id, one, missing, isOwn ? loads : undefined);
    const constructors = this.constructorsOf(one);
    return constructors.length > 0 && constructors.every(hasFilled);
  }

  private constructorsOf({ file, facts }: ProgramFunction): readonly FunctionId[] {
    const owner = facts.class === undefined ? undefined : file.facts.classes[facts.class];
    const found = owner ? this.resolver.classes.constructors({ kind: 'class', file, facts: owner }) : [];
    return found.filter((id) => this.program.functions[id]?.facts.kind === 'constructor');
  }

  /** @param loads the method that fills the field, where it is not the one that asks for it */
  private fills(constructor: FunctionId, { id, file }: ProgramFunction, fields: readonly string[], loads: FunctionId | undefined): boolean {
    const done = this.doneBy(constructor);
    if (!done.has(id) && (loads === undefined || !done.has(loads))) return false;
    return fields.some((field) => isFilledFor(file, field, (owner) => done.has(file.base + owner)));
  }

  private doneBy(constructor: FunctionId): ReadonlySet<FunctionId> {
    const known = this.done.get(constructor);
    if (known) return known;
    const found = new Set<FunctionId>([constructor]);
    const isDone = (site: CallSite): boolean => this.isSurelyDone(constructor, site);
    this.follow(constructor, isDone, found, deepest);
    this.done.set(constructor, found);
    return found;
  }

  private follow(id: FunctionId, isDone: (site: CallSite) => boolean, found: Set<FunctionId>, depth: number): void {
    const file = this.program.functions[id]?.file;
    for (const { to, site, timing } of this.graph.outgoing[id] ?? []) {
      const isOwn = site.callee.kind === 'member' && file !== undefined && thisBehind(file, site.callee.object) !== undefined;
      if (timing !== 'call' || !isOwn || depth === 0 || found.has(to) || !isDone(site)) continue;
      found.add(to);
      this.follow(to, isUnconditional, found, depth - 1);
    }
  }

  /** True if it is done wherever an option is left out that decides it, and nobody is seen to say otherwise. */
  private isSurelyDone(constructor: FunctionId, site: CallSite): boolean {
    const one = this.program.functions[constructor];
    if (!one || site.rescue || site.optional) return false;
    const made = { ...site, use: 'new', args: [] } as const;
    const never = site.conditions.map((condition) => ({ ...site, conditions: [{ ...condition, holds: !condition.holds }] }));
    if (!never.every((opposite) => isExcluded(one.file, made, one, opposite))) return false;
    return this.makersOf(constructor).every(({ file, by }) => !isExcluded(file, by, one, site));
  }

  private makersOf(constructor: FunctionId): readonly { readonly file: ProgramFile; readonly by: CallSite }[] {
    return (this.graph.incoming[constructor] ?? []).flatMap(({ from, site }) => {
      const file = this.program.functions[from]?.file;
      return file && this.classification.bitsAt(from, site) !== bits.tooling ? [{ file, by: site }] : [];
    });
  }
}

function isUnconditional({ conditions, rescue, optional }: CallSite): boolean {
  return conditions.length === 0 && !rescue && !optional;
}

/** The fields of the own object that are not there where a call site is reached. */
function fieldsMissing(file: ProgramFile, { conditions }: CallSite): readonly string[] {
  return conditions.flatMap(surely).flatMap(({ value, holds }) => {
    const isNone = value.kind === 'comparison' && isNothing({ kind: 'literal', value: value.equals }) && value.negated !== holds;
    const field = isNone ? value.value : value;
    return field.kind === 'member' && (isNone || !holds) && thisBehind(file, field.object) ? [field.name] : [];
  });
}

/** @param isLoading true for a function, by its number in the file, of those that fill it: what it empties it fills again */
function isFilledFor({ facts, sites }: ProgramFile, field: string, isLoading: (owner: number) => boolean): boolean {
  const isField = (value: Value): boolean => value.kind === 'member' && value.name === field;
  const assigned = facts.assignments.filter(({ target, rescue }) => isField(target) && !rescue);
  const isCleared = sites.some(({ callee }) => callee.kind === 'member' && callee.name === 'clear' && isField(callee.object));
  const isKept = assigned.every(({ value, function: owner }) => !isNothing(value) || isLoading(owner));
  // A flag that the constructor sets says of what kind the object is, and not that something is there.
  const isThere = ({ value, function: owner }: Assignment): boolean =>
    !isNothing(value) && isLoading(owner) && (value.kind !== 'literal' || facts.functions[owner]?.kind !== 'constructor');
  return !isCleared && isKept && assigned.some(isThere);
}

function isNothing(value: Value): boolean {
  if (value.kind === 'object') return value.properties.length === 0;
  return value.kind === 'array' ? value.elements.length === 0 : value.kind === 'literal' && !value.value;
}
