// The blocking operations of a program, each at the call site that does it.

import type { CallGraph } from './callGraph';
import type { Reached } from './chain';
import { costOf } from './cost';
import type { CallSite, Value } from './facts';
import type { BlockingRow } from './knowledge';
import type { Program, ProgramFile, ProgramFunction } from './link/program';
import type { Resolver, Target } from './link/resolve';
import { shapeOf } from './link/shape';

export type Operations = ReadonlyMap<CallSite, Reached>;

/** What a call site does that no row of a table tells by the name of what it calls. */
export type OperationFinder = (caller: ProgramFunction, site: CallSite) => BlockingRow | undefined;

/** All operations, by call site. */
export function findOperations(program: Program, graph: CallGraph, resolver: Resolver, finders: readonly OperationFinder[]): Operations {
  const found = new Map<CallSite, Reached>();
  for (const caller of program.functions) {
    for (const site of graph.sites[caller.id] ?? []) {
      const reached = operationAt(program, caller, site, resolver) ?? computedAt(caller, site, resolver, finders);
      if (reached) found.set(site, reached);
    }
  }
  for (const [site, reached] of [...found]) if (goesOnWithKnown(program, site, reached, found)) found.delete(site);
  return found;
}

function operationAt(program: Program, caller: ProgramFunction, site: CallSite, resolver: Resolver): Reached | undefined {
  if (site.use === 'import') return undefined;
  for (const target of resolver.callee(caller.file, site)) {
    const row = target.kind === 'api' ? apiRow(resolver, caller.file, site, target.path) : annotatedRow(program, site, target);
    const cost = row && costOf(row, shapeOf(resolver, caller.file, site));
    if (row && cost) return { row, cost, leaf: site, chain: { caller: caller.id, site, next: undefined, length: 1 } };
  }
  return undefined;
}

function computedAt(caller: ProgramFunction, site: CallSite, resolver: Resolver, finders: readonly OperationFinder[]): Reached | undefined {
  for (const find of finders) {
    const row = find(caller, site);
    const cost = row && costOf(row, shapeOf(resolver, caller.file, site));
    if (row && cost) return { row, cost, leaf: site, chain: { caller: caller.id, site, next: undefined, length: 1 } };
  }
  return undefined;
}

/** What the callee does; or, if it goes through what it is given before it returns (`list(folder.iterdir())`), what that does. */
function apiRow(resolver: Resolver, file: ProgramFile, site: CallSite, path: string): BlockingRow | undefined {
  const { knowledge } = resolver;
  const own = knowledge.blocking(path, site.use);
  const goesThrough = own ? undefined : knowledge.callback(path);
  if (file.facts.language !== 'python' || goesThrough?.timing !== 'now' || goesThrough.args) return own;
  const given = site.args.flatMap((arg) => resolver.resolve(file, arg));
  const rows = given.map((target) => (target.kind === 'api' ? knowledge.blocking(`${target.path}__iter__`, 'call') : undefined));
  return rows.find((row) => row !== undefined);
}

/** A function marked `@blocking` is an operation of its own. */
function annotatedRow(program: Program, { name, use }: CallSite, target: Target): BlockingRow | undefined {
  const facts = target.kind === 'function' ? program.functions[target.id]?.facts : undefined;
  if (facts?.annotation !== 'blocking') return undefined;
  const note = 'Move the call off the event loop';
  return {
    api: facts.name || name,
    rule: 'cpu-call',
    use,
    cost: 'noticeable',
    why: 'is marked @blocking',
    link: '',
    remedy: { kind: 'advice', note },
  };
}

/** True if what opened the thing that an operation goes on with is told already: `open(path).read()`. */
function goesOnWithKnown({ functions }: Program, site: CallSite, { row, chain }: Reached, direct: Operations): boolean {
  const file = functions[chain.caller]?.file;
  const { continues } = row;
  const receiver = site.callee.kind === 'member' ? site.callee.object : undefined;
  const thing = typeof continues === 'number' ? site.args[continues] : receiver;
  if (!file || continues === undefined || !thing) return false;
  return openedAt(file, thing, 0).some((opening) => opening !== site && opening.function === site.function && direct.has(opening));
}

/** The calls that a value comes from. */
function openedAt(file: ProgramFile, value: Value, depth: number): CallSite[] {
  if (depth > 5) return [];
  if (value.kind === 'name' && value.binding !== undefined)
    return (file.facts.bindings[value.binding]?.values ?? []).flatMap((one) => openedAt(file, one, depth + 1));
  const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
  if (!site) return [];
  const inner = site.callee.kind === 'member' ? openedAt(file, site.callee.object, depth + 1) : [];
  return [site, ...inner];
}
