// What goes through all of something that is large: loops, and calls such as `rows.filter(...)`. Linear in
// the data none of them is worth a word; one within another, over data of its own, is quadratic.

import type { CallGraph } from '../callGraph';
import { type CallSite, isSame, type LoopFacts, type Value } from '../facts';
import type { FunctionId, Program, ProgramFile } from '../link/program';
import type { Resolver } from '../link/resolve';
import { isMany, type Size, sizeOf } from '../size';
import { givesBack } from './giving';

/** Something that is gone through before the thread is given back. */
export interface Traversal {
  readonly caller: FunctionId;
  readonly file: ProgramFile;
  /** The loop's own site, or the call. */
  readonly site: CallSite;
  readonly over: Value;
  /** The loop that it is, by its index. */
  readonly loop?: number;
  /** The functions that it calls for each element. */
  readonly callbacks: readonly FunctionId[];
}

export type Large = Extract<Size, { readonly kind: 'large' }>;

export class Traversals {
  constructor(
    private readonly program: Program,
    private readonly graph: CallGraph,
    private readonly resolver: Resolver,
  ) {}

  /** What a call site goes through, whatever its size; `undefined` if it goes through nothing. */
  at(caller: FunctionId, site: CallSite): Traversal | undefined {
    const file = this.program.functions[caller]?.file;
    if (!file) return undefined;
    return site.use === 'loop' ? this.ofLoop(file, caller, site) : this.ofCall(file, caller, site);
  }

  private ofLoop(file: ProgramFile, caller: FunctionId, site: CallSite): Traversal | undefined {
    const loop = file.facts.loops.findIndex((one) => one.site === site.order);
    const facts = file.facts.loops[loop];
    if (!facts?.over || facts.keys || facts.bound !== undefined || givesBack(this.resolver, file, facts)) return undefined;
    return { caller, file, site, over: facts.over, loop, callbacks: [] };
  }

  private ofCall(file: ProgramFile, caller: FunctionId, site: CallSite): Traversal | undefined {
    const { callee, args } = site;
    if (site.use !== 'call' && site.use !== 'new') return undefined;
    const row = this.rowOf(file, site);
    const over = row && (row.of !== 'receiver' ? args[row.of] : callee.kind === 'member' ? callee.object : undefined);
    if (!row || !over || (row.most !== undefined && args.length > row.most)) return undefined;
    if (row.listsOnly && !this.isList(file, over)) return undefined;
    const edges = (this.graph.outgoing[caller] ?? []).filter((edge) => edge.site === site && edge.timing === 'now');
    // An async callback gives the thread back before the next one has run to its end.
    const callbacks = edges.flatMap(({ to }) => (this.program.functions[to]?.facts.async ? [] : [to]));
    return { caller, file, site, over, callbacks };
  }

  private rowOf(file: ProgramFile, site: CallSite): ReturnType<Resolver['knowledge']['traversal']> {
    const { knowledge } = this.resolver;
    const { language } = file.facts;
    const method = site.callee.kind === 'member' && site.use === 'call' ? knowledge.traversal(`#${site.callee.name}`, language) : undefined;
    if (method) return method;
    if (site.callee.kind !== 'name' && site.callee.kind !== 'member' && site.callee.kind !== 'import') return undefined;
    for (const target of this.resolver.callee(file, site)) {
      const row = target.kind === 'api' ? knowledge.traversal(target.path, language) : undefined;
      if (row) return row;
    }
    return undefined;
  }

  /** Sets and dictionaries find an element without looking at the others. */
  private isList(file: ProgramFile, value: Value): boolean {
    const lists = this.resolver.resolve(file, value).filter((one) => one.kind === 'array');
    if (lists.length > 0) return lists.every((one) => !one.value.hashed);
    const size = sizeOf(this.resolver, file, value);
    return size.kind === 'large' && size.list === true;
  }

  /** How large that is which it goes through, if it is large. */
  sizeOf({ file, over }: Pick<Traversal, 'file' | 'over'>): Large | undefined {
    if (this.resolver.constant(file, over).kind === 'object' || isRecord(file, over)) return undefined;
    const size = sizeOf(this.resolver, file, over);
    return isMany(size) ? size : undefined;
  }

  /**
   * The loops, and calls that call back, within which a call site runs again and again before the thread is given back; innermost
   * first. Up to the function that somebody calls.
   */
  around(caller: FunctionId, site: CallSite): Traversal[] {
    const file = this.program.functions[caller]?.file;
    const found: Traversal[] = [];
    for (let at = site.loop; file && at !== undefined; at = file.facts.loops[at]?.parent) {
      const facts: LoopFacts | undefined = file.facts.loops[at];
      if (!facts || givesBack(this.resolver, file, facts)) return found;
      const own = file.facts.calls[facts.site];
      if (facts.over && !facts.keys && own) found.push({ caller, file, site: own, over: facts.over, loop: at, callbacks: [] });
    }
    const [edge] = (this.graph.incoming[caller] ?? []).filter(({ timing }) => timing === 'now');
    if (!edge || edge.from === caller) return found;
    const call = this.at(edge.from, edge.site);
    return [...found, ...(call ? [call] : []), ...this.around(edge.from, edge.site)];
  }

  /** True if what is gone through is a part of the element at which `outer` stands: then both together come by everything once. */
  isPartOf(file: ProgramFile, over: Value, outer: Traversal): boolean {
    return file === outer.file && comesFrom(file, over, outer, 0);
  }
}

/** An object that is written out has few properties, however large they are; so have others that go by the same name. */
export function isRecord({ facts }: ProgramFile, over: Value): boolean {
  const values = over.kind === 'name' ? (facts.bindings[over.binding ?? -1]?.values ?? []) : [];
  return values.some((one) => one.kind === 'object' && one.properties.some(({ name }) => name !== undefined));
}

function comesFrom(file: ProgramFile, value: Value, outer: Traversal, depth: number): boolean {
  if (depth > deepest) return true;
  if (value.kind === 'param') return outer.callbacks.includes(file.base + value.function);
  if (value.kind === 'element' && goesThrough(file, outer.over, value.object)) return true;
  return partsOf(file, value).some((one) => comesFrom(file, one, outer, depth + 1));
}

/** True for what is gone through itself, and for what its keys or entries are taken of: `Object.keys(table)`, `table.items()`. */
function goesThrough(file: ProgramFile, over: Value, object: Value): boolean {
  if (isSame(object, over)) return true;
  const site = over.kind === 'call' ? file.facts.calls[over.call] : undefined;
  const of = site?.callee.kind === 'member' ? [site.callee.object, ...site.args] : (site?.args ?? []);
  return of.some((one) => isSame(object, one));
}

/** The values that a value is made of. */
function partsOf({ facts }: ProgramFile, value: Value): readonly Value[] {
  switch (value.kind) {
    case 'name':
      return facts.bindings[value.binding ?? -1]?.values ?? [];
    case 'call': {
      const site = facts.calls[value.call];
      return site ? [...(site.callee.kind === 'member' ? [site.callee.object] : []), ...site.args] : [];
    }
    case 'choice':
      return value.options;
    case 'array':
      return value.elements;
    case 'member':
    case 'element':
    case 'slice':
    case 'repeated':
      return [value.object];
    case 'await':
    case 'typed':
    case 'spread':
    case 'keyword':
    case 'shifted':
      return [value.value];
    default:
      return [];
  }
}

const deepest = 10;
