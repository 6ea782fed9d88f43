// Locks that are only ever held for a few statements: whoever waits for one waits no longer than that. All blocks
// of the program that hold a lock are looked at; where one of them may take long, or does what nobody knows, or where
// the lock is taken or handed on in another way, nothing is said. What only the loop's own thread holds, and gives back
// before it goes on, is free whenever the loop asks for it.

import type { CallGraph } from './callGraph';
import type { Reached } from './chain';
import { bits, type Classification } from './classify';
import { type CallSite, type ClassFacts, isSame, type Value } from './facts';
import { bindingOf, type FunctionId, ownClass, type Program, type ProgramFile, type ProgramFunction } from './link/program';
import type { Resolver } from './link/resolve';
import type { Propagation } from './propagate';

/** A place where the program has to do with a lock. */
interface Use {
  readonly caller: ProgramFunction;
  readonly site: CallSite;
  readonly lock: Value;
  /** True if it is held from here to the end of a block. */
  readonly isBlock: boolean;
}

/** What lists, sets and tables are asked to do; of what is not known any better. */
const quick =
  /^(?:add|append|appendleft|clear|copy|count|discard|extend|get|index|insert|is_set|items|keys|move_to_end|notify|notify_all|pop|popitem|popleft|remove|set|setdefault|update|values)$/;

export class Locks {
  private uses: ReadonlyMap<string, readonly Use[]> | undefined;
  private readonly known = new Map<CallSite, boolean>();

  constructor(
    private readonly program: Program,
    private readonly resolver: Resolver,
    private readonly graph: CallGraph,
    private readonly propagation: Propagation,
    private readonly classification: Classification,
  ) {}

  /** True if nobody holds the lock that a call site waits for any longer than a few statements take. */
  isBrief(id: FunctionId, site: CallSite): boolean {
    const caller = this.program.functions[id];
    const lock = site.callee.kind === 'member' && site.callee.name === '__enter__' ? site.callee.object : undefined;
    const name = lock && nameOf(lock);
    if (!caller || !lock || name === undefined || !isMadeHere(caller.file, lock)) return false;
    const known = this.known.get(site);
    if (known !== undefined) return known;
    this.known.set(site, false); // two locks that are taken in either order
    this.uses ??= this.findUses();
    const asked = { caller, site, lock, isBlock: true };
    const answer = (this.uses.get(name) ?? []).every((use) => !this.mayBeSame(asked, use) || this.isHeldBriefly(use));
    this.known.set(site, answer);
    return answer;
  }

  /** By the last name of what is taken, or handed on. */
  private findUses(): Map<string, Use[]> {
    const found = new Map<string, Use[]>();
    const add = (use: Use): void => {
      const name = nameOf(use.lock);
      const others = name === undefined ? undefined : found.get(name);
      if (others) others.push(use);
      else if (name !== undefined) found.set(name, [use]);
    };
    for (const caller of this.program.functions) {
      for (const site of caller.calls) {
        const { callee, args } = site;
        if (callee.kind === 'member' && /^(?:__enter__|acquire)$/.test(callee.name))
          add({ caller, site, lock: callee.object, isBlock: callee.name === '__enter__' });
        for (const lock of args.flatMap(partsOf)) add({ caller, site, lock, isBlock: false });
      }
    }
    return found;
  }

  /** A name means the same as another in its file, or as what is imported; `self.lock` what objects of the class and its relatives have. */
  private mayBeSame(asked: Use, use: Use): boolean {
    if (asked.lock.kind === 'name' || use.lock.kind === 'name') return isSameName(asked, use);
    const { classes } = this.resolver;
    const [one, other] = [this.ownClass(asked), this.ownClass(use)];
    return !one || !other || classes.extends(one, other) || classes.extends(other, one);
  }

  private ownClass({ caller: { file }, lock }: Use): Owner | undefined {
    const object = lock.kind === 'member' ? lock.object : undefined;
    const facts = object && file.facts.classes[ownClass(file, object) ?? -1];
    return facts && { file, facts };
  }

