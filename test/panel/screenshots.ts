// Draws the panel in every theme, width and kind of finding, for people to look at:
// npx tsx test/panel/screenshots.ts [folder]

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../src/core/findings';
import { launchChromium } from '../host/chromium';
import { buildPanel, openPanel, showMessage } from './page';
import { longPath, sampleFinding } from './samples';
import { themes, type ThemeName } from './themes';

const scenes: Readonly<Record<string, Finding | undefined>> = {
  general: undefined,
  file: sampleFinding(),
  deadlock: sampleFinding({
    rule: 'loop-deadlock',
    api: '',
    severity: 'error',
    cost: { class: 'unbounded', why: 'only a callback of this loop sets the flag that it waits for' },
    path: [{ ...sampleFinding().path[0]!, name: 'while (!done)' }],
    remedy: { kind: 'advice', note: 'await a promise that the callback resolves' },
  }),
  long: sampleFinding({
    rule: 'sync-crypto',
    cost: { class: 'long', why: '600,000 iterations of a hash' },
    path: longPath(40),
    context: { kind: 'timer-callback', name: '', phase: 'loop' },
    remedy: { kind: 'worker', note: 'the asynchronous variant computes on the loop all the same' },
  }),
  startup: sampleFinding({ severity: 'information', context: { kind: 'module', name: '', phase: 'startup' } }),
  tooling: sampleFinding({ severity: 'hint', context: { kind: 'function', name: 'main', phase: 'tooling' } }),
};

const widths = [220, 400, 800];

async function main(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const files = await buildPanel();
  const browser = await launchChromium();
  for (const theme of Object.keys(themes) as ThemeName[]) {
    for (const width of widths) {
      const { page, send } = await openPanel(browser, files, { theme, width, scale: 2 });
      for (const [name, finding] of Object.entries(scenes)) {
        await send(showMessage(finding, name.length));
        await page.screenshot({ path: join(folder, `${name}-${theme.replaceAll(' ', '-')}-${width}.png`), fullPage: true });
      }
      await page.close();
    }
  }
  await browser.close();
}

void main(process.argv[2] ?? 'out/panel');
