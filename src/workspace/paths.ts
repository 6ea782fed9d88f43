// Paths of files as the whole project writes them: absolute, with forward slashes on every platform.
// Only this folder turns what people type into such a path and back.

import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/** What a person typed, or a URI's path, as an absolute path with forward slashes. */
export function absolutePath(cwd: string, path: string): string {
  return slashed(resolve(cwd, path));
}

export function slashed(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}

/** A path as people read it: relative to `cwd`, or absolute if it lies outside. */
export function shownPath(cwd: string, path: string): string {
  const short = slashed(relative(cwd, path));
  if (short === '') return '.';
  return short === '..' || short.startsWith('../') || isAbsolute(short) ? path : short;
}

/** True if `path` is `folder` or lies in it. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The way from `folder` to a `path` inside it; empty for the folder itself. */
export function pathWithin(folder: string, path: string): string {
  return path.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
}

export function join(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/** `folder` and every folder above it, the nearest first. */
export function foldersUpwards(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersUpwards(above)];
}

/** The nearest path that all of `paths` are inside; the root for none. */
export function commonPath(paths: readonly string[]): string {
  const [first = '/', ...others] = paths;
  return foldersUpwards(first).find((folder) => others.every((path) => isInside(folder, path))) ?? first;
}

/** Orders texts the same way on every machine. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
