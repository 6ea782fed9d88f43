// Whether a text was written by a program: minified or generated. Nobody can act on a finding there,
// so such files are skipped unless a person names them. Judged by the text alone.

const longLine = 500;

/** True if more than half of the text is code in very long lines. */
export function looksMinified(text: string): boolean {
  if (text.length < longLine) return false;
  const dense = text.split('\n').reduce((sum, line) => (isDenseCode(line) ? sum + line.length : sum), 0);
  return dense * 2 > text.length;
}

/** Long lines of other kinds are source maps in a comment, and data in a string: what stands beside them is real code. */
function isDenseCode(line: string): boolean {
  if (line.length <= longLine || line.startsWith('//')) return false;
  const marks = line.match(/[;{}()]/g)?.length ?? 0;
  return marks * 50 > line.length;
}

/** True if the comment at the top says that a program wrote the file. */
export function looksGenerated(text: string): boolean {
  const lines = headerLines(text.slice(0, 4000));
  return lines.some((line) => marker.test(line)) || sentence.test(lines.join(' '));
}

/** What stands alone on a line, after the comment's own punctuation. */
const marker = /^(?:@generated\b|code generated\b|<auto-?generated)/i;

/** What stands in a sentence, which may go over several lines. */
const sentence =
  /\b(?:file|code|module) (?:is|was|has been) (?:auto-?|automatically )?generated\b|\bauto-?generated (?:file|code)\b|\bgenerated\b[^.]{0,100}[.,;:!-]*\s*do not (?:edit|modify|change)\b|\bdo not (?:edit|modify|change)\b.{0,60}\bgenerated\b/i;

/** The comment lines before the first code, without their punctuation. Directives (`'use strict'`) may stand between. */
function headerLines(text: string): string[] {
  const lines: string[] = [];
  let inBlock = false;
  for (const line of text.replace(/^\uFEFF?(?:#!.*)?/, '').split(/\r?\n/)) {
    const trimmed = line.trim();
    if (!inBlock && !/^(?:$|\/\/|\/\*|#|(["'])use [a-z ]+\1;?$)/.test(trimmed)) break;
    if (inBlock || /^(?:\/\/|\/\*|#)/.test(trimmed)) lines.push(trimmed.replace(/^[\s/*#!]+|[\s*/]+$/g, ''));
    inBlock = (inBlock || trimmed.startsWith('/*')) && !trimmed.includes('*/');
  }
  return lines;
}
