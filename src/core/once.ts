// What runs once in the life of the process, or once for each of a few things: it stands behind a check for
// something that is kept as long as the process lives. Where that can't be told, it is said to run again.

import { bits, type Classification } from './classify';
import type { CallGraph, Edge } from './callGraph';
import { type CallSite, loopsAround, type Value } from './facts';
import { Lasting } from './lasting';
import { argumentAt } from './link/passed';
import { declaredAs } from './link/parameters';
import { type FunctionId, type Program, type ProgramFile, type ProgramFunction, thisBehind } from './link/program';
import type { Resolver } from './link/resolve';
import { madeAt } from './missing';

/** Names of what ends something. */
const endings = /(?:^|\.)_*(?:stop|close|shutdown|shut_down|disconnect|dispose|terminate|cleanup|clean_up|teardown|tear_down)$/;

export class Once {
  private readonly known = new Map<Value, boolean>();
  private readonly runOnce = new Map<FunctionId, boolean>();
  private readonly lasting: Lasting;

  constructor(
    private readonly program: Program,
    private readonly graph: CallGraph,
    private readonly resolver: Resolver,
    private readonly classification: Classification,
  ) {
    this.lasting = new Lasting(program, graph, resolver, classification, (caller, site) => this.isOnce(caller, site));
  }

  /**
   * True if what happens at a call site is never needed a second time.
   * @param by the call site that brought the caller there, if only that one counts
   */
  isOnce(caller: FunctionId, site: CallSite, by?: CallSite): boolean {
    const one = this.program.functions[caller];
    if (one && site.kept && this.isKept(caller, site, by) && !this.isTakenBack(one.file, site.kept)) return true;
    if (this.isMadeForGood(caller, site)) return true;
    // A callback that runs at once is as much behind a check as the call that it is handed to.
    const owners = (this.graph.incoming[caller] ?? []).filter(({ timing }) => timing === 'now');
    if (owners.length > 0) return owners.every((edge) => edge.from < caller && this.isOnce(edge.from, edge.site));
    return one !== undefined && !goesOn(one.file, site) && this.isRunOnce(caller);
  }

  /** True for what makes a file of the program's own where it is missing: the next time that the program starts, it is there. */
  isMadeForGood(caller: FunctionId, site: CallSite): boolean {
    const one = this.program.functions[caller];
    return one !== undefined && madeAt(this.resolver, one.file, site).some((thing) => this.lasting.few.isOne(one, thing));
  }

  /**
   * True for an async function that all of its callers run once: it carries its own findings, the chain begins in it. Or once
   * for a connection that lasts, if that is when the outside calls it.
   */
  private isRunOnce(id: FunctionId): boolean {
    const known = this.runOnce.get(id);
    if (known !== undefined) return known;
    this.runOnce.set(id, false);
    const callers = (this.graph.incoming[id] ?? []).filter(({ from }) => this.classification.bitsOf(from) & ~bits.tooling);
    const isOpening = this.classification.isOpening(id);
    const isOwn = this.program.functions[id]?.facts.async === true && (isOpening || !this.classification.isCalledByOthers(id));
    const answer = isOwn && (isOpening || callers.length > 0) && callers.every((edge) => this.runsOnce(edge, callers));
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
    return [caller, ...owners].some((id) => (this.classification.bitsOf(id) & bits.startup) !== 0 && !this.isTask(id));
  }

  /** What is begun at startup and goes on beside the program is no part of its start: `create_task(watch())`. */
  private isTask(id: FunctionId): boolean {
    return (this.graph.incoming[id] ?? []).some(({ timing }) => timing === 'event');
  }

  /** True if there is one of what a value names, for as long as the process lives. */
  isLasting(caller: FunctionId, value: Value): boolean {
    const one = this.program.functions[caller];
    return one !== undefined && this.lasting.isOne(one, value);
  }

  /** True if a call site asks for one of a few things, and they are written in the program. */
  asksForFew(caller: FunctionId, site: CallSite): boolean {
    return this.lasting.few.areAsked(caller, site);
  }

  /** True if what a call site is needed for is kept, perhaps until the program says otherwise. */
  private isKept(caller: FunctionId, { kept, forced }: CallSite, by: CallSite | undefined): boolean {
    const one = this.program.functions[caller];
    if (!one || !kept || forced?.some((value) => !this.isNeverPassed(one, value, by))) return false;
    const known = this.known.get(kept);
    if (known !== undefined) return known;
    this.known.set(kept, false); // a class that is made behind a check of its own
    const answer = this.lasting.isOne(one, kept);
    this.known.set(kept, answer);
    return answer;
  }

  /** True if the file also says that nothing is kept any more: `cached = null`, `pages.clear()`. */
  private isTakenBack(file: ProgramFile, kept: Value): boolean {
    if (kept.kind !== 'member') return isForgotten(file, kept);
    const { assignments, functions } = file.facts;
    return assignments.some(
      ({ target, value, function: owner, rescue }) =>
        isNothing(value) &&
        isSame(ofThis(file, target), ofThis(file, kept)) &&
        owner > 0 &&
        !rescue &&
        functions[owner]?.kind !== 'constructor' &&
        !this.isEnd(file.base + owner),
    );
  }

  /** True for what ends something for good, as far as anybody sees: `stop`, if nothing calls it on the loop. */
  private isEnd(id: FunctionId): boolean {
    const name = this.program.functions[id]?.facts.name ?? '';
    return endings.test(name) && !(this.classification.bitsOf(id) & bits.loop);
  }

  /** True for an option that nobody asks for: `if (!cached || again)`. */
  private isNeverPassed(one: ProgramFunction, value: Value, by: CallSite | undefined): boolean {
    const declared = value.kind === 'name' ? declaredAs(one.file, value.binding) : undefined;
    if (!declared || declared.isReassigned || one.file.base + declared.param.function !== one.id) return false;
    const { param, fallback } = declared;
    if (fallback && !isNothing(fallback)) return false;
    const callers = by ? [by] : (this.graph.incoming[one.id] ?? []).map(({ site }) => site);
    return callers.every((site) => isLeftOut(one, site, param.index));
  }
}

/** True if the one edge hands over the coroutine that the other one's call gives: `create_task(refresh())`. */
function handsOver({ timing, from, site }: Edge, made: Edge): boolean {
  const given = site.args.map((arg) => (arg.kind === 'keyword' ? arg.value : arg));
  return timing === 'event' && from === made.from && given.some((arg) => arg.kind === 'call' && arg.call === made.site.order);
}

/** As `isTakenBack`, of what is kept in a name or a table. */
function isForgotten({ facts }: ProgramFile, kept: Value): boolean {
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
  return false;
}

/** A member of `self` as one of `this`. */
function ofThis(file: ProgramFile, value: Value): Value {
  if (value.kind !== 'member' || value.object.kind !== 'name') return value;
  const self = thisBehind(file, value.object);
  return self ? { ...value, object: self } : value;
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
