// Takes the pictures of media/screenshots/ from the packaged extension in a real VS Code:
// npx tsx test/browser/screenshots.ts [folder]
// Invariant: nothing in a picture is drawn by us; only the window's size and what is open are chosen.

/// <reference lib="dom" />

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { installHost } from '../host/install';
import { writeUserSettings, type Settings, type Theme } from '../host/settings';
import { goTo, openFile, runCommand, waitForSquiggle, webview } from '../host/workbench';
import { packAndInstall, root } from '../package/vsix';
import { paletteImage, type Pixels } from './png';
import { openSample, placeOf, serverSource, type Place } from './sample';
import { openProblems, openQuickFixes } from './screen';

const version = '1.139.1';

const themes: Readonly<Record<string, Theme>> = { dark: 'Default Dark Modern', light: 'Default Light Modern' };

/** In CSS pixels: smaller than a real window, so that the text is still read when the picture is shown at half its size. */
const wide: Size = { width: 960, height: 600 };
const tall: Size = { width: 960, height: 820 };
const enlargement = 1.5;
const sizeLimit = 150 * 1024;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Less around the code. */
const quiet: Settings = {
  'editor.minimap.enabled': false,
  'editor.guides.indentation': false,
  'editor.matchBrackets': 'never',
  'editor.occurrencesHighlight': 'off',
  'editor.cursorBlinking': 'solid',
  'editor.stickyScroll.enabled': false,
  'editor.overviewRulerLanes': 0,
  'editor.scrollbar.horizontal': 'hidden',
  'editor.scrollbar.vertical': 'hidden',
  'breadcrumbs.enabled': false,
  'workbench.reduceMotion': 'on',
};

async function main(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const installed = await packAndInstall(await installHost(version));
  try {
    await preferFont('Liberation Sans', dirname(installed.vsix));
    for (const [name, theme] of Object.entries(themes)) await takeAll(folder, name, theme, installed.serverDataDir);
  } finally {
    await installed.remove();
  }
}

/** For the browser, which is started later: what VS Code gets where it asks for the system's own font. */
async function preferFont(family: string, folder: string): Promise<void> {
  const file = join(folder, 'fonts.conf');
  const aliases = ['system-ui', 'sans-serif'].map(
    (name) => `<alias binding="strong"><family>${name}</family><prefer><family>${family}</family></prefer></alias>`,
  );
  await writeFile(file, `<?xml version="1.0"?><fontconfig><include>/etc/fonts/fonts.conf</include>${aliases.join('')}</fontconfig>`);
  process.env['FONTCONFIG_FILE'] = file;
}

async function takeAll(folder: string, name: string, theme: Theme, serverDataDir: string): Promise<void> {
  const { page, stop } = await openSample(version, {
    theme,
    serverDataDir,
    settings: { ...quiet, 'editor.lightbulb.enabled': 'on' },
    viewport: wide,
  });
  try {
    const source = await serverSource;
    await openFile(page, 'server.js');
    await waitForSquiggle(page, 'fs.readdirSync');
    const room = await studio(page);
    await keep(join(folder, `squiggle-${name}.png`), await takeSquiggle(room, source));
    await keep(join(folder, `quick-fix-${name}.png`), await takeQuickFix(room, source));
    // Where it is not the subject, it is in the way; VS Code takes a moment to read its settings again.
    await writeUserSettings(serverDataDir, { 'editor.lightbulb.enabled': 'off' });
    await page.waitForTimeout(5000);
    await keep(join(folder, `panel-${name}.png`), await takePanel(room, source));
  } finally {
    await stop();
  }
}

async function keep(file: string, picture: Buffer): Promise<void> {
  await writeFile(file, picture);
  console.log(`${file}: ${Math.round(picture.length / 1024)} KB`);
  if (picture.length > sizeLimit) throw new Error(`${file} is larger than ${sizeLimit / 1024} KB.`);
}

