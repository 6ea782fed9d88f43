// What runs once in the life of the process, or once for each of a few things: it stands behind a check for
// something that is kept as long as the process lives. Where that can't be told, it is said to run again.

import { bits, type Classification } from './classify';
import type { CallGraph, Edge } from './callGraph';
import { type Binding, type CallSite, type ClassFacts, loopsAround, type Value } from './facts';
import { argumentAt } from './link/passed';
import { type FunctionId, isPython, type Program, type ProgramFile, type ProgramFunction } from './link/program';
import type { Resolver, Target } from './link/resolve';
import type { ClassTarget } from './link/targets';

interface Construction {
  readonly caller: ProgramFunction;
  readonly site: CallSite;
}

const deepest = 6;

export class Once {
  private readonly known = new Map<Value, boolean>();
  private readonly runOnce = new Map<FunctionId, boolean>();
  private readonly single = new Map<ClassFacts, boolean>();
  private constructions: ReadonlyMap<ClassFacts, readonly Construction[]> | undefined;

  constructor(
    private readonly program: Program,
    private readonly graph: CallGraph,
    private readonly resolver: Resolver,
    private readonly classification: Classification,
  ) {}

  /**
   * True if what happens at a call site is never needed a second time.
   * @param by the call site that brought the caller there, if only that one counts
   */
  isOnce(caller: FunctionId, site: CallSite, by?: CallSite): boolean {
    const one = this.program.functions[caller];
    if (one && site.kept && this.isKept(caller, site, by) && !isTakenBack(one.file, site.kept)) return true;
    // A callback that runs at once is as much behind a check as the call that it is handed to.
    const owners = (this.graph.incoming[caller] ?? []).filter(({ timing }) => timing === 'now');
    if (owners.length > 0) return owners.every((edge) => edge.from < caller && this.isOnce(edge.from, edge.site));
    return one !== undefined && !goesOn(one.file, site) && this.isRunOnce(caller);
  }

  /** True for an async function that all of its callers run once: it carries its own findings, the chain begins in it. */
  private isRunOnce(id: FunctionId): boolean {
    const known = this.runOnce.get(id);
    if (known !== undefined) return known;
    this.runOnce.set(id, false);
    const callers = (this.graph.incoming[id] ?? []).filter(({ from }) => this.classification.bitsOf(from) & ~bits.tooling);
    const isOwn = this.program.functions[id]?.facts.async === true && !this.classification.isCalledByOthers(id);
    const answer = isOwn && callers.length > 0 && callers.every((edge) => this.runsOnce(edge, callers));
    this.runOnce.set(id, answer);
    return answer;
  }

  private runsOnce(edge: Edge, callers: readonly Edge[]): boolean {
    if (edge.timing === 'call') return this.isOnce(edge.from, edge.site) || this.isBegunAtStartup(edge, callers);
    return callers.some((one) => one !== edge && handsOver(edge, one));
  }

  /** True for a task that the start of a program which serves others leaves behind, beside what it serves. */
  private isBegunAtStartup(edge: Edge, callers: readonly Edge[]): boolean {
    const { from, site } = edge;
    const isAtStartup = !(this.classification.bitsAt(from, site) & bits.loop) && site.loop === undefined;
    return isAtStartup && callers.some((one) => handsOver(one, edge)) && this.classification.servesOthers();
  }

  /** True if what a call site is needed for is kept, perhaps until the program says otherwise, and was asked for at startup. */
  isKeptSinceStartup(caller: FunctionId, site: CallSite, by?: CallSite): boolean {
    if (!this.isKept(caller, site, by)) return false;
    const file = this.program.functions[caller]?.file;
    const fills = (other: CallSite): boolean =>
      other.kept !== undefined && site.kept !== undefined && isSame(other.kept, site.kept) && isSame(other.callee, site.callee);
    const owners = file?.sites.filter(fills).map((other) => file.base + other.function) ?? [];
    return [caller, ...owners].some((id) => (this.classification.bitsOf(id) & bits.startup) !== 0);
  }

  /** True if a call site asks for one of a few things, and they are written in the program. */
  asksForFew(caller: FunctionId, { args }: CallSite): boolean {
    const one = this.program.functions[caller];
    return one !== undefined && args.length > 0 && args.every((arg) => this.isOneOfFew(one, arg, 0));
  }

  /** True if what a call site is needed for is kept, perhaps until the program says otherwise. */
  private isKept(caller: FunctionId, { kept, forced }: CallSite, by: CallSite | undefined): boolean {
    const one = this.program.functions[caller];
    if (!one || !kept || forced?.some((value) => !this.isNeverPassed(one, value, by))) return false;
    const known = this.known.get(kept);
    if (known !== undefined) return known;
    this.known.set(kept, false); // a class that is made behind a check of its own
    const answer = this.isLasting(one, kept, 0);
    this.known.set(kept, answer);
    return answer;
  }

