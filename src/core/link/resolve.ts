// What a value is: an API of knowledge, a function, class or object of the program, or nothing. A name
// that resolves to nothing is not guessed at by its spelling. Resolution is without regard to flow, and
// bounded: of a value with too many targets only the first are kept, so that one popular helper does
// not connect everything with everything.

import type { CallSite, Member, Use, Value } from '../facts';
import type { Knowledge } from '../knowledgeIndex';
import { Classes, functionIn } from './classes';
import { Exports } from './exports';
import type { Grounds } from './grounds';
import { type Entry, Learned, ownerKey, paramKey, propertyKey } from './learned';
import { Members } from './members';
import { Memory } from './memory';
import type { Modules } from './modules';
import { receiverAt } from './narrowing';
import { bindingOf, type FunctionId, isPython, type Program, type ProgramFile } from './program';
import { Results } from './results';
import { specifierOf } from './specifiers';
import { Tracker } from './tracker';
import { type ClassTarget, mostTargets, type Target, TargetKeys } from './targets';

export type { Target } from './targets';

const none: readonly Target[] = [];

/** Answers that stay as they are. */
export interface Linked {
  /** By the index of the file and the number of the call site. */
  readonly bodies: (readonly FunctionId[] | undefined)[][];
  readonly imports: Map<ProgramFile, readonly ProgramFile[]>;
  readonly specifiers: Map<ProgramFile, readonly string[]>;
  /** The call sites by how they use an API, and by its path; `undefined` until somebody asks. */
  apis: ReadonlyMap<Use, ReadonlyMap<string, readonly CallSite[]>> | undefined;
}

export class Resolver {
  readonly keys = new TargetKeys();
  readonly learned = new Learned(this.keys);
  readonly classes = new Classes(
    (file, value) => this.resolve(file, value),
    (one) => this.subclassesOf(one),
  );
  /** What was asked for since linking came to its end. */
  linked: Linked | undefined;
  private readonly results = new Results(this);
  readonly members: Members = new Members(this, this.results);
  readonly exports: Exports = new Exports(this, this.members);
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
    this.linked = { bodies: this.program.files.map(() => []), imports: new Map(), specifiers: new Map(), apis: undefined };
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
    return this.tracker.workOut(memory, () => this.targets(file, value));
  }

  private targets(file: ProgramFile, value: Value): readonly Target[] {
    const all = this.keys.unique(this.compute(file, value));
    return all.length > mostTargets ? all.slice(0, mostTargets) : all;
  }

  /** What the callee of a call site in `file` can be. */
  callee(file: ProgramFile, site: CallSite): readonly Target[] {
    const memory = this.memory.ofCallee(file, site);
    if (this.tracker.isCurrent(memory)) return this.tracker.recall(memory);
    return this.tracker.workOut(memory, () => {
      const receivers = site.callee.kind === 'member' ? receiverAt(this, file, site) : undefined;
      if (site.callee.kind !== 'member') return this.resolve(file, site.callee);
      if (!receivers) return this.targets(file, site.callee);
      const { name } = site.callee;
      return this.keys.unique(receivers.flatMap((one) => this.member(one, name)));
    });
  }

  /** What was learned of something, until the last round. */
  known<T>(entry: Entry<T>): readonly T[] {
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

  /** Anything that an index with an unknown key may give. */
  anyElement(target: Target): readonly Target[] {
    return this.members.anyElement(target);
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
        return this.exports.imported(file, value);
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
    const found = language === 'python' ? this.exports.starred(file, name) : name === 'exports' ? this.exports.ofModule(file) : none;
    return found.length > 0 || (language === 'javascript' && name === 'exports')
      ? found
      : [{ kind: 'api', path: this.knowledge.global(name, language) }];
  }

  /**
   * A declared type tells more than nothing, and more than an object literal: that may be a test's stand-in. What a library's object
   * holds is anything: `request.app.state.store`. What is declared to be a text, a number or a plain container is nothing else.
   */
  typed(file: ProgramFile, found: readonly Target[], types: readonly Value[]): readonly Target[] {
    const isKnown = found.some((target) => target.kind !== 'object' && !isHeldByLibrary(target) && !isEmptyList(target));
    if (types.length === 0 || (isKnown && !isPython(file))) return found;
    const declared = types.flatMap((type) => this.instanceOf(file, type));
    const isPlain = declared.length > 0 && declared.every((target) => target.kind === 'api' && isPlainType.test(target.path));
    if (isPlain) return [...found.filter(({ kind }) => kind === 'object' || kind === 'array'), ...declared];
    return isKnown ? found : [...found, ...declared];
  }

  private resolveMember(file: ProgramFile, { object, name }: Value & { kind: 'member' }): readonly Target[] {
    if (object.kind === 'name' && object.binding === undefined && object.name === 'module' && name === 'exports')
      return this.exports.ofModule(file);
    return this.resolve(file, object).flatMap((target) => this.member(target, name));
  }

  private resolveResult(file: ProgramFile, site: CallSite | undefined): readonly Target[] {
    if (!site) return none;
    const required = this.requiredModule(file, site);
    return required === undefined
      ? this.results.of(file, site)
      : this.exports.imported(file, { kind: 'import', module: required, name: '*' });
  }

  /** The specifier that a call to `require` names. */
  requiredModule(file: ProgramFile, site: CallSite): string | undefined {
    const [specifier] = isPython(file) ? [] : site.args;
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
      if (target.kind === 'function') return target.makes ? [{ ...target.makes.of, kind: 'instance', exact: false }] : none;
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
    if (target.kind === 'api') return this.members.ofApi(target.path, name);
    const key = `${target.kind === 'instance' && !target.exact ? 'any ' : ''}${propertyKey(this.keys.keyOf(target), name)}`;
    const memory = this.memory.ofMember(key);
    if (this.tracker.isCurrent(memory)) return this.tracker.recall(memory);
    return this.tracker.workOut(memory, () => this.keys.unique(this.members.of(target, name)));
  }

  /** Classes that extend or implement a class or interface directly. */
  private subclassesOf(target: Target): readonly ClassTarget[] {
    return this.known(this.learned.subclasses.entry(this.keys.keyOf(target)));
  }
}

/** True for a static method: its `this` is the class. */
function isStaticMember(file: ProgramFile, owner: number, index: number): boolean {
  const members: readonly Member[] = file.facts.classes[owner]?.members ?? [];
  return members.some((one) => one.static && functionIn(file, one.value).includes(file.base + index));
}

/** True for a member of an object of a library of which no table says what it is. */
function isHeldByLibrary(target: Target): boolean {
  return target.kind === 'api' && /#./.test(target.path) && !target.path.endsWith('#');
}

/** True for `[]` of Python: what it will hold only the type says. */
function isEmptyList(target: Target): boolean {
  return target.kind === 'array' && isPython(target.file) && target.value.elements.length === 0;
}

const isPlainType = /^py:builtins\.(?:str|int|float|bool|bytes|bytearray|complex|dict|list|set|tuple)#$/;

/** What stands for itself where it is written. */
function written(file: ProgramFile, value: Value): readonly Target[] {
  if (value.kind === 'object') return [{ kind: 'object', file, value }];
  if (value.kind === 'array') return [{ kind: 'array', file, value }];
  if (value.kind === 'comparison') return [{ kind: 'test', file, value }];
  return value.kind === 'regex' ? [{ kind: 'pattern', pattern: value.pattern, flags: value.flags }] : none;
}
