// The whole analysis after extraction: facts of a program in, findings out. A pure function: the same
// facts, project and settings give the same findings, in the same order, whatever the order of the files.

import { SlowMatches } from './backtracking';
import { buildCallGraph, type CallGraph, type Edge } from './callGraph';
import { bits, classify, type Classification } from './classify';
import { type Judged, quietEchoes } from './echoes';
import type { CallSite, FileFacts, Value } from './facts';
import { costOfWork } from './computing/work';
import { Constructed } from './constructed';
import { Credentials } from './credentials';
import { Detours } from './detours';
import type { Context, ContextKind, Finding, Step } from './findings';
import type { BlockingRow, Cost } from './knowledge';
import type { Knowledge } from './knowledgeIndex';
import { bindingOf, createProgram, type Program, type ProgramFile, type ProgramFunction } from './link/program';
import { linkProgram } from './link/learn';
import { isOfRightKind } from './kinds';
import { Locks } from './locks';
import { messageFor } from './messages';
import { Once } from './once';
import type { ProjectPort } from './project';
import { type CountHandlers, handlerCounter } from './handlers';
import { type Hop, hopsOf, type Reached } from './chain';
import { followed, propagate, type Propagation, shortestChains, throughEdge } from './propagate';
import { type GuardOf, guardsOf } from './memoised';
import { findOperations } from './operations';
import { framesOf, originOf, type World } from './origins';
import { Platforms } from './platforms';
import { isPossible } from './possible';
import { Readied } from './readied';
import { Receivers } from './receivers';
import { costAlong } from './repetition';
import { findRoots } from './roots';
import type { Resolver } from './link/resolve';
import { rulesOff, type Settings } from './settings';
import { severityOf } from './severity';
import { Streams } from './streams';
import { Suppressions } from './suppress';
import type { PatternQuestion, VerdictOf } from './verdicts';

export interface AnalysisOptions {
  readonly knowledge: Knowledge;
  readonly settings: Settings;
  readonly project: ProjectPort;
  /** True: findings say how many functions reach their operation. A person who types does not wait for that. */
  readonly countsHandlers?: boolean;
}

export interface Analysis {
  /** By path, then by position. Paths are those of the facts. */
  readonly findings: readonly Finding[];
  /** How many functions were looked at. */
  readonly functions: number;
  /** The regular expressions that it would have liked to know more about. */
  readonly undecided: readonly PatternQuestion[];
}

/** Analyses the files as one program, with what is known of regular expressions. */
export function analyze(files: readonly FileFacts[], options: AnalysisOptions, verdictOf: VerdictOf = () => undefined): Analysis {
  return prepare(files, options).finish()(verdictOf);
}

/** An analysis that has come so far that questions about regular expressions can be asked. */
export interface Prepared {
  /** The regular expressions that it would like to know more about. */
  undecided(verdictOf: VerdictOf): readonly PatternQuestion[];
  /** Does all else that does not depend on them; what comes of it is reported by what this gives. */
  finish(): (verdictOf: VerdictOf) => Analysis;
}

/** Does what comes before the questions about regular expressions. */
export function prepare(files: readonly FileFacts[], { knowledge, settings, project, countsHandlers = false }: AnalysisOptions): Prepared {
  const program = createProgram(files, knowledge);
  const resolver = linkProgram(program, project, knowledge);
  const graph = buildCallGraph(program, resolver);
  const classification = classify(program, graph, resolver, findRoots(program, resolver, project), project);
  const off = rulesOff(settings);
  const mayBeSlow = !off.includes('slow-regex');
  const isLooked = (id: number, site: CallSite): boolean => mayBeSlow && (classification.bitsAt(id, site) & bits.loop) !== 0;
  const matches = new SlowMatches(program, graph, resolver, isLooked);
  return {
    undecided: (verdictOf) => matches.undecided(verdictOf),
    finish: () => {
      const isCut = (id: number): boolean => classification.isReported(id) || program.functions[id]?.facts.annotation === 'nonblocking';
      const guardOf = guardsOf(program, resolver);
      const countHandlers = countsHandlers ? handlerCounter(program, graph, classification) : undefined;
      const once = new Once(program, graph, resolver, classification);
      const operationsWith = findOperations(program, graph, resolver, off);
      return (verdictOf) => {
        const propagation = propagate(program, graph, operationsWith(matches.operations(verdictOf)), isCut);
        const reporter = new Reporter(program, resolver, graph, classification, propagation, settings, once, isCut, guardOf, countHandlers);
        return { findings: reporter.findings(), functions: program.functions.length, undecided: matches.undecided(verdictOf) };
      };
    },
  };
}

