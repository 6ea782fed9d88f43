// The report as SARIF 2.1.0, for GitHub's code scanning and for viewers. It never exceeds what GitHub
// takes; what was left out for that is said in a notification. File names are relative, so the same
// code gives the same text on every machine.

import { atLeast, type Finding, type Problem, type Report, type Severity, type Step } from '../core/findings';
import { ranked } from '../core/rank';
import { rules, type RuleId } from '../core/rules';
import { capital } from '../core/words';
import { printable } from './excerpt';
import { fingerprints, type Fingerprints } from './fingerprints';
import { ruleDescriptor, type RulePages } from './sarifRules';
import { atLeastAs } from './select';

interface SarifOptions {
  /** Default: everything. */
  readonly minSeverity?: Severity;
  /** Of Loopsight. */
  readonly version: string;
  /** Where Loopsight lives, without a slash at the end. */
  readonly homepage: string;
  readonly pages: RulePages;
  /** The text of a file, by its name in the report; without it, GitHub computes its own fingerprint. */
  readonly source?: (file: string) => string | undefined;
  readonly limits?: SarifLimits;
}

export interface SarifLimits {
  readonly results: number;
  readonly steps: number;
  /** Characters of all results together. */
  readonly characters: number;
}

/**
 * What GitHub takes: 25,000 results, of which it shows the 5,000 most severe; 10,000 steps of a chain, of
 * which it shows 1,000; 10 MB of gzip, which at least eight times as much of such JSON fits in.
 */
export const githubLimits: SarifLimits = { results: 25_000, steps: 1_000, characters: 80_000_000 };

export function formatSarif(report: Report, options: SarifOptions): string {
  const { minSeverity = 'hint', version, homepage, pages, source, limits = githubLimits } = options;
  const shown = atLeastAs(report.findings, minSeverity);
  const identities = fingerprints(shown, source);
  const all = new Map(shown.map((finding, index) => [finding, resultOf(finding, identities[index] ?? {}, limits)]));
  const kept = withinLimits(all, limits);
  const run = {
    tool: {
      driver: {
        name: 'Loopsight',
        semanticVersion: version,
        informationUri: homepage,
        rules: ruleIds.map((rule) => ruleDescriptor(rule, pages, homepage)),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [sourceRoot]: { description: { text: 'The folder that file names are relative to.' } } },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(report.problems, shown, kept, limits) }],
    results: shown.filter((finding) => kept.has(finding)).map((finding) => all.get(finding)),
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] })}\n`;
}

const ruleIds = Object.keys(rules) as RuleId[];
const sourceRoot = '%SRCROOT%';

/** What matters most is kept. */
function withinLimits(results: ReadonlyMap<Finding, object>, limits: SarifLimits): ReadonlySet<Finding> {
  let room = limits.characters;
  const fits = (finding: Finding): boolean => (room -= JSON.stringify(results.get(finding)).length) >= 0;
  return new Set(
    ranked([...results.keys()])
      .slice(0, limits.results)
      .filter(fits),
  );
}

function resultOf(finding: Finding, partialFingerprints: Fingerprints, { steps }: SarifLimits): object {
  const { rule, severity, path, context, cost } = finding;
  const operation = path.length > 1 ? path.at(-1) : undefined;
  return {
    ruleId: rule,
    ruleIndex: ruleIds.indexOf(rule),
    level: levelOf(severity),
    message: { text: messageOf(finding, operation) },
    locations: [locationOf({ ...finding, within: path[0]?.within ?? '' })],
    ...(operation && {
      relatedLocations: [
        { id: operationId, ...locationOf(operation), message: { text: `The operation that blocks: ${printable(operation.name)}` } },
      ],
      codeFlows: [{ threadFlows: [{ locations: flowOf(path, steps) }] }],
    }),
    partialFingerprints,
    properties: { severity, phase: context.phase, contextKind: context.kind, costClass: cost.class, cost: cost.why },
  };
}

const operationId = 1;

/** Information and hints are notes. */
function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return atLeast(severity, 'warning') ? (severity as 'error' | 'warning') : 'note';
}

/** With a link to the operation, where it is elsewhere. */
function messageOf({ message }: Finding, operation: Step | undefined): string {
  if (operation === undefined) return printable(message);
  const label = printable(operation.name).replace(/[\\[\]]/g, '\\$&');
  return `${printable(message)} The operation: [${label}](${operationId}).`;
}

/** The chain, without the middle of one that is longer than anybody shows. */
function flowOf(path: readonly Step[], most: number): object[] {
  const shown = path.length > most ? [...path.slice(0, most - 1), ...path.slice(-1)] : path;
  return shown.map((step, index) => ({
    location: { ...locationOf(step), message: { text: stepText(step, index === shown.length - 1) } },
    nestingLevel: index,
    importance: index === 0 || index === shown.length - 1 ? 'essential' : 'important',
  }));
}

function stepText({ name, within }: Step, isOperation: boolean): string {
  const deed = isOperation ? 'blocks in' : 'calls';
  return `${within === '' ? capital(deed) : `${printable(within)} ${deed}`} ${printable(name)}`;
}

function locationOf({ file, range: { start, end }, within }: Pick<Step, 'file' | 'range' | 'within'>): object {
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  return {
    physicalLocation: { artifactLocation: artifactOf(file), region },
    ...(within !== '' && { logicalLocations: [{ fullyQualifiedName: printable(within), kind: 'function' }] }),
  };
}

/** Relative to the root of the source, unless the file lies outside of it. */
function artifactOf(file: string): object {
  const uri = file.split('/').map(encoded).join('/');
  if (file.startsWith('/')) return { uri: `file://${uri}` };
  return /^[A-Za-z]:\//.test(file) ? { uri: `file:///${uri.replace('%3A', ':')}` } : { uri, uriBaseId: sourceRoot };
}

/** Half a character, which some file systems allow, has no encoding. */
function encoded(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\uFFFD'));
}

function notifications(problems: readonly Problem[], shown: readonly Finding[], kept: ReadonlySet<Finding>, limits: SarifLimits): object[] {
  const said = problems.map(({ file, message }) => ({
    level: 'warning',
    message: { text: printable(message) },
    locations: [{ physicalLocation: { artifactLocation: artifactOf(file) } }],
  }));
  return [...said, ...cutText(shown, kept, limits).map((text) => ({ level: 'warning', message: { text } }))];
}

function cutText(shown: readonly Finding[], kept: ReadonlySet<Finding>, { steps }: SarifLimits): string[] {
  const long = shown.filter(({ path }) => path.length > steps).length;
  return [
    ...(kept.size < shown.length
      ? [
          `Only the ${kept.size} findings that matter most are in this file, of ${shown.length}: GitHub takes no more. Raise --min-severity.`,
        ]
      : []),
    ...(long > 0 ? [`Of ${long} chains, only the first ${steps - 1} calls and the last are in this file: GitHub shows no more.`] : []),
  ];
}
