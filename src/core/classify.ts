// Contexts: on the loop, at startup, off the loop, in tooling. They flow down the call graph from the
// roots as bit sets, and are recomputed whole at each edit: that is cheap, and deleting
// incrementally from a reachability relation is not.

import { type Arriving, findArriving } from './arriving';
import { answeringFunctions } from './callbackStyle';
import type { CallGraph, Edge } from './callGraph';
import { drivenFunctions } from './driven';
import { type Endings, findEndings } from './endings';
import { isForDevelopers } from './environment';
import { type FileMode, fileModes } from './fileModes';
import type { Context, ContextKind } from './findings';
import { type CallSite, type Condition, type LoopFacts, loopsAround } from './facts';
import type { CallbackSource } from './knowledge';
import { sitesUsing } from './link/called';
import { parameterIn } from './link/parameters';
import { type FunctionId, isPython, type Program, type ProgramFile, type ProgramFunction } from './link/program';
import { reach, reachAll } from './link/reach';
import type { Resolver } from './link/resolve';
import { isOffLoop } from './onLoop';
import type { ProjectPort } from './project';
import type { Roots } from './roots';
import { type Serving, servingPoints } from './serving';

export const bits = { loop: 1, startup: 2, offLoop: 4, tooling: 8 } as const;

export interface Classification {
  /** Bits of the contexts in which a call site may run. */
  bitsAt(caller: FunctionId, site: CallSite): number;
  /** The bits of the contexts in which the function is called. */
  bitsOf(id: FunctionId): number;
  /** True if the function's own call sites are reported in it: it is no helper that is reported where it is called. */
  isReported(id: FunctionId): boolean;
  /** True if a framework or a loop calls the function, whoever else does. */
  isCalledByOthers(id: FunctionId): boolean;
  /** True if the outside calls the function when the program begins, and perhaps again. */
  isOpening(id: FunctionId): boolean;
  /** True if the program serves somebody once it has started. */
  servesOthers(): boolean;
  /** Why the function's body runs where it runs. */
  contextOf(id: FunctionId, bitsAtSite: number): Context;
}

/** Lets the contexts flow. */
export function classify(program: Program, graph: CallGraph, resolver: Resolver, roots: Roots, project: ProjectPort): Classification {
  return new Flow(program, graph, resolver, roots, project).run();
}

class Flow implements Classification {
  private readonly bits: Uint8Array;
  private readonly modes: readonly FileMode[];
  /** Those that no caller brings. */
  private readonly own: Uint8Array;
  private readonly arriving: Arriving;
  /** Functions in which it matters who calls them, and what each edge to one has brought. */
  private readonly selective: ReadonlySet<FunctionId>;
  private readonly flowed = new Map<Edge, number>();
  /** For functions of files that never run on the program's own thread, and for what it drives itself: the bits that all of them have. */
  private readonly only: readonly number[];
  private readonly serving: readonly (Serving | undefined)[];
  /** What begins to serve others, sooner or later. */
  private readonly openers: ReadonlySet<FunctionId>;
  /** What modules call to start the program: who calls it again later starts the program again. */
  private readonly mains: ReadonlySet<FunctionId>;
  private readonly pending: FunctionId[] = [];
  private readonly reported: boolean[] = [];
  private readonly setUpMethods: readonly string[];
  private readonly answering: ReadonlySet<FunctionId>;
  /** Functions that make an application, or have one made. */
  private readonly makers: ReadonlySet<FunctionId>;
  private readonly atStartup: ReadonlySet<FunctionId>;
  private readonly forDevelopers = new Map<Condition, boolean>();
  private readonly whereNoLoopRuns = new Map<Condition, boolean>();
  private readonly developersOnly: ReadonlySet<FunctionId>;
  private readonly endings: Endings;

