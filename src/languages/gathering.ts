// The state of one extract pass, for every language alike: the facts gathered so far, and where in the
// program the walk stands.

import { copiedIn } from '../core/copies';
import {
  type Assignment,
  type CallSite,
  type ClassFacts,
  type Condition,
  type ExportFacts,
  type FileFacts,
  factsSchema,
  type FunctionFacts,
  type Guard,
  type Language,
  type LoopFacts,
  type SyntaxProblem,
  type Value,
} from '../core/facts';
import type { Range } from '../core/text';
import { Scopes } from './scopes';
import { unknown } from './values';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type MutableLoop = Mutable<LoopFacts> & { awaits: Value[]; copies?: Value[] };
export type MutableFunction = Mutable<FunctionFacts> & {
  returns: Value[];
  awaits: number[];
  yields?: number[];
  params: FunctionFacts['params'][number][];
};

/** Where in the program the walk stands. */
export interface Place {
  readonly function: number;
  /** The function whose `this` counts here: the nearest that is no arrow. */
  readonly thisFunction: number;
  readonly loop: number | undefined;
  /** The innermost loop that goes on after an error that is thrown here. */
  readonly catches?: number | undefined;
  readonly guard: Guard;
  readonly kept?: Value | undefined;
  readonly forced?: readonly Value[] | undefined;
  readonly conditions: readonly Condition[];
  /** True in what runs only where something failed. */
  readonly rescue?: true | undefined;
}

/** What a call site says of itself; where it stands, the gathering knows. */
export type NewCall = Pick<CallSite, 'use' | 'callee' | 'name' | 'range' | 'args' | 'optional'>;

export class Gathering {
  readonly scopes = new Scopes();
  readonly functions: MutableFunction[] = [];
  readonly calls: Mutable<CallSite>[] = [];
  readonly classes: Mutable<ClassFacts>[] = [];
  readonly accessors = new Set<string>();
  /** Static methods: their `this` is the class. */
  readonly staticFunctions = new Set<number>();
  readonly loops: MutableLoop[] = [];
  readonly exports: ExportFacts[] = [];
  readonly imports: string[] = [];
  readonly assignments: Assignment[] = [];
  private readonly tests = new Map<object, number>();
  /** What is copied in a loop. */
  private readonly copies: { readonly loop: MutableLoop; readonly copied: Value }[] = [];
  place: Place = { function: 0, thisFunction: 0, loop: undefined, guard: 'none', conditions: [] };

  /** Runs `walk` with another place, and comes back. */
  at<T>(change: Partial<Place>, walk: () => T): T {
    const before = this.place;
    this.place = { ...before, ...change };
    try {
      return walk();
    } finally {
      this.place = before;
    }
  }

  /** Walks the body of a function: nothing around it, but its `this`, says anything of what stands there. */
  inFunction<T>(index: number, thisFunction: number, walk: () => T): T {
    const place: Place = { function: index, thisFunction, loop: undefined, guard: 'none', conditions: [] };
    return this.at({ ...place, catches: undefined, kept: undefined, forced: undefined, rescue: undefined }, walk);
  }

  addCall({ use, callee, name, range, args, optional }: NewCall): Value {
    const { function: owner, loop, guard, kept, forced, conditions, rescue } = this.place;
    const order = this.calls.length;
    // In one literal: there is nothing of which a program has more.
    const site: Mutable<CallSite> = {
      use,
      callee,
      name,
      range,
      args,
      awaited: false,
      discarded: false,
      optional,
      function: owner,
      order,
      loop,
      guard,
      conditions,
    };
    if (kept) site.kept = kept;
    if (kept && forced) site.forced = forced;
    if (rescue) site.rescue = rescue;
    this.calls.push(site);
    return { kind: 'call', call: order };
  }

  /** The number of the test that a node makes. */
  testAt(node: object): number {
    const number = this.tests.get(node) ?? this.tests.size;
    this.tests.set(node, number);
    return number;
  }

  /** Records that the thread is given back here, if `awaited` makes it so. */
  addAwait(awaited: Value = unknown): void {
    this.functions[this.place.function]?.awaits.push(this.calls.length);
    for (let loop = this.place.loop; loop !== undefined; loop = this.loops[loop]?.parent) {
      const facts = this.loops[loop];
      facts?.awaits.push(awaited);
    }
  }

  /** Says that the loop around is left here, or with the function all of its loops. */
  leaveLoop(how: 'break' | 'return'): void {
    for (let loop = this.place.loop; loop !== undefined; loop = how === 'break' ? undefined : this.loops[loop]?.parent) {
      const facts = this.loops[loop];
      if (facts) facts.leaves = true;
    }
  }

