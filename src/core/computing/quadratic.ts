// Work that grows with the square of data from outside: a traversal of something large within another, in
// one function or along a chain of calls. Only evidence counts on both sides: most lists are short.

import type { CallGraph } from '../callGraph';
import { copiedIn } from '../copies';
import { type CallSite, isInLoop, isSame, type Value } from '../facts';
import type { BlockingRow, Cost } from '../knowledge';
import type { FunctionId, Program } from '../link/program';
import type { Resolver } from '../link/resolve';
import { input, isInput } from './input';
import { computingRow } from './rows';
import { type Large, type Traversal, Traversals } from './traversals';

export interface QuadraticWork {
  /** Whole in one function: the outer traversal, by its site. */
  readonly whole: ReadonlyMap<CallSite, Found>;
  /** What somebody may call from within another traversal. */
  readonly passes: ReadonlyMap<CallSite, Found>;
}

interface Found {
  readonly caller: FunctionId;
  readonly row: BlockingRow;
  /** What is gone through. */
  readonly over: Value;
}

const note = 'A `Set` or `Map` that is built once before makes it linear';
const pythonNote = 'A `set` or `dict` that is built once before makes it linear';

/** Finds it in all functions of a program. */
export function findQuadraticWork(program: Program, graph: CallGraph, resolver: Resolver): QuadraticWork {
  return new Search(program, graph, resolver, new Traversals(program, graph, resolver)).find();
}

/** What work costs whose time grows with the square of so much. */
export function quadraticCost(size: Pick<Large, 'why'>): Cost {
  return { class: 'unbounded', why: `its time grows with the square of ${size.why}` };
}

class Search {
  private readonly whole = new Map<CallSite, Found>();
  private readonly passes = new Map<CallSite, Found>();
  /** Functions that run in each round of something large. */
  private readonly within = new Set<FunctionId>();

  constructor(
    private readonly program: Program,
    private readonly graph: CallGraph,
    private readonly resolver: Resolver,
    private readonly traversals: Traversals,
  ) {}

  find(): QuadraticWork {
    for (const { id } of this.program.functions) for (const site of this.graph.sites[id] ?? []) this.lookAt(id, site);
    for (const id of this.reachable()) for (const site of this.graph.sites[id] ?? []) this.addPass(id, site);
    return { whole: this.whole, passes: this.passes };
  }

  /** Only what has a body can be the outer one. */
  private lookAt(id: FunctionId, site: CallSite): void {
    if (site.use !== 'loop' && !site.args.some(isFunction)) return;
    const outer = this.traversals.at(id, site);
    if (!outer || (outer.loop === undefined && outer.callbacks.length === 0)) return;
    const [copied, body] = [this.nameCopied(outer), this.bodyOf(outer)];
    const inner = body.flatMap(([caller, one]) => this.traversals.at(caller, one) ?? []);
    const called = body.flatMap(([caller, one]) => this.calls(caller, one));
    // Most do nothing in each round that could matter, and how large things are takes long to find out.
    if (copied === undefined && inner.length === 0 && called.length === 0) return;
    const size = this.traversals.sizeOf(outer);
    // Few are large or come from somebody unknown: only of those it matters what they repeat.
    if ((!size && !isInput(this.resolver, outer.file, outer.over)) || this.isCovered(outer)) return;
    if (size && copied !== undefined) return void this.whole.set(site, { caller: id, row: copyRow(outer, size, copied), over: outer.over });
    const found = inner.find((one) => (size ? this.isApart(one, outer) : isPassAgain(one, outer)));
    if (found) this.whole.set(site, { caller: id, row: rowOf(outer, size ?? input, found), over: outer.over });
    if (size) for (const one of called) this.within.add(one);
  }

  /** What each round makes a longer copy of: `all = [...all, one]`, or what `reduce` is given back. */
  private nameCopied({ file, loop, site, callbacks }: Traversal): string | undefined {
    const [copied] = file.facts.loops[loop ?? -1]?.copies ?? [];
    if (copied?.kind === 'name') return copied.name;
    const [only] = /\breduce(?:Right)?$/.test(site.name) ? callbacks : [];
    const one = only === undefined ? undefined : this.program.functions[only];
    const binding = one?.facts.params[0]?.bindings[0];
    const isGivenBack = (value: Value): boolean => value.kind === 'name' && binding !== undefined && value.binding === binding;
    const given = one?.facts.returns.flatMap((value) => copiedIn(one.file.facts.calls, value)) ?? [];
    return given.some(isGivenBack) ? one?.file.facts.bindings[binding ?? -1]?.name : undefined;
  }

