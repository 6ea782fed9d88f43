// Regular expressions of JavaScript as syntax trees. Whatever can't be read gives none.

import { type AST, RegExpParser } from '@eslint-community/regexpp';

export interface Parsed {
  readonly pattern: AST.Pattern;
  readonly flags: AST.Flags;
}

/** `undefined` for what is no regular expression. */
export function parsePattern(pattern: string, flags: string): Parsed | undefined {
  const parser = new RegExpParser();
  try {
    const parsedFlags = parser.parseFlags(flags);
    const { unicode, unicodeSets } = parsedFlags;
    return { pattern: parser.parsePattern(pattern, 0, pattern.length, { unicode, unicodeSets }), flags: parsedFlags };
  } catch {
    return undefined;
  }
}

/** Thrown where a cheap look at a pattern does not tell. */
export class Undecided extends Error {}

export type OneLetter = AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

const oneLetter: ReadonlySet<string> = new Set<OneLetter['type']>([
  'Character',
  'CharacterSet',
  'CharacterClass',
  'ExpressionCharacterClass',
]);

/** True for what reads exactly one character. */
export function isOneLetter(node: AST.Element): node is OneLetter {
  return oneLetter.has(node.type);
}

/** True for a group that changes the flags: `(?i:a)`. */
export function hasModifiers(node: AST.Group | AST.CapturingGroup): boolean {
  return node.type === 'Group' && node.modifiers !== null;
}
