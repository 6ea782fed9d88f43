// Calls that tell whether a file is there, or a package. What is no folder may well be a file.

import type { FileTestRow } from '../core/knowledge';
import { nodeDocs } from './builders';
import { pythonDocs } from './python/rows';

export const fileTests: readonly FileTestRow[] = [
  { api: 'node:fs.existsSync', of: 0, link: nodeDocs('fs', 'fs.existsSync(path)') },
  ...['existsSync', 'pathExistsSync'].map((name): FileTestRow => ({
    api: `fs-extra.${name}`,
    of: 0,
    link: 'https://github.com/jprichardson/node-fs-extra/blob/master/docs/pathExists-sync.md',
  })),
  ...['exists', 'lexists', 'isfile'].map((name): FileTestRow => ({
    api: `py:os.path.${name}`,
    of: 0,
    link: pythonDocs('os.path', `py:os.path.${name}`),
  })),
  ...['exists', 'is_file'].map((name): FileTestRow => ({
    api: `py:pathlib.Path#${name}`,
    of: 'receiver',
    link: pythonDocs('pathlib', `py:pathlib.Path#${name}`),
  })),
  { api: 'py:importlib.util.find_spec', of: 0, link: pythonDocs('importlib', 'py:importlib.util.find_spec') },
];
