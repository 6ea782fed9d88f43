// The call graph: who runs whose body, at which call site, and when. Dense arrays by function id.
// A callback that runs before its call returns belongs to its caller; any other is run by the loop.

import type { CallSite, Value } from './facts';
import type { CallbackSource, CallbackTiming, CallShape } from './knowledge';
import type { Knowledge } from './knowledgeIndex';
import { shapeOf } from './link/shape';
import type { FunctionId, Program, ProgramFile, ProgramFunction } from './link/program';
import type { Resolver, Target } from './link/resolve';

/** `call`: the callee's body runs within the call. The other timings are those of a function handed over. */
export type EdgeTiming = 'call' | CallbackTiming;

export interface Edge {
  readonly from: FunctionId;
  readonly to: FunctionId;
  readonly site: CallSite;
  readonly timing: EdgeTiming;
  /** Who calls a callback back; absent for calls. */
  readonly source?: CallbackSource;
}

export interface CallGraph {
  /** Edges by the function that they leave from, in the order of its call sites. */
  readonly outgoing: readonly (readonly Edge[])[];
  readonly incoming: readonly (readonly Edge[])[];
  /** Functions that somebody may call who is not in the program: exported, stored, handed on. */
  readonly escaping: ReadonlySet<FunctionId>;
}

/** Links every call site of the program. */
export function buildCallGraph(program: Program, resolver: Resolver, knowledge: Knowledge): CallGraph {
  const outgoing: Edge[][] = program.functions.map(() => []);
  const incoming: Edge[][] = program.functions.map(() => []);
  for (const caller of program.functions) {
    for (const site of caller.calls) {
      for (const edge of edgesOf(caller, site, resolver, knowledge)) {
        outgoing[edge.from]?.push(edge);
        incoming[edge.to]?.push(edge);
      }
    }
  }
  return { outgoing, incoming, escaping: escapingFunctions(program, resolver) };
}

function edgesOf(caller: ProgramFunction, site: CallSite, resolver: Resolver, knowledge: Knowledge): Edge[] {
  const callees = resolver.resolve(caller.file, site.callee);
  const calls = callees
    .flatMap((target) => bodiesOf(target, site))
    .map((to): Edge => ({ from: caller.id, to, site, timing: timingOfCall(site) }));
  return [...calls, ...callbackEdges(caller, site, callees, resolver, knowledge)];
}

/** An immediately invoked function belongs to its caller like a callback that runs at once. */
function timingOfCall({ callee }: CallSite): EdgeTiming {
  return callee.kind === 'function' ? 'now' : 'call';
}

/** The bodies that run when `target` is used at `site`. */
function bodiesOf(target: Target, site: CallSite): FunctionId[] {
  if (target.kind === 'function') return site.use === 'call' || site.use === 'new' ? [target.id] : [];
  if (target.kind !== 'class' || site.use !== 'new') return [];
  const { facts, file } = target;
  const constructors = facts.members.flatMap(({ kind, value }) =>
    kind === 'constructor' && value.kind === 'function' ? [value.function] : [],
  );
  const bodies = facts.initializer === undefined ? constructors : [facts.initializer, ...constructors];
  return bodies.map((index) => file.base + index);
}

interface HandedOver {
  readonly to: FunctionId;
  readonly index: number;
  /** True if the function is written right there, and not a named one that is passed on. */
  readonly literal: boolean;
}

function callbackEdges(
  caller: ProgramFunction,
  site: CallSite,
  callees: readonly Target[],
  resolver: Resolver,
  knowledge: Knowledge,
): Edge[] {
  const handed = handedOver(caller.file, site, resolver);
  if (handed.length === 0) return [];
  const registration = registrationOf(caller.file, site, callees, resolver, knowledge);
  return handed
    .filter(({ index }) => registration.args?.includes(index) ?? true)
    .map(({ to, literal }) => ({ from: caller.id, to, site, timing: timingOf(registration.timing, literal), source: registration.source }));
}

/** A named function that is run at once is called like any other: the finding stands where it is handed over. */
function timingOf(timing: CallbackTiming, literal: boolean): EdgeTiming {
  return timing === 'now' && !literal ? 'call' : timing;
}

/** Functions among the arguments, and among the properties of an argument that is an object literal. */
function handedOver(file: ProgramFile, { args, use }: CallSite, resolver: Resolver): HandedOver[] {
  if (use === 'read' || use === 'write') return [];
  return args.flatMap((arg, index) =>
    functionsIn(file, arg, resolver).map((to) => ({ to, index, literal: arg.kind !== 'name' && arg.kind !== 'member' })),
  );
}

function functionsIn(file: ProgramFile, value: Value, resolver: Resolver): FunctionId[] {
  if (value.kind === 'object') return value.properties.flatMap((one) => (one.accessor ? [] : functionsIn(file, one.value, resolver)));
  if (value.kind === 'literal' || value.kind === 'call') return [];
  return resolver.resolve(file, value).flatMap((target) => (target.kind === 'function' ? [target.id] : []));
}

interface Registration {
  readonly timing: CallbackTiming;
  readonly source: CallbackSource;
  readonly args?: readonly number[] | undefined;
}

/** When does this call site run the functions handed to it? A callee that nothing is known of runs them at once. */
function registrationOf(
  file: ProgramFile,
  site: CallSite,
  callees: readonly Target[],
  resolver: Resolver,
  knowledge: Knowledge,
): Registration {
  if (site.use === 'jsx') return { timing: 'event', source: 'event' };
  for (const target of callees) {
    const row = target.kind === 'api' ? knowledge.callback(target.path) : undefined;
    if (row) return row;
  }
  const row = callees.every(isUnknownMember) ? shapeRow(site, () => shapeOf(resolver, file, site), knowledge) : undefined;
  return row ?? { timing: 'now', source: 'sync' };
}

/** A target that the program defines itself is not judged by the name of its method. */
function isUnknownMember(target: Target): boolean {
  return target.kind === 'api';
}

function shapeRow({ callee, use }: CallSite, shape: () => CallShape, knowledge: Knowledge): Registration | undefined {
  if (use !== 'call' || callee.kind !== 'member') return undefined;
  const rows = knowledge.callbackShapes(callee.name);
  return rows.length === 0 ? undefined : rows.find((row) => row.matches(shape()));
}

function escapingFunctions(program: Program, resolver: Resolver): Set<FunctionId> {
  const escaping = new Set<FunctionId>();
  const escape = (file: ProgramFile, value: Value): void => {
    for (const target of resolver.resolve(file, value)) if (target.kind === 'function') escaping.add(target.id);
  };
  for (const file of program.files) {
    const { bindings, exports, assignments, classes } = file.facts;
    for (const binding of bindings) if (binding.escapes) for (const value of binding.values) escape(file, value);
    for (const { value } of exports) escape(file, value);
    for (const { value } of assignments) escape(file, value);
    for (const { members } of classes) for (const { value } of members) escape(file, value);
  }
  return escaping;
}
