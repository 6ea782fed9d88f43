// Dialogs of the browser that wait for a person, with the whole page frozen meanwhile.

import type { BlockingRow, CallShape, CostClass } from '../../core/knowledge';
import { advice, called, mdn } from '../builders';

const dialog = advice('Show a `<dialog>` element, and go on in its event `close`');

/** The `alert` of React Native shows its message and returns. */
const ofPages = { unlessPackages: ['react-native'] };

/** The browser's `print` takes nothing; with an argument it is somebody else's. */
function printing({ argCount }: CallShape): CostClass | undefined {
  return argCount === 0 ? 'unbounded' : undefined;
}

export const promptRows: readonly BlockingRow[] = [
  called('user-prompt', 'global.alert', 'unbounded', 'waits until a person has closed the message', dialog, mdn('Window/alert'), ofPages),
  called(
    'user-prompt',
    'global.confirm',
    'unbounded',
    'waits until a person has answered the question',
    dialog,
    mdn('Window/confirm'),
    ofPages,
  ),
  called('user-prompt', 'global.prompt', 'unbounded', 'waits until a person has typed something', dialog, mdn('Window/prompt'), ofPages),
  called(
    'user-prompt',
    'global.print',
    printing,
    'waits until a person has closed the print dialog',
    advice('Call it from a click only, as the last thing'),
    mdn('Window/print'),
    {
      harmless: "'text'",
    },
  ),
];
