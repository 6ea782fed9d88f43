// The extract pass for Python: one walk over the syntax tree, from which come all facts of the file.
// Nothing here looks anything up in knowledge.

import type { Parser } from 'web-tree-sitter';
import { type FileFacts, factsSchema, type SyntaxProblem, type Value } from '../../../core/facts';
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
    return parsed ? extractModule(path, text, parsed) : emptyFacts(path, tooDeep);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return emptyFacts(path, tooDeep);
  }
}

const tooDeep: SyntaxProblem = { message: 'This file is nested too deeply to be analyzed.', line: 1, column: 1 };

function extractModule(path: string, text: string, { module, comments, lines, syntaxError }: ParsedPython): FileFacts {
  const x = new Extraction(text, lines, handlers, annotationsIn(text, lines, comments));
  const start = { line: 1, column: 1 };
  addImplicitFunction(x, { name: '', kind: 'module' }, { start, end: start }, undefined);
  x.visit(module);
  const { functions, calls, classes, accessors, loops, exports, imports, assignments, scopes } = x;
  const names = [...scopes.declared()].map(([name, binding]) => ({ name, value: { kind: 'name', name, binding } as const }));
  const starNames = namesOfStar(scopes.bindings[scopes.declared().get('__all__') ?? -1]?.values);
  scopes.close();
  return {
    schema: factsSchema,
    path,
    language: 'python',
    functions,
    bindings: scopes.bindings,
    calls,
    classes,
    accessors: [...accessors],
    loops,
    exports: [...names, ...exports],
    ...(starNames && { starNames }),
    imports,
    assignments,
    suppressions: suppressionsIn(text, lines, comments),
    executable: text.startsWith('#!'),
    ...(syntaxError && { syntaxError }),
  };
}

/** What `__all__` lists, if it is written out in one piece. */
function namesOfStar(values: readonly Value[] = []): readonly string[] | undefined {
  const [list] = values;
  if (values.length !== 1 || list?.kind !== 'array') return undefined;
  return list.elements.flatMap((one) => (one.kind === 'literal' && typeof one.value === 'string' ? [one.value] : []));
}

function emptyFacts(path: string, syntaxError: SyntaxProblem): FileFacts {
  const none = { functions: [], bindings: [], calls: [], classes: [], accessors: [], loops: [], exports: [], imports: [], assignments: [] };
  return { schema: factsSchema, path, language: 'python', ...none, suppressions: [], executable: false, syntaxError };
}
