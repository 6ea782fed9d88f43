// Folders that a package manager's workspace list names although they stand in `node_modules`. All
// other workspace folders are found on the way; these would be skipped.

import { glob } from 'tinyglobby';
import { workspaceGlobs } from './manifest';
import { absolutePath } from './paths';

/**
 * @param folder where the `package.json` stands
 * @param packageText its text
 * @returns absolute paths
 */
export async function workspaceFolders(folder: string, packageText: string | undefined): Promise<string[]> {
  const globs = workspaceGlobs(packageText).filter((pattern) => pattern.split('/').includes('node_modules') && !pattern.startsWith('!'));
  if (globs.length === 0) return [];
  const found = await glob(globs, { cwd: folder, onlyDirectories: true, expandDirectories: false, followSymbolicLinks: false }).catch(
    () => [],
  );
  return found.map((path) => absolutePath(folder, path)).sort();
}
