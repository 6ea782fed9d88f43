// Chains: the hops from a function to a blocking operation.

import type { CallSite, Value } from './facts';
import type { BlockingRow, Cost } from './knowledge';
import type { FunctionId } from './link/program';
import type { SlowVerdict } from './verdicts';

/** A call site on the way to an operation. */
export interface Hop {
  readonly caller: FunctionId;
  readonly site: CallSite;
}

/** The hops to an operation, as a list that chains share: one may be 10,000 functions long. */
export interface Chain extends Hop {
  readonly next: Chain | undefined;
  readonly length: number;
}

/** A blocking operation as seen from a function. */
export interface Reached {
  readonly row: BlockingRow;
  readonly cost: Cost;
  /** The operation's own call site. */
  readonly leaf: CallSite;
  readonly chain: Chain;
  /** Computing that is nothing by itself: what stands around it on the chain decides what it costs. */
  readonly work?: Work;
}

export interface SlowPattern {
  readonly pattern: string;
  readonly flags: string;
  readonly verdict: SlowVerdict;
}

export type Work =
  /** Goes through something large once. */
  | { readonly kind: 'pass'; readonly over: Value }
  /** Takes the square of the time that going through something takes. */
  | { readonly kind: 'square'; readonly over: Value }
  /** Matches a slow pattern. Who passes the text, and the pattern if `pattern` is passed, decides. */
  | { readonly kind: 'match'; readonly text: Value; readonly pattern?: Value; readonly slow: SlowPattern }
  /** Takes so many elementary steps. */
  | { readonly kind: 'steps'; readonly steps: number };

/** An operation that no row of a table tells: what it does, and what decides its cost. */
export interface FoundOperation {
  readonly row: BlockingRow;
  readonly work: Work;
}

/** The hops of a chain, the operation's own call site last. */
export function hopsOf({ chain }: Pick<Reached, 'chain'>): Hop[] {
  const hops: Hop[] = [];
  for (let one: Chain | undefined = chain; one; one = one.next) hops.push({ caller: one.caller, site: one.site });
  return hops;
}
