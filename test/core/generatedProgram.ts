// A program of several files as a model that random edits change: functions of many forms that call
// each other across files, and texts that are broken now and then. Numbers in an edit are taken modulo
// what is there, so that any sequence of edits means something.

import fc from 'fast-check';

const fileNames = ['a.js', 'b.js', 'c.mjs', 'lib/d.ts', 'lib/index.ts', 'test/e.js'];
const forms = ['function', 'arrow', 'method', 'getter', 'listener', 'timer', 'taker', 'registrar', 'wrapper'] as const;
const operations = [`fs.readFileSync('x')`, `fs.existsSync('x')`, `cp.execSync('ls')`];
const uses = ['plain', 'awaited', 'callback', 'named', 'then', 'memo', 'new'] as const;
const garbage = ['(', '}', '`', 'class {', '/*', '=> ', 'await ', '@', "'"];

type Form = (typeof forms)[number];

interface Call {
  /** The file and name of what is called; without a file a blocking operation. */
  readonly file: string | undefined;
  readonly name: string;
  readonly use: (typeof uses)[number];
}

interface FunctionModel {
  readonly name: string;
  readonly form: Form;
  readonly async: boolean;
  readonly atTopLevel: boolean;
  readonly calls: readonly Call[];
}

interface FileModel {
  readonly functions: readonly FunctionModel[];
  readonly commonJs: boolean;
  readonly exportsAllOf: string | undefined;
  readonly broken: { readonly at: number; readonly text: string } | undefined;
}

const growing = ['addFunction', 'addFunction', 'addCall', 'addCall', 'addCall', 'addOperation', 'toggleAsync'] as const;
const changing = [
  ...growing,
  'removeCall',
  'toggleAsync',
  'toggleTopLevel',
  'rename',
  'changeForm',
  'break',
  'mend',
  'mend',
  'toggleModules',
  'exportAll',
  'removeFunction',
  'removeFile',
] as const;

export interface Edit {
  readonly kind: (typeof changing)[number];
  readonly file: number;
  readonly function: number;
  readonly target: number;
  readonly detail: number;
}

/** Edits that make a program of some size. */
export function growth(size: number): fc.Arbitrary<Edit[]> {
  return fc.array(edit(growing), { minLength: size, maxLength: size });
}

/** Edits of all kinds, `most` at most. */
export function edits(most: number): fc.Arbitrary<Edit[]> {
  return fc.array(edit(changing), { minLength: 1, maxLength: most, size: 'max' });
}

function edit(kinds: readonly Edit['kind'][]): fc.Arbitrary<Edit> {
  const number = fc.nat(1000);
  return fc.record({ kind: fc.constantFrom(...kinds), file: number, function: number, target: number, detail: number });
}

const emptyFile: FileModel = { functions: [], commonJs: false, exportsAllOf: undefined, broken: undefined };

export class GeneratedProgram {
  readonly #files = new Map<string, FileModel>();
  #names = 0;

