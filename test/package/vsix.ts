// The extension as it is published: packed by the project's own script, installed the user's way.

import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { installVsix } from '../host/serve';
import type { Host } from '../host/install';
import { run, type Output } from '../host/processes';

export const root = resolve(__dirname, '..', '..');

export interface Installed {
  /** The packed file. */
  readonly vsix: string;
  /** What packing said. */
  readonly said: string;
  /** For `openWorkbench`: everything of the server that has the extension. */
  readonly serverDataDir: string;
  /** Where the server unpacked the extension. */
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** Packs the extension and installs it into a fresh data folder of the host. Throws with what was said if one fails. */
export async function packAndInstall(host: Host): Promise<Installed> {
  const scratch = await realpath(await mkdtemp(join(tmpdir(), 'loopsight-package-')));
  const remove = () => rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  try {
    const vsix = join(scratch, 'loopsight.vsix');
    const said = text(await run('npm', ['run', 'package', '--', '--out', vsix], { cwd: root }));
    const serverDataDir = join(scratch, 'server');
    await installVsix(host, vsix, serverDataDir);
    return { vsix, said, serverDataDir, folder: await extensionFolder(serverDataDir), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The files below a folder, with forward slashes, sorted. */
export async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function text({ status, stdout, stderr }: Output): string {
  if (status !== 0) throw new Error(`The extension could not be packed: ${stdout}${stderr}`);
  return stdout + stderr;
}

async function extensionFolder(serverDataDir: string): Promise<string> {
  const extensions = join(serverDataDir, 'extensions');
  const name = (await readdir(extensions)).find((entry) => entry.startsWith('loopsight.loopsight-'));
  if (name === undefined) throw new Error(`Nothing was installed into ${extensions}.`);
  return join(extensions, name);
}
