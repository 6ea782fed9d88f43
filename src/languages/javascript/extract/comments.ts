// What comments say: suppressions, and the annotations `@blocking` and `@nonblocking`.

import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Suppression } from '../../../core/facts';
import { toRange } from './extraction';

const directive = /^[\s*]*loopsight-ignore-(next-line|line|file)\b([^]*)$/;

/** `// loopsight-ignore-next-line RULE, RULE -- reason`, and the forms `-line` and `-file`. */
export function suppressionsIn(comments: readonly TSESTree.Comment[]): Suppression[] {
  return comments.flatMap((comment): Suppression[] => {
    const match = directive.exec(comment.value);
    if (!match) return [];
    const [rules = '', reason = ''] = (match[2] ?? '').split(/\s--\s/, 2);
    return [
      {
        rules: rules.split(/[\s,]+/).filter(Boolean),
        reason: reason.trim(),
        line: silencedLine(match[1], comment),
        range: toRange(comment.loc),
      },
    ];
  });
}

function silencedLine(scope: string | undefined, { loc }: TSESTree.Comment): number | undefined {
  if (scope === 'file') return undefined;
  return scope === 'line' ? loc.start.line : loc.end.line + 1;
}

/** Annotations by the offset of the code that follows their comment. */
export function annotationsIn(text: string, comments: readonly TSESTree.Comment[]): Map<number, 'blocking' | 'nonblocking'> {
  const annotations = new Map<number, 'blocking' | 'nonblocking'>();
  for (const comment of comments) {
    const match = comment.type === 'Block' && /^\*[^]*(?<!`)@(nonblocking|blocking)\b/.exec(comment.value);
    if (match) annotations.set(codeAfter(text, comment.range[1]), match[1] === 'blocking' ? 'blocking' : 'nonblocking');
  }
  return annotations;
}

function codeAfter(text: string, offset: number): number {
  const next = /\S/.exec(text.slice(offset, offset + 1000));
  return offset + (next?.index ?? 0);
}
