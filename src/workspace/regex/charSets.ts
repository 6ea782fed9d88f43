// Sets of characters as sorted ranges of code points.
// Invariant: what can't be told exactly is taken for more than it is, never for less: sets that are said to
// have nothing in common have nothing in common.

import type { AST } from '@eslint-community/regexpp';

/** Ranges from, to (both belong to it), sorted, apart from each other. */
export type CharSet = readonly (readonly [number, number])[];

const last = 0x10ffff;
export const all: CharSet = [[0, last]];
const none: CharSet = [];
const digits: CharSet = [[48, 57]];
const wordLetters: CharSet = union([...digits, [65, 90], [95, 95], [97, 122]]);
const lineEnds: CharSet = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
];
const spaces: CharSet = [
  [9, 13],
  [32, 32],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
/** Letters outside ASCII, and those two among them that are equal to `k` and `s` without regard to case. */
const foreign: CharSet = [[0x80, last]];
const kelvinAndLongS: CharSet = [
  [0x17f, 0x17f],
  [0x212a, 0x212a],
];
const kAndS: CharSet = [75, 83, 107, 115].map((code) => [code, code] as const);

/** The characters that one of these nodes matches. */
export function setOf(
  node: AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass,
  flags: AST.Flags,
): CharSet {
  if (node.type === 'ExpressionCharacterClass') return all;
  if (node.type !== 'CharacterClass') return memberSet(node, flags);
  if (!node.negate) return union(node.elements.flatMap((one) => memberSet(one, flags)));
  // What is taken away must not be more than it is.
  if (!node.elements.every(isExact)) return all;
  return complement(union(node.elements.flatMap((one) => memberSet(one, { ...flags, ignoreCase: false }))));
}

function isExact(node: AST.CharacterClassElement): boolean {
  return node.type === 'Character' || node.type === 'CharacterClassRange' || (node.type === 'CharacterSet' && node.kind !== 'property');
}

function memberSet(
  node: AST.Character | AST.CharacterSet | AST.CharacterClassElement,
  flags: Pick<AST.Flags, 'ignoreCase' | 'dotAll'>,
): CharSet {
  if (node.type === 'Character') return inAnyCase([[node.value, node.value]], flags);
  if (node.type === 'CharacterClassRange') return inAnyCase([[node.min.value, node.max.value]], flags);
  if (node.type !== 'CharacterSet' || node.kind === 'property') return all;
  if (node.kind === 'any') return flags.dotAll ? all : complement(lineEnds);
  if (node.kind === 'word' && flags.ignoreCase && !node.negate) return union([...wordLetters, ...kelvinAndLongS]);
  const set = { digit: digits, space: spaces, word: wordLetters }[node.kind];
  return node.negate ? complement(set) : set;
}

/** Letters of ASCII in both cases; others are taken for all others. */
function inAnyCase(set: CharSet, { ignoreCase }: Pick<AST.Flags, 'ignoreCase'>): CharSet {
  if (!ignoreCase) return set;
  const upper = intersection(set, [[97, 122]]).map(([from, to]) => [from - 32, to - 32] as const);
  const lower = intersection(set, [[65, 90]]).map(([from, to]) => [from + 32, to + 32] as const);
  const others = overlap(set, foreign) ? [...foreign, ...kAndS] : overlap([...set, ...lower], kAndS) ? kelvinAndLongS : none;
  return union([...set, ...upper, ...lower, ...others]);
}

export function union(ranges: CharSet): CharSet {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [from, to] of sorted) {
    const before = joined.at(-1);
    if (before && from <= before[1] + 1) before[1] = Math.max(before[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

export function intersection(a: CharSet, b: CharSet): CharSet {
  return a.flatMap(([from, to]) =>
    b.flatMap(([start, end]): CharSet =>
      Math.max(from, start) <= Math.min(to, end) ? [[Math.max(from, start), Math.min(to, end)]] : none,
    ),
  );
}

export function overlap(a: CharSet, b: CharSet): boolean {
  return a.some(([from, to]) => b.some(([start, end]) => from <= end && start <= to));
}

function complement(set: CharSet): CharSet {
  const starts = [0, ...set.map(([, to]) => to + 1)];
  const ends = [...set.map(([from]) => from - 1), last];
  return starts.flatMap((start, at): CharSet => (start <= (ends[at] ?? last) ? [[start, ends[at] ?? last]] : none));
}

/** A character that a person can read, if there is one; `preferred` ranges first. */
export function typical(set: CharSet, preferred: CharSet = []): string {
  const [found] = [...preferred, ...readable].flatMap((range) => intersection(set, [range]).slice(0, 1));
  return String.fromCodePoint((found ?? set[0] ?? [97])[0]);
}

/** Letters first, then digits, blanks, and the rest of ASCII. */
const readable: CharSet = [
  [97, 122],
  [48, 57],
  [32, 32],
  [33, 126],
];
