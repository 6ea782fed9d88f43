// What a file is for: the program, its tooling, or another thread or process. A file is off the loop,
// or tooling, only if all that leads to it is: what a worker and a server both import is the program's.

import picomatch from 'picomatch/posix';
import type { CallGraph } from './callGraph';
import { startedFiles } from './commands';
import type { CallSite, Value } from './facts';
import type { ProgramNames, ServingRow } from './knowledge';
import type { Knowledge } from './knowledgeIndex';
import { entriesAt } from './link/entries';
import { sitesUsing } from './link/called';
import { importsOf, specifiersIn } from './link/imports';
import { parameterIn } from './link/parameters';
import type { FunctionId, Program, ProgramFile, ProgramFunction } from './link/program';
import { reach } from './link/reach';
import type { Resolver } from './link/resolve';
import { nameFromRoot, type ProjectPort } from './project';
import type { Roots } from './roots';
import { hasServingName, servingRow, servingSites } from './serving';
import { findVendored } from './vendored';

export interface FileMode {
  readonly tooling: boolean;
  readonly offLoop: boolean;
  /** True if a person or a script starts it to get something done: unlike a test, it says who calls what it calls. */
  readonly command: boolean;
  /** True for a copy of a library: only the program calls it. */
  readonly vendored: boolean;
}

const program: FileMode = { tooling: false, offLoop: false, command: false, vendored: false };
type Files = ReadonlySet<ProgramFile>;
type FileList = readonly ProgramFile[];

/** For each file of the program, by its index: neither tooling nor off the loop if it belongs to the program itself. */
export function fileModes(all: Program, graph: CallGraph, resolver: Resolver, roots: Roots, project: ProjectPort): readonly FileMode[] {
  return new Modes(all, graph, resolver, roots, project).find();
}

class Modes {
  private readonly knowledge: Knowledge;
  /** By the index of the importing file. */
  private readonly imported: readonly FileList[];
  /** Tests and configuration, by their names. */
  private readonly named: Files;
  /** Those of them that build the program. */
  private readonly builders: Files;
  /** And those that do something else for whoever starts them. */
  private readonly commands: Files;
  private readonly serving: Files;
  private readonly servingSites: ReadonlySet<CallSite>;
  private readonly prompts: ReadonlySet<CallSite>;

  constructor(
    private readonly all: Program,
    private readonly graph: CallGraph,
    private readonly resolver: Resolver,
    private readonly roots: Roots,
    private readonly project: ProjectPort,
  ) {
    this.knowledge = resolver.knowledge;
    this.servingSites = servingSites(resolver);
    this.prompts = sitesUsing(resolver, (path, use) => this.knowledge.blocking(path, use)?.rule === 'user-prompt');
    this.imported = all.files.map((file) => importsOf(file, resolver));
    const { exampleFiles, buildFiles, commandFiles } = this.knowledge;
    const named = namedTooling(all, this.knowledge, project);
    const isExample = this.findExamples(named, matcher(exampleFiles), project);
    this.named = new Set([...named, ...all.files.filter(isExample)]);
    const ofNamed = (globs: readonly string[]): Files => {
      const matches = matcher(globs);
      return new Set([...this.named].filter(({ facts }) => matches(nameFromRoot(facts.path, project.roots))));
    };
    this.builders = ofNamed(buildFiles);
    this.commands = ofNamed(commandFiles);
    this.serving = new Set(all.files.filter((file) => this.serves(file)));
  }

