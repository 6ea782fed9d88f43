// What the server wants to hear of the disk, and what it means.
// Invariant: a folder that goes takes its files with it. Clients tell of the folder alone, and then
// only those who asked about everything; so everything is asked about, but only when it goes.

import { FileChangeType, WatchKind, type FileEvent, type FileSystemWatcher } from 'vscode-languageserver';
import type { Ports } from './ports';
import type { DiskChanges } from './scanner/messages';
import type { Session } from './session';
import { pathOf } from './uris';

export const watchers: FileSystemWatcher[] = [
  { globPattern: '**/{loopsight,package,[jt]sconfig,[jt]sconfig.*}.json' },
  { globPattern: '**/.gitignore' },
  { globPattern: '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}' },
  { globPattern: '**', kind: WatchKind.Delete },
];

/** True for a file that decides which sources there are, or what applies to them. */
export function isSetupFile({ uri }: FileEvent): boolean {
  return /\/(?:loopsight|package|[jt]sconfig(?:\.[^/]+)?)\.json$|\/\.gitignore$/.test(uri);
}

/** What the events mean for one folder, as one change: a branch that is switched is not read file by file. */
export function diskChangesFor(session: Session, events: readonly FileEvent[], ports: Pick<Ports, 'languageOf'>): DiskChanges | undefined {
  const all = events.map(({ uri, type }) => ({ path: pathOf(uri), type }));
  const sources = all.filter(({ path }) => ports.languageOf(path) !== undefined);
  const others = all.filter(({ path, type }) => type === FileChangeType.Deleted && ports.languageOf(path) === undefined);
  const cameOrWent = sources.some(({ type }) => type !== FileChangeType.Changed) || others.some(({ path }) => session.holdsInside(path));
  const paths = sources.map(({ path }) => path);
  return paths.length > 0 || cameOrWent ? { paths, cameOrWent } : undefined;
}
