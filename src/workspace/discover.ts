// Which files to analyze: what a person maintains under the given paths. A path that is given
// explicitly is analyzed whatever its name; the rules about what to skip are for what lies below it.
// Links are followed only within the repository, each real folder is visited once, order is fixed.

import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Problem } from '../core/findings';
import { diskConcurrency, mapLimited } from './concurrency';
import { findRepository, isTracked, openRepository, type Repository } from './git';
import { folderRules, inheritedRules, isIgnored, repositoryRules, type IgnoreRules } from './gitignore';
import { languageOf, languageOfShebang, type SupportedLanguage } from './languages';
import { byCodeUnits, foldersUpwards, isInside, join, slashed } from './paths';
import { configNamesAbove, isConfigName, readConfigs, type ProjectFiles } from './project';
import { describeError, readFirstLine } from './read';
import { isBuildOutput, isOutputFile, isToolFolder, isVendored, isVirtualEnvironment, type Listing } from './skip';
import { workspaceFolders } from './workspaces';

export interface DiscoverOptions {
  /** True for paths that the settings exclude; not asked about the given paths themselves. */
  readonly isExcluded?: (path: string) => boolean;
  readonly signal?: AbortSignal;
}

export interface SourceFile {
  readonly path: string;
  readonly language: SupportedLanguage;
  /** True if this very file was given: then it is analyzed even if it looks generated. */
  readonly wanted: boolean;
}

export interface Discovery extends ProjectFiles {
  /** Sorted by path. */
  readonly files: readonly SourceFile[];
  /** Folders and files that could not be read; their paths are absolute. */
  readonly problems: readonly Problem[];
}

/**
 * Finds the files to analyze.
 * @param paths absolute, with forward slashes: files or folders
 * @throws the signal's reason once it is aborted, and nothing else
 */
export async function discover(paths: readonly string[], options: DiscoverOptions = {}): Promise<Discovery> {
  const walk = newWalk(options);
  for (const path of paths) await start(walk, path);
  await visitAll(walk);
  await followLinks(walk, paths);
  const files = [...walk.files.values()].sort((a, b) => byCodeUnits(a.path, b.path));
  return { files, problems: walk.problems, known: walk.known, configs: walk.configs };
}

interface Walk {
  readonly isExcluded: (path: string) => boolean;
  readonly signal: AbortSignal | undefined;
  readonly files: Map<string, SourceFile>;
  readonly known: Set<string>;
  readonly configs: Map<string, string>;
  readonly problems: Problem[];
  /** Real paths of the folders visited. */
  readonly visited: Set<string>;
  readonly links: { readonly path: string; readonly repository: Repository | undefined }[];
  queue: Folder[];
}

interface Folder {
  readonly path: string;
  /** What `.gitignore` files above it say. */
  readonly rules: IgnoreRules;
  readonly repository: Repository | undefined;
  /** True in folders that are skipped but for the files in them that git tracks. */
  readonly trackedOnly: boolean;
  /** True if it was given, by a person or by a workspace's list. */
  readonly given: boolean;
}

function newWalk({ isExcluded = () => false, signal }: DiscoverOptions): Walk {
  const empty = {
    files: new Map(),
    known: new Set<string>(),
    configs: new Map(),
    problems: [],
    visited: new Set<string>(),
    links: [],
    queue: [],
  };
  return { ...empty, isExcluded, signal };
}

/** Takes up a path that was given. */
async function start(walk: Walk, path: string): Promise<void> {
  try {
    if ((await stat(path)).isDirectory()) await startFolder(walk, path, true);
    else await startFile(walk, path);
  } catch (error) {
    walk.problems.push({ file: path, message: `The path could not be read: ${describeError(error)}.` });
  }
}

async function startFile(walk: Walk, path: string): Promise<void> {
  const language = languageOf(path) ?? languageOfShebang(await readFirstLine(path));
  if (language !== undefined) walk.files.set(path, { path, language, wanted: true });
  walk.known.add(path);
  await readConfigsAbove(walk, dirname(path), await findRepository(dirname(path)));
}

async function startFolder(walk: Walk, path: string, given: boolean): Promise<void> {
  const repository = await findRepository(path);
  const inherited = await inheritedRules(path, repository);
  const ignored = isIgnoredFromAbove(inherited, path, repository);
  if (ignored && !given) return;
  await readConfigsAbove(walk, path, repository);
  // Who asks for an ignored folder wants to see what is in it.
  walk.queue.push({ path, rules: ignored ? [] : inherited, repository, trackedOnly: false, given });
}

function isIgnoredFromAbove(rules: IgnoreRules, path: string, repository: Repository | undefined): boolean {
  if (repository === undefined) return false;
  const parts = foldersUpwards(path).filter((part) => part !== repository.root && isInside(repository.root, part));
  return parts.some((part) => isIgnored(rules, part, true));
}

async function readConfigsAbove(walk: Walk, folder: string, repository: Repository | undefined): Promise<void> {
  const above = foldersUpwards(folder).filter((candidate) => repository === undefined || isInside(repository.root, candidate));
  await keepConfigs(
    walk,
    above.flatMap((candidate) => configNamesAbove.map((name) => join(candidate, name))),
  );
}

async function keepConfigs(walk: Walk, paths: readonly string[]): Promise<void> {
  for (const [path, text] of await readConfigs(paths)) {
    walk.known.add(path);
    walk.configs.set(path, text);
  }
}

