// The call graph: who runs whose body, at which call site, and when. Dense arrays by function id.
// A callback that runs before its call returns belongs to its caller; any other is run by the loop.

import type { CallSite, Value } from './facts';
import type { CallbackSource, CallbackTiming } from './knowledge';
import { bodiesAt, bodiesOf } from './link/bodies';
import { HandOver, isHandedIn } from './link/handOver';
import { declaredAs } from './link/parameters';
import type { FunctionId, Program, ProgramFile, ProgramFunction } from './link/program';
import type { Resolver } from './link/resolve';
import { mayRun } from './reachable';

/** `call`: the callee's body runs within the call. The other timings are those of a function handed over. */
export type EdgeTiming = 'call' | CallbackTiming;

export interface Edge {
  readonly from: FunctionId;
  readonly to: FunctionId;
  readonly site: CallSite;
  readonly timing: EdgeTiming;
  /** Who calls a callback back; absent for calls. */
  readonly source?: CallbackSource;
  /** True if nothing is known of the callee that the function is handed to. */
  readonly guessed?: boolean;
  /** True if who calls back comes to an end by itself. */
  readonly transient?: boolean;
}

export interface CallGraph {
  /** The call sites of each function that may run, in evaluation order. */
  readonly sites: readonly (readonly CallSite[])[];
  /** Edges by the function that they leave from, in the order of its call sites. */
  readonly outgoing: readonly (readonly Edge[])[];
  readonly incoming: readonly (readonly Edge[])[];
}

/** Links every call site of the program. */
export function buildCallGraph(program: Program, resolver: Resolver): CallGraph {
  const outgoing: Edge[][] = program.functions.map(() => []);
  const incoming: Edge[][] = program.functions.map(() => []);
  const handOver = new HandOver(program, resolver);
  const sites = program.functions.map(({ file, calls }) => calls.filter((site) => mayRun(program, resolver, file, site)));
  for (const caller of program.functions) {
    for (const site of sites[caller.id] ?? []) {
      const bodies = bodiesRun(caller.file, site, resolver);
      for (const edge of [...callEdges(caller, site, bodies), ...callbackEdges(caller, site, bodies, resolver, handOver)]) {
        outgoing[edge.from]?.push(edge);
        incoming[edge.to]?.push(edge);
      }
    }
  }
  return { sites, outgoing, incoming };
}

function callEdges(caller: ProgramFunction, site: CallSite, bodies: readonly FunctionId[]): Edge[] {
  const timing = timingOfCall(site);
  return bodies.map((to) => ({ from: caller.id, to, site, timing }));
}

/** An immediately invoked function belongs to its caller like a callback that runs at once. */
function timingOfCall({ callee }: CallSite): EdgeTiming {
  const called = callee.kind === 'member' && /^(?:call|apply)$/.test(callee.name) ? callee.object : callee;
  return called.kind === 'function' ? 'now' : 'call';
}

/** The bodies that run within a use of a callee. */
function bodiesRun(file: ProgramFile, site: CallSite, resolver: Resolver): readonly FunctionId[] {
  const { callee, use } = site;
  if (use === 'read') return resolver.members.accessors(file, callee, 'getter');
  if (use === 'write') return resolver.members.accessors(file, callee, 'setter');
  if (use === 'jsx' || use === 'import') return [];
  if (!isHandedIn(file, callee, resolver)) return bodiesAt(resolver, file, site);
  // Callers are charged with what functions they hand in; an object that can be called is known by its class.
  return resolver.callee(file, site).flatMap((target) => (target.kind === 'instance' ? bodiesOf(resolver, target, site) : []));
}

interface HandedOver {
  readonly to: FunctionId;
  readonly index: number;
  /** Its name in the object literal that is handed over. */
  readonly property?: string | undefined;
  /** True if the function is written right there, and not a named one that is passed on. */
  readonly literal: boolean;
  /** True if it is what a call gives: then only those who are known to call it back do. */
  readonly made: boolean;
}

type Found = Omit<HandedOver, 'index'>;

function callbackEdges(
  caller: ProgramFunction,
  site: CallSite,
  bodies: readonly FunctionId[],
  resolver: Resolver,
  handOver: HandOver,
): Edge[] {
  const found = [...handedOver(caller.file, site, resolver), ...defaultsTaken(site, bodies, resolver)];
  return found.flatMap(({ to, index, property, literal, made }) => {
    const registration = handOver.registration(caller.file, site, index, property);
    if (!registration || (made && registration.guessed)) return [];
    const isPlain = !resolver.program.functions[to]?.facts.async;
    const timing = timingOf((isPlain ? registration.plain : undefined) ?? registration.timing, literal);
    return [{ ...registration, from: caller.id, to, site, timing }];
  });
}

/** A named function that is run at once is called like any other: the finding stands where it is handed over. */
function timingOf(timing: CallbackTiming, literal: boolean): EdgeTiming {
  return timing === 'now' && !literal ? 'call' : timing;
}

