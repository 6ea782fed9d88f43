// What is one of a few: it is written in the program, and no request brings it.

import type { CallGraph } from './callGraph';
import type { CallSite, Value } from './facts';
import { argumentAt } from './link/passed';
import { bindingOf, type FunctionId, ownClass, type Program, type ProgramFunction } from './link/program';
import type { Resolver, Target } from './link/resolve';

const deepest = 6;

export class Few {
  /** @param areSingle true if there is one of each of these things */
  constructor(
    private readonly program: Program,
    private readonly graph: CallGraph,
    private readonly resolver: Resolver,
    private readonly areSingle: (targets: readonly Target[]) => boolean,
  ) {}

  /** True if a call site asks for one of a few things, and they are written in the program. */
  areAsked(caller: FunctionId, { args }: CallSite): boolean {
    const one = this.program.functions[caller];
    return one !== undefined && args.length > 0 && args.every((arg) => this.isOne(one, arg) || this.isSetting(one, arg, 0));
  }

  /** What is asked of the program's own without telling it anything: `SETTING.value()`, `settings().server.storage`. */
  private isSetting(one: ProgramFunction, value: Value, depth: number): boolean {
    if (depth > deepest) return false;
    const within = (part: Value): boolean => this.isOne(one, part) || this.isSetting(one, part, depth + 1);
    if (value.kind === 'member') return within(value.object);
    if (value.kind === 'name') {
      const { kind, values, function: owner } = bindingOf(one.file, value) ?? { kind: 'param', values: [] };
      return kind !== 'param' && (owner === 0 || (values.length > 0 && values.every(within)));
    }
    const site = value.kind === 'call' ? one.file.facts.calls[value.call] : undefined;
    if (site?.use !== 'call' || site.args.length > 0) return false;
    return within(site.callee.kind === 'member' ? site.callee.object : site.callee);
  }

  /** True if a key is one of a few: it is written in the program, and no request brings it. */
  isOne(one: ProgramFunction, value: Value, depth = 0): boolean {
    if (depth > deepest) return false;
    const few = (part: Value): boolean => this.isOne(one, part, depth + 1);
    switch (value.kind) {
      case 'literal':
      case 'import':
        return true;
      case 'name':
        return this.isOneName(one, value, depth);
      case 'fileName':
        return value.parts.every(few);
      case 'choice':
        return value.options.every(few);
      case 'array':
        return value.elements.every(few);
      case 'member':
        return few(value.object) || this.isField(one, value, depth);
      case 'element':
        return few(value.object);
      case 'this':
        return this.areSingle(this.resolver.resolve(one.file, value));
      case 'keyword':
        return few(value.value);
      case 'call':
        return this.isMadeOfFew(one, one.file.facts.calls[value.call], few);
      default:
        return false;
    }
  }

  /** True if all that the class of an object keeps under a name is one of a few. */
  private isField({ file }: ProgramFunction, { object, name }: Value & { kind: 'member' }, depth: number): boolean {
    const owner = ownClass(file, object);
    const kept = file.facts.assignments.filter(
      ({ target }) => target.kind === 'member' && target.name === name && owner !== undefined && ownClass(file, target.object) === owner,
    );
    const fills = (id: FunctionId, value: Value): boolean => {
      const filler = this.program.functions[id];
      return filler !== undefined && this.isOne(filler, value, depth + 1);
    };
    return kept.length > 0 && kept.every(({ function: within, value }) => fills(file.base + within, value));
  }

  /** What is made of a few things is one of a few itself; an object among the arguments says how it is made. */
  private isMadeOfFew({ file }: ProgramFunction, site: CallSite | undefined, few: (value: Value) => boolean): boolean {
    const things = site?.args.filter((arg) => arg.kind !== 'object') ?? [];
    const isRead = site !== undefined && this.resolver.callee(file, site).some(({ kind }) => kind !== 'api');
    return things.length > 0 && !isRead && things.every(few);
  }

  private isOneName(one: ProgramFunction, value: Value & { kind: 'name' }, depth: number): boolean {
    const binding = bindingOf(one.file, value);
    if (!binding || binding.kind === 'import') return true;
    const [only] = binding.values;
    if (binding.kind === 'param') return only?.kind === 'param' && this.isFewParameter(one.file.base + only.function, only.index, depth);
    if (binding.kind === 'const' && binding.function === 0) return true;
    return only !== undefined && binding.values.every((each) => this.isOne(one, each, depth + 1));
  }

  private isFewParameter(id: FunctionId, index: number, depth: number): boolean {
    const callers = this.graph.incoming[id] ?? [];
    return (
      callers.length > 0 &&
      callers.every(({ from, site, timing }) => {
        const [caller, callee] = [this.program.functions[from], this.program.functions[id]];
        const arg = callee && argumentAt(callee, site, index);
        return timing === 'call' && caller !== undefined && (!arg || this.isOne(caller, arg, depth + 1));
      })
    );
  }
}
