// What a person sees of a scan of a large workspace in a real VS Code: how far it is, and that it stops
// when it is told to. Keys and mouse only. The bundles must have been built.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { generateProgram } from '../bench/program';
import { hostVersions, installHost } from '../host/install';
import { openFile, openWorkbench, runCommand, waitForSquiggle, type Workbench } from '../host/workbench';
import { root } from './sample';

const version = hostVersions.at(-1) ?? hostVersions[0];
const reader = `import { readTemplate } from './src/shared/files';
export const read = async (name: string): Promise<string> => readTemplate(name);
`;
const pictures = join(root, 'out', 'screenshots');

describe(`a scan in VS Code ${version} in a browser`, function () {
  this.timeout(360_000);
  let folder: string;
  let window: Workbench;

  before(async () => {
    await mkdir(pictures, { recursive: true });
    folder = await realpath(await mkdtemp(join(tmpdir(), 'loopsight-scan-')));
    await generateProgram(folder, 60_000);
    await writeFile(join(folder, 'reader.ts'), reader);
    window = await openWorkbench({ host: await installHost(version), folder, extensionDevelopmentPath: root });
    window.page.setDefaultTimeout(150_000);
  });

  after(async () => {
    await window?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows how far it is, stops when it is cancelled, and finds all when it is not', async () => {
    const { page } = window;
    const notification = page.locator('.notifications-center .notification-list-item').filter({ hasText: 'Loopsight' });
    await openFile(page, 'reader.ts');
    await waitForSquiggle(page, 'readTemplate', 120_000);
    await scan(page);
    await notification.getByText(/(?:reading|analyzing|\d+ of) .*files/).waitFor();
    await page.screenshot({ path: join(pictures, 'scan.png') });
    await notification.getByRole('button', { name: 'Cancel' }).click();
    const cancelled = performance.now();
    await notification.first().waitFor({ state: 'detached' });
    const ms = Math.round(performance.now() - cancelled);
    console.log(`      gone ${ms} ms after the click`);
    assert.ok(ms < 2_000, `it was there for another ${ms} ms`);
    await page.waitForTimeout(3_000);
    assert.equal(await notification.count(), 0, 'it tells of findings though it was cancelled');
    await scan(page);
    await notification.getByText(/\d+ findings? in \d+ file/).waitFor();
    await page.screenshot({ path: join(pictures, 'scanned.png') });
  });
});

/** A workbench that is driven by a test shows notifications only where they are listed. */
async function scan(page: Page): Promise<void> {
  await runCommand(page, 'Loopsight: Scan Workspace');
  await runCommand(page, 'Notifications: Show Notifications');
}
