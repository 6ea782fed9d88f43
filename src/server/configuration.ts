// What applies to one folder: its `loopsight.json`, with the editor's settings laid over it.
// Invariant: whatever people write, a usable configuration comes out, and what was wrong is said.

import { checkSettings, defaultSettings, mergeSettings, type Settings } from '../core/settings';
import { settingsSection, type EditorSettings } from '../protocol/server';
import type { FolderSettings } from '../workspace/settings';

export interface Configuration {
  readonly enabled: boolean;
  /** False: a client that is pushed to gets diagnostics when a document is saved, not at each change. */
  readonly onType: boolean;
  /** True if findings are shown in files that are not open, too. */
  readonly allFiles: boolean;
  readonly settings: Settings;
  readonly exclusions: readonly Exclusion[];
  /** What is wrong with the settings, one sentence each. */
  readonly problems: readonly string[];
}

export interface Exclusion {
  /** The folder that the globs are relative to. */
  readonly folder: string;
  readonly globs: readonly string[];
}

/** `editor` is what the client said, of whatever shape; `file` is what lies on the disk for `folder`, if it does. */
export function configure(editor: unknown, folder: string, file?: FolderSettings): Configuration {
  const values: EditorSettings = isRecord(editor) ? editor : {};
  const parsed = checkSettings(analysisSettings(values));
  const base = file?.settings ?? defaultSettings;
  return {
    enabled: values.enable !== false,
    onType: values.run !== 'onSave',
    allFiles: values.diagnosticMode === 'workspace',
    settings: mergeSettings(base, parsed.settings),
    exclusions: [
      { folder: file?.folder ?? folder, globs: base.exclude },
      { folder, globs: parsed.settings.exclude ?? [] },
    ],
    problems: [
      ...(file?.problems ?? []).map((problem) => `${problem.file}: ${problem.message}`),
      ...parsed.problems.map((problem) => `The editor's ${settingsSection} settings: ${problem}`),
    ],
  };
}

/** Only what the analysis knows; editors send `null` for what is not set. */
function analysisSettings({ rules, exclude, blocking }: EditorSettings): Record<string, unknown> {
  const entries = Object.entries({ rules, exclude, blocking });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
