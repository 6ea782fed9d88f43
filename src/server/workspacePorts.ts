// The server's ports, filled: analysis from the core, everything else from src/workspace.
// Invariant: what a document's neighbourhood says is read before an analysis, never during it.

import { analyze } from '../core/analyze';
import { createKnowledge } from '../core/knowledgeIndex';
import type { ProjectPort } from '../core/project';
import type { Settings } from '../core/settings';
import { tables } from '../knowledge';
import { mapLimited, diskConcurrency } from '../workspace/concurrency';
import { discover } from '../workspace/discover';
import { isExcluded } from '../workspace/exclude';
import { looksGenerated, looksMinified } from '../workspace/generated';
import { languageOf, loadLanguage } from '../workspace/languages';
import { foldersUpwards, isInside, join } from '../workspace/paths';
import { configNamesAbove, projectOf } from '../workspace/project';
import { maxLineLength, readSource, readText } from '../workspace/read';
import { findSettings } from '../workspace/settings';
import { isVendored } from '../workspace/skip';
import { Verdicts } from '../workspace/regex/verdicts';
import type { Analyzer, AnalyzerHooks, FolderListing, Ports } from './ports';
import { interruptible } from './scanner/signals';
import { startScannerThread } from './scanner/thread';

export const workspacePorts: Ports = {
  languageOf,
  loadLanguage,
  analyzerFor,
  findSettings,
  surroundings,
  discover: discoverIn,
  readSource: textOf,
  startScanner: startScannerThread,
  isExcluded,
  isSource,
};

/** Of a thread, whatever it analyzes: the same patterns are everywhere. The bundle lies beside the server's own. */
const verdicts = new Verdicts(join(__dirname, 'patterns.js'));

function analyzerFor(settings: Settings, { checkpoint, knowsMore }: AnalyzerHooks): Analyzer {
  const rows = createKnowledge(tables, settings);
  const knowledge = checkpoint ? interruptible(rows, checkpoint) : rows;
  return (files, project) => {
    const { findings, undecided } = analyze(files, { knowledge, settings, project }, verdicts.lookUp);
    if (undecided.length > 0) void verdicts.decide(undecided).then((isAnySlow) => isAnySlow && knowsMore());
    return findings;
  };
}

/** The configuration files in the folders of `paths` and above, up to `root`. */
async function surroundings(paths: readonly string[], root: string): Promise<ProjectPort> {
  const folders = new Set(paths.flatMap((path) => foldersUpwards(path).slice(1)).filter((folder) => isInside(root, folder)));
  const candidates = [...folders].flatMap((folder) => configNamesAbove.map((name) => join(folder, name)));
  const texts = await mapLimited(candidates, diskConcurrency, async (path) => [path, await readText(path)] as const);
  const configs = new Map(texts.flatMap(([path, result]) => (result.kind === 'text' ? [[path, result.text] as const] : [])));
  return projectOf({ known: new Set([...paths, ...configs.keys()]), configs }, [root]);
}

async function discoverIn(root: string, isExcluded: (path: string) => boolean, signal: AbortSignal): Promise<FolderListing> {
  const discovery = await discover([root], { isExcluded, signal });
  return { files: discovery.files, known: discovery.known, configs: discovery.configs };
}

async function textOf(path: string): Promise<string | undefined> {
  const result = await readSource(path, false);
  return result.kind === 'text' ? result.text : undefined;
}

/** A dependency's code is not the reader's to change, unless its own folder was opened. */
function isSource(path: string, root: string, text: string): boolean {
  const isOwn = !path.slice(root.length).split('/').some(isVendored);
  return isOwn && isReadable(text) && !looksMinified(text) && !looksGenerated(text);
}

function isReadable(text: string): boolean {
  return text.length <= maxEditedLength && text.split('\n').every((line) => line.length <= maxLineLength);
}

/** In UTF-16 units. What is larger takes seconds to read, and that at each key. */
const maxEditedLength = 2_000_000;
