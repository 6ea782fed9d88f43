// How the time of a regular expression may grow with its text, cheap enough for every pattern of a program:
// most are decided by it. Invariant: the bound is never too low. A text that reaches it is suspected, not
// proven. Ambiguity within a loop is left to another decision; loops one behind the other count where
// one text can feed both.

import type { AST } from '@eslint-community/regexpp';
import { LoopAutomaton, mostCopies } from './automaton';
import { all, type CharSet, intersection, overlap, setOf, typical } from './charSets';
import { hasModifiers, isOneLetter, type Parsed, Undecided } from './parse';

/** A text that may take its length to the power of `degree`, if its repeated pieces are repeated often. */
export interface Suspect {
  /** Infinite where each repetition may double the time. */
  readonly degree: number;
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly text: string;
  readonly isRepeated: boolean;
}

/**
 * The texts that may take more than time in proportion to their length, the worst first: none, and the pattern is harmless.
 * `undefined` if that can't be told, or `atOnce` is wanted and it takes longer.
 */
export function suspectsOf({ pattern, flags }: Parsed, atOnce: boolean): readonly Suspect[] | undefined {
  try {
    return new Suspicion(flags, atOnce).of(pattern).sort((a, b) => b.degree - a.degree);
  } catch (error) {
    if (error instanceof Undecided) return undefined;
    throw error;
  }
}

/** A loop that was run through, and what was read behind it with letters that it reads too. */
interface Chain {
  readonly letters: CharSet;
  readonly passed: readonly CharSet[];
  /** How many loops can share one text, up to this one; 0 for the way from the beginning, which is no loop. */
  readonly degree: number;
  /** What leads to the loop. */
  readonly pieces: readonly Piece[];
}

interface Loop {
  readonly letters: CharSet;
  /** Those that a round begins with. */
  readonly first: CharSet;
}

const start: Chain = { letters: all, passed: [], degree: 0, pieces: [] };
/** The search itself is a loop before the pattern: it tries every place to begin. */
const search: Chain = { ...start, degree: 1 };

class Suspicion {
  private readonly suspects: Suspect[] = [];
  /** True within a loop: what it repeats is no loop beside it. */
  private isInside = false;

  constructor(
    private readonly flags: AST.Flags,
    private readonly atOnce: boolean,
  ) {}

  of({ alternatives }: AST.Pattern): Suspect[] {
    for (const { elements } of alternatives) this.sequence(withoutEnd(elements), [start, search]);
    return this.suspects;
  }

  private sequence(elements: readonly AST.Element[], chains: readonly Chain[]): readonly Chain[] {
    return elements.reduce((before, element) => this.element(element, before), chains);
  }

  private alternatives(alternatives: readonly AST.Alternative[], chains: readonly Chain[]): readonly Chain[] {
    return few(alternatives.flatMap(({ elements }) => this.sequence(elements, chains)));
  }

  private element(node: AST.Element, chains: readonly Chain[]): readonly Chain[] {
    if (isOneLetter(node)) return passing(chains, setOf(node, this.flags));
    switch (node.type) {
      case 'Group':
      case 'CapturingGroup':
        if (hasModifiers(node)) throw new Undecided();
        return this.alternatives(node.alternatives, chains);
      case 'Assertion':
        return this.assertion(node, chains);
      case 'Quantifier':
        return this.quantifier(node, chains);
      case 'Backreference':
        return this.backreference(node, chains);
      default:
        return chains;
    }
  }

  /** It reads what its group has read: as much as it likes, and most probably once. */
  private backreference({ resolved }: AST.Backreference, chains: readonly Chain[]): readonly Chain[] {
    if (this.atOnce) throw new Undecided();
    const groups = [resolved].flat();
    const again = groups.flatMap((group) => this.once(group, chains));
    return few([...again, ...chains, ...this.loop(oneLetterLoop(all), chains)]);
  }

  /** What stands in a lookaround ends there: nothing goes on with how it matched. */
  private assertion(node: AST.Assertion, chains: readonly Chain[]): readonly Chain[] {
    if (node.kind === 'start') return this.flags.multiline ? chains : chains.filter(({ degree }) => degree === 0);
    if (node.kind === 'lookahead' || node.kind === 'lookbehind') this.alternatives(node.alternatives, chains);
    return chains;
  }

  private quantifier({ element, min, max }: AST.Quantifier, chains: readonly Chain[]): readonly Chain[] {
    if (max === 0) return chains;
    if (max === 1 || (min === max && max <= mostCopies)) return this.copies(element, min, max, chains);
    const loop = isOneLetter(element) ? oneLetterLoop(setOf(element, this.flags)) : this.loopOf(element, max, chains);
    const through = [...(min === 0 ? chains : []), ...this.atLeast(min, element, chains)];
    return max < manyTimes || this.isInside ? few(through) : few([...through, ...this.loop(loop, chains)]);
  }

  private loopOf(element: AST.Element, max: number, chains: readonly Chain[]): Loop {
    const automaton = new LoopAutomaton(element, this.flags);
    if (max >= manyTimes && !automaton.isPlain) this.suspectDoubling(automaton, chains);
    return { letters: automaton.letters, first: automaton.firstLetters };
  }