  constructor(
    private readonly program: Program,
    private readonly graph: CallGraph,
    private readonly resolver: Resolver,
    private readonly roots: Roots,
    project: ProjectPort,
  ) {
    this.bits = new Uint8Array(program.functions.length);
    this.own = new Uint8Array(program.functions.length);
    this.arriving = findArriving(program, graph);
    this.selective = new Set([...this.arriving.values()].flatMap((edges) => edges.map(({ to }) => to)));
    this.modes = fileModes(program, graph, resolver, roots, project);
    const only = this.modes.map(onlyBits);
    const driven = drivenFunctions(program, graph, resolver);
    this.only = program.functions.map(({ id, file }) => only[file.index] || (driven.has(id) ? bits.startup : 0));
    this.answering = answeringFunctions(program);
    this.makers = makersOf(program, graph, resolver);
    this.developersOnly = this.findDevelopersOnly();
    this.endings = findEndings(program, graph, resolver);
    this.setUpMethods = resolver.knowledge.programNames.setUpMethods;
    const { points, openers, starters } = servingPoints(program, graph, resolver);
    this.serving = points.map((point, id) => (this.isLifespan(id) ? undefined : point));
    this.openers = openers;
    this.mains = new Set(program.functions.flatMap(({ id }) => (starters.has(id) && this.isStartedByModule(id) ? [id] : [])));
    this.atStartup = this.findStartup();
  }

  run(): Classification {
    for (const one of this.program.functions) this.begin(one.id, this.rootBits(one));
    this.drain();
    this.startForgotten();
    for (const one of this.program.functions) this.reported.push(this.carriesFindings(one));
    return this;
  }

  bitsAt(caller: FunctionId, site: CallSite): number {
    const bitsHere = this.bitsBeforeEnd(caller, site);
    return bitsHere & ~bits.offLoop && this.isForDevelopers(caller, site) ? bits.tooling : bitsHere;
  }

  /** Who is about to end the process keeps nobody waiting. */
  private bitsBeforeEnd(caller: FunctionId, site: CallSite): number {
    const bitsHere = this.bitsInProduction(caller, site);
    if (bitsHere & bits.loop && this.isOffLoop(caller, site)) return bitsHere & ~bits.loop || bits.offLoop;
    return bitsHere & bits.loop && this.endings.isBeforeEnd(caller, site) ? bitsHere & ~bits.loop || bits.offLoop : bitsHere;
  }

  private bitsInProduction(caller: FunctionId, site: CallSite): number {
    const bitsOfCaller = this.bitsArriving(caller, site);
    if (bitsOfCaller & bits.startup && this.goesOnForEver(caller, site)) return (bitsOfCaller & ~bits.startup) | bits.loop;
    const serving = this.serving[caller];
    if (!serving || !this.atStartup.has(caller)) return bitsOfCaller;
    if (site.order <= serving.begins) return bitsOfCaller & ~bits.loop;
    return serving.over !== undefined && site.order >= serving.over ? (bitsOfCaller & ~bits.startup) | bits.loop : bitsOfCaller;
  }

  /** What only some callers bring the function to has their contexts only. */
  private bitsArriving(caller: FunctionId, site: CallSite): number {
    const edges = this.arriving.get(site);
    const all = this.bits[caller] ?? 0;
    return edges ? edges.reduce((found, edge) => found | (this.flowed.get(edge) ?? 0), (this.own[caller] ?? 0) & all) : all;
  }

  /** What an endless loop does between its awaits is no startup: whatever else the program does waits for it, again and again. */
  private goesOnForEver(caller: FunctionId, { loop }: CallSite): boolean {
    const loops = this.program.functions[caller]?.file.facts.loops ?? [];
    return loopsAround(loops, loop).some(isForEver);
  }

  bitsOf(id: FunctionId): number {
    return this.bits[id] ?? 0;
  }

  isReported(id: FunctionId): boolean {
    return this.reported[id] ?? false;
  }

