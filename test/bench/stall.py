"""Runs the function `operate` of a module and says for how long it holds the loop: the longest time between two turns
of it, the median of up to five runs. Of wall time and processor time the smaller counts."""

import asyncio
import json
import runpy
import statistics
import sys
import time

operate = runpy.run_path(sys.argv[1])["operate"]
waits = "time.sleep" in open(sys.argv[1]).read()


async def run():
    longest = 0
    marks = [time.perf_counter(), time.thread_time()]

    async def turn():
        nonlocal longest, marks
        while True:
            now = [time.perf_counter(), time.thread_time()]
            wall, processor = (now[0] - marks[0], now[1] - marks[1])
            longest = max(longest, wall if waits else min(wall, processor))
            marks = now
            await asyncio.sleep(0)

    turning = asyncio.create_task(turn())
    await asyncio.sleep(0)
    await operate()
    await asyncio.sleep(0)
    turning.cancel()
    return longest * 1000


async def main():
    await run()
    stalls = []
    end = time.perf_counter() + 8
    while len(stalls) < 5 and time.perf_counter() < end:
        stalls.append(await run())
    print(json.dumps({"stall": statistics.median_low(stalls)}))


asyncio.run(main())
