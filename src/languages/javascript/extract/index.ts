// The extract pass for JavaScript and TypeScript: one walk over the syntax tree, from which come all
// facts of the file. Nothing here looks anything up in knowledge.

import type { FileFacts } from '../../../core/facts';
import { emptyFacts, factsOf } from '../../gathering';
import { childrenOf } from '../children';
import { parse, type ParsedFile } from '../parse';
import { classHandlers } from './classes';
import { annotationsIn, suppressionsIn } from './comments';
import { expressionHandlers } from './expressions';
import { Extraction, type Handlers, toRange } from './extraction';
import { addImplicitFunction, functionHandlers } from './functions';
import { jsxHandlers } from './jsx';
import { moduleHandlers } from './modules';
import { statementHandlers, visitStatements } from './statements';

const handlers: Handlers = {
  ...expressionHandlers,
  ...statementHandlers,
  ...functionHandlers,
  ...classHandlers,
  ...moduleHandlers,
  ...jsxHandlers,
};

/** The facts of one file. Never throws: what can't be read at all gives empty facts with a syntax error. */
export function extract(path: string, text: string): FileFacts {
  const parsed = parse(path, text);
  if (!parsed)
    return emptyFacts(path, 'javascript', { message: 'This file could not be parsed: it is nested too deeply.', line: 1, column: 1 });
  try {
    return extractProgram(path, text, parsed);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return emptyFacts(path, 'javascript', { message: 'This file is nested too deeply to be analyzed.', line: 1, column: 1 });
  }
}

function extractProgram(path: string, text: string, { program, syntaxError }: ParsedFile): FileFacts {
  const comments = program.comments ?? [];
  const x = new Extraction(text, handlers, childrenOf, annotationsIn(text, comments), program);
  const { start } = toRange(program.loc);
  addImplicitFunction(x, { name: '', kind: 'module' }, { start, end: start }, undefined);
  visitStatements(x, program.body);
  x.scopes.close();
  const head = { path, language: 'javascript', suppressions: suppressionsIn(comments), executable: text.startsWith('#!') } as const;
  return factsOf(x, { ...head, ...(syntaxError && { syntaxError }) });
}