  /** Walks what stands in a `return` or `throw`, or ends with one: who leaves the loops around does it once, whatever their rounds. */
  leaving<T>(walk: () => T): T {
    return this.at({ loop: this.place.catches }, walk);
  }

  enterLoop(loop: MutableLoop): number {
    loop.names = this.scopes.bindings.length;
    return this.loops.push(loop) - 1;
  }

  /** Says what a name is assigned: `all = [...all, one]` and `all = all.concat(one)` copy in each round what is there. */
  addAssigned(name: string, value: Value): void {
    const loop = this.loops[this.place.loop ?? -1];
    const copied = loop && copiedIn(this.calls, value).find((one) => one.kind === 'name' && one.name === name);
    if (loop && copied) this.copies.push({ loop, copied });
  }

  /** Tells loops what they copy, now that all names are bound: what is declared in a loop begins anew in each round. */
  settleCopies(): void {
    for (const { loop, copied } of this.copies)
      if (copied.kind === 'name' && copied.binding !== undefined && copied.binding < (loop.names ?? 0)) (loop.copies ??= []).push(copied);
  }

  /** Says that the call which a value is the result of is awaited. */
  markAwaited(value: Value): void {
    const site = value.kind === 'call' ? this.calls[value.call] : undefined;
    if (site) site.awaited = true;
  }
}

/** Whatever chooses between two ways on, and what it tests. */
interface Test {
  readonly node: object;
  readonly value: Value;
}

/** The place under the condition that the test which `node` makes holds, or does not. */
export function under(x: Gathering, { node, value }: Test, holds: boolean, guard: Guard = 'conditional'): UnderCondition {
  const condition = { test: x.testAt(node), value: value.kind === 'literal' ? unknown : value, holds };
  return { guard, conditions: [...x.place.conditions, condition] };
}

/** The place in one case of several, of which only one is chosen; `value` is what then holds. */
export function inCase(x: Gathering, node: object, index: number, value = unknown): UnderCondition {
  const condition = { test: x.testAt(node), case: index, value, holds: true };
  return { guard: 'conditional', conditions: [...x.place.conditions, condition] };
}

type UnderCondition = Pick<Place, 'guard' | 'conditions'>;

interface NewLoop {
  readonly keyword: Range;
  /** As a person would speak of it: `for … of rows`. */
  readonly name: string;
  readonly facts: Pick<LoopFacts, 'range' | 'bound' | 'limit' | 'over' | 'endless' | 'empty'>;
}

/** Records a loop, and walks in it what it repeats: first what is tested before each round, if anything is. */
export function inLoop(x: Gathering, { keyword, name, facts }: NewLoop, walk: () => void, test?: LoopWalk): void {
  const site = x.calls.length;
  x.addCall({ use: 'loop', callee: unknown, name, range: keyword, args: [], optional: false });
  const { function: owner, loop: parent } = x.place;
  const loop: MutableLoop = { function: owner, parent, site, leaves: false, awaits: [], ...facts };
  const index = x.enterLoop(loop);
  x.at({ loop: index }, () => {
    const from = x.calls.length;
    test?.walk();
    if (test) loop.test = { from, to: x.calls.length, changes: test.changes };
    walk();
  });
}

interface LoopWalk {
  readonly changes: boolean;
  readonly walk: () => void;
}

/** What a file says of itself beside what is gathered in it. */
export type Head = Pick<FileFacts, 'path' | 'language' | 'suppressions' | 'executable'> &
  Partial<Pick<FileFacts, 'starNames' | 'syntaxError'>>;

/** The facts of a file. */
export function factsOf(x: Gathering, head: Head): FileFacts {
  x.settleCopies();
  const { functions, calls, classes, accessors, loops, exports, imports, assignments, scopes } = x;
  // A list that grows keeps room for sixteen more; facts stay.
  const bindings = scopes.bindings.map((one) => ({ ...one, values: one.values.slice(), types: one.types.slice() }));
  const gathered = { functions, bindings, calls, classes, loops, exports, imports, assignments };
  return { schema: factsSchema, ...head, ...gathered, accessors: [...accessors] };
}

/** The facts of a file that can't be read at all. */
export function emptyFacts(path: string, language: Language, syntaxError: SyntaxProblem): FileFacts {
  return factsOf(new Gathering(), { path, language, suppressions: [], executable: false, syntaxError });
}
