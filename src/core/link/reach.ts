// Everything that can be reached. Whatever spreads over the program spreads like this.

/** What `start` leads to, `start` included, in the order in which it is found. */
export function reach<T>(start: Iterable<T>, next: (one: T) => Iterable<T>): Set<T> {
  const found = new Set(start);
  for (const one of found) for (const other of next(one)) found.add(other);
  return found;
}

/**
 * All of `candidates` for which `isOne` holds, where that depends on those found before: what `next` gives of one that is
 * found is asked about again.
 */
export function reachAll<T>(
  candidates: readonly T[],
  isOne: (one: T, found: ReadonlySet<T>) => boolean,
  next: (one: T) => readonly T[],
): Set<T> {
  const found = new Set<T>();
  const pending = [...candidates];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    if (found.has(one) || !isOne(one, found)) continue;
    found.add(one);
    pending.push(...next(one));
  }
  return found;
}
