// What is known of regular expressions, by question. Most answers take one look; the others come later, from
// a thread that is there only as long as something is to be decided.
// Invariant: what was asked for is answered in the end: as harmless, if nobody could tell in time.

import { type PatternQuestion, questionKey, type Verdict, type VerdictOf } from '../../core/verdicts';
import { decideAtOnce } from './decide';
import { decideOnThread } from './thread';

/** How many answers are kept. */
const mostKept = 20_000;
/** How many patterns of one program are tried; more are rarely written by people. */
const mostTried = 500;

export class Verdicts {
  private readonly known = new Map<string, Verdict>();
  private queue: Promise<unknown> = Promise.resolve();

  /** @param script the built `main.ts`; without it, nothing is tried, and what takes more than one look is harmless */
  constructor(private readonly script: string | undefined) {}

  /** What is known, or takes one look. */
  readonly lookUp: VerdictOf = (question) => {
    const key = questionKey(question);
    const known = this.known.get(key);
    if (known) return known;
    const verdict = decideAtOnce(question);
    if (verdict) this.keep(key, verdict);
    return verdict;
  };

  /** Resolves once all are decided, to true if any is slow. Never rejects. */
  async decide(questions: readonly PatternQuestion[]): Promise<boolean> {
    if (questions.length === 0) return false;
    const turn = this.queue.then(() => this.decideAll(questions));
    this.queue = turn;
    await turn;
    return questions.some((question) => this.lookUp(question)?.growth !== 'harmless');
  }

  private async decideAll(questions: readonly PatternQuestion[]): Promise<void> {
    const open = questions.filter((question) => !this.lookUp(question));
    const tried = open.slice(0, mostTried);
    const verdicts = this.script === undefined || tried.length === 0 ? [] : await decideOnThread(this.script, tried);
    for (const [index, question] of open.entries()) this.keep(questionKey(question), verdicts[index] ?? { growth: 'harmless' });
  }

  private keep(key: string, verdict: Verdict): void {
    if (this.known.size >= mostKept) this.known.clear();
    this.known.set(key, verdict);
  }
}
