// Values by which a program tells what system it runs on.

import type { PlatformRow } from '../core/knowledge';
import { nodeDocs } from './builders';

export const platforms: readonly PlatformRow[] = [
  { api: 'node:process.platform', servers: 'linux', link: nodeDocs('process', 'process.platform') },
  { api: 'node:os.platform', servers: 'linux', link: nodeDocs('os', 'os.platform()') },
  { api: 'node:os.type', servers: 'Linux', link: nodeDocs('os', 'os.type()') },
  { api: 'py:sys.platform', servers: 'linux', link: 'https://docs.python.org/3/library/sys.html#sys.platform' },
  { api: 'py:os.name', servers: 'posix', link: 'https://docs.python.org/3/library/os.html#os.name' },
  { api: 'py:platform.system', servers: 'Linux', link: 'https://docs.python.org/3/library/platform.html#platform.system' },
];
