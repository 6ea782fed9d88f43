// A workspace folder for tests, and what a fresh check says about it.

import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../../src/core/findings';
import { groupByPath } from '../../src/server/analysis';
import { toDiagnostics } from '../../src/server/diagnostics';
import { nearCalls } from '../../src/server/neighbourhood';
import { check } from '../../src/workspace/check';
import { brief, sleep, type TestClient } from './lspClient';

export class WorkspaceFolder {
  private constructor(readonly path: string) {}

  static async create(texts: Readonly<Record<string, string>> = {}): Promise<WorkspaceFolder> {
    const folder = new WorkspaceFolder(await realpath(await mkdtemp(join(tmpdir(), 'loopsight-workspace-'))));
    await folder.writeAll(texts);
    return folder;
  }

  get uri(): string {
    return pathToFileURL(this.path).href;
  }

  uriOf(name: string): string {
    return pathToFileURL(join(this.path, name)).href;
  }

  async write(name: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.path, name)), { recursive: true });
    await writeFile(join(this.path, name), text);
  }

  async writeAll(texts: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(texts)) await this.write(name, text);
  }

  async remove(name = '.'): Promise<void> {
    await rm(join(this.path, name), { recursive: true, force: true });
  }

  /** What a fresh check finds, with the texts of open documents in place of those on the disk. */
  async checked(open: ReadonlyMap<string, string> = new Map()): Promise<Problems> {
    const copy = await WorkspaceFolder.create();
    try {
      await cp(this.path, copy.path, { recursive: true });
      await copy.writeAll(Object.fromEntries(open));
      const { findings } = await check(['.'], { cwd: copy.path });
      return sorted([...groupByPath(findings)].map(([file, list]) => [file, this.#described(list)] as const));
    } finally {
      await copy.remove();
    }
  }

  /** What a client shows: open documents as it pulls them, the others as it was told. */
  async shown(client: TestClient, open: Iterable<string> = []): Promise<Problems> {
    const documents = [...open];
    const pulled: (readonly [string, readonly string[]])[] = [];
    for (const name of documents) pulled.push([name, brief(await client.diagnostics(this.uriOf(name))).sort()]);
    const told = [...client.problems].map(
      ([uri, list]) => [decodeURIComponent(uri.slice(this.uri.length + 1)), brief(list).sort()] as const,
    );
    return sorted([...pulled, ...told.filter(([name]) => !documents.includes(name))]);
  }

  #described(findings: readonly Finding[]): readonly string[] {
    return brief(toDiagnostics(findings, { rulesUri: '', uriOf: (path) => path })).sort();
  }
}

/** By file, those that have any: `rule line:character severity`. */
export type Problems = Readonly<Record<string, readonly string[]>>;

function sorted(entries: readonly (readonly [string, readonly string[]])[]): Problems {
  const found = entries.filter(([, list]) => list.length > 0);
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Files that together have more call sites than are analyzed at each key. */
export function bulk(): Record<string, string> {
  const text = (name: string) => `export function ${name}(list) {\n${'  list.push(String(list.length));\n'.repeat(nearCalls / 4)}}\n`;
  return Object.fromEntries(['one', 'two', 'three'].map((name) => [`bulk/${name}.js`, text(name)]));
}

/** Waits until something is as expected; fails with the difference. */
export async function eventually<T>(read: () => Promise<T> | T, expected: T, fail: (actual: T) => void, timeoutMs = 60_000): Promise<void> {
  const limit = Date.now() + timeoutMs;
  for (;;) {
    const actual = await read();
    if (JSON.stringify(actual) === JSON.stringify(expected)) return;
    if (Date.now() > limit) return fail(actual);
    await sleep(30);
  }
}
