// Everything that can be reached. Whatever spreads over the program spreads like this.

/** What `start` leads to, `start` included, in the order in which it is found. */
export function reach<T>(start: Iterable<T>, next: (one: T) => Iterable<T>): Set<T> {
  const found = new Set(start);
  for (const one of found) for (const other of next(one)) found.add(other);
  return found;
}
