// What of a large folder is analyzed with the open documents: what they import, directly or not, and
// what imports them, the nearest first, as much as can be analyzed between two keys.
// Invariant: the choice depends on the folder and on what is open, on nothing that happened before.

import { byCodeUnits } from '../workspace/paths';
import type { IndexedFile } from './scanner/messages';

/** In call sites: what can be analyzed in about a tenth of a second. */
export const nearCalls = 2_500;

/** True for a folder that cannot be analyzed whole at each key. */
export function isLarge(files: Iterable<Sized>): boolean {
  let size = 0;
  for (const { calls } of files) size += calls;
  return size > nearCalls;
}

/** The paths of the files to analyze together: all of them, if the folder is not large. */
export function neighbourhood(index: ReadonlyMap<string, IndexedFile>, open: ReadonlySet<string>): ReadonlySet<string> {
  if (!isLarge(index.values())) return new Set(index.keys());
  const chosen = new Set([...open].sort());
  const roots = [...chosen];
  let left = nearCalls;
  const add = (path: string): boolean => {
    left -= index.get(path)?.calls ?? 0;
    if (left >= 0) chosen.add(path);
    return left >= 0;
  };
  for (const path of roots) left -= index.get(path)?.calls ?? 0;
  const importing = importersIn(index);
  if (reach(roots, (path) => index.get(path)?.imports, chosen, add)) reach(roots, (path) => importing.get(path), chosen, add);
  return chosen;
}

type Sized = Pick<IndexedFile, 'calls'>;

/** Goes on from `roots`, the nearest first, as long as `add` says so. */
function reach(
  roots: readonly string[],
  next: (path: string) => readonly string[] | undefined,
  chosen: ReadonlySet<string>,
  add: (path: string) => boolean,
): boolean {
  const seen = new Set(roots);
  for (const from of seen) {
    for (const path of next(from) ?? []) {
      if (!seen.has(path) && !chosen.has(path) && !add(path)) return false;
      seen.add(path);
    }
  }
  return true;
}

function importersIn(index: ReadonlyMap<string, IndexedFile>): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>();
  for (const { path, imports } of [...index.values()].sort((a, b) => byCodeUnits(a.path, b.path))) {
    for (const imported of imports) {
      const known = importers.get(imported);
      if (known) known.push(path);
      else importers.set(imported, [path]);
    }
  }
  return importers;
}
