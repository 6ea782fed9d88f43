import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Finding, Report, Step } from '../../src/core/findings';
import { rules } from '../../src/core/rules';
import { formatSarif, githubLimits } from '../../src/report/sarif';
import { ruleDescriptor } from '../../src/report/sarifRules';
import { matchesGolden } from './golden';
import { emptyReport, report, sources } from './sample';
import { sarifErrors } from './sarifSchema';

const rulePage = readFileSync(join(__dirname, '../../media/rules/sync-file.md'), 'utf8');
const options = {
  version: '1.2.3',
  homepage: 'https://example.org/loopsight',
  pages: { 'sync-file': rulePage },
  source: (file: string): string | undefined => sources[file],
};

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region: { readonly startLine: number };
  };
  readonly message?: { readonly text: string };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
  readonly codeFlows?: readonly { readonly threadFlows: readonly { readonly locations: readonly { readonly location: Location }[] }[] }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown?: string };
  readonly properties: { readonly tags: readonly string[] };
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
  readonly invocations: readonly { readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[] }[];
  readonly results: readonly Result[];
}

function runOf(given: Report, more: Partial<Parameters<typeof formatSarif>[1]> = {}): Run {
  const log = JSON.parse(formatSarif(given, { ...options, ...more })) as { readonly runs: readonly Run[] };
  assert.deepEqual(sarifErrors(log), []);
  assert.equal(log.runs.length, 1);
  return log.runs[0]!;
}

function notesOf(run: Run): string[] {
  return run.invocations.flatMap(({ toolExecutionNotifications }) => toolExecutionNotifications.map(({ message }) => message.text));
}

function withFindings(findings: readonly Finding[]): Report {
  return { ...report, findings, problems: [] };
}

