// Busy waits: loops that do nothing but look whether it is time to end. A flag that only other code on
// the thread sets never changes while the loop looks at it.

import { type CallSite, isInLoop, type LoopFacts } from '../facts';
import type { BlockingRow, PollRow } from '../knowledge';
import { isPython, type ProgramFile } from '../link/program';
import type { Resolver } from '../link/resolve';
import { givesBack } from './giving';
import { computingRow } from './rows';

/** The operation that a loop is if it only waits. */
export function waitingRow(resolver: Resolver, file: ProgramFile, loop: number): BlockingRow | undefined {
  const facts = file.facts.loops[loop];
  const site = facts && file.facts.calls[facts.site];
  if (!site || facts.over || givesBack(resolver, file, facts)) return undefined;
  const polls = pollsIn(resolver, file, loop, facts);
  if (polls) return computingRow(file, site, { rule: 'cpu-loop', isWaiting: true, ...pollingWords(file, polls) });
  if (!waitsForFlag(file, facts)) return undefined;
  const endless = !isPython(file);
  const why = endless
    ? 'waits for something to change, which nothing can change while it holds the thread'
    : 'looks at a flag again and again until another thread has set it';
  return computingRow(file, site, { rule: 'cpu-loop', isWaiting: true, endless, why, note: 'Await an event or a promise instead' });
}

/** What a loop asks in its test, if asking is all that it does. */
function pollsIn(resolver: Resolver, file: ProgramFile, loop: number, { test, endless, leaves }: LoopFacts): PollRow | undefined {
  const calls = callsIn(file, loop).filter((site) => !isSettled(resolver, file, site));
  const rows = calls.map((site) => pollOf(resolver, file, site));
  const [asked] = rows.filter((_, at) => isIn(test, calls[at]?.order ?? -1) || (endless && leaves));
  return rows.every((row) => row !== undefined) ? asked : undefined;
}

function isIn(test: LoopFacts['test'], order: number): boolean {
  return test !== undefined && order >= test.from && order < test.to;
}

function callsIn({ facts: { calls, loops } }: ProgramFile, loop: number): CallSite[] {
  const isCall = ({ use }: CallSite): boolean => use === 'call' || use === 'new';
  return calls.slice(loops[loop]?.site).filter((site) => isCall(site) && isInLoop(loops, site.loop, loop));
}

/** True for a call that gives at once what is only there to be awaited. */
function isSettled(resolver: Resolver, file: ProgramFile, site: CallSite): boolean {
  return resolver.callee(file, site).some((one) => one.kind === 'api' && resolver.knowledge.isSettled(one.path));
}

function pollOf(resolver: Resolver, file: ProgramFile, site: CallSite): PollRow | undefined {
  const targets = resolver.callee(file, site);
  return targets.map((one) => (one.kind === 'api' ? resolver.knowledge.poll(one.path) : undefined)).find(Boolean);
}

function pollingWords(file: ProgramFile, { of }: PollRow): { why: string; note: string; endless?: boolean } {
  const timer = isPython(file) ? '`await asyncio.sleep(seconds)`' : '`await setTimeout(ms)` of `node:timers/promises`, or a timer';
  if (of === 'clock') return { why: 'asks for the time again and again until it has come', note: `Await a timer: ${timer}` };
  if (of === 'thread') return { why: 'asks again and again whether another thread or process is ready', note: 'Await it instead' };
  const why = 'asks again and again for what only the loop brings, whose thread it holds';
  return { why, note: 'Await it instead', endless: true };
}

/** `while (!done) {}`: nothing in it changes what it looks at. */
function waitsForFlag({ facts: { calls } }: ProgramFile, { test, empty, endless }: LoopFacts): boolean {
  if (!test || !empty || endless || test.changes) return false;
  const asked = calls.slice(test.from, test.to);
  return asked.length > 0 ? asked.every(({ use }) => use === 'read') : true;
}
