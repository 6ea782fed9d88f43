// Conditions on the environment: `if (process.env.NODE_ENV !== 'production')`. What stands under one that
// only developers and tests meet is tooling, however the condition is written and wherever it is named.

import { inAll, type Judge, type Leaf, type Never, neverHolds, undecided } from './conditions';
import type { Condition, Literal } from './facts';
import type { ProgramFile } from './link/program';
import type { Resolver, Target } from './link/resolve';

/** True if a condition is met in development and tests only. */
export function isForDevelopers(resolver: Resolver, file: ProgramFile, condition: Condition): boolean {
  return neverHolds(inProduction(resolver), file, condition);
}

function inProduction(resolver: Resolver): Leaf {
  return (file, value, equals, again) => inAll(resolver.resolve(file, value).map((target) => ofTarget(resolver, target, equals, again)));
}

function ofTarget({ knowledge }: Resolver, target: Target, equals: Literal, again: Judge): Never {
  if (target.kind === 'test') return again(target.file, target.value, equals);
  const row = target.kind === 'api' ? knowledge.environment(target.path) : undefined;
  return row ? { met: row.tooling.includes(equals), missed: row.production.includes(equals) } : undecided;
}
