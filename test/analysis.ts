// The analyzer as tests use it: texts in, findings out, with the real tables.

import { analyze } from '../src/core/analyze';
import type { Finding } from '../src/core/findings';
import type { KnowledgeTables } from '../src/core/knowledge';
import { createKnowledge } from '../src/core/knowledgeIndex';
import { emptyProject } from '../src/core/project';
import { defaultSettings, mergeSettings, type Settings } from '../src/core/settings';
import { tables as realTables } from '../src/knowledge';
import { javascript } from '../src/languages/javascript';

export interface TestOptions {
  readonly settings?: Partial<Settings>;
  readonly tables?: KnowledgeTables;
}

/** Analyses texts by path as one program. */
export function analyzeTexts(
  texts: Readonly<Record<string, string>>,
  { settings = {}, tables = realTables }: TestOptions = {},
): readonly Finding[] {
  const merged = mergeSettings(defaultSettings, settings);
  const files = Object.entries(texts).map(([path, text]) => javascript.extract(path, text));
  return analyze(files, { knowledge: createKnowledge(tables, merged), settings: merged, project: emptyProject }).findings;
}

/** Analyses one text, as a module at the root unless a path says otherwise. */
export function analyzeText(text: string, path = '/src/example.ts', options: TestOptions = {}): readonly Finding[] {
  return analyzeTexts({ [path]: text }, options);
}
