// What a value is: an API of knowledge, a function or class of the program, or nothing. A name that
// resolves to nothing is not guessed at by its spelling. Resolution is without regard to flow, and
// bounded: a value with more targets than that is as good as unknown.

import type { Binding, CallSite, ClassFacts, Member, Value } from '../facts';
import type { Knowledge } from '../knowledgeIndex';
import type { FunctionId, ProgramFile } from './program';

export type Target =
  /** An API path. */
  | { readonly kind: 'api'; readonly path: string }
  | { readonly kind: 'function'; readonly id: FunctionId }
  | { readonly kind: 'class'; readonly file: ProgramFile; readonly facts: ClassFacts }
  | { readonly kind: 'instance'; readonly file: ProgramFile; readonly facts: ClassFacts }
  | { readonly kind: 'object'; readonly file: ProgramFile; readonly value: Value & { kind: 'object' } };

const mostTargets = 8;
const none: readonly Target[] = [];

export class Resolver {
  private readonly known = new Map<Value, readonly Target[]>();

  constructor(private readonly knowledge: Knowledge) {}

  /** What `value`, written in `file`, can be. Empty if nothing is known. */
  resolve(file: ProgramFile, value: Value): readonly Target[] {
    const known = this.known.get(value);
    if (known) return known;
    this.known.set(value, none); // what refers to itself adds nothing
    const targets = this.compute(file, value);
    const result = targets.length > mostTargets ? none : targets;
    this.known.set(value, result);
    return result;
  }

  /** The constant that `value` is, names of constants followed; else `value` itself. */
  constant(file: ProgramFile, value: Value, depth = 0): Value {
    const binding = value.kind === 'name' ? bindingOf(file, value) : undefined;
    const [only] = binding?.values ?? [];
    if (!binding || !only || binding.values.length > 1 || binding.kind === 'param' || depth > 4) return value;
    return this.constant(file, only, depth + 1);
  }

  private compute(file: ProgramFile, value: Value): readonly Target[] {
    switch (value.kind) {
      case 'name':
        return this.resolveName(file, value);
      case 'import':
        return this.resolveImport(value);
      case 'member':
        return this.resolve(file, value.object).flatMap((target) => this.member(target, value.name));
      case 'call':
        return this.resolveResult(file, file.facts.calls[value.call]);
      case 'await':
        return this.resolve(file, value.value);
      case 'function':
        return [{ kind: 'function', id: file.base + value.function }];
      case 'class':
        return this.classTarget(file, value.class, 'class');
      case 'object':
        return [{ kind: 'object', file, value }];
      case 'choice':
        return value.options.flatMap((option) => this.resolve(file, option));
      case 'this':
        return this.resolveThis(file, value.function);
      default:
        return none;
    }
  }

  private resolveName(file: ProgramFile, value: Value & { kind: 'name' }): readonly Target[] {
    const binding = bindingOf(file, value);
    if (!binding) return [{ kind: 'api', path: this.knowledge.global(value.name) }];
    const assigned = binding.values.flatMap((one) => this.resolve(file, one));
    return assigned.length > 0 ? unique(assigned) : binding.types.flatMap((type) => this.instanceOf(file, type));
  }

  /** Modules of the workspace are not followed yet: a relative specifier resolves to nothing. */
  private resolveImport({ module, name }: Value & { kind: 'import' }): readonly Target[] {
    if (!module || /^[./]/.test(module)) return none;
    const path = this.knowledge.module(module);
    return [{ kind: 'api', path: name === '*' ? path : this.knowledge.member(path, name) }];
  }

  private resolveResult(file: ProgramFile, site: CallSite | undefined): readonly Target[] {
    if (!site) return none;
    const required = this.requiredModule(file, site);
    if (required !== undefined) return this.resolveImport({ kind: 'import', module: required, name: '*' });
    return this.resolve(file, site.callee).flatMap((target) => this.resultOf(target, site));
  }

  private requiredModule(file: ProgramFile, { callee, args, use }: CallSite): string | undefined {
    const [specifier] = args;
    if (use !== 'call' || !specifier || !this.isRequire(file, callee)) return undefined;
    const constant = this.constant(file, specifier);
    return constant.kind === 'literal' && typeof constant.value === 'string' ? constant.value : undefined;
  }

