// Matches of regular expressions that may take very long for some texts (`slow-regex`). How the time of a pattern
// grows is decided elsewhere; here is which matches are worth a decision, and what it means for them.
// Invariant: a pattern of which nothing is known yet, or a text that can't be long, is no finding.

import type { CallGraph } from './callGraph';
import { type Attack, type PatternQuestion, questionKey, type SlowVerdict, type VerdictOf } from './verdicts';
import type { FoundOperation, Hop, SlowPattern, Work } from './chain';
import { isParam, passedAlong } from './computing/input';
import type { CallSite, Language, Value } from './facts';
import type { BlockingRow, Cost, MatchRow } from './knowledge';
import { argumentAt } from './link/passed';
import { passed, type PatternTarget, patternsOf } from './link/patterns';
import type { Program, ProgramFile, ProgramFunction } from './link/program';
import type { Resolver } from './link/resolve';
import { type Frame, framesOf, isOfPage, type Origin, originOf, type World } from './origins';
import { isCut, limitAt, longest, type TextLimit, textParameter, type UsedText } from './textLengths';
import { count, plain } from './words';

/** A call site that matches texts that may be long. */
interface Match {
  readonly caller: ProgramFunction;
  readonly site: CallSite;
  readonly row: MatchRow;
  readonly text: Value;
  /** How long the text may be, in characters. */
  readonly length: number;
  readonly patterns: readonly PatternTarget[];
}

/** The matches of a program that may be slow, and what they would like to know. */
export class SlowMatches {
  private readonly matches: readonly Match[];

  /** @param isLooked which call sites count */
  constructor(
    program: Program,
    graph: CallGraph,
    private readonly resolver: Resolver,
    isLooked: (caller: number, site: CallSite) => boolean,
  ) {
    this.matches = program.functions.flatMap((caller) =>
      (graph.sites[caller.id] ?? []).flatMap((site) => (isLooked(caller.id, site) ? this.matchesOf(caller, site) : [])),
    );
  }

  /** The patterns of which nobody has decided yet how slow they are. */
  undecided(verdictOf: VerdictOf): readonly PatternQuestion[] {
    const questions = this.matches.flatMap((match) => match.patterns.map((pattern) => questionOf(match, pattern)));
    return [...new Map(questions.filter((one) => !verdictOf(one)).map((one) => [questionKey(one), one])).values()];
  }

  /** By call site, the operation that it is if it matches a pattern that is slow for some texts. */
  operations(verdictOf: VerdictOf): ReadonlyMap<CallSite, FoundOperation & { readonly caller: ProgramFunction }> {
    const found = new Map<CallSite, FoundOperation & { readonly caller: ProgramFunction }>();
    for (const match of this.matches) {
      const operation = found.has(match.site) ? undefined : operationOf(match, verdictOf);
      if (operation) found.set(match.site, { ...operation, caller: match.caller });
    }
    return found;
  }

  private matchesOf(caller: ProgramFunction, site: CallSite): readonly Match[] {
    return (site.use === 'call' ? this.rowsAt(caller.file, site) : []).flatMap((row) => {
      const text = textAt(row, site);
      const length = text ? longest(this.resolver, caller.file, text) : 0;
      return text && length > 0 ? [{ caller, site, row, text, length, patterns: this.patternsAt(row, caller.file, site) }] : [];
    });
  }

  private rowsAt(file: ProgramFile, site: CallSite): readonly MatchRow[] {
    const { knowledge } = this.resolver;
    const { callee } = site;
    const methods = callee.kind === 'member' ? knowledge.matchMethods(file.facts.language, callee.name) : [];
    if (methods.length === 0 && file.facts.language === 'javascript') return [];
    const functions = this.resolver
      .callee(file, site)
      .flatMap((target) => (target.kind === 'api' ? (knowledge.match(target.path) ?? []) : []));
    return [...methods, ...functions];
  }

