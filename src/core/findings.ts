// Findings: what the analysis says, as plain data. The command line's JSON contract is a view of
// these types; reporters, the language server and the panel all read them and nothing else.

import type { BlockingRow, Cost, Remedy } from './knowledge';
import type { RuleId } from './rules';
import type { Range } from './text';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** True if `a` is at least as severe as `b`. */
export function atLeast(a: Severity, b: Severity): boolean {
  return severities.indexOf(a) <= severities.indexOf(b);
}

export type Phase = 'loop' | 'startup' | 'tooling';

/** Why a function's body runs where it runs. The kinds are listed in ARCHITECTURE.md. */
export type ContextKind =
  | 'async-function'
  | 'async-method'
  | 'async-generator'
  | 'timer-callback'
  | 'promise-callback'
  | 'event-listener'
  | 'route-handler'
  | 'stream-callback'
  | 'core-callback'
  | 'function'
  | 'module';

export interface Context {
  readonly kind: ContextKind;
  /** As a person would call it; empty if nothing names it. */
  readonly name: string;
  readonly phase: Phase;
}

/** One step of a chain: the call site in loop code first, the blocking operation last. */
export interface Step {
  readonly name: string;
  readonly file: string;
  /** The callee expression. */
  readonly range: Range;
  /** The function that the step stands in; empty for a module's top level. */
  readonly within: string;
}

export interface Fix {
  readonly title: string;
  /** True if it cannot change what the program does, beyond freeing the loop. */
  readonly safe: boolean;
}

export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  readonly context: Context;
  readonly cost: Cost;
  readonly path: readonly Step[];
  /** API path of the blocking operation: the key of its row of knowledge. */
  readonly api: string;
  readonly remedy: Remedy;
  /** Python: whether other threads run while the operation does; absent where it waits, which releases the lock anyway. */
  readonly gil?: BlockingRow['gil'];
  /** Where the operation is documented. */
  readonly link: string;
  readonly fixes: readonly Fix[];
  /** How many functions on the loop reach the operation, on whatever way; absent where nobody counted them. */
  readonly handlers?: number;
}

export interface Problem {
  readonly file: string;
  readonly message: string;
}

export interface Summary {
  readonly files: number;
  readonly functions: number;
  readonly durationMs: number;
  /** Present if findings were compared with a baseline, and those in it left out. */
  readonly baseline?: BaselineUse;
}

export interface BaselineUse {
  readonly file: string;
  /** How many findings were left out. */
  readonly known: number;
  /** How many findings of the baseline there are no more. */
  readonly stale: number;
}

export interface Report {
  readonly version: 1;
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly summary: Summary;
}
