// Python. The parser is WebAssembly: whoever loads this language brings the bytes, so that nothing here
// knows where they are kept.

import { Language, Parser } from 'web-tree-sitter';
import type { LanguageSupport } from '../language';
import { extract } from './extract';

export interface ParserBytes {
  /** `web-tree-sitter.wasm` */
  readonly runtime: Uint8Array;
  /** `tree-sitter-python.wasm` */
  readonly grammar: Uint8Array;
}

/** Starts the parser, which takes some 50 ms. */
export async function loadPython({ runtime, grammar }: ParserBytes): Promise<LanguageSupport> {
  await Parser.init({ wasmBinary: runtime });
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return { extract: (path, text) => extract(parser, path, text), fixes: () => [] };
}
