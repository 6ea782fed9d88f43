import assert from 'node:assert/strict';
import fc from 'fast-check';
import { explain, type Explanation, type Timeline } from '../../src/core/explain';
import type { Context, ContextKind, Finding, Phase } from '../../src/core/findings';
import { costClasses, type CostClass, type Remedy } from '../../src/core/knowledge';
import { rules, type RuleId } from '../../src/core/rules';
import { longPath, sampleFinding, step } from '../panel/samples';

const ruleIds = Object.keys(rules) as RuleId[];
const sleeping = {
  file: '/project/app.py',
  rule: 'sleep',
  api: 'py:time.sleep',
  remedy: { kind: 'async', api: 'py:asyncio.sleep', style: 'promise' },
} as const;
const phases: readonly Phase[] = ['loop', 'startup', 'tooling'];

describe('explain', () => {
  describe('without a finding', () => {
    const explanation = explain(undefined);

    it('shows three tasks that take turns, one of which awaits', () => {
      assert.deepEqual(
        explanation.timeline.lanes.map(({ label, segments }) => [label, segments.map(({ kind }) => kind).join(' ')]),
        [
          ['Request A', 'runs elsewhere runs'],
          ['Request B', 'runs'],
          ['Timer', 'runs'],
        ],
      );
    });

    it('names no rule and no chain, and links to a page about the loop', () => {
      assert.equal(explanation.rule, undefined);
      assert.deepEqual(explanation.chain, []);
      assert.match(explanation.link, /^https:\/\/nodejs\.org\//);
    });
  });

  describe('in loop code', () => {
    it('tells the whole story of a helper that reads a file', () => {
      const { title, sentence, cost, remedy } = explain(sampleFinding());
      assert.deepEqual(
        { title, sentence, cost, remedy },
        {
          title: '`fs.readFileSync` holds the event loop',
          sentence:
            'The async function `getUser` calls `loadConfig`, which reaches `fs.readFileSync`. ' +
            "That waits for the disk on the loop's only thread: until it is done, no other request, timer or callback runs.",
          cost:
            'Noticeable: it reads the whole file before it returns: often 1 to 50 ms. ' +
            'One is easy to miss; under load they add up, because each waits for all before it.',
          remedy:
            "Await `fs/promises.readFile` instead: the work leaves the loop's thread, and others run meanwhile. " +
            'It makes `loadConfig` asynchronous too: await each call up to the async function `getUser`.',
        },
      );
    });

    it('says that a direct call is one', () => {
      const direct = sampleFinding({ path: [step('fs.readFileSync', 'server.ts', 12, 'getUser')] });
      assert.match(explain(direct).sentence, /^The async function `getUser` calls `fs.readFileSync`\. /);
      assert.doesNotMatch(explain(direct).remedy, /asynchronous too/);
    });

    it('says what an alias stands for', () => {
      const { sentence } = explain(sampleFinding({ path: [step('read', 'server.ts', 12, 'getUser')] }));
      assert.match(sentence, /^The async function `getUser` calls `read` \(`fs.readFileSync`\)\. /);
    });

    it('counts the calls of a longer chain', () => {
      const { sentence, remedy } = explain(sampleFinding({ path: longPath(40) }));
      assert.match(sentence, /calls `helper1`, which reaches `fs.readFileSync` 39 calls further down\./);
      assert.match(remedy, /makes the 39 functions on the way asynchronous too/);
    });

    it('shows the others waiting while the handler holds the thread, and running with the remedy', () => {
      const { timeline, freed } = explain(sampleFinding());
      assert.deepEqual(kinds(timeline), ['runs blocks runs', 'waits runs', 'waits runs']);
      assert.ok(freed);
      assert.deepEqual(kinds(freed), ['runs elsewhere runs', 'runs', 'runs']);
      assert.match(timeline.summary, /held by getUser, others cannot run: Another request or event, Timer/);
    });

    it('never lets what is unbounded end', () => {
      const { timeline } = explain(sampleFinding({ cost: { class: 'unbounded', why: 'a person must answer' } }));
      assert.equal(timeline.openEnd, true);
      assert.deepEqual(kinds(timeline), ['runs blocks', 'waits', 'waits']);
      assert.match(timeline.caption, /Nothing in the code says when it ends/);
    });

    it('draws no remedy where the advice is something else, or where there is little to gain', () => {
      assert.equal(explain(sampleFinding({ remedy: { kind: 'advice', note: 'read it once at startup' } })).freed, undefined);
      assert.equal(explain(sampleFinding({ cost: { class: 'tiny', why: 'asks for metadata' } })).freed, undefined);
    });

    it('calls a deadlock what it is, whatever its cost says', () => {
      const { title, sentence, timeline, freed, cost } = explain(sampleFinding({ rule: 'loop-deadlock', severity: 'error' }));
      assert.match(title, /waits for its own loop$/);
      assert.match(sentence, /it never finishes\.$/);
      assert.match(cost, /Nothing on this loop goes on after it\.$/);
      assert.equal(timeline.openEnd, true);
      assert.equal(timeline.lanes[1]?.label, 'What it waits for');
      assert.equal(freed, undefined);
    });

    it('does not call a rule a deadlock because a setting made it an error', () => {
      assert.match(explain(sampleFinding({ severity: 'error' })).title, /holds the event loop$/);
    });

    it('speaks of a page in a browser, and of tasks in Python', () => {
      const storage = explain(sampleFinding({ rule: 'sync-storage', api: 'global.localStorage.getItem', remedy: { kind: 'worker' } }));
      assert.match(storage.sentence, /the page is frozen/);
      assert.match(storage.remedy, /Web Worker/);
      assert.equal(storage.timeline.lanes[1]?.label, 'A click');
      const python = explain(sampleFinding({ file: '/project/app.py', rule: 'sleep', api: 'py:time.sleep', remedy: { kind: 'thread' } }));
      assert.match(python.sentence, /no other task or callback of this loop runs/);
      assert.match(python.remedy, /asyncio\.to_thread/);
      const computing = explain(sampleFinding({ file: '/project/app.py', rule: 'cpu-loop', remedy: { kind: 'process' } }));
      assert.match(computing.remedy, /ProcessPoolExecutor/);
    });

    it('tells a callback to become async, and an async function not', () => {
      const callback = explain(sampleFinding({ context: { kind: 'timer-callback', name: '', phase: 'loop' } }));
      assert.match(callback.sentence, /^This timer callback calls/);
      assert.match(callback.remedy, /Make this timer callback async where it is not, and handle its errors\./);
      assert.doesNotMatch(explain(sampleFinding()).remedy, /Make /);
    });

    it('starts a task in a callback of Python, which nobody awaits', () => {
      const callback = { ...sleeping, context: { kind: 'event-listener', name: 'Echo.data_received', phase: 'loop' } } as const;
      const { sentence, remedy } = explain(sampleFinding(callback));
      assert.match(sentence, /^The callback `Echo\.data_received` calls/);
      assert.match(remedy, /Where the callback `Echo\.data_received` is not async, start a task for it with `asyncio\.create_task`\./);
      const done = explain(
        sampleFinding({ ...callback, remedy: { kind: 'thread' }, context: { ...callback.context, kind: 'promise-callback' } }),
      );
      assert.match(done.remedy, /Where the callback of a future `Echo\.data_received` is not async, start a task/);
      const route = explain(sampleFinding({ ...callback, context: { ...callback.context, kind: 'route-handler' } }));
      assert.match(route.remedy, /Make the route handler `Echo\.data_received` async where it is not/);
      assert.doesNotMatch(explain(sampleFinding(sleeping)).remedy, /start a task/);
    });

    it('says of what computes in Python whether a thread is enough', () => {
      const file = '/project/app.py';
      const released = explain(sampleFinding({ file, rule: 'sync-crypto', gil: 'released', remedy: { kind: 'thread' } })).remedy;
      assert.match(
        released,
        /`await asyncio\.to_thread\(\.\.\.\)`\. It runs without the interpreter lock \(GIL\), so a thread is enough\.$/,
      );
      const held = explain(sampleFinding({ file, rule: 'cpu-call', gil: 'held', remedy: { kind: 'process' } })).remedy;
      assert.match(
        held,
        /`ProcessPoolExecutor`\. It holds the interpreter lock \(GIL\) while it computes, so on a thread it would slow the loop down/,
      );
      const waits = explain(sampleFinding({ file, remedy: { kind: 'thread' } })).remedy;
      assert.doesNotMatch(waits, /GIL/);
      const elsewhere = explain(
        sampleFinding({ file, gil: 'held', remedy: { kind: 'advice', note: 'leave it to the interpreter' } }),
      ).remedy;
      assert.doesNotMatch(elsewhere, /GIL/);
    });

    it('writes an API path as a person does', () => {
      const read = explain(sampleFinding({ file: '/project/app.py', api: 'py:builtins.open', path: [step('read', 'app.py', 3, 'load')] }));
      assert.match(read.title, /^`read` \(`open`\) holds/);
      const block = sampleFinding({ api: 'py:threading.Lock#__enter__', path: [step('with lock', 'app.py', 3, 'load')] });
      assert.match(explain(block).title, /^`with lock` holds/);
      const any = sampleFinding({ api: 'py:redis.Redis#*', path: [step('client.get', 'app.py', 3, 'load')] });
      assert.match(explain(any).title, /^`client\.get` holds/);
    });

    it('says that to sleep asynchronously is to wait without the thread', () => {
      assert.match(explain(sampleFinding(sleeping)).remedy, /^Await `asyncio\.sleep` instead: it waits without the thread, and others run/);
    });

    it('adds the note of a remedy as a sentence', () => {
      const worker: Remedy = { kind: 'worker', note: 'its async variant computes on the loop all the same' };
      assert.match(explain(sampleFinding({ remedy: worker })).remedy, / Its async variant computes on the loop all the same\.$/);
    });
  });

  describe('where nobody waits', () => {
    it('says so of startup code, and shows the first request after it', () => {
      const { title, sentence, cost, remedy, timeline, freed } = explain(sampleFinding({ context: module('startup') }));
      assert.match(title, /runs while the program starts$/);
      assert.match(sentence, /before the program serves: nobody waits yet\.$/);
      assert.match(cost, /The program starts that much later, once\.$/);
      assert.match(remedy, /^Nothing needs to change while it runs only before the program serves\. .*: await `fs/);
      assert.deepEqual(kinds(timeline), ['runs blocks runs', 'runs']);
      assert.equal(freed, undefined);
    });

    it('does not pretend that a page is not awaited while it loads', () => {
      const { sentence } = explain(sampleFinding({ rule: 'sync-dom', context: module('startup') }));
      assert.match(sentence, /no handler waits yet, but the page is ready later\.$/);
    });

    it('says so of tooling code', () => {
      const { sentence, remedy, timeline } = explain(sampleFinding({ context: module('tooling') }));
      assert.match(sentence, /nobody waits for its loop, because it serves nobody\.$/);
      assert.match(remedy, /^Nothing needs to change while the program serves nobody\./);
      assert.deepEqual(kinds(timeline), ['runs blocks runs']);
    });
  });

  it('says of a comment that suppresses nothing that it blocks nothing', () => {
    const { title, cost, timeline, rule } = explain(sampleFinding({ rule: 'unused-suppression', severity: 'hint', path: [] }));
    assert.equal(title, 'This comment suppresses nothing');
    assert.match(cost, /^None/);
    assert.ok(!kinds(timeline).join(' ').includes('blocks'));
    assert.equal(rule, 'unused-suppression');
  });

  it('survives an empty path, and names with anything in them', () => {
    assert.match(explain(sampleFinding({ path: [] })).sentence, /calls `fs.readFileSync`/);
    const hostile = explain(sampleFinding({ api: '', path: [step('sql`\n<img src=x onerror=alert(1)>`', 'a.ts', 1, '')] }));
    assert.match(hostile.title, /^`sql' <img src=x onerror=alert\(1\)>'` holds/);
    const long = explain(sampleFinding({ api: '', path: [step('💧'.repeat(500), 'a.ts', 1, '')] }));
    assert.equal(long.title, `\`${'💧'.repeat(79)}…\` holds the event loop`);
  });

  for (const rule of ruleIds) {
    it(`has whole sentences and a possible timeline for ${rule} in every phase and cost`, () => {
      for (const finding of variants(rule)) check(explain(finding));
    });
  }

  it('never draws two tasks on the thread at once, or beyond the end, for any finding', () => {
    fc.assert(
      fc.property(anyFinding, (finding) => {
        check(explain(finding));
      }),
    );
  });
});

function kinds(timeline: Timeline): readonly string[] {
  return timeline.lanes.map((lane) => lane.segments.map((segment) => segment.kind).join(' '));
}

function module(phase: Phase): Context {
  return { kind: 'module', name: '', phase };
}

function variants(rule: RuleId): readonly Finding[] {
  return phases.flatMap((phase) =>
    costClasses.flatMap((cost) =>
      remedies.map((remedy) =>
        sampleFinding({
          rule,
          remedy,
          cost: { class: cost, why: 'takes its time' },
          context: { kind: 'route-handler', name: 'handle', phase },
        }),
      ),
    ),
  );
}

const remedies: readonly Remedy[] = [
  { kind: 'async', api: 'node:fs.readFile', style: 'callback' },
  { kind: 'async', api: 'node:fs/promises.opendir', style: 'iterator', note: 'it reads in portions.' },
  { kind: 'worker' },
  { kind: 'advice', note: 'do it once' },
];

/** What must hold of every explanation. */
function check(explanation: Explanation): void {
  const { title, sentence, cost, remedy, timeline, freed } = explanation;
  for (const text of [sentence, cost, remedy]) assert.match(text, /^[`A-Z].*[.`]$/su);
  for (const text of [title, sentence, cost, remedy]) {
    assert.equal(text.split('`').length % 2, 1, `backticks come in pairs: ${text}`);
    // Names may be anything; what stands around them may not.
    assert.doesNotMatch(text.replace(/`[^`]*`/g, 'NAME'), /undefined|\[object|\.\. | {2}/);
  }
  for (const drawing of freed ? [timeline, freed] : [timeline]) checkTimeline(drawing);
}

function checkTimeline({ lanes, durationMs, caption, summary }: Timeline): void {
  assert.match(caption, /^Drawn, not measured/);
  assert.notEqual(summary, '');
  const segments = lanes.flatMap((lane) => lane.segments);
  for (const { startMs, endMs } of segments) assert.ok(0 <= startMs && startMs < endMs && endMs <= durationMs);
  const onThread = segments.filter(({ kind }) => kind === 'runs' || kind === 'blocks').sort((a, b) => a.startMs - b.startMs);
  for (const [index, next] of onThread.slice(1).entries()) assert.ok(onThread[index]!.endMs <= next.startMs + 1e-9);
  for (const lane of lanes) {
    for (const [index, next] of lane.segments.slice(1).entries()) assert.ok(lane.segments[index]!.endMs <= next.startMs + 1e-9);
  }
}

const contextKinds: readonly ContextKind[] = ['async-function', 'timer-callback', 'route-handler', 'event-listener', 'function', 'module'];

const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    rule: fc.constantFrom(...ruleIds),
    cost: fc.record({ class: fc.constantFrom<CostClass>(...costClasses), why: fc.constantFrom('it waits', 'it computes.') }),
    context: fc.record({ kind: fc.constantFrom(...contextKinds), name: fc.string(), phase: fc.constantFrom(...phases) }),
    remedy: fc.constantFrom(...remedies),
    file: fc.constantFrom('/project/a.ts', '/project/a.py'),
    api: fc.constantFrom('global.alert', 'node:fs.readFileSync', 'my-lib.readAll'),
    names: fc.array(fc.string(), { maxLength: 5 }),
  })
  .map(({ names, ...parts }) => sampleFinding({ ...parts, path: names.map((name) => step(name, 'a.ts', 1, name)) }));
