// Which callers bring a function to a call site in it: not those whose arguments contradict the conditions
// on the way there. `start()` asks for more than `request()` does, if that passes `false`.

import type { CallGraph, Edge } from './callGraph';
import type { CallSite } from './facts';
import type { Program, ProgramFunction } from './link/program';
import { isExcluded } from './possible';

/** For each call site that some callers of its function never come to, the edges of those that may. */
export type Arriving = ReadonlyMap<CallSite, readonly Edge[]>;

/** Finds them in the functions whose contexts depend on it. */
export function findArriving(program: Program, { incoming }: CallGraph): Arriving {
  const found = new Map<CallSite, readonly Edge[]>();
  for (const one of program.functions) {
    const edges = incoming[one.id] ?? [];
    if (one.facts.params.length === 0 || edges.length === 0) continue;
    for (const site of one.calls) {
      if (!isAboutParameter(one, site)) continue;
      const left = edges.filter((edge) => !keepsAway(program, edge, one, site));
      if (left.length < edges.length) found.set(site, left);
    }
  }
  return found;
}

function keepsAway({ functions }: Program, { from, site: by, timing }: Edge, one: ProgramFunction, site: CallSite): boolean {
  const caller = functions[from];
  return timing === 'call' && caller !== undefined && isExcluded(caller.file, by, one, site);
}

function isAboutParameter({ facts: { params } }: ProgramFunction, { conditions }: CallSite): boolean {
  return conditions.some(({ value }) => params.some(({ bindings: [binding] }) => binding !== undefined && mentions(value, binding)));
}

function mentions(value: CallSite['callee'], binding: number): boolean {
  if (value.kind === 'comparison') return mentions(value.value, binding);
  if (value.kind === 'choice') return value.options.some((option) => mentions(option, binding));
  return value.kind === 'name' && value.binding === binding;
}