describe('the SARIF report', () => {
  it('keeps code in the plain text of a page as it is', () => {
    const page = '# Title (`sleep`)\n\nText.\n\n## Bad\n\n```python\n# *Not* a `heading`.\nx = a[0](1)\n```\n';
    const { help } = ruleDescriptor('sleep', { sleep: page }, 'https://example.org') as { readonly help: { readonly text: string } };
    assert.equal(help.text, 'Title (sleep)\n\nText.\n\nBad\n\n# *Not* a `heading`.\nx = a[0](1)');
  });

  it('is what the schema asks for, whole', () => {
    const log: unknown = JSON.parse(formatSarif(report, options));
    assert.deepEqual(sarifErrors(log), []);
    matchesGolden('sarif.txt', `${JSON.stringify(log, null, 2)}\n`);
  });

  it('is valid without findings', () => {
    assert.deepEqual(runOf(emptyReport).results, []);
  });

  it('is checked by a schema that finds mistakes', () => {
    assert.notDeepEqual(sarifErrors({ version: '2.1.0', runs: [{ tool: { driver: {} } }] }), []);
    assert.notDeepEqual(sarifErrors({ version: '2.1.0', runs: [], more: 1 }), []);
  });

  it('shows the chain as a code flow, and links to the operation', () => {
    const [result] = runOf(report).results.filter(({ codeFlows }) => codeFlows);
    const flow = result?.codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => location) ?? [];
    assert.deepEqual(
      flow.map(
        ({ physicalLocation, message }) => `${physicalLocation.artifactLocation.uri}:${physicalLocation.region.startLine} ${message?.text}`,
      ),
      ['src/server.ts:3 getUser calls loadConfig', 'src/config.ts:2 loadConfig blocks in fs.readFileSync'],
    );
    assert.equal(result?.relatedLocations?.[0]?.physicalLocation.artifactLocation.uri, 'src/config.ts');
    assert.match(result.message.text, / The operation: \[fs\.readFileSync\]\(1\)\.$/);
  });

  it('has a level for each severity', () => {
    const levels = runOf(report).results.map(({ level }) => level);
    assert.deepEqual(levels, ['note', 'warning', 'warning', 'warning', 'error', 'note']);
    assert.deepEqual(
      runOf(report, { minSeverity: 'error' }).results.map(({ level }) => level),
      ['error'],
    );
  });

  it('describes every rule within what GitHub takes', () => {
    const run = runOf(report);
    const described = run.tool.driver.rules;
    assert.deepEqual(
      described.map(({ id }) => id),
      Object.keys(rules),
    );
    for (const { id, shortDescription, fullDescription, help, properties } of described) {
      assert.ok(shortDescription.text.length > 0 && fullDescription.text.length > 0 && help.text.length > 0, id);
      assert.ok(fullDescription.text.length <= 1024 && properties.tags.length <= 10, id);
    }
    for (const { ruleId, ruleIndex } of run.results) assert.equal(described[ruleIndex]?.id, ruleId);
  });

  it("has a rule's page as its help", () => {
    const rule = runOf(report).tool.driver.rules.find(({ id }) => id === 'sync-file');
    assert.equal(rule?.help.markdown, rulePage);
    assert.match(rule.fullDescription.text, /^A synchronous file function gives its result back only when/);
    assert.doesNotMatch(rule.help.text, /```|^##|^# Synchronous|`ENOENT`/m);
  });

  it('names files relative to the root, whatever is in their names', () => {
    const uris = ['src/a b#c?.ts', 'a:b%20.ts', '../up.ts', '/else where/a.ts', 'C:/code/a.ts', 'half\ud800.ts'].map((file) => {
      const [finding] = report.findings;
      const { artifactLocation } = runOf(withFindings([{ ...finding!, file }])).results[0]!.locations[0]!.physicalLocation;
      return `${artifactLocation.uriBaseId ?? 'absolute'} ${artifactLocation.uri}`;
    });
    assert.deepEqual(uris, [
      '%SRCROOT% src/a%20b%23c%3F.ts',
      '%SRCROOT% a%3Ab%2520.ts',
      '%SRCROOT% ../up.ts',
      'absolute file:///else%20where/a.ts',
      'absolute file:///C:/code/a.ts',
      '%SRCROOT% half%EF%BF%BD.ts',
    ]);
  });

  describe('its fingerprints', () => {
    const prints = (findings: readonly Finding[], source = options.source): unknown[] =>
      runOf(withFindings(findings), { source }).results.map(({ partialFingerprints }) => partialFingerprints);

    it('survive lines that move', () => {
      const moved = report.findings.map((finding) => down(finding, 7));
      const source = (file: string): string | undefined => sources[file] && 'const more = 1;\n'.repeat(7) + sources[file];
      assert.deepEqual(prints(moved, source), prints(report.findings));
    });

    it('tell findings apart, those too that are the same in everything but their place', () => {
      const all = [...report.findings, ...report.findings.map((finding) => down(finding, 1))];
      const own = prints(all).map((print) => (print as Record<string, string>)['loopsight/v1']);
      assert.equal(new Set(own).size, all.length);
    });

    it("leave GitHub's own to GitHub where there is no source", () => {
      assert.deepEqual(Object.keys(prints(report.findings, () => undefined)[0] as object), ['loopsight/v1']);
    });
  });

  describe("GitHub's limits", () => {
    const [first] = report.findings;
    const many = (count: number): Finding[] => Array.from({ length: count }, (_, index) => down(first!, index));

    it('keep what matters most, and say what is left out', () => {
      const findings = [...many(50), ...report.findings];
      const run = runOf(withFindings(findings), { limits: { ...githubLimits, results: 4 } });
      assert.deepEqual(
        run.results.map(({ level }) => level),
        ['warning', 'warning', 'warning', 'error'],
      );
      assert.deepEqual(notesOf(run), [
        'Only the 4 findings that matter most are in this file, of 56: GitHub takes no more. Raise --min-severity.',
      ]);
    });

    it('are 25,000 results', () => {
      const text = formatSarif(withFindings(many(25_001)), { ...options, source: () => undefined });
      assert.equal(text.match(/"ruleId"/g)?.length, 25_000);
      assert.match(text, /Only the 25000 findings [^"]* of 25001/);
    });

    it('are 1,000 steps of a chain; the operation is always there', () => {
      const [step] = first!.path;
      const path = Array.from({ length: 1_500 }, (_, index): Step => ({ ...step!, name: `f${index}` }));
      const run = runOf(withFindings([{ ...first!, path }]));
      const steps = run.results[0]?.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
      assert.equal(steps.length, 1_000);
      assert.match(steps.at(-1)?.location.message?.text ?? '', /f1499$/);
      assert.deepEqual(notesOf(run), ['Of 1 chains, only the first 999 calls and the last are in this file: GitHub shows no more.']);
    });

    it('are 10 MB after compression, even if no two names are alike', () => {
      const name = (): string => Math.random().toString(36).slice(2);
      const findings = many(2_000).map((finding): Finding => {
        const steps = Array.from({ length: 4 }, (): Step => ({
          ...finding.path[0]!,
          name: name(),
          file: `src/${name()}.ts`,
          within: name(),
        }));
        return { ...finding, file: steps[0]!.file, message: `${name()} blocks`, path: steps };
      });
      const text = formatSarif(withFindings(findings), { ...options, source: () => undefined });
      const ratio = text.length / gzipSync(text).length;
      assert.ok(githubLimits.characters / ratio < 10_000_000, `${ratio} to 1`);
    });

    it('leave out what is too much text', () => {
      const run = runOf(report, { limits: { ...githubLimits, characters: 2_000 } });
      assert.deepEqual(
        run.results.map(({ level }) => level),
        ['error'],
      );
    });
  });
});

function down(finding: Finding, lines: number): Finding {
  const move = <T extends Pick<Step, 'range'>>({ range: { start, end }, ...rest }: T) => ({
    ...rest,
    range: { start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } },
  });
  return { ...finding, ...move(finding), path: finding.path.map((step): Step => ({ ...step, ...move(step) })) };
}
