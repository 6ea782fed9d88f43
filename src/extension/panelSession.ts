// What the side panel shows now, apart from any editor: following the cursor, pinning, and replay to
// a panel that was loaded again. Invariant: the last question asked decides; a late answer is dropped.

import { explain, type Explanation } from '../core/explain';
import type { Step } from '../core/findings';
import type { RuleId } from '../core/rules';
import type { FromPanel, ToPanel } from '../protocol/panel';

/** What is to be said about the place of the cursor. */
export interface Answer {
  readonly explanation: Explanation;
  readonly found: boolean;
  /** The URI of every file that the chain names. */
  readonly uris: Readonly<Record<string, string>>;
}

/** What the session needs from its editor. */
export interface PanelPorts {
  /** Explains what the cursor stands on; `undefined` if there is nothing to ask about. */
  ask(): Promise<Answer | undefined>;
  post(message: ToPanel): void;
  /** Where a step stands, as a person reads it. */
  place(step: Step, uri: string | undefined): string;
  open(step: Step, uri: string | undefined): void;
  readMore(rule: RuleId): void;
}

export class PanelSession {
  readonly #ports: PanelPorts;
  #answer: Answer = general;
  #message: ToPanel | undefined;
  #version = 0;
  #asked = 0;
  #pinned = false;
  /** True while the answer that will be pinned is on its way: following must not overtake it. */
  #pinning = false;

  constructor(ports: PanelPorts) {
    this.#ports = ports;
  }

  /** The cursor or the findings changed. */
  async follow(): Promise<void> {
    if (!this.#pinned && !this.#pinning) await this.#ask();
  }

  /** Explains the finding under the cursor and keeps it; without one, goes on following. */
  async pin(): Promise<void> {
    this.#pinned = false;
    this.#pinning = true;
    await this.#ask();
  }

  /** Handles what the panel says, which may be anything. */
  async receive(message: unknown): Promise<void> {
    const said = readMessage(message);
    if (said === undefined) return;
    if (said.type === 'ready') await this.#replay();
    else if (said.type === 'open') this.#open(said.version, said.step);
    else if (said.type === 'readMore') this.#readMore();
    else if (said.type === 'retry') await this.#ask();
    else await this.#setPinned(said.pinned);
  }

  async #replay(): Promise<void> {
    if (this.#message === undefined) this.#show();
    else this.#ports.post(this.#message);
    await this.follow();
  }

  async #ask(): Promise<void> {
    const mine = ++this.#asked;
    const answer = await this.#ports.ask().then(
      (found) => found ?? general,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (mine !== this.#asked || this.#pinned) return;
    if (typeof answer === 'string') this.#post({ type: 'failed', message: answer });
    else this.#take(answer);
    this.#pinning = false;
  }

  #take(answer: Answer): void {
    this.#pinned = this.#pinning && answer.found;
    // The cursor moves within one finding all the time: what is shown already is left in peace.
    if (JSON.stringify(answer) !== JSON.stringify(this.#answer)) {
      this.#answer = answer;
      this.#version += 1;
    }
    this.#show();
  }

  #show(): void {
    const { explanation, found, uris } = this.#answer;
    const places = explanation.chain.map((step) => this.#ports.place(step, uris[step.file]));
    this.#post({ type: 'show', version: this.#version, explanation, places, found, pinned: this.#pinned });
  }

  #post(message: ToPanel): void {
    if (JSON.stringify(message) === JSON.stringify(this.#message)) return;
    this.#message = message;
    this.#ports.post(message);
  }

  #open(version: number, index: number): void {
    const step = this.#answer.explanation.chain[index];
    if (step === undefined || version !== this.#version) return;
    this.#stay();
    this.#ports.open(step, this.#answer.uris[step.file]);
  }

  #readMore(): void {
    const { rule } = this.#answer.explanation;
    if (rule === undefined) return;
    this.#stay();
    this.#ports.readMore(rule);
  }

  /** Opening something takes the cursor away; the explanation that is being read stays. */
  #stay(): void {
    this.#pinned = this.#answer.found;
    this.#show();
  }

  async #setPinned(pinned: boolean): Promise<void> {
    this.#pinned = pinned && this.#answer.found;
    this.#show();
    await this.follow();
  }
}

const general: Answer = { explanation: explain(undefined), found: false, uris: {} };

/** Reads a message of the panel; `undefined` for anything else. */
function readMessage(value: unknown): FromPanel | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  const { type } = value;
  if (type === 'ready' || type === 'readMore' || type === 'retry') return { type };
  if (type === 'pin' && 'pinned' in value) return { type, pinned: value.pinned === true };
  if (type !== 'open' || !('version' in value) || !('step' in value)) return undefined;
  const { version, step } = value;
  return typeof version === 'number' && typeof step === 'number' ? { type, version, step } : undefined;
}
