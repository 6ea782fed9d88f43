// The shape of knowledge, and how the core looks it up. The tables themselves live in src/knowledge;
// the core is given them, so a test or a user's settings can add rows.
//
// An API path is a module (`node:fs`, `express`) or `global`, then member names, `#` standing for an
// instance: `node:fs.readFileSync`, `global.localStorage.getItem`, `node:sqlite.DatabaseSync#exec`.

import type { Language, Literal, Use, Value } from './facts';
import type { RuleId } from './rules';

export const costClasses = ['tiny', 'noticeable', 'long', 'unbounded'] as const;
export type CostClass = (typeof costClasses)[number];

export interface Cost {
  readonly class: CostClass;
  /** One sentence without its full stop: why it takes that long. */
  readonly why: string;
  /** Of computing, the milliseconds that it takes by estimate: the settings say which class that is. */
  readonly ms?: number;
}

/** What really frees the loop. */
export type Remedy =
  /** A variant that leaves the loop's thread; `api` is its API path. */
  | { readonly kind: 'async'; readonly api: string; readonly style: 'promise' | 'callback' | 'iterator'; readonly note?: string }
  /** No variant frees the loop: the work must move to another thread or process. */
  | { readonly kind: 'worker'; readonly note?: string }
  /** Python: a thread frees the loop, because the operation waits, or computes without the interpreter's lock (GIL). */
  | { readonly kind: 'thread'; readonly note?: string }
  /** Python: only another process does, because the operation computes and holds the GIL. */
  | { readonly kind: 'process'; readonly note?: string }
  /** Something else: do it once at startup, use another API, drop the call. */
  | { readonly kind: 'advice'; readonly note: string };

/** An operation that holds the thread. Its api may end in `#*`: every method of which no other row, nor what it gives, is known. */
export interface BlockingRow {
  readonly api: string;
  readonly rule: RuleId;
  readonly use: Use;
  /** A class, or a judgement of the call: `undefined` means that this call does not block. */
  readonly cost: CostClass | ((call: CallShape) => CostClass | Cost | undefined);
  /** One sentence without its full stop, said of the operation: "reads the whole file before it returns". */
  readonly why: string;
  readonly link: string;
  readonly remedy: Remedy;
  /** Python: whether other threads run while it does. */
  readonly gil?: 'released' | 'held';
  /** True if it never ends by itself. */
  readonly endless?: boolean;
  /**
   * What opened the thing that this goes on with, its receiver or the argument of that index, is an operation too: where both stand
   * in one function, only that one is told.
   */
  readonly continues?: 'receiver' | number;
  /** Packages that give the name another meaning, in projects that depend on them. */
  readonly unlessPackages?: readonly string[];
  /**
   * Who does it keeps what comes of it (a module, a vocabulary): asked for again, it costs nothing. `receiver`: what it is called on
   * keeps that, for each object that it was given.
   */
  readonly remembered?: boolean | 'receiver';
  /** True if it waits until a block of the program that has begun with it has ended: how long, those blocks say. */
  readonly mutex?: true;
  /** First Node.js major that has it, where that is after 20; first minor version of Python 3, where that is after 8. */
  readonly since?: number;
  /** Last minor version of Python 3 that has it. */
  readonly until?: number;
  /** Arguments for the generated positive snippet, as source text. */
  readonly example?: string;
  /** What it is called on in that snippet, as source text, where that decides. */
  readonly receiver?: string;
  /** Arguments with which this call does not block, as source text, where the cost says so. */
  readonly harmless?: string;
}

/** Who calls a function that is handed over, and when. */
export type CallbackTiming =
  /** Before the call returns: the callback belongs to its caller. */
  | 'now'
  /** Once, later, on the loop: a continuation of whoever registered it. */
  | 'continuation'
  /** Once, before the program serves, whoever registered it and when. */
  | 'startup'
  /** On the loop, by a timer or an outside event, perhaps often. */
  | 'event'
  /** On another thread or process. */
  | 'elsewhere';

export type CallbackSource = 'timer' | 'promise' | 'event' | 'route' | 'stream' | 'core' | 'worker' | 'sync';

