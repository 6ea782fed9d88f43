import assert from 'node:assert/strict';
import fc from 'fast-check';
import { components } from '../../src/core/link/components';

describe('strongly connected components', () => {
  it('come callees first', () => {
    const successors = [[1], [2, 3], [1], []];
    assert.deepEqual(
      components(4, (id) => successors[id] ?? []).map((one) => one.toSorted()),
      [[3], [1, 2], [0]],
    );
  });

  it('manage a chain of 100,000 functions', () => {
    const count = 100_000;
    assert.equal(components(count, (id) => (id + 1 < count ? [id + 1] : [])).length, count);
  });

  it('are those that reach each other, whatever the graph', () => {
    const graph = fc.array(fc.array(fc.nat(11), { maxLength: 4 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(graph, (successors) => {
        const found = components(12, (id) => successors[id] ?? []);
        const reach = successors.map((_, id) => reachable(successors, id));
        for (let a = 0; a < 12; a++) {
          for (let b = 0; b < 12; b++) {
            const together = found.some((one) => one.includes(a) && one.includes(b));
            assert.equal(together, a === b || Boolean(reach[a]?.has(b) && reach[b]?.has(a)));
          }
        }
      }),
    );
  });
});

function reachable(successors: readonly (readonly number[])[], from: number): Set<number> {
  const seen = new Set<number>();
  const pending = [...(successors[from] ?? [])];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (!seen.has(id)) pending.push(...(successors[id] ?? []));
    seen.add(id);
  }
  return seen;
}
