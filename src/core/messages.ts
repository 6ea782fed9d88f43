// The one sentence of a finding, which a person understands without the panel.

import type { Context, Phase, Step } from './findings';
import type { BlockingRow } from './knowledge';
import { capital, hiddenApi } from './words';

/** Says what blocks whom: "`fs.readFileSync` blocks the event loop in `getUser`: it reads the whole file before it returns." */
export function messageFor(row: BlockingRow, path: readonly Step[], context: Context): string {
  const [first, last] = [path[0], path.at(-1)];
  if (!first || !last) return '';
  const where = first.within === '' && context.name !== '' ? ` in ${callbackOf(context)}` : placeOf(first);
  const operation = operationName(last, row);
  const what = path.length === 1 ? `it ${row.why}` : `it reaches ${operation}, which ${row.why}`;
  return `${path.length === 1 ? (row.use === 'loop' ? capital(operation) : operation) : first.name} ${effects[context.phase]}${where}: ${what}.`;
}

const effects: Readonly<Record<Phase, string>> = {
  loop: 'blocks the event loop',
  startup: 'holds up the start of the program',
  tooling: 'blocks this tool',
};

/** As the code calls it; where an alias hides what it is, its API path too: `read (fs.readFileSync)`. */
function operationName({ name }: Step, { api, use }: BlockingRow): string {
  if (use === 'loop') return `the loop "${name}"`;
  const hidden = hiddenApi(name, api);
  return hidden === undefined ? name : `${name} (${hidden})`;
}

/** A callback without a name goes by what it was handed to. */
function callbackOf({ kind, name }: Context): string {
  if (kind === 'route-handler' || kind === 'event-listener') return `the handler of ${name}`;
  return kind.endsWith('-callback') ? `the callback of ${name}` : name;
}

function placeOf({ within }: Step): string {
  return within ? ` in ${within}` : '';
}
