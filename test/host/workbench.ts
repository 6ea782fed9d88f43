// A workbench in a browser, for tests that look at the screen and use the keyboard.
// Invariant: a function that acts resolves when the screen shows the effect, so that tests need no
// sleeping; each gives up with playwright's own message after a minute.

// `readSquiggles` runs in the page.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchChromium } from './chromium';
import type { Host } from './install';
import { developmentPayload, startServer, workbenchUrl, type Server } from './serve';
import { themeSetting, writeUserSettings, type Settings, type Theme } from './settings';

export interface WorkbenchOptions {
  readonly host: Host;
  readonly folder: string;
  /** Absent when the extension was installed into `serverDataDir` before. */
  readonly extensionDevelopmentPath?: string | undefined;
  /** Default: a temporary folder, removed at the end. */
  readonly serverDataDir?: string | undefined;
  readonly settings?: Settings;
  readonly theme?: Theme;
  /** In CSS pixels; default 1280 x 800. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

export interface Workbench {
  readonly page: Page;
  readonly server: Server;
  readonly stop: () => Promise<void>;
}

/** Opens a folder in a fresh VS Code and waits for the explorer. Close it with `stop`. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const cleanUps: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of cleanUps.splice(0).reverse()) await step();
  };
  try {
    const serverDataDir = options.serverDataDir ?? (await temporaryFolder(cleanUps));
    const server = await serve(options, serverDataDir);
    cleanUps.push(server.stop);
    const browser = await launchChromium();
    cleanUps.push(() => browser.close());
    return { page: await openPage(browser, server, options), server, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Opens a file of the workspace by its name, through quick open. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+P');
  await pick(page, name, name);
  const base = name.split('/').pop() ?? name;
  await page.locator('.tab.active').filter({ hasText: base }).first().waitFor();
  await page.locator('.editor-instance .view-line').first().waitFor();
}

/** Runs a command by its title, with its category if it has one: `Loopsight: Show Panel`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await pick(page, `>${title}`, title);
}

/** Puts the cursor there (both counted from 1) in the active editor. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press('Control+G');
  const input = quickInput(page);
  await input.fill(`:${line}:${column}`);
  await input.press('Enter');
  await page
    .locator('.statusbar-item')
    .filter({ hasText: new RegExp(`Ln ${line}, Col ${column}(?!\\d)`) })
    .first()
    .waitFor();
}

/** Types with real keys: suggestions open and brackets close by themselves, as for a person. */
export async function typeAt(page: Page, line: number, column: number, text: string): Promise<void> {
  await goTo(page, line, column);
  await page.keyboard.type(text);
}

export interface Squiggle {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  /** The code that it underlines. */
  readonly text: string;
}

/** What is underlined on the screen now, from top to bottom. */
export async function squiggles(page: Page): Promise<readonly Squiggle[]> {
  return page.evaluate(readSquiggles);
}

/** Waits until that code is underlined; says what is underlined instead if it never is. */
export async function waitForSquiggle(page: Page, text: string, limitMs = 60_000): Promise<Squiggle> {
  const limit = Date.now() + limitMs;
  for (;;) {
    const all = await squiggles(page);
    const found = all.find((squiggle) => squiggle.text === text);
    if (found !== undefined) return found;
    if (Date.now() > limit) throw new Error(`Nothing underlines "${text}"; there is ${JSON.stringify(all)}.`);
    await page.waitForTimeout(100);
  }
}

/** The document of the webview that is visible: two frames deep in VS Code. */
export function webview(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

async function temporaryFolder(cleanUps: (() => Promise<unknown>)[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'loopsight-host-'));
  cleanUps.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return folder;
}

async function serve(options: WorkbenchOptions, serverDataDir: string): Promise<Server> {
  const theme = await themeSetting(options.host, options.theme ?? 'Default Dark Modern');
  await writeUserSettings(serverDataDir, { ...theme, ...options.settings });
  return startServer(options.host, { serverDataDir, smokeTestDriver: true });
}

async function openPage(browser: Browser, server: Server, options: WorkbenchOptions): Promise<Page> {
  const page = await browser.newPage({ viewport: options.viewport ?? { width: 1280, height: 800 } });
  // Twice playwright's own: a busy machine takes half a minute for the first start alone.
  page.setDefaultTimeout(60_000);
  const extensions = options.extensionDevelopmentPath === undefined ? [] : [options.extensionDevelopmentPath];
  await page.goto(workbenchUrl(server, { folder: options.folder, payload: developmentPayload(extensions) }));
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  return page;
}

function quickInput(page: Page) {
  return page.locator('.quick-input-widget:visible input.input').first();
}

/** Types into the quick input that is open and takes the entry that starts with that label. */
async function pick(page: Page, query: string, label: string): Promise<void> {
  await quickInput(page).fill(query);
  const base = label.split('/').pop() ?? label;
  // By what a screen reader reads: the visible label is cut into highlighted pieces.
  await page
    .locator(`.quick-input-list .monaco-list-row[aria-label^=${JSON.stringify(base)}]`)
    .first()
    .click();
}

/** Runs in the page, so it uses nothing from this file. */
function readSquiggles(): Squiggle[] {
  const characters = [...document.querySelectorAll('.editor-instance .view-line')].flatMap((line) => {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const found: { readonly text: string; readonly box: DOMRect }[] = [];
    while (walker.nextNode() !== null) {
      const node = walker.currentNode as Text;
      for (let at = 0; at < node.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        found.push({ text: node.data.charAt(at), box: range.getBoundingClientRect() });
      }
    }
    return found;
  });
  return [...document.querySelectorAll('.editor-instance [class*="squiggly-"]')].flatMap((element) => {
    const severity = /squiggly-(error|warning|info|hint)/.exec(element.className)?.[1];
    const box = element.getBoundingClientRect();
    const text = characters
      .filter(({ box: own }) => {
        const middle = { x: own.left + own.width / 2, y: own.top + own.height / 2 };
        return middle.x > box.left && middle.x < box.right && middle.y > box.top && middle.y < box.bottom;
      })
      .map((character) => character.text)
      .join('');
    return severity === undefined ? [] : [{ severity: severity as Squiggle['severity'], text }];
  });
}
