// Files that another thread or process runs, as calls name them: `new Worker(new URL('./w.js', import.meta.url))`,
// `fork(path.join(__dirname, 'child.js'))`. A name is looked for beside the file, then in the folders
// above it, because a program may be started in any of them.

import type { CallSite, Value } from '../facts';
import type { EntryRow } from '../knowledge';
import { folderOf, upwards } from './modules';
import type { ProgramFile } from './program';
import type { Resolver } from './resolve';

export interface Entry {
  readonly row: EntryRow;
  readonly file: ProgramFile;
}

/** What a call site runs elsewhere. */
export function entriesAt(resolver: Resolver, file: ProgramFile, site: CallSite): Entry[] {
  if (site.use !== 'call' && site.use !== 'new') return [];
  return resolver.callee(file, site).flatMap((target) => {
    const rows = target.kind === 'api' ? resolver.knowledge.entries(target.path, site.use) : [];
    return rows.flatMap((row) =>
      namesAt(resolver, file, site, row).flatMap((name) => fileNamed(resolver, file, name).map((entry) => ({ row, file: entry }))),
    );
  });
}

function fileNamed({ modules }: Resolver, from: ProgramFile, name: string): readonly ProgramFile[] {
  if (name === '') return [from];
  for (const folder of upwards(folderOf(from.facts.path))) {
    const found = name.includes('*') ? modules.fitting(folder, name) : [modules.at(folder, name) ?? []].flat();
    if (found.length > 0) return found;
  }
  return [];
}

/** The names of files; an empty one is the file itself. */
function namesAt(resolver: Resolver, file: ProgramFile, site: CallSite, { arg, option, folder, folderOption }: EntryRow): string[] {
  const argument = site.args[arg];
  if (!argument) return [];
  const options = resolver.constant(file, argument);
  const value = option === undefined ? options : property(resolver, file, options, option);
  const stated = folderOption === undefined ? undefined : property(resolver, file, options, folderOption);
  const parent = (stated && textOf(resolver, file, stated, 0)) ?? folder;
  return value ? names(resolver, file, value, parent) : [];
}

/** One name; of a list those of its elements, which may be objects with a `path` or a `name`. */
function names(resolver: Resolver, file: ProgramFile, given: Value, parent: string | undefined): string[] {
  const value = resolver.constant(file, given);
  if (value.kind === 'array') return value.elements.flatMap((one) => names(resolver, file, one, parent));
  if (value.kind === 'choice') return value.options.flatMap((one) => names(resolver, file, one, parent));
  if (value.kind === 'object') {
    const path = property(resolver, file, value, 'path');
    const name = path ?? property(resolver, file, value, 'name');
    return name ? names(resolver, file, name, path ? undefined : parent) : [];
  }
  const text = textOf(resolver, file, value, 0);
  return text === undefined ? [] : [parent === undefined ? text : `${parent}/${text}`];
}

function property(resolver: Resolver, file: ProgramFile, object: Value, name: string): Value | undefined {
  const found = object.kind === 'object' ? object.properties.find((one) => one.name === name) : undefined;
  return found && resolver.constant(file, found.value);
}

/** What can be known of a path: folders that only the running program knows are left out. */
function textOf(resolver: Resolver, file: ProgramFile, given: Value, depth: number): string | undefined {
  const value = resolver.constant(file, given);
  if (depth > 5) return undefined;
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' ? value.value : undefined;
    case 'name':
      return value.name === '__filename' && value.binding === undefined ? '' : undefined;
    case 'fileName':
      if (!isScript(value.parts.at(-1))) return undefined;
      // A folder that only the running program knows stands in front; in between it is a name.
      return joined(
        value.parts.flatMap((part, index) => textOf(resolver, file, part, depth + 1) ?? (isBetween(value.parts, index) ? '*' : [])),
        '',
      );
    case 'member':
      return textOf(resolver, file, value.object, depth + 1);
    case 'typed':
      return textOf(resolver, file, value.value, depth + 1);
    case 'call':
      return madePath(resolver, file, file.facts.calls[value.call], depth);
    default:
      return undefined;
  }
}

/** True if texts that are known stand before and after it. */
function isBetween(parts: readonly Value[], index: number): boolean {
  const [first] = parts;
  return index > 0 && index < parts.length - 1 && first?.kind === 'literal' && first.value !== '';
}

/** A file is named only by one that says so at its end. */
function isScript(last: Value | undefined): boolean {
  return last?.kind === 'literal' && typeof last.value === 'string' && /\.[cm]?[jt]s$/.test(last.value);
}

function madePath(resolver: Resolver, file: ProgramFile, site: CallSite | undefined, depth: number): string | undefined {
  if (!site) return undefined;
  return resolver.makesPath(file, site)
    ? joined(
        site.args.flatMap((arg) => textOf(resolver, file, arg, depth + 1) ?? []),
        '/',
      )
    : undefined;
}

function joined(parts: readonly string[], separator: string): string | undefined {
  return parts.length === 0 ? undefined : parts.join(separator).replace(/^\/+/, '');
}