/** A function that takes callbacks. Its api may end in `.*` or `#*`: every member without a row of its own. */
export interface CallbackRow {
  readonly api: string;
  readonly timing: CallbackTiming;
  /** The same for functions that are not async, where that differs. */
  readonly plain?: CallbackTiming;
  readonly source: CallbackSource;
  /** Which arguments are callbacks; all functions among them if absent. */
  readonly args?: readonly number[];
  /** Callbacks among the arguments that are passed by name; if `args` is absent, all functions are. */
  readonly keywords?: readonly string[];
  /** Events with which the program ends, texts or names of constants: nobody waits for the loop any more. */
  readonly endings?: readonly string[];
  /** Events that come once, when the program begins. */
  readonly openings?: readonly string[];
  /** What the callbacks are given, by parameter: API paths, instances if they end in `#`. */
  readonly gives?: readonly string[];
  /** True if it comes to an end by itself (a child process, a stream): a program that waits for it serves nobody. */
  readonly transient?: boolean;
  readonly link: string;
}

/** A method known by its name and the shape of its arguments, for receivers that nothing else tells about. */
export interface CallbackShapeRow {
  readonly method: string;
  /** `write` for a property that a function is assigned to; a call if absent. */
  readonly use?: 'call' | 'write';
  readonly timing: CallbackTiming;
  readonly source: CallbackSource;
  readonly transient?: boolean;
  readonly matches: (call: CallShape) => boolean;
}

/** When the outside calls a function: at any time while the program serves, once before that (a build counts as such), or off the loop. */
export type RootTiming = 'event' | 'startup' | 'elsewhere';

/** A function of the program that the outside calls, though no call hands it over: what is written at it says so. */
export interface RootRow {
  /**
   * `decorator`: `api` stands before the function.
   * `member`: a method whose class extends, implements or is decorated with the part before `#`, or a property of an object
   * literal declared as that. `#on_*` is every one whose name begins so.
   * `type`: the function is declared to be of that type.
   */
  readonly by: 'decorator' | 'member' | 'type';
  readonly api: string;
  readonly when: RootTiming;
  /** The same for functions that are not async, where that differs: a framework may run them on a thread. */
  readonly plain?: RootTiming;
  /** The argument of the decorator that, if true, has a function that is not async run on a thread: `sync_to_thread`. */
  readonly onThread?: string;
  /** True if what the decorator gives runs the function there too, whoever calls it. */
  readonly replaces?: boolean;
  /** Names of functions that are called when the program begins, and perhaps again: `on_ready`. */
  readonly openings?: readonly string[];
  readonly source: CallbackSource;
  readonly link: string;
}

/** Exports of files that stand where a framework looks for them. */
export interface RootExportRow {
  /** Globs from a folder that was asked about. */
  readonly files: readonly string[];
  /** `GET`; `default`; `default.fetch` for a member of what is exported; `default.methods.*` for all members of that. */
  readonly exports: readonly string[];
  /** The project names one of these packages, or the file imports one; absent where the names of the files say enough. */
  readonly packages?: readonly string[];
  /** Files in a folder around the exports that say as much as a package. */
  readonly markers?: readonly string[];
  readonly when: RootTiming;
  readonly source: CallbackSource;
  readonly link: string;
}

/** A call after which the program serves: startup ends there. */
export interface ServingRow {
  readonly api: string;
  /** True if it serves nobody else: startup goes on in the callers of the function where it stands. */
  readonly keepsHouse?: boolean;
  /** True if handlers do so too (`create_task`): it does not tell that the function where it stands starts the program. */
  readonly anywhere?: boolean;
  /** True if only a plain function begins by it: a coroutine runs on a loop already. */
  readonly byPlain?: boolean;
  /** Calls that end what it gave, if that is handed to them. */
  readonly stoppedBy?: readonly string[];
  readonly link: string;
}

/** A call that ends the process. */
export interface ExitRow {
  readonly api: string;
  /** Which calls do; all if absent. */
  readonly matches?: (call: CallShape) => boolean;
  readonly link: string;
}

/** A value that differs between production and the desks of developers. */
export interface EnvironmentRow {
  readonly api: string;
  /** What it is in development and tests only. */
  readonly tooling: readonly Literal[];
  /** What it is in production: anything else is met in development and tests only. */
  readonly production: readonly Literal[];
  readonly link: string;
}

