// Decides how the time of one regular expression grows with its text. Most need one look; the others are
// tried, which may take a second and more, so that belongs on a thread of its own.
// Invariant: what can't be decided, or is no regular expression, is harmless.

import type { PatternQuestion, Verdict } from '../../core/verdicts';
import { confirmed } from './confirm';
import { type Parsed, parsePattern } from './parse';
import { fromPython } from './python';
import { suspectsOf } from './suspects';

const harmless: Verdict = { growth: 'harmless' };

/** What one look says; `undefined` if that is not enough. */
export function decideAtOnce(question: PatternQuestion): Verdict | undefined {
  const parsed = read(question);
  if (!parsed) return harmless;
  const suspects = suspectsOf(parsed, true);
  return suspects?.every(({ degree }) => degree < question.least) ? harmless : undefined;
}

/** Looks closely, and tries what is suspected. A pattern that is slow indeed may keep this thread busy for long. */
export function decide(question: PatternQuestion): Verdict {
  const parsed = read(question);
  const regex = parsed && regexOf(parsed);
  if (!regex) return harmless;
  const suspects = suspectsOf(parsed, false) ?? [];
  const found = confirmed(
    regex,
    suspects.filter(({ degree }) => degree >= question.least),
  );
  if (!found) return harmless;
  const { degree, attack } = found;
  return degree === Infinity ? { growth: 'exponential', attack } : { growth: 'polynomial', degree, attack };
}

/** The pattern in the syntax of JavaScript, with what the call says about where a match begins and ends. */
function read({ pattern, flags, language, anchored }: PatternQuestion): Parsed | undefined {
  const translated = language === 'python' ? fromPython(pattern, flags) : { source: pattern, flags: flags.replace(/[dy]/g, '') };
  if (!translated) return undefined;
  const { source } = translated;
  const placed = { nowhere: source, start: `^(?:${source})`, both: `^(?:${source})$` }[anchored];
  return parsePattern(placed, translated.flags);
}

/** What this engine does not know yet is left alone. */
function regexOf({ pattern, flags }: Parsed): RegExp | undefined {
  try {
    return new RegExp(pattern.raw, flags.raw);
  } catch {
    return undefined;
  }
}
