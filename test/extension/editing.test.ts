// Squiggles follow the text.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { randomEdit, seeded, startText } from '../server/randomEdits';
import {
  blocking,
  calleeRange,
  closeAll,
  diagnosticsOf,
  openFile,
  openUntitled,
  rangeOf,
  replace,
  show,
  shown,
  sleep,
  until,
  untilShown,
} from './editor';

const squiggle = 'sync-file 2:9-2:24 Warning';

describe('squiggles', () => {
  afterEach(closeAll);

  it('stand under the callee only, with a link to the page of the rule', async () => {
    const document = await openFile('callee.js', blocking);
    await untilShown(document, [squiggle]);
    const [diagnostic] = diagnosticsOf(document);
    assert.ok(diagnostic);
    assert.ok(diagnostic.range.isEqual(calleeRange));
    assert.equal(document.getText(diagnostic.range), 'fs.readFileSync');
    assert.ok(typeof diagnostic.code === 'object');
    assert.match(diagnostic.code.target.path, /\/media\/rules\/sync-file\.md$/);
    await vscode.workspace.fs.stat(diagnostic.code.target);
  });

  it('go when the function stops being async, and come back', async () => {
    const document = await openFile('async.js', blocking);
    await untilShown(document, [squiggle]);
    await replace(document, rangeOf(document, 'async '), '');
    await untilShown(document, []);
    await replace(document, rangeOf(document, 'function'), 'async function');
    await untilShown(document, [squiggle]);
  });

  it('go when a comment silences them', async () => {
    const document = await openFile('silenced.js', blocking);
    await untilShown(document, [squiggle]);
    await replace(document, new vscode.Range(2, 0, 2, 0), '  // loopsight-ignore-next-line sync-file -- read once\n');
    await untilShown(document, []);
  });

  it('stay elsewhere in a file that is broken at the cursor', async () => {
    const document = await openFile('broken.js', blocking);
    await untilShown(document, [squiggle]);
    await replace(document, new vscode.Range(4, 0, 4, 0), 'async function next( {\n  const x = fs.\n');
    await sleep(1000);
    assert.deepEqual(shown(document), [squiggle]);
  });

  it('appear in TypeScript, in JSX and in documents that lie nowhere', async () => {
    const typed = await openFile(
      'typed.ts',
      `import * as fs from 'node:fs';\nexport const f = async (a: string): Promise<Buffer> => fs.readFileSync(a);\n`,
    );
    await untilShown(typed, ['sync-file 1:55-1:70 Warning']);
    const jsx = await openFile('view.tsx', `export const View = () => <p onClick={async () => localStorage.getItem('a')} />;\n`);
    await until(() => shown(jsx).length === 1, 'a squiggle in JSX');
    const untitled = await openUntitled(blocking);
    await untilShown(untitled, [squiggle]);
  });

  it('appear in Python too, beside JavaScript, through a helper in another file', async () => {
    await openFile('slow_helper.py', 'import time\n\n\ndef pause():\n    time.sleep(1)\n');
    const caller = await openFile('handler.py', 'from slow_helper import pause\n\n\nasync def handle():\n    pause()\n');
    await untilShown(caller, ['sleep 4:4-4:9 Warning']);
    await replace(caller, rangeOf(caller, 'async def'), 'def');
    await untilShown(caller, []);
  });

  it('equal those of a fresh analysis after 1,000 random edits', async function () {
    this.timeout(240_000);
    const document = await openUntitled(startText);
    await until(() => shown(document).length > 0, 'the first squiggles');
    const random = seeded(19391);
    let compared = 0;
    for (let round = 1; round <= 1000; round++) {
      const { start, end, text } = randomEdit(document.getText(), random);
      await replace(document, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
      if (round % 250 !== 0 && round % 40 === 0) await replace(document, new vscode.Range(0, 0, document.lineCount, 0), startText);
      if (round % 250 === 0) compared += await compareWithFresh(document);
    }
    assert.ok(compared > 0, 'no compared text had findings');
  });
});

/** Compares a document with a new one of the same text, as soon as nothing moves any more; the number of squiggles. */
async function compareWithFresh(document: vscode.TextDocument): Promise<number> {
  const fresh = await openUntitled(document.getText());
  await show(document);
  const limit = Date.now() + 20_000;
  for (let quietSince = Date.now(); Date.now() - quietSince < 1000; await sleep(20)) {
    const isEqual = JSON.stringify(shown(document)) === JSON.stringify(shown(fresh));
    if (!isEqual) quietSince = Date.now();
    if (Date.now() > limit) assert.deepEqual(shown(document), shown(fresh), document.getText());
  }
  return shown(fresh).length;
}
