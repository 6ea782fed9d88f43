import assert from 'node:assert/strict';
import type { Finding } from '../../src/core/findings';
import { formatGithub } from '../../src/report/github';
import { matchesGolden } from './golden';
import { emptyReport, report } from './sample';

function commandsOf(...findings: Finding[]): string {
  return formatGithub({ ...emptyReport, findings }, { minSeverity: 'hint' });
}

describe("the report for GitHub's workflows", () => {
  it('has one command for each finding, what matters most first', () => {
    matchesGolden('all.github', formatGithub(report, { minSeverity: 'hint' }));
  });

  it('is empty without findings', () => {
    assert.equal(formatGithub(emptyReport, { minSeverity: 'warning' }), '');
  });

  it('leaves out what is less severe than asked for', () => {
    const commands = formatGithub({ ...report, problems: [] }, { minSeverity: 'warning' });
    assert.deepEqual(commands.match(/^::\w+/gm), ['::error', '::warning', '::warning', '::warning']);
  });

  it('lets no name end a command or begin another', () => {
    const [finding] = report.findings;
    const hostile = commandsOf({ ...finding!, file: 'a,b:c%\r\n::error::d.ts', message: '100%\r\n::set-output name=x::1' });
    assert.match(hostile, /^::notice file=a%2Cb%3Ac%25%0D%0A%3A%3Aerror%3A%3Ad\.ts,line=2,/);
    assert.equal(hostile.split('\n').length, 2);
    assert.match(hostile, /::100%25\uFFFD\uFFFD::set-output name=x::1\n$/);
  });

  it('cuts a chain that nobody reads', () => {
    const [finding] = report.findings;
    const [step] = finding!.path;
    const command = commandsOf({ ...finding!, path: Array.from({ length: 10_000 }, (_, index) => ({ ...step!, name: `f${index}` })) });
    assert.ok(command.length < 2_000);
    assert.match(command, /f17 \([^)]+\) -> … -> f9999 \([^)]+\)\n$/);
  });
});