  contextOf(id: FunctionId, bitsAtSite: number): Context {
    const one = this.program.functions[id];
    const phase = bitsAtSite & bits.loop ? 'loop' : bitsAtSite & bits.startup ? 'startup' : 'tooling';
    const callback = this.incoming(id).find(isCallback);
    const source = this.roots.get(id)?.source ?? (callback && (callback.source ?? 'core'));
    const owner = this.incoming(id).find((edge) => edge.timing === 'now');
    if (one?.facts.kind === 'module') return { kind: 'module', name: '', phase };
    if (one && one.facts.async && source !== 'route') return { kind: asyncKind(one), name: one.facts.name, phase };
    if (source) return { kind: callbackKinds[source], name: one?.facts.name || (callback ? registrationName(callback.site) : ''), phase };
    if (owner && owner.from !== id) return this.contextOf(owner.from, bitsAtSite);
    return { kind: 'function', name: one?.facts.name ?? '', phase };
  }

  /** A function literal has a higher id than the function it stands in, whose answer is there already. */
  private carriesFindings({ id, facts }: ProgramFunction): boolean {
    if (!this.bits[id]) return false;
    if (facts.kind === 'module' || facts.async || this.isCalledOnLoop(id)) return true;
    if (this.answering.has(id) && this.incoming(id).length === 0) return true;
    return this.incoming(id).some((edge) => isCallback(edge) || (edge.timing === 'now' && this.isReported(edge.from)));
  }

  isCalledByOthers(id: FunctionId): boolean {
    return this.roots.has(id);
  }

  isOpening(id: FunctionId): boolean {
    return this.roots.get(id)?.opens === true;
  }

  servesOthers(): boolean {
    return this.openers.size > 0 || [...this.roots.values()].some(({ when }) => when === 'event');
  }

  private isCalledOnLoop(id: FunctionId): boolean {
    const root = this.roots.get(id);
    return root !== undefined && root.when !== 'elsewhere';
  }

  /** What a server goes through around its own work: it serves nobody before the `yield`, and nobody after it. */
  private isLifespan(id: FunctionId): boolean {
    const facts = this.program.functions[id]?.facts;
    const callers = facts?.async && facts.generator ? this.incoming(id).filter(({ from }) => !this.isTooling(from)) : [];
    return callers.length > 0 && callers.every(({ timing }) => timing === 'startup');
  }

  private isStartedByModule(id: FunctionId): boolean {
    return this.incoming(id).some(({ from, timing }) => timing === 'call' && this.program.functions[from]?.facts.kind === 'module');
  }

  private isTooling(id: FunctionId): boolean {
    return this.only[id] === bits.tooling;
  }

  private isCommand(id: FunctionId): boolean {
    return this.modeOf(id)?.command === true;
  }

  private modeOf(id: FunctionId): FileMode | undefined {
    return this.modes[this.program.functions[id]?.file.index ?? -1];
  }

  private incoming(id: FunctionId): readonly Edge[] {
    return this.graph.incoming[id] ?? [];
  }

  /** What is known of a function before anybody's call is looked at. */
  private rootBits(one: ProgramFunction): number {
    const events = this.incoming(one.id).filter((edge) => edge.timing === 'event' && !this.isBegunBy(edge));
    const { when, opens } = this.roots.get(one.id) ?? {};
    if (when === 'elsewhere') return bits.offLoop;
    if (opens) return bits.loop | bits.startup;
    if (when === 'event' || events.some((edge) => !this.isOfDevelopers(edge))) return bits.loop;
    if (events.length > 0) return bits.tooling;
    if (this.isRootOfStartup(one)) return bits.startup;
    if (this.modeOf(one.id)?.vendored) return 0; // whoever calls it is known
    if (this.answering.has(one.id) && this.incoming(one.id).length === 0) return bits.loop;
    return this.isUncalled(one) ? bits.loop : 0;
  }

  /** An exported function that begins to serve is what starts the program, whoever calls it. */
  private isRootOfStartup(one: ProgramFunction): boolean {
    if (one.facts.kind === 'module' || this.roots.get(one.id)?.when === 'startup') return true;
    if (this.incoming(one.id).some(({ timing }) => timing === 'startup')) return true;
    return (this.isUncalled(one) || this.incoming(one.id).length === 0) && this.startsProgram(one);
  }

