// The panel's line to the extension. Invariant: the panel keeps no state of its own beyond a page's
// life; it asks for everything again with `ready`.

import type { FromPanel, ToPanel } from '../protocol/panel';

interface VsCodeApi {
  postMessage(message: FromPanel): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** Speaks to the extension. */
export type Say = (message: FromPanel) => void;

/** Connects once a page: hands on what the extension says, and returns the way to answer. */
export function connect(listen: (message: ToPanel) => void): Say {
  const api = acquireVsCodeApi();
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isToPanel(data)) listen(data);
  });
  return (message) => api.postMessage(message);
}

function isToPanel(data: unknown): data is ToPanel {
  return typeof data === 'object' && data !== null && 'type' in data && (data.type === 'show' || data.type === 'failed');
}
