// The whole program as one: functions of all files under dense ids, so that what follows works on
// arrays of numbers.

import type { CallSite, FileFacts, FunctionFacts } from '../facts';

/** A function of the program. Ids are dense, from 0, in the order of the files' paths. */
export type FunctionId = number;

export interface ProgramFile {
  readonly index: number;
  readonly facts: FileFacts;
  /** The id of the file's function 0. */
  readonly base: FunctionId;
}

export interface ProgramFunction {
  readonly id: FunctionId;
  readonly file: ProgramFile;
  readonly facts: FunctionFacts;
  /** The call sites in its body, in evaluation order. */
  readonly calls: readonly CallSite[];
}

export interface Program {
  readonly files: readonly ProgramFile[];
  readonly functions: readonly ProgramFunction[];
}

/** Numbers the functions of all files, by path: where more is found than is kept, the order of the files must not decide what. */
export function createProgram(files: readonly FileFacts[]): Program {
  const programFiles: ProgramFile[] = [];
  const functions: ProgramFunction[] = [];
  for (const facts of [...files].sort(byPath)) {
    const file = { index: programFiles.length, facts, base: functions.length };
    programFiles.push(file);
    const callsOf = groupCalls(facts);
    facts.functions.forEach((one, index) => functions.push({ id: file.base + index, file, facts: one, calls: callsOf[index] ?? [] }));
  }
  return { files: programFiles, functions };
}

function byPath(a: FileFacts, b: FileFacts): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function groupCalls(facts: FileFacts): CallSite[][] {
  const groups: CallSite[][] = facts.functions.map(() => []);
  for (const call of facts.calls) groups[call.function]?.push(call);
  return groups;
}