/** The code, and the same in the Problems view. */
async function takeSquiggle({ page, size, take }: Studio, source: string): Promise<Buffer> {
  await size(wide);
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await openProblems(page);
  // No row is chosen.
  await page.keyboard.press('Escape');
  await showFrom(page, placeOf(source, 'async function listNotes').line, { line: 1, column: 1 });
  await waitForSquiggle(page, 'fs.writeFileSync');
  const picture = await take();
  await page.keyboard.press('Control+J');
  await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  return picture;
}

async function takeQuickFix({ page, take }: Studio, source: string): Promise<Buffer> {
  await showFrom(page, placeOf(source, 'const server').line, placeOf(source, 'readdirSync('));
  await openQuickFixes(page);
  const picture = await take();
  await page.keyboard.press('Escape');
  return picture;
}

async function takePanel({ page, size, take }: Studio, source: string): Promise<Buffer> {
  await size(tall);
  await showFrom(page, placeOf(source, 'const server').line, placeOf(source, 'loadNote(name));'));
  await runCommand(page, 'Loopsight: Explain Event Loop');
  await webview(page).getByRole('heading', { name: 'fs.readFileSync holds the event loop' }).waitFor();
  await widen(page, 90);
  await page.locator('.lightBulbWidget').filter({ visible: true }).waitFor({ state: 'detached' });
  return take();
}

interface Studio {
  readonly page: Page;
  /** A change of size closes menus, so it comes before everything else. */
  readonly size: (size: Size) => Promise<void>;
  /** Waits until nothing moves any more: two pictures in a row are the same then. */
  readonly take: () => Promise<Buffer>;
}

/** One session for both: what it enlarges, no other one sees. */
async function studio(page: Page): Promise<Studio> {
  const session = await page.context().newCDPSession(page);
  const size = async (wanted: Size) => {
    await session.send('Emulation.setDeviceMetricsOverride', { ...wanted, deviceScaleFactor: enlargement, mobile: false });
  };
  const look = async () => {
    await page.waitForTimeout(1500);
    return (await session.send('Page.captureScreenshot', { format: 'png' })).data;
  };
  const take = async () => {
    let picture = await look();
    for (let next = await look(); next !== picture; next = await look()) picture = next;
    return paletteImage(await pixelsOf(page, picture));
  };
  return { page, size, take };
}

/** Puts the cursor there and scrolls so that the line is the first in the editor, with nothing of the one before. */
async function showFrom(page: Page, line: number, cursor: Place): Promise<void> {
  await goTo(page, 1, 1);
  const press = async (key: string, times: number) => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
  };
  await press('ArrowDown', cursor.line - 1);
  await press('ArrowRight', cursor.column - 1);
  await press('Control+ArrowDown', line - 1);
}

/** Drags the edge of the side bar to the right. */
async function widen(page: Page, by: number): Promise<void> {
  const bar = await page.locator('.part.sidebar').boundingBox();
  if (bar === null) throw new Error('The side bar is not visible.');
  const [x, y] = [bar.x + bar.width, bar.y + bar.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by, y, { steps: 5 });
  await page.mouse.up();
  // To where nothing reacts.
  await page.mouse.move(400, bar.y + bar.height + 12);
}

/** Lets the browser read its own picture. */
async function pixelsOf(page: Page, png: string): Promise<Pixels> {
  const blank = await page.context().browser()?.newPage();
  if (blank === undefined) throw new Error('The browser is gone.');
  const pixels = await blank.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const values = context?.getImageData(0, 0, width, height).data ?? [];
    const colors: number[] = [];
    for (let at = 0; at < values.length; at += 4)
      colors.push(((values[at] ?? 0) << 16) | ((values[at + 1] ?? 0) << 8) | (values[at + 2] ?? 0));
    return { width, height, colors };
  }, png);
  await blank.close();
  return pixels;
}

main(process.argv[2] ?? join(root, 'media', 'screenshots')).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