  /** True for something else that is large. Of what unknown callers pass only itself counts for that: two lists may well be short. */
  private isApart(inner: Traversal, outer: Traversal): boolean {
    return this.traversals.sizeOf(inner) !== undefined && !this.traversals.isPartOf(inner.file, inner.over, outer);
  }

  /** True if the same is said of a traversal around it. */
  private isCovered({ caller, site }: Traversal): boolean {
    return this.traversals.around(caller, site).some((one) => this.whole.has(one.site));
  }

  /** All call sites that run in each round, but in functions that are called. */
  private bodyOf({ caller, loop, callbacks, file }: Traversal): [FunctionId, CallSite][] {
    const own = loop === undefined ? [] : (this.graph.sites[caller] ?? []).filter((site) => isInLoop(file.facts.loops, site.loop, loop));
    const sites = own.map((site): [FunctionId, CallSite] => [caller, site]);
    const called = own.flatMap((site) => this.calledBack(caller, site));
    return [...sites, ...[...callbacks, ...called].flatMap((id) => this.sitesOf(id, 0))];
  }

  private sitesOf(id: FunctionId, depth: number): [FunctionId, CallSite][] {
    if (depth > 5) return [];
    const sites = this.graph.sites[id] ?? [];
    return sites.flatMap((site): [FunctionId, CallSite][] => [
      [id, site],
      ...this.calledBack(id, site).flatMap((one) => this.sitesOf(one, depth + 1)),
    ]);
  }

  private calledBack(id: FunctionId, site: CallSite): FunctionId[] {
    return (this.graph.outgoing[id] ?? []).flatMap((edge) => (edge.site === site && edge.timing === 'now' ? [edge.to] : []));
  }

  private calls(id: FunctionId, site: CallSite): FunctionId[] {
    return (this.graph.outgoing[id] ?? []).flatMap((edge) => (edge.site === site && edge.timing === 'call' ? [edge.to] : []));
  }

  private reachable(): Set<FunctionId> {
    const found = new Set(this.within);
    for (const id of found)
      for (const { timing, to } of this.graph.outgoing[id] ?? []) if (timing === 'call' || timing === 'now') found.add(to);
    return found;
  }

  private addPass(id: FunctionId, site: CallSite): void {
    const one = this.traversals.at(id, site);
    const size = one && !this.whole.has(site) && this.traversals.sizeOf(one);
    if (!one || !size) return;
    const why = `goes through ${size.why}, again and again in the loop around`;
    const row = computingRow(one.file, site, { rule: 'cpu-loop', why, note: noteFor(one) });
    this.passes.set(site, { caller: id, row, over: one.over });
  }
}

function rowOf(outer: Traversal, size: Pick<Large, 'why'>, { site }: Traversal): BlockingRow {
  const why = `goes through ${size.why}, and in each round runs \`${site.name}\` over as much again`;
  return computingRow(outer.file, outer.site, { rule: 'cpu-loop', why, note: noteFor(outer) });
}

function copyRow(outer: Traversal, size: Large, name: string): BlockingRow {
  const why = `goes through ${size.why}, and in each round copies all of \`${name}\` once more`;
  return computingRow(outer.file, outer.site, { rule: 'cpu-loop', why, note: `Put it into \`${name}\` itself instead of a copy` });
}

function noteFor({ file }: Traversal): string {
  return file.facts.language === 'python' ? pythonNote : note;
}

/** True for the same list once more, to its end: a loop that may leave often looks ahead only. */
function isPassAgain(inner: Traversal, outer: Traversal): boolean {
  const mayLeave = inner.loop !== undefined && inner.file.facts.loops[inner.loop]?.leaves === true;
  return !mayLeave && inner.file === outer.file && isSame(inner.over, outer.over);
}

function isFunction({ kind }: Value): boolean {
  return kind === 'function' || kind === 'name' || kind === 'member' || kind === 'keyword';
}
