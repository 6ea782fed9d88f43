// What a member of something is: of an object, a class or an instance of the program, what is written there
// and what is assigned to it anywhere; of an API, what knowledge says of it.

import type { Value } from '../facts';
import { type FoundMember, functionIn } from './classes';
import { anyOf, isOwnMethod } from './collections';
import { anyKey, propertyKey } from './learned';
import { type FunctionId, isPython, type ProgramFile } from './program';
import type { Resolving } from './resolving';
import type { Results } from './results';
import type { ClassTarget, InstanceTarget, Target } from './targets';

const none: readonly Target[] = [];
const deepest = 10;

export class Members {
  constructor(
    private readonly resolver: Resolving,
    private readonly results: Results,
  ) {}

  of(target: Target, name: string): readonly Target[] {
    switch (target.kind) {
      case 'function':
        if (name === 'bind' || name === 'call' || name === 'apply') return [target];
        return name === 'prototype' ? [{ kind: 'created', id: target.id }] : this.assigned(target, name);
      case 'object':
        return [...this.property(target, name), ...this.assigned(target, name)];
      case 'array':
        return this.elementNamed(target, name);
      case 'module':
        return this.resolver.exports.named(target.file, name);
      case 'class':
        if (name === 'prototype') return [{ ...target, kind: 'instance', exact: true }];
        return [...this.classMember(target, name), ...this.assigned(target, name)];
      case 'instance':
        return this.instanceMember(target, name);
      case 'created':
        return this.createdMember(target, name);
      case 'generator':
        return goingOn.has(name) ? [{ kind: 'iteration', id: target.id }] : none;
      case 'folder':
        return this.resolver.exports.submodule(target.folder, name);
      default:
        return none;
    }
  }

  /** Set on the prototype or an instance; else a member of what the prototype was replaced by or extends. */
  private createdMember(target: Target & { kind: 'created' }, name: string): readonly Target[] {
    const own = this.assigned(target, name);
    if (own.length > 0) return own;
    return this.assigned({ kind: 'function', id: target.id }, 'prototype').flatMap((prototype) => this.resolver.member(prototype, name));
  }

  ofApi(api: string, name: string): readonly Target[] {
    if (name === 'prototype') return [{ kind: 'api', path: `${api}#` }];
    const path = this.resolver.knowledge.member(api, name);
    return [{ kind: 'api', path: this.resolver.knowledge.returnType(`${path}:read`) ?? path }];
  }

  private property({ file, value }: Target & { kind: 'object' }, name: string): readonly Target[] {
    const named = value.properties.filter((one) => one.name === name && one.accessor !== 'set');
    if (named.length > 0)
      return named.flatMap((one) =>
        one.accessor ? this.results.returnedBy(functionIn(file, one.value)) : this.resolver.resolve(file, one.value),
      );
    const spread = value.properties.filter((one) => one.name === undefined);
    return spread.flatMap((one) => this.resolver.resolve(file, one.value)).flatMap((target) => this.resolver.member(target, name));
  }

  /** The getters or setters that reading or writing `callee` runs. */
  accessors(file: ProgramFile, callee: Value, kind: 'getter' | 'setter'): FunctionId[] {
    if (callee.kind !== 'member') return [];
    return this.resolver.resolve(file, callee.object).flatMap((target) => {
      if (target.kind === 'object') {
        const wanted = kind === 'getter' ? 'get' : 'set';
        const own = target.value.properties.filter((one) => one.name === callee.name && one.accessor === wanted);
        return own.flatMap(({ value }) => functionIn(target.file, value));
      }
      if (target.kind !== 'class' && target.kind !== 'instance') return [];
      return this.resolver.classes
        .members(target, callee.name)
        .filter(({ member }) => member.kind === kind)
        .flatMap((found) => functionIn(found.file, found.member.value));
    });
  }

  /** Anything that an index with an unknown key may give. */
  anyElement(target: Target): readonly Target[] {
    return [...this.elementsWritten(target), ...this.assigned(target, anyKey)];
  }