  find(): FileMode[] {
    const elsewhere = this.entries();
    const imported = new Set(this.all.files.flatMap((file) => (this.named.has(file) ? [] : this.importsOf(file))));
    const { commands: started, library } = startedFiles(this.all, this.resolver.modules, this.knowledge.programNames);
    const commands = new Set([...started, ...this.all.files.filter((file) => !imported.has(file) && this.asksSomebody(file))]);
    // A program may have a `database.config.ts` of its own.
    const builders = [...this.builders].filter((file) => !imported.has(file));
    const built = builders.flatMap((file) => this.importsOf(file)).filter((file) => !this.named.has(file));
    // What a build subscribes to is its own: the files that it watches.
    const jobs = [...commands].filter((file) => !this.everServes(file));
    const tools = new Set([...jobs, ...built].filter((file) => !library.has(file) && !elsewhere.has(file)));
    const others = this.all.files.filter((file) => !tools.has(file) && !elsewhere.has(file) && !this.named.has(file));
    const roots = others.filter((file) => !imported.has(file) || library.has(file) || commands.has(file));
    const [inProgram, inTools, off] = [this.reached(roots), this.reached(tools), this.reached(elsewhere)];
    // What nothing leads to but tests or a cycle is the program's, and all that it imports.
    const left = this.reached(others.filter((file) => ![inProgram, inTools, off].some((set) => set.has(file))));
    const vendored = findVendored(this.all.files, (file) => (this.named.has(file) ? [] : this.importsOf(file)), this.project);
    return this.all.files.map((file) => {
      if (this.named.has(file)) return { ...program, tooling: true, command: this.commands.has(file) };
      if (inProgram.has(file) || left.has(file)) return { ...program, vendored: vendored.has(file) };
      return { ...program, tooling: inTools.has(file), offLoop: off.has(file) };
    });
  }

  /** True if a file asks who sits at the terminal. */
  private asksSomebody(file: ProgramFile): boolean {
    const { askingPackages } = this.knowledge.programNames;
    return specifiersIn(file, this.resolver).some((specifier) => askingPackages.includes(specifier));
  }

  /** What only shows how something is used: nothing of the program imports it, and it serves nobody but who sits at the terminal. */
  private findExamples(named: Files, matches: (path: string) => boolean, { roots }: ProjectPort): (file: ProgramFile) => boolean {
    const isNamed = ({ facts }: ProgramFile): boolean => matches(nameFromRoot(facts.path, roots));
    const others = this.all.files.filter((file) => !named.has(file) && !isNamed(file));
    const imported = new Set(others.flatMap((file) => this.importsOf(file)));
    // What is nothing but examples is a program.
    const isForOne = (file: ProgramFile): boolean => file.sites.some((site) => this.prompts.has(site)) || !this.serves(file);
    return (file) => others.length > 0 && isNamed(file) && !imported.has(file) && isForOne(file);
  }

  /** The files that run on another thread or process, and are no server there. */
  private entries(): Set<ProgramFile> {
    const found = new Set<ProgramFile>();
    const starting = sitesUsing(this.resolver, (path, use) => this.knowledge.entries(path, use).length > 0);
    const marking = sitesUsing(this.resolver, (path, use) => this.knowledge.workerMark(path, use) !== undefined);
    for (const file of this.all.files) {
      if (this.named.has(file)) continue;
      for (const site of file.sites) {
        for (const { row, file: entry } of starting.has(site) ? entriesAt(this.resolver, file, site) : []) {
          if (entry !== file && (row.runs === 'thread' || !this.everServes(entry))) found.add(entry);
        }
        if (marking.has(site) && this.isMark(file, site) && !this.asksForThread(file)) found.add(file);
      }
    }
    return found;
  }

  private isMark(file: ProgramFile, site: CallSite): boolean {
    return this.resolver.callee(file, site).some((target) => {
      const row = target.kind === 'api' ? this.knowledge.workerMark(target.path, site.use) : undefined;
      return row !== undefined && (row.root === undefined || rootOf(site.callee) === row.root);
    });
  }

  private asksForThread(file: ProgramFile): boolean {
    const values = [...file.facts.bindings.flatMap((binding) => binding.values), ...file.facts.calls.map((site) => site.callee)];
    return values.some((value) =>
      this.resolver.resolve(file, value).some((one) => one.kind === 'api' && this.knowledge.testsThread(one.path)),
    );
  }

  private everServes(entry: ProgramFile): boolean {
    return [...this.reached([entry])].some((file) => this.serving.has(file));
  }

  /** True if something in the file serves, or subscribes to what may come at any time. */
  private serves({ base, facts }: ProgramFile): boolean {
    const own = facts.functions.map((_, index) => this.all.functions[base + index]);
    return (
      facts.loops.some((loop) => loop.endless && loop.awaits.length > 0) || own.some((one) => one !== undefined && this.functionServes(one))
    );
  }

