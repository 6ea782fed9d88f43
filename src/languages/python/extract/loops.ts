// Loops and their bounds.

import { lengthOf, type Value } from '../../../core/facts';
import { childIn } from '../nodes';
import type { Extraction, PyNode } from './extraction';

interface NewLoop {
  readonly node: PyNode;
  readonly over: Value | undefined;
  readonly endless: boolean;
}

/** Records a loop and walks its body in it. */
export function inLoop(x: Extraction, { node, over, endless }: NewLoop, walk: () => void): void {
  const right = childIn(node, 'right');
  const facts = {
    function: x.place.function,
    parent: x.place.loop,
    range: x.rangeOf(node),
    bound: lengthOf(over) ?? (right && rangeBound(x, right)),
    over,
    endless,
    leaves: false,
    awaits: false,
  };
  x.at({ loop: x.loops.push(facts) - 1 }, walk);
}

/** `range(1000)`, `range(10, 1000, 10)`. */
function rangeBound(x: Extraction, node: PyNode): number | undefined {
  const match = /^range\(\s*(\d[\d_]*)\s*(?:,\s*(\d[\d_]*)\s*(?:,\s*(\d[\d_]*)\s*)?)?\)$/.exec(x.textOf(node).slice(0, 80));
  if (!match) return undefined;
  const [first = 0, second, step = 1] = match.slice(1).map((one) => (one === undefined ? undefined : Number(one.replaceAll('_', ''))));
  return Math.ceil((second === undefined ? first : Math.max(0, second - first)) / (step || 1));
}
