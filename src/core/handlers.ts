// How many functions on the loop reach a function: what an operation in it costs is paid by each of
// them. Unlike a chain, this goes on through async functions: who awaits one waits for what it does.

import type { CallGraph, Edge } from './callGraph';
import { bits, type Classification } from './classify';
import type { FunctionId, Program } from './link/program';
import { reach } from './link/reach';

/** At least 1: whoever asks has found loop code that reaches it. */
export type CountHandlers = (id: FunctionId) => number;

export function handlerCounter(program: Program, graph: CallGraph, classification: Classification): CountHandlers {
  const known = new Map<FunctionId, number>();
  const incoming = (id: FunctionId): readonly Edge[] => graph.incoming[id] ?? [];

  /** A callback that runs at once belongs to its caller, which is counted instead. */
  function isHandler(id: FunctionId): boolean {
    const isOnLoop = classification.isReported(id) && (classification.bitsOf(id) & bits.loop) !== 0;
    return isOnLoop && !incoming(id).some(({ timing }) => timing === 'now');
  }

  function count(start: FunctionId): number {
    const callers = (id: FunctionId): FunctionId[] =>
      incoming(id).flatMap(({ from, timing }) => (runsWithin(timing) && !isCutOut(program, from) ? [from] : []));
    const reaching = reach([start], callers);
    return Math.max(1, [...reaching].filter(isHandler).length);
  }

  return (id) => {
    const handlers = known.get(id) ?? count(id);
    known.set(id, handlers);
    return handlers;
  };
}

function runsWithin(timing: Edge['timing']): boolean {
  return timing === 'call' || timing === 'now';
}

function isCutOut({ functions }: Program, id: FunctionId): boolean {
  return functions[id]?.facts.annotation === 'nonblocking';
}