class Reporter implements World {
  private readonly suppressions: Suppressions;
  private readonly order: ReadonlyMap<string, number>;
  private readonly credentials: Credentials;
  private readonly platforms: Platforms;
  private readonly locks: Locks;
  private readonly constructed: Constructed;
  private readonly readied: Readied;
  private readonly receivers: Receivers;
  private readonly streams: Streams;
  private readonly detours: Detours;

  constructor(
    readonly program: Program,
    readonly resolver: Resolver,
    readonly graph: CallGraph,
    private readonly classification: Classification,
    private readonly propagation: Propagation,
    private readonly settings: Settings,
    private readonly once: Once,
    private readonly isCut: (id: number) => boolean,
    private readonly guardOf: GuardOf,
    private readonly countHandlers: CountHandlers | undefined,
  ) {
    const files = program.files.map((file) => file.facts);
    this.suppressions = new Suppressions(files);
    this.platforms = new Platforms(program, graph, resolver);
    this.locks = new Locks(program, resolver, graph, propagation, classification);
    this.constructed = new Constructed(program, graph, resolver, classification);
    this.readied = new Readied(program, graph, resolver, classification);
    this.receivers = new Receivers(program, resolver);
    this.streams = new Streams(program, resolver);
    this.detours = new Detours(graph, propagation, isCut);
    this.credentials = new Credentials(resolver.knowledge.programNames);
    this.order = new Map(files.map(({ path }, index) => [path, index]));
  }

  findings(): Finding[] {
    const reported = this.program.functions.filter(
      ({ id, facts }) => this.classification.isReported(id) && facts.annotation !== 'nonblocking',
    );
    const all = reported.flatMap((one) => this.findingsIn(one));
    this.markOperationsNobodyReaches();
    return [...quietEchoes(all), ...this.suppressions.unused(rulesOff(this.settings))]
      .flatMap((one) => this.withSettings(one))
      .sort((a, b) => this.compare(a, b));
  }

  isCalledFromOutside(id: number): boolean {
    return this.classification.isCalledByOthers(id) || (this.graph.incoming[id] ?? []).some(({ timing }) => timing === 'event');
  }

  private findingsIn(caller: ProgramFunction): Judged[] {
    const edges = followed(this.graph, caller.id, this.isCut).filter((edge) => edge.timing === 'call');
    const bySite = groupBySite(edges);
    const remembered = new Remembered(this.guardOf);
    return caller.calls.flatMap((site) => {
      const direct = this.propagation.direct.get(site);
      const through = (bySite.get(site) ?? []).flatMap((edge) => throughEdge(edge, this.propagation.summaries));
      const reached = shortestChains(direct ? [direct, ...through] : through).filter((one) => remembered.isNew(site, one));
      const cheap = new Set<number>();
      return reached.flatMap((one) => this.findingFor(caller, site, one, cheap));
    });
  }

  /** @param cheap helpers of which a cheap operation in a loop has been told already: their other ones add nothing to that */
  private findingFor(caller: ProgramFunction, site: CallSite, shortest: Reached, cheap: Set<number>): Judged[] {
    const reached = this.possible(shortest);
    if (!reached) return [];
    const { row } = reached;
    const hops = hopsOf(reached);
    const cost = reached.work ? costOfWork(this, reached.work, hops) : this.costOf(reached, hops, cheap);
    if (!cost) return [];
    const contexts = this.contextsOf(caller, site, hops);
    const context = this.classification.contextOf(caller.id, contexts);
    const isRare = this.isOnce(hops) || this.isPreparation(hops, context);
    const isQuiet = (!isDear(cost) && isRare) || this.isKnownToIt(row, hops) || this.isMadeForGood(hops) || this.isOnOtherPlatforms(hops);
    const severity = severityOf(contexts, cost.class, row, isQuiet);
    if (!severity) return [];
    const path = hops.map((hop) => this.stepOf(hop));
    const [first, last] = [path[0], path.at(-1)];
    if (!first || !last || this.isSilenced(first, last, row.rule)) return [];
    const finding: Finding = {
      rule: row.rule,
      severity,
      message: messageFor(row, path, context),
      file: first.file,
      range: first.range,
      context,
      cost,
      path,
      api: row.api,
      remedy: row.remedy,
      ...(row.gil && { gil: row.gil }),
      link: row.link,
      fixes: [],
      ...(this.countHandlers && context.phase === 'loop' && { handlers: this.countHandlers(hops.at(-1)?.caller ?? caller.id) }),
    };
    return [{ finding, doubts: hops.filter(({ site }) => site.guard !== 'none').length, isKept: this.keepsResult(row, hops) }];
  }

