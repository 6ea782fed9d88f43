// Contexts: on the loop, at startup, off the loop, in tooling. They flow down the call graph from the
// roots as bit sets, and are recomputed whole at each edit: that is cheap, and deleting
// incrementally from a reachability relation is not.

import picomatch from 'picomatch/posix';
import type { CallGraph, Edge } from './callGraph';
import type { Context, ContextKind } from './findings';
import type { CallSite } from './facts';
import type { CallbackSource } from './knowledge';
import type { Knowledge } from './knowledgeIndex';
import type { FunctionId, Program, ProgramFile, ProgramFunction } from './link/program';
import type { Resolver } from './link/resolve';
import type { ProjectPort } from './project';
import { type Serving, servingPoints } from './serving';

export const bits = { loop: 1, startup: 2, offLoop: 4, tooling: 8 } as const;

export interface Classification {
  /** Bits of the contexts in which a call site may run. */
  bitsAt(caller: FunctionId, site: CallSite): number;
  /** The bits of the contexts in which the function is called. */
  bitsOf(id: FunctionId): number;
  /** True if the function's own call sites are reported in it: it is no helper that is reported where it is called. */
  isReported(id: FunctionId): boolean;
  /** Why the function's body runs where it runs. */
  contextOf(id: FunctionId, bitsAtSite: number): Context;
}

/** Lets the contexts flow. */
export function classify(
  program: Program,
  graph: CallGraph,
  resolver: Resolver,
  knowledge: Knowledge,
  project: ProjectPort,
): Classification {
  return new Flow(program, graph, resolver, knowledge, project).run();
}

class Flow implements Classification {
  private readonly bits: Uint8Array;
  private readonly tooling: boolean[];
  private readonly serving: readonly (Serving | undefined)[];
  private readonly pending: FunctionId[] = [];
  private readonly reported: boolean[] = [];

  constructor(
    private readonly program: Program,
    private readonly graph: CallGraph,
    resolver: Resolver,
    knowledge: Knowledge,
    project: ProjectPort,
  ) {
    this.bits = new Uint8Array(program.functions.length);
    const tooling = toolingFiles(program, knowledge, project);
    this.tooling = program.functions.map(({ file }) => tooling.has(file));
    this.serving = servingPoints(program, graph, resolver, knowledge);
  }

  run(): Classification {
    for (const one of this.program.functions) this.add(one.id, this.rootBits(one));
    this.drain();
    this.startForgottenCallbacks();
    for (const one of this.program.functions) this.reported.push(this.carriesFindings(one));
    return this;
  }

  bitsAt(caller: FunctionId, site: CallSite): number {
    const bitsOfCaller = this.bits[caller] ?? 0;
    const serving = this.serving[caller];
    const file = this.program.functions[caller]?.file;
    if (!serving || !file || !(bitsOfCaller & bits.startup)) return bitsOfCaller;
    const position = file.facts.calls.indexOf(site);
    if (position <= serving.begins) return bitsOfCaller & ~bits.loop;
    return serving.over !== undefined && position >= serving.over ? (bitsOfCaller & ~bits.startup) | bits.loop : bitsOfCaller;
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
    const owner = this.incoming(id).find((edge) => edge.timing === 'now');
    if (one?.facts.kind === 'module') return { kind: 'module', name: '', phase };
    if (one && one.facts.async && !(callback && isRoute(callback))) return { kind: asyncKind(one), name: one.facts.name, phase };
    if (callback)
      return { kind: callbackKinds[callback.source ?? 'core'], name: one?.facts.name || registrationName(callback.site), phase };
    if (owner && owner.from !== id) return this.contextOf(owner.from, bitsAtSite);
    return { kind: 'function', name: one?.facts.name ?? '', phase };
  }

  /** A function literal has a higher id than the function it stands in, whose answer is there already. */
  private carriesFindings({ id, facts }: ProgramFunction): boolean {
    if (!this.bits[id]) return false;
    if (facts.kind === 'module' || facts.async) return true;
    return this.incoming(id).some((edge) => isCallback(edge) || (edge.timing === 'now' && this.isReported(edge.from)));
  }

  private incoming(id: FunctionId): readonly Edge[] {
    return this.graph.incoming[id] ?? [];
  }

  /** What is known of a function before anybody's call is looked at. */
  private rootBits(one: ProgramFunction): number {
    const loop = this.tooling[one.id] ? bits.tooling : bits.loop;
    if (one.facts.kind === 'module') return this.tooling[one.id] ? bits.tooling : bits.startup;
    const callers = this.incoming(one.id);
    if (callers.some((edge) => edge.timing === 'event')) return loop;
    // Tests call everything: that says nothing of who else does.
    const callersOfItsKind = callers.filter((edge) => this.tooling[edge.from] === this.tooling[one.id]);
    const nobodyKnown = callersOfItsKind.length === 0 || callersOfItsKind.some((edge) => edge.guessed);
    return one.facts.async && nobodyKnown ? loop : 0;
  }

  private add(id: FunctionId, more: number): void {
    const before = this.bits[id] ?? 0;
    if ((before | more) === before) return;
    this.bits[id] = before | more;
    this.pending.push(id);
  }

  private drain(): void {
    for (let id = this.pending.pop(); id !== undefined; id = this.pending.pop()) {
      for (const edge of this.graph.outgoing[id] ?? []) this.add(edge.to, this.flowing(edge));
    }
  }

  private flowing(edge: Edge): number {
    if (edge.timing === 'event') return 0; // a root of its own
    if (edge.timing === 'elsewhere') return bits.offLoop;
    return this.bitsAt(edge.from, edge.site);
  }

  /** Continuations of functions that nobody is known to call: whoever calls them, the loop runs these. */
  private startForgottenCallbacks(): void {
    for (const edges of this.graph.incoming) {
      for (const { from, to, timing } of edges) {
        if (timing === 'continuation' && !this.bits[from]) this.add(to, this.tooling[to] ? bits.tooling : bits.loop);
      }
    }
    this.drain();
  }
}

function isCallback({ timing }: Edge): boolean {
  return timing === 'event' || timing === 'continuation';
}

function isRoute({ source }: Edge): boolean {
  return source === 'route';
}

/** Files that are tooling by their name, as seen from the folder that was asked about. */
function toolingFiles({ files }: Program, { toolingFiles: globs }: Knowledge, { roots }: ProjectPort): Set<ProgramFile> {
  if (globs.length === 0) return new Set();
  const matches = picomatch([...globs], { dot: true });
  return new Set(files.filter(({ facts }) => matches(nameFromRoot(facts.path, roots))));
}

function nameFromRoot(path: string, roots: readonly string[]): string {
  const root = roots.find((one) => path.startsWith(`${one}/`));
  return root === undefined ? path.replace(/^(?:[A-Za-z]:)?\/+/, '') : path.slice(root.length + 1);
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
