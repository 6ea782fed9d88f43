// `loopsight.json` from disk: the nearest one, upwards from the folder that is analyzed, no further
// than the repository's root. Bad settings become problems; the good ones among them still count.

import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Problem } from '../core/findings';
import { defaultSettings, mergeSettings, parseSettings, type Settings } from '../core/settings';
import { absolutePath, foldersUpwards, join } from './paths';
import { readText } from './read';

const settingsFileName = 'loopsight.json';

export interface FolderSettings {
  readonly settings: Settings;
  /** Globs are relative to it; entry points are absolute already. */
  readonly folder: string;
  /** The file they were read from. */
  readonly file?: string;
  readonly problems: readonly Problem[];
}

/** Finds the settings for `folder` (an absolute path; a file's path will do too); without any, the defaults. */
export async function findSettings(folder: string): Promise<FolderSettings> {
  for (const candidate of foldersUpwards(folder)) {
    const file = join(candidate, settingsFileName);
    if (await isThere(file)) return readSettings(file);
    if (await isThere(join(candidate, '.git'))) break;
  }
  return { settings: defaultSettings, folder, problems: [] };
}

/** Reads the settings of one file. */
export async function readSettings(file: string): Promise<FolderSettings> {
  const folder = dirname(file);
  const result = await readText(file);
  if (result.kind === 'problem') return { settings: defaultSettings, folder, file, problems: [{ file, message: result.message }] };
  const parsed = parseSettings(result.text);
  const settings = settingsIn(folder, mergeSettings(defaultSettings, parsed.settings));
  return { settings, folder, file, problems: parsed.problems.map((message) => ({ file, message })) };
}

/** Settings as the core wants them, from those that a person wrote for `folder`. */
function settingsIn(folder: string, settings: Settings): Settings {
  return { ...settings, entryPoints: settings.entryPoints.map((path) => absolutePath(folder, path)) };
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
