// The `exclude` globs of the settings. A glob without a slash names files and folders at any depth,
// like a line of `.gitignore`; with one, it is relative to the folder of the settings.

import picomatch from 'picomatch';
import { foldersUpwards, isInside, pathWithin } from './paths';

/** Tells which paths the globs name: a path is excluded if a folder above it is. */
export function exclusion(folder: string, globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const matches = picomatch(globs.map(cleanGlob), { dot: true, basename: true });
  return (path) =>
    isInside(folder, path) &&
    foldersUpwards(path).some((part) => part !== folder && isInside(folder, part) && matches(pathWithin(folder, part)));
}

/** One question to `exclusion`; the globs are compiled only once for each list of them. */
export function isExcluded(path: string, folder: string, globs: readonly string[]): boolean {
  const known = compiled.get(globs);
  if (known?.folder === folder) return known.matches(path);
  const matches = exclusion(folder, globs);
  compiled.set(globs, { folder, matches });
  return matches(path);
}

const compiled = new WeakMap<readonly string[], { readonly folder: string; readonly matches: (path: string) => boolean }>();

/** People also write `./out`, `/out` and `out/`. */
function cleanGlob(glob: string): string {
  return glob.replace(/^(!?)(?:\.?\/)+/, '$1').replace(/(?<=.)\/+$/, '');
}
