// What a person sees who writes a blocking call in a real VS Code: the squiggle, the problem, the fix,
// the panel. Keys and mouse only. The bundles must have been built.

/// <reference lib="dom" />

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { hostVersions } from '../host/install';
import { goTo, openFile, runCommand, squiggles, typeAt, waitForSquiggle } from '../host/workbench';
import { openSample, placeOf, root, serverSource, type SampleWindow } from './sample';
import { explainAt, openProblems, openQuickFixes, panelOf, rulePageOf, untilCursorOn, untilLine, untilSquiggles } from './screen';

const patience = 180_000;
const pictures = join(root, 'out', 'screenshots');
const typed = `fs.readFileSync('x');`;

for (const version of hostVersions) {
  describe(`VS Code ${version} in a browser`, function () {
    this.timeout(patience);
    let window: SampleWindow;
    let page: Page;
    let source: string;

    before(async function () {
      this.timeout(2 * patience);
      await mkdir(pictures, { recursive: true });
      source = await serverSource;
      window = await openSample(version);
      page = window.page;
    });

    after(() => window?.stop());

    afterEach(async function () {
      const { title, state } = this.currentTest ?? {};
      if (state === 'failed') await page.screenshot({ path: picture(version, `failed ${title}`) }).catch(() => undefined);
    });

    it('underlines what blocks soon after a file is opened', async () => {
      await openFile(page, 'server.js');
      const opened = performance.now();
      assert.equal((await waitForSquiggle(page, 'fs.readdirSync', 120_000)).severity, 'warning');
      const sinceNavigation = await page.evaluate(() => performance.now());
      console.log(
        `      first squiggle ${ms(performance.now() - opened)} after the file was shown, ${ms(sinceNavigation)} after the window was opened`,
      );
      const all = await squiggles(page);
      assert.ok(
        all.some(({ severity, text }) => severity === 'info' && text === 'readFileSync'),
        'reading at startup is information only',
      );
    });

    describe('a blocking call, typed into an async function,', () => {
      const head = 'async function listNotes() {';
      let line: number;

      before(async () => {
        const start = placeOf(source, head);
        line = start.line + 1;
        await typeAt(page, start.line, start.column + head.length, `\n${typed}`);
        await untilLine(page, `  ${typed}`);
      });

      after(() => runCommand(page, 'File: Revert File'));

      it('is underlined, the callee and nothing else of it', async () => {
        await untilSquiggles(
          page,
          'one squiggle under fs.readFileSync',
          (all) => all.filter(({ text }) => text === 'fs.readFileSync').length === 1,
        );
        const touching = (await squiggles(page)).filter(({ text }) => text.includes('readFileSync') && text !== 'readFileSync');
        assert.deepEqual(touching, [{ severity: 'warning', text: 'fs.readFileSync' }]);
        await page.screenshot({ path: picture(version, 'squiggle') });
      });

      it('is listed among the problems', async () => {
        const row = (await openProblems(page)).filter({ hasText: `[Ln ${line}, Col 3]` });
        await row.waitFor();
        const text = await row.innerText();
        assert.match(text, /fs\.readFileSync blocks the event loop in listNotes/);
        assert.match(text, /loopsight\s+sync-file/);
        await page.screenshot({ path: picture(version, 'problems') });
        await page.keyboard.press('Control+J');
      });

      it('becomes an awaited call by its quick fix', async function () {
        this.retries(2);
        await waitForSquiggle(page, 'fs.readFileSync');
        await goTo(page, line, 6);
        const fixes = await openQuickFixes(page);
        await page.screenshot({ path: picture(version, 'quick-fix') });
        // The first one is chosen already: Enter takes it.
        assert.match(await fixes.filter({ hasText: /\S/ }).nth(1).innerText(), /Await fs\.promises\.readFile instead/);
        await page.keyboard.press('Enter');
        await untilLine(page, `  await fs.promises.readFile('x');`);
        await untilSquiggles(page, 'no squiggle there any more', (all) => all.every(({ text }) => !text.startsWith('fs.readFile')));
      });
    });

    describe('the panel', () => {
      before(() => untilLine(page, 'async function listNotes() {'));

      it('explains the loop in general where nothing blocks', async () => {
        await explainAt(page, placeOf(source, '// Read once'));
        await panelOf(page).getByRole('heading', { name: 'One thread, one task at a time' }).waitFor();
        assert.match(await sentence(panelOf(page)), /every request, timer and callback of a program on one thread/);
        await assertDrawn(panelOf(page), 0);
        await page.screenshot({ path: picture(version, 'panel-general') });
      });

      it('explains the call under the cursor: sentence, chain, timeline', async () => {
        await explainAt(page, placeOf(source, 'loadNote(name));'));
        const panel = panelOf(page);
        await panel.getByRole('heading', { name: 'fs.readFileSync holds the event loop' }).waitFor();
        assert.match(
          await sentence(panel),
          /^The async function listNotes calls loadNote, which reaches fs\.readFileSync\. .*no other request, timer or callback runs\.$/,
        );
        const [first = '', ...others] = await chain(panel);
        assert.match(first, /^loadNote server\.js:21\b/);
        assert.deepEqual(others, ['fs.readFileSync server.js:26 in loadNote']);
        await assertDrawn(panel, 1);
        await page.screenshot({ path: picture(version, 'panel') });
      });

      it('jumps to a step of the chain by a click', async () => {
        await panelOf(page).locator('.chain button').nth(1).click();
        await untilCursorOn(page, placeOf(source, 'fs.readFileSync(').line);
        await panelOf(page).getByRole('heading', { name: 'fs.readFileSync holds the event loop' }).waitFor();
      });

      it('is used by the keyboard alone', async () => {
        await explainAt(page, placeOf(source, 'loadNote(name));'));
        const first = panelOf(page).locator('.chain button').first();
        await first.waitFor();
        await tabTo(page, first);
        assert.notEqual(await first.evaluate((button) => getComputedStyle(button).outlineStyle), 'none', 'the focus is not visible');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await untilCursorOn(page, placeOf(source, 'fs.readFileSync(').line);
      });

      it('opens the page of the rule', async () => {
        await panelOf(page).getByRole('button', { name: 'Read more' }).click();
        await page.locator('.tab').filter({ hasText: 'sync-file.md' }).waitFor();
        await rulePageOf(page).getByText('sync-file').first().waitFor();
      });
    });

    describe('the console', () => {
      it('stays clean, though a breach of the content policy would show', async () => {
        assert.deepEqual(window.problems, []);
        await breachPolicy(panelOf(page));
        while (window.problems.length === 0) await page.waitForTimeout(100);
        assert.match(window.problems.join('\n'), /Content Security Policy/);
      });
    });
  });
}

