// A random sample that is the same in every run over the same things: everybody can draw it again.

export function sample<T>(things: readonly T[], size: number): T[] {
  const random = generator(20_240_901);
  const drawn = things.map((thing) => ({ thing, ticket: random() })).sort((a, b) => a.ticket - b.ticket);
  return drawn.slice(0, size).map(({ thing }) => thing);
}

/** A linear congruential generator (Numerical Recipes). */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
}
