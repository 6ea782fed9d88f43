// What tells findings apart across runs: nothing in it changes when lines move.

import { identityOf } from '../core/baseline';
import type { Finding } from '../core/findings';
import { lineHashes } from './lineHash';

export type Fingerprints = Readonly<Record<string, string>>;

/** The fingerprints of findings that come by place; those that are the same in everything are numbered. */
export function fingerprints(findings: readonly Finding[], source: (file: string) => string | undefined = () => undefined): Fingerprints[] {
  const counts = new Map<string, number>();
  const hashes = new Map<string, readonly string[]>();
  return findings.map((finding) => {
    const { file, range } = finding;
    const identity = digest(identityOf(finding));
    const count = (counts.get(identity) ?? 0) + 1;
    counts.set(identity, count);
    if (!hashes.has(file)) hashes.set(file, lineHashes(source(file) ?? ''));
    const lineHash = source(file) === undefined ? undefined : hashes.get(file)?.[range.start.line - 1];
    return { 'loopsight/v1': `${identity}:${count}`, ...(lineHash !== undefined && { primaryLocationLineHash: lineHash }) };
  });
}

/** 64 bits of a text: two hashes after Fowler, Noll and Vo with different primes. */
function digest(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x5bd1e995;
  for (let index = 0; index < text.length; index++) {
    first = Math.imul(first ^ text.charCodeAt(index), 0x01000193);
    second = Math.imul(second ^ text.charCodeAt(index), 0x85ebca6b);
    second ^= second >>> 13;
  }
  return [first, second].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
