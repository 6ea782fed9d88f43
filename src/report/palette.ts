// How a text is coloured: a function for each part a text plays. Whether there is colour at all is
// decided by whoever knows the terminal.

import type { Severity } from '../core/findings';

type Role = Severity | 'strong' | 'dim';

export type Palette = Readonly<Record<Role, (text: string) => string>>;

const same = (text: string): string => text;

export const plain: Palette = { error: same, warning: same, information: same, hint: same, strong: same, dim: same };

export const ansi: Palette = {
  error: sequence(31, 39),
  warning: sequence(33, 39),
  information: sequence(36, 39),
  hint: sequence(32, 39),
  strong: sequence(1, 22),
  dim: sequence(2, 22),
};

function sequence(on: number, off: number): (text: string) => string {
  return (text) => (text === '' ? text : `\u001b[${on}m${text}\u001b[${off}m`);
}