function picture(version: string, name: string): string {
  return join(pictures, `${version} ${name}.png`.replace(/[^\w.-]+/g, '-'));
}

function ms(duration: number): string {
  return `${Math.round(duration)} ms`;
}

async function sentence(panel: FrameLocator): Promise<string> {
  return panel.locator('.lead').first().innerText();
}

/** The steps of the chain as a person reads them. */
async function chain(panel: FrameLocator): Promise<readonly string[]> {
  const steps = await panel.locator('.chain button').allInnerTexts();
  return steps.map((step) => step.replace(/\s+/g, ' '));
}

/** The first timeline has a size, a text for those who do not see it, and that many stretches that hold the thread. */
async function assertDrawn(panel: FrameLocator, held: number): Promise<void> {
  const drawing = panel.locator('.picture').first();
  assert.ok(await drawing.getAttribute('aria-label'));
  const size = await drawing.locator('svg').boundingBox();
  assert.ok(size && size.width > 150 && size.height > 60, `the timeline measures ${JSON.stringify(size)}`);
  const stretches = await drawing.locator('rect.blocks').all();
  assert.equal(stretches.length, held);
  for (const stretch of stretches) {
    assert.ok(((await stretch.boundingBox())?.width ?? 0) > 20, 'the stretch is too small to be seen');
    const [ink, paper] = await stretch.evaluate((rect) => [getComputedStyle(rect).stroke, getComputedStyle(rect).fill]);
    assert.ok(contrast(ink, paper) >= 3, `the stretch is ${ink} on ${paper}`);
  }
}

/** As WCAG counts it: 1 for two equal colours, 21 for black on white; a picture needs 3. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const values = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(color)?.slice(1).map(Number);
  assert.ok(values, `${color} is not an opaque colour`);
  const [red = 0, green = 0, blue = 0] = values.map((value) =>
    value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Moves the focus by the keyboard until it is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement && element.ownerDocument.hasFocus())) return;
    await page.keyboard.press('Tab');
  }
  assert.fail('The keyboard does not reach the chain.');
}

/** Does what only an attacker would: a script that the page did not come with. */
async function breachPolicy(panel: FrameLocator): Promise<void> {
  await panel.locator('body').evaluate((body) => {
    const script = body.ownerDocument.createElement('script');
    script.textContent = 'document.body.dataset.breached = "yes"';
    body.append(script);
  });
  assert.equal(await panel.locator('body').getAttribute('data-breached'), null);
}
