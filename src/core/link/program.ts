// The whole program as one: functions of all files under dense ids, so that what follows works on
// arrays of numbers.

import type { Binding, CallSite, FileFacts, FunctionFacts, Value } from '../facts';
import type { Knowledge } from '../knowledgeIndex';

/** A function of the program. Ids are dense, from 0, in the order of the files' paths. */
export type FunctionId = number;

export interface ProgramFile {
  readonly index: number;
  readonly facts: FileFacts;
  /** The id of the file's function 0. */
  readonly base: FunctionId;
  /** Its call sites, but for reads and writes of properties that can't run anything. */
  readonly sites: readonly CallSite[];
}

export interface ProgramFunction {
  readonly id: FunctionId;
  readonly file: ProgramFile;
  readonly facts: FunctionFacts;
  /** Those in its body, in evaluation order. */
  readonly calls: readonly CallSite[];
}

export interface Program {
  readonly files: readonly ProgramFile[];
  readonly functions: readonly ProgramFunction[];
}

/** Numbers the functions of all files, by path: where more is found than is kept, the order of the files must not decide what. */
export function createProgram(files: readonly FileFacts[], knowledge: Pick<Knowledge, 'mattersByUse'>): Program {
  const accessors = new Set(files.flatMap((facts) => facts.accessors));
  const maySay = ({ use, callee }: CallSite): boolean =>
    (use !== 'read' && use !== 'write') || callee.kind !== 'member' || accessors.has(callee.name) || knowledge.mattersByUse(callee.name);
  const programFiles: ProgramFile[] = [];
  const functions: ProgramFunction[] = [];
  for (const facts of [...files].sort(byPath)) {
    const sites = facts.calls.filter(maySay);
    const file = { index: programFiles.length, facts, base: functions.length, sites };
    programFiles.push(file);
    const callsOf = groupCalls(file);
    facts.functions.forEach((one, index) => functions.push({ id: file.base + index, file, facts: one, calls: callsOf[index] ?? [] }));
  }
  return { files: programFiles, functions };
}

function byPath(a: FileFacts, b: FileFacts): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function groupCalls({ facts, sites }: ProgramFile): CallSite[][] {
  const groups: CallSite[][] = facts.functions.map(() => []);
  for (const call of sites) groups[call.function]?.push(call);
  return groups;
}

/** A generator of Python runs only when somebody goes on with it. */
export function isLazy({ file, facts }: ProgramFunction): boolean {
  return facts.generator && !facts.async && isPython(file);
}

/** True for a file in Python. */
export function isPython({ facts }: ProgramFile): boolean {
  return facts.language === 'python';
}

/** What the name is bound to; `undefined` for a global. */
export function bindingOf(file: ProgramFile, value: Value & { kind: 'name' }): Binding | undefined {
  return value.binding === undefined ? undefined : file.facts.bindings[value.binding];
}

/** The `this` that a value is, itself or by a name that means nothing else: Python's `self`, or `cls`. */
export function thisBehind(file: ProgramFile, value: Value): (Value & { kind: 'this' }) | undefined {
  const [only, more] = value.kind === 'name' ? (bindingOf(file, value)?.values ?? []) : [value];
  return only?.kind === 'this' && !more ? only : undefined;
}

/** The class, by its number in the file, whose object a value begins as that is `this` or `self`. */
export function ownClass(file: ProgramFile, value: Value): number | undefined {
  const [self] = value.kind === 'name' ? (bindingOf(file, value)?.values ?? []) : [value];
  return self?.kind === 'this' ? file.facts.functions[self.function]?.class : undefined;
}
