// Settings, and how `loopsight.json` and the editor's settings become them. Bad values are named in
// problems and otherwise ignored: one typing error must not switch the tool off.

import { costClasses, type CostClass } from './knowledge';
import { severities, type Severity } from './findings';
import { isRuleId, type RuleId } from './rules';

/** An API that the user says blocks: `api` is an API path such as `my-lib.readAll`. */
export interface CustomBlocking {
  readonly api: string;
  readonly rule: RuleId;
  readonly cost: CostClass;
  readonly why: string;
}

export interface Settings {
  /** Globs, relative to the folder that the settings belong to. */
  readonly exclude: readonly string[];
  readonly rules: Readonly<Partial<Record<RuleId, Severity | 'off'>>>;
  readonly blocking: readonly CustomBlocking[];
  /** API paths that the user says do not block. */
  readonly nonBlocking: readonly string[];
  /** Files, relative to the folder, at which the program starts. */
  readonly entryPoints: readonly string[];
  readonly thresholds: Thresholds;
}

/** The rules that are switched off. Nobody looks for what they would find. */
export function rulesOff({ rules }: Settings): readonly RuleId[] {
  return Object.entries(rules).flatMap(([rule, severity]) => (severity === 'off' && isRuleId(rule) ? [rule] : []));
}

/** From where on computing is reported. */
export interface Thresholds {
  /** Milliseconds by estimate from which on computing is noticeable. */
  readonly noticeable: number;
  /** Milliseconds by estimate above which it is long. */
  readonly long: number;
  /** Steps of a loop with literal bounds above which it is reported. */
  readonly loopSteps: number;
}

export const defaultSettings: Settings = {
  exclude: [],
  rules: {},
  blocking: [],
  nonBlocking: [],
  entryPoints: [],
  thresholds: { noticeable: 1, long: 50, loopSteps: 10_000_000 },
};

/** Settings of which some are given, and some of the thresholds. */
export type SomeSettings = Partial<Omit<Settings, 'thresholds'>> & { readonly thresholds?: Partial<Thresholds> };

export interface ParsedSettings {
  readonly settings: SomeSettings;
  /** What was wrong, one sentence each. */
  readonly problems: readonly string[];
}

/** Reads the text of a `loopsight.json`. */
export function parseSettings(text: string): ParsedSettings {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { settings: {}, problems: [`This is not valid JSON: ${error instanceof Error ? error.message : String(error)}.`] };
  }
  return checkSettings(value);
}

/** Checks settings that came as a value (from JSON, or from an editor). */
export function checkSettings(value: unknown): ParsedSettings {
  if (!isRecord(value)) return { settings: {}, problems: ['The settings must be a JSON object.'] };
  const problems: string[] = [];
  const settings: { -readonly [K in keyof SomeSettings]: SomeSettings[K] } = {};
  for (const [key, entry] of Object.entries(value)) {
    if (key === 'exclude' || key === 'nonBlocking' || key === 'entryPoints') settings[key] = strings(key, entry, problems);
    else if (key === 'rules') settings.rules = ruleSeverities(entry, problems);
    else if (key === 'blocking') settings.blocking = customBlocking(entry, problems);
    else if (key === 'thresholds') settings.thresholds = thresholds(entry, problems);
    else if (key !== '$schema') problems.push(`There is no setting "${key}".`);
  }
  return { settings, problems };
}

/** Lays `over` on top of `base`: single values win, lists are joined. */
export function mergeSettings(base: Settings, over: SomeSettings): Settings {
  return {
    exclude: [...base.exclude, ...(over.exclude ?? [])],
    rules: { ...base.rules, ...over.rules },
    blocking: [...base.blocking, ...(over.blocking ?? [])],
    nonBlocking: [...base.nonBlocking, ...(over.nonBlocking ?? [])],
    entryPoints: [...base.entryPoints, ...(over.entryPoints ?? [])],
    thresholds: { ...base.thresholds, ...over.thresholds },
  };
}

function strings(key: string, value: unknown, problems: string[]): string[] {
  if (!Array.isArray(value)) {
    problems.push(`"${key}" must be a list of strings.`);
    return [];
  }
  const good = value.filter((entry): entry is string => typeof entry === 'string');
  if (good.length < value.length) problems.push(`"${key}" must contain strings only.`);
  return good;
}

function ruleSeverities(value: unknown, problems: string[]): Settings['rules'] {
  const result: Partial<Record<RuleId, Severity | 'off'>> = {};
  if (!isRecord(value)) {
    problems.push('"rules" must be an object of rule ids and severities.');
    return result;
  }
  for (const [rule, severity] of Object.entries(value)) {
    const known = severity === 'off' ? severity : severities.find((name) => name === severity);
    if (!isRuleId(rule)) problems.push(`"rules" names "${rule}", which is no rule.`);
    else if (known === undefined) problems.push(`"rules": the severity of "${rule}" must be off, ${severities.join(', ')}.`);
    else result[rule] = known;
  }
  return result;
}

function thresholds(value: unknown, problems: string[]): Partial<Thresholds> {
  const result: { -readonly [K in keyof Thresholds]?: number } = {};
  if (!isRecord(value)) {
    problems.push('"thresholds" must be an object of names and numbers.');
    return result;
  }
  for (const [name, limit] of Object.entries(value)) {
    if (!isThreshold(name)) problems.push(`"thresholds" names "${name}", which is none.`);
    else if (typeof limit !== 'number' || !(limit >= 0)) problems.push(`"thresholds": "${name}" must be a number, 0 or more.`);
    else result[name] = limit;
  }
  return result;
}

function isThreshold(name: string): name is keyof Thresholds {
  return name in defaultSettings.thresholds;
}

function customBlocking(value: unknown, problems: string[]): CustomBlocking[] {
  if (!Array.isArray(value)) {
    problems.push('"blocking" must be a list.');
    return [];
  }
  return value.flatMap((entry: unknown): CustomBlocking[] => {
    const row = typeof entry === 'string' ? { api: entry } : entry;
    if (!isRecord(row) || typeof row['api'] !== 'string' || row['api'] === '') {
      problems.push('"blocking": every entry needs an "api", for example "my-lib.readAll".');
      return [];
    }
    const api = row['api'];
    const { rule = 'cpu-call', cost = 'noticeable', why = 'the settings say that it blocks' } = row;
    const costClass = costClasses.find((name) => name === cost);
    if (typeof rule !== 'string' || !isRuleId(rule)) problems.push(`"blocking": "${api}" names a rule that does not exist.`);
    else if (costClass === undefined) problems.push(`"blocking": the cost of "${api}" must be ${costClasses.join(', ')}.`);
    else return [{ api, rule, cost: costClass, why: String(why) }];
    return [];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
