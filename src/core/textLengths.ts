// How long a text can be, as far as the program says: what is written in it, what is cut from others, and what
// a check of its length lets through.

import { type CallSite, type Condition, isSame, surely, type Value } from './facts';
import type { ProgramFile } from './link/program';
import type { Resolver } from './link/resolve';
import { sizeOf } from './size';

const deepest = 20;

/** How many characters a text has at most, as far as it is written in the program or cut to a fixed length. */
export function longest(resolver: Resolver, file: ProgramFile, value: Value, depth = 0): number {
  if (depth > deepest) return Infinity; // perhaps a name that stands for itself: `var text = text.trim()`
  const constant = resolver.constant(file, value);
  switch (constant.kind) {
    case 'choice':
      return Math.max(...constant.options.map((option) => longest(resolver, file, option, depth + 1)));
    case 'call':
      return longestResult(resolver, file, file.facts.calls[constant.call], depth);
    case 'literal':
    case 'regex':
    case 'function':
    case 'object':
    case 'comparison':
    case 'shifted':
      return 0;
    default:
      return sizeKnown(resolver, file, constant);
  }
}

function sizeKnown(resolver: Resolver, file: ProgramFile, value: Value): number {
  const size = sizeOf(resolver, file, value);
  return size.kind === 'known' && !size.elements ? size.amount : Infinity;
}

function longestResult(resolver: Resolver, file: ProgramFile, site: CallSite | undefined, depth: number): number {
  if (site?.use !== 'call' || site.callee.kind !== 'member') return Infinity;
  const { object, name } = site.callee;
  const [start, end] = site.args.map((arg) => numberOf(resolver.constant(file, arg)));
  if (name === 'substr' && end !== undefined) return end;
  if ((name === 'slice' || name === 'substring') && start !== undefined && end !== undefined && end >= 0) return Math.max(0, end - start);
  return keeping.test(name) ? longest(resolver, file, object, depth + 1) : Infinity;
}

/** Methods of texts that give no longer ones, or hardly. */
const keeping = /^(?:trim|trimStart|trimEnd|strip|lstrip|rstrip|toLowerCase|toUpperCase|lower|upper|replace|replaceAll|normalize)$/;

function numberOf(value: Value): number | undefined {
  return value.kind === 'literal' && typeof value.value === 'number' ? value.value : undefined;
}

/** True for a text that is cut somewhere, to whatever length: who does that has thought of long ones. */
export function isCut(file: ProgramFile, value: Value, depth = 0): boolean {
  if (depth > 4) return false;
  if (value.kind === 'name' && value.binding !== undefined)
    return (file.facts.bindings[value.binding]?.values ?? []).some((one) => isCut(file, one, depth + 1));
  const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
  if (site?.callee.kind !== 'member') return false;
  const { object, name } = site.callee;
  return (cutting.test(name) && site.args.length > 1) || (keeping.test(name) && isCut(file, object, depth + 1));
}

const cutting = /^(?:slice|substring|substr)$/;

/** A text, written as `value`, that is used at a call site. */
export interface UsedText {
  readonly file: ProgramFile;
  readonly site: CallSite;
  readonly value: Value;
}

/** How long a text is at most; infinitely, if something limits it that nobody knows. */
export interface TextLimit {
  readonly most: number;
}

/** What a check of its length lets through: `if (text.length > 200) return`. */
export function limitAt(resolver: Resolver, { file, site, value }: UsedText): TextLimit | undefined {
  const ways = waysTo(file, value, 0);
  const checks = site.conditions
    .flatMap(notLonger)
    .filter((check) => waysTo(file, check.value, 0).some((one) => ways.some((way) => isSame(one, way))));
  if (checks.length === 0) return undefined;
  return { most: Math.min(...checks.map(({ than }) => numberOf(resolver.constant(file, than)) ?? Infinity)) };
}

/** The parameter that a text is, or was before it was trimmed and the like. */
export function textParameter(file: ProgramFile, value: Value): (Value & { kind: 'param' }) | undefined {
  return waysTo(file, value, 0).find((one) => one.kind === 'param');
}

/** A value, and the texts that it comes from and is hardly longer than. */
function waysTo(file: ProgramFile, value: Value, depth: number): readonly Value[] {
  const before = depth > 6 ? undefined : textBefore(file, value);
  return before ? [value, ...waysTo(file, before, depth + 1)] : [value];
}

function textBefore({ facts }: ProgramFile, value: Value): Value | undefined {
  switch (value.kind) {
    case 'name': {
      const values = facts.bindings[value.binding ?? -1]?.values ?? [];
      return values.length === 1 ? values[0] : undefined;
    }
    case 'choice':
      return value.options[0];
    case 'await':
    case 'typed':
      return value.value;
    case 'call': {
      const callee = facts.calls[value.call]?.callee;
      return callee?.kind === 'member' && keeping.test(callee.name) ? callee.object : undefined;
    }
    default:
      return undefined;
  }
}

/** The tests of a length that fail if a condition holds, or does not. */
function notLonger(condition: Condition): readonly (Value & { kind: 'longer' })[] {
  return surely(condition).flatMap(({ value, holds }) => (value.kind === 'longer' && !holds ? [value] : []));
}
