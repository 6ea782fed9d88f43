// Whether a suspected text really keeps a regular expression busy: it is tried, on the engine that runs this.
// Invariant: the text grows until what is suspected would take tens of milliseconds, and one power less under
// two. What is slow once is tried again, so a busy machine changes no answer.

import type { Attack } from '../../core/verdicts';
import type { Piece, Suspect } from './suspects';

/** The first of the suspects that is what it seems, with the text that shows it. */
export function confirmed(regex: RegExp, suspects: readonly Suspect[]): { degree: number; attack: Attack } | undefined {
  for (const suspect of suspects.slice(0, mostSuspects)) {
    for (const frame of frames) {
      const attack = slowText(regex, suspect, frame);
      if (attack) return { degree: suspect.degree, attack };
    }
  }
  return undefined;
}

const mostSuspects = 16;
/** What stands before and after the text: with some of it no match is found at once, at the start or the end. */
const ends = ['', '!', 'a', '\n', '\n\n!', '\0'];
const frames = ['', 'x'].flatMap((begin) => ends.map((end) => ({ begin, end })));

/** The text of the first length that is slow; none if it is not, however long. */
function slowText(regex: RegExp, { degree, pieces }: Suspect, { begin, end }: (typeof frames)[number]): Attack | undefined {
  for (const total of degree === Infinity ? doublings : totals(degree)) {
    const attack = [{ text: begin, times: 1 }, ...repeated(pieces, total), { text: end, times: 1 }];
    const text = attack.map((piece) => piece.text.repeat(piece.times)).join('');
    if (isSlow(regex, text) && isSlow(regex, text)) return shown(attack, degree);
  }
  return undefined;
}

/** The pieces that are repeated share `total` among them. */
function repeated(pieces: readonly Piece[], total: number): Attack {
  const several = pieces.filter(({ isRepeated }) => isRepeated);
  const share = (piece: Piece): number => Math.floor((total + several.indexOf(piece)) / several.length);
  return pieces.map((piece) => ({ text: piece.text, times: piece.isRepeated ? share(piece) : 1 }));
}

const doublings = Array.from({ length: 40 }, (_, i) => i + 2);
const steps = 4e7;

/**
 * How often pieces are repeated, from few to many: each time, what is suspected takes about four times as long.
 * The last: n to the power of `degree`, through the factorial of that, is the number of ways to divide n places among as many loops.
 */
function totals(degree: number): number[] {
  let factorial = 1;
  for (let i = 2; i <= degree; i++) factorial *= i;
  const most = degree * (steps * factorial) ** (1 / degree);
  const list: number[] = [];
  for (let total = Math.ceil(most / 16); total < most; total = Math.ceil(total * 4 ** (1 / degree))) list.push(total);
  return [...list, Math.ceil(most)];
}

const slowMs = 10;

function isSlow(regex: RegExp, text: string): boolean {
  const startedAt = performance.now();
  regex.lastIndex = 0;
  // What is looked for everywhere is looked for to the end.
  if (regex.global) text.replace(regex, '');
  else regex.test(text);
  return performance.now() - startedAt > slowMs;
}

/** How often a person is told to repeat it. */
function shown(attack: Attack, degree: number): Attack {
  const often = degree === Infinity ? 30 : 10_000;
  return attack.filter(({ text }) => text !== '').map(({ text, times }) => ({ text, times: times > 1 ? often : 1 }));
}