  /** The operation by a chain that may happen: the shortest, or another one. */
  private possible(shortest: Reached): Reached | undefined {
    const mayHappen = (one: Reached): boolean => this.mayHappen(one.row, hopsOf(one));
    const operation = hopsOf(shortest).at(-1);
    if (mayHappen(shortest) || !operation) return shortest;
    return this.detours.find(shortest, operation, mayHappen);
  }

  private costOf({ row, cost, leaf }: Reached, hops: readonly Hop[], cheap: Set<number>): Cost {
    const helper = hops.at(-1)?.caller ?? -1;
    if (row.mutex && this.locks.isBrief(helper, leaf)) return briefWait;
    if (cost.class === 'tiny' && cheap.has(helper)) return cost;
    const along = costAlong(this.program, this.resolver, row, cost, hops);
    if (cost.class === 'tiny' && along !== cost) cheap.add(helper);
    return along;
  }

  /** True if it is done anew for another key at most. Each object has its own memos, and there may be one for each request. */
  private keepsResult({ remembered }: BlockingRow, hops: readonly Hop[]): boolean {
    const isMemo = ({ caller, site }: Hop): boolean => site.kept?.kind === 'element' || this.guardOf(caller, site) === 'memo';
    return remembered === true || hops.some(isMemo) || this.isOnce(hops);
  }

  /** True if who does it has kept what comes of it since the first time. */
  private isKnownToIt({ remembered }: BlockingRow, hops: readonly Hop[]): boolean {
    const last = hops.at(-1);
    if (!remembered || !last) return false;
    return remembered === 'receiver' ? this.isKnownToReceiver(last, hops) : this.once.asksForFew(last.caller, last.site);
  }

  /** True if there is one receiver, and what it is given is neither made for this call nor brought from outside. */
  private isKnownToReceiver({ caller, site: { callee, args } }: Hop, hops: readonly Hop[]): boolean {
    const file = this.program.functions[caller]?.file;
    const [given] = args;
    if (!file || !given || callee.kind !== 'member' || !this.once.isLasting(caller, callee.object)) return false;
    return !isWritten(file, given) && originOf(this, file, given, framesOf(this.program, hops)) !== 'outside';
  }

  private mayHappen({ rule }: BlockingRow, hops: readonly Hop[]): boolean {
    const isSeen = isPossible(this.program, hops) && isOfRightKind(this.program, this.resolver, hops);
    if (rule === 'sync-file' && this.streams.isInMemory(hops)) return false;
    return isSeen && this.receivers.mayTake(hops) && !this.constructed.isThere(hops) && !this.readied.isFilled(hops);
  }

  private isOnOtherPlatforms(hops: readonly Hop[]): boolean {
    return hops.some(({ caller, site }) => this.platforms.isOther(caller, site));
  }

  private isMadeForGood(hops: readonly Hop[]): boolean {
    return hops.some(({ caller, site }) => this.once.isMadeForGood(caller, site));
  }

  private isOnce(hops: readonly Hop[]): boolean {
    return hops.some((hop, index) => this.once.isOnce(hop.caller, hop.site, hops[index - 1]?.site));
  }

  /** A key or a certificate is read once for a connection, unless whoever reads it answers somebody with it. */
  private isPreparation(hops: readonly Hop[], { kind }: Context): boolean {
    const last = hops.at(-1);
    const file = this.program.functions[last?.caller ?? -1]?.file;
    return last !== undefined && file !== undefined && !answering.has(kind) && this.credentials.isRead(file, last.site);
  }

