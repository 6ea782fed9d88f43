// A scanner that dies: once is survived, twice is enough; open documents are analyzed all the same.

import assert from 'node:assert/strict';
import type { ScannerLink, ScannerListener } from '../../src/server/ports';
import { Signals } from '../../src/server/scanner/signals';
import type { ToScanner } from '../../src/server/scanner/messages';
import { configure } from '../../src/server/configuration';
import { Surroundings } from '../../src/server/surroundings';

interface Started {
  readonly listener: ScannerListener;
  readonly told: ToScanner[];
}

function start() {
  const started: Started[] = [];
  const log: string[] = [];
  const say = (message: string) => void log.push(message);
  const startScanner = (_root: string, listener: ScannerListener): ScannerLink => {
    const told: ToScanner[] = [];
    started.push({ listener, told });
    return { signals: new Signals(), post: (message) => void told.push(message), stop: () => undefined };
  };
  const surroundings = new Surroundings('/w', {
    ports: { startScanner },
    log: { info: say, warn: say, error: say },
    configuration: () => Promise.resolve(configure({}, '/w')),
    changed: () => undefined,
    progress: () => undefined,
  });
  return { surroundings, started, log };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a scanner that dies', () => {
  it('is started again once, and told all that counts', async () => {
    const { surroundings, started, log } = start();
    surroundings.start();
    surroundings.textRead('/w/a.js', 'javascript', 'first');
    surroundings.textRead('/w/a.js', 'javascript', 'second');
    await turn();
    started[0]?.listener.ended('out of memory');
    await turn();
    assert.match(log.join(), /The scan of \/w has ended unexpectedly \(out of memory\)\. It is started again\./);
    const told = started[1]?.told ?? [];
    assert.deepEqual(
      told.flatMap((message) => (message.kind === 'text' ? message.text : [])),
      ['second'],
    );
    assert.ok(told.some(({ kind }) => kind === 'setup'));
  });

  it('is not started a third time, and keeps nobody waiting', async () => {
    const { surroundings, started, log } = start();
    surroundings.start();
    const final = surroundings.final();
    started[0]?.listener.ended('once');
    started[1]?.listener.ended('twice');
    await final;
    await surroundings.rest();
    surroundings.start();
    surroundings.textRead('/w/a.js', 'javascript', 'text');
    assert.equal(started.length, 2);
    assert.match(log.join(), /Only the open documents, and what is near them, are analyzed from now on\./);
    assert.equal(surroundings.whole, undefined);
    assert.equal(surroundings.isScanned, false);
  });

  it('counts no longer for what it said before', async () => {
    const { surroundings, started } = start();
    surroundings.start();
    await turn();
    const { listener, told } = started[0] as Started;
    const setup = told.findLast((message) => message.kind === 'setup');
    const big = { path: '/w/big.js', stamp: 1, digest: '', calls: 1_000_000, imports: [] };
    listener.receive({ kind: 'index', revision: setup?.revision ?? 0, content: 1, files: [big], gone: [] });
    listener.receive({ kind: 'findings', content: 1, findings: [] });
    assert.ok(surroundings.whole);
    surroundings.textRead('/w/a.js', 'javascript', 'text');
    assert.equal(surroundings.whole, undefined, 'a text has changed since');
    listener.receive({ kind: 'index', revision: (setup?.revision ?? 0) + 1, content: 1, files: [], gone: [] });
    assert.ok(surroundings.whole, 'what has changed turned out to be the same');
    listener.ended('gone');
    assert.equal(surroundings.whole, undefined);
  });
});
