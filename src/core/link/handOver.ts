// Functions that are handed over: what the callee does with them, and when. A callee of the program is
// asked what becomes of its parameter; any other is looked up in knowledge. So a callback belongs to
// the call site that hands it over, and callers of one helper do not mix.

import type { CallSite, Value } from '../facts';
import type { CallbackRow, CallbackShapeRow, CallbackSource, CallbackTiming } from '../knowledge';
import { bodiesOf } from './bodies';
import { bindingOfParameter, parameterIn, positionOf, wrappedParams } from './parameters';
import { type FunctionId, isPython, type Program, type ProgramFile } from './program';
import type { Resolver, Target } from './resolve';
import { shapeOf } from './shape';

export interface Registration {
  readonly timing: CallbackTiming;
  /** The same for a function that is not async, where that differs. */
  readonly plain?: CallbackTiming | undefined;
  readonly source: CallbackSource;
  /** True if nothing is known of the callee: it is taken to call the function at once. */
  readonly guessed: boolean;
  /** True if the source comes to an end by itself. */
  readonly transient?: boolean;
}

/** As if elsewhere: when it runs, the loop has nobody left to keep waiting. */
const atTheEnd: Registration = { timing: 'elsewhere', source: 'event', guessed: false };
/** It may still be called at once; that it comes to an end tells that a program which does no more than this serves nobody. */
const registered: Registration = { timing: 'event', source: 'event', guessed: true, transient: true };
const guess: Registration = { timing: 'now', source: 'sync', guessed: true };
const atOnce: Registration = { timing: 'now', source: 'sync', guessed: false };

/** Where a parameter is used: called, or handed on. */
interface ParamUses {
  readonly called: CallSite[];
  readonly handedOn: { readonly site: CallSite; readonly index: number }[];
}

const noUses: ParamUses = { called: [], handedOn: [] };

export class HandOver {
  private readonly uses = new Map<ProgramFile, ReadonlyMap<number, ParamUses>>();
  private readonly known = new Map<string, Registration | undefined>();

  constructor(
    private readonly program: Program,
    private readonly resolver: Resolver,
  ) {}

  /**
   * When `site` runs a function that stands at argument `index`; `undefined` if that argument is no callback.
   * @param property where the function stands in the object literal that the argument is
   */
  registration(file: ProgramFile, site: CallSite, index: number, property?: string): Registration | undefined {
    if (site.use === 'jsx') return { timing: 'event', source: 'event', guessed: false };
    if (site.use === 'write') return this.byProperty(file, site);
    const callees = this.resolver.callee(file, site);
    for (const target of callees) {
      const row = target.kind === 'api' ? this.resolver.knowledge.callback(withoutCall(target.path, site)) : undefined;
      if (row) return isAmong(row, site.args[index], index - shiftOf(site)) ? this.byRow(file, site, row) : undefined;
    }
    const own = callees
      .flatMap((target) => bodiesOf(this.resolver, target, site))
      .map((id) => this.fate(id, this.position(id, site, index), property));
    // What Python hands to something unknown is not taken to be called: only what must be gone through is.
    if (isPython(file)) return strongest(own) ?? (isGeneratorLiteral(file, site.args[index]) ? guess : undefined);
    const known = strongest(own) ?? (callees.every(isApi) ? this.byShape(file, site) : undefined);
    if (known) return known;
    if (callees.some((target) => this.onlyKeeps(target, index - shiftOf(site)))) return undefined;
    return own.length === 0 && this.isRegistry(file, site, index, property) ? registered : guess;
  }

  /** The parameter that an argument is passed for. */
  private position(id: FunctionId, site: CallSite, index: number): number {
    const [one, arg] = [this.program.functions[id], site.args[index]];
    return one && arg?.kind === 'keyword' ? positionOf(one, arg, index) : index - shiftOf(site);
  }

  /** What is handed over under a name is called by that name later: `on.save('user', fn)`, `methods({ save() {} })`. */
  private isRegistry(file: ProgramFile, { use, callee, args }: CallSite, index: number, property: string | undefined): boolean {
    if (use !== 'call' || callee.kind !== 'member') return false;
    // A method that is known by its shape was looked for: this call has another.
    if (
      this.resolver.knowledge.callbackShapes(callee.name).length > 0 ||
      this.resolver.knowledge.programNames.ownMethods.includes(callee.name)
    )
      return false;
    const name = index > 0 ? args[0] && this.resolver.constant(file, args[0]) : undefined;
    return property !== undefined || (name?.kind === 'literal' && typeof name.value === 'string');
  }

