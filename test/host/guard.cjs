// Preloaded into the VS Code server: ends its process group when the program that started it is
// gone. That program may have died by SIGKILL and had no chance to clean up, but the pipe that it
// held on our standard input closes in any case.
'use strict';

// Child processes would inherit the preload, and have no such pipe.
process.execArgv.splice(process.execArgv.indexOf('--require'), 2);
process.stdin.resume();
process.stdin.once('close', endGroup);
process.stdin.unref?.();

function endGroup() {
  if (process.platform !== 'win32') process.kill(-process.pid, 'SIGKILL');
  process.exit(1);
}
