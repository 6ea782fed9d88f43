// Which language a file is in, and its support, loaded when the first such file appears: a parser
// takes hundreds of milliseconds to load, and a window without such files must not pay for it.

import type { LanguageSupport } from '../languages/language';

const loaders = {
  javascript: async (): Promise<LanguageSupport> => (await import('../languages/javascript')).javascript,
};

export type SupportedLanguage = keyof typeof loaders;

/** The language of a file by its name. Declarations hold no code that runs, so `.d.ts` has none. */
export function languageOf(path: string): SupportedLanguage | undefined {
  if (/\.d\.([^./]+\.)?[cm]?ts$/i.test(path)) return undefined;
  return /\.(?:[cm]?[jt]s|[jt]sx)$/i.test(path) ? 'javascript' : undefined;
}

/** The language of a program whose name says nothing, by its first line (`#!/usr/bin/env node`). */
export function languageOfShebang(firstLine: string): SupportedLanguage | undefined {
  return /^#!.*\b(?:node|nodejs|deno|bun|tsx|ts-node)\b/.test(firstLine) ? 'javascript' : undefined;
}

/** Loads a language once; later calls give the same support. */
export async function loadLanguage(language: SupportedLanguage): Promise<LanguageSupport> {
  return loaders[language]();
}
