// Small programs made from a row: the operation used as its row says, reached by import, namespace,
// require and destructuring in turn, and programs that only look like it.

import type { BlockingRow } from '../../src/core/knowledge';
import { tables } from '../../src/knowledge';
import { parseApi } from './apiPaths';

export interface Snippet {
  readonly text: string;
  /** The callee as the snippet writes it: what a finding must stand under. */
  readonly callee: string;
}

/** How a snippet gets hold of an operation. */
export interface Access {
  /** Declarations at the top of the module. */
  readonly head: string;
  /** A parameter of the function around the use, or nothing. */
  readonly param: string;
  readonly callee: string;
}

/** All ways to get hold of what a row is about. */
export function accessesOf({ api, receiver }: Pick<BlockingRow, 'api' | 'receiver'>): readonly Access[] {
  return receiver === undefined ? accesses(api) : [{ head: '', param: '', callee: `${receiver}.${parseApi(api).member ?? ''}` }];
}

/** All ways to get hold of `api`. */
export function accesses(api: string): readonly Access[] {
  const { module, names, member } = parseApi(api);
  if (member === '') return resultAccesses(api.replace('#', ''));
  if (member !== undefined) return instanceAccesses(module, names, member);
  if (module === 'global')
    return ['', 'window.', 'globalThis.'].map((prefix) => ({ head: '', param: '', callee: prefix + names.join('.') }));
  return moduleAccesses(module, names);
}

/** The operation of `row`, used with `args`, in an async function. */
export function snippet(row: Pick<BlockingRow, 'use'>, { head, param, callee }: Access, args: string, inLoop = false): Snippet {
  const use = statement(row.use, callee, args);
  const body = inLoop ? `for (const item of items) {\n    ${use}\n  }` : use;
  return { text: around(head, param, body), callee };
}

/** The way out that `row` names, awaited, with a callback or iterated over; nothing if it names none. */
export function wayOut({ remedy }: BlockingRow, index: number): string | undefined {
  if (remedy.kind !== 'async') return undefined;
  const access = pick(accesses(remedy.api), index);
  const use = {
    promise: `await ${access.callee}('a');`,
    callback: `${access.callee}(${callbackArgs(remedy.api)});`,
    iterator: `for await (const item of ${access.callee}('a')) item;`,
  }[remedy.style];
  return around(access.head, access.param, use);
}

/** The same names, but belonging to something of the program's own. */
export function lookalike(row: BlockingRow, index: number): string {
  const { module, names, member } = parseApi(row.api);
  const [first = ''] = names;
  const args = row.example ?? '';
  if (first === '' && !member) return around('function lib() {}', '', statement(row.use, 'lib', args));
  const type = first || 'Own';
  if (member) return `class ${type} { ${member}() {} }\n${around('', `target: ${type}`, statement(row.use, `target.${member}`, args))}`;
  const own = names.reduceRight((inner, name) => (inner === '' ? `${name}() {}` : `${name}: { ${inner} }`), '');
  if (module === 'global') return around('', first, statement(row.use, names.join('.'), args));
  const head = index % 2 === 0 ? `const lib = { ${own} };` : `import * as lib from './own';`;
  return around(head, '', statement(row.use, `lib.${names.join('.')}`, args));
}

export function pick<T>(options: readonly T[], index: number): T {
  const option = options[index % options.length];
  if (option === undefined) throw new Error('There is nothing to pick from.');
  return option;
}

// What examples of arguments may mention; all unknown.
const params = 'fd, buffer, buffers, key, data, signature, code, context, flags, name, prime, items';

function around(head: string, param: string, body: string): string {
  const all = param === '' ? params : `${param}, ${params}`;
  return `${head}\nexport async function operate(${all}) {\n  ${body}\n}\n`;
}

function statement(use: BlockingRow['use'], callee: string, args: string): string {
  const forms = {
    call: `${callee}(${args});`,
    new: `new ${callee}(${args});`,
    read: `void ${callee};`,
    write: `${callee} = ${args || "''"};`,
    jsx: '',
    decorate: '',
    import: '',
    loop: '',
  };
  return forms[use];
}

function moduleAccesses(module: string, names: readonly string[]): readonly Access[] {
  const short = module.replace('node:', '');
  const specifier = tables.builtinModules.includes(short) ? short : module;
  const [first = '', ...rest] = names;
  if (first === '') return mainAccesses(module);
  const through = (root: string): string => [root, ...rest].join('.');
  return [
    { head: `import { ${first} } from '${module}';`, param: '', callee: through(first) },
    { head: `import * as lib from '${specifier}';`, param: '', callee: `lib.${through(first)}` },
    { head: `import lib from '${module}';`, param: '', callee: `lib.${through(first)}` },
    { head: `const lib = require('${specifier}');`, param: '', callee: `lib.${through(first)}` },
    { head: `const { ${first} } = require('${module}');`, param: '', callee: through(first) },
    { head: `import { ${first} as renamed } from '${specifier}';`, param: '', callee: through('renamed') },
    { head: `const { ${first}: renamed } = require('${specifier}');`, param: '', callee: through('renamed') },
  ];
}

/** A module that is a function or a class itself. */
function mainAccesses(module: string): readonly Access[] {
  return [
    { head: `import lib from '${module}';`, param: '', callee: 'lib' },
    { head: `const lib = require('${module}');`, param: '', callee: 'lib' },
    { head: `import { default as renamed } from '${module}';`, param: '', callee: 'renamed' },
    { head: `import lib = require('${module}');`, param: '', callee: 'lib' },
  ];
}

/** A function that calling `api` gave: whoever calls it waits. */
function resultAccesses(api: string): readonly Access[] {
  return accesses(api).map(({ head, param, callee }) => ({
    head: `${head}\nconst operation = ${callee}('a');`,
    param,
    callee: 'operation',
  }));
}

/** An instance comes as a parameter whose type says its class. */
function instanceAccesses(module: string, names: readonly string[], member: string): readonly Access[] {
  const type = names.join('.');
  const callee = `target.${member}`;
  if (type === '') return [{ head: `import Renamed from '${module}';`, param: 'target: Renamed', callee }];
  if (module === 'global') return [{ head: '', param: `target: ${type}`, callee }];
  return [
    { head: `import { ${type} } from '${module}';`, param: `target: ${type}`, callee },
    { head: `import type { ${type} as Renamed } from '${module}';`, param: `target: Renamed`, callee },
    { head: `import * as lib from '${module}';`, param: `target: lib.${type}`, callee },
  ];
}

/** Where a function waits without its callback, the arguments with which it does not. */
function callbackArgs(api: string): string {
  return tables.blocking.find((row) => row.api === api)?.harmless ?? "'a', () => {}";
}
