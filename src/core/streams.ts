// Chains that read and write a stream in memory: `Reader(BytesIO(data)).read()`. Others give the same reader a file, so
// that it reads is true of the reader, but not of this chain. Streams are followed as parameters, and as fields
// that a constructor keeps them in.

import type { Hop } from './chain';
import type { CallSite, Value } from './facts';
import { argumentAt } from './link/passed';
import {
  bindingOf,
  type FunctionId,
  isPython,
  ownClass,
  type Program,
  type ProgramFile,
  type ProgramFunction,
  thisBehind,
} from './link/program';
import type { Resolver } from './link/resolve';
import { madeBy } from './possible';

/** What is in memory: parameters of a function, by their bindings, and fields of its object. */
interface InMemory {
  readonly params: ReadonlySet<number>;
  readonly fields: ReadonlySet<string>;
}

const nothing: InMemory = { params: new Set(), fields: new Set() };

export class Streams {
  constructor(
    private readonly program: Program,
    private readonly resolver: Resolver,
  ) {}

  /** True if what the last call site works on was given to the chain on its way, and is in memory. */
  isInMemory(hops: readonly Hop[]): boolean {
    let known = nothing;
    for (const [index, { caller: id, site }] of hops.entries()) {
      const [caller, next] = [this.program.functions[id], hops[index + 1]];
      if (!caller || !isPython(caller.file)) return false;
      if (!next) return isAny(known) && worksOn(site).some((value) => this.isStream(caller.file, value, known));
      const callee = this.program.functions[next.caller];
      known = callee ? this.entered(caller.file, madeBy(caller.file, site, callee), callee, known) : nothing;
    }
    return false;
  }

  private entered(file: ProgramFile, site: CallSite, callee: ProgramFunction, known: InMemory): InMemory {
    const isOne = (value: Value): boolean => this.isStream(file, value, known);
    const params = callee.facts.params.flatMap(({ bindings: [binding], rest }, index) => {
      const arg = rest || binding === undefined || !isKept(callee.file, binding) ? undefined : argumentAt(callee, site, index);
      return arg && binding !== undefined && isOne(arg) ? [binding] : [];
    });
    return { params: new Set(params), fields: this.fieldsAt(file, site, known) };
  }

  /** The fields of the object whose method is called. */
  private fieldsAt(file: ProgramFile, { callee }: CallSite, known: InMemory): ReadonlySet<string> {
    if (callee.kind !== 'member') return nothing.fields;
    const { object } = callee;
    if (object.kind === 'super' || thisBehind(file, object)) return known.fields;
    const made = object.kind === 'name' ? (bindingOf(file, object)?.values ?? []) : [object];
    const [first, ...more] = made.map((value) => this.given(file, value, known));
    return first ? new Set([...first].filter((field) => more.every((one) => one.has(field)))) : nothing.fields;
  }

  /** The fields in which an object keeps the streams that it is made of. */
  private given(file: ProgramFile, value: Value, known: InMemory): ReadonlySet<string> {
    const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
    if (!site?.args.some((arg) => this.isStream(file, arg, known))) return nothing.fields;
    const fields = this.resolver.callee(file, site).map((target) => {
      const constructors = target.kind === 'class' ? this.resolver.classes.constructors(target) : [];
      return constructors.flatMap((id) => this.kept(id, file, site, known));
    });
    return new Set(fields.length === 1 ? fields[0] : []);
  }

  private kept(id: FunctionId, from: ProgramFile, site: CallSite, known: InMemory): string[] {
    const one = this.program.functions[id];
    if (one?.facts.kind !== 'constructor') return [];
    const { assignments } = one.file.facts;
    return assignments.flatMap(({ target, value, function: owner }) => {
      if (target.kind !== 'member' || owner !== id - one.file.base || !thisBehind(one.file, target.object)) return [];
      const [param, more] = value.kind === 'name' ? (bindingOf(one.file, value)?.values ?? []) : [];
      const arg = param?.kind === 'param' && param.function === owner && !more ? argumentAt(one, site, param.index) : undefined;
      const isAlone = assignments.filter((other) => mayBeSame(one.file, other.target, target)).length === 1;
      return arg && isAlone && this.isStream(from, arg, known) ? [target.name] : [];
    });
  }

  private isStream(file: ProgramFile, value: Value, known: InMemory): boolean {
    if (value.kind === 'keyword') return this.isStream(file, value.value, known);
    if (value.kind === 'name' && value.binding !== undefined && known.params.has(value.binding)) return true;
    if (value.kind === 'member' && thisBehind(file, value.object) && known.fields.has(value.name)) return true;
    const targets = this.resolver.resolve(file, value);
    return targets.length > 0 && targets.every((one) => one.kind === 'api' && this.resolver.knowledge.isMemoryStream(one.path));
  }
}

function isAny({ params, fields }: InMemory): boolean {
  return params.size > 0 || fields.size > 0;
}

/** False for a field of that name of another class. */
function mayBeSame(file: ProgramFile, other: Value, target: Value & { kind: 'member' }): boolean {
  if (other.kind !== 'member' || other.name !== target.name) return false;
  const owner = ownClass(file, other.object);
  return owner === undefined || owner === ownClass(file, target.object);
}

/** `file.read()`, `json.load(file)` */
function worksOn({ callee, args: [first] }: CallSite): readonly Value[] {
  return [...(callee.kind === 'member' ? [callee.object] : []), ...(first ? [first] : [])];
}

/** True for a name that is given nothing but what it begins with. */
function isKept({ facts }: ProgramFile, binding: number): boolean {
  return facts.bindings[binding]?.values.length === 1;
}
