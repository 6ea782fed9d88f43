// Suppressions: a comment at the blocking operation silences every finding that ends there; at any
// other call site only the one that begins there. One that silences nothing is itself reported.

import type { FileFacts, Suppression } from './facts';
import type { Finding } from './findings';
import type { Position } from './text';

/** What a file's comments silence. */
export class Suppressions {
  private readonly used = new Set<Suppression>();
  private readonly byFile: ReadonlyMap<string, readonly Suppression[]>;

  constructor(private readonly files: readonly FileFacts[]) {
    this.byFile = new Map(files.filter((file) => file.suppressions.length > 0).map((file) => [file.path, file.suppressions]));
  }

  /** True if a comment silences `rule` at this place. Looking counts as use: the comment has something to silence. */
  silences(file: string, { line }: Position, rule: string): boolean {
    const matching = (this.byFile.get(file) ?? []).filter((one) => (one.line === undefined || one.line === line) && names(one, rule));
    for (const one of matching) this.used.add(one);
    return matching.length > 0;
  }

  /**
   * A hint for every comment that silenced nothing. Call it after all findings were looked up.
   * @param off rules that nobody looked for: of a comment that may be meant for them nothing is known
   */
  unused(off: readonly string[]): Finding[] {
    const isUnused = (one: Suppression): boolean => !one.foreign && !this.used.has(one) && !off.some((rule) => names(one, rule));
    return this.files.flatMap((file) => file.suppressions.filter(isUnused).map((one) => unusedFinding(file.path, one)));
  }
}

function names({ rules }: Suppression, rule: string): boolean {
  return rules.length === 0 || rules.includes(rule);
}

function unusedFinding(file: string, { range, rules }: Suppression): Finding {
  const what = rules.length === 0 ? 'anything' : rules.join(', ');
  const line = { start: range.start, end: range.end.line === range.start.line ? range.end : range.start };
  return {
    rule: 'unused-suppression',
    severity: 'hint',
    message: `This comment suppresses nothing: there is no finding of ${what} here.`,
    file,
    range: line,
    context: { kind: 'module', name: '', phase: 'loop' },
    cost: { class: 'tiny', why: 'a comment costs nothing' },
    path: [{ name: 'loopsight-ignore', file, range: line, within: '' }],
    api: '',
    remedy: { kind: 'advice', note: 'Remove the comment' },
    link: '',
    fixes: [],
  };
}
