// What a hover adds to the diagnostic's own message: how long it takes, what frees the loop, and the
// chain as links. It doesn't repeat the message, which editors show in the same box.

import { MarkupKind, type Hover } from 'vscode-languageserver';
import { explain } from '../core/explain';
import type { Finding, Step } from '../core/findings';
import { apiName } from '../core/words';
import { toRange } from './convert';

export function hover(finding: Finding, uriOf: (path: string) => string): Hover {
  const { cost, remedy, chain, link } = explain(finding);
  const parts = [
    escaped(cost),
    escaped(remedy),
    chain.length > 1 ? chainList(chain, uriOf) : '',
    `[${escaped(apiName(finding.api))}](${link})`,
  ];
  return {
    range: toRange(finding.range),
    contents: { kind: MarkupKind.Markdown, value: parts.filter((part) => part !== '').join('\n\n') },
  };
}

function chainList(chain: readonly Step[], uriOf: (path: string) => string): string {
  const steps = chain.length <= shownSteps ? chain : [...chain.slice(0, shownSteps - 1), ...chain.slice(-1)];
  return steps.map(({ name, file, range }, index) => `${index + 1}. [${escaped(name)}](${uriOf(file)}#L${range.start.line})`).join('\n');
}

/** The first steps and the last one. */
const shownSteps = 6;

/** As plain text in Markdown, but for code between backticks, which stays code. */
function escaped(text: string): string {
  const parts = text.split(/(`[^`]+`)/);
  return parts.map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_{}[\]()#+!<>|~-]/g, '\\$&'))).join('');
}
