// Classes of the program: what they extend, which bodies their construction runs, and which members a
// name may mean. What extends itself comes to an end, because no class has that many ancestors.

import type { ClassFacts, Member, Use, Value } from '../facts';
import { type FunctionId, isPython, type ProgramFile } from './program';
import type { ClassTarget, InstanceTarget, Target } from './targets';

export interface FoundMember {
  readonly file: ProgramFile;
  readonly member: Member;
}

const mostAncestors = 10;
const mostDescents = 4;

export class Classes {
  /**
   * @param resolve what a value in a file can be
   * @param subclassesOf the classes that extend a class directly
   */
  constructor(
    private readonly resolve: (file: ProgramFile, value: Value) => readonly Target[],
    private readonly subclassesOf: (one: ClassTarget) => readonly ClassTarget[],
  ) {}

  /** The bodies that `new` of a class runs: initialisers and constructor, inherited ones where it has none of its own. */
  constructors({ file, facts }: ClassTarget, depth = 0): FunctionId[] {
    const own = facts.members.flatMap(({ kind, value }) => (kind === 'constructor' ? functionIn(file, value) : []));
    const initializer = facts.initializer === undefined ? [] : [file.base + facts.initializer];
    const inherited =
      own.length > 0 || depth > mostAncestors ? [] : this.bases(file, facts).flatMap((base) => this.constructors(base, depth + 1));
    return [...initializer, ...own, ...inherited];
  }

  /** The classes of the program that the class of function `index` extends. */
  superclasses(file: ProgramFile, index: number): ClassTarget[] {
    const owner = file.facts.functions[index]?.class;
    const facts = owner === undefined ? undefined : file.facts.classes[owner];
    return facts ? this.bases(file, facts) : [];
  }

  /** The classes of the program among the bases of a class. */
  bases(file: ProgramFile, facts: ClassFacts): ClassTarget[] {
    return facts.bases.flatMap((base) => this.resolve(file, base)).filter((target) => target.kind === 'class');
  }

  /** True for a class itself, and for what it extends, directly or not. */
  extends(one: Pick<ClassTarget, 'file' | 'facts'>, other: Pick<ClassTarget, 'facts'>, depth = 0): boolean {
    if (one.facts === other.facts) return true;
    return depth < mostAncestors && this.bases(one.file, one.facts).some((base) => this.extends(base, other, depth + 1));
  }

  /** A member by its name: the nearest of the class and its bases, and those of subclasses that override it. */
  members(target: ClassTarget | InstanceTarget, name: string): FoundMember[] {
    const isStatic = target.kind === 'class';
    const nearest = isPython(target.file) ? this.inOrder(target, name) : this.nearestMembers(target, name, isStatic, 0);
    return isStatic || target.exact ? nearest : [...nearest, ...this.overriding(target, name, 0)];
  }

  /** In Python a class has what its instances have, and the constructor is a method like others. */
  private inOrder(target: ClassTarget | InstanceTarget, name: string): FoundMember[] {
    const order = this.resolutionOrder({ kind: 'class', file: target.file, facts: target.facts }, 0);
    for (const { file, facts } of target.kind === 'instance' && target.beyond ? order.slice(1) : order) {
      const own = facts.members.filter((one) => one.name === name);
      if (own.length > 0) return own.map((member) => ({ file, member }));
    }
    return [];
  }

  /** Python's method resolution order: a class before its bases, bases in the order in which they are named (C3). */
  private resolutionOrder(target: ClassTarget, depth: number): ClassTarget[] {
    const bases = depth > mostAncestors ? [] : this.bases(target.file, target.facts);
    return [target, ...merged([...bases.map((base) => this.resolutionOrder(base, depth + 1)), bases])];
  }

  private nearestMembers(
    { file, facts }: Pick<ClassTarget, 'file' | 'facts'>,
    name: string,
    isStatic: boolean,
    depth: number,
  ): FoundMember[] {
    const own = facts.members.filter((one) => one.name === name && one.static === isStatic && one.kind !== 'constructor');
    if (own.length > 0 || depth > mostAncestors) return own.map((member) => ({ file, member }));
    return this.bases(file, facts).flatMap((base) => this.nearestMembers(base, name, isStatic, depth + 1));
  }

  private overriding({ file, facts }: Pick<ClassTarget, 'file' | 'facts'>, name: string, depth: number): FoundMember[] {
    const subclasses = depth > mostDescents ? [] : this.subclassesOf({ kind: 'class', file, facts });
    return subclasses.flatMap((one) => [
      ...one.facts.members
        .filter((member) => member.name === name && !member.static && member.kind !== 'constructor')
        .map((member) => ({ file: one.file, member })),
      ...this.overriding(one, name, depth + 1),
    ]);
  }

  /** API classes that a class of the program extends, directly or not. */
  apiBases(file: ProgramFile, facts: ClassFacts, depth: number): string[] {
    if (depth > mostAncestors) return [];
    return facts.bases
      .flatMap((base) => this.resolve(file, base))
      .flatMap((base) =>
        base.kind === 'api' ? [base.path] : base.kind === 'class' ? this.apiBases(base.file, base.facts, depth + 1) : [],
      );
  }
}

/** Puts lists together so that none comes before what any list has before it; where that can't be, the first comes first. */
function merged(lists: readonly (readonly ClassTarget[])[]): ClassTarget[] {
  let left = lists.filter((list) => list.length > 0);
  const order: ClassTarget[] = [];
  while (left.length > 0) {
    const isFree = ({ facts }: ClassTarget): boolean => left.every((list) => !list.slice(1).some((one) => one.facts === facts));
    const next = left.flatMap(([first]) => first ?? []).find(isFree) ?? left[0]?.[0];
    if (!next) break;
    order.push(next);
    left = left.map((list) => list.filter((one) => one.facts !== next.facts)).filter((list) => list.length > 0);
  }
  return order;
}

/** The function that a member's value is, by its id in the program; decorators aside. */
export function functionIn(file: ProgramFile, value: Value): FunctionId[] {
  const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
  const [decorated] = site?.use === 'decorate' ? site.args : [];
  if (decorated) return functionIn(file, decorated);
  return value.kind === 'function' ? [file.base + value.function] : [];
}

/** True if using a class so makes an instance of it. */
export function isConstructed({ file }: ClassTarget, use: Use): boolean {
  return use === 'new' || (use !== 'decorate' && isPython(file));
}
