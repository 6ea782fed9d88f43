// The quick fix for JavaScript and TypeScript: a direct call of a blocking operation in the body of
// an async function becomes an awaited call of its promise twin. No fix is offered where the rewrite
// would not do the same.

import type { Finding } from '../../../core/findings';
import type { CodeFix } from '../../language';
import { takesSameArguments } from './arguments';
import { asyncFunctionAround } from './awaitable';
import { toTextEdits } from './edits';
import { locateCall } from './locate';
import { readNames, type Names } from './names';
import { referTo, type Reference } from './reference';
import { isSafe } from './safety';
import { readSource } from './source';
import { readStyle } from './style';
import { pairOf } from './twin';
import { awaitEdits } from './wrap';

/** The fixes for `finding` in the file's text as it is now; none if the finding no longer fits it. */
export function fixesFor(path: string, text: string, finding: Finding): readonly CodeFix[] {
  const pair = pairOf(finding);
  const names = pair && namesOf(path, text);
  if (pair === undefined || names === undefined) return [];
  const { source } = names;
  const call = locateCall(source, names, finding.range, pair.operation);
  const around = call && asyncFunctionAround(source, call.node);
  if (call === undefined || around === undefined || !takesSameArguments(names, pair.operation, call.node)) return [];
  const reference = referTo(names, readStyle(path, names), call, pair);
  const edits = reference && toTextEdits(source, [...awaitEdits(source, call.node), ...reference.edits]);
  if (edits === undefined || reference === undefined) return [];
  return [{ title: titleOf(reference), safe: isSafe(names, finding.rule, pair.operation, call.node, around), edits }];
}

/** One text is asked about for each of its findings in a row, so the last one read is kept. */
let last: { readonly path: string; readonly text: string; readonly names: Names | undefined } | undefined;

function namesOf(path: string, text: string): Names | undefined {
  if (last?.path !== path || last.text !== text) {
    const source = readSource(path, text);
    last = { path, text, names: source && readNames(source) };
  }
  return last.names;
}

function titleOf({ name, importedFrom }: Reference): string {
  return importedFrom === undefined ? `Await ${name} instead` : `Await ${name} from ${importedFrom} instead`;
}