/** Functions among the arguments, among the properties of an argument that is an object literal, and in lists. */
function handedOver(file: ProgramFile, site: CallSite, resolver: Resolver): HandedOver[] {
  const { args, use } = site;
  if (use === 'read' || (use === 'write' && !args.some(isFunction))) return [];
  const depth = callsBack(file, site, resolver) ? deepest : 0;
  return args.flatMap((arg, index) =>
    [...functionsIn(file, arg, resolver, depth), ...onlyKnown(coroutinesIn(file, arg, resolver, 0))].map((one) => ({ ...one, index })),
  );
}

/** What a coroutine that is handed over will run: `create_task(fetch(url))`, `gather(*[fetch(url) for url in urls])`. */
function coroutinesIn(file: ProgramFile, value: Value, resolver: Resolver, depth: number): Found[] {
  if (file.facts.language !== 'python' || depth > 4) return [];
  const within = (one: Value): Found[] => coroutinesIn(file, one, resolver, depth + 1);
  if (value.kind === 'keyword' || value.kind === 'spread') return within(value.value);
  if (value.kind === 'array') return value.elements.flatMap(within);
  if (value.kind === 'name') return (file.facts.bindings[value.binding ?? -1]?.values ?? []).flatMap(within);
  const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
  if (site?.use !== 'call' || site.awaited) return [];
  const bodies = bodiesAt(resolver, file, site).filter((id) => resolver.program.functions[id]?.facts.async);
  return bodies.map((to) => ({ to, literal: false, made: true }));
}

/** Functions that a callee has as defaults of parameters for which nothing is passed. */
function defaultsTaken(site: CallSite, bodies: readonly FunctionId[], resolver: Resolver): HandedOver[] {
  if ((site.use !== 'call' && site.use !== 'new') || site.args.some(({ kind }) => kind === 'spread')) return [];
  return bodies.flatMap((id) => {
    const callee = resolver.program.functions[id];
    const rest = callee?.facts.params.slice(site.args.length) ?? [];
    return rest.flatMap(({ bindings: [binding] }, i) =>
      callee ? onlyKnown(defaultOf(callee.file, binding, resolver)).map((one) => ({ ...one, index: site.args.length + i })) : [],
    );
  });
}

function defaultOf(file: ProgramFile, binding: number | undefined, resolver: Resolver): Found[] {
  const fallback = declaredAs(file, binding)?.fallback;
  // It stands where it is declared: the call site that takes it is the one that hands it over.
  return fallback ? functionsIn(file, fallback, resolver, 0).map((one) => ({ ...one, literal: false })) : [];
}

/** How many names are followed to the objects that knowledge says hold callbacks: `{ resolvers: { Query: { ...users } } }`. */
const deepest = 4;

function callsBack(file: ProgramFile, site: CallSite, resolver: Resolver): boolean {
  return resolver.callee(file, site).some((one) => one.kind === 'api' && resolver.knowledge.callback(one.path) !== undefined);
}

function functionsIn(file: ProgramFile, value: Value, resolver: Resolver, depth: number, property?: string): Found[] {
  if (value.kind === 'literal' || isHandedIn(file, value, resolver)) return [];
  const within = (one: Value, name = property): Found[] => functionsIn(file, one, resolver, depth, name);
  if (value.kind === 'keyword') return within(value.value);
  if (value.kind === 'choice') return value.options.flatMap((option) => within(option));
  if (value.kind === 'object') return value.properties.flatMap((one) => (one.accessor ? [] : within(one.value, property ?? one.name)));
  if (value.kind === 'array') return onlyKnown(value.elements.flatMap((one) => within(one)));
  const made = value.kind === 'call' && !isBound(file, value.call);
  const literal = value.kind === 'function';
  const isAsync = (id: FunctionId): boolean => resolver.program.functions[id]?.facts.async === true;
  return resolver.resolve(file, value).flatMap((target): Found[] => {
    if (target.kind === 'function') return [{ to: target.id, property, literal, made }];
    if (target.kind === 'generator') return isAsync(target.id) ? [] : [{ to: target.id, property, literal: false, made: false }];
    const isHolder = depth > 0 && (target.kind === 'object' || target.kind === 'array');
    return isHolder ? onlyKnown(functionsIn(target.file, target.value, resolver, depth - 1, property)) : [];
  });
}

/** What only those call who are known to call it back. */
function onlyKnown(found: readonly Found[]): Found[] {
  return found.map((one) => ({ ...one, made: true }));
}

function isFunction({ kind }: Value): boolean {
  return kind === 'function' || kind === 'name' || kind === 'member';
}

/** `f.bind(x)` is `f` again. */
function isBound({ facts }: ProgramFile, call: number): boolean {
  const callee = facts.calls[call]?.callee;
  return callee?.kind === 'member' && callee.name === 'bind';
}
