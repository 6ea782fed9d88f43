// The sample project in a real VS Code, with an ear on the console.
// Invariant: each window has a copy of the project of its own, so that typing changes no fixture.

import { cp, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ConsoleMessage, Page } from 'playwright-core';
import { installHost, type HostVersion } from '../host/install';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../host/workbench';

export const root = resolve(__dirname, '..', '..');

const sample = join(root, 'test', 'fixtures', 'sample', 'notes-server');

/** What is on the disk before anybody types. */
export const serverSource = readFile(join(sample, 'server.js'), 'utf8');

export interface SampleWindow extends Workbench {
  /** The copy of the project. */
  readonly folder: string;
  /** What went wrong in the extension or its webview so far, in the console's words. */
  readonly problems: readonly string[];
}

/** Opens a copy of the sample; the extension comes from this repository unless `serverDataDir` holds an installed one. */
export async function openSample(version: HostVersion, options: Partial<WorkbenchOptions> = {}): Promise<SampleWindow> {
  const host = await installHost(version);
  const scratch = await realpath(await mkdtemp(join(tmpdir(), 'loopsight-sample-')));
  const folder = join(scratch, 'notes-server');
  await cp(sample, folder, { recursive: true });
  const extension = options.serverDataDir === undefined ? root : undefined;
  const bench = await openWorkbench({ host, folder, extensionDevelopmentPath: extension, ...options });
  bench.page.setDefaultTimeout(patience);
  const stop = async () => {
    await bench.stop();
    await rm(scratch, { recursive: true, force: true });
  };
  return { ...bench, folder, problems: listen(bench.page), stop };
}

/** For a machine that does five other things at once. */
const patience = 150_000;

/** Both are counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The place of the first character of a text in a source. */
export function placeOf(source: string, text: string): Place {
  const at = source.indexOf(text);
  if (at < 0) throw new Error(`The sample does not contain "${text}".`);
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function listen(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (isOurs(message)) problems.push(message.text());
  });
  page.on('pageerror', (error) => {
    if (concernsUs.test(`${error.message}${error.stack ?? ''}`)) problems.push(error.message);
  });
  return problems;
}

/** VS Code says a lot about itself; the console of the extension host arrives in the page's. */
function isOurs(message: ConsoleMessage): boolean {
  return message.type() === 'error' && concernsUs.test(`${message.text()} ${message.location().url}`);
}

const concernsUs = /loopsight|Content Security Policy|Refused to/i;
