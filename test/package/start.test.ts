// `npm start`: the address that it prints answers, and Ctrl-C leaves nothing behind.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { defaultVersion, installHost } from '../host/install';
import { delay, spawnTree, type Tree } from '../host/processes';
import { root } from './vsix';

const patience = 180_000;

describe('npm start', function () {
  this.timeout(patience);
  let started: Tree;
  let output = '';

  before(async () => {
    // Downloading is not what is timed here; and without a PATH there is nothing to download with.
    await installHost(defaultVersion());
    const args = ['--import', 'tsx', join('test', 'host', 'start.ts'), '.', join('test', 'fixtures', 'sample', 'notes-server')];
    started = spawnTree(process.execPath, args, { cwd: root, env: withoutDesktop(), stdio: ['ignore', 'pipe', 'pipe'] });
    started.child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    started.child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  });

  after(() => started?.kill());

  it('prints an address that answers, until it is interrupted', async function () {
    if (process.platform === 'win32') this.skip(); // There is no SIGINT for another process.
    const address = await printedAddress();
    assert.match(address.searchParams.get('folder') ?? '', /notes-server$/);
    assert.match(await (await fetch(address)).text(), /workbench/);
    started.child.kill('SIGINT');
    assert.equal(await started.ended, 130, output);
    await assert.rejects(fetch(address), 'the server is still there');
  });

  async function printedAddress(): Promise<URL> {
    for (;;) {
      const address = /^ +(http:\/\/\S+)$/m.exec(output)?.[1];
      if (address !== undefined) return new URL(address);
      assert.equal(started.child.exitCode, null, output);
      await delay(100);
    }
  }
});

/** Somebody's own VS Code must not open, nor their browser. */
function withoutDesktop(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: '', DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
}
