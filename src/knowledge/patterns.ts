// Regular expressions: what makes a pattern, what matches a text against one, and what its flags are called.

import type { MatchRow, PatternFlagRow, PatternRow } from '../core/knowledge';

const mdn = 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/';
const re = 'https://docs.python.org/3/library/re.html#';

export const patterns: readonly PatternRow[] = [
  { api: 'global.RegExp', pattern: 0, flags: 1, link: `${mdn}RegExp/RegExp` },
  { api: 'py:re.compile', pattern: 0, flags: 1, link: `${re}re.compile` },
];

const ofRegExp = ['test', 'exec'].map((name): MatchRow => ({
  api: `global.RegExp#${name}`,
  pattern: 'receiver',
  text: 0,
  link: `${mdn}RegExp/${name}`,
}));

const ofText = ['match', 'matchAll', 'replace', 'replaceAll', 'search', 'split'].map((name): MatchRow => ({
  api: `global.String#${name}`,
  pattern: 0,
  text: 'receiver',
  link: `${mdn}String/${name}`,
}));

interface Searching {
  readonly name: string;
  /** Where the text and the flags stand in the function of the module. */
  readonly text: number;
  readonly flags: number;
  readonly anchored?: 'start' | 'both';
}

const searching: readonly Searching[] = [
  { name: 'match', text: 1, flags: 2, anchored: 'start' },
  { name: 'fullmatch', text: 1, flags: 2, anchored: 'both' },
  { name: 'search', text: 1, flags: 2 },
  { name: 'findall', text: 1, flags: 2 },
  { name: 'finditer', text: 1, flags: 2 },
  { name: 'split', text: 1, flags: 3 },
  { name: 'sub', text: 2, flags: 4 },
  { name: 'subn', text: 2, flags: 4 },
];

/** A method of a pattern takes what the function of the module takes behind the pattern. */
const ofPython = searching.flatMap(({ name, text, flags, anchored }): MatchRow[] => [
  { api: `py:re.${name}`, pattern: 0, text, flags, ...(anchored && { anchored }), link: `${re}re.${name}` },
  { api: `py:re.Pattern#${name}`, pattern: 'receiver', text: text - 1, ...(anchored && { anchored }), link: `${re}re.Pattern.${name}` },
]);

export const matches: readonly MatchRow[] = [...ofRegExp, ...ofText, ...ofPython];

const flagNames: Readonly<Record<string, string>> = {
  A: 'a',
  ASCII: 'a',
  I: 'i',
  IGNORECASE: 'i',
  L: 'L',
  LOCALE: 'L',
  M: 'm',
  MULTILINE: 'm',
  S: 's',
  DOTALL: 's',
  U: 'u',
  UNICODE: 'u',
  X: 'x',
  VERBOSE: 'x',
  NOFLAG: '',
  DEBUG: '',
};

export const patternFlags: readonly PatternFlagRow[] = Object.entries(flagNames).map(([name, letter]) => ({
  api: `py:re.${name}`,
  letter,
}));