  private patternsAt(row: MatchRow, file: ProgramFile, site: CallSite): readonly PatternTarget[] {
    const given = patternAt(row, site);
    // Of a text that is the receiver, or is given to a method of a text, nobody knows whether it means a pattern.
    if (given?.kind === 'literal' && (row.pattern === 'receiver' || row.text === 'receiver')) return [];
    const hasFlags = row.pattern !== 'receiver' && row.flags !== undefined;
    return patternsOf(this.resolver, file, given, hasFlags ? passed(site.args, row.flags, 'flags') : undefined);
  }
}

function questionOf({ row: { anchored }, caller }: Match, { pattern, flags }: PatternTarget): PatternQuestion {
  return { pattern, flags, language: caller.file.facts.language, anchored: anchored ?? 'nowhere', least: 3 };
}

function operationOf(match: Match, verdictOf: VerdictOf): FoundOperation | undefined {
  const { file } = match.caller;
  for (const target of match.patterns) {
    const verdict = verdictOf(questionOf(match, target));
    if (!verdict || verdict.growth === 'harmless' || !isWorthTelling(verdict, match.length, isCut(file, match.text))) continue;
    const slow = { pattern: target.pattern, flags: target.flags, verdict };
    const pattern = patternAt(match.row, match.site);
    return {
      row: slowRow(match.row, slow, file.facts.language),
      work: { kind: 'match', text: match.text, slow, ...(pattern && isParam(file, pattern) && { pattern }) },
    };
  }
  return undefined;
}

/**
 * What a match costs at the end of a chain: little, if the program itself writes the text, or nobody else is seen to. A pattern
 * that doubles its time with each letter is told of where unknown callers write it, too.
 * @returns `undefined` if this chain passes another pattern, or no text that is long enough
 */
export function costOfMatch(world: World, { text, pattern, slow }: Work & { kind: 'match' }, hops: readonly Hop[]): Cost | undefined {
  const last = hops.at(-1);
  const file = world.program.functions[last?.caller ?? -1]?.file;
  if (!last || !file || (pattern && !passesPattern(world, hops, pattern, slow))) return undefined;
  const frame = framesOf(world.program, hops);
  const limit = limitOnChain(world, { file, site: last.site, value: text }, frame);
  if (limit && !isWorthTelling(slow.verdict, limit.most, true)) return undefined;
  const cost = costOf(slow.verdict);
  if (isWrittenByOthers(world, originOf(world, file, text, frame), hops, slow)) return cost;
  return { class: 'tiny', why: `nobody else is seen to write this text; ${cost.why}` };
}

/** In a page only a pattern that nearly any text may stop is worth a word: who writes there waits himself. */
function isWrittenByOthers(world: World, origin: Origin, hops: readonly Hop[], { verdict }: SlowPattern): boolean {
  if (verdict.growth === 'exponential') return origin !== 'program';
  const top = world.program.functions[hops[0]?.caller ?? -1]?.file;
  return origin === 'outside' && !(top && isOfPage(world, top));
}

/** False if the chain is seen to pass other patterns. */
function passesPattern({ program, resolver }: World, hops: readonly Hop[], pattern: Value, slow: SlowPattern): boolean {
  const last = hops.at(-1);
  const passed = last && passedAlong(program, hops, pattern);
  const patterns = passed ? patternsOf(resolver, passed.file, passed.value, undefined) : [];
  return patterns.length === 0 || patterns.some((one) => one.pattern === slow.pattern && one.flags === slow.flags);
}

/** What a check lets through, where the text is matched or on the way there. */
function limitOnChain(world: World, text: UsedText, frame: Frame | undefined): TextLimit | undefined {
  const found = limitAt(world.resolver, text);
  if (found || !frame) return found;
  const param = textParameter(text.file, text.value);
  const one = param && text.file.base + param.function === frame.callee ? world.program.functions[frame.callee] : undefined;
  const value = param && one && argumentAt(one, frame.site, param.index);
  return value && limitOnChain(world, { file: frame.file, site: frame.site, value }, frame.up);
}

