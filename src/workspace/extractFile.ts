// One source file, read and extracted: all that a thread does for it.

import type { FileFacts } from '../core/facts';
import type { SourceFile } from './discover';
import { loadLanguage } from './languages';
import { readSource } from './read';

export type Source =
  | { readonly kind: 'read'; readonly facts: FileFacts }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'problem'; readonly message: string };

/** Reads and extracts one file. */
export async function extractFile(file: SourceFile): Promise<Source> {
  const result = await readSource(file.path, file.wanted);
  if (result.kind !== 'text') return result.kind === 'problem' ? result : { kind: 'skipped' };
  const support = await loadLanguage(file.language);
  return { kind: 'read', facts: support.extract(file.path, result.text) };
}
