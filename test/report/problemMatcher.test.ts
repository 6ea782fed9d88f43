// The problem matcher that the extension contributes, used on the text report as VS Code uses it: the
// first pattern on a line, the next on the line after it.

import assert from 'node:assert/strict';
import { contributes } from '../../package.json';
import { plain } from '../../src/report/palette';
import { formatText } from '../../src/report/text';
import { report, sources } from './sample';

interface Pattern {
  readonly regexp: string;
  readonly [part: string]: string | number;
}

const [matcher] = contributes.problemMatchers;
const patterns: readonly Pattern[] = matcher?.pattern ?? [];

/** What the groups of all patterns together say, for every place in the text where all of them match. */
function problemsIn(text: string): Record<string, string>[] {
  const lines = text.split('\n');
  return lines.flatMap((_, first) => {
    const matches = patterns.map(({ regexp }, index) => new RegExp(regexp).exec(lines[first + index] ?? ''));
    if (matches.includes(null)) return [];
    const parts = patterns.flatMap((pattern, index) =>
      Object.entries(pattern).flatMap(([part, group]) => (typeof group === 'number' ? [[part, matches[index]?.[group] ?? '']] : [])),
    );
    return [Object.fromEntries(parts) as Record<string, string>];
  });
}

describe('the problem matcher', () => {
  it('reads every finding of the text report, and nothing else', () => {
    const printed = problemsIn(formatText(report, { palette: plain, minSeverity: 'hint', source: (file) => sources[file] }));
    const expected = report.findings.map(({ file, range: { start }, severity, rule, message }) => ({
      file,
      line: String(start.line),
      column: String(start.column),
      severity,
      code: rule,
      message: message.replace('\u001b', '\uFFFD'),
    }));
    const byText = (problems: readonly object[]): string[] => problems.map((problem) => JSON.stringify(problem)).sort();
    assert.deepEqual(byText(printed), byText(expected));
  });

  it('reads names of files with blanks and colons', () => {
    const [finding] = report.findings;
    const text = formatText(
      { ...report, findings: [{ ...finding!, file: '/my code/a:b.ts' }] },
      { palette: plain, minSeverity: 'hint', source: () => undefined },
    );
    assert.deepEqual(
      problemsIn(text).map(({ file }) => file),
      ['/my code/a:b.ts'],
    );
  });
});
