// In a large folder, what is near the open documents is analyzed with them.

import assert from 'node:assert/strict';
import { nearCalls, neighbourhood } from '../../src/server/neighbourhood';
import type { IndexedFile } from '../../src/server/scanner/messages';

/** A file that imports others, with as many call sites as wanted. */
function file(path: string, imports: readonly string[], calls = 10): IndexedFile {
  return { path, imports, calls, stamp: 1, digest: '' };
}

const bulk = Array.from({ length: 5 }, (_, index) => file(`bulk${index}`, [], nearCalls / 4));
const program = [file('a', ['b', 'c']), file('b', ['d']), file('c', []), file('d', []), file('main', ['a']), file('start', ['main'])];

function chosen(files: readonly IndexedFile[], open: readonly string[]): string[] {
  return [...neighbourhood(new Map(files.map((one) => [one.path, one])), new Set(open))].sort();
}

describe('the neighbourhood of open documents', () => {
  it('is the whole of a program that is not large', () => {
    assert.equal(chosen(program, ['a']).length, program.length);
  });

  it('is what they import and what imports them in a large one', () => {
    assert.deepEqual(chosen([...program, ...bulk], ['a']), ['a', 'b', 'c', 'd', 'main', 'start']);
    assert.deepEqual(chosen([...program, ...bulk], ['b']), ['a', 'b', 'd', 'main', 'start']);
    assert.deepEqual(chosen([...program, ...bulk], ['bulk0']), ['bulk0']);
  });

  it('ends with the nearest when there is too much', () => {
    const half = nearCalls / 2;
    const files = [file('a', ['b']), file('b', ['c'], half), file('c', [], half), file('main', ['a']), ...bulk];
    assert.deepEqual(chosen(files, ['a']), ['a', 'b']);
    assert.deepEqual(chosen([file('a', ['huge']), file('huge', [], 2 * nearCalls), ...bulk], ['a', 'bulk1']), ['a', 'bulk1']);
  });

  it('does not depend on the order in which files became known', () => {
    const many = ['x', 'y', 'z'].map((name) => file(name, ['a'], nearCalls / 2));
    const files = [file('a', []), ...many, ...bulk];
    assert.deepEqual(chosen(files, ['a']), ['a', 'x']);
    assert.deepEqual(chosen([...files].reverse(), ['a']), ['a', 'x']);
  });
});