  private functionServes({ id, calls, file }: ProgramFunction): boolean {
    return this.subscribes(id) || calls.some((site) => this.siteServes(file, site));
  }

  private subscribes(id: FunctionId): boolean {
    if (this.roots.get(id)?.when === 'event') return true;
    return (this.graph.outgoing[id] ?? []).some(
      ({ timing, source, transient }) => timing === 'event' && !transient && (source === 'event' || source === 'route'),
    );
  }

  private siteServes(file: ProgramFile, site: CallSite): boolean {
    if (hasServingName(this.resolver, file, site)) return true;
    const row = this.servingSites.has(site) ? servingRow(this.resolver, file, site) : undefined;
    return row !== undefined && !this.isStopped(file, site, row);
  }

  /** What the file stops again, other than when the process ends, lasts no longer than a job. */
  private isStopped(file: ProgramFile, started: CallSite, { stoppedBy = [] }: ServingRow): boolean {
    if (stoppedBy.length === 0) return false;
    return file.sites.some((site) => {
      const [handle] = site.args;
      if (!handle || !mayHold(file, handle, started) || this.runsAtEnd(file.base + site.function)) return false;
      return this.resolver.callee(file, site).some((target) => target.kind === 'api' && stoppedBy.includes(target.path));
    });
  }

  private runsAtEnd(id: FunctionId): boolean {
    return (this.graph.incoming[id] ?? []).some(({ timing }) => timing === 'elsewhere');
  }

  private reached(from: Iterable<ProgramFile>): Set<ProgramFile> {
    return reach(from, (file) => this.importsOf(file));
  }

  private importsOf(file: ProgramFile): FileList {
    return this.imported[file.index] ?? [];
  }
}

/** True if a name or a member is given what a call site gives. */
function mayHold({ facts }: ProgramFile, handle: Value, { order }: CallSite): boolean {
  const isGiven = (value: Value): boolean => value.kind === 'call' && value.call === order;
  if (handle.kind === 'name') return handle.binding !== undefined && facts.bindings[handle.binding]?.values.some(isGiven) === true;
  if (handle.kind !== 'member') return false;
  return facts.assignments.some(({ target, value }) => target.kind === 'member' && target.name === handle.name && isGiven(value));
}

/** The name at the start of `self.postMessage`. */
function rootOf(value: CallSite['callee']): string | undefined {
  if (value.kind === 'member') return rootOf(value.object);
  return value.kind === 'name' ? value.name : undefined;
}

/** Files that are tooling by their name, as seen from the folder that was asked about, or by what they import. */
function namedTooling(
  { files }: Program,
  { toolingFiles: globs, testPackages, programNames }: Knowledge,
  { roots }: ProjectPort,
): Set<ProgramFile> {
  const matches = matcher(globs);
  const isTest = ({ imports }: ProgramFile['facts']): boolean => imports.some((specifier) => testPackages.includes(specifier));
  const isNamed = ({ facts }: ProgramFile): boolean => matches(nameFromRoot(facts.path, roots)) || isTest(facts);
  return new Set(files.filter((file) => isNamed(file) || file.sites.some((site) => extendsBuild(file, site, programNames))));
}

/** `apply(compiler) { compiler.hooks.done.tap(…) }`: what is handed to a build to take part in it. */
function extendsBuild(file: ProgramFile, { use, callee, function: owner }: CallSite, { tapMethods }: ProgramNames): boolean {
  if (use !== 'call' || callee.kind !== 'member' || !tapMethods.includes(callee.name) || callee.object.kind !== 'member') return false;
  const hooks = callee.object.object;
  const binding = hooks.kind === 'member' && hooks.name === 'hooks' ? parameterIn(file, hooks.object) : undefined;
  const given = binding === undefined ? undefined : file.facts.bindings[binding]?.function;
  return given === owner && /(?:^|\.)apply$/.test(file.facts.functions[owner]?.name ?? '');
}

function matcher(globs: readonly string[]): (path: string) => boolean {
  return globs.length === 0 ? () => false : picomatch([...globs], { dot: true });
}
