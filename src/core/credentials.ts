// Keys and certificates: what is read to become `{ key, cert, ca }` prepares a connection or a server. That is done
// once for all that goes over it, whoever asks for it first.

import type { CallSite, Value } from './facts';
import type { ProgramNames } from './knowledge';
import type { ProgramFile } from './link/program';

export class Credentials {
  private readonly known = new Map<ProgramFile, ReadonlySet<number>>();

  constructor(private readonly names: Pick<ProgramNames, 'credentials' | 'credentialHolders'>) {}

  /** True if what a call site gives becomes a key or a certificate. */
  isRead(file: ProgramFile, { order }: CallSite): boolean {
    const known = this.known.get(file) ?? this.readIn(file);
    this.known.set(file, known);
    return known.has(order);
  }

  private readIn({ facts }: ProgramFile): ReadonlySet<number> {
    const found = new Set<number>();
    const add = (value: Value): void => {
      const order = callIn(value);
      if (order === undefined) return;
      found.add(order);
      const callee = facts.calls[order]?.callee; // `readFileSync(path).toString()`
      if (callee?.kind === 'member') add(callee.object);
    };
    const look = (value: Value, depth = 0): void => {
      if (value.kind !== 'object' || depth > 3) return;
      for (const { name, value: given } of value.properties) {
        if (name !== undefined && this.names.credentials.includes(name)) add(given);
        look(given, depth + 1);
      }
    };
    for (const { args } of facts.calls) for (const arg of args) look(arg);
    for (const { values } of facts.bindings) for (const value of values) look(value);
    for (const { returns } of facts.functions) for (const value of returns) look(value);
    for (const { target, value } of facts.assignments) {
      look(value);
      if (this.isCredential(target)) add(value);
    }
    return found;
  }

  /** `options.key = ...`, `options.ssl[name] = ...`. */
  private isCredential(target: Value): boolean {
    if (target.kind === 'member') return this.names.credentials.includes(target.name);
    return target.kind === 'element' && target.object.kind === 'member' && this.names.credentialHolders.includes(target.object.name);
  }
}

function callIn(value: Value): number | undefined {
  if (value.kind === 'call') return value.call;
  if (value.kind === 'typed' || value.kind === 'await') return callIn(value.value);
  const parts = value.kind === 'choice' ? value.options : value.kind === 'array' ? value.elements : [];
  return parts.map(callIn).find((order) => order !== undefined);
}
