// What clients were told last about each file.
// Invariant: an id stands for one content of one server process, so "unchanged" is never wrong, and
// a change elsewhere is announced once, even to a client that then does not ask.

import type { Diagnostic, DocumentDiagnosticReport, PreviousResultId } from 'vscode-languageserver';

export class Reports {
  readonly #last = new Map<string, Entry>();
  readonly #process = `${process.pid}-${Date.now().toString(36)}`;
  #count = 0;

  /** The answer to a pull. */
  answer(uri: string, items: Diagnostic[], previousId?: string): DocumentDiagnosticReport {
    const resultId = this.#remember(uri, items).id;
    return resultId === previousId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
  }

  /** True if the client has not heard of these yet. From then on it has. */
  isNews(uri: string, items: readonly Diagnostic[]): boolean {
    const last = this.#last.get(uri);
    return this.#remember(uri, items) !== last;
  }

  has(uri: string): boolean {
    return this.#last.has(uri);
  }

  get uris(): readonly string[] {
    return [...this.#last.keys()];
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }

  /** Nobody knows what the client has: whatever it is told next is news to it. */
  distrust(uri: string): void {
    this.#last.set(uri, { id: '', content: '' });
  }

  /** The client says what it has: everything else is news to it. */
  adopt(previous: readonly PreviousResultId[]): void {
    const ids = new Map(previous.map(({ uri, value }) => [uri, value]));
    for (const uri of new Set([...this.#last.keys(), ...ids.keys()])) if (this.#last.get(uri)?.id !== ids.get(uri)) this.distrust(uri);
  }

  #remember(uri: string, items: readonly Diagnostic[]): Entry {
    const content = JSON.stringify(items);
    const last = this.#last.get(uri);
    if (last?.content === content) return last;
    this.#count += 1;
    const entry = { id: `${this.#process}-${this.#count}`, content };
    this.#last.set(uri, entry);
    return entry;
  }
}

interface Entry {
  readonly id: string;
  readonly content: string;
}
