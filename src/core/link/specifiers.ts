// The module that an expression names. Of one that is put together, `*` stands for what only the running
// program knows: `./commands/${name}` and `path.join(__dirname, 'commands', name)` are `./commands/*`.

import type { CallSite, Value } from '../facts';
import type { ProgramFile } from './program';

interface Names {
  constant(file: ProgramFile, value: Value): Value;
  /** True if a call puts the texts it is given together to a path. */
  makesPath(file: ProgramFile, site: CallSite): boolean;
}

/** What `value` says, as a specifier seen from `file`; `undefined` if it may be anything. */
export function specifierOf(names: Names, file: ProgramFile, value: Value): string | undefined {
  const constant = names.constant(file, value);
  if (constant.kind === 'literal') return typeof constant.value === 'string' ? constant.value : undefined;
  return constant.kind === 'call' ? joinedFromHere(names, file, constant.call) : folderText(constant);
}

/** The text of a template that starts with a folder, a star for the one part that is not known. */
export function folderText(value: Value): string | undefined {
  return value.kind === 'fileName' ? telling(value.parts.map(textOr).join('')) : undefined;
}

/** `path.join(__dirname, 'commands', name)`. */
function joinedFromHere(names: Names, file: ProgramFile, call: number): string | undefined {
  const site = file.facts.calls[call];
  const [here, ...rest] = site?.args ?? [];
  if (!site || here?.kind !== 'name' || here.name !== '__dirname' || here.binding !== undefined) return undefined;
  return names.makesPath(file, site) ? telling(['.', ...rest.map((one) => textOr(names.constant(file, one)))].join('/')) : undefined;
}

function textOr(value: Value): string {
  if (value.kind === 'literal') return String(value.value);
  return value.kind === 'fileName' ? value.parts.map(textOr).join('') : '*';
}

/** A folder of the program, and one name in it at the most that is not known. */
function telling(text: string): string | undefined {
  return /^\.{1,2}\/[^*]*\*?[^*]*$/.test(text) ? text : undefined;
}
