// The user settings of a server from npm: a file on disk, like those of desktop VS Code.
// Invariant: what a test sets wins over the quiet defaults.

import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Host } from './install';

export type Settings = Readonly<Record<string, unknown>>;
export type Theme = 'Default Dark Modern' | 'Default Light Modern';

/** Adds to the user settings in that data folder, which also get the quiet defaults where nothing is set. */
export async function writeUserSettings(serverDataDir: string, settings: Settings): Promise<void> {
  const file = userSettingsFile(serverDataDir);
  await mkdir(join(file, '..'), { recursive: true });
  const merged = { ...quietSettings, ...(await readSettings(file)), ...settings };
  await writeFile(file, JSON.stringify(merged, null, 2));
}

/** The file that "Preferences: Open User Settings" opens. */
export function userSettingsFile(serverDataDir: string): string {
  return join(serverDataDir, 'data', 'User', 'settings.json');
}

/** Reads a settings file without comments; a missing one is empty. */
export async function readSettings(file: string): Promise<Settings> {
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Settings) : {};
}

/** Newer versions call the same theme "Dark Modern". */
export async function themeSetting(host: Host, theme: Theme): Promise<Settings> {
  const manifest = await readFile(join(host.root, 'extensions', 'theme-defaults', 'package.json'), 'utf8');
  const { contributes } = JSON.parse(manifest) as ThemeManifest;
  const id = contributes.themes.map((known) => known.id).find((known) => theme.endsWith(known));
  return { 'workbench.colorTheme': id ?? theme, 'window.autoDetectColorScheme': false };
}

interface ThemeManifest {
  readonly contributes: { readonly themes: readonly { readonly id: string }[] };
}

/** No first-run pages, no chat, no questions: they cover what a test looks at and cost seconds. */
const quietSettings: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'security.workspace.trust.enabled': false,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'git.openRepositoryInParentFolders': 'never',
  'window.confirmBeforeClose': 'never',
  // On by default in a browser, unlike on the desktop: tests would change the files that they type into.
  'files.autoSave': 'off',
};
