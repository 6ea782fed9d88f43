// Which language a file is in, and its support, loaded when the first such file appears: a parser
// takes hundreds of milliseconds to load, and a window without such files must not pay for it.

import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageSupport } from '../languages/language';

const loaders = {
  javascript: async (): Promise<LanguageSupport> => (await import('../languages/javascript')).javascript,
  python: async (): Promise<LanguageSupport> => {
    const [{ loadPython }, runtime, grammar] = await Promise.all([
      import('../languages/python'),
      readFile(besides('web-tree-sitter/web-tree-sitter.wasm')),
      readFile(besides('tree-sitter-python/tree-sitter-python.wasm')),
    ]);
    return loadPython({ runtime, grammar });
  },
};

/** A file of a package: built, it lies beside the bundle; from sources, where npm put it. */
function besides(file: string): string {
  const built = join(__dirname, file.split('/').at(-1) ?? '');
  return existsSync(built) ? built : createRequire(__filename).resolve(file);
}

const loaded = new Map<SupportedLanguage, Promise<LanguageSupport>>();

export type SupportedLanguage = keyof typeof loaders;

/** The language of a file by its name. Declarations hold no code that runs, so `.d.ts` has none. */
export function languageOf(path: string): SupportedLanguage | undefined {
  if (/\.d\.([^./]+\.)?[cm]?ts$/i.test(path)) return undefined;
  if (/\.pyi?$/i.test(path)) return 'python';
  return /\.(?:[cm]?[jt]s|[jt]sx)$/i.test(path) ? 'javascript' : undefined;
}

/** The language of a program whose name says nothing, by its first line (`#!/usr/bin/env node`). */
export function languageOfShebang(firstLine: string): SupportedLanguage | undefined {
  if (/^#!.*\bpython[\d.]*\b/.test(firstLine)) return 'python';
  return /^#!.*\b(?:node|nodejs|deno|bun|tsx|ts-node)\b/.test(firstLine) ? 'javascript' : undefined;
}

/** Loads a language once; later calls give the same support. */
export async function loadLanguage(language: SupportedLanguage): Promise<LanguageSupport> {
  const known = loaded.get(language) ?? loaders[language]();
  loaded.set(language, known);
  return known;
}
