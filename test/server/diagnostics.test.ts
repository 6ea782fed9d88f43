// Findings as diagnostics: one for each call site and rule, the chain as related information.

import assert from 'node:assert/strict';
import type { Finding, Severity, Step } from '../../src/core/findings';
import type { RuleId } from '../../src/core/rules';
import { toDiagnostics } from '../../src/server/diagnostics';

const context = { rulesUri: 'file:///rules', uriOf: (path: string) => `file://${path}` };

describe('diagnostics', () => {
  it('join the findings of a call site and rule, the worst first', () => {
    const findings = [
      finding('sync-file', 'information', 'small'),
      finding('sync-file', 'warning', 'large'),
      finding('sync-crypto', 'warning', 'other'),
    ];
    const diagnostics = toDiagnostics(findings, context);
    assert.deepEqual(
      diagnostics.map(({ code, severity, message }) => [code, severity, message]),
      [
        ['sync-file', 2, 'large And 1 more.'],
        ['sync-crypto', 2, 'other'],
      ],
    );
  });

  it('carry the rest of the chain', () => {
    const steps = [step('load', '/a.js', 3, 'serve'), step('read', '/b.js', 7, 'load'), step('fs.readFileSync', '/c.js', 9, 'read')];
    const [diagnostic] = toDiagnostics([{ ...finding('sync-file', 'warning', 'm'), path: steps }], context);
    assert.deepEqual(
      diagnostic?.relatedInformation?.map(({ location, message }) => [location.uri, location.range.start.line, message]),
      [
        ['file:///b.js', 6, 'read is called in load'],
        ['file:///c.js', 8, 'fs.readFileSync in read blocks the event loop'],
      ],
    );
  });

  it('have nothing related when the call site itself blocks', () => {
    assert.deepEqual(toDiagnostics([finding('sync-file', 'warning', 'm')], context)[0]?.relatedInformation, []);
  });
});

function finding(rule: RuleId, severity: Severity, message: string): Finding {
  const here = step('fs.readFileSync', '/a.js', 3, 'serve');
  return {
    ...{ rule, severity, message, file: here.file, range: here.range, path: [here], api: 'node:fs.readFileSync', link: '', fixes: [] },
    context: { kind: 'async-function', name: 'serve', phase: 'loop' },
    cost: { class: 'noticeable', why: 'it reads a file' },
    remedy: { kind: 'advice', note: 'none' },
  };
}

function step(name: string, file: string, line: number, within: string): Step {
  return { name, file, range: { start: { line, column: 1 }, end: { line, column: 5 } }, within };
}
