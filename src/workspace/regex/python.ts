// A pattern of Python as one of JavaScript that takes the same time.
// Invariant: what can't be said in JavaScript gives nothing.

/** The source and the flags; `undefined` if there is no such pattern. `flags` are letters of Python: `imsx`. */
export function fromPython(pattern: string, flags: string): { source: string; flags: string } | undefined {
  const [, inline = ''] = /^\(\?([aiLmsux]+)\)/.exec(pattern) ?? [];
  const all = new Set(flags + inline);
  const source = new Translation(inline ? pattern.slice(inline.length + 3) : pattern, all.has('x'), all.has('m')).translated();
  return source === undefined ? undefined : { source, flags: ['i', 'm', 's'].filter((flag) => all.has(flag)).join('') };
}

/** Longest first where one begins like another. */
const replacements: readonly (readonly [RegExp, string])[] = [
  [/\(\?P</y, '(?<'],
  [/\(\?#[^)]*\)/y, ''],
  [/\(\?[aiLu]+(?:-i)?:/y, '(?:'],
  [/\(\?-i:/y, '(?:'],
  [/\\a/y, '\\x07'],
  [/\{,(?=\d+\})/y, '{0,'],
];
const untold = /\(\?\(|\(\?[aiLmsux-]+[):]|\\[NU]|\(\?P>/y;
const token = /\\[^]|\(\?(?:[:=!]|<[=!]|<\w+>)|[^]/y;
const quantifier = /(?:[*+?]|\{\d*,?\d*\})/y;

class Translation {
  private at = 0;
  private out = '';
  /** Where the last element begins in what was written. */
  private element = 0;
  /** Where the open groups begin, and what stands behind them. */
  private readonly groups: { readonly start: number; readonly end: string }[] = [];
  private atoms = 0;

  constructor(
    private readonly pattern: string,
    private readonly isVerbose: boolean,
    private readonly isMultiline: boolean,
  ) {}

  translated(): string | undefined {
    while (this.at < this.pattern.length) {
      if (this.take(untold) !== undefined) return undefined;
      this.step();
    }
    const isRenumbered = this.atoms > 0 && /\\[1-9]/.test(this.pattern);
    return isRenumbered ? undefined : this.out;
  }

  private step(): void {
    if (this.isVerbose && this.take(/\s+|#.*/y) !== undefined) return;
    const reference = this.take(/\(\?P=\w+\)/y);
    const end = this.take(/\\[AZ]/y);
    if (end) return this.write(this.endOfText(end === '\\A'));
    if (reference) return this.write(`\\k<${reference.slice(4, -1)}>`);
    if (this.pattern[this.at] === '[') return this.write(this.charClass());
    if (this.take(/\(\?>/y)) return this.open(...this.atom());
    const replaced = this.replaced();
    if (replaced !== undefined)
      return replaced.startsWith('(') && !replaced.endsWith(')') ? this.open(replaced, ')') : this.write(replaced);
    const times = this.take(quantifier);
    if (times !== undefined) return this.quantify(times);
    this.plain(this.take(token) ?? '');
  }

  private plain(text: string): void {
    if (text.startsWith('(')) this.open(text, ')');
    else if (text === ')') this.close();
    else this.write(text);
  }

  private endOfText(isStart: boolean): string {
    if (this.isMultiline) return isStart ? '(?<![^])' : '(?![^])';
    return isStart ? '^' : '$';
  }

  private replaced(): string | undefined {
    for (const [from, to] of replacements) if (this.take(from) !== undefined) return to;
    return undefined;
  }

  /** What is not gone back into is looked at first, then read as it is. */
  private atom(): [string, string] {
    this.atoms += 1;
    return [`(?:(?=(?<atom${this.atoms}_>`, `))\\k<atom${this.atoms}_>)`];
  }

  private open(text: string, end: string): void {
    this.groups.push({ start: this.out.length, end });
    this.out += text;
  }

  private close(): void {
    const { start, end } = this.groups.pop() ?? { start: this.out.length, end: ')' };
    this.out += end;
    this.element = start;
  }

  private write(text: string): void {
    this.element = this.out.length;
    this.out += text;
  }

  /** `a*+` gives nothing back: it is an atom. */
  private quantify(times: string): void {
    const isPossessive = this.pattern[this.at] === '+';
    if (isPossessive) this.at += 1;
    const [start, end] = isPossessive ? this.atom() : ['', ''];
    this.out = this.out.slice(0, this.element) + start + this.out.slice(this.element) + times + end;
    if (this.take(/\?/y)) this.out += '?';
  }

  /** The first `]` of a class is a letter in Python. */
  private charClass(): string {
    const text = this.take(/\[\^?\]?(?:\\[^]|[^\]\\])*\]?/y) ?? '';
    return text.replace(/^(\[\^?)\]/, '$1\\]');
  }

  private take(what: RegExp): string | undefined {
    what.lastIndex = this.at;
    const found = what.exec(this.pattern)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}
