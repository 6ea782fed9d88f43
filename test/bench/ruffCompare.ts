// Which call sites each side has and the other lacks. Ruff knows the body of an async function only, so both are
// compared at the call in it: of a chain of calls that is the first step. Of ours only those on the loop count.

import { relative } from 'node:path';
import { slashed } from '../../src/workspace/paths';
import type { Comparison, Place } from './contest';
import { sample } from './sample';
import type { Tree } from './sources';

interface Position {
  readonly line: number;
  readonly column: number;
}

interface OurReport {
  readonly findings: readonly {
    readonly severity: string;
    readonly rule: string;
    readonly file: string;
    readonly range: { readonly start: Position };
    readonly context: { readonly kind: string; readonly name: string; readonly phase: string };
    readonly path: readonly { readonly name: string }[];
  }[];
  readonly summary: { readonly files: number };
}

interface TheirReport {
  readonly version: string;
  readonly files: number;
  readonly broken: number;
  readonly findings: readonly {
    readonly file: string;
    readonly code: string;
    readonly message: string;
    readonly start: { readonly row: number };
    readonly end: { readonly row: number };
  }[];
}

/** A call in loop code and one rule: what the editor shows as one diagnostic. */
interface Site extends Place {
  readonly rule: string;
  readonly phase: string;
  readonly warned: boolean;
  readonly steps: number;
}

interface Call extends Place {
  readonly rule: string;
  readonly endLine: number;
}

type Counts = Record<string, number>;

const sampleSize = 15;

export function compareWithRuff(tree: Tree, ourOutput: string, theirOutput: string): Comparison {
  const ours = JSON.parse(ourOutput) as OurReport;
  const theirs = JSON.parse(theirOutput) as TheirReport;
  for (const { files } of [ours.summary, theirs])
    if (files !== tree.files.size) throw new Error(`${tree.files.size} files were given, ${files} were read`);
  console.log(`ruff ${theirs.version}; files in which it finds errors of syntax: ${theirs.broken}`);
  const sites = sitesOf(tree, ours);
  const onLoop = sites.filter(({ phase }) => phase === 'loop');
  const calls = callsOf(theirs);
  const onlyOurs = onLoop.filter((site) => !calls.some((call) => covers(call, site)));
  const onlyTheirs = calls.filter((call) => !onLoop.some((site) => covers(call, site)));
  const silent = new Set(silentOnes(onlyTheirs, sites));
  const known = onlyTheirs.filter((call) => !silent.has(call));
  return {
    counts: { ...ourCounts(onLoop, onlyOurs), ...theirCounts(calls, onlyTheirs, sites) },
    samples: {
      'Only Loopsight': drawn(onlyOurs),
      'Only ruff, and nothing from Loopsight': drawn([...silent]),
      'Only ruff, startup or tooling code for Loopsight': drawn(known),
    },
  };
}

function ourCounts(onLoop: readonly Site[], only: readonly Site[]): Counts {
  const counts: Counts = {
    'calls that Loopsight reports on the loop': onLoop.length,
    '... with a warning or an error': onLoop.filter(({ warned }) => warned).length,
    '... that lead to the operation through other functions': onLoop.filter(({ steps }) => steps > 1).length,
    'only Loopsight': only.length,
    '... that call the operation itself': only.filter(({ steps }) => steps === 1).length,
  };
  for (const rule of rulesOf(onLoop)) counts[`    ${rule}, of ${count(onLoop, rule)}`] = count(only, rule);
  return counts;
}

function theirCounts(calls: readonly Call[], only: readonly Call[], sites: readonly Site[]): Counts {
  const counts: Counts = {
    'calls that ruff reports': calls.length,
    'only ruff': only.length,
    '... that Loopsight reports as startup or tooling code': only.length - silentOnes(only, sites).length,
  };
  for (const rule of rulesOf(calls)) {
    const missed = only.filter((call) => call.rule === rule);
    const silent = silentOnes(missed, sites).length;
    counts[`    ${rule}, of ${count(calls, rule)}; ${silent} of them not reported at all`] = missed.length;
  }
  return counts;
}

function rulesOf(places: readonly (Site | Call)[]): string[] {
  return [...new Set(places.map(({ rule }) => rule))].sort();
}

function count(places: readonly (Site | Call)[], rule: string): number {
  return places.filter((place) => place.rule === rule).length;
}

/** Those about which Loopsight says nothing, of whatever phase. */
function silentOnes(calls: readonly Call[], sites: readonly Site[]): Call[] {
  return calls.filter((call) => !sites.some((site) => covers(call, site)));
}

/** Each call site and rule once: on the loop if any context is, with its shortest chain. */
function sitesOf(tree: Tree, { findings }: OurReport): Site[] {
  const byPlace = new Map<string, Site>();
  for (const { severity, rule, file: path, range, context, path: steps } of findings) {
    const file = slashed(relative(tree.root, path));
    const { line, column } = range.start;
    const what = `${steps.map(({ name }) => name).join(' > ')} (${rule}, ${severity}, in ${context.kind} ${context.name})`;
    const warned = severity === 'warning' || severity === 'error';
    const site = { file, line, what, rule, phase: context.phase, warned, steps: steps.length };
    const key = `${file}:${line}:${column}:${rule}`;
    const known = byPlace.get(key);
    if (!known || rank(site) < rank(known)) byPlace.set(key, site);
  }
  return [...byPlace.values()];
}

function rank({ phase, warned, steps }: Site): number {
  return (phase === 'loop' ? 0 : 10_000) + (warned ? 0 : 1000) + steps;
}

function callsOf({ findings }: TheirReport): Call[] {
  return findings.map(({ file, code, message, start, end }) => ({
    file,
    line: start.row,
    endLine: end.row,
    rule: code,
    what: `${code}: ${message}`,
  }));
}

/** A callee may span lines: then ours stands at its last name. */
function covers(call: Call, site: Site): boolean {
  return call.file === site.file && site.line >= call.line && site.line <= call.endLine;
}

function drawn(places: readonly Place[]): Place[] {
  return sample(places, sampleSize).map(({ file, line, what }) => ({ file, line, what }));
}
