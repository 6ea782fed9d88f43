// What it takes to hold Loopsight against another program, and what comes out.

import type { Tree } from './sources';

export interface Contest {
  readonly name: string;
  /** How the names of the files end that both read. */
  readonly ending: string;
  /** What is compared if nobody names folders; none if this machine has nothing. */
  defaultFolders(): readonly string[];
  /** @param program Loopsight's built command line */
  hold(program: string, tree: Tree, runs: number): Promise<Comparison>;
}

export interface Comparison {
  readonly counts: Readonly<Record<string, number>>;
  /** Random, but the same in every run over the same files. */
  readonly samples: Readonly<Record<string, readonly Place[]>>;
}

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly what: string;
}