async function visitAll(walk: Walk): Promise<void> {
  while (walk.queue.length > 0) {
    walk.signal?.throwIfAborted();
    const folders = walk.queue;
    walk.queue = [];
    await mapLimited(folders, diskConcurrency, (folder) => visit(walk, folder));
  }
}

async function visit(walk: Walk, folder: Folder): Promise<void> {
  walk.signal?.throwIfAborted();
  const listing = await list(walk, folder);
  if (listing === undefined || !(await isFirstVisit(walk, folder.path))) return;
  const here = await enter(folder, listing);
  if (here === undefined) return;
  await readListed(walk, listing);
  await Promise.all([...listing.files].map((name) => takeFile(walk, here, name)));
  await Promise.all([...listing.folders].map((name) => takeFolder(walk, here, listing, name)));
}

async function list(walk: Walk, { path, repository }: Folder): Promise<Listing | undefined> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    for (const entry of entries) if (entry.isSymbolicLink()) walk.links.push({ path: join(path, entry.name), repository });
    const namesOf = (chosen: typeof entries): Set<string> => new Set(chosen.map((entry) => entry.name));
    return {
      folder: path,
      files: namesOf(entries.filter((entry) => entry.isFile())),
      folders: namesOf(entries.filter((entry) => entry.isDirectory())),
    };
  } catch (error) {
    walk.problems.push({ file: path, message: `The folder could not be read: ${describeError(error)}.` });
    return undefined;
  }
}

async function isFirstVisit(walk: Walk, path: string): Promise<boolean> {
  const real = await realpath(path).catch(() => path);
  if (walk.visited.has(real)) return false;
  walk.visited.add(real);
  return true;
}

/** The folder as it is seen from inside: with its own rules, or `undefined` if there is nothing to see. */
async function enter(folder: Folder, listing: Listing): Promise<Folder | undefined> {
  const isRoot = folder.repository?.root === folder.path;
  const nested = !isRoot && (listing.files.has('.git') || listing.folders.has('.git')) ? await openRepository(folder.path) : undefined;
  const repository = nested ?? folder.repository;
  const outer = nested ? await repositoryRules(nested) : folder.rules;
  const rules = listing.files.has('.gitignore') ? [...outer, ...(await folderRules(folder.path))] : outer;
  const trackedOnly = folder.trackedOnly || (isVirtualEnvironment(listing) && !folder.given);
  if (trackedOnly && !isTracked(repository, folder.path)) return undefined;
  return { ...folder, repository, rules, trackedOnly };
}

async function readListed(walk: Walk, { folder, files }: Listing): Promise<void> {
  for (const name of files) walk.known.add(join(folder, name));
  await keepConfigs(
    walk,
    [...files].filter(isConfigName).map((name) => join(folder, name)),
  );
  for (const named of await workspaceFolders(folder, walk.configs.get(join(folder, 'package.json')))) await startFolder(walk, named, true);
}

async function takeFile(walk: Walk, folder: Folder, name: string): Promise<void> {
  const path = join(folder.path, name);
  if (walk.files.has(path) || isOutputFile(name) || walk.isExcluded(path)) return;
  const skipped = folder.trackedOnly || isIgnored(folder.rules, path, false);
  if (skipped && !isTracked(folder.repository, path)) return;
  const language = languageOf(name) ?? (name.includes('.') ? undefined : languageOfShebang(await readFirstLine(path)));
  if (language !== undefined) walk.files.set(path, { path, language, wanted: false });
}

async function takeFolder(walk: Walk, folder: Folder, listing: Listing, name: string): Promise<void> {
  const path = join(folder.path, name);
  if (isToolFolder(name) || walk.isExcluded(path)) return;
  const tracked = isTracked(folder.repository, path);
  const trackedOnly = folder.trackedOnly || isVendored(name) || isIgnored(folder.rules, path, true);
  if (trackedOnly && !tracked) return;
  if (await isBuildOutput(name, listing, walk.configs, tracked)) return;
  walk.queue.push({ ...folder, path, trackedOnly, given: false });
}

/** Links into the given paths lead to what is found anyway; links out of the repository lead to what nobody asked for. */
async function followLinks(walk: Walk, given: readonly string[]): Promise<void> {
  const roots = await Promise.all(given.map(realPath));
  while (walk.links.length > 0) {
    const links = walk.links.splice(0).sort((a, b) => byCodeUnits(a.path, b.path));
    for (const { path, repository } of links) {
      const target = repository && (await realPath(path));
      if (target === undefined || roots.some((root) => root !== undefined && isInside(root, target))) continue;
      if (isInside((await realPath(repository?.root ?? '')) ?? '', target)) await follow(walk, target);
    }
    await visitAll(walk);
  }
}

async function realPath(path: string): Promise<string | undefined> {
  return realpath(path).then(slashed, () => undefined);
}

async function follow(walk: Walk, target: string): Promise<void> {
  const parts = target.split('/');
  if (parts.some((part) => isVendored(part) || isToolFolder(part)) || walk.isExcluded(target)) return;
  const stats = await stat(target).catch(() => undefined);
  if (stats?.isDirectory()) return startFolder(walk, target, false);
  const language = languageOf(target);
  if (stats?.isFile() && language !== undefined && !isOutputFile(target)) walk.files.set(target, { path: target, language, wanted: false });
}
