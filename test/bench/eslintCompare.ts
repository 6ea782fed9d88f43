// Which blocking operations each side has and the other lacks. Both are compared where the operation itself
// stands: for a chain of calls that is its last step. The rule knows no loop, so only ours on the loop count.

import { relative } from 'node:path';
import { slashed } from '../../src/workspace/paths';
import type { Comparison, Place } from './contest';
import { sample } from './sample';
import type { Tree } from './sources';

interface Step {
  readonly name: string;
  readonly file: string;
  readonly range: { readonly start: { readonly line: number } };
}

interface OurReport {
  readonly findings: readonly {
    readonly severity: string;
    readonly rule: string;
    readonly context: { readonly kind: string; readonly name: string; readonly phase: string };
    readonly path: readonly Step[];
  }[];
  readonly summary: { readonly files: number };
}

interface TheirReport {
  readonly files: number;
  readonly findings: readonly { readonly file: string; readonly line: number; readonly endLine?: number; readonly message: string }[];
}

interface Operation extends Place {
  readonly phase: string;
  readonly warned: boolean;
  readonly steps: number;
}

const sampleSize = 25;

/** @param everywhere their report with calls at the top level */
export function compareFindings(tree: Tree, ourOutput: string, theirOutput: string, everywhere: string): Comparison {
  const ours = JSON.parse(ourOutput) as OurReport;
  const theirs = JSON.parse(theirOutput) as TheirReport;
  for (const { files } of [ours.summary, theirs])
    if (files !== tree.files.size) throw new Error(`${tree.files.size} files were given, ${files} were read`);
  const all = operationsOf(tree, ours);
  const onLoop = all.filter((one) => one.phase === 'loop');
  const calls = theirs.findings.map(({ message, ...place }) => ({ ...place, what: message }));
  const known = places(onLoop);
  const onlyTheirs = calls.filter((call) => !has(known, call));
  const onlyOurs = onLoop.filter((one) => !calls.some((call) => covers(call, one)));
  const elsewhere = places(all.filter((one) => one.phase !== 'loop'));
  return {
    counts: {
      'operations that Loopsight reports on the loop': onLoop.length,
      '... with a warning or an error': onLoop.filter((one) => one.warned).length,
      '... at the end of a chain of calls': onLoop.filter((one) => one.steps > 1).length,
      'calls that n/no-sync reports in functions': calls.length,
      '... with those at the top level': (JSON.parse(everywhere) as TheirReport).findings.length,
      'calls that both report': calls.length - onlyTheirs.length,
      'only Loopsight': onlyOurs.length,
      '... whose name does not end in Sync': onlyOurs.filter((one) => !/Sync(?:\.(?:call|apply))?$/.test(one.what.split(' ')[0] ?? ''))
        .length,
      'only n/no-sync': onlyTheirs.length,
      '... that Loopsight reports as startup or tooling code': onlyTheirs.filter((call) => has(elsewhere, call)).length,
    },
    samples: { 'Only Loopsight': sample(onlyOurs, sampleSize).map(placeOf), 'Only n/no-sync': sample(onlyTheirs, sampleSize).map(placeOf) },
  };
}

/** Each operation once: as the shortest chain on the loop that ends there, else as any other. */
function operationsOf(tree: Tree, { findings }: OurReport): Operation[] {
  const byPlace = new Map<string, Operation>();
  for (const { severity, rule, context, path } of findings) {
    const last = path.at(-1);
    if (!last || (severity === 'hint' && context.phase === 'loop')) continue;
    const file = slashed(relative(tree.root, last.file));
    const { line } = last.range.start;
    const via = `in ${context.kind} ${context.name}, ${path.length} step${path.length > 1 ? 's' : ''}`;
    const what = `${last.name} (${rule}, ${severity}, ${via})`;
    const warned = severity === 'warning' || severity === 'error';
    const one = { file, line, what, phase: context.phase, warned, steps: path.length };
    const key = `${file}:${line}:${last.name}`;
    const known = byPlace.get(key);
    if (!known || rank(one) < rank(known)) byPlace.set(key, one);
  }
  return [...byPlace.values()];
}

function rank({ phase, warned, steps }: Operation): number {
  return (phase === 'loop' ? 0 : 10_000) + (warned ? 0 : 1000) + steps;
}

type Lines = ReadonlyMap<string, ReadonlySet<number>>;

function places(operations: readonly Place[]): Lines {
  const lines = new Map<string, Set<number>>();
  for (const { file, line } of operations) lines.set(file, (lines.get(file) ?? new Set()).add(line));
  return lines;
}

/** A callee may span lines: then ours stands at its last name, theirs at its first. */
function has(known: Lines, { file, line, endLine = line }: TheirReport['findings'][number] | (Place & { endLine?: number })): boolean {
  return [...(known.get(file) ?? [])].some((one) => one >= line && one <= endLine);
}

function covers(call: Place & { endLine?: number }, one: Place): boolean {
  return call.file === one.file && one.line >= call.line && one.line <= (call.endLine ?? call.line);
}

function placeOf({ file, line, what }: Place): Place {
  return { file, line, what };
}
