// What the core asks about regular expressions, and what it is told. Deciding one takes up to a second and
// a library, so whoever runs the analysis does it, elsewhere; here is only the question and the answer.

import type { Language } from './facts';

export interface PatternQuestion {
  readonly pattern: string;
  /** Letters, sorted, as the language writes them: `gi`; of Python `im`. */
  readonly flags: string;
  readonly language: Language;
  /** Where a match must begin, and end, whatever the pattern says. */
  readonly anchored: 'nowhere' | 'start' | 'both';
  /** The smallest power of the text's length that matters. */
  readonly least: 2 | 3;
}

/** How the time of matching grows with the text, where that is no less than what was asked about. */
export type Verdict =
  | { readonly growth: 'harmless' }
  | { readonly growth: 'polynomial'; readonly degree: number; readonly attack: Attack }
  | { readonly growth: 'exponential'; readonly attack: Attack };

export type SlowVerdict = Exclude<Verdict, { readonly growth: 'harmless' }>;

/** A text that keeps the pattern busy: pieces, each so many times. */
export type Attack = readonly { readonly text: string; readonly times: number }[];

/** What is known of a pattern; `undefined` if nobody has decided it yet. */
export type VerdictOf = (question: PatternQuestion) => Verdict | undefined;

/** Equal keys, same question. */
export function questionKey({ pattern, flags, language, anchored, least }: PatternQuestion): string {
  return [language, anchored, least, flags, pattern].join(' ');
}
