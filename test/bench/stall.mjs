// Runs the function `operate` of a module and says for how long it holds the loop: the longest time between two turns
// of it, the median of up to five runs. Of wall time and processor time the smaller counts.

import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers';
import { pathToFileURL } from 'node:url';

const { operate } = await import(pathToFileURL(process.argv[2]).href);

const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

async function run() {
  let [longest, wall, processor, goesOn] = [0, performance.now(), processorTime(), true];
  const turn = () => {
    const [now, used] = [performance.now(), processorTime()];
    longest = Math.max(longest, Math.min(now - wall, used - processor));
    [wall, processor] = [now, used];
    if (goesOn) setImmediate(turn);
  };
  setImmediate(turn);
  await operate();
  await new Promise((done) => setImmediate(done));
  turn((goesOn = false));
  return longest;
}

await run();
const stalls = [];
const end = performance.now() + 8000;
while (stalls.length < 5 && performance.now() < end) stalls.push(await run());
console.log(JSON.stringify({ stall: stalls.sort((a, b) => a - b)[Math.floor(stalls.length / 2)] }));
