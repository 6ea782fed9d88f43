// What a value is: an API of knowledge, a function, class or object of the program, or nothing. A name
// that resolves to nothing is not guessed at by its spelling. Resolution is without regard to flow, and
// bounded: of a value with too many targets only the first are kept, so that one popular helper does
// not connect everything with everything.

import type { Binding, CallSite, Member, Value } from '../facts';
import type { Knowledge } from '../knowledgeIndex';
import { Classes, type FoundMember, functionIn } from './classes';
import type { Grounds } from './grounds';
import { type Entry, Learned, moduleKey } from './learned';
import { Memory } from './memory';
import type { Modules } from './modules';
import { type FunctionId, isPython, type Program, type ProgramFile } from './program';
import type { PythonModule } from './pythonModules';
import { Results } from './results';
import { specifierOf } from './specifiers';
import { Tracker } from './tracker';
import { type ClassTarget, type InstanceTarget, type Target, TargetKeys } from './targets';

export type { Target } from './targets';

const mostTargets = 8;
const none: readonly Target[] = [];

export class Resolver {
  readonly keys = new TargetKeys();
  readonly learned = new Learned(this.keys);
  readonly classes = new Classes(
    (file, value) => this.resolve(file, value),
    (one) => this.subclassesOf(one),
  );
  /** What was asked for since linking came to its end; before that, answers change. */
  linked: { readonly bodies: Map<CallSite, readonly FunctionId[]> } | undefined;
  private readonly results = new Results(this);
  private readonly memory = new Memory();
  private readonly tracker = new Tracker();

  constructor(
    readonly program: Program,
    readonly modules: Modules,
    readonly knowledge: Knowledge,
  ) {}

  /** Lets what was learned in this round be known in the next; false if that is nothing new. */
  nextRound(): boolean {
    return this.learned.settle(this.tracker.nextRound());
  }

  /** Ends linking: what is learned from now on changes nothing any more. */
  settle(): void {
    this.nextRound();
    this.tracker.settle();
    this.linked = { bodies: new Map() };
  }

  /** What all that `work` asks for rests on. */
  groundsOf(work: () => void): Grounds {
    return this.tracker.groundsOf(work);
  }

  /** False if something that was found in the last round may be another thing in this one. */
  stillHolds(grounds: Grounds): boolean {
    return this.tracker.stillHolds(grounds);
  }

  /** What `value`, written in `file`, can be. Empty if nothing is known. */
  resolve(file: ProgramFile, value: Value): readonly Target[] {
    const memory = this.memory.of(file, value);
    if (memory === undefined) return none;
    if (this.tracker.isCurrent(memory)) return this.tracker.recall(memory);
    return this.tracker.workOut(memory, () => {
      const all = this.keys.unique(this.compute(file, value));
      return all.length > mostTargets ? all.slice(0, mostTargets) : all;
    });
  }

  /** What the callee of a call site in `file` can be. */
  callee(file: ProgramFile, site: CallSite): readonly Target[] {
    const memory = this.memory.ofCallee(file, site);
    if (this.tracker.isCurrent(memory)) return this.tracker.recall(memory);
    return this.tracker.workOut(memory, () => this.resolve(file, site.callee));
  }

  /** What was learned of something, until the last round. */
  private known<T>(entry: Entry<T>): readonly T[] {
    this.tracker.restOn(entry.grounds);
    return entry.values;
  }

  /** The constant that `value` is, names of constants followed; else `value` itself. */
  constant(file: ProgramFile, value: Value, depth = 0): Value {
    const binding = value.kind === 'name' ? bindingOf(file, value) : undefined;
    const [only] = binding?.values ?? [];
    if (!binding || !only || binding.values.length > 1 || binding.kind === 'param' || depth > 4) return value;
    return this.constant(file, only, depth + 1);
  }

