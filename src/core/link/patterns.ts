// Regular expressions that values are, as far as their texts are constants.

import type { Value } from '../facts';
import type { Knowledge } from '../knowledgeIndex';
import type { ProgramFile } from './program';
import type { Target } from './targets';

export type PatternTarget = Target & { readonly kind: 'pattern' };

interface Resolving {
  readonly knowledge: Knowledge;
  resolve(file: ProgramFile, value: Value): readonly Target[];
  constant(file: ProgramFile, value: Value): Value;
}

/** The patterns that `value` is, or is the text of. None if nobody knows its flags. */
export function patternsOf(
  resolver: Resolving,
  file: ProgramFile,
  value: Value | undefined,
  flagsValue: Value | undefined,
): readonly PatternTarget[] {
  if (!value) return [];
  const constant = resolver.constant(file, value);
  if (constant.kind !== 'literal') return resolver.resolve(file, value).flatMap((target) => (target.kind === 'pattern' ? [target] : []));
  const flags = flagsValue ? flagsOf(resolver, file, flagsValue) : '';
  return typeof constant.value === 'string' && flags !== undefined ? [{ kind: 'pattern', pattern: constant.value, flags }] : [];
}

/** The argument at a place, or the one that is passed by name. */
export function passed(args: readonly Value[], index: number, name: string): Value | undefined {
  const named = args.find((one) => one.kind === 'keyword' && one.name === name);
  const placed = args[index];
  if (named?.kind === 'keyword') return named.value;
  return placed?.kind === 'keyword' ? undefined : placed;
}

/** A text of letters, or constants that stand for them; `undefined` if it is neither. */
function flagsOf(resolver: Resolving, file: ProgramFile, value: Value): string | undefined {
  const constant = resolver.constant(file, value);
  if (constant.kind === 'literal') return typeof constant.value === 'string' ? constant.value : '';
  const parts = constant.kind === 'choice' ? constant.options : [constant];
  const letters = parts.map((part) => (part.kind === 'choice' ? flagsOf(resolver, file, part) : flagOf(resolver, file, part)));
  return letters.includes(undefined) ? undefined : [...new Set(letters.join(''))].sort().join('');
}

function flagOf(resolver: Resolving, file: ProgramFile, value: Value): string | undefined {
  const [target] = resolver.resolve(file, value);
  return target?.kind === 'api' ? resolver.knowledge.patternFlag(target.path) : undefined;
}
