// What there is one of, for as long as the process lives: what a module keeps, and what hangs on that. Where
// that can't be told, there may be many.

import type { CallGraph } from './callGraph';
import { bits, type Classification } from './classify';
import type { CallSite, ClassFacts, Value } from './facts';
import { Few } from './few';
import type { ServingRow } from './knowledge';
import { bindingOf, type FunctionId, isPython, type Program, type ProgramFile, type ProgramFunction } from './link/program';
import type { Resolver, Target } from './link/resolve';
import type { ClassTarget } from './link/targets';
import { servingRow } from './serving';

interface Construction {
  readonly caller: ProgramFunction;
  readonly site: CallSite;
}

const deepest = 6;

export class Lasting {
  /** What is one of a few things. */
  readonly few: Few;
  private readonly single = new Map<ClassFacts, boolean>();
  private constructions: ReadonlyMap<ClassFacts, readonly Construction[]> | undefined;

  /** @param isOnce true if what happens at a call site is never needed a second time */
  constructor(
    private readonly program: Program,
    graph: CallGraph,
    private readonly resolver: Resolver,
    private readonly classification: Classification,
    private readonly isOnce: (caller: FunctionId, site: CallSite) => boolean,
  ) {
    this.few = new Few(program, graph, resolver, (targets) => this.areSingle(targets));
  }

  /** True if there is one of what a value names, for as long as the process lives. */
  isOne(one: ProgramFunction, value: Value, depth = 0): boolean {
    const { file } = one;
    if (depth > deepest) return false;
    switch (value.kind) {
      case 'name':
        return this.isOneName(one, value, depth);
      case 'member':
        return this.isOne(one, value.object, depth + 1);
      case 'element':
        return this.isOne(one, value.object, depth + 1) && this.keepsAll(file, value.object) && this.few.isOne(one, value.key);
      case 'this':
        return this.areSingle(this.resolver.resolve(file, value));
      case 'call':
        return this.areSingle(this.resolver.resolve(file, value)) || this.givesLasting(file, file.facts.calls[value.call], depth);
      default:
        return value.kind === 'import' || value.kind === 'class';
    }
  }

  /** A cache of a library may forget what it was given. */
  private keepsAll(file: ProgramFile, object: Value): boolean {
    return this.resolver.resolve(file, object).every((target) => target.kind !== 'api' || target.path === 'global.Map#');
  }

  /** `getSettings()`, if all that it returns is what the module keeps. */
  private givesLasting(file: ProgramFile, site: CallSite | undefined, depth: number): boolean {
    const callees = site?.use === 'call' ? this.resolver.callee(file, site) : [];
    return (
      callees.length > 0 &&
      callees.every((target) => {
        const one = target.kind === 'function' ? this.program.functions[target.id] : undefined;
        return one !== undefined && one.facts.returns.length > 0 && one.facts.returns.every((value) => this.isOne(one, value, depth + 1));
      })
    );
  }

  private isOneName(one: ProgramFunction, value: Value & { kind: 'name' }, depth: number): boolean {
    const binding = bindingOf(one.file, value);
    if (!binding || binding.kind === 'import' || (binding.kind !== 'param' && binding.function === 0)) return true;
    const [only] = binding.values;
    if (binding.kind === 'const' && only && binding.values.length === 1 && this.isOne(one, only, depth + 1)) return true;
    if (binding.kind === 'param') return this.areSingle(this.resolver.resolve(one.file, value));
    const owner = one.file.base + binding.function;
    return owner !== one.id && !this.runsOnLoop(owner);
  }

  /** Not so what starts the program, nor what nothing on the loop is known to call. */
  private runsOnLoop(id: FunctionId): boolean {
    return (this.classification.bitsOf(id) & bits.loop) !== 0;
  }

  private areSingle(targets: readonly Target[]): boolean {
    return targets.length > 0 && targets.every((target) => this.isSingle(target));
  }