  /** Who begins to serve, or registers routes, is at work when the program starts, whoever calls it. */
  private startsProgram({ id, facts, file, calls }: ProgramFunction): boolean {
    // In Python a plain function starts the loop: `asyncio.run(main())`.
    const mayStart = facts.async || isPython(file);
    if (this.openers.has(id) || this.makers.has(id) || (mayStart && this.serving[id]?.anywhere === false)) return true;
    const addsRoutes = this.graph.outgoing[id]?.some((edge) => edge.timing === 'event' && edge.source === 'route') === true;
    return addsRoutes || (facts.async && calls.some((site) => setsUp(file, site, this.setUpMethods)));
  }

  /** A plain function of Python that hands its loop a coroutine which begins to serve begins the program: `loop.create_task(main())`. */
  private isBegunBy({ from, to }: Edge): boolean {
    const [starter, main] = [this.program.functions[from], this.program.functions[to]];
    if (!starter || !main || !isPython(starter.file) || starter.facts.async || !main.facts.async) return false;
    return this.openers.has(to);
  }

  private isOfDevelopers({ from, site }: Edge): boolean {
    return this.developersOnly.has(from) || this.isForDevelopers(from, site);
  }

  /** Functions that are called, and by nothing but what only developers reach. */
  private findDevelopersOnly(): Set<FunctionId> {
    const isOne = (id: FunctionId, found: ReadonlySet<FunctionId>): boolean =>
      this.incoming(id).length > 0 && this.incoming(id).every((edge) => found.has(edge.from) || this.isForDevelopers(edge.from, edge.site));
    return reachAll(
      this.program.functions.map(({ id }) => id),
      isOne,
      (id) => (this.graph.outgoing[id] ?? []).map((edge) => edge.to),
    );
  }

  /** What runs in development and tests only is tooling, wherever it stands. */
  private isForDevelopers(caller: FunctionId, site: CallSite): boolean {
    return this.standsUnder(caller, site, this.forDevelopers, isForDevelopers);
  }

  private isOffLoop(caller: FunctionId, site: CallSite): boolean {
    return this.standsUnder(caller, site, this.whereNoLoopRuns, isOffLoop);
  }

  private standsUnder(caller: FunctionId, { conditions }: CallSite, known: Map<Condition, boolean>, ask: typeof isOffLoop): boolean {
    const file = this.program.functions[caller]?.file;
    if (!file || conditions.length === 0) return false;
    return conditions.some((condition) => {
      const answer = known.get(condition) ?? ask(this.resolver, file, condition);
      known.set(condition, answer);
      return answer;
    });
  }

  /** An async function of which nobody knows who calls it. Tests call everything: that says nothing of who else does. */
  private isUncalled({ id, facts }: ProgramFunction): boolean {
    const callers = this.incoming(id).filter(({ from }) => this.isCommand(from) || this.isTooling(from) === this.isTooling(id));
    return facts.async && (callers.length === 0 || callers.some((edge) => edge.guessed));
  }

  /** Which functions run at startup is settled first: what flows from them depends on it. */
  private findStartup(): Set<FunctionId> {
    const roots = this.program.functions.filter((one) => !this.only[one.id] && this.isRootOfStartup(one));
    const next = (id: FunctionId): FunctionId[] =>
      (this.graph.outgoing[id] ?? []).flatMap((edge) => (this.staysStartup(edge) ? [edge.to] : []));
    return reach(
      roots.map(({ id }) => id),
      next,
    );
  }

  private staysStartup({ from, to, site, timing }: Edge): boolean {
    const over = this.serving[from]?.over;
    const before = (over === undefined || site.order < over) && !this.goesOnForEver(from, site);
    return before && timing !== 'event' && timing !== 'elsewhere' && !this.only[to];
  }

  private begin(id: FunctionId, bitsOfRoot: number): void {
    this.own[id] = (this.own[id] ?? 0) | this.within(id, bitsOfRoot);
    this.add(id, bitsOfRoot);
  }

  /** What stands in a test runs in tests only, what stands in a worker only there, whoever is said to call it. */
  private within(id: FunctionId, bitsOfCaller: number): number {
    return (bitsOfCaller && this.only[id]) || bitsOfCaller;
  }