/** A value, or what a call gives, that tells what system a program runs on. */
export interface PlatformRow {
  readonly api: string;
  /** What it is where servers run. */
  readonly servers: string;
  readonly link: string;
}

/** A call whose argument names a file that another thread or process runs. */
export interface EntryRow {
  readonly api: string;
  readonly use: 'call' | 'new';
  readonly arg: number;
  /** The property of that argument which names the file, or lists several. */
  readonly option?: string;
  /** Where files stand that are named without a folder, and the property that says so. */
  readonly folder?: string;
  readonly folderOption?: string;
  /** A process may be a server of its own; a thread never is. */
  readonly runs: 'thread' | 'process';
  readonly link: string;
}

/** What only a file does that runs on a thread of its own. */
export interface WorkerMarkRow {
  readonly api: string;
  readonly use: Use;
  /** The name by which the global object must be written: `window.onmessage` is no worker's. */
  readonly root?: string;
}

/** How projects name their programs and their tooling. */
export interface ProgramNames {
  /** Folders of a package whose files are programs for the command line. */
  readonly commandFolders: readonly string[];
  /** Packages that ask who sits at the terminal: a file that imports one, and that nobody imports, is a program for the command line. */
  readonly askingPackages: readonly string[];
  /** Packages of programs that have windows of their own, and so run on whatever system their users have. */
  readonly windowPackages: readonly string[];
  /** Verbs by which a function is called that may end the program: what it does before it comes to that holds up nobody. */
  readonly endingWords: readonly string[];
  /** What may stand before the verb in the name of a function: `handleQuit`. */
  readonly handlingWords: readonly string[];
  /** Names of functions that end the program, whatever they do to that end; without case and underscores. */
  readonly endingNames: readonly string[];
  /** Methods by which a plug-in takes part in the steps of a build: `compiler.hooks.done.tap(…)` in its `apply(compiler)`. */
  readonly tapMethods: readonly string[];
  /** Commands that run the script which follows: `node server.js`. */
  readonly runners: readonly string[];
  /** Methods that begin to serve, whatever the receiver: a program that calls one is not taken for a tool. */
  readonly servingMethods: readonly string[];
  /** Properties that hold a key or a certificate, and those that hold several of them. */
  readonly credentials: readonly string[];
  readonly credentialHolders: readonly string[];
  /** Members of what comes from outside that are the program's own: its settings, what serves. */
  readonly ownMembers: readonly string[];
  /** Globals that only a page has: who writes in it keeps nobody waiting but himself. */
  readonly pageGlobals: readonly string[];
  /** Methods by which a function sets up the program that it is given. */
  readonly setUpMethods: readonly string[];
  /** Methods of the language itself that take functions or objects along with a text, and call nothing by its name. */
  readonly ownMethods: readonly string[];
}

/**
 * What a call, a construction or (`:read`) a member read gives: `type` is an API path, an instance if it ends in `#`. `#*:read` is
 * every member that no other row knows.
 */
export interface ReturnRow {
  readonly api: string;
  readonly type: string;
}

/** A function that gives what it was given: `Object.freeze(x)` is `x`, `Promise.all(x)` brings `x`. */
export interface PassRow {
  readonly api: string;
  /** Which argument it gives. */
  readonly arg: number;
  /** True if it gives what calling that argument gives: `Depends(get_session)` brings a session. */
  readonly called?: boolean;
  /** True if it does so for whoever goes through what it gives, step by step: `map(f, xs)`. */
  readonly lazily?: boolean;
}

/** How much data a value is. */
export type Size =
  /** An upper bound, in characters or bytes; or in elements of a list. */
  | { readonly kind: 'known'; readonly amount: number; readonly elements?: boolean }
  /** Comes from outside, in unknown and perhaps large size. */
  | {
      readonly kind: 'large';
      /** What it is, as a part of a sentence: "the body of a request". */
      readonly why: string;
      /** Bytes, or elements of a list, that it rarely exceeds. */
      readonly limit?: number;
      /** True for a list of things that are small each. */
      readonly list?: boolean;
      /** True for a part of what answers one question: lists in that are short, a page of results. */
      readonly page?: boolean;
      /** True for what answers one question: its parts are such. */
      readonly paged?: boolean;
    }
  | { readonly kind: 'unknown' };

