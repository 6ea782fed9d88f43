// Chooses how the file names the promise twin: the way it does already, if it does; else through the
// module at hand (`fs.promises`); else by an import of its own.

import { moduleWithPromises, type Api } from './apiPath';
import type { Declaration } from './declarations';
import type { Edit } from './edits';
import { extendImport, newImport, type Import } from './imports';
import type { Call } from './locate';
import { functionAround, type Names } from './names';
import { unusedAfter } from './removal';
import type { Style } from './style';
import type { Pair } from './twin';
import { apiOfDeclaration } from './values';

export interface Reference {
  /** The new callee, as a person would say it. */
  readonly name: string;
  /** The module that the fix imports for it. */
  readonly importedFrom?: string;
  /** The edits of the callee and of the imports. */
  readonly edits: readonly Edit[];
}

/** The best way to name the twin at `call`; `undefined` if there is none that is certain to work. */
export function referTo(names: Names, style: Style, call: Call, { operation, twin }: Pair): Reference | undefined {
  const parent = moduleWithPromises(twin.holder);
  if (operation.holder === twin.holder && isMember(call)) return renamed(names, call, twin.member);
  return (
    visibleAs(names, call, twin) ??
    imported(names, call, extendImport(names, style, call, twin)) ??
    (parent === operation.holder && isMember(call) && call.bound ? renamed(names, call, `promises.${twin.member}`) : undefined) ??
    (parent === undefined ? undefined : reachable(names, call, parent, `.promises.${twin.member}`)) ??
    imported(names, call, newImport(names, style, call, twin))
  );
}

function isMember({ callee }: Call): boolean {
  return callee.type === 'MemberExpression';
}

/** Changes only the last name of the callee. */
function renamed(names: Names, { callee }: Call, member: string): Reference | undefined {
  if (callee.type !== 'MemberExpression') return undefined;
  const { text } = names.source;
  const object = names.source.textOf(callee.object).replace(/\s+/g, ' ');
  const start = callee.computed ? text.lastIndexOf('[', callee.property.range[0]) : callee.property.range[0];
  const edit = { start, end: callee.range[1], text: callee.computed ? `.${member}` : member };
  return { name: `${object}.${member}`, edits: [edit] };
}

function visibleAs(names: Names, call: Call, twin: Api): Reference | undefined {
  return reachable(names, call, twin.path, '') ?? reachable(names, call, twin.holder, `.${twin.member}`);
}

/** A name in scope that stands for `path`, with `rest` after it. */
function reachable(names: Names, call: Call, path: string, rest: string): Reference | undefined {
  const found = names.visible(call.node).find((it) => isReady(names, it, call) && apiOfDeclaration(names, it) === path);
  return found && replaced(names, call, `${found.name}${rest}`);
}

/** True if the name certainly has its value when the call runs. */
function isReady(names: Names, { kind, id, site, scope }: Declaration, { node }: Call): boolean {
  if (kind === 'import') return true;
  if (kind === 'var' && !isUnconditional(names, site, scope)) return false;
  return id.range[1] <= node.range[0] || (functionAround(names.source, id) === undefined && scope.type === 'Program');
}

/** True if a `var` is declared among the first statements of its function, so that it runs before what follows it. */
function isUnconditional({ source }: Names, declarator: Declaration['site'], scope: Declaration['scope']): boolean {
  const statement = source.parentOf(declarator);
  const block = statement && source.parentOf(statement);
  return block === scope || (block !== undefined && source.parentOf(block) === scope);
}

function imported(names: Names, call: Call, added: Import | undefined): Reference | undefined {
  if (added === undefined) return undefined;
  const callee = replacedCallee(names, call, added.name);
  return callee && { name: added.name, importedFrom: added.module, edits: [callee, ...added.edits] };
}

function replaced(names: Names, call: Call, name: string): Reference | undefined {
  const callee = replacedCallee(names, call, name);
  return callee && { name, edits: [callee, ...unusedAfter(names, call)] };
}

/** Replaces the whole callee, unless a comment would be lost. */
function replacedCallee({ source }: Names, { callee }: Call, text: string): Edit | undefined {
  const [start, end] = callee.range;
  return /\/[/*]/.test(source.textOf(callee)) ? undefined : { start, end, text };
}
