// What a call gives: what the function returns, what it hands back or wraps, the instance that a class
// makes, and what knowledge says of an API. A function that returns its own parameter gives what this
// very call passes, so callers of one helper do not mix.

import type { CallSite, Value } from '../facts';
import { mayGive } from './chosen';
import { isConstructed } from './classes';
import { madeList, pairsOf, takenAt } from './collections';
import { decoratorRows, timingOf } from './decorators';
import { asMakers, ofOwnClass } from './makers';
import { passed, patternsOf } from './patterns';
import { positionOf, wrappedParams } from './parameters';
import { type FunctionId, isPython, type ProgramFile, type ProgramFunction, thisBehind } from './program';
import type { Resolving } from './resolving';
import type { Target } from './targets';
import { ofOwnKind } from './wrappers';

const none: readonly Target[] = [];

/** False for what a function returns, but not to the call that is asked about. */
type Given = (one: ProgramFunction, value: Value) => boolean;
const always: Given = () => true;

export class Results {
  constructor(private readonly resolver: Resolving) {}

  /** What a call, a construction or a decorator gives. */
  of(file: ProgramFile, site: CallSite): readonly Target[] {
    const callees = this.resolver.callee(file, site);
    const all = callees.flatMap((target) => [
      ...(this.passedOn(file, target, site) ?? this.resultOf(file, target, site)),
      ...this.madePattern(file, target, site),
      ...this.heldBy(file, target, site),
      ...this.handedBack(file, target, site),
      ...this.wrappedBy(file, target, site),
    ]);
    const found = ofOwnKind(this.resolver, file, site, asMakers(this.resolver, file, site, callees, all));
    const [decorated] = site.args;
    // An object of the program that has a `get` of its own is no collection.
    const isOwn = callees.some(({ kind }) => kind === 'function');
    if (site.use !== 'decorate' || !decorated) return found.length > 0 || isOwn ? found : this.takenFrom(file, site);
    if (found.some((target) => isCallable(target) || this.isGiven(file, site, target))) return found;
    // A decorator of which nothing is known is taken to give what it stands before.
    return this.resolver.resolve(file, decorated).filter((one) => !this.isReplaced(file, site.callee, one));
  }

  /** True if a row says that a decorator gives this: `@click.group()` makes a function an object that takes commands. */
  private isGiven(file: ProgramFile, site: CallSite, target: Target): boolean {
    const { knowledge } = this.resolver;
    return this.resolver.callee(file, site).some((one) => {
      const given = one.kind === 'api' ? knowledge.returnType(one.path) : undefined;
      return given !== undefined && target.kind === 'api' && given === target.path;
    });
  }

  /** True if what a decorator gives runs a function on another thread, whoever calls it. */
  private isReplaced(file: ProgramFile, decorator: Value, target: Target): boolean {
    const facts = target.kind === 'function' ? this.resolver.program.functions[target.id]?.facts : undefined;
    return (
      facts !== undefined &&
      decoratorRows(this.resolver, file, decorator).some((row) => row.replaces === true && timingOf(row, facts) === 'elsewhere')
    );
  }

  /** A function that returns its own parameter gives what this very call passes for it. */
  private handedBack(file: ProgramFile, target: Target, site: CallSite): readonly Target[] {
    const one = target.kind === 'function' && site.use !== 'new' ? this.resolver.program.functions[target.id] : undefined;
    if (!one || isMemberCall(site.callee)) return none;
    return one.facts.returns.flatMap((value) => {
      const index = ownParameter(one, value);
      const arg = index === undefined ? undefined : site.args.find((each, at) => positionOf(one, each, at) === index);
      return arg ? this.resolver.resolve(file, arg) : none;
    });
  }

  /** A regular expression whose text is a constant. */
  private madePattern(file: ProgramFile, target: Target, { args }: CallSite): readonly Target[] {
    const row = target.kind === 'api' ? this.resolver.knowledge.pattern(target.path) : undefined;
    return row ? patternsOf(this.resolver, file, args[row.pattern], passed(args, row.flags, 'flags')) : none;
  }

  /** A collection that is made is a list of its own. */
  private heldBy(file: ProgramFile, target: Target, site: CallSite): readonly Target[] {
    const isCollection = target.kind === 'api' && site.use === 'new' && this.resolver.knowledge.holdsMany(target.path);
    return isCollection ? [{ kind: 'array', file, value: madeList(site) }] : none;
  }

  /** What a method of a list, a map or a set gives. */
  private takenFrom(file: ProgramFile, site: CallSite): readonly Target[] {
    const taken = takenAt(site, file.facts.language);
    if (!taken) return none;
    const lists = this.resolver
      .resolve(file, taken.from)
      .filter(({ kind }) => kind === 'array' || kind === 'object' || kind === 'generator');
    if (taken.gives === 'collection') return lists;
    if (taken.gives === 'element') return lists.flatMap((list) => this.resolver.anyElement(list));
    return lists.length > 0 ? [{ kind: 'array', file, value: pairsOf(site, taken.from) }] : none;
  }

