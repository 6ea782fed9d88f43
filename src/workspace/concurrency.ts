// Bounded concurrency for disk work: enough to keep a disk busy, few enough open files at once.

export const diskConcurrency = 16;

/** Like `Promise.all` over `items`, with at most `limit` of them under way. Results keep the order of `items`. */
export async function mapLimited<T, R>(items: readonly T[], limit: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  async function takeTurns(): Promise<void> {
    for (const [index, item] of waiting) results[index] = await work(item);
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, takeTurns));
  return results;
}
