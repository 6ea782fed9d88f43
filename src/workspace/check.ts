// The analysis of files on disk: discovers, reads, extracts, and hands the whole to the core as one
// program. The report depends on the files and the settings only, but for the time that it took.

import { analyze } from '../core/analyze';
import type { FileFacts } from '../core/facts';
import type { Finding, Fix, Problem, Report, Step } from '../core/findings';
import { createKnowledge } from '../core/knowledgeIndex';
import type { ProjectPort } from '../core/project';
import { tables } from '../knowledge';
import { diskConcurrency, mapLimited } from './concurrency';
import { discover, type Discovery, type SourceFile } from './discover';
import { exclusion } from './exclude';
import { loadLanguage } from './languages';
import { absolutePath, byCodeUnits, commonPath, isInside, shownPath } from './paths';
import { projectOf } from './project';
import { readSource } from './read';
import { findSettings, type FolderSettings } from './settings';

interface CheckOptions {
  /** Paths are relative to it, those given and those in the report. */
  readonly cwd: string;
  /** Default: the settings that lie on the disk for the folder that holds all paths. */
  readonly settings?: FolderSettings;
  readonly signal?: AbortSignal;
}

/**
 * Analyzes files and folders as one program. What cannot be read becomes a problem.
 * @throws the signal's reason once it is aborted
 */
export async function check(paths: readonly string[], { cwd, settings: given, signal }: CheckOptions): Promise<Report> {
  const startedAt = performance.now();
  const starts = paths.map((path) => absolutePath(cwd, path));
  const settings = given ?? (await findSettings(commonPath(starts)));
  const discovery = await discover(starts, {
    isExcluded: exclusion(settings.folder, settings.settings.exclude),
    ...(signal && { signal }),
  });
  const sources = await readSources(discovery.files, signal);
  const { findings, functions } = analyzeSources(sources, projectOf(discovery, starts), settings);
  const complete = await withFixes(findings, sources);
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
    summary: { files: sources.filter(isRead).length, functions, durationMs: Math.round(performance.now() - startedAt) },
  };
}

interface ReadSource {
  readonly kind: 'read';
  readonly file: SourceFile;
  readonly text: string;
  readonly facts: FileFacts;
}

type Source =
  | ReadSource
  | { readonly kind: 'skipped'; readonly file: SourceFile }
  | { readonly kind: 'problem'; readonly file: SourceFile; readonly message: string };

function isRead(source: Source): source is ReadSource {
  return source.kind === 'read';
}

async function readSources(files: readonly SourceFile[], signal: AbortSignal | undefined): Promise<Source[]> {
  return mapLimited(files, diskConcurrency, async (file) => {
    signal?.throwIfAborted();
    return read(file);
  });
}

async function read(file: SourceFile): Promise<Source> {
  const result = await readSource(file.path, file.wanted);
  if (result.kind === 'problem') return { kind: 'problem', file, message: result.message };
  if (result.kind === 'skipped') return { kind: 'skipped', file };
  const support = await loadLanguage(file.language);
  return { kind: 'read', file, text: result.text, facts: support.extract(file.path, result.text) };
}

function analyzeSources(sources: readonly Source[], project: ProjectPort, { settings }: FolderSettings): ReturnType<typeof analyze> {
  const facts = sources.filter(isRead).map((source) => source.facts);
  return analyze(facts, { knowledge: createKnowledge(tables, settings), settings, project, countsHandlers: true });
}

/** One after the other, so that the findings of one file come together: a language may keep the syntax of the last one. */
async function withFixes(findings: readonly Finding[], sources: readonly Source[]): Promise<Finding[]> {
  const byPath = new Map(sources.filter(isRead).map((source) => [source.file.path, source]));
  return mapLimited(findings, 1, async (finding) => {
    const source = byPath.get(finding.file);
    return source === undefined || !isFixable(finding) ? finding : { ...finding, fixes: await fixesOf(finding, source) };
  });
}

/** A fix edits the call site only, so it must be the operation itself, and must have a variant that frees the loop. */
function isFixable({ remedy, path }: Finding): boolean {
  return remedy.kind === 'async' && path.length === 1;
}

async function fixesOf(finding: Finding, { file, text }: ReadSource): Promise<Fix[]> {
  const support = await loadLanguage(file.language);
  return support.fixes(file.path, text, finding).map(({ title, safe }) => ({ title, safe }));
}

function problemOf(source: Source, cwd: string): Problem[] {
  const file = source.file.path;
  if (source.kind === 'problem') return [{ file, message: source.message }];
  const error = source.kind === 'read' ? source.facts.syntaxError : undefined;
  if (error === undefined) return [];
  const place = `${shownPath(cwd, file)}:${error.line}:${error.column}`;
  return [{ file, message: `Syntax error at ${place}: ${error.message.replace(/\.$/, '')}. The rest of the file was analyzed.` }];
}

/** A path that yields nothing must not look like one without findings. */
function emptyStarts(starts: readonly string[], { problems }: Discovery, sources: readonly Source[]): Problem[] {
  const empty = starts.filter((start) => !sources.some((source) => source.kind !== 'skipped' && isInside(start, source.file.path)));
  return empty
    .filter((start) => !problems.some(({ file }) => file === start))
    .map((file) => ({ file, message: emptyMessage(file, sources) }));
}

function emptyMessage(start: string, sources: readonly Source[]): string {
  const skipped = sources.filter(({ kind, file }) => kind === 'skipped' && isInside(start, file.path)).length;
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