  /** True for an option that nobody asks for: `if (!cached || again)`. */
  private isNeverPassed(one: ProgramFunction, value: Value, by: CallSite | undefined): boolean {
    const binding = value.kind === 'name' ? bindingOf(one.file, value) : undefined;
    const [origin, more] = binding?.values ?? [];
    const [param, fallback] = origin?.kind === 'choice' ? origin.options : [origin];
    if (param?.kind !== 'param' || more || (fallback && !isNothing(fallback)) || one.file.base + param.function !== one.id) return false;
    const callers = by ? [by] : (this.graph.incoming[one.id] ?? []).map(({ site }) => site);
    return callers.every((site) => isLeftOut(one, site, param.index));
  }

  /** A cache of a library may forget what it was given. */
  private keepsAll(file: ProgramFile, object: Value): boolean {
    return this.resolver.resolve(file, object).every((target) => target.kind !== 'api' || target.path === 'global.Map#');
  }

  /** True if there is one of what a value names, for as long as the process lives. */
  private isLasting(one: ProgramFunction, value: Value, depth: number): boolean {
    const { file } = one;
    if (depth > deepest) return false;
    switch (value.kind) {
      case 'name':
        return this.isLastingName(one, value, depth);
      case 'member':
        return this.isLasting(one, value.object, depth + 1);
      case 'element':
        return this.isLasting(one, value.object, depth + 1) && this.keepsAll(file, value.object) && this.isOneOfFew(one, value.key, 0);
      case 'this':
        return this.areSingle(this.resolver.resolve(file, value));
      case 'call':
        return this.areSingle(this.resolver.resolve(file, value)) || this.givesLasting(file, file.facts.calls[value.call], depth);
      default:
        return value.kind === 'import' || value.kind === 'class';
    }
  }

  /** `getSettings()`, if all that it returns is what the module keeps. */
  private givesLasting(file: ProgramFile, site: CallSite | undefined, depth: number): boolean {
    const callees = site?.use === 'call' ? this.resolver.callee(file, site) : [];
    return (
      callees.length > 0 &&
      callees.every((target) => {
        const one = target.kind === 'function' ? this.program.functions[target.id] : undefined;
        return (
          one !== undefined && one.facts.returns.length > 0 && one.facts.returns.every((value) => this.isLasting(one, value, depth + 1))
        );
      })
    );
  }

  private isLastingName(one: ProgramFunction, value: Value & { kind: 'name' }, depth: number): boolean {
    const binding = bindingOf(one.file, value);
    if (!binding || binding.kind === 'import' || (binding.kind !== 'param' && binding.function === 0)) return true;
    const [only] = binding.values;
    if (binding.kind === 'const' && only && binding.values.length === 1 && this.isLasting(one, only, depth + 1)) return true;
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
    const answer = made.length > 0 ? made.every((one) => this.isMadeOnce(one)) : isInjected(file, facts);
    this.single.set(facts, answer);
    return answer;
  }

  private isOfProgram(caller: ProgramFunction, site: CallSite): boolean {
    return (this.classification.bitsAt(caller.id, site) & ~bits.tooling) !== 0;
  }

