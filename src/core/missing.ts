// What makes a file where it is missing: `if not path.exists(): path.write_text(…)`. It is there from then on,
// so all that stands behind such a check runs once for each file. Nobody hands on the name of a file that
// is not there, but to make it. What the file also removes may be missing again.

import { type CallSite, type Condition, isSame, surely, type Value } from './facts';
import type { ProgramFile } from './link/program';
import type { Resolver } from './link/resolve';

/** The files that a call site finds missing, and that something beside it makes. */
export function madeAt(resolver: Resolver, file: ProgramFile, { conditions, function: owner }: CallSite): readonly Value[] {
  return conditions.flatMap((condition) => {
    const missing = surely(condition).flatMap((one) => missingBy(resolver, file, one) ?? []);
    if (missing.length === 0) return [];
    const beside = file.sites.filter((site) => site.function === owner && standsUnder(site, condition));
    return missing.filter((thing) => beside.some((site) => handsOn(site, thing)) && !file.sites.some((site) => removes(site, thing)));
  });
}

const removing = /^(?:unlink|rm|remove|delete|rename|move)/;

/** By any function of that name: who removes a file by a helper of his own removes it, too. */
function removes({ callee, name, args: [given] }: CallSite, thing: Value): boolean {
  const isGiven = given !== undefined && isSame(given, thing);
  const isReceiver = callee.kind === 'member' && isSame(callee.object, thing);
  return (isGiven || isReceiver) && removing.test(callee.kind === 'member' ? callee.name : name);
}

function missingBy(resolver: Resolver, file: ProgramFile, { value, holds }: Pick<Condition, 'value' | 'holds'>): Value | undefined {
  const site = value.kind === 'call' && !holds ? file.facts.calls[value.call] : undefined;
  if (site?.use !== 'call') return undefined;
  for (const target of resolver.callee(file, site)) {
    const row = target.kind === 'api' ? resolver.knowledge.fileTest(target.path) : undefined;
    if (row?.of === 'receiver') return site.callee.kind === 'member' ? site.callee.object : undefined;
    if (row) return site.args[row.of];
  }
  return undefined;
}

function standsUnder({ conditions }: CallSite, { test, holds }: Condition): boolean {
  return conditions.some((one) => one.test === test && one.holds === holds);
}

const telling = /^(?:print|log|debug|info|warn|warning|error|exception|critical)$/;

/** As an argument, as a text (`str(path)`), or by a method of it. */
function handsOn({ use, callee, args }: CallSite, thing: Value): boolean {
  if (use !== 'call' && use !== 'new') return false;
  const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
  if (callee.kind === 'member' && isSame(callee.object, thing)) return true;
  return !telling.test(name) && args.some((arg) => isSame(arg.kind === 'keyword' ? arg.value : arg, thing));
}
