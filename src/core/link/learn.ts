// The rounds of linking: what is assigned to members, what callers pass and which class extends which
// is only known from the whole program, and finding it needs resolution itself. A few rounds reach
// what people write; further ones would only connect what is improbable.

import type { CallSite, Value } from '../facts';
import type { Knowledge } from '../knowledgeIndex';
import type { ProjectPort } from '../project';
import { bodiesAt } from './bodies';
import { putAt } from './collections';
import type { Grounds } from './grounds';
import { anyKey, type Learned, moduleKey, ownerKey, paramKey, propertyKey } from './learned';
import { createModules } from './modules';
import type { Program, ProgramFile } from './program';
import { positionOf } from './parameters';
import { Resolver } from './resolve';
import type { ClassTarget } from './targets';

const mostRounds = 5;
/** Methods of lists that call back with each element first. */
const iterators = new Set(['forEach', 'map', 'filter', 'find', 'findIndex', 'some', 'every', 'flatMap']);

/** A resolver that knows the whole program. */
export function linkProgram(program: Program, project: ProjectPort, knowledge: Knowledge): Resolver {
  const resolver = new Resolver(program, createModules(program, project), knowledge);
  const learner = new Learner(resolver);
  for (const file of program.files) learner.readFile(file);
  for (let round = 1; round < mostRounds && resolver.nextRound(); round++) learner.readAgain();
  resolver.settle();
  return resolver;
}

/** Something to read anew when what it rests on has changed. */
interface Reading {
  readonly reader: number;
  readonly read: () => void;
  readonly grounds: Grounds;
}

class Learner {
  private readers = 0;
  private open: Reading[] = [];
  private readonly learned: Learned;

  constructor(private readonly resolver: Resolver) {
    this.learned = resolver.learned;
  }

  readFile(file: ProgramFile): void {
    const { assignments, classes } = file.facts;
    for (const { target, value } of assignments) this.read(this.readers++, () => this.readAssignment(file, target, value));
    for (const site of file.sites) {
      if (passesSomething(site)) this.read(this.readers++, () => this.readCall(file, site));
    }
    for (const facts of classes) this.read(this.readers++, () => this.readClass({ kind: 'class', file, facts }));
  }

  readAgain(): void {
    const all = this.open;
    this.open = [];
    for (const one of all) {
      if (this.resolver.stillHolds(one.grounds)) this.open.push(one);
      else this.read(one.reader, one.read);
    }
  }

  private read(reader: number, read: () => void): void {
    const grounds = this.resolver.groundsOf(read);
    this.learned.finish(reader);
    if (grounds.length > 0) this.open.push({ reader, read, grounds });
  }

  private readAssignment(file: ProgramFile, target: Value, value: Value): void {
    if (target.kind === 'element') this.readPut(file, target.object, value, target.key);
    if (target.kind !== 'member') return;
    const { object, name } = target;
    if (object.kind === 'name' && object.binding === undefined && object.name === 'module' && name === 'exports') {
      this.learned.moduleValues.say(moduleKey(file), { file, value });
      return;
    }
    for (const owner of this.resolver.resolve(file, object)) {
      if (owner.kind === 'api' || owner.kind === 'array' || owner.kind === 'type') continue;
      this.learned.properties.say(propertyKey(this.resolver.keys.keyOf(owner), name), { file, value });
      this.readOwner(file, value, object);
    }
  }

  /** What is put into a list or table: `handlers[name] = handler`, `handlers.append(handler)`. */
  private readPut(file: ProgramFile, holder: Value, value: Value, key?: Value): void {
    const name = key?.kind === 'literal' ? String(key.value) : undefined;
    for (const owner of this.resolver.resolve(file, holder)) {
      if (owner.kind === 'object' || owner.kind === 'array')
        for (const one of name === undefined ? [anyKey] : [name, anyKey])
          this.learned.properties.say(propertyKey(this.resolver.keys.keyOf(owner), one), { file, value });
    }
  }

