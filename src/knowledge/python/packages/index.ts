// Packages from the Python Package Index, one file a subject.

import type { Library } from '../rows';
import { browserLibrary } from './browsers';
import { amazonLibrary, cloudLibrary, googleLibrary } from './cloud';
import { databaseDrivers } from './databases';
import { web } from './http';
import { mediaLibrary } from './media';
import { modelLibrary } from './models';
import { numberLibrary } from './numbers';
import { alchemyLibrary, djangoLibrary, smallMappers } from './orm';
import { remoteLibrary } from './remote';
import { secretLibrary } from './secrets';
import { serviceLibrary } from './services';
import { mongoLibrary, redisLibrary, searchLibrary } from './stores';
import { textLibrary } from './texts';

export const packages: readonly Library[] = [
  web,
  databaseDrivers,
  alchemyLibrary,
  djangoLibrary,
  smallMappers,
  redisLibrary,
  mongoLibrary,
  searchLibrary,
  amazonLibrary,
  googleLibrary,
  cloudLibrary,
  serviceLibrary,
  remoteLibrary,
  modelLibrary,
  numberLibrary,
  mediaLibrary,
  textLibrary,
  secretLibrary,
  browserLibrary,
];
