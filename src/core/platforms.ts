// What only another system meets than the one that servers run on: `if (process.platform === 'win32')`, what only
// such branches call, and classes of which only they make an instance. A program with windows of its own runs
// on whatever its user has: there is no other system for it.

import type { CallGraph, Edge } from './callGraph';
import { inAll, type Leaf, type Never, neverHolds, undecided } from './conditions';
import type { CallSite, ClassFacts, Condition, Literal, Value } from './facts';
import { isConstructed } from './link/classes';
import { specifiersIn } from './link/imports';
import { type FunctionId, isPython, type Program, type ProgramFile, type ProgramFunction } from './link/program';
import { reachAll } from './link/reach';
import type { Resolver, Target } from './link/resolve';

interface Made {
  readonly one: ProgramFunction;
  readonly site: CallSite;
}

export class Platforms {
  private readonly known = new Map<Condition, boolean>();
  private readonly onlyOther: ReadonlySet<FunctionId>;
  private windows: boolean | undefined;

  constructor(
    private readonly program: Program,
    private readonly graph: CallGraph,
    private readonly resolver: Resolver,
  ) {
    this.onlyOther = this.findOnlyOther();
  }

  /** True if a call site runs on other systems only. */
  isOther(caller: FunctionId, site: CallSite): boolean {
    return this.onlyOther.has(caller) || this.standsUnderTest(this.program.functions[caller], site);
  }

  private standsUnderTest(one: ProgramFunction | undefined, { conditions }: CallSite): boolean {
    return one !== undefined && conditions.some((condition) => this.isOtherCondition(one.file, condition));
  }

  private isOtherCondition(file: ProgramFile, condition: Condition): boolean {
    const known = this.known.get(condition);
    if (known !== undefined) return known;
    const answer = neverHolds(onServers(this.resolver), file, condition) && !this.hasWindows();
    this.known.set(condition, answer);
    return answer;
  }

  private hasWindows(): boolean {
    const { windowPackages } = this.resolver.knowledge.programNames;
    const isOne = (specifier: string): boolean => windowPackages.includes(specifier);
    return (this.windows ??= this.program.files.some((file) => specifiersIn(file, this.resolver).some(isOne)));
  }

  private findOnlyOther(): Set<FunctionId> {
    const { functions } = this.program;
    const isTested = functions.some((one) => one.calls.some((site) => this.standsUnderTest(one, site)));
    if (!isTested) return new Set();
    const classes = this.classesMadeThere();
    const isOne = (id: FunctionId, found: ReadonlySet<FunctionId>): boolean => {
      const edges = this.graph.incoming[id] ?? [];
      const isThere = ({ from, site }: Edge): boolean => found.has(from) || this.standsUnderTest(functions[from], site);
      return isOfClass(functions[id], classes) || (edges.length > 0 && edges.every(isThere));
    };
    return reachAll(
      functions.map(({ id }) => id),
      isOne,
      (id) => (this.graph.outgoing[id] ?? []).map(({ to }) => to),
    );
  }

  private classesMadeThere(): ReadonlySet<ClassFacts> {
    const made = this.program.functions.flatMap((one) => one.calls.flatMap((site) => (mayMake(one, site) ? [{ one, site }] : [])));
    const there = this.classesAt(made.filter(({ one, site }) => this.standsUnderTest(one, site)));
    if (there.size === 0) return there;
    const here = this.classesAt(made.filter(({ one, site }) => !this.standsUnderTest(one, site)));
    return new Set([...there].filter((facts) => !here.has(facts)));
  }

  private classesAt(made: readonly Made[]): ReadonlySet<ClassFacts> {
    const isMade = (target: Target, { use }: CallSite): boolean => target.kind === 'class' && isConstructed(target, use);
    const targets = made.flatMap(({ one, site }) => this.resolver.callee(one.file, site).filter((target) => isMade(target, site)));
    return new Set(targets.flatMap((target) => (target.kind === 'class' ? [target.facts] : [])));
  }
}

function mayMake({ file }: ProgramFunction, { use }: CallSite): boolean {
  return use === 'new' || (use === 'call' && isPython(file));
}

function isOfClass(one: ProgramFunction | undefined, classes: ReadonlySet<ClassFacts>): boolean {
  const facts = one?.facts.class === undefined ? undefined : one.file.facts.classes[one.facts.class];
  return facts !== undefined && classes.has(facts);
}

function onServers(resolver: Resolver): Leaf {
  return (file, value, equals, again) =>
    ofStart(resolver, file, value, equals) ??
    inAll(
      targetsOf(resolver, file, value).map((target) =>
        target.kind === 'test' ? again(target.file, target.value, equals) : ofTarget(resolver, target, equals),
      ),
    );
}

/** `sys.platform.startswith('win')` */
function ofStart(resolver: Resolver, file: ProgramFile, value: Value, equals: Literal): Never | undefined {
  const { callee, args } = (value.kind === 'call' && file.facts.calls[value.call]) || {};
  const [start, more] = args ?? [];
  if (callee?.kind !== 'member' || !/^starts[wW]ith$/.test(callee.name) || start?.kind !== 'literal' || more) return undefined;
  const rows = targetsOf(resolver, file, callee.object).map((one) =>
    one.kind === 'api' ? resolver.knowledge.platform(one.path) : undefined,
  );
  if (rows.length === 0 || typeof equals !== 'boolean') return undefined;
  const begins = rows.map((row) => row?.servers.startsWith(String(start.value)));
  return inAll(begins.map((does) => ({ met: does !== undefined && does !== equals, missed: does === equals })));
}

/** `process.platform`, `os.platform()`. */
function targetsOf(resolver: Resolver, file: ProgramFile, value: Value): readonly Target[] {
  const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
  return site?.use === 'call' ? resolver.callee(file, site) : resolver.resolve(file, value);
}

function ofTarget({ knowledge }: Resolver, target: Target, equals: Literal): Never {
  const row = target.kind === 'api' && typeof equals === 'string' ? knowledge.platform(target.path) : undefined;
  return row ? { met: equals !== row.servers, missed: equals === row.servers } : undecided;
}