  /** The getters or setters that reading or writing `callee` runs. */
  accessors(file: ProgramFile, callee: Value, kind: 'getter' | 'setter'): FunctionId[] {
    if (callee.kind !== 'member') return [];
    return this.resolve(file, callee.object).flatMap((target) => {
      if (target.kind === 'object') {
        const wanted = kind === 'getter' ? 'get' : 'set';
        const own = target.value.properties.filter((one) => one.name === callee.name && one.accessor === wanted);
        return own.flatMap(({ value }) => functionIn(target.file, value));
      }
      if (target.kind !== 'class' && target.kind !== 'instance') return [];
      return this.classes
        .members(target, callee.name)
        .filter(({ member }) => member.kind === kind)
        .flatMap((found) => functionIn(found.file, found.member.value));
    });
  }

  /** What a file exports under a name. */
  exportOf(file: ProgramFile, name: string): readonly Target[] {
    return this.exported(file, name, 0);
  }

  /** What a list holds, as far as it is written in the program. */
  elementsOf(file: ProgramFile, list: Value): readonly Target[] {
    return this.resolve(file, list).flatMap((target) =>
      target.kind === 'array' || target.kind === 'object' ? this.anyElement(target) : [],
    );
  }

  private compute(file: ProgramFile, value: Value): readonly Target[] {
    switch (value.kind) {
      case 'name':
        return this.resolveName(file, value);
      case 'import':
        return this.resolveImport(file, value);
      case 'member':
        return this.resolveMember(file, value);
      case 'element':
        return this.resolve(file, value.object).flatMap((target) => this.anyElement(target));
      case 'call':
        return this.resolveResult(file, file.facts.calls[value.call]);
      case 'slice':
      case 'repeated':
        return this.resolve(file, value.object);
      case 'await':
      case 'keyword':
        return this.resolve(file, value.value);
      case 'typed':
        return this.typed(file, this.resolve(file, value.value), value.types);
      case 'param':
        return this.known(this.learned.params.entry(paramKey(file.base + value.function, value.index)));
      case 'function':
        return [{ kind: 'function', id: file.base + value.function }];
      case 'class':
        return this.classTarget(file, value.class);
      case 'choice':
        return this.resolveChoice(file, value);
      case 'this':
        return this.resolveThis(file, value.function);
      case 'super':
        return this.resolveSuper(file, value.function);
      default:
        return written(file, value);
    }
  }

  /** Tests that are combined make one. */
  private resolveChoice(file: ProgramFile, value: Value & { kind: 'choice' }): readonly Target[] {
    const targets = value.options.flatMap((option) => this.resolve(file, option));
    const others = targets.filter(({ kind }) => kind !== 'test');
    return others.length === targets.length ? targets : [...others, { kind: 'test', file, value }];
  }

  private resolveName(file: ProgramFile, value: Value & { kind: 'name' }): readonly Target[] {
    const binding = bindingOf(file, value);
    if (!binding) return this.resolveUnbound(file, value.name);
    if (binding.kind === 'type' && binding.values.length === 0) return [{ kind: 'type', file, binding: value.binding ?? 0 }];
    const [only = value] = binding.values;
    const assigned = binding.values.length === 1 ? this.resolve(file, only) : binding.values.flatMap((one) => this.resolve(file, one));
    return this.typed(file, assigned, binding.types);
  }

  private resolveUnbound(file: ProgramFile, name: string): readonly Target[] {
    const { language } = file.facts;
    const found = language === 'python' ? this.starred(file, name, 0) : name === 'exports' ? this.exportsOf(file) : none;
    return found.length > 0 || (language === 'javascript' && name === 'exports')
      ? found
      : [{ kind: 'api', path: this.knowledge.global(name, language) }];
  }

  /**
   * A declared type tells more than nothing, and more than an object literal: that may be a test's stand-in. What is declared to be a
   * text, a number or a plain container is nothing else.
   */
  typed(file: ProgramFile, found: readonly Target[], types: readonly Value[]): readonly Target[] {
    const isKnown = found.some((target) => target.kind !== 'object');
    if (types.length === 0 || (isKnown && !isPython(file))) return found;
    const declared = types.flatMap((type) => this.instanceOf(file, type));
    const isPlain = declared.length > 0 && declared.every((target) => target.kind === 'api' && isPlainType.test(target.path));
    if (isPlain) return [...found.filter(({ kind }) => kind === 'object' || kind === 'array'), ...declared];
    return isKnown ? found : [...found, ...declared];
  }

