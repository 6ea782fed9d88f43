// Runs the suites of this folder in a desktop VS Code, which is downloaded first:
// `tsx test/extension/runDesktop.ts [version]`, without one in the newest stable.

import { runIn } from './runTests';

runIn({ version: process.argv[2] ?? 'stable' }).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
