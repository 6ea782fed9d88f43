// The rounds of linking: what is assigned to members, what callers pass and which class extends which
// is only known from the whole program, and finding it needs resolution itself. A few rounds reach
// what people write; further ones would only connect what is improbable.

import type { CallSite, Value } from '../facts';
import type { Knowledge } from '../knowledgeIndex';
import type { ProjectPort } from '../project';
import { createModules } from './modules';
import type { Program, ProgramFile } from './program';
import { type Learned, ownerKey, paramKey, propertyKey, Resolver } from './resolve';
import type { ClassTarget, Placed, Target } from './targets';

const mostRounds = 5;
const mostPassed = 8;
/** Methods of lists that call back with each element first. */
const iterators = new Set(['forEach', 'map', 'filter', 'find', 'findIndex', 'some', 'every', 'flatMap']);

/** A resolver that knows the whole program. */
export function linkProgram(program: Program, project: ProjectPort, knowledge: Knowledge): Resolver {
  const resolver = new Resolver(program, createModules(program, project), knowledge);
  for (let round = 0, size = -1; round < mostRounds; round++) {
    const learned = learn(program, resolver);
    resolver.learn(learned);
    const next = sizeOf(learned);
    if (next === size) break;
    size = next;
  }
  return resolver;
}

function learn(program: Program, resolver: Resolver): Learned {
  const round = new Round(resolver);
  for (const file of program.files) round.readFile(file);
  return round;
}

class Round implements Learned {
  readonly properties = new Map<string, Placed[]>();
  readonly moduleValues = new Map<number, Placed[]>();
  readonly params = new Map<string, Target[]>();
  readonly subclasses = new Map<string, ClassTarget[]>();

  constructor(private readonly resolver: Resolver) {}

  readFile(file: ProgramFile): void {
    const { assignments, calls, classes } = file.facts;
    for (const { target, value } of assignments) this.readAssignment(file, target, value);
    for (const site of calls) this.readCall(file, site);
    for (const facts of classes) this.readClass({ kind: 'class', file, facts });
  }

  private readAssignment(file: ProgramFile, target: Value, value: Value): void {
    if (target.kind !== 'member') return;
    const { object, name } = target;
    if (object.kind === 'name' && object.binding === undefined && object.name === 'module' && name === 'exports') {
      add(this.moduleValues, file.index, { file, value });
      return;
    }
    for (const owner of this.resolver.resolve(file, object)) {
      if (owner.kind === 'api' || owner.kind === 'array' || owner.kind === 'type') continue;
      add(this.properties, propertyKey(this.resolver.keys.keyOf(owner), name), { file, value });
      this.readOwner(file, value, object);
    }
  }

  /** A function that is assigned to a member has its owner as `this`. */
  private readOwner(file: ProgramFile, value: Value, owner: Value): void {
    if (value.kind !== 'function' || file.facts.functions[value.function]?.kind === 'arrow') return;
    const isPrototype = owner.kind === 'member' && owner.name === 'prototype';
    if (owner.kind !== 'this' || isPrototype) add(this.properties, ownerKey(file.base + value.function), { file, value: owner });
  }

  private readCall(file: ProgramFile, site: CallSite): void {
    if (site.use !== 'call' && site.use !== 'new') return;
    const shift = site.callee.kind === 'member' && site.callee.name === 'call' ? 1 : 0;
    for (const id of this.calledBodies(file, site)) {
      for (const [index, arg] of site.args.slice(shift).entries()) {
        if (arg.kind === 'spread') break;
        this.pass(paramKey(id, index), this.resolver.resolve(file, arg));
      }
    }
    this.readReceiver(file, site);
    this.readExtension(file, site);
  }

  /** `util.inherits(Child, Base)`: what the prototype of the one lacks, that of the other has. */
  private readExtension(file: ProgramFile, { callee, args: [child, base] }: CallSite): void {
    if (!child || !base) return;
    const extending = this.resolver.resolve(file, callee).some((one) => one.kind === 'api' && this.resolver.knowledge.extends(one.path));
    if (!extending) return;
    const value: Value = { kind: 'member', object: base, name: 'prototype' };
    for (const owner of this.resolver.resolve(file, child)) {
      if (owner.kind === 'function') add(this.properties, propertyKey(this.resolver.keys.keyOf(owner), 'prototype'), { file, value });
    }
  }

  /** `promise.then(fn)` passes on what the promise brings, `list.map(fn)` what the list holds. */
  private readReceiver(file: ProgramFile, { callee, args: [callback] }: CallSite): void {
    if (callee.kind !== 'member' || !callback || !(callee.name === 'then' || iterators.has(callee.name))) return;
    const { object, name } = callee;
    const passed = name === 'then' ? this.resolver.resolve(file, object) : this.resolver.elementsOf(file, object);
    if (passed.length === 0) return;
    for (const target of this.resolver.resolve(file, callback)) if (target.kind === 'function') this.pass(paramKey(target.id, 0), passed);
  }

  private calledBodies(file: ProgramFile, { callee, use }: CallSite): number[] {
    if (callee.kind === 'super')
      return this.resolver.superclasses(file, callee.function).flatMap((base) => this.resolver.constructors(base));
    if (callee.kind === 'member' && (callee.name === 'bind' || callee.name === 'apply')) return [];
    return this.resolver.resolve(file, callee).flatMap((target) => {
      if (target.kind === 'function') return [target.id];
      return target.kind === 'class' && use === 'new' ? this.resolver.constructors(target) : [];
    });
  }

  private pass(key: string, targets: readonly Target[]): void {
    if (targets.length === 0) return;
    const known = this.params.get(key) ?? [];
    if (known.length < mostPassed) this.params.set(key, this.resolver.keys.unique([...known, ...targets]).slice(0, mostPassed));
  }

  private readClass(target: ClassTarget): void {
    const { file, facts } = target;
    const parents = [...facts.bases, ...facts.implements].flatMap((one) => this.resolver.resolve(file, one));
    for (const parent of parents) {
      if (parent.kind === 'class' || parent.kind === 'type') add(this.subclasses, this.resolver.keys.keyOf(parent), target);
    }
  }
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Two rounds that learn equally much learn the same: a round never forgets. */
function sizeOf({ properties, moduleValues, params, subclasses }: Learned): number {
  return [properties, moduleValues, params, subclasses].reduce((sum, map) => sum + map.size + total(map.values()), 0);
}

function total(lists: Iterable<readonly unknown[]>): number {
  let sum = 0;
  for (const list of lists) sum += list.length;
  return sum;
}