  private byRow(file: ProgramFile, site: CallSite, row: CallbackRow): Registration {
    const event = site.args[shiftOf(site)];
    const names = event && (row.endings ?? row.openings) ? this.eventNames(file, event) : [];
    const isAmong = (events: readonly string[] = []): boolean => names.length > 0 && names.every((name) => events.includes(name));
    if (isAmong(row.endings)) return atTheEnd;
    return isAmong(row.openings) ? { ...registrationBy(row), timing: 'continuation' } : registrationBy(row);
  }

  /** An event by its text or by the name of its constant (`signal.SIGTERM`); all of them where a loop goes through a list. */
  private eventNames(file: ProgramFile, event: Value): string[] {
    const value = this.resolver.constant(file, event);
    if (value.kind === 'literal') return [String(value.value)];
    if (value.kind === 'member' || value.kind === 'import') return [value.name];
    const list = value.kind === 'element' ? this.resolver.constant(file, value.object) : undefined;
    return list?.kind === 'array' ? list.elements.flatMap((one) => this.eventNames(file, one)) : [];
  }

  /** What gives a function back, or wraps it in another, does not call it: whoever calls the result does. */
  private onlyKeeps(target: Target, index: number): boolean {
    if (target.kind === 'api') return this.resolver.knowledge.passedOn(target.path) !== undefined;
    const one = target.kind === 'function' ? this.program.functions[target.id] : undefined;
    return one !== undefined && wrappedParams(one.file, one.id - one.file.base).includes(index);
  }

  /** A property of the program's own objects is called by the program itself. */
  private byProperty(file: ProgramFile, site: CallSite): Registration | undefined {
    const isOwn = site.callee.kind === 'member' && !this.resolver.resolve(file, site.callee.object).every(isApi);
    return isOwn ? undefined : this.byShape(file, site);
  }

  private byShape(file: ProgramFile, site: CallSite): Registration | undefined {
    if (site.callee.kind !== 'member') return undefined;
    const rows = this.resolver.knowledge.callbackShapes(site.callee.name).filter(({ use = 'call' }) => use === site.use);
    const shape = rows.length === 0 ? undefined : shapeOf(this.resolver, file, site);
    const row = shape && rows.find((one) => one.matches(shape));
    return row && { ...registrationBy(row), transient: row.transient === true || this.isMadeOfPassing(file, site.callee.object) };
  }

  /** What is made of a stream that comes to an end, such as standard input, does so too. */
  private isMadeOfPassing(file: ProgramFile, receiver: Value): boolean {
    const value = this.resolver.constant(file, receiver);
    const args = value.kind === 'call' ? (file.facts.calls[value.call]?.args ?? []) : [];
    return args.some((arg) =>
      this.resolver.resolve(file, arg).some((one) => one.kind === 'api' && this.resolver.knowledge.passes(one.path)),
    );
  }

  /** What a function of the program does with its parameter `index`; `undefined` if that can't be seen. */
  private fate(id: FunctionId, index: number, property: string | undefined): Registration | undefined {
    const key = `${id} ${index} ${property ?? ''}`;
    if (this.known.has(key)) return this.known.get(key);
    this.known.set(key, undefined); // a function that hands it on to itself adds nothing
    const result = this.computeFate(id, index, property);
    this.known.set(key, result);
    return result;
  }

  private computeFate(id: FunctionId, index: number, property: string | undefined): Registration | undefined {
    const one = this.program.functions[id];
    const binding = one && bindingOfParameter(one, index, property);
    if (!one || binding === undefined) return undefined;
    const { called, handedOn } = this.usesIn(one.file).get(binding) ?? noUses;
    const owner = id - one.file.base;
    return strongest([
      ...called.map((site) => this.within(one.file, site.function, owner, atOnce)),
      ...handedOn.map(({ site, index: at }) => {
        const registration = this.registration(one.file, site, at);
        return registration && !registration.guessed ? this.within(one.file, site.function, owner, registration) : undefined;
      }),
    ]);
  }

  /** A use in a function nested in the owner happens when that one runs. */
  private within(file: ProgramFile, user: number, owner: number, use: Registration, depth = 0): Registration | undefined {
    if (user === owner) return use;
    const facts = file.facts.functions[user];
    const handed = depth > 5 ? undefined : this.handedAt(file, user);
    const own = handed && this.registration(file, handed.site, handed.index);
    if (own && own.timing !== 'now') return own;
    if (!own || facts?.parent === undefined) return undefined;
    return this.within(file, facts.parent, owner, use, depth + 1);
  }

