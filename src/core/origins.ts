// Who writes a text: somebody outside, whoever calls the program, or the program and its owner. It is asked along one
// chain: what another caller of a helper passes does not count.
// Invariant: only what is seen to come from outside does; of all else the program is taken for the writer.

import { isBounded } from './bounded';
import type { CallGraph } from './callGraph';
import type { Hop } from './chain';
import type { CallSite, Value } from './facts';
import type { SizeRow } from './knowledge';
import { bodiesAt } from './link/bodies';
import { argumentAt, passedTo } from './link/passed';
import { type FunctionId, isLazy, type Program, type ProgramFile } from './link/program';
import type { Resolver } from './link/resolve';

/** `callers`: a parameter of a function of which nobody knows who calls it. */
export type Origin = 'program' | 'callers' | 'outside';

export interface World {
  readonly program: Program;
  readonly graph: CallGraph;
  readonly resolver: Resolver;
  /** True if a framework, an event or a timer calls the function: what it passes comes from outside. */
  isCalledFromOutside(id: FunctionId): boolean;
}

/** A call on the way down, with what brought the program there. */
export interface Frame {
  readonly callee: FunctionId;
  readonly file: ProgramFile;
  readonly site: CallSite;
  readonly up: Frame | undefined;
}

/** The calls of a chain but the last one, the innermost first. */
export function framesOf({ functions }: Program, hops: readonly Hop[]): Frame | undefined {
  let frame: Frame | undefined;
  hops.slice(1).forEach(({ caller: callee }, at) => {
    const { caller, site } = hops[at] as Hop;
    const file = functions[caller]?.file;
    if (file) frame = { callee, file, site, up: frame };
  });
  return frame;
}

/** Who writes what `value`, written in `file`, is, if the calls of `frame` led there. */
export function originOf(world: World, file: ProgramFile, value: Value, frame: Frame | undefined): Origin {
  return new Search(world).of(file, value, frame, 0);
}

/** True for a file that uses what only a page has. */
export function isOfPage({ resolver }: World, file: ProgramFile): boolean {
  const names = resolver.knowledge.programNames.pageGlobals;
  const isOne = (value: Value): boolean =>
    value.kind === 'member' ? isOne(value.object) : value.kind === 'name' && value.binding === undefined && names.includes(value.name);
  return file.facts.language === 'javascript' && file.facts.calls.some(({ callee }) => isOne(callee));
}

const deepest = 12;
const mostSteps = 300;
const mostCallers = 16;

type Outside = Extract<SizeRow, { kind: 'outside' }>;

class Search {
  private steps = 0;

  constructor(private readonly world: World) {}

  of(file: ProgramFile, value: Value, frame: Frame | undefined, depth: number): Origin {
    if (depth > deepest || ++this.steps > mostSteps) return 'program';
    const within = (one: Value): Origin => this.of(file, one, frame, depth + 1);
    switch (value.kind) {
      case 'name':
        return this.isOutside(file, value) ? 'outside' : worst(file.facts.bindings[value.binding ?? -1]?.values.map(within) ?? []);
      case 'member':
        return this.ofMember(file, value, within);
      case 'element':
      case 'slice':
      case 'repeated':
        return within(value.object);
      case 'choice':
        return worst(value.options.map(within));
      case 'array':
        return worst(value.elements.map(within));
      case 'await':
      case 'typed':
      case 'spread':
      case 'keyword':
        return within(value.value);
      case 'param':
        return this.ofParam(file, value, frame, depth);
      case 'call':
        return this.ofCall(file, file.facts.calls[value.call], frame, depth);
      default:
        return 'program';
    }
  }

  /** What a request has along that is the program's own: `request.app`, `context.settings`. */
  private ofMember(file: ProgramFile, value: Value & { kind: 'member' }, within: (one: Value) => Origin): Origin {
    if (this.isOutside(file, value)) return 'outside';
    return this.world.resolver.knowledge.programNames.ownMembers.includes(value.name) ? 'program' : within(value.object);
  }

