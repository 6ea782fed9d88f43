// Which of its results a function gives to one call: what it makes under a check of a parameter is not
// given where this very call passes a literal or a flag that says otherwise. `make_store(mode="memory")` makes no other store.

import { type CallSite, type Condition, type Literal, surely, type Value } from '../facts';
import { declaredAs, positionOf } from './parameters';
import type { ProgramFile, ProgramFunction } from './program';
import type { Resolving } from './resolving';

/** False for a result that stands under a condition which a call contradicts. */
export function mayGive(resolver: Resolving, one: ProgramFunction, value: Value, file: ProgramFile, site: CallSite): boolean {
  const made = value.kind === 'call' ? one.file.facts.calls[value.call] : undefined;
  const conditions = made?.conditions.flatMap(surely) ?? [];
  return !conditions.some((condition) => isContradicted(resolver, one, condition, file, site));
}

function isContradicted(
  resolver: Resolving,
  one: ProgramFunction,
  { value, holds }: Pick<Condition, 'value' | 'holds'>,
  file: ProgramFile,
  site: CallSite,
): boolean {
  if (value.kind === 'name') {
    const flag = passedFor(resolver, one, value, file, site);
    return (typeof flag?.value === 'boolean' || flag?.value === null) && Boolean(flag.value) !== holds;
  }
  if (value.kind !== 'comparison' || typeof value.equals !== 'string') return false;
  const passed = passedFor(resolver, one, value.value, file, site);
  return passed !== undefined && ((passed.value === value.equals) !== value.negated) !== holds;
}

/** The literal that a call passes for a parameter, or leaves as its default. */
function passedFor(
  resolver: Resolving,
  one: ProgramFunction,
  asked: Value,
  file: ProgramFile,
  { args }: CallSite,
): { readonly value: Literal } | undefined {
  const declared = asked.kind === 'name' ? declaredAs(one.file, asked.binding) : undefined;
  if (!declared || declared.isReassigned || one.file.base + declared.param.function !== one.id) return undefined;
  if (args.some(({ kind }) => kind === 'spread')) return undefined;
  const arg = args.find((each, at) => positionOf(one, each, at) === declared.param.index);
  const given = arg ? resolver.constant(file, arg.kind === 'keyword' ? arg.value : arg) : declared.fallback;
  return given?.kind === 'literal' ? given : undefined;
}