  private resolveImport(file: ProgramFile, { module, name }: Value & { kind: 'import' }): readonly Target[] {
    if (!module) return none;
    if (isPython(file)) return this.resolvePython(file, module, name);
    if (module.includes('*')) return this.resolveFolder(file, module, name);
    const found = this.modules.resolve(file, module);
    if (found) return name === '*' ? this.exportsOf(found) : this.exported(found, name, 0);
    if (/^[./#]/.test(module)) return none;
    return [this.apiImport(file, module, name)];
  }

  private apiImport(file: ProgramFile, module: string, name: string): Target {
    const path = this.knowledge.module(module, file.facts.language);
    return { kind: 'api', path: name === '*' ? path : this.knowledge.member(path, name) };
  }

  private resolvePython(file: ProgramFile, module: string, name: string): readonly Target[] {
    const found = this.modules.python.find(file, module);
    if (!found) return module.startsWith('.') ? none : [this.apiImport(file, module, name)];
    if (name === '*') return [asTarget(found)];
    if (found.kind === 'folder') return this.submodule(found.folder, name);
    const folder = found.file === file ? this.modules.python.folderOf(file) : undefined;
    const own = folder === undefined ? none : this.submodule(folder, name);
    return own.length > 0 ? own : this.exported(found.file, name, 0);
  }

  private submodule(folder: string, name: string): readonly Target[] {
    const found = this.modules.python.within(folder, [name]);
    return found ? [asTarget(found)] : none;
  }

  /** A name of a Python module: what `import *` brought, or a module of the package. */
  private furtherExport(file: ProgramFile, name: string, depth: number): readonly Target[] {
    const starred = this.starred(file, name, depth);
    const folder = this.modules.python.folderOf(file);
    return starred.length > 0 || folder === undefined ? starred : this.submodule(folder, name);
  }

  private starred(file: ProgramFile, name: string, depth: number): readonly Target[] {
    const sources = depth > 10 ? [] : file.facts.exports.filter((one) => one.name === '*');
    return sources
      .flatMap(({ value }) => this.resolve(file, value))
      .flatMap((target): readonly Target[] => {
        if (target.kind === 'api') return this.knowledge.knows(`${target.path}.${name}`) ? this.apiMember(target.path, name) : none;
        if (target.kind !== 'module' || target.file === file) return none;
        const { starNames } = target.file.facts;
        const isGiven = starNames ? starNames.includes(name) : !name.startsWith('_');
        return isGiven ? this.exported(target.file, name, depth + 1) : none;
      });
  }

  /** One of the files of a folder; of too many nothing is said. */
  private resolveFolder(file: ProgramFile, pattern: string, name: string): readonly Target[] {
    const found = this.modules.all(file, pattern);
    if (found.length > mostTargets) return none;
    return found.flatMap((one) => (name === '*' ? this.exportsOf(one) : this.exported(one, name, 0)));
  }

  /** What `require` of a file gives: what it assigned to `module.exports`, and the exports that it added to. */
  private exportsOf(file: ProgramFile): readonly Target[] {
    const values = this.known(this.learned.moduleValues.entry(moduleKey(file)));
    return [...values.flatMap((one) => this.resolve(one.file, one.value)), { kind: 'module', file }];
  }

  private exported(file: ProgramFile, name: string, depth: number): readonly Target[] {
    const own = file.facts.exports.filter((one) => one.name === name).flatMap(({ value }) => this.resolve(file, value));
    if (own.length > 0 || depth > 10) return own;
    if (isPython(file)) return this.furtherExport(file, name, depth);
    const assigned = this.assigned({ kind: 'module', file }, name);
    const values = this.known(this.learned.moduleValues.entry(moduleKey(file))).flatMap((one) => this.resolve(one.file, one.value));
    const members = values.flatMap((target) => this.member(target, name));
    if (assigned.length + members.length > 0) return [...assigned, ...members];
    if (name === 'default') return file.facts.exports.length === 0 ? this.exportsOf(file) : none;
    const starred = file.facts.exports.filter((one) => one.name === '*').flatMap(({ value }) => this.resolve(file, value));
    return starred.flatMap((target) =>
      target.kind === 'module' && target.file !== file ? this.exported(target.file, name, depth + 1) : this.member(target, name),
    );
  }

  private resolveMember(file: ProgramFile, { object, name }: Value & { kind: 'member' }): readonly Target[] {
    if (object.kind === 'name' && object.binding === undefined && object.name === 'module' && name === 'exports')
      return this.exportsOf(file);
    return this.resolve(file, object).flatMap((target) => this.member(target, name));
  }

  private resolveResult(file: ProgramFile, site: CallSite | undefined): readonly Target[] {
    if (!site) return none;
    const required = this.requiredModule(file, site);
    return required === undefined ? this.results.of(file, site) : this.resolveImport(file, { kind: 'import', module: required, name: '*' });
  }

  /** The specifier that a call to `require` names. */
  requiredModule(file: ProgramFile, site: CallSite): string | undefined {
    const [specifier] = site.args;
    const constant = site.use === 'call' && specifier ? this.constant(file, specifier) : undefined;
    if (!constant || !/^(?:literal|fileName|call)$/.test(constant.kind) || !this.isRequire(file, site)) return undefined;
    return specifierOf(this, file, constant);
  }

  makesPath(file: ProgramFile, site: CallSite): boolean {
    return this.callee(file, site).some((one) => one.kind === 'api' && this.knowledge.makesPath(one.path));
  }

  /** `require` itself, or what `createRequire` gave. */
  private isRequire(file: ProgramFile, site: CallSite): boolean {
    return this.callee(file, site).some((target) => target.kind === 'api' && target.path === 'global.require');
  }

  private resolveThis(file: ProgramFile, index: number): readonly Target[] {
    const facts = file.facts.functions[index];
    if (!facts) return none;
    if (facts.class === undefined) return this.thisOfFunction(file, index);
    const isStatic = isStaticMember(file, facts.class, index);
    return this.classTarget(file, facts.class).map((target) => (isStatic ? target : { ...target, kind: 'instance', exact: false }));
  }

  private resolveSuper(file: ProgramFile, index: number): readonly Target[] {
    const owner = file.facts.functions[index]?.class;
    if (owner === undefined) return none;
    const bases = this.classes.superclasses(file, index);
    if (isStaticMember(file, owner, index)) return bases;
    const facts = file.facts.classes[owner];
    if (isPython(file)) return facts ? [{ kind: 'instance', file, facts, exact: true, beyond: true }] : none;
    return bases.map((base): Target => ({ ...base, kind: 'instance', exact: true }));
  }

  /** In a method of an object literal `this` is the object; in a function that `new` is used on, what it makes. */
  private thisOfFunction(file: ProgramFile, index: number): readonly Target[] {
    const object = file.facts.functions[index]?.object;
    if (object) return this.resolve(file, object);
    const owners = this.known(this.learned.properties.entry(ownerKey(file.base + index)));
    const targets = owners.flatMap((owner) => this.resolve(owner.file, owner.value));
    return targets.length > 0 ? targets : [{ kind: 'created', id: file.base + index }];
  }

  private classTarget(file: ProgramFile, index: number): ClassTarget[] {
    const facts = file.facts.classes[index];
    return facts ? [{ kind: 'class', file, facts }] : [];
  }

  /** The instances that a type annotation allows: of the class, or of the classes that implement the interface. */
  private instanceOf(file: ProgramFile, type: Value): readonly Target[] {
    return this.resolve(file, type).flatMap((target): readonly Target[] => {
      if (target.kind === 'class') return [{ ...target, kind: 'instance', exact: false }];
      if (target.kind === 'type')
        return this.subclassesOf(target).map((one) => ({
          ...one,
          kind: 'instance',
          exact: false,
        }));
      if (target.kind === 'array') return [target];
      return target.kind === 'api' ? [{ kind: 'api', path: `${target.path}#` }] : none;
    });
  }

  /** Member look-ups may come back to themselves (`{ ...options, x }` assigned to `options`): then they add nothing. */
  member(target: Target, name: string): readonly Target[] {
    if (target.kind === 'api') return this.apiMember(target.path, name);
    const key = `${target.kind === 'instance' && !target.exact ? 'any ' : ''}${propertyKey(this.keys.keyOf(target), name)}`;
    const memory = this.memory.ofMember(key);
    if (this.tracker.isCurrent(memory)) return this.tracker.recall(memory);
    return this.tracker.workOut(memory, () => this.keys.unique(this.computeMember(target, name)));
  }

  private computeMember(target: Target, name: string): readonly Target[] {
    switch (target.kind) {
      case 'function':
        if (name === 'bind' || name === 'call' || name === 'apply') return [target];
        return name === 'prototype' ? [{ kind: 'created', id: target.id }] : this.assigned(target, name);
      case 'object':
        return [...this.property(target, name), ...this.assigned(target, name)];
      case 'array':
        return /^\d+$/.test(name) ? [...this.elementAt(target, Number(name)), ...this.assigned(target, anyKey)] : none;
      case 'module':
        return this.exported(target.file, name, 0);
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
        return this.submodule(target.folder, name);
      default:
        return none;
    }
  }

  /** Set on the prototype or an instance; else a member of what the prototype was replaced by or extends. */
  private createdMember(target: Target & { kind: 'created' }, name: string): readonly Target[] {
    const own = this.assigned(target, name);
    if (own.length > 0) return own;
    return this.assigned({ kind: 'function', id: target.id }, 'prototype').flatMap((prototype) => this.member(prototype, name));
  }

  private apiMember(api: string, name: string): readonly Target[] {
    if (name === 'prototype') return [{ kind: 'api', path: `${api}#` }];
    const path = this.knowledge.member(api, name);
    return [{ kind: 'api', path: this.knowledge.returnType(`${path}:read`) ?? path }];
  }

  private property({ file, value }: Target & { kind: 'object' }, name: string): readonly Target[] {
    const named = value.properties.filter((one) => one.name === name && one.accessor !== 'set');
    if (named.length > 0)
      return named.flatMap((one) => (one.accessor ? this.results.returnedBy(functionIn(file, one.value)) : this.resolve(file, one.value)));
    const spread = value.properties.filter((one) => one.name === undefined);
    return spread.flatMap((one) => this.resolve(file, one.value)).flatMap((target) => this.member(target, name));
  }

  /** Anything that an index with an unknown key may give. */
  anyElement(target: Target): readonly Target[] {
    return [...this.elementsWritten(target), ...this.assigned(target, anyKey)];
  }

  private elementsWritten(target: Target): readonly Target[] {
    if (target.kind === 'array') return target.value.elements.flatMap((one) => this.resolve(target.file, one));
    if (target.kind === 'generator') return this.results.returnedBy([target.id]);
    if (target.kind === 'api') return this.apiElements(target.path);
    if (target.kind !== 'object') return none;
    return target.value.properties.flatMap((one) => (one.name === undefined || one.accessor ? [] : this.resolve(target.file, one.value)));
  }

  private apiElements(path: string): readonly Target[] {
    const type = path.endsWith('#') ? this.knowledge.returnType(`${path}__next__`) : undefined;
    return type === undefined ? none : [{ kind: 'api', path: type }];
  }

  private elementAt({ file, value: { elements } }: Target & { kind: 'array' }, index: number): readonly Target[] {
    const element = elements[index];
    return element ? this.resolve(file, element) : none;
  }

  private assigned(target: Target, name: string): readonly Target[] {
    return this.known(this.learned.properties.entry(propertyKey(this.keys.keyOf(target), name))).flatMap((one) =>
      this.resolve(one.file, one.value),
    );
  }

  /** Assigned to instances of the class, or of one that it extends. */
  private assignedToInstance(target: InstanceTarget, name: string, depth = 0): readonly Target[] {
    const own = this.assigned(target, name);
    if (own.length > 0 || depth > 10) return own;
    return this.classes
      .bases(target.file, target.facts)
      .flatMap((base) => this.assignedToInstance({ ...base, kind: 'instance', exact: true }, name, depth + 1));
  }

  private classMember(target: ClassTarget | InstanceTarget, name: string): readonly Target[] {
    const found = this.classes.members(target, name);
    if (found.length > 0) return found.flatMap((one) => this.memberValue(one));
    return this.apiClassMember(target, name);
  }

  /** What the program's own code says comes first; in Python an API class that is extended is asked only if that says nothing. */
  private instanceMember(target: InstanceTarget, name: string): readonly Target[] {
    const assigned = this.assignedToInstance(target, name);
    if (!isPython(target.file)) return [...this.classMember(target, name), ...assigned];
    const members = this.classes.members(target, name).flatMap((one) => this.memberValue(one));
    const own = [...members, ...assigned, ...this.assigned({ ...target, kind: 'class' }, name)];
    return own.length > 0 ? own : this.apiClassMember(target, name);
  }

  private apiClassMember({ file, facts, kind }: ClassTarget | InstanceTarget, name: string): readonly Target[] {
    return this.classes.apiBases(file, facts, 0).flatMap((path) => this.apiMember(kind === 'instance' ? `${path}#` : path, name));
  }

  /** Classes that extend or implement a class or interface directly. */
  private subclassesOf(target: Target): readonly ClassTarget[] {
    return this.known(this.learned.subclasses.entry(this.keys.keyOf(target)));
  }

  private memberValue({ file, member: { kind, value, types } }: FoundMember): readonly Target[] {
    if (kind === 'setter') return none;
    if (kind === 'getter') return this.results.returnedBy(functionIn(file, value));
    return this.typed(file, this.resolve(file, value), types);
  }
}

/** The name under which is learned what is put into a list or table under any key. */
export const anyKey = '[]';

/** The key under which a parameter's values are learned. */
export function paramKey(id: FunctionId, index: number): string {
  return `${id} ${index}`;
}

/** The key under which a member's values are learned. */
export function propertyKey(owner: string, name: string): string {
  return `${owner}.${name}`;
}

/** The key under which the object that a function is a method of is learned. */
export function ownerKey(id: FunctionId): string {
  return `owner ${id}`;
}

function bindingOf(file: ProgramFile, value: Value & { kind: 'name' }): Binding | undefined {
  return value.binding === undefined ? undefined : file.facts.bindings[value.binding];
}

/** True for a static method: its `this` is the class. */
function isStaticMember(file: ProgramFile, owner: number, index: number): boolean {
  const members: readonly Member[] = file.facts.classes[owner]?.members ?? [];
  return members.some((one) => one.static && functionIn(file, one.value).includes(file.base + index));
}

/** The methods by which a generator is gone on with; a context manager made of one is entered so. */
const goingOn = new Set(['__iter__', '__next__', 'send', '__enter__']);

function asTarget(found: PythonModule): Target {
  return found.kind === 'file' ? { kind: 'module', file: found.file } : found;
}

const isPlainType = /^py:builtins\.(?:str|int|float|bool|bytes|bytearray|complex|dict|list|set|tuple)#$/;

/** What stands for itself where it is written. */
function written(file: ProgramFile, value: Value): readonly Target[] {
  if (value.kind === 'object') return [{ kind: 'object', file, value }];
  if (value.kind === 'array') return [{ kind: 'array', file, value }];
  if (value.kind === 'comparison') return [{ kind: 'test', file, value }];
  return value.kind === 'regex' ? [{ kind: 'pattern', pattern: value.pattern, flags: value.flags }] : none;
}
