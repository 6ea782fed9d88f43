// What the parts of linking ask of the resolver, which asks them.

import type { CallSite, Value } from '../facts';
import type { Knowledge } from '../knowledgeIndex';
import type { Classes } from './classes';
import type { Entry, Learned } from './learned';
import type { Modules } from './modules';
import type { Program, ProgramFile } from './program';
import type { Target, TargetKeys } from './targets';

export interface Resolving {
  readonly program: Program;
  readonly modules: Modules;
  readonly knowledge: Knowledge;
  readonly keys: TargetKeys;
  readonly learned: Learned;
  readonly classes: Classes;
  readonly exports: {
    /** What a file exports under a name. */
    named(file: ProgramFile, name: string): readonly Target[];
    /** A module of a Python package. */
    submodule(folder: string, name: string): readonly Target[];
  };
  /** What `value`, written in `file`, can be. */
  resolve(file: ProgramFile, value: Value): readonly Target[];
  /** The constant that `value` is, names of constants followed; else `value` itself. */
  constant(file: ProgramFile, value: Value): Value;
  callee(file: ProgramFile, site: CallSite): readonly Target[];
  member(target: Target, name: string): readonly Target[];
  /** Anything that an index with an unknown key may give. */
  anyElement(target: Target): readonly Target[];
  /** What was found, with what is declared. */
  typed(file: ProgramFile, found: readonly Target[], types: readonly Value[]): readonly Target[];
  /** What was learned of something, until the last round. */
  known<T>(entry: Entry<T>): readonly T[];
}
