// What knowledge's predicates may ask of a call site, answered from facts with constants followed.

import { type Assignment, type CallSite, isSame, type Value } from '../facts';
import type { CallShape } from '../knowledge';
import { sizeOf } from '../size';
import { declaredAs } from './parameters';
import { bindingOf, type ProgramFile } from './program';
import type { Resolver } from './resolve';

/** The shape of a call site in `file`. */
export function shapeOf(resolver: Resolver, file: ProgramFile, site: CallSite): CallShape {
  const positional = site.args.filter((one) => one.kind !== 'keyword');
  const keyword = (name: string): Value | undefined => {
    const passed = passedAs(site, name);
    return passed && resolver.constant(file, passed);
  };
  const arg = (index: number, name?: string): Value | undefined => {
    const value = positional[index];
    return value ? resolver.constant(file, value) : name === undefined ? undefined : keyword(name);
  };
  return {
    use: site.use,
    argCount: positional.length,
    spread: site.args.some((one) => one.kind === 'spread'),
    awaited: site.awaited,
    inLoop: site.loop !== undefined,
    arg,
    keyword,
    size: (of, name) => {
      const passed = of === 'receiver' ? receiverOf(site) : (positional[of] ?? passedAs(site, name));
      return passed ? sizeOf(resolver, file, passed) : { kind: 'unknown' };
    },
    types: (index) => {
      const value = positional[index];
      return value ? apiPaths(resolver, file, value) : [];
    },
    madeOf: (of, index = 0, name) => {
      const made = of === 'receiver' ? receiverOf(site) : positional[of];
      return (made ? makersOf(file, made, 0) : []).flatMap((maker) => {
        const passed = maker.args.filter(({ kind }) => kind !== 'keyword')[index] ?? passedAs(maker, name);
        return passed ? apiPaths(resolver, file, passed) : [];
      });
    },
    option: (index, name) => {
      const object = arg(index);
      const property = object?.kind === 'object' ? object.properties.find((one) => one.name === name) : undefined;
      return property && resolver.constant(file, property.value);
    },
    beginning: (index, name) => {
      const passed = positional[index] ?? passedAs(site, name);
      return passed && beginningOf(resolver, file, passed, 0);
    },
    given: (name) => {
      const value = memberGiven(file, receiverOf(site), name);
      return value && resolver.constant(file, value);
    },
    toldBy: (method) => toldBy(file, receiverOf(site), method),
    isFunction: (index) => {
      const value = site.args[index];
      return value !== undefined && resolver.resolve(file, value).some((target) => target.kind === 'function');
    },
    isFile: (index) => isUsedAsFile(resolver, file, site.args[index]),
  };
}

function apiPaths(resolver: Resolver, file: ProgramFile, value: Value): string[] {
  return resolver.resolve(file, value).flatMap((target) => (target.kind === 'api' ? [target.path] : []));
}

/** What the one statement of the file that gives a name, or a field (of whatever object), this member gives it. */
function memberGiven({ facts }: ProgramFile, object: Value | undefined, name: string): Value | undefined {
  const isIt = ({ target }: Assignment): boolean =>
    target.kind === 'member' && target.name === name && object !== undefined && isHeldAs(target.object, object);
  const [only, more] = facts.assignments.filter(isIt);
  return more ? undefined : only?.value;
}

function toldBy({ facts }: ProgramFile, object: Value | undefined, method: string): readonly Value[] {
  if (!object) return [];
  return facts.calls.flatMap(({ use, callee, args: [first] }) =>
    use === 'call' && callee.kind === 'member' && callee.name === method && first && isHeldAs(callee.object, object) ? [first] : [],
  );
}

/** True for the same name, or a field of the same name of whatever object. */
function isHeldAs(one: Value, other: Value): boolean {
  return other.kind === 'member' ? one.kind === 'member' && one.name === other.name : other.kind === 'name' && isSame(one, other);
}

/** The calls that a value comes from, in its own file. */
function makersOf(file: ProgramFile, value: Value, depth: number): CallSite[] {
  if (value.kind === 'name' || value.kind === 'member')
    return depth < 4 ? givenTo(file, value).flatMap((one) => makersOf(file, one, depth + 1)) : [];
  const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
  // What a context manager gives is itself, as a rule: `with socket() as s`.
  const entered = site?.callee.kind === 'member' && site.callee.name === '__enter__' ? makersOf(file, site.callee.object, depth + 1) : [];
  return site ? [site, ...entered] : [];
}

/** The values of a name, or of a member that only one statement of its file gives one. */
function givenTo(file: ProgramFile, holder: Value & { kind: 'name' | 'member' }): readonly Value[] {
  if (holder.kind === 'name') return bindingOf(file, holder)?.values ?? [];
  const given = file.facts.assignments.filter(({ target }) => target.kind === 'member' && target.name === holder.name);
  return given.length === 1 ? given.map(({ value }) => value) : [];
}

function isUsedAsFile(resolver: Resolver, file: ProgramFile, path: Value | undefined): boolean {
  if (path?.kind !== 'name' || path.binding === undefined) return false;
  const isNamed = (arg: Value | undefined): boolean => arg?.kind === 'name' && arg.binding === path.binding;
  const takesFile = (one: CallSite): boolean =>
    resolver.callee(file, one).some((target) => target.kind === 'api' && resolver.knowledge.takesFile(target.path));
  return file.sites.some((one) => isNamed(one.args[0]) && takesFile(one));
}

/** What `/proc/${pid}/stat` and `path.join('/sys/class', name)` begin with. */
function beginningOf(resolver: Resolver, file: ProgramFile, value: Value, depth: number): string | undefined {
  const constant = usual(file, resolver.constant(file, value));
  if (constant.kind === 'literal') return typeof constant.value === 'string' ? constant.value : undefined;
  const [first] =
    constant.kind === 'fileName' ? constant.parts : constant.kind === 'call' ? partsOfPath(resolver, file, constant.call) : [];
  return first && depth < 5 ? beginningOf(resolver, file, first, depth + 1) : undefined;
}

/** A parameter's default is what it usually is. */
function usual(file: ProgramFile, value: Value): Value {
  return (value.kind === 'name' ? declaredAs(file, value.binding)?.fallback : undefined) ?? value;
}

function partsOfPath(resolver: Resolver, file: ProgramFile, call: number): readonly Value[] {
  const site = file.facts.calls[call];
  return site && resolver.makesPath(file, site) ? site.args : [];
}

function passedAs({ args }: CallSite, name: string | undefined): Value | undefined {
  const passed = args.find((one) => one.kind === 'keyword' && one.name === name);
  return passed?.kind === 'keyword' ? passed.value : undefined;
}

function receiverOf({ callee }: CallSite): Value | undefined {
  return callee.kind === 'member' ? callee.object : undefined;
}