  /** `require` itself, or what `createRequire` gave. */
  private isRequire(file: ProgramFile, callee: Value): boolean {
    return this.resolve(file, callee).some((target) => target.kind === 'api' && target.path === 'global.require');
  }

  private resultOf(target: Target, { use }: CallSite): readonly Target[] {
    if (target.kind === 'class') return use === 'new' ? [{ ...target, kind: 'instance' }] : none;
    if (target.kind !== 'api') return none;
    const type = this.knowledge.returnType(target.path) ?? (use === 'new' ? `${target.path}#` : undefined);
    return type === undefined ? none : [{ kind: 'api', path: type }];
  }

  private resolveThis(file: ProgramFile, index: number): readonly Target[] {
    const facts = file.facts.functions[index];
    if (facts?.class === undefined) return none;
    const isStatic = file.facts.classes[facts.class]?.members.some((one) => one.static && isFunction(one, index));
    return this.classTarget(file, facts.class, isStatic ? 'class' : 'instance');
  }

  private classTarget(file: ProgramFile, index: number, kind: 'class' | 'instance'): readonly Target[] {
    const facts = file.facts.classes[index];
    return facts ? [{ kind, file, facts }] : none;
  }

  /** The instances that a type annotation allows. */
  private instanceOf(file: ProgramFile, type: Value): readonly Target[] {
    return this.resolve(file, type).flatMap((target): readonly Target[] => {
      if (target.kind === 'class') return [{ ...target, kind: 'instance' }];
      return target.kind === 'api' ? [{ kind: 'api', path: `${target.path}#` }] : none;
    });
  }

  private member(target: Target, name: string): readonly Target[] {
    switch (target.kind) {
      case 'api': {
        const path = this.knowledge.member(target.path, name);
        const type = this.knowledge.returnType(`${path}:read`);
        return [{ kind: 'api', path: type ?? path }];
      }
      case 'function':
        return name === 'bind' || name === 'call' || name === 'apply' ? [target] : none;
      case 'object':
        return target.value.properties
          .filter((one) => one.name === name && !one.accessor)
          .flatMap((one) => this.resolve(target.file, one.value));
      default:
        return this.classMember(target, name, 0);
    }
  }

  private classMember(target: Target & { kind: 'class' | 'instance' }, name: string, depth: number): readonly Target[] {
    const { file, facts, kind } = target;
    const own = facts.members.filter((one) => one.name === name && one.static === (kind === 'class') && isValue(one));
    if (own.length > 0) return own.flatMap((one) => this.memberValue(file, one));
    if (depth > 10) return none;
    return facts.bases.flatMap((base) => this.resolve(file, base)).flatMap((base) => this.inheritedMember(base, kind, name, depth));
  }

  private inheritedMember(base: Target, kind: 'class' | 'instance', name: string, depth: number): readonly Target[] {
    if (base.kind === 'class') return this.classMember({ ...base, kind }, name, depth + 1);
    if (base.kind !== 'api') return none;
    return this.member({ kind: 'api', path: kind === 'instance' ? `${base.path}#` : base.path }, name);
  }

  private memberValue(file: ProgramFile, { value, types }: Member): readonly Target[] {
    const targets = this.resolve(file, value);
    return targets.length > 0 ? targets : types.flatMap((type) => this.instanceOf(file, type));
  }
}

function bindingOf(file: ProgramFile, value: Value & { kind: 'name' }): Binding | undefined {
  return value.binding === undefined ? undefined : file.facts.bindings[value.binding];
}

function isFunction({ value }: Member, index: number): boolean {
  return value.kind === 'function' && value.function === index;
}

/** Accessors run when they are read: they are no value. */
function isValue({ kind }: Member): boolean {
  return kind === 'method' || kind === 'field';
}

function unique(targets: readonly Target[]): readonly Target[] {
  if (targets.length < 2) return targets;
  const seen = new Set<string>();
  return targets.filter((target) => {
    if (target.kind !== 'api' && target.kind !== 'function') return true;
    const key = target.kind === 'api' ? target.path : String(target.id);
    return seen.size < seen.add(key).size;
  });
}