function patternAt({ pattern }: MatchRow, site: CallSite): Value | undefined {
  return valueAt(site, pattern, 'pattern');
}

function textAt({ text }: MatchRow, site: CallSite): Value | undefined {
  return valueAt(site, text, 'string');
}

function valueAt({ callee, args }: CallSite, where: 'receiver' | number, keyword: string): Value | undefined {
  if (where !== 'receiver') return passed(args, where, keyword);
  return callee.kind === 'member' ? callee.object : undefined;
}

function isWorthTelling(verdict: SlowVerdict, length: number, isCutSomewhere: boolean): boolean {
  if (isQuick(verdict, length)) return false;
  return verdict.growth === 'exponential' || !((isCutSomewhere && length === Infinity) || failsAtLineEnd(verdict.attack));
}

/** True if only a line end makes the match fail: whoever writes such a pattern matches single lines, where that never comes. */
function failsAtLineEnd(attack: Attack): boolean {
  const end = attack.at(-1);
  return end?.times === 1 && end.text.startsWith('\n') && !attack.some(({ text, times }) => times > 1 && text.includes('\n'));
}

/** True if no text of this length takes more than some milliseconds. */
function isQuick(verdict: SlowVerdict, length: number): boolean {
  const { attack } = verdict;
  const repeated = attack.filter(({ times }) => times > 1);
  if (verdict.growth === 'exponential') return length / Math.max(1, ...repeated.map(({ text }) => text.length)) < quickDoublings;
  return (length / verdict.degree) ** verdict.degree < quickSteps;
}

const quickDoublings = 18;
const quickSteps = 300_000;

function slowRow(match: MatchRow, { pattern, flags, verdict }: SlowPattern, language: Language): BlockingRow {
  const name = plain(language === 'javascript' ? `/${pattern}/${flags}` : pattern);
  return {
    api: match.api,
    rule: 'slow-regex',
    use: 'call',
    cost: () => costOf(verdict),
    why: `${growthOf(verdict)} in ${name}, on a text such as ${shown(verdict.attack, language)}`,
    link: match.link,
    remedy: { kind: 'advice', note },
    ...(language === 'python' && { gil: 'held' }),
  };
}

const note =
  'Rewrite the pattern so that no two parts of it that repeat can read the same text, or limit the length of the text before the match. ' +
  'An engine that does not backtrack (RE2) and a worker help too';

function growthOf(verdict: SlowVerdict): string {
  if (verdict.growth === 'exponential') return 'backtracks exponentially';
  return `backtracks with the ${ordinals[verdict.degree] ?? `${verdict.degree}th`} power of the length`;
}

const ordinals: Readonly<Record<number, string>> = { 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth' };

function costOf(verdict: SlowVerdict): Cost {
  if (verdict.growth === 'exponential') return { class: 'unbounded', why: 'each further repetition in the text may double the time' };
  const factor = count(10 ** verdict.degree);
  return { class: verdict.degree > 2 ? 'long' : 'noticeable', why: `for a text ten times as long it may take ${factor} times as long` };
}

/** As the language would write the text. */
function shown(attack: Attack, language: Language): string {
  const pieces = joined(attack).map(({ text, times }) => {
    const quoted = quote(text);
    if (times === 1) return quoted;
    return language === 'python' ? `${quoted} * ${times}` : `${quoted}.repeat(${times})`;
  });
  return pieces.join(' + ');
}

/** What is repeated twice is repeated longer. */
function joined(attack: Attack): Attack {
  return attack.filter(({ text, times }, at) => times === 1 || text !== attack[at + 1]?.text);
}

function quote(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll('`', '\\x60').replaceAll("'", "\\'");
  return `'${escaped}'`;
}
