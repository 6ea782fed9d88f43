// Conditions on the environment: `if (process.env.NODE_ENV !== 'production')`. What stands under one that
// only developers and tests meet is tooling, however the condition is written and wherever it is named.

import type { Condition, Literal, Value } from './facts';
import type { ProgramFile } from './link/program';
import type { Resolver, Target } from './link/resolve';

/** Whether a value's being truthy, or its not being so, is met in development and tests only. */
interface Meaning {
  readonly whenTrue: boolean;
  readonly whenFalse: boolean;
}

const nothing: Meaning = { whenTrue: false, whenFalse: false };
const deepest = 6;

/** True if a condition is met in development and tests only. */
export function isForDevelopers(resolver: Resolver, file: ProgramFile, { value, holds }: Condition): boolean {
  const { whenTrue, whenFalse } = meaningOf(resolver, file, value, 0);
  return holds ? whenTrue : whenFalse;
}

function meaningOf(resolver: Resolver, file: ProgramFile, value: Value, depth: number): Meaning {
  if (depth > deepest) return nothing;
  if (value.kind === 'choice') return meaningOfChoice(resolver, file, value, depth);
  if (value.kind === 'comparison') return meaningOfComparison(resolver, file, value, depth);
  const targets = resolver.resolve(file, value);
  return targets.length === 0 ? nothing : both(targets.map((target) => meaningOfTarget(resolver, target, depth)));
}

function meaningOfTarget(resolver: Resolver, target: Target, depth: number): Meaning {
  if (target.kind === 'api') return equalTo(resolver, target.path, true);
  return target.kind === 'test' ? meaningOf(resolver, target.file, target.value, depth + 1) : nothing;
}

function meaningOfChoice(resolver: Resolver, file: ProgramFile, { options, operator }: Value & { kind: 'choice' }, depth: number): Meaning {
  const meanings = options.map((option) => meaningOf(resolver, file, option, depth + 1));
  const [all, any] = [both(meanings), either(meanings)];
  if (operator === '&&') return { whenTrue: any.whenTrue, whenFalse: all.whenFalse };
  return operator === '||' ? { whenTrue: all.whenTrue, whenFalse: any.whenFalse } : all;
}

function meaningOfComparison(
  resolver: Resolver,
  file: ProgramFile,
  { value, equals, negated }: Value & { kind: 'comparison' },
  depth: number,
): Meaning {
  const { whenTrue, whenFalse } = equality(resolver, file, value, equals, depth);
  return negated ? { whenTrue: whenFalse, whenFalse: whenTrue } : { whenTrue, whenFalse };
}

function equality(resolver: Resolver, file: ProgramFile, value: Value, equals: Literal, depth: number): Meaning {
  const apis = resolver.resolve(file, value).flatMap((target) => (target.kind === 'api' ? [target.path] : []));
  if (apis.length > 0) return both(apis.map((api) => equalTo(resolver, api, equals)));
  if (typeof equals !== 'boolean') return nothing;
  const { whenTrue, whenFalse } = meaningOf(resolver, file, value, depth + 1);
  return equals ? { whenTrue, whenFalse } : { whenTrue: whenFalse, whenFalse: whenTrue };
}

function equalTo({ knowledge }: Resolver, api: string, equals: Literal): Meaning {
  const row = knowledge.environment(api);
  return row ? { whenTrue: row.tooling.includes(equals), whenFalse: row.production.includes(equals) } : nothing;
}

function both(meanings: readonly Meaning[]): Meaning {
  return { whenTrue: meanings.every((one) => one.whenTrue), whenFalse: meanings.every((one) => one.whenFalse) };
}

function either(meanings: readonly Meaning[]): Meaning {
  return { whenTrue: meanings.some((one) => one.whenTrue), whenFalse: meanings.some((one) => one.whenFalse) };
}
