// What is copied whole to make a value. A property that only holds something refers to it, and copies nothing.

import type { CallSite, Value } from './facts';

/** What is copied to make a value of a file with these calls: `[...all, one]`, `{ ...all, one }`, `all.concat(one)`. */
export function copiedIn(calls: readonly CallSite[], value: Value): readonly Value[] {
  if (value.kind === 'array') return value.elements.flatMap((one) => (one.kind === 'spread' ? [one.value] : []));
  if (value.kind === 'object')
    return value.properties.flatMap(({ name, computed, value: one }) => (name === undefined && !computed ? [one] : []));
  const callee = value.kind === 'call' ? calls[value.call]?.callee : undefined;
  return callee?.kind === 'member' && callee.name === 'concat' ? [callee.object] : [];
}
