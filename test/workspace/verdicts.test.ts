// A thread decides about regular expressions: all of them, also while the one that asked is busy, and also
// if one of them never ends.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { PatternQuestion } from '../../src/core/verdicts';
import { decideOnThread } from '../../src/workspace/regex/thread';
import { temporaryFolder } from './temporary';

describe('regular expressions on a thread', function () {
  this.timeout(30_000);
  const folder = temporaryFolder({
    'decides.js': `require('node:worker_threads').parentPort.on('message', ({ pattern }) => {
      if (pattern === 'dies') throw new Error('gone');
      while (pattern === 'hangs');
      require('node:worker_threads').parentPort.postMessage({ growth: 'polynomial', degree: pattern.length, attack: {} });
    });`,
  });
  const script = join(folder.path, 'decides.js');

  after(() => {
    folder.remove();
  });

  it('are decided while the thread that asks is busy for longer than one may take', async () => {
    const deciding = decideOnThread(script, ['a', 'bb', 'ccc'].map(question));
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const end = performance.now() + 3500; performance.now() < end;);
    assert.deepEqual((await deciding).map(degreeOf), [1, 2, 3]);
  });

  it('are decided but for those that hang or fail', async () => {
    const verdicts = await decideOnThread(script, ['a', 'hangs', 'ccc', 'dies', 'eeeee', 'hangs'].map(question));
    assert.deepEqual(verdicts.map(degreeOf), [1, undefined, 3, undefined, 5, undefined]);
  });
});

function question(pattern: string): PatternQuestion {
  return { pattern, flags: '', language: 'javascript', anchored: 'nowhere', least: 3 };
}

function degreeOf(verdict: Awaited<ReturnType<typeof decideOnThread>>[number]): number | undefined {
  return verdict?.growth === 'polynomial' ? verdict.degree : undefined;
}
