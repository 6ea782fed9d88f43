// The scan that a person asks for: all folders, one after the other, with progress.
// Invariant: once it is cancelled, it resolves when no thread works on it any more; nothing is lost by that.

import type { CancellationToken } from 'vscode-languageserver';
import { atLeast, type Finding } from '../core/findings';
import type { ScanResult } from '../protocol/server';
import type { ScanProgress } from './scanner/messages';
import type { Session } from './session';

export interface ScanReport {
  /** `percentage` is that of the whole scan. */
  (message: string, percentage: number): void;
}

export async function scanWorkspace(
  sessions: readonly Session[],
  token: CancellationToken,
  report: ScanReport,
): Promise<ScanResult | undefined> {
  const stop = new AbortController();
  const listener = token.onCancellationRequested(() => stop.abort());
  try {
    for (const [done, session] of sessions.entries()) {
      if (token.isCancellationRequested) return undefined;
      await session.scan(stop.signal, (progress) => report(text(progress), ((done + share(progress)) / sessions.length) * 100));
    }
    return token.isCancellationRequested ? undefined : await countFindings(sessions);
  } finally {
    listener.dispose();
  }
}

function text({ stage, done, total }: ScanProgress): string {
  if (stage === 'listing') return 'looking for files';
  return stage === 'reading' ? `${done} of ${total} files read` : `analyzing ${total} files`;
}

/** Reading takes most of the time. */
function share({ stage, done, total }: ScanProgress): number {
  if (stage === 'listing') return 0;
  return stage === 'reading' ? (0.8 * done) / Math.max(1, total) : 0.8;
}

async function countFindings(sessions: readonly Session[]): Promise<ScanResult> {
  const lists: (readonly Finding[])[] = [];
  for (const session of sessions) {
    lists.push(...((await session.closedFindings()) ?? new Map<string, readonly Finding[]>()).values());
    lists.push(...(await session.knownFindings()).values());
  }
  const counts = lists.map((findings) => findings.filter(({ severity }) => atLeast(severity, 'warning')).length);
  return { findings: counts.reduce((sum, count) => sum + count, 0), files: counts.filter((count) => count > 0).length };
}
