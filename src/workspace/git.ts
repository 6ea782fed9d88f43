// What git says about a folder: where its repository starts, and which files it tracks. The index
// is read directly: no process is started, and a repository's own configuration, which may name
// programs to run, is never obeyed. An index that cannot be read tracks nothing.

import { readFile, stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { absolutePath, foldersUpwards, join, pathWithin } from './paths';

export interface Repository {
  readonly root: string;
  /** Where git keeps its own files; not always `.git`, in worktrees and submodules. */
  readonly gitFolder: string;
  /** Files that git tracks, and all folders that hold one, relative to the root. */
  readonly tracked: ReadonlySet<string>;
}

/** The repository that `folder` belongs to. */
export async function findRepository(folder: string): Promise<Repository | undefined> {
  for (const candidate of foldersUpwards(folder)) {
    if (await exists(join(candidate, '.git'))) return openRepository(candidate);
  }
  return undefined;
}

/** The repository whose root is `root`. */
export async function openRepository(root: string): Promise<Repository> {
  const gitFolder = await findGitFolder(root);
  return { root, gitFolder, tracked: await readTracked(join(gitFolder, 'index')) };
}

/** True if git tracks this file, or a file in this folder. */
export function isTracked(repository: Repository | undefined, path: string): boolean {
  return repository !== undefined && repository.tracked.has(pathWithin(repository.root, path));
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

/** In a worktree and in a submodule, `.git` is a file that says where the folder is. */
async function findGitFolder(root: string): Promise<string> {
  const git = join(root, '.git');
  try {
    const pointer = /^gitdir: (.+)$/m.exec(await readFile(git, 'utf8'));
    return pointer?.[1] === undefined ? git : absolutePath(root, pointer[1].trim());
  } catch {
    return git;
  }
}

async function readTracked(path: string): Promise<ReadonlySet<string>> {
  const tracked = new Set<string>();
  try {
    let count = 0;
    for (const file of indexPaths(await readFile(path))) {
      addWithFolders(tracked, file);
      count += 1;
      // A large repository's index takes long to read: let others run.
      if (count % 5000 === 0) await setImmediate();
    }
  } catch {
    return tracked;
  }
  return tracked;
}

function addWithFolders(tracked: Set<string>, file: string): void {
  for (let path = file; path !== '' && !tracked.has(path); path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) tracked.add(path);
}

const headerBytes = 12;
const statBytes = 40;
const hashBytes = 20;
const extendedFlag = 0x4000;

/** The paths in an index of version 2, 3 or 4 (see gitformat-index). */
function* indexPaths(index: Buffer): Generator<string> {
  if (index.length < headerBytes || index.toString('latin1', 0, 4) !== 'DIRC') return;
  const version = index.readUInt32BE(4);
  let at = headerBytes;
  let name: Buffer = Buffer.alloc(0);
  for (let left = index.readUInt32BE(8); left > 0; left -= 1) {
    const nameAt = at + entryHeaderBytes(index, at);
    const entry = version === 4 ? compressedName(index, nameAt, name) : plainName(index, at, nameAt);
    if (entry === undefined) return;
    ({ name, next: at } = entry);
    yield name.toString('utf8');
  }
}

interface IndexEntry {
  readonly name: Buffer;
  readonly next: number;
}

function entryHeaderBytes(index: Buffer, at: number): number {
  const flags = index.readUInt16BE(at + statBytes + hashBytes);
  return statBytes + hashBytes + 2 + (flags & extendedFlag ? 2 : 0);
}

/** Versions 2 and 3: the name, then one to eight NULs up to a multiple of eight. */
function plainName(index: Buffer, at: number, nameAt: number): IndexEntry | undefined {
  const end = index.indexOf(0, nameAt);
  if (end === -1) return undefined;
  return { name: index.subarray(nameAt, end), next: at + Math.ceil((end + 1 - at) / 8) * 8 };
}

/** Version 4: how much of the previous name's end to drop, then what follows instead. */
function compressedName(index: Buffer, nameAt: number, previous: Buffer): IndexEntry | undefined {
  let at = nameAt;
  let byte = index.readUInt8(at++);
  let drop = byte & 127;
  while (byte & 128) {
    byte = index.readUInt8(at++);
    drop = ((drop + 1) << 7) + (byte & 127);
  }
  const end = index.indexOf(0, at);
  if (end === -1) return undefined;
  return { name: Buffer.concat([previous.subarray(0, Math.max(0, previous.length - drop)), index.subarray(at, end)]), next: end + 1 };
}