  /** The call site at which a function literal is handed over. */
  private handedAt(file: ProgramFile, literal: number): { site: CallSite; index: number } | undefined {
    const parent = file.facts.functions[literal]?.parent;
    const calls = parent === undefined ? [] : (this.program.functions[file.base + parent]?.calls ?? []);
    for (const site of calls) {
      const index = site.args.findIndex((arg) => isFunction(arg, literal));
      if (index >= 0) return { site, index };
    }
    return undefined;
  }

  private usesIn(file: ProgramFile): ReadonlyMap<number, ParamUses> {
    const known = this.uses.get(file) ?? collectUses(file, this.resolver);
    this.uses.set(file, known);
    return known;
  }
}

/**
 * True if a value is a parameter of the function around it, so that whoever hands it over is charged.
 * A name taken out of a parameter (`({ load }) => load()`) counts only where callers hand over an object literal.
 */
export function isHandedIn(file: ProgramFile, value: Value, resolver: Resolver): boolean {
  const binding = parameterBehind(file, value, resolver);
  const [source] = binding === undefined ? [] : (file.facts.bindings[binding]?.values ?? []);
  if (binding === undefined || source?.kind !== 'member') return binding !== undefined;
  const owners = resolver.resolve(file, source.object);
  return owners.length === 0 || owners.some((owner) => owner.kind === 'object');
}

/** The parameter that a value is, or that a function which gives what it was given was given: `transaction(fn)`. */
function parameterBehind(file: ProgramFile, value: Value, resolver: Resolver): number | undefined {
  const binding = parameterIn(file, value);
  const site = binding === undefined && value.kind === 'call' ? file.facts.calls[value.call] : undefined;
  if (site?.use !== 'call') return binding;
  for (const target of resolver.callee(file, site)) {
    const row = target.kind === 'api' ? resolver.knowledge.passedOn(target.path) : undefined;
    const given = row && !row.called ? site.args[row.arg] : undefined;
    if (given) return parameterIn(file, given);
  }
  return undefined;
}

function collectUses(file: ProgramFile, resolver: Resolver): Map<number, ParamUses> {
  const uses = new Map<number, ParamUses>();
  const of = (binding: number): ParamUses => {
    const known = uses.get(binding) ?? { called: [], handedOn: [] };
    uses.set(binding, known);
    return known;
  };
  for (const site of file.sites) {
    const called = site.use === 'call' ? parameterBehind(file, site.callee, resolver) : undefined;
    if (called !== undefined) of(called).called.push(site);
    for (const [index, arg] of site.args.entries()) {
      const binding = parameterIn(file, arg);
      if (binding !== undefined) of(binding).handedOn.push({ site, index });
    }
  }
  return uses;
}

function isAmong({ args, keywords }: CallbackRow, arg: Value | undefined, index: number): boolean {
  if (!args && !keywords) return true;
  return arg?.kind === 'keyword' ? (keywords?.includes(arg.name) ?? false) : (args?.includes(index) ?? false);
}

/** `sum(cost(x) for x in items)`: it is all but certain that the callee goes through it. */
function isGeneratorLiteral({ facts }: ProgramFile, arg: Value | undefined): boolean {
  const callee = arg?.kind === 'call' ? facts.calls[arg.call]?.callee : undefined;
  return callee?.kind === 'function' && facts.functions[callee.function]?.generator === true;
}

/** True for a function literal, passed by position or by name. */
function isFunction(arg: Value, literal: number): boolean {
  return arg.kind === 'keyword' ? isFunction(arg.value, literal) : arg.kind === 'function' && arg.function === literal;
}

function registrationBy(row: CallbackRow | CallbackShapeRow): Registration {
  const { timing, source, transient = false } = row;
  return { timing, plain: 'plain' in row ? row.plain : undefined, source, guessed: false, transient };
}

function isApi(target: Target): boolean {
  return target.kind === 'api';
}

/** `f.call(self, fn)` hands `fn` over as the first argument. */
function shiftOf({ callee }: CallSite): number {
  return callee.kind === 'member' && callee.name === 'call' ? 1 : 0;
}

/** `EventEmitter.prototype.on.call(this, name, fn)` is `on` again. */
function withoutCall(path: string, site: CallSite): string {
  return shiftOf(site) > 0 ? path.replace(/\.call$/, '') : path;
}

const strength: readonly CallbackTiming[] = ['now', 'elsewhere', 'startup', 'continuation', 'event'];

function strongest(registrations: readonly (Registration | undefined)[]): Registration | undefined {
  let best: Registration | undefined;
  for (const one of registrations) if (one && (!best || strength.indexOf(one.timing) > strength.indexOf(best.timing))) best = one;
  return best;
}
