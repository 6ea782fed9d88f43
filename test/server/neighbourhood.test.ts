// In a large folder, what is near the open documents is analyzed with them.

import assert from 'node:assert/strict';
import type { CallSite, FileFacts } from '../../src/core/facts';
import { emptyProject } from '../../src/core/project';
import { javascript } from '../../src/languages/javascript';
import { nearCalls, Neighbourhood, wholeCalls } from '../../src/server/neighbourhood';

const site = javascript.extract('/call.js', 'f();').calls[0] as CallSite;

/** A file that imports others, with as many call sites as wanted. */
function file(name: string, imports: readonly string[], calls = 10): FileFacts {
  const text = imports.map((one, index) => (index % 2 === 0 ? `import './${one}.js';` : `require('./${one}.js');`)).join('\n');
  const facts = javascript.extract(`/w/${name}.js`, text);
  return { ...facts, calls: [...facts.calls, ...Array.from({ length: calls }, () => site)] };
}

const bulk = Array.from({ length: 5 }, (_, index) => file(`bulk${index}`, [], wholeCalls / 4));
const program = [file('a', ['b', 'c']), file('b', ['d']), file('c', []), file('d', []), file('main', ['a']), file('start', ['main'])];

function chosen(files: readonly FileFacts[], open: readonly string[], neighbourhood = new Neighbourhood()): string[] {
  const paths = new Set(open.map((name) => `/w/${name}.js`));
  return neighbourhood.of(files, paths, emptyProject).map(({ path }) => path.slice('/w/'.length, -'.js'.length));
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
    assert.deepEqual(chosen([file('a', ['bulk0']), ...bulk], ['a', 'bulk1']), ['a', 'bulk1']);
  });

  it('follows imports that change', () => {
    const neighbourhood = new Neighbourhood();
    const others = [...program.slice(1), ...bulk];
    assert.ok(chosen([...program, ...bulk], ['a'], neighbourhood).includes('c'));
    const after = [file('a', ['b']), ...others];
    assert.deepEqual(chosen(after, ['a'], neighbourhood), chosen(after, ['a']));
    assert.ok(!chosen(after, ['a'], neighbourhood).includes('c'));
    assert.deepEqual(chosen(others, ['b'], neighbourhood), chosen(others, ['b']));
  });
});
