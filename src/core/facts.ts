// Facts: what one file alone says, as plain data, for every language alike. Nothing after the
// extract pass needs a syntax tree. Facts never consult knowledge or settings, so a cached file
// survives a changed table; a change to these types raises `factsSchema`.
// Functions, bindings, call sites and classes refer to each other by index into their file's arrays.

import type { Range } from './text';

export const factsSchema = 13;

export type Language = 'javascript' | 'python';

export interface FileFacts {
  readonly schema: typeof factsSchema;
  readonly path: string;
  readonly language: Language;
  /** `functions[0]` is the module's own body. */
  readonly functions: readonly FunctionFacts[];
  readonly bindings: readonly Binding[];
  /** In evaluation order within each function: arguments before the call they belong to. */
  readonly calls: readonly CallSite[];
  readonly classes: readonly ClassFacts[];
  /** The names of the getters and setters that it defines, each once. */
  readonly accessors: readonly string[];
  readonly loops: readonly LoopFacts[];
  readonly exports: readonly ExportFacts[];
  /** Python's `__all__`: the only names that `import *` takes. */
  readonly starNames?: readonly string[];
  /** The specifiers of its imports, those that are not only about types; dynamic ones too. `require` is a call. Of Python's `from a import b` both `a` and `a.b`. */
  readonly imports: readonly string[];
  /** Assignments to members (`module.exports = x`, `this.store = y`, `Foo.prototype.bar = z`). */
  readonly assignments: readonly Assignment[];
  readonly suppressions: readonly Suppression[];
  /** True if the file starts with `#!`: it is meant to be run as a program. */
  readonly executable: boolean;
  /** The first syntax error, if there is one. The facts then describe what could be read. */
  readonly syntaxError?: SyntaxProblem;
}

export interface SyntaxProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export type FunctionKind =
  | 'module'
  | 'function'
  | 'arrow'
  | 'method'
  | 'constructor'
  | 'getter'
  | 'setter'
  /** Field initialisers and static blocks of a class: one function for each of the two kinds. */
  | 'initializer';

export interface FunctionFacts {
  /** As a person would call it: `getUser`, `Store.load`; empty if nothing names it. */
  readonly name: string;
  readonly kind: FunctionKind;
  readonly async: boolean;
  readonly generator: boolean;
  /** The function it is written in; `undefined` for the module. */
  readonly parent: number | undefined;
  /** The class whose member it is. */
  readonly class?: number;
  /** The object literal whose property it is. */
  readonly object?: Value;
  /** The name, or the keyword or arrow that stands for it; on one line. */
  readonly range: Range;
  /** One entry for each parameter: the bindings that it declares and the value of its default. */
  readonly params: readonly Param[];
  /** What it returns; of a Python generator what it yields. */
  readonly returns: readonly Value[];
  /** The classes or interfaces that its return annotation names, a promise's content in place of the promise. */
  readonly returnTypes: readonly Value[];
  /** For each `await` (or `yield` in an async generator, `for await`): the number of call sites of the file before it. */
  readonly awaits: readonly number[];
  /** The same for each `yield` of a generator of Python that is not async; absent if there are none. */
  readonly yields?: readonly number[];
  /** The decorators written before it, outermost first; absent if there are none. */
  readonly decorators?: readonly Value[];
  /** `@blocking` or `@nonblocking` in the doc comment. */
  readonly annotation?: 'blocking' | 'nonblocking';
}

export interface Param {
  readonly bindings: readonly number[];
  readonly rest: boolean;
  /** `constructor(private readonly users: Users)` also declares a field. */
  readonly field: boolean;
  /** True if it is declared to be a text, a number or a list, and never nothing. */
  readonly present?: true;
}

export type BindingKind = 'const' | 'let' | 'var' | 'param' | 'function' | 'class' | 'import' | 'catch' | 'enum' | 'namespace' | 'type';

/** A declared name. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /** The function in whose body it lives. */
  readonly function: number;
  /** What it is initialised with or assigned: all of it, in order, without regard to flow. */
  readonly values: readonly Value[];
  /** The classes or interfaces that its type annotation names. */
  readonly types: readonly Value[];
  /** True if it is read somewhere other than as the callee or an argument of a call. */
  readonly escapes: boolean;
}

