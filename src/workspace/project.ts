// The core's project port, answered from what was seen before. The port is synchronous and must not
// touch the disk, so all that it can be asked is gathered beforehand.

import type { ProjectPort } from '../core/project';
import { diskConcurrency, mapLimited } from './concurrency';
import { slashed } from './paths';
import { readText } from './read';

export interface ProjectFiles {
  /** Every file that was seen, analyzed or not. */
  readonly known: ReadonlySet<string>;
  /** The texts of the configuration files among them. */
  readonly configs: ReadonlyMap<string, string>;
}

/** @param roots the folders or files that were asked about, absolute */
export function projectOf({ known, configs }: ProjectFiles, roots: readonly string[]): ProjectPort {
  return {
    roots: roots.map(slashed),
    configs: [...configs.keys()],
    exists: (path) => known.has(slashed(path)),
    readConfig: (path) => configs.get(slashed(path)),
  };
}

/** The texts of those files that can be read. */
export async function readConfigs(paths: readonly string[]): Promise<Map<string, string>> {
  const results = await mapLimited(paths, diskConcurrency, async (path) => ({ path, result: await readText(path) }));
  return new Map(results.flatMap(({ path, result }) => (result.kind === 'text' ? [[path, result.text] as const] : [])));
}

/** True if linking may ask for the text of a file of this name. */
export function isConfigName(name: string): boolean {
  return name === 'package.json' || /^[jt]sconfig(?:\..+)?\.json$/.test(name);
}

/** Where to look for configuration above the folder that is analyzed. */
export const configNamesAbove: readonly string[] = ['package.json', 'tsconfig.json', 'tsconfig.base.json', 'jsconfig.json'];
