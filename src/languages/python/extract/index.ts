// The extract pass for Python: one walk over the syntax tree, from which come all facts of the file.
// Nothing here looks anything up in knowledge.

import type { Parser } from 'web-tree-sitter';
import type { FileFacts, SyntaxProblem, Value } from '../../../core/facts';
import { emptyFacts, factsOf } from '../../gathering';
import { parse, type ParsedPython } from '../parse';
import { annotationsIn, suppressionsIn } from './comments';
import { comprehensionHandlers } from './comprehensions';
import { expressionHandlers } from './expressions';
import { Extraction, type Handlers } from './extraction';
import { addImplicitFunction, functionHandlers } from './functions';
import { importHandlers } from './imports';
import { statementHandlers } from './statements';

const handlers: Handlers = {
  ...expressionHandlers,
  ...statementHandlers,
  ...functionHandlers,
  ...comprehensionHandlers,
  ...importHandlers,
};

/** The facts of one file. Never throws: what can't be read at all gives empty facts with a syntax error. */
export function extract(parser: Parser, path: string, text: string): FileFacts {
  try {
    const parsed = parse(parser, text);
    return parsed ? extractModule(path, text, parsed) : emptyFacts(path, 'python', tooDeep);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return emptyFacts(path, 'python', tooDeep);
  }
}

const tooDeep: SyntaxProblem = { message: 'This file is nested too deeply to be analyzed.', line: 1, column: 1 };

function extractModule(path: string, text: string, { module, comments, lines, syntaxError }: ParsedPython): FileFacts {
  const x = new Extraction(text, lines, handlers, annotationsIn(text, lines, comments));
  const start = { line: 1, column: 1 };
  addImplicitFunction(x, { name: '', kind: 'module' }, { start, end: start }, undefined);
  x.visit(module);
  const names = x.scopes.declared();
  const starNames = namesOfStar(x.scopes.bindings[names.get('__all__') ?? -1]?.values);
  x.exports.unshift(...[...names].map(([name, binding]) => ({ name, value: { kind: 'name', name, binding } as const })));
  x.scopes.close();
  const head = {
    path,
    language: 'python',
    suppressions: suppressionsIn(text, lines, comments),
    executable: text.startsWith('#!'),
  } as const;
  return factsOf(x, { ...head, ...(starNames && { starNames }), ...(syntaxError && { syntaxError }) });
}

/** What `__all__` lists, if it is written out in one piece. */
function namesOfStar(values: readonly Value[] = []): readonly string[] | undefined {
  const [list] = values;
  if (values.length !== 1 || list?.kind !== 'array') return undefined;
  return list.elements.flatMap((one) => (one.kind === 'literal' && typeof one.value === 'string' ? [one.value] : []));
}
