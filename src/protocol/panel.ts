// What the side panel and the extension say to each other. The panel keeps nothing: it says `ready`
// whenever it is loaded, and the extension tells it everything again.

import type { Explanation } from '../core/explain';

/** From the extension to the panel. */
export type ToPanel = ShowMessage | FailedMessage;

export interface ShowMessage {
  readonly type: 'show';
  /** Grows with each explanation; `open` repeats it, so that a late click cannot open another chain's file. */
  readonly version: number;
  readonly explanation: Explanation;
  /** Where each step of the chain stands, as a person reads it: `src/config.ts:12`. */
  readonly places: readonly string[];
  /** True if the explanation is that of a finding, false if it is about the loop in general. */
  readonly found: boolean;
  /** True if the explanation stays when the cursor moves on. */
  readonly pinned: boolean;
}

/** There is no explanation, because the analysis did not answer. */
export interface FailedMessage {
  readonly type: 'failed';
  readonly message: string;
}

/** From the panel to the extension. */
export type FromPanel =
  | { readonly type: 'ready' }
  /** Shows a step of the chain in the editor. */
  | { readonly type: 'open'; readonly version: number; readonly step: number }
  /** Shows the page of the rule. */
  | { readonly type: 'readMore' }
  | { readonly type: 'pin'; readonly pinned: boolean }
  | { readonly type: 'retry' };
