// Which files a project starts as programs, and which it offers as a library: what its packages say.

import type { ProgramNames } from './knowledge';
import type { Manifest, Modules } from './link/modules';
import type { Program, ProgramFile } from './link/program';

export interface Started {
  /** Files that a person or a script runs: `bin`, `node file.js` in a script, `#!`, a folder of commands. */
  readonly commands: ReadonlySet<ProgramFile>;
  /** Files that others import by the package's name. */
  readonly library: ReadonlySet<ProgramFile>;
}

/** Reads what packages say about their files. */
export function startedFiles({ files }: Program, modules: Modules, names: ProgramNames): Started {
  const inFolders = modules.manifests.flatMap(({ folder }) => names.commandFolders.map((name) => `${folder}/${name}/`));
  const isCommand = ({ facts }: ProgramFile): boolean => facts.executable || inFolders.some((folder) => facts.path.startsWith(folder));
  const named = modules.manifests.flatMap((manifest) => commandsOf(manifest, modules, names));
  return {
    commands: new Set([...files.filter(isCommand), ...named]),
    library: new Set(modules.manifests.flatMap((manifest) => libraryOf(manifest, modules))),
  };
}

function commandsOf({ folder, json }: Manifest, modules: Modules, { runners }: ProgramNames): ProgramFile[] {
  const paths = [...strings(json['bin']), ...strings(json['scripts']).flatMap((script) => scriptsRunBy(script, new Set(runners)))];
  return paths.flatMap((path) => modules.at(folder, path) ?? []);
}

/** What `NODE_ENV=test node -r dotenv/config server.js --port 80 && ...` runs: any argument may be it. */
function scriptsRunBy(script: string, runners: ReadonlySet<string>): string[] {
  return script.split(/&&|\|\|?|;/).flatMap((command) => {
    const words = command.trim().split(/\s+/);
    const runner = words.findIndex((word) => runners.has(word));
    return runner < 0 ? [] : words.slice(runner + 1).filter((word) => !word.startsWith('-'));
  });
}

function libraryOf({ folder, json }: Manifest, modules: Modules): ProgramFile[] {
  const entries = ['main', 'module', 'source', 'browser', 'exports'].flatMap((field) => strings(json[field]));
  return [...entries, 'index'].flatMap((path) => modules.at(folder, path) ?? []);
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
