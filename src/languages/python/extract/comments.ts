// What comments say: suppressions, and `# loopsight: blocking` or `nonblocking` before a function. What
// people wrote for flake8-async and ruff (`# noqa: ASYNC251`) silences the same kind of finding here.

import type { Suppression } from '../../../core/facts';
import type { Lines, PyNode } from '../parse';

const directive = /^#\s*loopsight:\s*(ignore-file|ignore-next-line|ignore)\b\s*(?:\[([^\]]*)\])?\s*(?:--\s*)?(.*)$/;

/** `# loopsight: ignore[RULE, RULE] reason`, of the own line, or of the next if nothing else stands on its own. */
export function suppressionsIn(text: string, lines: Lines, comments: readonly PyNode[]): Suppression[] {
  return comments.flatMap((comment): Suppression[] => {
    const content = text.slice(comment.start, comment.end);
    const range = lines.rangeOf(comment);
    const noqa = rulesOfNoqa(content);
    if (noqa.length > 0) return [{ rules: noqa, reason: '', line: range.start.line, range, foreign: true }];
    const [, scope, rules = '', reason = ''] = directive.exec(content) ?? [];
    if (scope === undefined) return [];
    return [
      { rules: rules.split(/[\s,]+/).filter(Boolean), reason: reason.trim(), line: silencedLine(scope, text, lines, comment), range },
    ];
  });
}

function silencedLine(scope: string, text: string, lines: Lines, { start }: PyNode): number | undefined {
  if (scope === 'ignore-file') return undefined;
  const { line } = lines.at(start);
  return scope === 'ignore-next-line' || isAlone(text, start) ? line + 1 : line;
}

function isAlone(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';
}

/** The rules here that say what the codes of flake8-async say. https://flake8-async.readthedocs.io/en/latest/rules.html */
const noqaRules: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:ASYNC|TRIO)21\d$/, ['sync-network']],
  [/^(?:ASYNC|TRIO)22\d$/, ['sync-process']],
  [/^(?:ASYNC|TRIO)2[34]\d$/, ['sync-file']],
  [/^ASYNC250$/, ['user-prompt']],
  [/^ASYNC251$/, ['sleep']],
  [/^ASYNC2(?:00)?$/, ['sync-network', 'sync-process', 'sync-file', 'user-prompt', 'sleep', 'sync-database', 'thread-wait']],
];

function rulesOfNoqa(content: string): string[] {
  const codes = /#\s*noqa:\s*((?:[A-Z]+\d*[\s,]*)+)/.exec(content)?.[1]?.split(/[\s,]+/) ?? [];
  return codes.flatMap((code) => noqaRules.flatMap(([pattern, rules]) => (pattern.test(code) ? rules : [])));
}

/** Annotations by the line of the code that follows their comment, or that it stands on. */
export function annotationsIn(text: string, lines: Lines, comments: readonly PyNode[]): Map<number, 'blocking' | 'nonblocking'> {
  const annotations = new Map<number, 'blocking' | 'nonblocking'>();
  for (const comment of comments) {
    const match = /^#\s*loopsight:\s*(blocking|nonblocking)\b/.exec(text.slice(comment.start, comment.end));
    if (!match) continue;
    const { line } = lines.at(comment.start);
    annotations.set(isAlone(text, comment.start) ? line + 1 : line, match[1] === 'blocking' ? 'blocking' : 'nonblocking');
  }
  return annotations;
}