/** How much data calling or reading `api` gives. */
export type SizeRow =
  /** It comes from outside, in unknown and perhaps large size. So does what is taken out of it. */
  | {
      readonly kind: 'outside';
      readonly api: string;
      /** What it is, as a part of a sentence: "the body of a request". */
      readonly what: string;
      /** Bytes, or elements of a list, that it rarely exceeds, by a default of the library or by what it is. */
      readonly limit?: number;
      /** True for a list of things that are small each. */
      readonly list?: boolean;
      /** True for a part of what answers one question: lists in that are short, a page of results. */
      readonly page?: boolean;
      /** True for what answers one question: its parts are such. */
      readonly paged?: boolean;
      /** True for what a file or a folder contains: one with a literal name is the program's own. */
      readonly file?: boolean;
      readonly link: string;
    }
  /** As much as its argument of that index is; `page`: a list of its properties, which are few. */
  | { readonly kind: 'same'; readonly api: string; readonly arg: number; readonly page?: boolean }
  /** As many bytes, or elements of a list, as the number at that index says, or the one after it. */
  | { readonly kind: 'count'; readonly api: string; readonly arg: number; readonly elements?: boolean };

/** A call that goes through all of something before it returns, in a time that grows with that. */
export interface TraversalRow {
  /** An API path; `#name` is a method of whatever receiver. */
  readonly api: string;
  readonly language: Language;
  /** What it goes through: its receiver, or the argument of that index. */
  readonly of: 'receiver' | number;
  /** With more arguments than that it does not start from the beginning. */
  readonly most?: number;
  /** True if only a list has to be gone through for it. */
  readonly listsOnly?: boolean;
  readonly link: string;
}

/** A call that asks how things stand, and changes nothing: a loop of it alone only waits. */
export interface PollRow {
  readonly api: string;
  /** Who changes what it asks about: time, another thread or process, or only the loop on whose thread it asks. */
  readonly of: 'clock' | 'thread' | 'loop';
  readonly link: string;
}

/** A call that makes a pattern, a regular expression. */
export interface PatternRow {
  readonly api: string;
  /** Which arguments are its text and its flags. */
  readonly pattern: number;
  readonly flags: number;
  readonly link: string;
}

/** A call that matches a text against a pattern: a function, or a method of one of the two. */
export interface MatchRow {
  readonly api: string;
  readonly pattern: 'receiver' | number;
  readonly text: 'receiver' | number;
  readonly flags?: number;
  /** Where a match must begin, and end, whatever the pattern says. */
  readonly anchored?: 'start' | 'both';
  readonly link: string;
}

/** A constant that stands for a flag of a pattern. */
export interface PatternFlagRow {
  readonly api: string;
  readonly letter: string;
}

/** Two API paths for one thing (`node:fs.promises` is `node:fs/promises`). */
export interface AliasRow {
  readonly api: string;
  readonly of: string;
}

/** An instance's class inherits another's members (`node:http.Server` is a `node:events.EventEmitter`). */
export interface InheritRow {
  readonly type: string;
  readonly base: string;
}

/** A call that tells whether a file is there. */
export interface FileTestRow {
  readonly api: string;
  /** Where it is named: by the receiver, or by the argument of that index. */
  readonly of: 'receiver' | number;
  readonly link: string;
}

