// Tarjan's strongly connected components, without recursion: call chains may be 10,000 functions long.

/** The components of a graph over 0..count-1, each after all that it leads to (callees first). */
export function components(count: number, successorsOf: (id: number) => readonly number[]): number[][] {
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const onStack = new Uint8Array(count);
  const stack: number[] = [];
  const result: number[][] = [];
  let next = 0;

  interface Frame {
    readonly id: number;
    readonly successors: readonly number[];
    at: number;
  }
  const frames: Frame[] = [];
  const enter = (id: number): void => {
    order[id] = low[id] = next++;
    stack.push(id);
    onStack[id] = 1;
    frames.push({ id, successors: successorsOf(id), at: 0 });
  };
  const lower = (id: number, to: number): void => {
    low[id] = Math.min(low[id] ?? to, to);
  };
  const leave = ({ id }: Frame): void => {
    if (low[id] === order[id]) result.push(popUntil(id));
    const parent = frames.at(-1);
    if (parent) lower(parent.id, low[id] ?? 0);
  };
  const popUntil = (id: number): number[] => {
    const members = stack.splice(stack.lastIndexOf(id));
    for (const member of members) onStack[member] = 0;
    return members;
  };

  for (let root = 0; root < count; root++) {
    if (order[root] === -1) enter(root);
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const successor = frame.successors[frame.at++];
      if (successor === undefined) leave(frames.pop() ?? frame);
      else if (order[successor] === -1) enter(successor);
      else if (onStack[successor]) lower(frame.id, order[successor] ?? 0);
    }
  }
  return result;
}
