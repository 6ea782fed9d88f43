import assert from 'node:assert/strict';
import { formatJson } from '../../src/report/json';
import { matchesGolden } from './golden';
import { emptyReport, report } from './sample';

describe('the JSON report', () => {
  it('has exactly the fields of the contract', () => {
    matchesGolden('all.json', formatJson(report));
  });

  it('leaves out what is less severe than asked for', () => {
    const { findings } = JSON.parse(formatJson(report, { minSeverity: 'error' })) as { findings: { severity: string }[] };
    assert.deepEqual(
      findings.map(({ severity }) => severity),
      ['error'],
    );
  });

  it('is complete without findings', () => {
    assert.deepEqual(JSON.parse(formatJson(emptyReport)), { ...emptyReport, summary: { ...emptyReport.summary, rootCauses: [] } });
  });
});
