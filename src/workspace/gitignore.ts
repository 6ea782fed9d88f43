// What `.gitignore` files name, at any depth. A deeper file has the last word, as in git. Rules are
// asked folder by folder on the way down, so a file below an ignored folder is never asked about.

import { platform } from 'node:process';
import ignore, { type Ignore } from 'ignore';
import type { Repository } from './git';
import { foldersUpwards, isInside, join, pathWithin } from './paths';
import { readText } from './read';

interface IgnoreLayer {
  readonly folder: string;
  readonly rules: Ignore;
}

/** The rules in force in a folder, the outermost first. */
export type IgnoreRules = readonly IgnoreLayer[];

/** The rules that a repository brings for everything in it: those that its owner keeps to themselves. */
export async function repositoryRules(repository: Repository): Promise<IgnoreRules> {
  return layer(repository.root, join(repository.gitFolder, 'info/exclude'));
}

/** The rules of one folder's own `.gitignore`, if it has any. */
export async function folderRules(folder: string): Promise<IgnoreRules> {
  return layer(folder, join(folder, '.gitignore'));
}

/** The rules in force in `folder` before its own `.gitignore`: those of the folders between it and the repository's root. */
export async function inheritedRules(folder: string, repository: Repository | undefined): Promise<IgnoreRules> {
  if (repository === undefined) return [];
  const above = foldersUpwards(folder).filter((candidate) => candidate !== folder && isInside(repository.root, candidate));
  const layers = await Promise.all(above.reverse().map(folderRules));
  return [...(await repositoryRules(repository)), ...layers.flat()];
}

export function isIgnored(rules: IgnoreRules, path: string, isFolder: boolean): boolean {
  for (const { folder, rules: own } of [...rules].reverse()) {
    const { ignored, unignored } = own.test(pathWithin(folder, path) + (isFolder ? '/' : ''));
    if (ignored || unignored) return ignored;
  }
  return false;
}

async function layer(folder: string, file: string): Promise<IgnoreRules> {
  const result = await readText(file);
  if (result.kind !== 'text') return [];
  return [{ folder, rules: ignore({ ignorecase: platform === 'win32' || platform === 'darwin' }).add(result.text) }];
}
