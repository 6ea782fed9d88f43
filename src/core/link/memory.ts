// What values were resolved to, and in which round. All uses of one name share a memory, and one place in
// memory serves all rounds: a large program asks a million times, so this decides how long linking takes.

import type { CallSite, Value } from '../facts';
import { firm, type Grounds } from './grounds';
import type { ProgramFile } from './program';
import type { Target } from './targets';

export interface Remembered {
  /** The last round for which `targets` are known to be right; -1 for none yet. */
  round: number;
  targets: readonly Target[];
  grounds: Grounds;
  /** How deep the outermost value stands that is still being worked out and that this rests on; 0 if it rests on none. */
  within: number;
}

/** By index. As long as it will ever be, because a list that grows with gaps is a slow one. */
type Places = (Remembered | undefined)[];

interface OfFile {
  readonly names: Places;
  readonly calls: Places;
  readonly callees: Places;
}

export class Memory {
  private readonly files: OfFile[] = [];
  private readonly others = new Map<Value, Remembered>();
  private readonly members = new Map<string, Remembered>();

  /** Where the targets of a value are kept; `undefined` if it never has any. */
  of(file: ProgramFile, value: Value): Remembered | undefined {
    switch (value.kind) {
      case 'name':
        return value.binding === undefined ? this.ofOther(value) : at(this.ofFile(file).names, value.binding);
      case 'call':
        return at(this.ofFile(file).calls, value.call);
      case 'literal':
      case 'spread':
      case 'unknown':
        return undefined;
      default:
        return this.ofOther(value);
    }
  }

  /** Where the targets of a call site's callee are kept. */
  ofCallee(file: ProgramFile, { order }: CallSite): Remembered {
    return at(this.ofFile(file).callees, order);
  }

  /** Where the targets of a member are kept, by a key of its owner and its name. */
  ofMember(key: string): Remembered {
    const known = this.members.get(key);
    if (known) return known;
    const fresh = nothingYet();
    this.members.set(key, fresh);
    return fresh;
  }

  private ofFile({ index, facts }: ProgramFile): OfFile {
    return (this.files[index] ??= {
      names: new Array<Remembered | undefined>(facts.bindings.length),
      calls: new Array<Remembered | undefined>(facts.calls.length),
      callees: new Array<Remembered | undefined>(facts.calls.length),
    });
  }

  private ofOther(value: Value): Remembered {
    const known = this.others.get(value);
    if (known) return known;
    const fresh = nothingYet();
    this.others.set(value, fresh);
    return fresh;
  }
}

function at(list: Places, index: number): Remembered {
  return (list[index] ??= nothingYet());
}

/** No targets. Shared, because hundreds of thousands of values have none. */
export const nothing: readonly Target[] = [];

function nothingYet(): Remembered {
  return { round: -1, targets: nothing, grounds: firm, within: 0 };
}