  private suspectDoubling(automaton: LoopAutomaton, chains: readonly Chain[]): void {
    if (this.atOnce) throw new Undecided();
    const way = chains.find(({ degree }) => degree === 0) ?? start;
    for (const preferred of preferences) {
      const found = automaton.ambiguousText(preferred);
      if (!found) return;
      const entry = { text: wordOf(way.passed, all) + found.entry, isRepeated: false };
      // A letter more, in case that what follows the loop would match too early.
      for (const text of [found.text, found.text + typical(automaton.letters, preferred)])
        this.suspects.push({ degree: Infinity, pieces: [entry, { text, isRepeated: true }] });
    }
  }

  private copies(element: AST.QuantifiableElement, min: number, max: number, chains: readonly Chain[]): readonly Chain[] {
    let through = chains;
    for (let i = 0; i < max; i++) through = this.element(element, through);
    return min === 0 ? few([...chains, ...through]) : through;
  }

  /** The shortest way through a loop. */
  private atLeast(min: number, element: AST.QuantifiableElement, chains: readonly Chain[]): readonly Chain[] {
    let through = chains;
    for (let i = 0; i < Math.min(Math.max(1, min), isOneLetter(element) ? mostLetters : mostCopies); i++)
      through = this.once(element, through);
    return through;
  }

  private once(element: AST.Element, chains: readonly Chain[]): readonly Chain[] {
    const outer = this.isInside;
    this.isInside = true;
    const through = this.element(element, chains);
    this.isInside = outer;
    return through;
  }

  /** The loop, behind each of those that can read the same text as it does. */
  private loop(loop: Loop, chains: readonly Chain[]): readonly Chain[] {
    const before = chains.filter((chain) => isShared(chain, loop.letters));
    const reached = before.map((chain) => loopAfter(chain, loop));
    const most = Math.max(0, ...reached.map(({ degree }) => degree));
    const worst = reached.filter(({ degree }) => degree === most);
    if (most > 1) this.suspects.push(...worst.slice(0, 2).map(({ degree, pieces }) => ({ degree, pieces })));
    return worst.slice(0, 1);
  }
}

/** What follows a loop may read letters, or digits. */
const preferences: readonly CharSet[] = [[], [[48, 57]]];
/** A bound of that many repetitions is none to speak of. */
const manyTimes = 30;
const mostLetters = 200;
const mostChains = 120;
const worthPruning = 12;

/** Nothing can fail behind the last element: what is optional there is read at once or not at all. */
function withoutEnd(elements: readonly AST.Element[]): readonly AST.Element[] {
  const end = elements.at(-1);
  return end?.type === 'Quantifier' && end.min === 0 && isOneLetter(end.element) ? withoutEnd(elements.slice(0, -1)) : elements;
}

function oneLetterLoop(letters: CharSet): Loop {
  return { letters, first: letters };
}

function loopAfter({ letters, passed, degree, pieces }: Chain, loop: Loop): Chain {
  if (degree === 0) return { letters: loop.letters, passed: [], degree: 1, pieces: [{ text: wordOf(passed, all), isRepeated: false }] };
  const common = intersection(letters, loop.letters);
  const beginning = overlap(common, loop.first) ? intersection(common, loop.first) : common;
  const text = wordOf(passed.length === 0 ? [beginning] : passed, common);
  return { letters: loop.letters, passed: [], degree: degree + 1, pieces: [...pieces, { text, isRepeated: true }] };
}

function wordOf(sets: readonly CharSet[], common: CharSet): string {
  return sets.map((set) => typical(intersection(set, common))).join('');
}

function passing(chains: readonly Chain[], letters: CharSet): readonly Chain[] {
  return chains.flatMap((chain) => {
    const common = intersection(chain.letters, letters);
    return common.length === 0 ? [] : [{ ...chain, passed: [...chain.passed, common] }];
  });
}

function isShared({ letters, passed, degree }: Chain, others: CharSet): boolean {
  const common = intersection(letters, others);
  return degree === 0 || (common.length > 0 && passed.every((one) => overlap(one, common)));
}

/** One way from the beginning is enough; of the others those that ask for nothing that another one does not ask for too. */
function few(chains: readonly Chain[]): readonly Chain[] {
  const ways = chains.filter(({ degree }) => degree === 0).slice(0, 1);
  const loops = [...new Set(chains.filter(({ degree }) => degree > 0))];
  const kept = loops.length > worthPruning ? pruned(loops) : loops;
  if (kept.length > mostChains) throw new Undecided();
  return [...ways, ...kept];
}

function pruned(chains: readonly Chain[]): readonly Chain[] {
  const asking = chains.map((chain) => ({ chain, asks: new Set(chain.passed.map((set) => set.join(' '))) }));
  asking.sort((a, b) => a.asks.size - b.asks.size);
  const kept: typeof asking = [];
  for (const one of asking) {
    const isTold = kept.some(({ chain, asks }) => chain.pieces === one.chain.pieces && [...asks].every((set) => one.asks.has(set)));
    if (!isTold) kept.push(one);
  }
  return kept.map(({ chain }) => chain);
}
