import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { Finding } from '../../src/core/findings';
import type { ShowMessage } from '../../src/protocol/panel';
import { launchChromium } from '../host/chromium';
import { buildPanel, openPanel, showMessage, type PanelFiles, type PanelPage, type View } from './page';
import { longPath, sampleFinding, step } from './samples';
import { themes, type ThemeName } from './themes';

const widths = [220, 400, 800];
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

describe('the panel in a browser', function () {
  this.timeout(60_000);
  let browser: Browser;
  let files: PanelFiles;
  let panel: PanelPage;
  const opened: PanelPage[] = [];

  before(async () => {
    [browser, files] = await Promise.all([launchChromium(), buildPanel()]);
  });
  after(() => browser.close());
  afterEach(async () => {
    const errors = opened.flatMap((one) => one.errors);
    await Promise.all(opened.map(({ page }) => page.close()));
    opened.length = 0;
    assert.deepEqual(errors, [], 'the page complained');
  });

  async function open(view?: View): Promise<PanelPage> {
    panel = await openPanel(browser, files, view);
    opened.push(panel);
    return panel;
  }

  async function show(message: ShowMessage = showMessage(sampleFinding()), view?: View): Promise<PanelPage> {
    await open(view);
    await panel.send(message);
    await panel.page.waitForSelector('main h1');
    return panel;
  }

  it('asks for its state as soon as it is loaded', async () => {
    await open();
    assert.deepEqual(await panel.said(), [{ type: 'ready' }]);
  });

  it('shows title, sentence, cost, chain, remedy, drawing and the way to the rule', async () => {
    const { page } = await show();
    const { explanation } = showMessage(sampleFinding());
    const text = await page.locator('main').innerText();
    for (const part of [explanation.title, explanation.sentence, explanation.cost, explanation.remedy]) {
      assert.ok(text.includes(part.replaceAll('`', '')), part);
    }
    assert.deepEqual(await page.locator('.chain .frame').allInnerTexts(), [
      'loadConfig\nsrc/server.ts:12 in getUser',
      'fs.readFileSync\nsrc/config.ts:7 in loadConfig',
    ]);
    assert.deepEqual(await page.locator('[role=img]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))), [
      explanation.timeline.summary,
      explanation.freed?.summary,
    ]);
    assert.equal(await page.locator('nav a').getAttribute('href'), sampleFinding().link);
  });

  it('draws a segment where it happens', async () => {
    const { page } = await show();
    const { timeline } = showMessage(sampleFinding()).explanation;
    const held = timeline.lanes[0]?.segments[1];
    assert.equal(held?.kind, 'blocks');
    const picture = await page.locator('.picture > svg').first().boundingBox();
    const box = await page.locator('.picture > svg .blocks').first().boundingBox();
    assert.ok(picture && box);
    const scale = picture.width / timeline.durationMs;
    // The stroke adds half a pixel at each side.
    assert.ok(Math.abs(box.x - picture.x - held.startMs * scale) < 1.5);
    assert.ok(Math.abs(box.width - (held.endMs - held.startMs) * scale) < 2.5);
  });

  it('says the drawing in words', async () => {
    const { page } = await show();
    await page.locator('summary').first().press('Enter');
    assert.deepEqual((await page.locator('details').first().locator('li').allInnerTexts()).slice(0, 2), [
      'getUser: runs, 0 to 3 ms; waits for the disk and holds the thread, 3 to 23 ms; runs, 23 to 26 ms.',
      'Another request or event: waits for the thread, 7 to 26 ms; runs, 26 to 30.5 ms.',
    ]);
  });

  it('explains the loop in general, without chain, pin and rule', async () => {
    const { page } = await show(showMessage());
    assert.equal(await page.locator('h1').innerText(), 'One thread, one task at a time');
    assert.equal(await page.locator('.chain, button').count(), 0);
    assert.equal(await page.locator('.picture > svg .elsewhere').count(), 1);
  });

  it('reaches every frame by keyboard in order, and Enter opens it', async () => {
    const { page, said } = await show(showMessage(sampleFinding({ path: longPath(6) }), 7));
    const stops = await tabThrough(panel);
    const frames = stops.filter((stop) => stop.startsWith('helper') || stop.startsWith('fs.'));
    assert.deepEqual(frames, ['helper1', 'helper2', 'helper3', 'helper4', 'helper5', 'fs.readFileSync']);
    assert.deepEqual(stops.at(0), 'Pin');
    assert.deepEqual(stops.slice(-2), ['Read more: Synchronous file access', 'Documentation of the operation']);
    await page.locator('.frame').nth(4).focus();
    await page.keyboard.press('Enter');
    assert.deepEqual((await said()).at(-1), { type: 'open', version: 7, step: 4 });
  });

  it('shows where the focus is', async () => {
    const { page } = await show();
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    assert.equal(outline, 'solid');
  });

  it('folds a chain of 40 in its middle, and unfolds it', async () => {
    const { page, said } = await show(showMessage(sampleFinding({ path: longPath(40) })));
    assert.equal(await page.locator('.frame').count(), 8);
    await page.getByRole('button', { name: 'Show 32 calls between' }).press('Enter');
    assert.equal(await page.locator('.frame').count(), 40);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'helper5src/chain.ts:5 in helper4');
    await page.locator('.frame').nth(39).press('Enter');
    assert.deepEqual((await said()).at(-1), { type: 'open', version: 1, step: 39 });
  });

  it('says pin, follow, read more and retry', async () => {
    const { page, said, send } = await show();
    await page.getByRole('button', { name: 'Pin' }).press('Enter');
    await send({ ...showMessage(sampleFinding()), pinned: true });
    await page.getByRole('button', { name: 'Follow the cursor' }).press('Space');
    await page.getByRole('button', { name: /^Read more/ }).click();
    await send({ type: 'failed', message: 'The server is not running.' });
    assert.match(await page.locator('main').innerText(), /The server is not running\./);
    await page.getByRole('button', { name: 'Try again' }).click();
    assert.deepEqual((await said()).slice(1), [
      { type: 'pin', pinned: true },
      { type: 'pin', pinned: false },
      { type: 'readMore' },
      { type: 'retry' },
    ]);
  });

  it('announces a new explanation politely, and keeps the focus where it is', async () => {
    const { page, send } = await show();
    await page.getByRole('button', { name: 'Pin' }).focus();
    await send(showMessage(sampleFinding({ rule: 'sleep' }), 2));
    await page.waitForFunction(() => document.querySelector('[aria-live=polite]')?.textContent?.includes('sleeps'));
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Pin');
  });

  it('moves only where motion is wanted', async () => {
    const moving = () => panel.page.evaluate(() => getComputedStyle(document.querySelector('.picture svg')!).animationName);
    await show(undefined, { reducedMotion: false });
    assert.equal(await moving(), 'draw');
    await panel.page.evaluate(() => document.body.classList.add('vscode-reduce-motion'));
    assert.equal(await moving(), 'none');
    await panel.page.close();
    await show(undefined, { reducedMotion: true });
    assert.equal(await moving(), 'none');
  });

  it('shows hostile names as text', async () => {
    for (const width of widths) {
      const { page } = await show(showMessage(hostileFinding), { width });
      assert.equal(await page.locator('img, script:not([nonce])').count(), 0);
      assert.ok((await page.locator('.frame').first().innerText()).startsWith(image));
      assert.equal(await page.evaluate(() => 'hacked' in globalThis), false);
      assert.equal(await overflow(panel), 0);
      await page.close();
    }
  });

  it('refuses a link that is not one of the web', async () => {
    const { page } = await show(showMessage(sampleFinding({ link: 'javascript:alert(1)' })));
    assert.equal(await page.locator('a').count(), 0);
  });

  for (const theme of Object.keys(themes) as ThemeName[]) {
    it(`is accessible and fits at every width in the theme ${theme}`, async () => {
      for (const width of widths) {
        const { page, send } = await show(showMessage(), { theme, width });
        for (const [version, finding] of [undefined, sampleFinding(), hostileFinding].entries()) {
          await send(showMessage(finding, version + 2));
          await page.locator('summary').first().click();
          assert.equal(await overflow(panel), 0, `message ${version} at ${width}`);
          if (width === 220) assert.deepEqual(await violations(panel), [], `message ${version}`);
        }
        await page.close();
      }
    });
  }
});

const image = '<img src=x onerror="globalThis.hacked = true">';

const hostileFinding: Finding = sampleFinding({
  context: { kind: 'async-function', name: 'קרא_קובץ\u202e_async', phase: 'loop' },
  cost: { class: 'long', why: image },
  path: [
    step(image, `${'very-long-folder-name/'.repeat(12)}server.ts`, 1, '</code><script>globalThis.hacked = true</script>'),
    step('a'.repeat(400), 'b.ts', 2, 'مساعد'),
    step('`${globalThis.hacked = true}`', 'c.ts', 3, 'x'.repeat(300)),
  ],
});

/** What has the focus, stop by stop, from the first to the last. */
async function tabThrough({ page }: PanelPage): Promise<readonly string[]> {
  const stops: string[] = [];
  for (let stop = 0; stop < 30; stop += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(
      () => document.activeElement?.querySelector('code')?.textContent ?? document.activeElement?.textContent,
    );
    if ((await page.evaluate(() => document.activeElement === document.body)) || label === stops[0]) break;
    stops.push(label ?? '');
  }
  return stops;
}

/** By how many pixels the page is wider than its window. */
async function overflow({ page }: PanelPage): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

async function violations({ page }: PanelPage): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`,
  );
}
