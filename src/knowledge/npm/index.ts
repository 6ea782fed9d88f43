// All that is known of packages. Invariant: test/knowledge/npmRecord.json says of every path how it was
// seen to exist.

import type { BlockingRow } from '../../core/knowledge';
import { archiveRows } from './archives';
import { compilerRows } from './compilers';
import { computingRows } from './computing';
import { npmCryptoRows } from './crypto';
import { npmDatabaseRows } from './databases';
import { documentRows } from './documents';
import { npmFileRows } from './files';
import { imageRows } from './images';
import { loadingRows } from './loading';
import { parserRows } from './parsers';
import { passwordRows } from './passwords';
import { pathRows } from './paths';
import { npmProcessRows } from './processes';
import { npmPromptRows } from './prompts';
import { shellLikeRows } from './shells';
import { templateRows } from './templates';
import { treeRows } from './trees';
import { waitingRows } from './waiting';

export { npmAliases, npmInherits, npmPasses, npmReturns } from './relations';

export const npmRows: readonly BlockingRow[] = [
  ...npmFileRows,
  ...treeRows,
  ...pathRows,
  ...shellLikeRows,
  ...npmProcessRows,
  ...npmPromptRows,
  ...waitingRows,
  ...npmDatabaseRows,
  ...archiveRows,
  ...imageRows,
  ...parserRows,
  ...compilerRows,
  ...templateRows,
  ...documentRows,
  ...passwordRows,
  ...npmCryptoRows,
  ...computingRows,
  ...loadingRows,
];