  private isSingle(target: Target): boolean {
    if (target.kind === 'instance') return this.isSingleClass(target.file, target.facts);
    return target.kind === 'module' || target.kind === 'class' || target.kind === 'function';
  }

  /** True if all instances of a class are made at startup, or behind a check that there is one, or by a container that injects. */
  private isSingleClass(file: ProgramFile, facts: ClassFacts): boolean {
    const known = this.single.get(facts);
    if (known !== undefined) return known;
    this.single.set(facts, false);
    this.constructions ??= this.findConstructions();
    const made = (this.constructions.get(facts) ?? []).filter(({ caller, site }) => this.isOfProgram(caller, site));
    const isOnlyOne = (): boolean => made.every((one) => this.isMadeOnce(one)) || this.givesItsOnly(file, facts, made);
    const answer = made.length > 0 ? isOnlyOne() : isInjected(file, facts);
    this.single.set(facts, answer);
    return answer;
  }

  private isOfProgram(caller: ProgramFunction, site: CallSite): boolean {
    return (this.classification.bitsAt(caller.id, site) & ~bits.tooling) !== 0;
  }

  private isMadeOnce({ caller, site }: Construction): boolean {
    const isAtStartup = !(this.classification.bitsAt(caller.id, site) & bits.loop);
    if (site.loop !== undefined) return isAtStartup && this.isMadeAnew(caller, site);
    return isAtStartup || this.isOnce(caller.id, site);
  }

  /** True in a loop that starts the program again when it has come to its end: there is one at a time. */
  private isMadeAnew({ file, calls }: ProgramFunction, { loop, order }: CallSite): boolean {
    const { over, limit, bound } = file.facts.loops[loop ?? -1] ?? {};
    const goesThrough = over !== undefined || limit !== undefined || bound !== undefined;
    const runs = (row: ServingRow | undefined): boolean => row !== undefined && (row.byPlain === true || !row.keepsHouse);
    return !goesThrough && calls.some((site) => site.loop === loop && site.order > order && runs(servingRow(this.resolver, file, site)));
  }

  /** `__new__`, if all that it returns is what the class keeps; under what the program writes, if in a table. */
  private givesItsOnly(file: ProgramFile, { members }: ClassFacts, made: readonly Construction[]): boolean {
    const maker = members.find(({ name }) => name === '__new__')?.value;
    const one = maker?.kind === 'function' ? this.program.functions[file.base + maker.function] : undefined;
    const isWritten = (): boolean => made.every(({ caller, site }) => site.args.every((arg) => this.few.isOne(caller, arg)));
    return (
      one !== undefined &&
      one.facts.returns.length > 0 &&
      one.facts.returns.every((value) => this.isOne(one, value.kind === 'element' && isWritten() ? value.object : value))
    );
  }

  /** By class, where it and those that extend it are constructed. */
  private findConstructions(): Map<ClassFacts, Construction[]> {
    const found = new Map<ClassFacts, Construction[]>();
    const add = ({ file, facts }: ClassTarget, made: Construction, depth: number): void => {
      found.set(facts, [...(found.get(facts) ?? []), made]);
      if (depth < deepest) for (const base of this.resolver.classes.bases(file, facts)) add(base, made, depth + 1);
    };
    for (const caller of this.program.functions) {
      for (const site of caller.calls) {
        if (site.use !== 'new' && !(site.use === 'call' && isPython(caller.file))) continue;
        for (const target of this.resolver.callee(caller.file, site)) if (target.kind === 'class') add(target, { caller, site }, 0);
      }
    }
    return found;
  }
}

/** A class that nobody constructs, that is decorated and asks for what it needs, is made by who injects it. */
function isInjected({ facts: { functions } }: ProgramFile, { decorators, members }: ClassFacts): boolean {
  const constructor = members.find(({ kind }) => kind === 'constructor')?.value;
  const params = constructor?.kind === 'function' ? (functions[constructor.function]?.params ?? []) : [];
  return decorators.length > 0 && params.length > 0;
}
