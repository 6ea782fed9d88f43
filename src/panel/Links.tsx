// Where to read more: the rule's own page, which opens offline, and the operation's documentation.

import type { Explanation } from '../core/explain';
import { rules } from '../core/rules';
import type { Say } from './host';

interface Props {
  readonly explanation: Explanation;
  readonly say: Say;
}

export function Links({ explanation: { rule, link }, say }: Props) {
  const outside = link.startsWith('https://');
  if (rule === undefined && !outside) return null;
  return (
    <nav aria-label="Read more">
      {rule !== undefined && (
        <button type="button" class="link" onClick={() => say({ type: 'readMore' })}>
          Read more: {rules[rule]}
        </button>
      )}
      {outside && <a href={link}>{rule === undefined ? 'Read more about the event loop' : 'Documentation of the operation'}</a>}
    </nav>
  );
}
