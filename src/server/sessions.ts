// The sessions of a window: one for each workspace folder, one for each document outside them.
// Invariant: every open document belongs to exactly one session, that of the innermost folder.

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Session, type SessionHost } from './session';
import { isOnDisk, pathOf } from './uris';

export class Sessions {
  #folders: readonly Session[] = [];
  readonly #lone = new Map<string, Session>();

  constructor(private readonly host: SessionHost) {}

  /** Replaces the workspace folders. Documents move to where they now belong. */
  setFolders(uris: readonly string[], documents: readonly TextDocument[]): void {
    for (const session of this.all()) session.stop();
    this.#folders = uris.map((uri) => this.#start(uri, pathOf(uri), true));
    this.#lone.clear();
    for (const document of documents) this.add(document);
  }

  get folderUris(): readonly string[] {
    return this.#folders.map(({ scope }) => scope.uri);
  }

  add(document: TextDocument): void {
    this.of(document.uri).add(document);
  }

  remove(uri: string): void {
    this.of(uri).remove(uri);
    this.#lone.delete(uri);
  }

  of(uri: string): Session {
    return this.folderOf(uri) ?? this.#loneSession(uri);
  }

  /** The session of the innermost folder that a file lies in. */
  folderOf(uri: string): Session | undefined {
    return this.foldersOf(uri).reduce<Session | undefined>(inner, undefined);
  }

  /** The folders that a file on the disk lies in. */
  foldersOf(uri: string): readonly Session[] {
    return this.#folders.filter(({ scope }) => isWithin(uri, scope.uri));
  }

  get folders(): readonly Session[] {
    return this.#folders;
  }

  async some(is: (session: Session) => Promise<boolean>): Promise<boolean> {
    return (await Promise.all(this.all().map(is))).includes(true);
  }

  all(): readonly Session[] {
    return [...this.#folders, ...this.#lone.values()];
  }

  #loneSession(uri: string): Session {
    const session = this.#lone.get(uri) ?? this.#start(uri, parentOf(pathOf(uri)), false);
    this.#lone.set(uri, session);
    return session;
  }

  #start(uri: string, root: string, isFolder: boolean): Session {
    return new Session({ uri, root, onDisk: isOnDisk(uri), isFolder }, this.host);
  }
}

function inner(best: Session | undefined, next: Session): Session {
  return best === undefined || next.scope.uri.length > best.scope.uri.length ? next : best;
}

/** Clients escape differently (`%3A` or `:`), so texts are compared only where both are no files. */
function isWithin(uri: string, folder: string): boolean {
  if (isOnDisk(uri) !== isOnDisk(folder)) return false;
  if (isOnDisk(uri)) return startsWithFolder(pathOf(uri), pathOf(folder));
  return startsWithFolder(uri, folder);
}

function startsWithFolder(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}
