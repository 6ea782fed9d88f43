// All that the program itself computes so that it may block: its loops and its recursion.

import type { CallGraph } from '../callGraph';
import type { Work } from '../chain';
import type { CallSite } from '../facts';
import type { BlockingRow, Cost } from '../knowledge';
import type { FunctionId, Program, ProgramFile } from '../link/program';
import type { Resolver } from '../link/resolve';
import type { RuleId } from '../rules';
import { stepsOfLoops } from './counting';
import { findQuadraticWork } from './quadratic';
import { recursions } from './recursion';
import { computingRow } from './rows';
import { waitingRow } from './waiting';
import { weighted } from './work';

export interface ComputingOperation {
  readonly caller: FunctionId;
  readonly site: CallSite;
  readonly row: BlockingRow;
  readonly cost: Cost;
  readonly work?: Work;
}

/**
 * Finds it; where two things can be said of one call site, the first counts.
 * @param off rules that are not looked for
 */
export function computingOperations(program: Program, graph: CallGraph, resolver: Resolver, off: readonly RuleId[]): ComputingOperation[] {
  const doubling = unbounded('it calls itself twice for each step');
  return [
    ...(off.includes('cpu-loop') ? [] : program.files.flatMap((file) => loopOperations(resolver, file))),
    ...(off.includes('cpu-recursion') ? [] : recursions(program, graph, resolver).map((one) => ({ ...one, cost: doubling }))),
    ...(off.includes('cpu-loop') ? [] : quadraticOperations(program, graph, resolver)),
  ];
}

function quadraticOperations(program: Program, graph: CallGraph, resolver: Resolver): ComputingOperation[] {
  const { whole, passes } = findQuadraticWork(program, graph, resolver);
  return [
    ...[...whole].map(([site, { caller, row, over }]) => ({ caller, site, row, cost: nothing, work: { kind: 'square', over } as const })),
    ...[...passes].map(([site, { caller, row, over }]) => ({ caller, site, row, cost: nothing, work: { kind: 'pass', over } as const })),
  ];
}

/** What work costs of which only the chain decides. */
const nothing: Cost = { class: 'tiny', why: 'it goes through its data once' };

function unbounded(why: string): Cost {
  return { class: 'unbounded', why };
}

/** With fewer steps than that, weighted by the language, a loop is nothing, whatever stands around it. */
const fewest = 10_000;

function loopOperations(resolver: Resolver, file: ProgramFile): ComputingOperation[] {
  const { loops, calls } = file.facts;
  const steps = stepsOfLoops(resolver, file);
  return loops.flatMap(({ site: order, parent, function: owner }, loop): ComputingOperation[] => {
    const site = calls[order];
    const waiting = site && waitingRow(resolver, file, loop);
    const place = site && { caller: file.base + owner, site };
    if (place && waiting) return [{ ...place, row: waiting, cost: unbounded('it lasts as long as it waits') }];
    const own = steps[loop] ?? 0;
    if (!place || weighted(file.facts.language, own) < fewest || (parent !== undefined && steps[parent])) return [];
    const why = 'counts on and on before it gives the thread back';
    const row = computingRow(file, place.site, { rule: 'cpu-loop', why, note: 'In pieces, with a pause between them, it lets others run' });
    return [{ ...place, row, cost: nothing, work: { kind: 'steps', steps: own } }];
  });
}
