// The files that both sides are given: a tree of their own that holds nothing else, so that each side's own
// rules about what to skip cannot make the lists differ.

import { copyFile, mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { discover } from '../../src/workspace/discover';
import { slashed } from '../../src/workspace/paths';
import { readSource } from '../../src/workspace/read';

export interface Tree {
  readonly root: string;
  /** Lines of each file, by its path in the tree. */
  readonly files: ReadonlyMap<string, number>;
  readonly lines: number;
  remove(file: string): Promise<void>;
}

/** Copies what a person would have analyzed: files whose names end so and that are neither minified nor generated, and the manifests around them. */
export async function copySources(folders: readonly string[], root: string, ending: string): Promise<Tree> {
  const files = new Map<string, number>();
  for (const folder of folders) {
    const from = slashed(resolve(folder));
    const to = join(root, nameOf(folder));
    const { files: found, configs } = await discover([from]);
    for (const { path } of found.filter((file) => file.path.endsWith(ending))) {
      const source = await readSource(path, false);
      if (source.kind !== 'text') continue;
      const target = await copyTo(path, join(to, relative(from, path)));
      files.set(slashed(relative(root, target)), source.text.split('\n').length);
    }
    for (const config of configs.keys()) if (config.startsWith(`${from}/`)) await copyTo(config, join(to, relative(from, config)));
  }
  return {
    root,
    files,
    get lines() {
      return [...files.values()].reduce((sum, lines) => sum + lines, 0);
    },
    remove: async (file) => {
      files.delete(file);
      await rm(join(root, file));
    },
  };
}

/** `node_modules/eslint/lib` becomes `eslint-lib`: no name in it may look like something to skip. */
function nameOf(folder: string): string {
  const parts = slashed(folder).split('/');
  return parts.includes('node_modules') ? parts.slice(parts.lastIndexOf('node_modules') + 1).join('-') : basename(resolve(folder));
}

async function copyTo(from: string, to: string): Promise<string> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
  return to;
}
