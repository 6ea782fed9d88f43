import assert from 'node:assert/strict';
import type { Finding } from '../../src/core/findings';
import { hover } from '../../src/server/hover';

describe('a hover', () => {
  it('shows code as code, and any other text as it is', () => {
    const text = markdown('Use `a*b` *instead*');
    assert.match(text, /`a\*b`/);
    assert.match(text, /\\\*instead\\\*/);
  });

  it('names the operation as a person writes it', () => {
    assert.match(markdown('Wait'), /\[fs\.readFileSync\]\(https:\/\/x\)/);
  });
});

function markdown(note: string): string {
  const range = { start: { line: 1, column: 1 }, end: { line: 1, column: 5 } };
  const finding: Finding = {
    ...{
      rule: 'sync-file',
      severity: 'warning',
      message: '',
      file: '/a.js',
      range,
      api: 'node:fs.readFileSync',
      link: 'https://x',
      fixes: [],
    },
    context: { kind: 'async-function', name: 'serve', phase: 'loop' },
    cost: { class: 'noticeable', why: 'reads a file' },
    remedy: { kind: 'advice', note },
    path: [{ name: 'fs.readFileSync', file: '/a.js', range, within: 'serve' }],
  };
  const { contents } = hover(finding, (path) => `file://${path}`);
  assert.ok(typeof contents === 'object' && 'value' in contents);
  return contents.value;
}
