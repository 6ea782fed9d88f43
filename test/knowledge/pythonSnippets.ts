// Small Python programs made from a row: the operation used as its row says, reached by every form of
// import in turn, and programs that only look like it.

import type { BlockingRow } from '../../src/core/knowledge';

export interface PythonPath {
  /** As it is imported: `os.path`, `concurrent.futures`; empty for what needs no import. */
  readonly module: string;
  /** Below the module: classes and functions. */
  readonly names: readonly string[];
  /** A member of an instance; empty for an instance that is called itself. */
  readonly member: string | undefined;
}

/** How a snippet gets hold of an operation. */
export interface Access {
  /** Imports at the top of the module. */
  readonly head: string;
  /** Parameters of the function around the use. */
  readonly params: string;
  readonly callee: string;
}

/** An API path in its parts. A module's name is lower case; its last part is a name even so. */
export function parsePath(api: string): PythonPath {
  const [path = '', member] = api.replace(/^py:/, '').split('#');
  const parts = path.split('.');
  const upper = parts.findIndex((part) => /^_*[A-Z]/.test(part));
  const length = Math.max(1, upper < 0 ? parts.length - 1 : upper);
  const module = parts.slice(0, length).join('.');
  return { module: module === 'builtins' ? '' : module, names: parts.slice(length), member: member === '*' ? 'anything' : member };
}

/** All ways to get hold of what a path names. */
export function accesses({ module, names }: PythonPath): readonly Access[] {
  const [first = '', ...rest] = names;
  const through = (root: string): string => [root, ...rest].join('.');
  if (module === '') return [of('', names.join('.')), of('import builtins', `builtins.${names.join('.')}`)];
  return [
    of(`import ${module}`, `${module}.${names.join('.')}`),
    of(`import ${module} as lib`, `lib.${names.join('.')}`),
    of(`from ${module} import ${first}`, through(first)),
    of(`from ${module} import ${first} as renamed`, through('renamed')),
    of(`try:\n    from ${module} import ${first}\nexcept ImportError:\n    ${first} = None`, through(first)),
  ];
}

function of(head: string, callee: string): Access {
  return { head, params: '', callee };
}

/** Ways to get hold of a member of an instance: the class is what a parameter or an attribute is declared to be. */
export function instances(path: PythonPath): readonly Access[] {
  return accesses(path).map(({ head, callee }, index) => {
    const annotations = [callee, `"${callee}"`, `Optional[${callee}]`, `${callee} | None`];
    return { head: `from typing import Optional\n${head}`, params: `target: ${pick(annotations, index)}`, callee: 'target' };
  });
}

/** The operation of a row in an async function, and what a finding must stand under. */
export function snippet(
  { api, receiver }: Pick<BlockingRow, 'api' | 'receiver'>,
  args: string,
  index: number,
): { readonly text: string; readonly callee: string } {
  const path = parsePath(api);
  if (receiver !== undefined)
    return { text: around('', '', `(${receiver}).${path.member ?? ''}(${args})`), callee: `(${receiver}).${path.member ?? ''}` };
  const { head, params, callee } = pick(path.member === undefined ? accesses(path) : instances(path), index);
  return { text: around(head, params, statement(callee, path.member, args)), callee: found(callee, path.member) };
}

/** The same call, awaited: of a coroutine that has the same name. */
export function awaitedSnippet(api: string, args: string, index: number): string | undefined {
  const path = parsePath(api);
  if (path.member?.startsWith('__') === true) return undefined;
  const { head, params, callee } = pick(path.member === undefined ? accesses(path) : instances(path), index);
  return around(head, params, `await ${statement(callee, path.member, args)}`);
}

/** The same names, but of the program's own. */
export function lookalike(api: string, args: string): string {
  const { names, member } = parsePath(api);
  const [first = 'Own'] = names;
  if (member === undefined) {
    const inner = names.reduceRight(
      (body, name) => (body === '' ? `def ${name}(*args, **named):\n    return args\n` : nested(name, body)),
      '',
    );
    return around(inner, '', `${names.join('.')}(${args})`);
  }
  const name = member.split('.')[0] || '__call__';
  const own = `class ${first}:\n    def ${name}(self, *args, **named):\n        return iter(args)\n`;
  return around(own, `target: ${first}`, statement('target', member, args));
}

function nested(name: string, body: string): string {
  return `class ${name}:\n${body.replace(/^(?=.)/gm, '    ')}\n`;
}

/** What syntax calls is written as that syntax. */
function statement(callee: string, member: string | undefined, args: string): string {
  if (member === undefined || member === '') return `${callee}(${args})`;
  if (member === '__iter__') return `for item in ${callee}:\n        print(item)`;
  if (member === '__enter__' || member === '__exit__') return `with ${callee}:\n        print()`;
  return `${callee}.${member}(${args})`;
}

function found(callee: string, member: string | undefined): string {
  return member === undefined || member === '' || member.startsWith('__') ? callee : `${callee}.${member}`;
}

// What examples of arguments may mention; all unknown.
const examples = 'handle, data, items, source, target_file, cursor, buffer, key, salt, hashed, name, os_flags';

function around(head: string, params: string, body: string): string {
  const all = [params, examples].filter((one) => one !== '').join(', ');
  return `${head}\n\n\nasync def operate(${all}):\n    ${body}\n`;
}

export function pick<T>(options: readonly T[], index: number): T {
  const option = options[index % options.length];
  if (option === undefined) throw new Error('There is nothing to pick from.');
  return option;
}
