// Chains that no object takes: a method calls another one of the same object, and of the classes that have one of
// that name only the class of this very object counts. What is known of the object is followed along the chain.

import type { Hop } from './chain';
import type { ClassFacts, Value } from './facts';
import { bodiesAt } from './link/bodies';
import { functionIn, isConstructed } from './link/classes';
import { bindingOf, type FunctionId, type Program, type ProgramFile, type ProgramFunction, thisBehind } from './link/program';
import type { Resolver } from './link/resolve';
import { type ClassTarget, type InstanceTarget, mostTargets } from './link/targets';

/** What the object may be whose method runs; `undefined` if nobody knows. */
type Self = readonly InstanceTarget[] | undefined;

interface Method {
  readonly id: FunctionId;
  readonly owner: ClassTarget;
}

export class Receivers {
  /** The classes of the program, with all that they extend. */
  private families: readonly ReadonlySet<ClassFacts>[] | undefined;

  constructor(
    private readonly program: Program,
    private readonly resolver: Resolver,
  ) {}

  /** False if an object would have to be of two classes on the way. */
  mayTake(hops: readonly Hop[]): boolean {
    let self: Self;
    for (const [index, hop] of hops.entries()) {
      const [caller, method] = [this.program.functions[hop.caller], this.methodAround(hops[index + 1]?.caller)];
      if (!caller || !method) self = undefined;
      else if (self && this.isOfOther(caller, hop, self, method)) return false;
      else self = this.entered(caller, hop, self, method);
    }
    return true;
  }

  /** The method that a function is, or is written in. */
  private methodAround(id: FunctionId | undefined): Method | undefined {
    for (let one = this.program.functions[id ?? -1]; one; one = this.parentOf(one)) {
      const facts = one.facts.class === undefined ? undefined : one.file.facts.classes[one.facts.class];
      if (facts) return { id: one.id, owner: { kind: 'class', file: one.file, facts } };
    }
    return undefined;
  }

  private parentOf({ file, facts }: ProgramFunction): ProgramFunction | undefined {
    return facts.parent === undefined ? undefined : this.program.functions[file.base + facts.parent];
  }

  /** True if a method of the same object is called, and this one is what only objects of other classes have. */
  private isOfOther({ file }: ProgramFunction, { site }: Hop, self: readonly InstanceTarget[], { id, owner }: Method): boolean {
    const { callee } = site;
    if (callee.kind !== 'member' || !thisBehind(file, callee.object) || !this.isNamed(owner, callee.name, id)) return false;
    if (site.use === 'call' && !bodiesAt(this.resolver, file, site).includes(id)) return false;
    return self.every((one) => !this.has(one, callee.name, id) && !this.mayInherit(one, owner));
  }

  /** What the object of a method may be that a call site enters. */
  private entered({ file }: ProgramFunction, { site }: Hop, self: Self, { id }: Method): Self {
    const { callee, use } = site;
    if (callee.kind !== 'member' || this.isInModule(file, callee.object))
      return this.made(file, callee, use === 'new' ? 'new' : 'call', id);
    if (callee.object.kind === 'super') return self;
    const found = self && thisBehind(file, callee.object) ? self : this.resolver.resolve(file, callee.object);
    if (found.length >= mostTargets) return undefined;
    const receivers = found.flatMap((one) => (one.kind === 'instance' && this.has(one, callee.name, id) ? [one] : []));
    // What nobody knows has no method of the program.
    return receivers.length > 0 && found.every(({ kind }) => kind === 'instance' || kind === 'api') ? receivers : undefined;
  }

  /** What a class that is named makes is of that class; what `cls()` makes may be of one that extends it. */
  private made(file: ProgramFile, callee: Value, use: 'new' | 'call', id: FunctionId): Self {
    const { classes } = this.resolver;
    const exact =
      callee.kind === 'member' || (callee.kind === 'name' && bindingOf(file, callee)?.kind !== 'param' && !thisBehind(file, callee));
    const found = this.resolver.resolve(file, callee);
    const receivers = found.flatMap((one): InstanceTarget[] =>
      one.kind === 'class' && isConstructed(one, use) && classes.constructors(one).includes(id)
        ? [{ ...one, kind: 'instance', exact }]
        : [],
    );
    return receivers.length === found.length && receivers.length > 0 ? receivers : undefined;
  }

  /** `views.View()` makes what `View()` makes. */
  private isInModule(file: ProgramFile, object: Value): boolean {
    const found = object.kind === 'name' || object.kind === 'import' ? this.resolver.resolve(file, object) : [];
    return found.length > 0 && found.every(({ kind }) => kind === 'module' || kind === 'folder');
  }

  private has(one: InstanceTarget, name: string, id: FunctionId): boolean {
    return this.resolver.classes.members(one, name).some(({ file, member }) => functionIn(file, member.value).includes(id));
  }

  private isNamed({ file, facts }: ClassTarget, name: string, id: FunctionId): boolean {
    return facts.members.some((one) => one.name === name && functionIn(file, one.value).includes(id));
  }

  /** True if an object may have what a class has, though its own class has something else: that comes before what it extends. */
  private mayInherit(one: InstanceTarget, owner: ClassTarget): boolean {
    return !one.exact && !this.resolver.classes.extends(one, owner) && this.haveCommonHeir(one, owner);
  }

  /** True if a class extends both: its objects may have the methods of either. */
  private haveCommonHeir(one: ClassOf, other: ClassOf): boolean {
    this.families ??= this.program.files.flatMap((file) =>
      file.facts.classes.map((facts) => this.familyOf({ kind: 'class', file, facts })),
    );
    return this.families.some((family) => family.has(one.facts) && family.has(other.facts));
  }

  private familyOf(one: ClassTarget, found: Set<ClassFacts> = new Set()): ReadonlySet<ClassFacts> {
    if (found.has(one.facts)) return found;
    found.add(one.facts);
    for (const base of this.resolver.classes.bases(one.file, one.facts)) this.familyOf(base, found);
    return found;
  }
}

type ClassOf = Pick<ClassTarget, 'facts'>;
