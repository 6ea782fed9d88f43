// How long a text can be, as far as the program says: what is written in it, and what is cut from others.

import type { CallSite, Value } from './facts';
import type { ProgramFile } from './link/program';
import type { Resolver } from './link/resolve';
import { sizeOf } from './size';

/** How many characters a text has at most, as far as it is written in the program or cut to a fixed length. */
export function longest(resolver: Resolver, file: ProgramFile, value: Value): number {
  const constant = resolver.constant(file, value);
  switch (constant.kind) {
    case 'choice':
      return Math.max(...constant.options.map((option) => longest(resolver, file, option)));
    case 'call':
      return longestResult(resolver, file, file.facts.calls[constant.call]);
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

function longestResult(resolver: Resolver, file: ProgramFile, site: CallSite | undefined): number {
  if (site?.use !== 'call' || site.callee.kind !== 'member') return Infinity;
  const { object, name } = site.callee;
  const [start, end] = site.args.map((arg) => numberOf(resolver.constant(file, arg)));
  if (name === 'substr' && end !== undefined) return end;
  if ((name === 'slice' || name === 'substring') && start !== undefined && end !== undefined && end >= 0) return Math.max(0, end - start);
  return keeping.test(name) ? longest(resolver, file, object) : Infinity;
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
