// What every language offers to the rest: facts from text, and fixes as text edits.

import type { FileFacts } from '../core/facts';
import type { Finding, Fix } from '../core/findings';
import type { Range } from '../core/text';

export interface LanguageSupport {
  /**
   * Reads one file's facts. Never throws: with syntax errors, the facts are those of what could be
   * read, and `syntaxError` says where the first error is.
   * @param path absolute, with forward slashes; its extension chooses the dialect
   */
  extract(path: string, text: string): FileFacts;
  /** The fixes for a finding in this text, the best first; none where a rewrite would not be right. */
  fixes(path: string, text: string, finding: Finding): readonly CodeFix[];
}

export interface CodeFix extends Fix {
  /** Edits of the finding's own file; they don't overlap. */
  readonly edits: readonly TextEdit[];
}

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}
