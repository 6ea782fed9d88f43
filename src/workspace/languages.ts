// Which language a file is in, and its support, loaded when the first such file appears: a parser
// takes hundreds of milliseconds to load, and a window without such files must not pay for it.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LanguageSupport } from '../languages/language';

const loaders = {
  javascript: async (): Promise<LanguageSupport> => (await import('../languages/javascript')).javascript,
  python: async (): Promise<LanguageSupport> => {
    const [{ loadPython }, runtime, grammar] = await Promise.all([
      import('../languages/python'),
      readWasm('web-tree-sitter/web-tree-sitter.wasm'),
      readWasm('tree-sitter-python/tree-sitter-python.wasm'),
    ]);
    return loadPython({ runtime, grammar });
  },
};

/** A file of a package: built, it lies beside the bundle; from sources, where npm put it. */
async function readWasm(file: string): Promise<Uint8Array> {
  const built = join(__dirname, file.split('/').at(-1) ?? '');
  return readFile(built).catch(() => readFile(join(__dirname, '../../node_modules', file)));
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