  /** What is memoised, and asked for the first time at startup, is done at startup. A hop that never runs on the loop decides for the whole chain. */
  private contextsOf(caller: ProgramFunction, site: CallSite, hops: readonly Hop[]): number {
    const isDoneBefore = hops.some((hop, index) => this.isDoneAtStartup(hop, hops[index - 1]?.site));
    if (isDoneBefore) return bits.startup;
    const onTheWay = hops.map((hop) => this.classification.bitsAt(hop.caller, hop.site)).find((some) => some !== 0 && !(some & bits.loop));
    return onTheWay ?? this.classification.bitsAt(caller.id, site);
  }

  private isDoneAtStartup({ caller, site }: Hop, by: CallSite | undefined): boolean {
    if (site.kept) return this.once.isKeptSinceStartup(caller, site, by);
    return this.guardOf(caller, site) === 'memo' && (this.classification.bitsOf(caller) & bits.startup) !== 0;
  }

  private isSilenced(first: Step, last: Step, rule: string): boolean {
    const atOperation = this.suppressions.silences(last.file, last.range.start, rule);
    return this.suppressions.silences(first.file, first.range.start, rule) || atOperation;
  }

  /** A comment at an operation that no loop code reaches today is not useless: it may be reached tomorrow. */
  private markOperationsNobodyReaches(): void {
    for (const { row, chain } of this.propagation.direct.values()) {
      const file = this.program.functions[chain.caller]?.file.facts.path;
      if (file) this.suppressions.silences(file, chain.site.range.start, row.rule);
    }
  }

  private stepOf({ caller, site }: Hop): Step {
    const one = this.program.functions[caller];
    return { name: site.name, file: one?.file.facts.path ?? '', range: site.range, within: nameAround(one) };
  }

  private withSettings(finding: Finding): Finding[] {
    const severity = this.settings.rules[finding.rule];
    if (severity === 'off') return [];
    // A setting makes a rule louder or quieter on the loop; startup and tooling stay as quiet as they are.
    const applies =
      severity !== undefined && (finding.severity === 'warning' || finding.severity === 'error' || finding.rule === 'unused-suppression');
    return [applies ? { ...finding, severity } : finding];
  }

  private compare(a: Finding, b: Finding): number {
    return (
      (this.order.get(a.file) ?? 0) - (this.order.get(b.file) ?? 0) ||
      a.range.start.line - b.range.start.line ||
      a.range.start.column - b.range.start.column
    );
  }
}

/** What a function has an object remember at one call site costs nothing at the next. */
class Remembered {
  /** By operation, the objects that are known to remember it, as they are written. */
  private readonly known = new Map<CallSite, Set<string>>();

  constructor(private readonly guardOf: GuardOf) {}

  isNew({ name, guard }: CallSite, reached: Reached): boolean {
    if (!hopsOf(reached).some(({ caller, site }) => this.guardOf(caller, site) === 'ownMemo')) return true;
    const objects = this.known.get(reached.leaf) ?? new Set();
    const object = name.replace(/[^.]*$/, '');
    if (objects.has(object)) return false;
    if (guard === 'none') this.known.set(reached.leaf, objects.add(object));
    return true;
  }
}

const answering: ReadonlySet<ContextKind> = new Set(['route-handler', 'event-listener', 'timer-callback', 'stream-callback']);

const briefWait: Cost = { class: 'tiny', why: 'it waits for a lock that is only ever held for a few statements' };

/** True for an object that is written in a function: each call makes another one. */
function isWritten(file: ProgramFile, value: Value): boolean {
  const binding = value.kind === 'name' ? bindingOf(file, value) : undefined;
  return value.kind === 'object' || (binding?.function !== 0 && binding?.values.some(({ kind }) => kind === 'object') === true);
}

/** What happens once is not worth a warning, unless everybody waits long for it. */
function isDear({ class: cost }: Cost): boolean {
  return cost === 'long' || cost === 'unbounded';
}

function groupBySite(edges: readonly Edge[]): Map<CallSite, Edge[]> {
  const groups = new Map<CallSite, Edge[]>();
  for (const edge of edges) groups.set(edge.site, [...(groups.get(edge.site) ?? []), edge]);
  return groups;
}

/** The name of a function, or of the nearest around it that has one. */
function nameAround(one: ProgramFunction | undefined): string {
  let facts = one?.facts;
  while (one && facts?.name === '' && facts.parent !== undefined) facts = one.file.facts.functions[facts.parent];
  return facts?.name ?? '';
}
