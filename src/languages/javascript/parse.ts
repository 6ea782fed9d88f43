// JavaScript and TypeScript to an ESTree syntax tree, for any text: half-typed code is the normal
// case in an editor. typescript-estree throws at the first error, so it is handed a source file whose
// errors have been taken off; the tree then has holes, and every reader of it must expect them.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { astConverter } from '@typescript-eslint/typescript-estree/use-at-your-own-risk';
import * as ts from 'typescript';
import type { SyntaxProblem } from '../../core/facts';

export interface ParsedFile {
  readonly program: TSESTree.Program;
  readonly syntaxError: SyntaxProblem | undefined;
}

/** Parses `text`; `path` chooses the dialect by its extension. `undefined` if not even a tree with holes comes out (nested too deeply). */
export function parse(path: string, text: string): ParsedFile | undefined {
  try {
    const { source, syntaxError } = parseSource(path, text);
    const settings = { ...converterSettings, comment: mentionsLoopsight(text) } as Parameters<typeof astConverter>[1];
    const program = astConverter(source, settings, false).estree;
    return { program, syntaxError };
  } catch {
    return undefined;
  }
}

/** All that the converter reads of the library's settings. The library's own entry would also look for projects on the disk. */
const converterSettings = {
  allowInvalidAST: true,
  errorOnUnknownASTType: false,
  loc: true,
  range: true,
  suppressDeprecatedPropertyWarnings: true,
  tokens: null,
};

/** Collecting comments costs a third of the parse, so it is done only where one may speak to us. */
function mentionsLoopsight(text: string): boolean {
  return text.includes('loopsight-ignore') || /@(?:non)?blocking\b/.test(text);
}

function parseSource(path: string, text: string): { source: ts.SourceFile; syntaxError: SyntaxProblem | undefined } {
  // loopsight-ignore-next-line cpu-call -- one file at a time, milliseconds each; whole projects are read on several threads
  const source = ts.createSourceFile(
    path,
    text,
    { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    true,
    scriptKind(path),
  ) as ts.SourceFile & {
    parseDiagnostics: ts.DiagnosticWithLocation[];
  };
  const first = source.parseDiagnostics[0];
  source.parseDiagnostics = [];
  return { source, syntaxError: first && describe(source, first) };
}

function describe(source: ts.SourceFile, diagnostic: ts.DiagnosticWithLocation): SyntaxProblem {
  const { line, character } = source.getLineAndCharacterOfPosition(diagnostic.start);
  return { message: ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '), line: line + 1, column: character + 1 };
}

/** JSX is legal in every dialect but TypeScript's own, where `<T>x` is a type assertion. */
function hasJsx(path: string): boolean {
  return !/\.[cm]?ts$/.test(path);
}

function scriptKind(path: string): ts.ScriptKind {
  if (/\.tsx$/.test(path)) return ts.ScriptKind.TSX;
  return hasJsx(path) ? ts.ScriptKind.JSX : ts.ScriptKind.TS;
}