  /** A function that is assigned to a member has its owner as `this`. */
  private readOwner(file: ProgramFile, value: Value, owner: Value): void {
    if (value.kind !== 'function' || file.facts.functions[value.function]?.kind === 'arrow') return;
    const isPrototype = owner.kind === 'member' && owner.name === 'prototype';
    if (owner.kind !== 'this' || isPrototype) this.learned.properties.say(ownerKey(file.base + value.function), { file, value: owner });
  }

  private readCall(file: ProgramFile, site: CallSite): void {
    this.readArguments(file, site);
    for (const put of putAt(site, file.facts)) if (site.callee.kind === 'member') this.readPut(file, site.callee.object, put);
    this.readCallbacks(file, site);
    this.readReceiver(file, site);
    this.readExtension(file, site);
  }

  private readArguments(file: ProgramFile, site: CallSite): void {
    const how = site.callee.kind === 'member' ? site.callee.name : '';
    if (how === 'apply') return; // what it passes stands in a list
    for (const id of bodiesAt(this.resolver, file, site)) {
      for (const [index, arg] of site.args.slice(how === 'call' ? 1 : 0).entries()) {
        if (arg.kind === 'spread') break;
        const one = this.resolver.program.functions[id];
        this.learned.params.say(paramKey(id, one ? positionOf(one, arg, index) : index), ...this.resolver.resolve(file, arg));
      }
    }
  }

  /** What those give to their callbacks of whom knowledge says so. */
  private readCallbacks(file: ProgramFile, site: CallSite): void {
    const gives = this.resolver
      .callee(file, site)
      .flatMap((one) => (one.kind === 'api' ? (this.resolver.knowledge.callback(one.path)?.gives ?? []) : []));
    if (gives.length === 0) return;
    for (const target of site.args.flatMap((arg) => this.resolver.resolve(file, arg))) {
      if (target.kind === 'function')
        gives.forEach((path, index) => this.learned.params.say(paramKey(target.id, index), { kind: 'api', path }));
    }
  }

  /** `util.inherits(Child, Base)`: what the prototype of the one lacks, that of the other has. */
  private readExtension(file: ProgramFile, site: CallSite): void {
    const [child, base] = site.args;
    if (!child || !base) return;
    const extending = this.resolver.callee(file, site).some((one) => one.kind === 'api' && this.resolver.knowledge.extends(one.path));
    if (!extending) return;
    const value: Value = { kind: 'member', object: base, name: 'prototype' };
    for (const owner of this.resolver.resolve(file, child)) {
      if (owner.kind === 'function')
        this.learned.properties.say(propertyKey(this.resolver.keys.keyOf(owner), 'prototype'), { file, value });
    }
  }

  /** `promise.then(fn)` passes on what the promise brings, `list.map(fn)` what the list holds. */
  private readReceiver(file: ProgramFile, { callee, args: [callback] }: CallSite): void {
    if (callee.kind !== 'member' || !callback || !(callee.name === 'then' || iterators.has(callee.name))) return;
    const { object, name } = callee;
    const passed = name === 'then' ? this.resolver.resolve(file, object) : this.resolver.elementsOf(file, object);
    if (passed.length === 0) return;
    for (const target of this.resolver.resolve(file, callback))
      if (target.kind === 'function') this.learned.params.say(paramKey(target.id, 0), ...passed);
  }

  private readClass(target: ClassTarget): void {
    const { file, facts } = target;
    const parents = [...facts.bases, ...facts.implements].flatMap((one) => this.resolver.resolve(file, one));
    for (const parent of parents) {
      if (parent.kind === 'class' || parent.kind === 'type') this.learned.subclasses.say(this.resolver.keys.keyOf(parent), target);
    }
  }
}

/** A call site that passes nothing but literals tells nothing about anything else. */
function passesSomething({ use, args }: CallSite): boolean {
  return (
    (use === 'call' || use === 'new' || use === 'decorate') &&
    args.some(({ kind }) => kind !== 'literal' && kind !== 'unknown' && kind !== 'regex')
  );
}
