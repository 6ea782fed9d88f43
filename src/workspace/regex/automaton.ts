// The body of a loop as an automaton: one state for each letter of the pattern, and the ways on from it.
// Invariant: if never two ways on read the same letter, there is one way to read a text, however long; if
// some text leads from a state back to it in two ways, each repetition of it doubles the ways.

import type { AST } from '@eslint-community/regexpp';
import { all, type CharSet, intersection, overlap, setOf, typical, union } from './charSets';
import { hasModifiers, isOneLetter, Undecided } from './parse';

/** How many copies of an element are written out. */
export const mostCopies = 12;
const mostStates = 150;

/** A part of a pattern: by which states it is entered and left, and whether without reading anything. */
interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly isEmpty: boolean;
}

const nothing: Part = { first: [], last: [], isEmpty: true };
/** Nothing can be read behind it: `$` within a loop. */
const deadEnd: Part = { first: [], last: [], isEmpty: false };

export class LoopAutomaton {
  private readonly sets: CharSet[] = [];
  private readonly next: number[][] = [];
  private readonly entries: readonly number[];
  /** The characters that texts are made of where there is a choice. */
  private preferred: CharSet = [];

  /** Throws `Undecided` if the body is too large. */
  constructor(
    body: AST.Element,
    private readonly flags: AST.Flags,
  ) {
    this.entries = this.repeated(this.part(body)).first;
  }

  /** The letters that a round begins with. */
  get firstLetters(): CharSet {
    return union(this.entries.flatMap((entry) => this.sets[entry] ?? []));
  }

  /** All letters that the loop reads. */
  get letters(): CharSet {
    return union(this.sets.flat());
  }

  /** True if there is one way to read each text; false if that is not so easy to say. */
  get isPlain(): boolean {
    return [this.entries, ...this.next].every((ways) =>
      ways.every((way, at) => ways.slice(at + 1).every((other) => other !== way && !this.meet(way, other))),
    );
  }

  /** A text that leads back to where it began in two ways, if there is one, and the text that leads there from the loop's entry. */
  ambiguousText(preferred: CharSet): AmbiguousText | undefined {
    this.preferred = preferred;
    return this.doubledWay() ?? this.partedWays();
  }

  /** Two operators lead from one state to another: `(a+)+`. */
  private doubledWay(): AmbiguousText | undefined {
    for (const [from, ways] of this.next.entries()) {
      const doubled = ways.find((way, at) => ways.indexOf(way) !== at);
      const back = doubled === undefined ? undefined : this.route([doubled, doubled], ([a]) => a === from, true);
      if (doubled !== undefined && back) return this.around(from, [[doubled, doubled], ...back]);
    }
    return undefined;
  }

  /** Two ways part at a state, read the same, and meet again. */
  private partedWays(): AmbiguousText | undefined {
    for (const state of this.sets.keys()) {
      const parting = this.pairsAfter([state, state]).filter(([a, b]) => a < b);
      for (const pair of parting) {
        const meeting = this.route(pair, ([a, b]) => a === b, false);
        const met = meeting?.at(-1);
        const back = met && this.route(met, ([a]) => a === state, true);
        if (meeting && back) return this.around(state, [pair, ...meeting, ...back]);
      }
    }
    return undefined;
  }

  private around(state: number, route: readonly Pair[]): AmbiguousText | undefined {
    for (const entry of this.entries) {
      const way = this.route([entry, entry], ([a]) => a === state, true);
      if (way) return { entry: this.textOf([[entry, entry], ...way]), text: this.textOf(route) };
    }
    return undefined;
  }

  /** The shortest route from a pair of states, without it, to one that `isEnd` holds for; empty if it holds for the first. */
  private route(from: Pair, isEnd: (pair: Pair) => boolean, together: boolean): readonly Pair[] | undefined {
    if (isEnd(from)) return [];
    const before = new Map<number, Pair | undefined>([[this.keyOf(from), undefined]]);
    for (const queue = [from]; queue.length > 0;) {
      const pair = queue.shift() ?? from;
      for (const way of this.pairsAfter(pair)) {
        if (before.has(this.keyOf(way)) || (together && way[0] !== way[1])) continue;
        before.set(this.keyOf(way), pair);
        if (isEnd(way)) return this.routeBack(way, before);
        queue.push(way);
      }
    }
    return undefined;
  }

  private routeBack(end: Pair, before: ReadonlyMap<number, Pair | undefined>): readonly Pair[] {
    const route: Pair[] = [];
    for (let pair: Pair | undefined = end; pair && before.get(this.keyOf(pair)); pair = before.get(this.keyOf(pair))) route.unshift(pair);
    return route;
  }

  private keyOf([a, b]: Pair): number {
    return a * mostStates + b;
  }

  private pairsAfter([a, b]: Pair): readonly Pair[] {
    const [after, afterOther] = [new Set(this.next[a]), new Set(this.next[b])];
    return [...after].flatMap((one) => [...afterOther].filter((other) => this.meet(one, other)).map((other): Pair => [one, other]));
  }

  private meet(a: number, b: number): boolean {
    return overlap(this.sets[a] ?? all, this.sets[b] ?? all);
  }

  private textOf(pairs: readonly Pair[]): string {
    return pairs.map(([a, b]) => typical(intersection(this.sets[a] ?? all, this.sets[b] ?? all), this.preferred)).join('');
  }

  private part(node: AST.Element): Part {
    if (isOneLetter(node)) return this.state(setOf(node, this.flags));
    switch (node.type) {
      case 'Group':
      case 'CapturingGroup':
        if (hasModifiers(node)) throw new Undecided();
        return this.either(node.alternatives);
      case 'Quantifier':
        return this.quantified(node);
      case 'Backreference':
        return { ...this.state(all), isEmpty: true };
      case 'Assertion':
        return (node.kind === 'start' || node.kind === 'end') && !this.flags.multiline ? deadEnd : nothing;
      default:
        return nothing;
    }
  }

  private state(set: CharSet): Part {
    const state = this.sets.push(set) - 1;
    if (state >= mostStates) throw new Undecided();
    this.next[state] = [];
    return { first: [state], last: [state], isEmpty: false };
  }

  private either(alternatives: readonly AST.Alternative[]): Part {
    const parts = alternatives.map(({ elements }) => this.sequence(elements));
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      isEmpty: parts.some(({ isEmpty }) => isEmpty),
    };
  }

  private sequence(elements: readonly AST.Element[]): Part {
    return elements.map((element) => this.part(element)).reduce((a, b) => this.joined(a, b), nothing);
  }

  private joined(a: Part, b: Part): Part {
    this.connect(a.last, b.first);
    return {
      first: a.isEmpty ? [...a.first, ...b.first] : a.first,
      last: b.isEmpty ? [...a.last, ...b.last] : b.last,
      isEmpty: a.isEmpty && b.isEmpty,
    };
  }

  private quantified({ element, min, max }: AST.Quantifier): Part {
    if (max === 0) return nothing;
    if (min === max && max <= mostCopies) return this.sequence(Array.from({ length: max }, () => element));
    const part = this.part(element);
    const whole = max > 1 ? this.repeated(part) : part;
    return { ...whole, isEmpty: whole.isEmpty || min === 0 };
  }

  private repeated(part: Part): Part {
    this.connect(part.last, part.first);
    return part;
  }

  private connect(from: readonly number[], to: readonly number[]): void {
    for (const state of from) this.next[state]?.push(...to);
  }
}

interface AmbiguousText {
  readonly entry: string;
  readonly text: string;
}

/** Two states that the same text leads to. */
type Pair = readonly [number, number];