  private elementsWritten(target: Target): readonly Target[] {
    if (target.kind === 'array') return target.value.elements.flatMap((one) => this.resolver.resolve(target.file, one));
    if (target.kind === 'generator') return this.results.returnedBy([target.id]);
    if (target.kind === 'api') return this.apiElements(target.path);
    if (target.kind !== 'object') return none;
    return target.value.properties.flatMap((one) =>
      one.name === undefined || one.accessor ? [] : this.resolver.resolve(target.file, one.value),
    );
  }

  private apiElements(path: string): readonly Target[] {
    const type = path.endsWith('#') ? this.resolver.knowledge.returnType(`${path}__next__`) : undefined;
    return type === undefined ? none : [{ kind: 'api', path: type }];
  }

  /** In Python a table is declared by what it holds: any name that is none of its methods is a key. */
  private elementNamed(target: Target & { kind: 'array' }, name: string): readonly Target[] {
    if (/^\d+$/.test(name)) return [...this.elementAt(target, Number(name)), ...this.assigned(target, anyKey)];
    const held = isPython(target.file) && !isOwnMethod(name) ? anyOf(target.value) : undefined;
    return held ? this.resolver.resolve(target.file, held) : none;
  }

  private elementAt({ file, value }: Target & { kind: 'array' }, index: number): readonly Target[] {
    const { elements } = value;
    const element = elements[index] ?? (isPython(file) ? anyOf(value) : undefined);
    return element ? this.resolver.resolve(file, element) : none;
  }

  /** What is assigned to a member, wherever that is written. */
  assigned(target: Target, name: string): readonly Target[] {
    return this.resolver
      .known(this.resolver.learned.properties.entry(propertyKey(this.resolver.keys.keyOf(target), name)))
      .flatMap((one) => this.resolver.resolve(one.file, one.value));
  }

  /** Assigned to instances of the class, or of one that it extends. */
  private assignedToInstance(target: InstanceTarget, name: string, depth = 0): readonly Target[] {
    const own = this.assigned(target, name);
    if (own.length > 0 || depth > deepest) return own;
    return this.resolver.classes
      .bases(target.file, target.facts)
      .flatMap((base) => this.assignedToInstance({ ...base, kind: 'instance', exact: true }, name, depth + 1));
  }

  private classMember(target: ClassTarget | InstanceTarget, name: string): readonly Target[] {
    const found = this.resolver.classes.members(target, name);
    if (found.length > 0) return found.flatMap((one) => this.memberValue(one));
    return this.ofApiClass(target, name);
  }

  /** What the program's own code says comes first; in Python an API class that is extended is asked only if that says nothing. */
  private instanceMember(target: InstanceTarget, name: string): readonly Target[] {
    const assigned = this.assignedToInstance(target, name);
    if (!isPython(target.file)) return [...this.classMember(target, name), ...assigned];
    const members = this.resolver.classes.members(target, name).flatMap((one) => this.memberValue(one));
    const own = [...members, ...assigned, ...this.assigned({ ...target, kind: 'class' }, name)];
    return own.length > 0 ? own : this.ofApiClass(target, name);
  }

  private ofApiClass({ file, facts, kind }: ClassTarget | InstanceTarget, name: string): readonly Target[] {
    return this.resolver.classes.apiBases(file, facts, 0).flatMap((path) => this.ofApi(kind === 'instance' ? `${path}#` : path, name));
  }

  private memberValue({ file, member: { kind, value, types } }: FoundMember): readonly Target[] {
    if (kind === 'setter') return none;
    if (kind === 'getter') return this.results.returnedBy(functionIn(file, value));
    return this.resolver.typed(file, this.resolver.resolve(file, value), types);
  }
}

/** The methods by which a generator is gone on with; a context manager made of one is entered so. */
const goingOn = new Set(['__iter__', '__next__', 'send', '__enter__', '__aiter__', '__anext__', 'asend', '__aenter__']);
