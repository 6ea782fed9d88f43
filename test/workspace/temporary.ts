// Folders that a test fills and that go away after it.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { slashed } from '../../src/workspace/paths';

export interface TemporaryFolder {
  /** Absolute, with forward slashes; no link is on the way to it. */
  readonly path: string;
  remove(): void;
}

/** @param files texts or bytes by relative path; a path that ends in a slash is an empty folder */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): TemporaryFolder {
  const path = slashed(realpathSync(mkdtempSync(join(tmpdir(), 'loopsight-'))));
  for (const [name, content] of Object.entries(files)) {
    const file = join(path, name);
    mkdirSync(name.endsWith('/') ? file : dirname(file), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(file, content);
  }
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