  private isHeldBriefly({ caller, site, lock, isBlock }: Use): boolean {
    const end = isBlock ? endOf(caller, site, lock) : undefined;
    if (end === undefined || caller.facts.yields?.some((order) => order > site.order && order <= end)) return false;
    const isWithin = (order: number): boolean => order > site.order && order < end;
    if (caller.facts.awaits.some((order) => isWithin(order - 1) || order === end)) return false;
    if (this.isOnLoop(caller, site)) return true;
    if (caller.file.facts.loops.some((loop) => loop.endless && isWithin(loop.site))) return false;
    return caller.calls.every((one) => !isWithin(one.order) || this.isQuick(caller, one));
  }

  /** Whoever else is about to wait for it runs on the same thread. */
  private isOnLoop({ id }: ProgramFunction, site: CallSite): boolean {
    const where = this.classification.bitsAt(id, site);
    return (where & bits.loop) !== 0 && (where & bits.offLoop) === 0;
  }

  private isQuick(caller: ProgramFunction, site: CallSite): boolean {
    const { direct, summaries } = this.propagation;
    const own = direct.get(site);
    if (own && !this.isShort(own)) return false;
    const edges = (this.graph.outgoing[caller.id] ?? []).filter(
      (edge) => edge.site === site && (edge.timing === 'call' || edge.timing === 'now'),
    );
    if (edges.length === 0) return this.isKnown(caller.file, site);
    return edges.every(({ to }) => summaries[to]?.operations.every((one) => this.isShort(one)) !== false);
  }

  private isShort({ cost, row, chain, leaf }: Reached): boolean {
    let last = chain;
    while (last.next) last = last.next;
    return cost.class === 'tiny' || (row.mutex === true && this.isBrief(last.caller, leaf));
  }

  /** A callback, or a method of who knows what, may do anything. */
  private isKnown(file: ProgramFile, site: CallSite): boolean {
    if (site.use !== 'call' && site.use !== 'new') return true;
    const { callee } = site;
    if (callee.kind === 'member' && (quick.test(callee.name) || callee.name.startsWith('__'))) return true;
    const targets = this.resolver.callee(file, site);
    if (targets.length === 0) return callee.kind === 'name' && callee.binding === undefined;
    return targets.every(
      (target) => target.kind !== 'api' || this.resolver.knowledge.quickApis.some((start) => target.path.startsWith(start)),
    );
  }
}

interface Owner {
  readonly file: ProgramFile;
  readonly facts: ClassFacts;
}

function isSameName(asked: Use, use: Use): boolean {
  if (asked.lock.kind !== 'name' || use.lock.kind !== 'name') return asked.lock.kind !== 'member' && use.lock.kind !== 'member';
  if (asked.caller.file === use.caller.file) return asked.lock.binding === use.lock.binding;
  return [asked, use].some(({ caller, lock }) => lock.kind === 'name' && bindingOf(caller.file, lock)?.kind === 'import');
}

function nameOf(value: Value): string | undefined {
  return value.kind === 'name' || value.kind === 'member' || value.kind === 'import' ? value.name : undefined;
}

/** False for a lock that somebody hands in: who else holds it, nobody knows. */
function isMadeHere(file: ProgramFile, lock: Value): boolean {
  if (lock.kind === 'name') return bindingOf(file, lock)?.kind !== 'param';
  const isNamed = (target: Value): boolean => target.kind === 'member' && target.name === nameOf(lock);
  return file.facts.assignments.every(({ target, value }) => !isNamed(target) || value.kind === 'call' || value.kind === 'literal');
}

function partsOf(arg: Value): readonly Value[] {
  if (arg.kind === 'keyword' || arg.kind === 'spread') return partsOf(arg.value);
  return arg.kind === 'array' ? arg.elements.flatMap(partsOf) : [arg];
}

/** Where the block that begins at a call site ends. */
function endOf({ calls }: ProgramFunction, { order }: CallSite, lock: Value): number | undefined {
  let open = 0;
  for (const { callee, order: at } of calls) {
    if (at < order || callee.kind !== 'member' || !isSame(callee.object, lock)) continue;
    if (callee.name === '__enter__') open++;
    if (callee.name === '__exit__' && --open === 0) return at;
  }
  return undefined;
}
