import assert from 'node:assert/strict';
import { excerpt } from '../../src/report/excerpt';

function shown(line: string, marked: string, width = 80): string {
  const from = line.indexOf(marked) + 1;
  const { code, carets } = excerpt(line, from, from + marked.length, width);
  return `${code}\n${carets}`;
}

describe('the excerpt of a line', () => {
  it('marks a stretch', () => {
    assert.equal(shown('  await read(file);', 'read'), '  await read(file);\n        ^^^^');
  });

  it('shows tabs as spaces', () => {
    assert.equal(shown('\t\tread(file);', 'read'), '        read(file);\n        ^^^^');
  });

  it('counts wide characters twice, and combining ones not at all', () => {
    assert.equal(shown("f('設定', read());", 'read'), "f('設定', read());\n          ^^^^");
    assert.equal(shown("f('😀e\u0301', 読む());", '読む'), "f('😀e\u0301', 読む());\n         ^^^^");
  });

  it('cuts a long line around the stretch', () => {
    const line = `${'a'.repeat(500)} read ${'b'.repeat(500)}`;
    const [code = '', carets = ''] = shown(line, 'read', 60).split('\n');
    assert.equal(code.length, 60);
    assert.match(code, /^….*….*$/u);
    assert.equal(code.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1), 'read');
  });

  it('cuts at one end only where the stretch stands at the other', () => {
    assert.match(shown(`read ${'b'.repeat(500)}`, 'read', 60), /^read b+…\n\^\^\^\^$/);
    assert.match(shown(`${'a'.repeat(500)} read`, 'read', 60), /^…a+ read\n +\^\^\^\^$/);
  });

  it('does not let the source control the terminal', () => {
    assert.equal(shown('\u001b[2J\u202e read', 'read'), '\uFFFD[2J\uFFFD read\n      ^^^^');
  });

  it('has one caret at least, whatever the range', () => {
    assert.deepEqual(excerpt('ab', 2, 2, 80), { code: 'ab', carets: ' ^' });
    assert.deepEqual(excerpt('ab', 9, 12, 80), { code: 'ab', carets: '  ^' });
    assert.deepEqual(excerpt('', 1, 5, 80), { code: '', carets: '^' });
  });
});
