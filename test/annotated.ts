// Tests as annotated text: a marker under a line says what is found in it. A marker is a comment whose
// carets stand under the callee, then the rule, the severity where it is not a warning, and the chain
// where it is longer than one step:
//
//   const text = fs.readFileSync(path);
//   //           ^^^^^^^^^^^^^^^ sync-file
//   const config = loadConfig();
//   //             ^^^^^^^^^^ sync-file information: loadConfig > fs.readFileSync

import type { Finding } from '../src/core/findings';

export interface Expectation {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly rule: string;
  readonly severity: string;
  /** The names of the chain, or empty for one step. */
  readonly chain: string;
}

const marker = /^\s*(?:\/\/|#|\*|\{\/\*)\s*(\^+)\s+([a-z-]+)(?: (error|information|hint))?(?:: (.*?))?\s*(?:\*\/\})?$/;

/** The expectations that the markers of a text state, in order. */
export function expectationsIn(text: string): Expectation[] {
  const expectations: Expectation[] = [];
  let codeLine = 0;
  text.split(/\r?\n/).forEach((line, index) => {
    const match = marker.exec(line);
    if (!match) {
      codeLine = index + 1;
      return;
    }
    const [, carets = '', rule = '', severity = 'warning', chain = ''] = match;
    expectations.push({ line: codeLine, column: line.indexOf('^') + 1, length: carets.length, rule, severity, chain });
  });
  return expectations.sort(inOrder);
}

/** Findings of one file in the form of expectations. */
export function asExpectations(findings: readonly Finding[]): Expectation[] {
  return findings
    .map(({ range, rule, severity, path }) => ({
      line: range.start.line,
      column: range.start.column,
      length: range.end.column - range.start.column,
      rule,
      severity,
      chain: path.length > 1 ? path.map((step) => step.name).join(' > ') : '',
    }))
    .sort(inOrder);
}

function inOrder(a: Expectation, b: Expectation): number {
  return a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule) || a.chain.localeCompare(b.chain);
}
