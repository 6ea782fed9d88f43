// The API paths that the tables name of npm packages, and what each may be called instead.

import type { Remedy } from '../../src/core/knowledge';
import { npmAliases, npmInherits, npmPasses, npmReturns, npmRows } from '../../src/knowledge/npm';
import { packageOf, parseApi } from './apiPaths';

/** Every path of a package that must exist, in the order of the alphabet. */
export function npmPaths(): readonly string[] {
  const paths = [
    ...npmRows.flatMap(({ api, remedy }) => [api, ...remedyPath(remedy)]),
    ...npmReturns.flatMap(({ api, type }) => [api, type]),
    ...npmAliases.flatMap(({ api, of }) => [api, of]),
    ...npmInherits.flatMap(({ type, base }) => [type, base]),
    ...npmPasses.map(({ api }) => api),
  ];
  return [...new Set(paths)].filter((path) => !/^(?:node:|global\.)/.test(path)).sort();
}

/** True if a row says what happens when the path itself is called. */
export function isCalled(path: string): boolean {
  return [...npmRows, ...npmReturns].some(({ api }) => spellings(api).includes(path));
}

/** True if a path is known as a module only. */
export function isModule(path: string): boolean {
  const { names, member } = parseApi(path);
  return names[0] === '' && member === undefined && !isCalled(path);
}

/** The path itself, and by the aliases of what it starts with. */
export function spellings(path: string): readonly string[] {
  const others = npmAliases.flatMap(({ api, of }) =>
    path.startsWith(of) && /^(?:$|[.#])/.test(path.slice(of.length)) ? [api + path.slice(of.length)] : [],
  );
  return [path, ...others];
}

/** The package of a path. */
export function packageOfPath(path: string): string {
  return packageOf(parseApi(path).module);
}

function remedyPath(remedy: Remedy): readonly string[] {
  return remedy.kind === 'async' ? [remedy.api] : [];
}
