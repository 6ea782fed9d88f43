// What keeps small that comes from outside: a file's literal name, which makes it the program's own, the limit
// of a query, and the list by which it picks its rows.

import type { CallSite, Value } from './facts';
import type { SizeRow } from './knowledge';
import type { ProgramFile } from './link/program';
import type { Resolver } from './link/resolve';

/** True for what a name or a limit keeps small: a file of the program's own, the rows of one page. */
export function isBounded(
  resolver: Resolver,
  file: ProgramFile,
  from: CallSite | Value,
  row: Extract<SizeRow, { kind: 'outside' }>,
): boolean {
  const chains = 'kind' in from ? chainsTo(file, from, 0) : chainsAt(file, from, 0);
  const bounds = (site: CallSite): boolean =>
    (row.file === true && isOwnFile(resolver, file, site.args)) || isLimited(resolver, file, site);
  return chains.length > 0 && chains.every((chain) => chain.some(bounds));
}

/** True for a query of the program's own making that asks for some rows only: `select().limit(20).execute(pool)`. */
export function isOfSome(resolver: Resolver, file: ProgramFile, site: CallSite): boolean {
  return (
    site.callee.kind === 'member' &&
    chainsTo(file, site.callee.object, 0).some((chain) => chain.some((one) => isLimited(resolver, file, one)))
  );
}

/** The calls that a value comes from, the last first; a chain for each way. */
function chainsTo(file: ProgramFile, value: Value, depth: number): readonly (readonly CallSite[])[] {
  if (depth > 6) return [];
  if (value.kind === 'await' || value.kind === 'typed') return chainsTo(file, value.value, depth + 1);
  if (value.kind === 'member') return chainsTo(file, value.object, depth + 1);
  if (value.kind === 'name' && value.binding !== undefined)
    return (file.facts.bindings[value.binding]?.values ?? []).flatMap((one) => chainsTo(file, one, depth + 1));
  const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
  return site ? chainsAt(file, site, depth) : [];
}

function chainsAt(file: ProgramFile, site: CallSite, depth: number): readonly (readonly CallSite[])[] {
  const before = site.callee.kind === 'member' ? chainsTo(file, site.callee.object, depth + 1) : [];
  return before.length === 0 ? [[site]] : before.map((chain) => [site, ...chain]);
}

/** A file with a literal name, in whatever folder. */
function isOwnFile(resolver: Resolver, file: ProgramFile, args: readonly Value[], depth = 0): boolean {
  const [first] = args;
  const name = first && resolver.constant(file, first);
  if (!name || depth > 4) return false;
  if (name.kind === 'literal') return typeof name.value === 'string';
  if (name.kind === 'fileName') return name.parts.at(-1)?.kind === 'literal';
  const site = name.kind === 'call' ? file.facts.calls[name.call] : undefined;
  if (!site) return false;
  const last = site.args.at(-1);
  const isNamed = (one: Value | undefined): boolean => one !== undefined && isOwnFile(resolver, file, [one], depth + 1);
  return isNamed(last) || (site.use === 'new' && isNamed(site.args[0]));
}

export const limits = /^(?:limit|take|first|top|maxResults|pageSize|perPage|page_size|per_page)$/;

/** `.limit(20)`, `{ take: 20 }`, `'… LIMIT 20'`; or by a list, which tells how many they are. */
function isLimited(resolver: Resolver, file: ProgramFile, { callee, args }: CallSite): boolean {
  if (callee.kind === 'member' && (limits.test(callee.name) || isByIds(callee.name, args))) return true;
  return args.some((arg) => {
    const value = resolver.constant(file, arg);
    if (arg.kind === 'keyword') return limits.test(arg.name);
    if (value.kind === 'object') return value.properties.some(({ name }) => name !== undefined && limits.test(name));
    return (
      value.kind === 'literal' &&
      typeof value.value === 'string' &&
      /\blimit\s+\S|\bfetch\s+first\b|\bselect\s+top\b|\bcount\(|(?:id|key|name|code)["'`\]]?\s+in\s*\((?!\s*select\b)/i.test(value.value)
    );
  });
}

/** `.where('id', 'IN', ids)`, `.whereIn('id', ids)`: a list of states picks any number of rows, a list of ids as many as it has. */
function isByIds(method: string, [column, operator, list]: readonly Value[]): boolean {
  const names = (value: Value | undefined, what: RegExp): boolean => value?.kind === 'literal' && what.test(String(value.value));
  return names(column, /(?:id|key|name|code)$/i) && (method === 'whereIn' || (list !== undefined && names(operator, /^in$/i)));
}