  /** To call a function that wraps another is to call that one too. */
  private wrappedBy(file: ProgramFile, target: Target, { args, use }: CallSite): readonly Target[] {
    const wrapper =
      target.kind === 'function' && (use === 'call' || use === 'decorate') ? this.resolver.program.functions[target.id] : undefined;
    if (!wrapper) return none;
    return wrappedParams(wrapper.file, wrapper.id - wrapper.file.base).flatMap((index) => {
      const arg = args[index];
      return arg ? this.resolver.resolve(file, arg).filter((one) => one.kind === 'function') : none;
    });
  }

  private passedOn(file: ProgramFile, target: Target, site: CallSite): readonly Target[] | undefined {
    const { args, use } = site;
    const row = target.kind === 'api' && (use === 'call' || use === 'decorate') ? this.resolver.knowledge.passedOn(target.path) : undefined;
    const value = row && args[row.arg];
    if (!value) return undefined;
    const given = this.resolver.resolve(file, value);
    if (row.lazily) return given.flatMap((one) => generatorOf(one));
    return row.called ? given.flatMap((one) => this.calledResult(file, one, site)) : given;
  }

  private calledResult(file: ProgramFile, target: Target, site: CallSite): readonly Target[] {
    return target.kind === 'function' ? this.returnedBy([target.id]) : this.resultOf(file, target, site);
  }

  private resultOf(file: ProgramFile, target: Target, site: CallSite): readonly Target[] {
    const { use, callee } = site;
    if (target.kind === 'class') {
      // `cls()` makes what the class is of that it was called on: perhaps one that extends its own.
      return isConstructed(target, use) ? [{ ...target, kind: 'instance', exact: !thisBehind(file, callee) }] : none;
    }
    if (target.kind === 'instance')
      return isPython(target.file) ? this.resolver.member(target, '__call__').flatMap((one) => this.resultOf(file, one, site)) : none;
    if (target.kind === 'iteration') return this.returnedBy([target.id]);
    if (target.kind === 'function')
      return use === 'new'
        ? [{ kind: 'created', id: target.id }]
        : this.returned(target, callee, (one, value) => mayGive(this.resolver, one, value, file, site));
    if (target.kind !== 'api') return none;
    const type = this.resolver.knowledge.returnType(target.path) ?? (use === 'new' ? `${target.path}#` : undefined);
    return type === undefined ? none : [{ kind: 'api', path: type }];
  }

  /** `f.bind(x)` is `f` again; any other call gives what the function returns. */
  private returned(target: Target & { kind: 'function' }, callee: Value, isGiven: Given = always): readonly Target[] {
    if (callee.kind === 'member' && callee.name === 'bind') return [target];
    const one = this.resolver.program.functions[target.id];
    if (!one) return none;
    if (isPython(one.file) && one.facts.generator && callee.kind !== 'unknown') return [{ kind: 'generator', id: target.id }];
    const own = callee.kind === 'unknown' || isMemberCall(callee) ? undefined : one;
    const given = one.facts.returns.filter((value) => !own || (ownParameter(own, value) === undefined && isGiven(one, value)));
    const all = given.flatMap((value) => this.resolver.resolve(one.file, value));
    const values = target.makes ? ofOwnClass(this.resolver, one.file, target.makes, all) : all;
    return this.resolver.typed(one.file, values, one.facts.returnTypes);
  }

  /** What functions return, whoever calls them. */
  returnedBy(ids: readonly FunctionId[]): readonly Target[] {
    return ids.flatMap((id) => this.returned({ kind: 'function', id }, { kind: 'unknown' }));
  }
}

/** The parameter of a function itself that one of its values is. */
function ownParameter({ id, file, facts }: ProgramFunction, value: Value): number | undefined {
  if (value.kind !== 'name' || value.binding === undefined) return undefined;
  const [only, more] = file.facts.bindings[value.binding]?.values ?? [];
  const isOwn = only?.kind === 'param' && !more && file.base + only.function === id && facts.params[only.index]?.bindings.length === 1;
  return isOwn ? only.index : undefined;
}

/** `f.call(x)` and its like pass something else first. */
function isMemberCall(callee: Value): boolean {
  return callee.kind === 'member' && /^(?:call|apply|bind)$/.test(callee.name);
}

/** What calls a function for one step after the other. */
function generatorOf(target: Target): readonly Target[] {
  return target.kind === 'function' ? [{ kind: 'generator', id: target.id }] : none;
}

function isCallable({ kind }: Target): boolean {
  return kind === 'function' || kind === 'instance' || kind === 'class';
}
