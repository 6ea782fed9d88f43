// The analysis of files on disk: discovers, reads, extracts, and hands the whole to the core as one
// program. The report depends on the files and the settings only, but for the time that it took.

import { setImmediate } from 'node:timers/promises';
import { type Analysis, prepare } from '../core/analyze';
import type { Finding, Fix, Problem, Report, Step } from '../core/findings';
import { createKnowledge } from '../core/knowledgeIndex';
import type { ProjectPort } from '../core/project';
import { tables } from '../knowledge';
import { mapLimited } from './concurrency';
import { discover, type Discovery, type SourceFile } from './discover';
import { exclusion } from './exclude';
import type { Source } from './extractFile';
import { loadLanguage } from './languages';
import { absolutePath, byCodeUnits, commonPath, isInside, shownPath } from './paths';
import { projectOf } from './project';
import { readText } from './read';
import { Verdicts } from './regex/verdicts';
import { findSettings, type FolderSettings } from './settings';
import { extractFiles } from './sources';

interface CheckOptions {
  /** Paths are relative to it, those given and those in the report. */
  readonly cwd: string;
  /** Default: the settings that lie on the disk for the folder that holds all paths. */
  readonly settings?: FolderSettings;
  /** The built `extractor.ts`: where there are many files, it runs on further threads. */
  readonly threadScript?: string;
  /** The built `regex/main.ts`: without it, regular expressions that take more than one look count as harmless. */
  readonly patternScript?: string;
  readonly signal?: AbortSignal;
}

/**
 * Analyzes files and folders as one program. What cannot be read becomes a problem.
 * @throws the signal's reason once it is aborted
 */
export async function check(
  paths: readonly string[],
  { cwd, settings: given, threadScript, patternScript, signal }: CheckOptions,
): Promise<Report> {
  const startedAt = performance.now();
  const starts = paths.map((path) => absolutePath(cwd, path));
  const settings = given ?? (await findSettings(commonPath(starts)));
  const discovery = await discover(starts, {
    isExcluded: exclusion(settings.folder, settings.settings.exclude),
    ...(signal && { signal }),
  });
  const extracted = await extractFiles(discovery.files, { threadScript, signal });
  const sources = discovery.files.map((file, index): Sourced => ({ file, source: extracted[index] ?? { kind: 'skipped' } }));
  const { findings, functions } = await analyzeSources(extracted, projectOf(discovery, starts), settings, new Verdicts(patternScript));
  const complete = await withFixes(findings, discovery.files);
  const problems = [
    ...settings.problems,
    ...discovery.problems,
    ...sources.flatMap((source) => problemOf(source, cwd)),
    ...emptyStarts(starts, discovery, sources),
  ];
  return {
    version: 1,
    findings: complete.map((finding) => shownFinding(finding, cwd)).sort(byPlace),
    problems: problems.map((problem) => ({ ...problem, file: shownPath(cwd, problem.file) })).sort(byFile),
    summary: {
      files: extracted.filter((source) => source.kind === 'read').length,
      functions,
      durationMs: Math.round(performance.now() - startedAt),
    },
  };
}

interface Sourced {
  readonly file: SourceFile;
  readonly source: Source;
}

async function analyzeSources(
  sources: readonly Source[],
  project: ProjectPort,
  { settings }: FolderSettings,
  verdicts: Verdicts,
): Promise<Analysis> {
  const facts = sources.flatMap((source) => (source.kind === 'read' ? source.facts : []));
  const prepared = prepare(facts, { knowledge: createKnowledge(tables, settings), settings, project, countsHandlers: true });
  const deciding = verdicts.decide(prepared.undecided(verdicts.lookUp));
  await setImmediate(); // the thread that decides starts before this one is busy again
  const report = prepared.finish();
  await deciding;
  return report(verdicts.lookUp);
}

/** One after the other, so that the findings of one file come together: a language may keep the syntax of the last one. */
async function withFixes(findings: readonly Finding[], files: readonly SourceFile[]): Promise<Finding[]> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const lastRead = new LastRead();
  return mapLimited(findings, 1, async (finding) => {
    const file = isFixable(finding) ? byPath.get(finding.file) : undefined;
    if (!file) return finding;
    const text = await lastRead.textOf(file);
    return text === undefined ? finding : { ...finding, fixes: await fixesOf(finding, file, text) };
  });
}

/** Findings come file by file, so one text at a time is enough. */
class LastRead {
  private path = '';
  private text: string | undefined;

  async textOf({ path }: SourceFile): Promise<string | undefined> {
    if (path !== this.path) {
      const result = await readText(path);
      [this.path, this.text] = [path, result.kind === 'text' ? result.text : undefined];
    }
    return this.text;
  }
}

/** A fix edits the call site only, so it must be the operation itself, and must have a variant that frees the loop. */
function isFixable({ remedy, path }: Finding): boolean {
  return remedy.kind === 'async' && path.length === 1;
}

async function fixesOf(finding: Finding, file: SourceFile, text: string): Promise<Fix[]> {
  const support = await loadLanguage(file.language);
  return support.fixes(file.path, text, finding).map(({ title, safe }) => ({ title, safe }));
}

function problemOf({ file: { path: file }, source }: Sourced, cwd: string): Problem[] {
  if (source.kind === 'problem') return [{ file, message: source.message }];
  const error = source.kind === 'read' ? source.facts.syntaxError : undefined;
  if (error === undefined) return [];
  const place = `${shownPath(cwd, file)}:${error.line}:${error.column}`;
  return [{ file, message: `Syntax error at ${place}: ${error.message.replace(/\.$/, '')}. The rest of the file was analyzed.` }];
}

/** A path that yields nothing must not look like one without findings. */
function emptyStarts(starts: readonly string[], { problems }: Discovery, sources: readonly Sourced[]): Problem[] {
  const empty = starts.filter((start) => !sources.some(({ file, source }) => source.kind !== 'skipped' && isInside(start, file.path)));
  return empty
    .filter((start) => !problems.some(({ file }) => file === start))
    .map((file) => ({ file, message: emptyMessage(file, sources) }));
}

function emptyMessage(start: string, sources: readonly Sourced[]): string {
  const skipped = sources.filter(({ file, source }) => source.kind === 'skipped' && isInside(start, file.path)).length;
  if (skipped === 0) return 'There is no file here to analyze.';
  return `There is no file here to analyze: all code in it (${skipped} ${skipped === 1 ? 'file' : 'files'}) is minified or generated. Name a file to analyze it all the same.`;
}

function shownFinding(finding: Finding, cwd: string): Finding {
  const path = finding.path.map((step): Step => ({ ...step, file: shownPath(cwd, step.file) }));
  return { ...finding, file: shownPath(cwd, finding.file), path };
}

function byPlace(a: Finding, b: Finding): number {
  const { line, column } = a.range.start;
  const { line: otherLine, column: otherColumn } = b.range.start;
  return (
    byCodeUnits(a.file, b.file) ||
    line - otherLine ||
    column - otherColumn ||
    byCodeUnits(a.rule, b.rule) ||
    byCodeUnits(placeOf(a), placeOf(b))
  );
}

/** Two operations of one rule at one call site differ in where they end. */
function placeOf({ api, path }: Finding): string {
  return JSON.stringify([api, path]);
}

function byFile(a: Problem, b: Problem): number {
  return byCodeUnits(a.file, b.file) || byCodeUnits(a.message, b.message);
}
