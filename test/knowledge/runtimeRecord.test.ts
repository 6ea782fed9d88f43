// Every row about Deno or Bun names something that they declare, and everything of theirs whose name
// ends in `Sync` has a row.

import assert from 'node:assert/strict';
import type { KnowledgeTables } from '../../src/core/knowledge';
import { tables } from '../../src/knowledge';
import { declaredIn, readRecord } from './runtimeRecord';

/** Names that end in `Sync` and need no row, by their reason. */
const withoutRow: Readonly<Record<string, string>> = {
  'global.Deno.Permissions#querySync': 'looks into a table of its own',
  'global.Deno.Permissions#revokeSync': 'writes to a table of its own',
  'global.Deno.FsFile#tryLockSync': 'does not wait for the lock',
};

const declared = new Set(readRecord().packages.flatMap((one) => one.declared));

describe('rows about Deno and Bun', () => {
  it('name what their declarations have', () => {
    const apis = [...new Set(apisOf(tables).map((api) => api.replace(/:read$|#$/, '')))].filter(isRecorded);
    assert.ok(apis.length > 80);
    assert.deepEqual(
      apis.filter((api) => !declared.has(api)),
      [],
    );
  });

  it('cover every name in Sync', () => {
    const named = new Set(tables.blocking.map(({ api }) => api));
    const missing = [...declared].filter((api) => api.endsWith('Sync') && !named.has(api) && !(api in withoutRow));
    assert.deepEqual(missing, []);
  });

  it('are checked against all forms of declarations', () => {
    const text = `declare namespace Deno {
      export function f(): void;
      class C { static s(): void; m(): void; readonly p: string }
      const o: { g(): void };
      namespace n { function h(): void }
    }
    declare namespace Other { function f(): void }`;
    const found = ['D.f', 'D.C', 'D.C.s', 'D.C#m', 'D.C#p', 'D.o', 'D.o.g', 'D.n', 'D.n.h'];
    assert.deepEqual(declaredIn(text, { Deno: 'D' }), found);
  });
});

function apisOf({ blocking, callbacks, serving, returns, aliases }: KnowledgeTables): readonly string[] {
  return [
    ...blocking.flatMap(({ api, remedy }) => (remedy.kind === 'async' ? [api, remedy.api] : [api])),
    ...callbacks.map(({ api }) => api),
    ...serving.map(({ api }) => api),
    ...returns.flatMap(({ api, type }) => [api, type]),
    ...aliases.flatMap(({ api, of }) => [api, of]),
  ];
}

function isRecorded(api: string): boolean {
  return /^(?:global\.(?:Deno|Bun)\.|bun:sqlite\.)/.test(api);
}
