// An analysis that one file cannot spoil.

import type { FileFacts } from '../core/facts';
import type { Finding } from '../core/findings';
import type { ProjectPort } from '../core/project';
import type { Analyzer } from './ports';
import { Interrupted } from './scanner/signals';

export type FindingsByPath = ReadonlyMap<string, readonly Finding[]>;

/**
 * The findings of a program. If its files cannot be analyzed together, each is analyzed alone: one of them is at fault.
 * @throws Interrupted if the analyzer does
 */
export function analyzeTogether(
  files: readonly FileFacts[],
  analyzer: Analyzer,
  project: ProjectPort,
  onError: (path: string, error: unknown) => void,
): readonly Finding[] {
  try {
    return analyzer(files, project);
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    if (files.length > 1) return files.flatMap((file) => analyzeTogether([file], analyzer, project, onError));
    onError(files[0]?.path ?? '', error);
    return [];
  }
}

export function groupByPath(findings: readonly Finding[]): FindingsByPath {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.file);
    if (group === undefined) groups.set(finding.file, [finding]);
    else group.push(finding);
  }
  return groups;
}
