// Copies of other people's libraries: a folder of a program with a licence of its own and no manifest, which
// the program imports and which needs nothing of it; and files that a compiler has written, where somebody's
// own files import them. Nobody but the program calls what stands there.

import type { CallSite } from './facts';
import type { ProgramFile } from './link/program';
import { folderOf, upwards } from './link/modules';
import { reach } from './link/reach';
import type { ProjectPort } from './project';

type ImportsOf = (file: ProgramFile) => readonly ProgramFile[];
type Files = ReadonlySet<ProgramFile>;

const licences = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'LICENCE.md', 'LICENCE.txt', 'COPYING'];
/** What has one of these is a package of the workspace, which others may call. */
const manifests = ['package.json', 'pyproject.toml', 'setup.py', 'setup.cfg', 'manifest.json'];

/**
 * The files of such copies.
 * @param importsOf the files of the program that a file loads
 */
export function findVendored(files: readonly ProgramFile[], importsOf: ImportsOf, project: ProjectPort): Files {
  return new Set([...licensed(files, importsOf, project), ...compiled(files, importsOf)]);
}

function licensed(files: readonly ProgramFile[], importsOf: ImportsOf, project: ProjectPort): readonly ProgramFile[] {
  const homeOf = homesIn(project);
  const homes = files.map(({ facts }) => homeOf(folderOf(facts.path)));
  if (homes.every((home) => home === undefined)) return [];
  const used = new Set<string>();
  const dependent = new Set<string>();
  for (const file of files) {
    const from = homes[file.index];
    for (const { index } of importsOf(file)) {
      const to = homes[index];
      if (to !== from && to !== undefined) used.add(to);
      if (to === undefined && from !== undefined) dependent.add(from);
    }
  }
  const isCopy = (home: string | undefined): boolean => home !== undefined && used.has(home) && !dependent.has(home);
  return files.filter(({ index }) => isCopy(homes[index]));
}

function compiled(files: readonly ProgramFile[], importsOf: ImportsOf): Files {
  const written = new Set(files.filter(({ facts }) => facts.calls.some(marksModule)));
  if (written.size === 0) return written;
  const taken = files.flatMap((file) => (written.has(file) ? [] : importsOf(file).filter((one) => written.has(one))));
  return reach(taken, (file) => importsOf(file).filter((one) => written.has(one)));
}

/** `Object.defineProperty(exports, '__esModule', …)`: nobody writes that himself. */
function marksModule({ name, args }: CallSite): boolean {
  return name === 'Object.defineProperty' && args[1]?.kind === 'literal' && args[1].value === '__esModule';
}

/** For each folder, the nearest around it that may be a copy. */
function homesIn(project: ProjectPort): (folder: string) => string | undefined {
  const has = (folder: string, names: readonly string[]): boolean => names.some((name) => project.exists(`${folder}/${name}`));
  const isOfProgram = (folder: string): boolean => upwards(folder).some((one) => has(one, manifests) || has(one, licences));
  const isLicensed = (folder: string): boolean =>
    !project.roots.includes(folder) && has(folder, licences) && !has(folder, manifests) && isOfProgram(folderOf(folder));
  const known = new Map<string, string | undefined>();
  const homeOf = (folder: string): string | undefined => {
    if (known.has(folder)) return known.get(folder);
    const home = isLicensed(folder) ? folder : folder === '' ? undefined : homeOf(folderOf(folder));
    known.set(folder, home);
    return home;
  };
  return homeOf;
}