/** What an expression evaluates to, as far as one file can say. */
export type Value =
  /** A name; without a binding it is global. */
  | { readonly kind: 'name'; readonly name: string; readonly binding: number | undefined }
  /** An ES import: `name` is the exported name, `default`, or `*` for the namespace. */
  | { readonly kind: 'import'; readonly module: string; readonly name: string }
  | { readonly kind: 'member'; readonly object: Value; readonly name: string }
  /** `object[key]` where the key is not a literal. */
  | { readonly kind: 'element'; readonly object: Value; readonly key: Value }
  /** A part of a list or text from its beginning or somewhere within: `xs[a:b]`, with at most `count` elements where that is said. */
  | { readonly kind: 'slice'; readonly object: Value; readonly count?: Value }
  /** A list or text again and again: `b'x' * times`. */
  | { readonly kind: 'repeated'; readonly object: Value; readonly times: Value }
  /** The result of a call site (for `new`, the instance). */
  | { readonly kind: 'call'; readonly call: number }
  /** What callers pass as parameter `index` of a function. */
  | { readonly kind: 'param'; readonly function: number; readonly index: number }
  | { readonly kind: 'await'; readonly value: Value }
  | { readonly kind: 'function'; readonly function: number }
  | { readonly kind: 'class'; readonly class: number }
  | { readonly kind: 'object'; readonly properties: readonly Property[] }
  /** `hashed`: a set, which finds an element without looking at the others. */
  | { readonly kind: 'array'; readonly elements: readonly Value[]; readonly hashed?: true }
  /** One of several: `a ?? b`, `c ? a : b`, `a || b`. */
  | { readonly kind: 'choice'; readonly options: readonly Value[]; readonly operator?: '&&' | '||' | '??' }
  /** `value === equals`, or not; `!value` says that it does not equal `true`. */
  | { readonly kind: 'comparison'; readonly value: Value; readonly equals: Literal; readonly negated: boolean }
  /** `get_ident() == thread`: two values are the same, one of which a call gives. */
  | { readonly kind: 'same'; readonly left: Value; readonly right: Value }
  /** `value.length > than`, `len(value) >= than`; what is not longer is compared with `true`. */
  | { readonly kind: 'longer'; readonly value: Value; readonly than: Value }
  /** `value + 1`, `value - 2`: a number that is so much more. */
  | { readonly kind: 'shifted'; readonly value: Value; readonly by: number }
  /** `this` of the given function (never an arrow); `super` likewise. */
  | { readonly kind: 'this'; readonly function: number }
  | { readonly kind: 'super'; readonly function: number }
  /** `bytes`: it is written as a text, and stands for bytes. */
  | { readonly kind: 'literal'; readonly value: Literal; readonly bytes?: true }
  /** A text of which only some parts are known, and that names a script, a module or a file: `${__dirname}/worker.js`, `./${name}`, `/proc/${pid}`. */
  | { readonly kind: 'fileName'; readonly parts: readonly Value[] }
  | { readonly kind: 'regex'; readonly pattern: string; readonly flags: string }
  | { readonly kind: 'spread'; readonly value: Value }
  /** An argument that is passed by the name of its parameter, after those passed by position: `timeout=5`. */
  | { readonly kind: 'keyword'; readonly name: string; readonly value: Value }
  /** `value as Type`; the names of its classes and interfaces. */
  | { readonly kind: 'typed'; readonly value: Value; readonly types: readonly Value[] }
  | { readonly kind: 'unknown' };

export type Literal = string | number | boolean | null | undefined;

export interface Property {
  /** `undefined` for a spread or a computed key. */
  readonly name: string | undefined;
  readonly value: Value;
  /** True if it has a key that only the running program knows: then it is no spread. */
  readonly computed?: true;
  readonly accessor?: 'get' | 'set';
}

/**
 * How a call site uses its callee. A property read or write counts, because an accessor may run.
 * `jsx`: an element; its one argument is the object of its attributes. `decorate`: a decorator; its one
 * argument is what it stands before, its result what the name means then. `import`: a module that is loaded while the program runs.
 * `loop`: the loop that says so (`LoopFacts.site`); it calls nothing.
 */
export type Use = 'call' | 'new' | 'read' | 'write' | 'jsx' | 'decorate' | 'import' | 'loop';

export interface CallSite {
  readonly use: Use;
  readonly callee: Value;
  /** The callee as written, shortened to one line: `fs.readFileSync`. */
  readonly name: string;
  /** The callee expression only; if it spans lines, its last name. */
  readonly range: Range;
  readonly function: number;
  /** The number of call sites of the file before it. */
  readonly order: number;
  readonly args: readonly Value[];
  readonly awaited: boolean;
  /** True if it stands alone as a statement: nobody looks at what it returns. */
  readonly discarded: boolean;
  /** Innermost enclosing loop within the same function. */
  readonly loop: number | undefined;
  /** Conditions on the way to it within the same function. */
  readonly guard: Guard;
  /** Where something is kept that the check for it found missing: what runs here runs once for each of those. */
  readonly kept?: Value;
  /** What makes it run all the same, if it is true: `if (!cached || again)`. */
  readonly forced?: readonly Value[];
  /** What those conditions say, the outermost first. */
  readonly conditions: readonly Condition[];
  /** `a?.b()`: may not happen at all. */
  readonly optional: boolean;
  /** True in a `catch` or `except`: it runs only where something failed. */
  readonly rescue?: true;
}

/** That a value is truthy, or is not. */
export interface Condition {
  /** Which of the file's tests it is: of two conditions of one test that say the opposite, or are other cases of it, only one ever holds. */
  readonly test: number;
  /** Of a `switch` or `match`, which of its cases. */
  readonly case?: number;
  readonly value: Value;
  readonly holds: boolean;
}

/** A loop and those around it in its function, innermost first. */
export function loopsAround(loops: readonly LoopFacts[], innermost: number | undefined): LoopFacts[] {
  const found: LoopFacts[] = [];
  for (let loop = loops[innermost ?? -1]; loop; loop = loops[loop.parent ?? -1]) found.push(loop);
  return found;
}

