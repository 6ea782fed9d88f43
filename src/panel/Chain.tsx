// The call chain, from the call in loop code to the operation that blocks. A long one is folded in
// its middle, because its ends are what a person looks for.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Step } from '../core/findings';
import { Code } from './Prose';

interface Props {
  readonly steps: readonly Step[];
  readonly places: readonly string[];
  readonly open: (step: number) => void;
}

export function Chain({ steps, places, open }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const [whole, setWhole] = useState(steps.length <= unfolded);
  useLayoutEffect(() => {
    // The button that unfolds is gone then: the focus goes to the first of what it stood for.
    if (whole && steps.length > unfolded) list.current?.querySelectorAll('button')[ends]?.focus();
  }, [whole]);
  const entries = steps.map((step, index) => (
    <Frame key={index} step={step} place={places[index] ?? ''} last={index === steps.length - 1} open={() => open(index)} />
  ));
  const fold = (
    <li key="fold" class="fold">
      <button type="button" class="quiet" onClick={() => setWhole(true)}>
        Show {steps.length - 2 * ends} calls between
      </button>
    </li>
  );
  return (
    <ol class="chain" ref={list}>
      {whole ? entries : [...entries.slice(0, ends), fold, ...entries.slice(-ends)]}
    </ol>
  );
}

/** So many steps are shown without folding. */
const unfolded = 12;
/** So many are shown at each end of a folded chain. */
const ends = 4;

interface FrameProps {
  readonly step: Step;
  readonly place: string;
  readonly last: boolean;
  readonly open: () => void;
}

function Frame({ step, place, last, open }: FrameProps) {
  return (
    <li class={last ? 'operation' : undefined}>
      <button type="button" class="frame" onClick={open}>
        <Code text={step.name} />
        <span class="place">
          <bdi>{place}</bdi>
          {step.within !== '' && (
            <>
              {' in '}
              <bdi>{step.within}</bdi>
            </>
          )}
        </span>
      </button>
    </li>
  );
}