  private add(id: FunctionId, bitsOfCaller: number): void {
    const more = this.within(id, bitsOfCaller);
    const before = this.bits[id] ?? 0;
    if ((before | more) === before) return;
    this.bits[id] = before | more;
    this.pending.push(id);
  }

  private drain(): void {
    for (let id = this.pending.pop(); id !== undefined; id = this.pending.pop()) {
      for (const edge of this.graph.outgoing[id] ?? []) this.follow(edge);
    }
  }

  private follow(edge: Edge): void {
    const brought = this.flowing(edge);
    this.add(edge.to, brought);
    if (!this.selective.has(edge.to)) return;
    const before = this.flowed.get(edge) ?? 0;
    const after = before | this.within(edge.to, brought);
    if (after === before) return;
    this.flowed.set(edge, after);
    this.pending.push(edge.to);
  }

  private flowing(edge: Edge): number {
    if (edge.timing === 'event' || edge.timing === 'startup') return 0; // a root of its own
    if (edge.timing === 'elsewhere') return bits.offLoop;
    const here = this.bitsAt(edge.from, edge.site);
    return this.mains.has(edge.to) ? here & ~bits.loop : here;
  }

  /** Async functions and continuations whose callers nobody is known to call: whoever does, the loop runs these. */
  private startForgotten(): void {
    for (const { id, facts } of this.program.functions) {
      if (this.modeOf(id)?.vendored) continue;
      const continues = this.incoming(id).some(({ from, timing }) => timing === 'continuation' && !this.bits[from]);
      if (continues || (facts.async && !this.bits[id])) this.begin(id, bits.loop);
    }
    this.drain();
  }
}

/** Functions that make what serves, themselves or in what they call. */
function makersOf({ functions }: Program, graph: CallGraph, resolver: Resolver): Set<FunctionId> {
  const { knowledge } = resolver;
  const making = sitesUsing(resolver, (path, use) => (use === 'new' || use === 'call') && knowledge.isApplication(path));
  const makes = ({ id }: ProgramFunction): boolean => (graph.sites[id] ?? []).some((site) => making.has(site));
  const callers = (id: FunctionId): FunctionId[] =>
    (graph.incoming[id] ?? []).flatMap(({ from, timing }) => (timing === 'call' ? [from] : []));
  return reach(
    functions.filter(makes).map(({ id }) => id),
    callers,
  );
}

function isForEver({ endless, awaits, leaves }: LoopFacts): boolean {
  return endless && awaits.length > 0 && !leaves;
}

/** `app.register(plugin)` in a function that was given `app`. */
function setsUp(file: ProgramFile, { use, callee, function: owner }: CallSite, methods: readonly string[]): boolean {
  if (file.facts.language !== 'javascript' || use !== 'call' || callee.kind !== 'member' || !methods.includes(callee.name)) return false;
  const binding = parameterIn(file, callee.object);
  return binding !== undefined && file.facts.bindings[binding]?.function === owner;
}

function isCallback({ timing }: Edge): boolean {
  return timing === 'event' || timing === 'continuation' || timing === 'startup';
}

function onlyBits(mode: FileMode | undefined): number {
  return (mode?.tooling ? bits.tooling : 0) | (mode?.offLoop ? bits.offLoop : 0);
}

function asyncKind({ facts }: ProgramFunction): ContextKind {
  if (facts.generator) return 'async-generator';
  return facts.kind === 'method' ? 'async-method' : 'async-function';
}

const callbackKinds: Readonly<Record<CallbackSource, ContextKind>> = {
  timer: 'timer-callback',
  promise: 'promise-callback',
  event: 'event-listener',
  route: 'route-handler',
  stream: 'stream-callback',
  core: 'core-callback',
  worker: 'core-callback',
  sync: 'function',
};

/** A callback without a name goes by its registration: `app.get('/users')`. */
function registrationName({ name, args }: CallSite): string {
  const [first] = args;
  return first?.kind === 'literal' && typeof first.value === 'string' ? `${name}('${first.value}')` : name;
}
