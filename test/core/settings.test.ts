import assert from 'node:assert/strict';
import { defaultSettings, mergeSettings, parseSettings } from '../../src/core/settings';
import { analyzeText } from '../analysis';

describe('settings', () => {
  it('are read from JSON', () => {
    const { settings, problems } = parseSettings('\uFEFF{ "exclude": ["legacy/**"], "rules": { "sync-file": "off" } }');
    assert.deepEqual(problems, []);
    assert.deepEqual(settings, { exclude: ['legacy/**'], rules: { 'sync-file': 'off' } });
  });

  it('name what is wrong and keep what is right', () => {
    const { settings, problems } = parseSettings(
      '{ "exlude": [], "exclude": [1, "a"], "rules": { "sync-fil": "off", "sync-file": "loud", "sleep": "error" }, "blocking": [{}, "lib.run"] }',
    );
    assert.deepEqual(settings.exclude, ['a']);
    assert.deepEqual(settings.rules, { sleep: 'error' });
    assert.deepEqual(
      settings.blocking?.map((row) => row.api),
      ['lib.run'],
    );
    assert.equal(problems.length, 5);
  });

  it('survive what is no settings at all', () => {
    for (const text of ['', '{', 'null', '[]', '"x"', '{"rules":null}']) assert.ok(parseSettings(text).problems.length > 0, text);
  });

  it('join lists and let the later value win', () => {
    const merged = mergeSettings(
      { ...defaultSettings, exclude: ['a'], rules: { sleep: 'error' } },
      { exclude: ['b'], rules: { sleep: 'off' } },
    );
    assert.deepEqual([merged.exclude, merged.rules], [['a', 'b'], { sleep: 'off' }]);
  });

  it('say from where on computing is noticeable, and long', () => {
    const { settings, problems } = parseSettings('{ "thresholds": { "noticeable": 200, "long": 400, "often": 1, "loopSteps": "many" } }');
    assert.deepEqual(settings.thresholds, { noticeable: 200, long: 400 });
    assert.equal(problems.length, 2);
    assert.deepEqual(mergeSettings(defaultSettings, settings).thresholds, { noticeable: 200, long: 400, loopSteps: 10_000_000 });
    const text = `import { pbkdf2Sync } from 'crypto';\nexport async function f() { pbkdf2Sync('a', 'b', 600_000, 32, 'sha256'); }`;
    const classAt = (thresholds: { noticeable?: number; long?: number }): unknown =>
      analyzeText(text, '/a.ts', { settings: { thresholds } }).map(({ cost }) => cost.class)[0];
    assert.deepEqual([classAt({}), classAt({ long: 400 }), classAt({ noticeable: 400, long: 400 })], ['long', 'noticeable', 'tiny']);
  });

  it('make a custom API block, and a known one not', () => {
    const text = `import { crunch } from 'my-lib';\nimport fs from 'fs';\nexport async function f() { crunch(); fs.readFileSync('a'); }`;
    const blocking = [{ api: 'my-lib.crunch', rule: 'cpu-call', cost: 'long', why: 'sums up a year' } as const];
    const findings = analyzeText(text, '/a.ts', { settings: { blocking, nonBlocking: ['node:fs.readFileSync'] } });
    assert.deepEqual(
      findings.map(({ rule, cost }) => [rule, cost.class]),
      [['cpu-call', 'long']],
    );
  });

  it('name an API the way a person does', () => {
    const text = `import { readFileSync } from 'node:fs';\nexport async function f() { prompt('?'); return readFileSync('a'); }`;
    assert.deepEqual(analyzeText(text, '/a.ts', { settings: { nonBlocking: ['fs.readFileSync', 'window.prompt'] } }), []);
  });

  it('change the severity of findings in loop code only', () => {
    const text = `import fs from 'fs';\nconst a = fs.readFileSync('a');\nexport async function f() { return fs.readFileSync('b') + a; }`;
    const findings = analyzeText(text, '/a.ts', { settings: { rules: { 'sync-file': 'error' } } });
    assert.deepEqual(
      findings.map(({ severity }) => severity),
      ['information', 'error'],
    );
    assert.deepEqual(analyzeText(text, '/a.ts', { settings: { rules: { 'sync-file': 'off' } } }), []);
  });

  it('switch off a rule so that nobody looks for it, and no comment for it is useless', () => {
    const text = `export async function f(xs: string[]) {
      // loopsight-ignore-next-line cpu-loop -- few
      for (const x of xs) if (xs.includes(x)) return x;
      for (let i = 0; i < 1e10; i++);
    }`;
    const rulesWith = (off: 'off' | undefined): string[] =>
      analyzeText(text, '/a.ts', { settings: { rules: off ? { 'cpu-loop': off } : {} } }).map(({ rule }) => rule);
    assert.deepEqual(rulesWith(undefined), ['cpu-loop']);
    assert.deepEqual(rulesWith('off'), []);
  });
});
