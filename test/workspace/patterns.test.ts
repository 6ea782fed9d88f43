// What is decided about published regular expressions is what is known of them: nearly always of the slow
// ones, always of the safe ones. And the cheap look never calls harmless what a close one finds slow.

import assert from 'node:assert/strict';
import type { PatternQuestion, Verdict } from '../../src/core/verdicts';
import { decide, decideAtOnce } from '../../src/workspace/regex/decide';
import { known } from './patterns/javascript';
import { knownInPython } from './patterns/python';

interface Case {
  readonly question: PatternQuestion;
  readonly growth: 'exponential' | 'polynomial' | 'linear';
}

const cases: readonly Case[] = [
  ...known.map(({ pattern, growth }): Case => ({
    question: { pattern: pattern.source, flags: pattern.flags, language: 'javascript', anchored: 'nowhere', least: 2 },
    growth,
  })),
  ...knownInPython.map(({ pattern, flags = '', anchored, growth }): Case => ({
    question: { pattern, flags, language: 'python', anchored: anchored ?? 'nowhere', least: 2 },
    growth,
  })),
];

describe('published regular expressions', function () {
  this.timeout(60_000);
  let found: readonly (Case & { readonly verdict: Verdict })[];

  before(() => {
    found = cases.map((one) => ({ ...one, verdict: decide(one.question) }));
  });

  it('are many, each of them once', () => {
    assert.ok(cases.length >= 100);
    const questions = [...known, ...knownInPython].map(({ source, pattern }) => `${source} ${String(pattern)}`);
    assert.equal(new Set(questions).size, questions.length);
  });

  it('are harmless where they are safe', () => {
    const alarms = found.filter(({ growth, verdict }) => growth === 'linear' && verdict.growth !== 'harmless');
    assert.deepEqual(
      alarms.map(({ question }) => question.pattern),
      [],
    );
  });

  it('are decided as published, but for a few', () => {
    const wrong = found.filter(({ growth, verdict }) => verdict.growth !== (growth === 'linear' ? 'harmless' : growth));
    const share = 1 - wrong.length / found.length;
    console.log(`      ${found.length - wrong.length} of ${found.length} as published`);
    assert.ok(share >= 0.95, wrong.map(({ question, verdict }) => `${question.pattern}: ${verdict.growth}`).join('\n'));
  });

  it('are never harmless at first sight where they are slow', () => {
    const missed = found.filter(({ question, verdict }) => verdict.growth !== 'harmless' && decideAtOnce(question)?.growth === 'harmless');
    assert.deepEqual(missed, []);
  });
});
