// Functions that give back what they were given, perhaps behind a promise, which counts as its content.

import type { PassRow } from '../core/knowledge';

function first(owner: string, ...names: readonly string[]): readonly PassRow[] {
  return names.map((name) => ({ api: `${owner}${name}`, arg: 0 }));
}

export const passes: readonly PassRow[] = [
  ...first('global.Object.', 'freeze', 'seal', 'preventExtensions', 'assign', 'defineProperty', 'setPrototypeOf'),
  // What is taken out of it is taken out of what it was made from.
  ...first('global.Object.', 'values'),
  ...first('global.Array.', 'from'),
  // An object made from a prototype has its members.
  ...first('global.Object.', 'create'),
  ...first('global.Promise.', 'all', 'resolve'),
  // A promisified function runs the same body; only the way it answers differs.
  ...first('node:util.', 'promisify', 'callbackify', 'deprecate'),
];