  texts(): Map<string, string> {
    return new Map([...this.#files].map(([path, file]) => [path, textOf(path, file)]));
  }

  apply({ kind, file, function: index, target, detail }: Edit): void {
    const path = `/${pick(fileNames, file)}`;
    const model = this.#files.get(path) ?? emptyFile;
    const change = (change: Partial<FileModel>): void => void this.#files.set(path, { ...model, ...change });
    const changeFunction = (change: (one: FunctionModel) => FunctionModel): void => {
      const at = model.functions.length === 0 ? -1 : index % model.functions.length;
      this.#files.set(path, { ...model, functions: model.functions.map((one, i) => (i === at ? change(one) : one)) });
    };
    switch (kind) {
      case 'addFunction':
        return change({ functions: [...model.functions, this.#newFunction(detail, target)] });
      case 'addCall':
        return changeFunction((one) => ({ ...one, calls: [...one.calls, this.#call(target, detail)] }));
      case 'addOperation':
        return changeFunction((one) => ({
          ...one,
          calls: [...one.calls, { file: undefined, name: pick(operations, detail), use: 'plain' }],
        }));
      case 'removeCall':
        return changeFunction((one) => ({ ...one, calls: one.calls.filter((_, i) => i !== target % (one.calls.length || 1)) }));
      case 'toggleAsync':
        return changeFunction((one) => ({ ...one, async: !one.async }));
      case 'toggleTopLevel':
        return changeFunction((one) => ({ ...one, atTopLevel: !one.atTopLevel }));
      case 'rename':
        return changeFunction((one) => ({ ...one, name: `f${this.#names++}` }));
      case 'changeForm':
        return changeFunction((one) => ({ ...one, form: pick(forms, detail) }));
      case 'break':
        return change({ broken: { at: detail, text: pick(garbage, target) } });
      case 'mend':
        return change({ broken: undefined });
      case 'toggleModules':
        return change({ commonJs: !model.commonJs });
      case 'exportAll':
        return change({ exportsAllOf: `/${pick(fileNames, target)}` });
      case 'removeFunction':
        return change({ functions: model.functions.filter((_, i) => i !== index % (model.functions.length || 1)) });
      case 'removeFile':
        return void this.#files.delete(path);
    }
  }

  #newFunction(detail: number, target: number): FunctionModel {
    const operation: Call = { file: undefined, name: pick(operations, target), use: 'plain' };
    return {
      name: `f${this.#names++}`,
      form: pick(forms, detail),
      async: detail % 3 === 0,
      atTopLevel: detail % 7 === 0,
      calls: detail % 2 === 0 ? [operation] : [],
    };
  }

  #call(target: number, detail: number): Call {
    const all = [...this.#files].flatMap(([file, { functions }]) => functions.map(({ name }) => ({ file, name })));
    const { file, name } = pick(all, target);
    return { file, name, use: pick(uses, detail) };
  }
}

function textOf(path: string, { functions, commonJs, exportsAllOf, broken }: FileModel): string {
  const imported = new Map(
    functions.flatMap(({ calls }) =>
      calls.flatMap(({ file, name }) => (file === undefined || file === path ? [] : [[name, file] as const])),
    ),
  );
  const lines = [
    importText('fs', 'fs', commonJs),
    importText('cp', 'child_process', commonJs),
    ...[...imported].map(([name, file]) => importText(`{ ${name} }`, specifier(path, file), commonJs)),
    ...(exportsAllOf === undefined || commonJs ? [] : [`export * from '${specifier(path, exportsAllOf)}';`]),
    ...functions.map((one) => functionText(one)),
    ...(commonJs ? functions.map(({ name }) => `exports.${name} = ${name};`) : functions.map(({ name }) => `export { ${name} };`)),
    ...functions.flatMap(({ name, atTopLevel }) => (atTopLevel ? [`${name}();`] : [])),
  ];
  const text = lines.join('\n');
  const at = broken ? broken.at % (text.length + 1) : 0;
  return broken ? text.slice(0, at) + broken.text + text.slice(at) : text;
}

function importText(what: string, from: string, commonJs: boolean): string {
  return commonJs ? `const ${what} = require('${from}');` : `import ${what} from '${from}';`;
}

/** Imports go by extension from some files and without from others, as people write them. */
function specifier(from: string, to: string): string {
  const relative = `${from.split('/').length > 2 ? '..' : '.'}${to}`;
  return from.endsWith('.ts') ? relative.replace(/\.ts$/, '') : relative.replace(/\.ts$/, '.js');
}

function functionText({ name, form, async, calls }: FunctionModel): string {
  const prefix = async ? 'async ' : '';
  const body = calls.map((call) => callText(call, async)).join(' ');
  switch (form) {
    case 'function':
      return `${prefix}function ${name}() { ${body} }`;
    case 'arrow':
      return `const ${name} = ${prefix}() => { ${body} };`;
    case 'method':
      return `class C${name} { store = { run: () => 1 }; ${prefix}run() { ${body} } }\nconst ${name} = () => new C${name}().run();`;
    case 'getter':
      return `class C${name} { get text() { ${calls.map((call) => callText(call, false)).join(' ')} } }\nconst ${name} = () => new C${name}().text;`;
    case 'listener':
      return `function ${name}(emitter) { emitter.on('change', ${prefix}() => { ${body} }); }`;
    case 'timer':
      return `function ${name}() { setInterval(${prefix}() => { ${body} }, 10); }`;
    case 'taker':
      return `${prefix}function ${name}(fn) { ${body} return fn(); }`;
    case 'registrar':
      return `${prefix}function ${name}(fn) { ${body} setTimeout(() => fn(), 10); }`;
    case 'wrapper':
      return `const ${name} = (fn) => ${prefix}() => { ${body} return fn(); };`;
  }
}

function callText({ file, name, use }: Call, async: boolean): string {
  if (file === undefined) return `${name};`;
  switch (use) {
    case 'plain':
      return `${name}();`;
    case 'awaited':
      return async ? `await ${name}();` : `void ${name}();`;
    case 'callback':
      return `${name}(() => fs.readFileSync('y'));`;
    case 'named':
      return `[1, 2].forEach(${name});`;
    case 'then':
      return `Promise.resolve(1).then(() => ${name}());`;
    case 'memo':
      return `globalThis.${name} ??= ${name}();`;
    case 'new':
      return `new ${name}(${name});`;
  }
}

function pick<T>(list: readonly T[], number: number): T {
  return list[number % (list.length || 1)] as T;
}