  private ofParam(file: ProgramFile, value: Value & { kind: 'param' }, frame: Frame | undefined, depth: number): Origin {
    const { program, graph, resolver } = this.world;
    const id = file.base + value.function;
    if (this.isOutside(file, value)) return 'outside';
    for (let at = frame; at; at = at.up) {
      const one = at.callee === id ? program.functions[id] : undefined;
      if (one) return this.ofArgument(argumentAt(one, at.site, value.index), at, depth);
    }
    if (this.world.isCalledFromOutside(id)) return 'outside';
    const places = passedTo(resolver, id, value.index).slice(0, mostCallers);
    if (places.length === 0) return graph.incoming[id]?.length ? 'program' : 'callers';
    return worst(places.map((one) => this.of(one.file, one.value, undefined, depth + 1)));
  }

  private ofArgument(arg: Value | undefined, { file, up }: Frame, depth: number): Origin {
    return arg ? this.of(file, arg, up, depth + 1) : 'program';
  }

  /** A method of what comes from outside gives more of that, unless the program itself says what it gives. */
  private ofCall(file: ProgramFile, site: CallSite | undefined, frame: Frame | undefined, depth: number): Origin {
    if (!site || site.use === 'write') return 'program';
    const row = this.rowAt(file, site);
    if (row?.kind === 'outside') return this.isOwn(file, site, row) ? 'program' : 'outside';
    if (row) return this.ofArgument(site.args[row.arg], { callee: -1, file, site, up: frame }, depth);
    const bodies = bodiesAt(this.world.resolver, file, site);
    if (bodies.length > 0) return worst(bodies.map((callee) => this.ofReturned({ callee, file, site, up: frame }, depth)));
    return site.callee.kind === 'member' ? this.of(file, site.callee.object, frame, depth + 1) : 'program';
  }

  private ofReturned(frame: Frame, depth: number): Origin {
    const one = this.world.program.functions[frame.callee];
    if (!one || isLazy(one)) return 'program';
    return worst(one.facts.returns.map((value) => this.of(one.file, value, frame, depth + 1)));
  }

  private rowAt(file: ProgramFile, site: CallSite): SizeRow | undefined {
    const { resolver } = this.world;
    return resolver
      .callee(file, site)
      .flatMap((target) => (target.kind === 'api' ? (resolver.knowledge.size(target.path) ?? []) : []))
      .at(0);
  }

  private isOwn(file: ProgramFile, site: CallSite, row: Outside): boolean {
    return isBounded(this.world.resolver, file, site, row) || (row.file === true && isOwnFile(file, site));
  }

  private isOutside(file: ProgramFile, value: Value): boolean {
    const { resolver } = this.world;
    return resolver.resolve(file, value).some((target) => {
      const row = target.kind === 'api' ? resolver.knowledge.size(target.path) : undefined;
      return row?.kind === 'outside' && !isBounded(resolver, file, value, row);
    });
  }
}

/** True for a file that a field of an object names, a setting: `self.key_path.read_text()`. */
function isOwnFile(file: ProgramFile, { callee, args }: CallSite): boolean {
  const named = args[0] ?? (callee.kind === 'member' ? callee.object : undefined);
  return named !== undefined && isField(file, named, 0);
}

function isField(file: ProgramFile, value: Value, depth: number): boolean {
  if (depth > deepest) return false;
  const within = (one: Value | undefined): boolean => one !== undefined && isField(file, one, depth + 1);
  switch (value.kind) {
    case 'this':
      return true;
    case 'member':
      return within(value.object);
    case 'name': {
      const values = file.facts.bindings[value.binding ?? -1]?.values ?? [];
      return values.length === 1 && within(values[0]);
    }
    case 'call': {
      const site = file.facts.calls[value.call];
      return site?.callee.kind === 'member' && site.args.length === 0 ? within(site.callee.object) : within(site?.args[0]);
    }
    default:
      return false;
  }
}

function worst(origins: readonly Origin[]): Origin {
  if (origins.includes('outside')) return 'outside';
  return origins.includes('callers') ? 'callers' : 'program';
}
