// What a function is given: whose parameter a value belongs to, and what a caller passes for it.

import type { Hop } from '../chain';
import type { CallSite, Value } from '../facts';
import { argumentAt, passedTo } from '../link/passed';
import type { Program, ProgramFile, ProgramFunction } from '../link/program';
import type { Resolver } from '../link/resolve';
import { sizeOf } from '../size';

/** What an unknown caller passes may be of any size. */
export const input = { why: 'what its callers pass' };

/** True if nobody in the program says what a value is: a parameter, or a part of one, that only unknown callers give. */
export function isInput(resolver: Resolver, file: ProgramFile, value: Value, depth = 0): boolean {
  const param = rootParam(file, value, 0);
  if (!param || depth > 4 || sizeOf(resolver, file, value).kind !== 'unknown') return false;
  const places = passedTo(resolver, file.base + param.function, param.index);
  return places.length === 0 || places.some((one) => !one.isElement && isInput(resolver, one.file, one.value, depth + 1));
}

/** True for a parameter, and for what is taken out of one. */
export function isParam(file: ProgramFile, value: Value): boolean {
  return rootParam(file, value, 0) !== undefined;
}

/** What a call passes for the parameter of its callee that a value belongs to, if it belongs to one. */
export function argumentOf(callee: ProgramFunction, value: Value, site: CallSite): Argument {
  const param = rootParam(callee.file, value, 0);
  if (!param || callee.file.base + param.function !== callee.id) return 'no parameter';
  return argumentAt(callee, site, param.index) ?? 'not passed';
}

type Argument = Value | 'no parameter' | 'not passed';

/** Where a value comes from on a chain: what is passed for the parameter that it belongs to. `undefined` if nothing is. */
export function passedAlong({ functions }: Program, hops: readonly Hop[], value: Value): { file: ProgramFile; value: Value } | undefined {
  const last = functions[hops.at(-1)?.caller ?? -1];
  let found = last && { file: last.file, value };
  for (let at = hops.length - 2; found && at >= 0; at--) {
    const [hop, callee] = [hops[at], functions[hops[at + 1]?.caller ?? -1]];
    const caller = functions[hop?.caller ?? -1];
    const passed = hop && callee ? argumentOf(callee, found.value, hop.site) : 'no parameter';
    if (passed === 'not passed') return undefined;
    if (passed === 'no parameter' || !caller) break;
    found = { file: caller.file, value: passed };
  }
  return found;
}

function rootParam(file: ProgramFile, value: Value, depth: number): (Value & { kind: 'param' }) | undefined {
  if (depth > 8) return undefined;
  const within = (one: Value | undefined): ReturnType<typeof rootParam> => one && rootParam(file, one, depth + 1);
  switch (value.kind) {
    case 'param':
      return value;
    case 'name':
      return within(file.facts.bindings[value.binding ?? -1]?.values[0]);
    case 'member':
    case 'element':
      return within(value.object);
    case 'choice':
      return within(value.options[0]);
    case 'array':
      return within(value.elements.find(({ kind }) => kind === 'spread'));
    case 'await':
    case 'typed':
    case 'spread':
      return within(value.value);
    case 'call': {
      const site = file.facts.calls[value.call];
      if (site?.callee.kind !== 'member') return within(site?.args[0]);
      return within(site.callee.object) ?? (isNamespace(file, site.callee.object) ? within(site.args[0]) : undefined);
    }
    default:
      return undefined;
  }
}

/** `JSON`, `path`: its functions make something of what they are given, where a method of a thing gives of that thing. */
function isNamespace(file: ProgramFile, value: Value): boolean {
  if (value.kind !== 'name') return value.kind === 'import' || (value.kind === 'member' && isNamespace(file, value.object));
  const binding = value.binding === undefined ? undefined : file.facts.bindings[value.binding];
  return binding === undefined || binding.kind === 'import';
}
