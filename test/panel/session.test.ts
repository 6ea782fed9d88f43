import assert from 'node:assert/strict';
import { explain } from '../../src/core/explain';
import type { Finding } from '../../src/core/findings';
import { PanelSession, type Answer } from '../../src/extension/panelSession';
import type { ShowMessage, ToPanel } from '../../src/protocol/panel';
import { sampleFinding } from './samples';

const file = sampleFinding();
const sleep = sampleFinding({
  rule: 'sleep',
  api: 'global.Atomics.wait',
  context: { kind: 'timer-callback', name: 'tick', phase: 'loop' },
});

describe('the panel session', () => {
  it('says what the loop is before anything was asked, then what the cursor stands on', async () => {
    const { session, posted, answer } = start();
    const ready = session.receive({ type: 'ready' });
    assert.equal(shown(posted[0]).found, false);
    answer(file);
    await ready;
    assert.equal(shown(posted[1]).explanation.rule, 'sync-file');
    assert.deepEqual(shown(posted[1]).places, ['server.ts:12', 'config.ts:7']);
  });

  it('replays what it shows to a panel that was loaded again', async () => {
    const { session, posted, answer } = start();
    await both(session.receive({ type: 'ready' }), () => answer(file));
    const before = posted.at(-1);
    await both(session.receive({ type: 'ready' }), () => answer(file));
    assert.deepEqual(posted.at(-1), before);
    assert.equal(posted.length, 3);
  });

  it('stays still while the cursor moves within one finding', async () => {
    const { session, posted, answer } = start();
    await both(session.follow(), () => answer(file));
    await both(session.follow(), () => answer(file));
    assert.equal(posted.length, 1);
    await both(session.follow(), () => answer(sleep));
    assert.equal(posted.length, 2);
  });

  it('drops the answer to a question that was overtaken', async () => {
    const { session, posted, answer } = start();
    const first = session.follow();
    const second = session.follow();
    answer(sleep, 1);
    await second;
    answer(file, 0);
    await first;
    assert.deepEqual(
      posted.map((message) => shown(message).explanation.rule),
      ['sleep'],
    );
  });

  it('pins the finding that the command was called on, though the panel asks to follow while it opens', async () => {
    const { session, posted, answer, questions } = start();
    const pinned = session.pin();
    const ready = session.receive({ type: 'ready' });
    assert.equal(questions(), 1);
    answer(file);
    await Promise.all([pinned, ready]);
    assert.equal(shown(posted.at(-1)).pinned, true);
    await session.follow();
    assert.equal(questions(), 1);
  });

  it('pins nothing where there is no finding', async () => {
    const { session, posted, answer } = start();
    await both(session.pin(), () => answer(undefined));
    assert.equal(shown(posted.at(-1)).pinned, false);
    await both(session.follow(), () => answer(file));
    assert.equal(shown(posted.at(-1)).explanation.rule, 'sync-file');
  });

  it('follows again when asked to, at once', async () => {
    const { session, posted, answer } = start();
    await both(session.pin(), () => answer(file));
    await both(session.receive({ type: 'pin', pinned: false }), () => answer(sleep));
    assert.equal(shown(posted.at(-1)).explanation.rule, 'sleep');
    assert.equal(shown(posted.at(-1)).pinned, false);
  });

  it('opens a step and keeps the explanation that is being read', async () => {
    const { session, posted, answer, opened, questions } = start();
    await both(session.follow(), () => answer(file));
    await session.receive({ type: 'open', version: shown(posted.at(-1)).version, step: 1 });
    assert.deepEqual(opened, ['fs.readFileSync in file:///project/src/config.ts']);
    assert.equal(shown(posted.at(-1)).pinned, true);
    await session.follow();
    assert.equal(questions(), 1);
  });

  it('opens nothing for a click on an explanation that is gone, or a step that does not exist', async () => {
    const { session, posted, answer, opened } = start();
    await both(session.follow(), () => answer(file));
    const { version } = shown(posted.at(-1));
    await both(session.follow(), () => answer(sleep));
    await session.receive({ type: 'open', version, step: 0 });
    for (const step of [-1, 2, 0.5, NaN]) await session.receive({ type: 'open', version: version + 1, step });
    assert.deepEqual(opened, []);
  });

  it('opens the page of the rule and keeps the explanation, and none for the loop in general', async () => {
    const { session, posted, answer, read } = start();
    await session.receive({ type: 'readMore' });
    assert.deepEqual(read, []);
    await both(session.follow(), () => answer(file));
    await session.receive({ type: 'readMore' });
    assert.deepEqual(read, ['sync-file']);
    assert.equal(shown(posted.at(-1)).pinned, true);
  });

  it('says that the analysis failed, and asks again when told to', async () => {
    const { session, posted, answer, fail } = start();
    await both(session.follow(), () => fail('The server is not running.'));
    assert.deepEqual(posted.at(-1), { type: 'failed', message: 'The server is not running.' });
    await both(session.receive({ type: 'retry' }), () => answer(file));
    assert.equal(shown(posted.at(-1)).explanation.rule, 'sync-file');
  });

  it('recovers from a failure to pin', async () => {
    const { session, posted, answer, fail } = start();
    await both(session.pin(), () => fail('The server is not running.'));
    await both(session.follow(), () => answer(file));
    assert.equal(shown(posted.at(-1)).pinned, false);
  });

  it('ignores what is no message', async () => {
    const { session, posted, opened, questions } = start();
    for (const nonsense of [
      undefined,
      null,
      'ready',
      7,
      {},
      { type: 'close' },
      { type: 'open' },
      { type: 'open', version: '0', step: '0' },
    ]) {
      await session.receive(nonsense);
    }
    assert.deepEqual([posted, opened, questions()], [[], [], 0]);
  });
});

function start() {
  const posted: ToPanel[] = [];
  const opened: string[] = [];
  const read: string[] = [];
  const asked: { resolve: (answer: Answer | undefined) => void; reject: (error: Error) => void }[] = [];
  const session = new PanelSession({
    ask: () => new Promise((resolve, reject) => asked.push({ resolve, reject })),
    post: (message) => posted.push(message),
    place: (step, uri) => `${uri?.split('/').at(-1)}:${step.range.start.line}`,
    open: (step, uri) => opened.push(`${step.name} in ${uri}`),
    readMore: (rule) => read.push(rule),
  });
  return {
    session,
    posted,
    opened,
    read,
    questions: () => asked.length,
    /** Answers the last question, or the one of that number. */
    answer: (finding: Finding | undefined, index = asked.length - 1) => asked[index]?.resolve(finding && answerWith(finding)),
    fail: (message: string) => asked.at(-1)?.reject(new Error(message)),
  };
}

function answerWith(finding: Finding): Answer {
  const uris = Object.fromEntries(finding.path.map((step) => [step.file, `file://${step.file}`]));
  return { explanation: explain(finding), found: true, uris };
}

/** Answers while the session waits. */
async function both(waiting: Promise<void>, answer: () => void): Promise<void> {
  answer();
  await waiting;
}

function shown(message: ToPanel | undefined): ShowMessage {
  assert.ok(message?.type === 'show');
  return message;
}