export interface KnowledgeTables {
  readonly blocking: readonly BlockingRow[];
  readonly callbacks: readonly CallbackRow[];
  readonly callbackShapes: readonly CallbackShapeRow[];
  readonly roots: readonly RootRow[];
  readonly rootExports: readonly RootExportRow[];
  readonly serving: readonly ServingRow[];
  /** Classes of which a server makes one, before it serves: whoever makes it is at work when the program starts. */
  readonly applications: readonly string[];
  readonly exits: readonly ExitRow[];
  readonly environments: readonly EnvironmentRow[];
  readonly platforms: readonly PlatformRow[];
  readonly fileTests: readonly FileTestRow[];
  /** Classes of streams that hold what is written to them in memory. */
  readonly memoryStreams: readonly string[];
  /** Calls that ask whether a function is async. */
  readonly asyncTests: readonly string[];
  /** Calls that give something on a loop, and where none runs nothing, or raise. */
  readonly loopTests: readonly string[];
  /** Calls that say which thread they are made on. */
  readonly threadNames: readonly string[];
  /** Calls that give the thread that the program starts on. */
  readonly mainThreads: readonly string[];
  readonly returns: readonly ReturnRow[];
  readonly passes: readonly PassRow[];
  readonly sizes: readonly SizeRow[];
  readonly patterns: readonly PatternRow[];
  readonly matches: readonly MatchRow[];
  readonly patternFlags: readonly PatternFlagRow[];
  /** Decorators that keep what a function gave, so that it is computed once. */
  readonly memoising: readonly string[];
  readonly traversals: readonly TraversalRow[];
  readonly polls: readonly PollRow[];
  /** Calls that give what needs no waiting for: awaiting that does not give the thread back to the loop. */
  readonly settled: readonly string[];
  /** Functions that make their first argument, a constructor, extend their second. */
  readonly extending: readonly string[];
  readonly aliases: readonly AliasRow[];
  readonly inherits: readonly InheritRow[];
  readonly entries: readonly EntryRow[];
  readonly workerMarks: readonly WorkerMarkRow[];
  /** APIs that tell a thread which one it is: a file that asks is for both. */
  readonly threadTests: readonly string[];
  /** Classes of the language whose instances hold what is put into them. */
  readonly collections: readonly string[];
  /** Functions that put the text arguments they are given together to a path. */
  readonly pathMakers: readonly string[];
  /** API paths whose first argument names one file. */
  readonly fileTakers: readonly string[];
  readonly programNames: ProgramNames;
  /** Modules that the runtime brings, without prefix (`fs`, `fs/promises`), and the prefix they are filed under. */
  readonly builtinModules: readonly string[];
  /** Globs of files that are tooling wherever they stand (tests, tool configuration). */
  readonly toolingFiles: readonly string[];
  /** Those of them that build the program: what only they import does so too. */
  readonly buildFiles: readonly string[];
  /** Those of them that somebody starts to get something done: who is called by these is called by nobody else, as far as anybody sees. */
  readonly commandFiles: readonly string[];
  /** Globs of files that show how something is used: tooling where nothing of the program imports them and they serve nobody. */
  readonly exampleFiles: readonly string[];
  /** Packages that only tests import. */
  readonly testPackages: readonly string[];
  readonly quickApis: readonly string[];
}

/** What a predicate may ask of a call site. Constants are already looked up. */
export interface CallShape {
  readonly use: Use;
  readonly argCount: number;
  /** True if arguments are spread, so that their number is not known. */
  readonly spread: boolean;
  readonly awaited: boolean;
  readonly inLoop: boolean;
  /** What argument `index` evaluates to, names of constants followed; or the one passed by the name `keyword`. */
  arg(index: number, keyword?: string): Value | undefined;
  /** What is passed by the name of its parameter. */
  keyword(name: string): Value | undefined;
  /** How much data argument `index` is, or the one passed by the name `keyword`, or what the method is called on. */
  size(of: number | 'receiver', keyword?: string): Size;
  /** The API paths of what argument `index` may be. */
  types(index: number): readonly string[];
  /**
   * The API paths of what was passed where argument `of` or the receiver was made: of `csv.reader(stream)` those of the stream.
   * @param index which argument it was passed as, by default the first; or by the name of `keyword`
   */
  madeOf(of: number | 'receiver', index?: number, keyword?: string): readonly string[];
  /** Property `name` of the object literal at argument `index`. */
  option(index: number, name: string): Value | undefined;
  /** What the text or path at argument `index` begins with, or the one passed by the name `keyword`, as far as the program says. */
  beginning(index: number, keyword?: string): string | undefined;
  /** What the name that the method is called on is given as member `name`, if only one thing is: `canvas.width = 1`. */
  given(name: string): Value | undefined;
  /** What `method` is told first wherever its file calls it on the same name or field: of `socket.setblocking(False)` the `False`. */
  toldBy(method: string): readonly Value[];
  /** True if argument `index` is, or is bound to, a function. */
  isFunction(index: number): boolean;
  /** True if the name at argument `index` is used as that of one file elsewhere: it is no folder. */
  isFile(index: number): boolean;
}
