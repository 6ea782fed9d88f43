// What a value can be. A target with properties has a key, under which assignments to them are kept.

import type { ClassFacts, Value } from '../facts';
import type { FunctionId, ProgramFile } from './program';

export interface ClassTarget {
  readonly kind: 'class';
  readonly file: ProgramFile;
  readonly facts: ClassFacts;
}

export interface InstanceTarget {
  readonly kind: 'instance';
  readonly file: ProgramFile;
  readonly facts: ClassFacts;
  /** True if it was made by `new` of this very class; else it may be of a subclass. */
  readonly exact: boolean;
  /** True for `super()` of Python: its members are those of what comes after the class in the method resolution order. */
  readonly beyond?: boolean;
}

/** Which class was given for a function that makes objects of a class: its own one, among what all callers of `by` pass. */
export interface Making {
  readonly of: ClassTarget;
  readonly among: Value & { kind: 'param' };
  readonly by: FunctionId;
}

export type Target =
  /** An API path. */
  | { readonly kind: 'api'; readonly path: string }
  | { readonly kind: 'function'; readonly id: FunctionId; readonly makes?: Making }
  /** What `new` of a plain function makes. */
  | { readonly kind: 'created'; readonly id: FunctionId }
  /** What calling a Python generator function gives: its body runs where that is iterated. */
  | { readonly kind: 'generator'; readonly id: FunctionId }
  /** The method of a generator that goes on with it. */
  | { readonly kind: 'iteration'; readonly id: FunctionId }
  | ClassTarget
  | InstanceTarget
  | { readonly kind: 'object'; readonly file: ProgramFile; readonly value: Value & { kind: 'object' } }
  | { readonly kind: 'array'; readonly file: ProgramFile; readonly value: Value & { kind: 'array' } }
  /** Something that is true or false. */
  | { readonly kind: 'test'; readonly file: ProgramFile; readonly value: Value & { kind: 'comparison' | 'choice' } }
  /** A regular expression; flags are letters, as the language writes them. */
  | { readonly kind: 'pattern'; readonly pattern: string; readonly flags: string }
  /** A module's exports. */
  | { readonly kind: 'module'; readonly file: ProgramFile }
  /** A Python package without a file of its own. */
  | { readonly kind: 'folder'; readonly folder: string }
  /** An interface or type alias; never a value. */
  | { readonly kind: 'type'; readonly file: ProgramFile; readonly binding: number };

/** A value and the file that it is written in. */
export interface Placed {
  readonly file: ProgramFile;
  readonly value: Value;
}

/** How many things one value may be; of more, the first count. */
export const mostTargets = 8;

/** Gives every target a key: equal keys, same thing. */
export class TargetKeys {
  private readonly numbers = new Map<object, number>();

  keyOf(target: Target): string {
    switch (target.kind) {
      case 'api':
        return target.path;
      case 'function':
        return `function ${target.id}${target.makes ? ` making ${this.numberOf(target.makes.of.facts)}` : ''}`;
      case 'created':
      case 'generator':
      case 'iteration':
        return `${target.kind} ${target.id}`;
      case 'class':
      case 'instance':
        return `${target.kind}${target.kind === 'instance' && target.beyond ? ' beyond' : ''} ${this.numberOf(target.facts)}`;
      case 'object':
      case 'array':
      case 'test':
        return `${target.kind} ${this.numberOf(target.value)}`;
      case 'pattern':
        return `pattern ${target.flags} ${target.pattern}`;
      case 'module':
        return `module ${target.file.index}`;
      case 'folder':
        return `folder ${target.folder}`;
      case 'type':
        return `type ${target.file.index} ${target.binding}`;
    }
  }

  /** The targets without those that stand there twice. */
  unique(targets: readonly Target[]): readonly Target[] {
    if (targets.length < 2) return targets;
    const seen = new Set<string>();
    return targets.filter((target) => seen.size < seen.add(this.keyOf(target)).size);
  }

  private numberOf(thing: object): number {
    const known = this.numbers.get(thing) ?? this.numbers.size;
    this.numbers.set(thing, known);
    return known;
  }
}