  private isMadeOnce({ caller, site }: Construction): boolean {
    const isAtStartup = !(this.classification.bitsAt(caller.id, site) & bits.loop);
    return site.loop === undefined && (isAtStartup || this.isOnce(caller.id, site));
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

  /** True if a key is one of a few: it is written in the program, and no request brings it. */
  private isOneOfFew(one: ProgramFunction, value: Value, depth: number): boolean {
    if (depth > deepest) return false;
    const few = (part: Value): boolean => this.isOneOfFew(one, part, depth + 1);
    switch (value.kind) {
      case 'literal':
      case 'import':
        return true;
      case 'name':
        return this.isOneOfFewNames(one, value, depth);
      case 'fileName':
        return value.parts.every(few);
      case 'choice':
        return value.options.every(few);
      case 'array':
        return value.elements.every(few);
      case 'member':
      case 'element':
        return few(value.object);
      case 'this':
        return this.areSingle(this.resolver.resolve(one.file, value));
      case 'keyword':
        return few(value.value);
      case 'call':
        return this.isMadeOfFew(one, one.file.facts.calls[value.call], few);
      default:
        return false;
    }
  }

  /** What is made of a few things is one of a few itself; an object among the arguments says how it is made. */
  private isMadeOfFew({ file }: ProgramFunction, site: CallSite | undefined, few: (value: Value) => boolean): boolean {
    const things = site?.args.filter((arg) => arg.kind !== 'object') ?? [];
    const isRead = site !== undefined && this.resolver.callee(file, site).some(({ kind }) => kind !== 'api');
    return things.length > 0 && !isRead && things.every(few);
  }

  private isOneOfFewNames(one: ProgramFunction, value: Value & { kind: 'name' }, depth: number): boolean {
    const binding = bindingOf(one.file, value);
    if (!binding || binding.kind === 'import') return true;
    const [only] = binding.values;
    if (binding.kind === 'param') return only?.kind === 'param' && this.isFewParameter(one.file.base + only.function, only.index, depth);
    if (binding.kind === 'const' && binding.function === 0) return true;
    return only !== undefined && binding.values.every((each) => this.isOneOfFew(one, each, depth + 1));
  }

  private isFewParameter(id: FunctionId, index: number, depth: number): boolean {
    const callers = this.graph.incoming[id] ?? [];
    return (
      callers.length > 0 &&
      callers.every(({ from, site, timing }) => {
        const [caller, callee] = [this.program.functions[from], this.program.functions[id]];
        const arg = callee && argumentAt(callee, site, index);
        return timing === 'call' && caller !== undefined && (!arg || this.isOneOfFew(caller, arg, depth + 1));
      })
    );
  }
}

function bindingOf(file: ProgramFile, { binding }: Value & { kind: 'name' }): Binding | undefined {
  return binding === undefined ? undefined : file.facts.bindings[binding];
}

/** True if the one edge hands over the coroutine that the other one's call gives: `create_task(refresh())`. */
function handsOver({ timing, from, site }: Edge, made: Edge): boolean {
  const given = site.args.map((arg) => (arg.kind === 'keyword' ? arg.value : arg));
  return timing === 'event' && from === made.from && given.some((arg) => arg.kind === 'call' && arg.call === made.site.order);
}

/** A class that nobody constructs, that is decorated and asks for what it needs, is made by who injects it. */
function isInjected({ facts: { functions } }: ProgramFile, { decorators, members }: ClassFacts): boolean {
  const constructor = members.find(({ kind }) => kind === 'constructor')?.value;
  const params = constructor?.kind === 'function' ? (functions[constructor.function]?.params ?? []) : [];
  return decorators.length > 0 && params.length > 0;
}

/** True if the file also says that nothing is kept any more: `cached = null`, `pages.clear()`. */
function isTakenBack({ facts }: ProgramFile, kept: Value): boolean {
  if (kept.kind === 'element') {
    const forgets = ({ callee }: CallSite): boolean =>
      callee.kind === 'member' && /^(?:delete|clear)$/.test(callee.name) && isSame(callee.object, kept.object);
    return facts.calls.some(forgets);
  }
  if (kept.kind === 'name') {
    const values = kept.binding === undefined ? [] : (facts.bindings[kept.binding]?.values ?? []);
    const empty = values.filter(isNothing).length;
    return empty > 1 || (empty === 1 && !values.slice(0, 1).some(isNothing));
  }
  if (kept.kind !== 'member') return false;
  return facts.assignments.some(
    ({ target, value, function: owner }) =>
      isSame(target, kept) && isNothing(value) && facts.functions[owner]?.kind !== 'constructor' && owner > 0,
  );
}

function isLeftOut(one: ProgramFunction, site: CallSite, index: number): boolean {
  const arg = argumentAt(one, site, index);
  return (!arg || isNothing(arg)) && site.args.slice(0, index).every(({ kind }) => kind !== 'spread');
}

function isNothing(value: Value): boolean {
  return value.kind === 'literal' && !value.value;
}

/** True in a loop that comes to no end of itself: it awaits, and goes through nothing, or through what is still to come. */
function goesOn({ facts }: ProgramFile, { loop }: CallSite): boolean {
  return loopsAround(facts.loops, loop).some(
    ({ over, limit, bound, awaits }) =>
      awaits.some(({ kind }) => kind === 'unknown') || (awaits.length > 0 && !over && !limit && bound === undefined),
  );
}

/** True for two ways to the same thing; `this` of two methods of a file counts as one. */
function isSame(a: Value, b: Value): boolean {
  if (a.kind === 'name') return b.kind === 'name' && a.binding === b.binding && a.name === b.name;
  if (a.kind === 'member') return b.kind === 'member' && a.name === b.name && isSame(a.object, b.object);
  return a.kind === 'this' && b.kind === 'this';
}
