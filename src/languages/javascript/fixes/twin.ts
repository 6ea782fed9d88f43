// Which operations have a promise twin that does the same with the same arguments. Where the twin
// differs in what it takes or gives, there is no fix: a wrong rewrite is worse than none.

import type { Finding } from '../../../core/findings';
import { readApi, type Api } from './apiPath';

export interface Pair {
  readonly operation: Api;
  readonly twin: Api;
}

/** The operation of a direct finding, and its promise twin. */
export function pairOf(finding: Finding): Pair | undefined {
  const { remedy } = finding;
  if (finding.path.length !== 1 || remedy.kind !== 'async' || remedy.style !== 'promise') return undefined;
  const operation = readApi(finding.api);
  const twin = readApi(remedy.api);
  if (operation === undefined || twin === undefined || !isTwin(operation, twin)) return undefined;
  return { operation, twin };
}

/** True for the members of `fs`, and of the package that wraps it. */
export function isFileSystem(api: Api): boolean {
  return api.holder === 'fs' || api.holder === 'fs-extra';
}

/** The members of `fs` whose promise namesake gives something else, or works on something else. */
const differs: ReadonlySet<string> = new Set(['existsSync', 'openSync', 'globSync', 'mkdtempDisposableSync']);

const onDescriptors = /^(?:f(?:stat|sync|datasync|truncate|chmod|chown|utimes)|close|readv?|writev?)Sync$/;

function isTwin(operation: Api, twin: Api): boolean {
  if (operation.path === 'fs.realpathSync.native') return twin.path === 'fs/promises.realpath';
  if (isFileSystem(operation) && (differs.has(operation.member) || onDescriptors.test(operation.member))) return false;
  return operation.path !== twin.path && operation.member.replace(/_?Sync$/, '') === twin.member;
}
