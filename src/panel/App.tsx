// The whole panel: what happens, what it costs, how the code gets there, and the way out.

import type { FailedMessage, ShowMessage, ToPanel } from '../protocol/panel';
import { Chain } from './Chain';
import { Drawing } from './Drawing';
import type { Say } from './host';
import { Links } from './Links';
import { Prose } from './Prose';

interface Props<Message> {
  readonly message: Message;
  readonly say: Say;
}

export function App({ message, say }: Props<ToPanel>) {
  return (
    <>
      {message.type === 'show' ? <Shown message={message} say={say} /> : <Failed message={message} say={say} />}
      <p class="hidden" role="status" aria-live="polite">
        {message.type === 'show' ? `${message.explanation.title}. ${message.explanation.sentence}`.replaceAll('`', '') : message.message}
      </p>
    </>
  );
}

function Shown({ message, say }: Props<ShowMessage>) {
  const { explanation, found, version } = message;
  return (
    <main class={found ? 'found' : 'general'}>
      <Follow message={message} say={say} />
      <h1>
        <Prose text={explanation.title} />
      </h1>
      <p class="lead">
        <Prose text={explanation.sentence} />
      </p>
      <Drawing key={`now ${version}`} timeline={explanation.timeline} title={explanation.freed === undefined ? undefined : 'As it is'} />
      <Section title={found ? 'Cost' : 'Who waits'}>
        <p>
          <Prose text={explanation.cost} />
        </p>
      </Section>
      {explanation.chain.length > 0 && (
        <Section title="How the code gets there">
          <Chain key={version} steps={explanation.chain} places={message.places} open={(step) => say({ type: 'open', version, step })} />
        </Section>
      )}
      <Section title="What helps">
        <p>
          <Prose text={explanation.remedy} />
        </p>
        {explanation.freed && <Drawing key={`freed ${version}`} timeline={explanation.freed} title="With the remedy" />}
      </Section>
      <Links explanation={explanation} say={say} />
    </main>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: preact.ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Says whether the panel follows the cursor, and lets a person change that. */
function Follow({ message: { found, pinned }, say }: Props<ShowMessage>) {
  if (!found) return <p class="follow">Put the cursor on a squiggle to see what it holds up.</p>;
  return (
    <p class="follow">
      <span>{pinned ? 'Pinned' : 'Follows the cursor'}</span>
      <button type="button" class="quiet" onClick={() => say({ type: 'pin', pinned: !pinned })}>
        {pinned ? 'Follow the cursor' : 'Pin'}
      </button>
    </p>
  );
}

function Failed({ message, say }: Props<FailedMessage>) {
  return (
    <main class="failed">
      <h1>No explanation at the moment</h1>
      <p class="lead">The analysis did not answer: {message.message}</p>
      <button type="button" class="action" onClick={() => say({ type: 'retry' })}>
        Try again
      </button>
    </main>
  );
}
