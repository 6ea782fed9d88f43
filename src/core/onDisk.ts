// What is written where nothing was: the next time it is there. It happens once in an installation, as long
// as the file that does it does not remove it again.

import { type CallSite, isSame, surely, type Value } from './facts';
import type { ProgramFile } from './link/program';
import type { Resolver } from './link/resolve';

/** The path of what a call site makes because it was found missing: `if (!existsSync(path)) writeFileSync(path, text)`. */
export function madeWhereMissing(resolver: Resolver, file: ProgramFile, { args, conditions }: CallSite): Value | undefined {
  const [path] = args;
  const missing = conditions.flatMap(surely).flatMap(({ value, holds }) => (holds ? [] : (askedFor(resolver, file, value) ?? [])));
  return path && missing.some((one) => isSame(one, path)) && !isRemoved(file, path) ? path : undefined;
}

function askedFor(resolver: Resolver, file: ProgramFile, value: Value): Value | undefined {
  const site = value.kind === 'call' ? file.facts.calls[value.call] : undefined;
  const targets = site ? resolver.callee(file, site) : [];
  return targets.some((target) => target.kind === 'api' && resolver.knowledge.testsPresence(target.path)) ? site?.args[0] : undefined;
}

const removing = /^(?:unlink|rm|remove|delete|rename|move)/;

function isRemoved({ facts }: ProgramFile, path: Value): boolean {
  return facts.calls.some(({ callee, name, args: [given] }) => {
    const called = callee.kind === 'member' ? callee.name : name;
    return given !== undefined && removing.test(called) && isSame(given, path);
  });
}
