// Decorators of the program's own that make what they stand before what a decorator that knowledge knows makes of it:
// `return app.command(help)(wrapper)`. Only what begins when the program is started is told here: of all else it matters
// whether the function itself is called or what was made of it.

import type { RootRow } from '../knowledge';
import type { Value } from '../facts';
import { decoratorRows } from './decorators';
import { bindingOf, type FunctionId, type ProgramFile, type ProgramFunction } from './program';
import type { Resolver } from './resolve';

export class OwnDecorators {
  private readonly known = new Map<FunctionId, readonly RootRow[]>();

  constructor(private readonly resolver: Resolver) {}

  /** What knowledge says of what a decorator makes of the functions that it stands before. */
  rows(file: ProgramFile, decorator: Value): readonly RootRow[] {
    const made = decorator.kind === 'call' ? file.facts.calls[decorator.call] : undefined;
    const functions = this.functionsIn(file, made?.callee ?? decorator);
    const decorators = made
      ? functions.flatMap((one) => one.facts.returns.flatMap((value) => this.functionsIn(one.file, value)))
      : functions;
    return decorators.flatMap((one) => this.rowsOf(one));
  }

  private functionsIn(file: ProgramFile, value: Value): ProgramFunction[] {
    const targets = this.resolver.resolve(file, value);
    return targets.flatMap((target) => (target.kind === 'function' ? (this.resolver.program.functions[target.id] ?? []) : []));
  }

  private rowsOf(one: ProgramFunction): readonly RootRow[] {
    const known = this.known.get(one.id);
    if (known) return known;
    const handing = one.calls.filter(({ use, args }) => use === 'call' && args.some((arg) => isDecorated(one, arg)));
    const within = one.file.facts.functions.filter(({ parent }) => parent === one.id - one.file.base);
    const decorators = [...handing.map(({ callee }) => callee), ...within.flatMap(({ decorators: all = [] }) => all)];
    const rows = decorators.flatMap((value) => decoratorRows(this.resolver, one.file, value)).filter(({ when }) => when === 'startup');
    this.known.set(one.id, rows);
    return rows;
  }
}

/** True for the function that a decorator is given, and for one that it writes itself, decorated or not. */
function isDecorated(one: ProgramFunction, arg: Value): boolean {
  const { id, file } = one;
  const values = arg.kind === 'name' ? (bindingOf(file, arg)?.values ?? []) : [arg];
  return values.some((value) => {
    if (value.kind === 'function') return file.facts.functions[value.function]?.parent === id - file.base;
    const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
    if (site) return site.use === 'decorate' && site.args.some((given) => given.kind !== 'name' && isDecorated(one, given));
    return value.kind === 'param' && value.function === id - file.base && value.index === 0;
  });
}
