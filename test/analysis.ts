// The analyzer as tests use it: texts in, findings out, with the real tables.

import { analyze } from '../src/core/analyze';
import type { Finding } from '../src/core/findings';
import type { KnowledgeTables } from '../src/core/knowledge';
import { createKnowledge } from '../src/core/knowledgeIndex';
import { emptyProject, type ProjectPort } from '../src/core/project';
import { defaultSettings, mergeSettings, type SomeSettings } from '../src/core/settings';
import { tables as realTables } from '../src/knowledge';
import { javascript } from '../src/languages/javascript';
import type { LanguageSupport } from '../src/languages/language';
import { decide, decideAtOnce } from '../src/workspace/regex/decide';
import { languageOf, loadLanguage } from '../src/workspace/languages';

let python: LanguageSupport | undefined;

/** Starts the parser of Python. Whoever analyses texts in Python calls it in a `before` hook. */
export async function startPython(): Promise<void> {
  python = await loadLanguage('python');
}

export interface TestOptions {
  readonly settings?: SomeSettings;
  readonly tables?: KnowledgeTables;
  readonly project?: ProjectPort;
}

/** Analyses texts by path as one program. */
export function analyzeTexts(
  texts: Readonly<Record<string, string>>,
  { settings = {}, tables = realTables, project = emptyProject }: TestOptions = {},
): readonly Finding[] {
  const merged = mergeSettings(defaultSettings, settings);
  const files = Object.entries(texts).map(([path, text]) => supportFor(path).extract(path, text));
  return analyze(
    files,
    { knowledge: createKnowledge(tables, merged), settings: merged, project },
    (question) => decideAtOnce(question) ?? decide(question),
  ).findings;
}

function supportFor(path: string): LanguageSupport {
  if (languageOf(path) !== 'python') return javascript;
  if (!python) throw new Error('startPython was not called.');
  return python;
}

/** Analyses one text, as a module at the root unless a path says otherwise. */
export function analyzeText(text: string, path = '/src/example.ts', options: TestOptions = {}): readonly Finding[] {
  return analyzeTexts({ [path]: text }, options);
}

/** A project at the root that holds these files and no others. */
export function projectWith(texts: Readonly<Record<string, string>>): ProjectPort {
  return {
    roots: [''],
    configs: Object.keys(texts).filter((path) => path.endsWith('.json')),
    exists: (path) => path in texts,
    readConfig: (path) => (path.endsWith('.json') ? texts[path] : undefined),
  };
}
