// Other ways to an operation: a summary keeps the shortest chain to each, and that one may be impossible.
// Only functions whose summaries have the operation are gone through, and only so many chains are tried, none of
// them much longer: what can only be reached in a roundabout way mostly can't be reached at all.

import type { CallGraph, Edge } from './callGraph';
import type { Chain, Hop, Reached } from './chain';
import type { CallSite } from './facts';
import type { FunctionId } from './link/program';
import { extended, followed, type Propagation } from './propagate';

const mostTried = 30;
const mostFurther = 1;

export class Detours {
  constructor(
    private readonly graph: CallGraph,
    private readonly propagation: Propagation,
    private readonly isCut: (id: FunctionId) => boolean,
  ) {}

  /** The operation by another chain from the same call site that may happen; `undefined` if none is found. */
  find(reached: Reached, operation: Hop, isPossible: (other: Reached) => boolean): Reached | undefined {
    const { caller, site } = reached.chain;
    const edges = this.edgesTo(caller, operation).filter((edge) => edge.site === site && edge.timing === 'call');
    let tried = 0;
    for (const chain of this.chains(edges, operation, reached.chain.length + mostFurther, new Set([caller]))) {
      const other = { ...reached, chain };
      if (isPossible(other)) return other;
      if (++tried >= mostTried) return undefined;
    }
    return undefined;
  }

  private *chains(edges: readonly Edge[], operation: Hop, longest: number, passed: ReadonlySet<FunctionId>): Generator<Chain> {
    if (longest < 2) return;
    for (const edge of edges) {
      if (passed.has(edge.to)) continue;
      if (edge.to === operation.caller) yield extended(edge, { ...operation, next: undefined, length: 1 });
      else yield* this.chainsThrough(edge, operation, longest, passed);
    }
  }

  private *chainsThrough(edge: Edge, operation: Hop, longest: number, passed: ReadonlySet<FunctionId>): Generator<Chain> {
    const further = this.chains(this.edgesTo(edge.to, operation), operation, longest - 1, new Set([...passed, edge.to]));
    for (const next of further) yield extended(edge, next);
  }

  private edgesTo(id: FunctionId, { site }: Hop): readonly Edge[] {
    return followed(this.graph, id, this.isCut).filter(({ to }) => this.reaches(to, site));
  }

  private reaches(id: FunctionId, leaf: CallSite): boolean {
    return this.propagation.summaries[id]?.operations.some((one) => one.leaf === leaf) === true;
  }
}