/** True if what stands in the loop `at` stands in `loop`. */
export function isInLoop(loops: readonly LoopFacts[], at: number | undefined, loop: number): boolean {
  return at !== undefined && (at === loop || isInLoop(loops, loops[at]?.parent, loop));
}

/** True for the same variable, or the same member of one. */
export function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind === 'name') return b.kind === 'name' && a.binding === b.binding && a.name === b.name;
  if (a.kind === 'this') return b.kind === 'this' && a.function === b.function;
  return a.kind === 'member' && b.kind === 'member' && a.name === b.name && isSame(a.object, b.object);
}

/** All that surely holds, or does not, if a condition does: of `a && !b` that `a` does and `b` does not. */
export function surely({ value, holds }: Pick<Condition, 'value' | 'holds'>): readonly Pick<Condition, 'value' | 'holds'>[] {
  if (value.kind === 'comparison' && value.equals === true) return surely({ value: value.value, holds: holds !== value.negated });
  const isEach = value.kind === 'choice' && value.operator === (holds ? '&&' : '||');
  return isEach ? value.options.flatMap((option) => surely({ value: option, holds })) : [{ value, holds }];
}

/** True if what stands under the one never runs together with what stands under the other. */
export function excludeEachOther(a: readonly Condition[], b: readonly Condition[]): boolean {
  return a.some((one) => b.some((other) => other.test === one.test && (other.holds !== one.holds || other.case !== one.case)));
}

/**
 * `memo`: behind a check that something which all callers share is not there yet (`cache ??= f()`, `if (!cached)`).
 * `ownMemo`: the same for something that each object has of its own (`this.x ??= f()`).
 */
export type Guard = 'none' | 'conditional' | 'memo' | 'ownMemo';

export interface LoopFacts {
  readonly function: number;
  readonly parent: number | undefined;
  readonly range: Range;
  /** The number of its own call site, of use `loop`: a chain may end there. */
  readonly site: number;
  /** How many names were declared before it in the file: the others within it begin anew in each round. */
  readonly names?: number;
  /** Literal bound of the iterations where it is visible, else `undefined`. */
  readonly bound: number | undefined;
  /** What it counts to, by ones from about zero, where that is no literal: `for (let i = 0; i < limit; i++)`. */
  readonly limit?: Value;
  /** What is iterated over, where it is an expression (`for ... of`, `for ... in`), or its elements are counted (`i < list.length`). */
  readonly over: Value | undefined;
  /** The names that its body gives a copy of what they are, and more: `all = [...all, one]`. Only those that are there before it. */
  readonly copies?: readonly Value[];
  /** True if it goes through the keys of that: an object has few of them. */
  readonly keys?: true;
  /** Of what goes on while something holds, how that is tested. */
  readonly test?: LoopTest;
  readonly endless: boolean;
  /** True if its body does nothing at all. */
  readonly empty: boolean;
  /** True if its body may leave it, by `break` or `return`. */
  readonly leaves: boolean;
  /** What its body awaits; `unknown` for each `yield` of an async generator and each step of an async iteration. */
  readonly awaits: readonly Value[];
}

export interface LoopTest {
  /** The numbers of the first call site in it, and of the first after it. */
  readonly from: number;
  readonly to: number;
  /** True if it changes what it tests: `i++ < n`, `(m = next())`. */
  readonly changes: boolean;
}

export interface ClassFacts {
  readonly name: string;
  readonly bases: readonly Value[];
  /** Interfaces it says it implements. */
  readonly implements: readonly Value[];
  /** The decorators written before it, outermost first. */
  readonly decorators: readonly Value[];
  readonly members: readonly Member[];
  /** The function of kind `initializer` that runs with each construction. */
  readonly initializer: number | undefined;
  readonly range: Range;
}

export interface Member {
  readonly name: string;
  readonly static: boolean;
  readonly kind: 'method' | 'getter' | 'setter' | 'field' | 'constructor';
  readonly value: Value;
  readonly types: readonly Value[];
}

export interface ExportFacts {
  /** The exported name, `default`, or `*` for everything of a re-exported module. */
  readonly name: string;
  readonly value: Value;
}

export interface Assignment {
  readonly target: Value;
  readonly value: Value;
  readonly function: number;
  /** The number of call sites of the file before it. */
  readonly order: number;
  /** True in a `catch` or `except`. */
  readonly rescue?: true;
}

/** A comment that silences findings. */
export interface Suppression {
  /** Rules it names; empty means all. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** The line it silences; `undefined` for the whole file. */
  readonly line: number | undefined;
  /** Where the comment stands. */
  readonly range: Range;
  /** True if it is meant for another tool, which says the same: nobody is told if it silences nothing. */
  readonly foreign?: boolean;
}

/** How many elements a list has; `undefined` if it is no list, or nobody knows. */
export function lengthOf(list: Value | undefined): number | undefined {
  if (list?.kind !== 'array' || list.elements.some(({ kind }) => kind === 'spread')) return undefined;
  return list.elements.length;
}
