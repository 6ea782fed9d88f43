// The standard library, one file a subject.

import type { Library } from '../rows';
import { compression } from './archives';
import { computingAndWaiting } from './computing';
import { standardDatabases } from './databases';
import { files } from './files';
import { formats } from './formats';
import { loops } from './loops';
import { mailAndFiles } from './mail';
import { network } from './network';
import { paths } from './paths';
import { processes } from './processes';
import { threads } from './threads';

export const standardLibrary: readonly Library[] = [
  files,
  paths,
  formats,
  compression,
  network,
  mailAndFiles,
  processes,
  threads,
  loops,
  standardDatabases,
  computingAndWaiting,
];
