// What a person reads on the screen of a workbench, and waits for.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import type { FrameLocator, Locator, Page } from 'playwright-core';
import { goTo, runCommand, squiggles, type Squiggle } from '../host/workbench';
import type { Place } from './sample';

/** The lines of the editor that are on the screen, from top to bottom. */
export async function visibleLines(page: Page): Promise<readonly string[]> {
  const lines = await page.locator('.editor-instance .view-line').evaluateAll((all) =>
    all
      .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent }))
      .sort((one, other) => one.top - other.top)
      .map(({ text }) => text),
  );
  // VS Code draws spaces as no-break spaces.
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}

/** Waits until the editor shows exactly this line. */
export async function untilLine(page: Page, text: string): Promise<void> {
  await until(page, `the line "${text}"`, async () => {
    const lines = await visibleLines(page);
    return { reached: lines.includes(text), seen: lines };
  });
}

/** Waits until what is underlined satisfies the condition. */
export async function untilSquiggles(page: Page, what: string, condition: (all: readonly Squiggle[]) => boolean): Promise<void> {
  await until(page, what, async () => {
    const all = await squiggles(page);
    return { reached: condition(all), seen: all };
  });
}

/** Waits until the cursor is on that line, as the status bar tells it. */
export async function untilCursorOn(page: Page, line: number): Promise<void> {
  await page
    .locator('.statusbar-item')
    .filter({ hasText: new RegExp(`Ln ${line}, Col `) })
    .first()
    .waitFor();
}

/** Opens the menu of the light bulb at the cursor. */
export async function openQuickFixes(page: Page): Promise<Locator> {
  const rows = page.locator('.action-widget .monaco-list-row');
  // Asked for while other extensions still start, the menu may not come: a person presses the keys again.
  for (let attempt = 0; attempt < 8 && (await rows.count()) === 0; attempt++) {
    await page.keyboard.press('Control+.');
    await rows
      .first()
      .waitFor({ timeout: 8_000 })
      .catch(() => undefined);
  }
  await rows.first().waitFor();
  return rows;
}

/** The rows of the Problems view about the calls that block. */
export async function openProblems(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+Shift+M');
  const rows = page.locator('.markers-panel .monaco-list-row').filter({ has: page.locator('.marker-source', { hasText: 'loopsight' }) });
  await rows.first().waitFor();
  return rows;
}

/** Puts the cursor there and asks for the explanation. */
export async function explainAt(page: Page, { line, column }: Place): Promise<void> {
  await goTo(page, line, column);
  await runCommand(page, 'Loopsight: Explain Event Loop');
}

/** The document of the side panel, whatever other webviews are open. */
export function panelOf(page: Page): FrameLocator {
  return webviewOf(page, 'loopsight.loopsight');
}

/** The document of the page of a rule, which VS Code's own preview shows. */
export function rulePageOf(page: Page): FrameLocator {
  return webviewOf(page, 'vscode.markdown');
}

function webviewOf(page: Page, extension: string): FrameLocator {
  return page.frameLocator(`iframe.webview.ready[src*="extensionId=${extension}"]`).frameLocator('iframe#active-frame');
}

interface Look {
  readonly reached: boolean;
  /** For the message if it is never reached. */
  readonly seen: unknown;
}

async function until(page: Page, what: string, look: () => Promise<Look>): Promise<void> {
  const limit = Date.now() + limitMs;
  for (;;) {
    const { reached, seen } = await look();
    if (reached) return;
    if (Date.now() > limit) throw new Error(`Waited in vain for ${what}; there is ${JSON.stringify(seen)}.`);
    await page.waitForTimeout(100);
  }
}

const limitMs = 120_000;
