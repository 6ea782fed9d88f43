// Whether a loop gives the thread back. An `await` of what is settled already goes on before anything
// else of the outside world can run: it gives nothing back.

import type { LoopFacts, Value } from '../facts';
import { bodiesAt } from '../link/bodies';
import type { ProgramFile } from '../link/program';
import type { Resolver } from '../link/resolve';

/** True if the thread may be given back in each round of a loop. */
export function givesBack(resolver: Resolver, file: ProgramFile, { awaits }: LoopFacts): boolean {
  return awaits.some((value) => maySuspend(resolver, file, value));
}

function maySuspend(resolver: Resolver, file: ProgramFile, value: Value): boolean {
  if (value.kind === 'literal' || value.kind === 'object' || value.kind === 'array') return false;
  const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
  if (site?.use !== 'call') return true;
  const targets = resolver.callee(file, site);
  if (targets.length > 0 && targets.every((one) => one.kind === 'api' && resolver.knowledge.isSettled(one.path))) return false;
  const bodies = bodiesAt(resolver, file, site).flatMap((id) => resolver.program.functions[id]?.facts ?? []);
  // Whoever overrides a method may do more than what is seen here.
  const neverAwaits = bodies.length > 0 && bodies.length === targets.length && bodies.every((one) => one.async && one.awaits.length === 0);
  return !neverAwaits;
}
