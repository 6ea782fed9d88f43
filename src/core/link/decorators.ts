// Decorators that knowledge knows: they say who calls the function that they stand before.

import type { CallSite, FunctionFacts, Value } from '../facts';
import type { RootRow, RootTiming } from '../knowledge';
import type { Knowledge } from '../knowledgeIndex';
import type { ProgramFile } from './program';
import type { Target } from './targets';

/** What is asked of the resolver here. */
interface Resolving {
  readonly knowledge: Knowledge;
  resolve(file: ProgramFile, value: Value): readonly Target[];
}

/** What knowledge says of the functions that a decorator stands before. */
export function decoratorRows(resolver: Resolving, file: ProgramFile, decorator: Value): RootRow[] {
  const rows = decoratorPaths(resolver, file, decorator).flatMap((path) => resolver.knowledge.root('decorator', path) ?? []);
  const site = siteOf(file, decorator);
  return rows.map((row) => (site && row.onThread !== undefined && isTrue(site, row.onThread) ? { ...row, plain: 'elsewhere' } : row));
}

/** The API paths of a decorator: `@Get` and `@Get('/path')` are both `Get`. */
export function decoratorPaths(resolver: Resolving, file: ProgramFile, decorator: Value): string[] {
  const targets = resolver.resolve(file, siteOf(file, decorator)?.callee ?? decorator);
  return targets.flatMap((target) => (target.kind === 'api' ? [target.path] : []));
}

/** When the outside calls a function that a row speaks of. */
export function timingOf({ when, plain = when }: Pick<RootRow, 'when' | 'plain'>, { async }: Pick<FunctionFacts, 'async'>): RootTiming {
  return async ? when : plain;
}

function siteOf({ facts }: ProgramFile, decorator: Value): CallSite | undefined {
  return decorator.kind === 'call' ? facts.calls[decorator.call] : undefined;
}

function isTrue({ args }: CallSite, name: string): boolean {
  return args.some((arg) => arg.kind === 'keyword' && arg.name === name && arg.value.kind === 'literal' && arg.value.value === true);
}
