// Packages from the Python Package Index, one file a subject.

import type { Library } from '../rows';
import { alchemyLibrary } from './alchemy';
import { amazonLibrary } from './amazon';
import { browserLibrary } from './browsers';
import { cloudLibrary } from './cloud';
import { databaseDrivers } from './databases';
import { djangoLibrary } from './django';
import { googleLibrary } from './google';
import { web } from './http';
import { smallMappers } from './mappers';
import { mediaLibrary } from './media';
import { modelLibrary } from './models';
import { modelServices } from './modelServices';
import { numberLibrary } from './numbers';
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
  modelServices,
  modelLibrary,
  numberLibrary,
  mediaLibrary,
  textLibrary,
  secretLibrary,
  browserLibrary,
];
