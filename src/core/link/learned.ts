// What linking has learned from the whole program, by keys. It changes from round to round, and whoever
// asks for an entry rests on it: what rests on no entry that changed is not worked out again.

import type { FunctionId, ProgramFile } from './program';
import type { TargetKeys } from './targets';
import { type ClassTarget, type Placed, type Target } from './targets';

/** Something that a later round may change. */
export interface Ground {
  /** The first round in which it is as it is now. */
  readonly changedIn: number;
}

/** The ground of what rests on too much to list: worked out anew in each round. */
export const shiftingGround: Ground = { changedIn: Infinity };

/** What one reader says of one key. */
interface Part<T> {
  readonly reader: number;
  readonly values: readonly T[];
}

export interface Entry<T> extends Ground {
  readonly values: readonly T[];
  /** Itself, as what others rest on. */
  readonly grounds: readonly Ground[];
}

type Own<T> = { -readonly [K in keyof Entry<T>]: Entry<T>[K] } & { parts: Part<T>[] };

/** Entries of one kind. Of each key it keeps what all readers say, in the order of the readers. */
export class Table<T> {
  private readonly entries = new Map<string, Own<T>>();
  private readonly dirty = new Set<Own<T>>();
  /** By key, what the present reader has said so far. */
  private readonly said = new Map<string, T[]>();
  private readonly saidBy = new Map<number, readonly string[]>();

  constructor(
    private readonly same: (a: T, b: T) => boolean,
    private readonly condense: (values: readonly T[]) => readonly T[] = (values) => values,
  ) {}

  entry(key: string): Entry<T> {
    return this.own(key);
  }

  /** Notes what the reader that reads now says of a key. */
  say(key: string, ...values: readonly T[]): void {
    const said = this.said.get(key);
    if (said) said.push(...values);
    else if (values.length > 0) this.said.set(key, [...values]);
  }

  /** Lets all that was noted count, instead of what the same reader said before. */
  finish(reader: number): void {
    const before = this.saidBy.get(reader);
    if (!before && this.said.size === 0) return;
    for (const key of before ?? []) if (!this.said.has(key)) this.replace(key, reader, []);
    for (const [key, values] of this.said) this.replace(key, reader, values);
    this.saidBy.set(reader, [...this.said.keys()]);
    this.said.clear();
  }

  private replace(key: string, reader: number, values: readonly T[]): void {
    const entry = this.own(key);
    const at = placeOf(entry.parts, reader);
    const known = entry.parts[at]?.reader === reader ? entry.parts[at] : undefined;
    if (this.areSame(known?.values ?? [], values)) return;
    entry.parts.splice(at, known ? 1 : 0, ...(values.length > 0 ? [{ reader, values }] : []));
    this.dirty.add(entry);
  }

  /** Makes what was said in the last round known in this one; true if anything is new. */
  settle(round: number): boolean {
    let isNew = false;
    for (const entry of this.dirty) {
      const values = this.condense(entry.parts.length === 1 ? (entry.parts[0]?.values ?? []) : entry.parts.flatMap((part) => part.values));
      if (this.areSame(entry.values, values)) continue;
      entry.values = values;
      entry.changedIn = round;
      isNew = true;
    }
    this.dirty.clear();
    return isNew;
  }

  private areSame(a: readonly T[], b: readonly T[]): boolean {
    return a.length === b.length && a.every((value, index) => this.same(value, b[index] as T));
  }

  private own(key: string): Own<T> {
    const known = this.entries.get(key);
    if (known) return known;
    const fresh: Own<T> & { grounds: readonly Ground[] } = { values: [], changedIn: -1, parts: [], grounds: [] };
    fresh.grounds = [fresh];
    this.entries.set(key, fresh);
    return fresh;
  }
}

const mostPassed = 8;

export class Learned {
  /** What is assigned to members, by the key of their owner and their name; the owners of functions. */
  readonly properties = new Table<Placed>(isSamePlace);
  /** What is assigned to `module.exports`, by the file's index. */
  readonly moduleValues = new Table<Placed>(isSamePlace);
  /** What callers pass, by function id and parameter index. */
  readonly params: Table<Target>;
  /** Classes that extend or implement a class or interface directly, by its key. */
  readonly subclasses = new Table<ClassTarget>((a, b) => a.facts === b.facts);

  private readonly tables: readonly Pick<Table<unknown>, 'finish' | 'settle'>[];

  constructor(keys: TargetKeys) {
    this.params = new Table<Target>(
      (a, b) => a === b || keys.keyOf(a) === keys.keyOf(b),
      (passed) => keys.unique(passed).slice(0, mostPassed),
    );
    this.tables = [this.properties, this.moduleValues, this.params, this.subclasses];
  }

  /** Lets all that the reader said count, instead of what it said before. */
  finish(reader: number): void {
    for (const table of this.tables) table.finish(reader);
  }

  /** Makes what was said in the last round known in this one; true if anything is new. */
  settle(round: number): boolean {
    return this.tables.map((table) => table.settle(round)).includes(true);
  }
}

function isSamePlace(a: Placed, b: Placed): boolean {
  return a.value === b.value && a.file === b.file;
}

/** Where the part of a reader is, or would be. Readers speak in order the first time. */
function placeOf(parts: readonly { readonly reader: number }[], reader: number): number {
  let [low, high] = [0, parts.length];
  if ((parts.at(-1)?.reader ?? -1) < reader) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.reader ?? 0) < reader) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The key of what a file assigns to `module.exports`. */
export function moduleKey(file: ProgramFile): string {
  return String(file.index);
}

/** The name under which is learned what is put into a list or table under any key. */
export const anyKey = '[]';

/** The key under which a parameter's values are learned. */
export function paramKey(id: FunctionId, index: number): string {
  return `${id} ${index}`;
}

/** The key under which a member's values are learned. */
export function propertyKey(owner: string, name: string): string {
  return `${owner}.${name}`;
}

/** The key under which the object that a function is a method of is learned. */
export function ownerKey(id: FunctionId): string {
  return `owner ${id}`;
}
