// What ends the process.

import type { ExitRow } from '../../../core/knowledge';
import { pythonDocs } from '../rows';

const builtins = ['exit', 'quit'].map((name): ExitRow => ({ api: `py:builtins.${name}`, link: pythonDocs('constants', `py:${name}`) }));
const systems = ['_exit', 'abort', 'execl', 'execle', 'execlp', 'execlpe', 'execv', 'execve', 'execvp', 'execvpe'];

export const exits: readonly ExitRow[] = [
  ...builtins,
  { api: 'py:sys.exit', link: pythonDocs('sys', 'py:sys.exit') },
  // Raising it is all that `sys.exit` does.
  { api: 'py:builtins.SystemExit', link: pythonDocs('exceptions', 'py:SystemExit') },
  ...systems.map((name): ExitRow => ({ api: `py:os.${name}`, link: pythonDocs('os', `py:os.${name}`) })),
];
