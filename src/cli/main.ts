// The command line as a process. It never calls process.exit: output that waits in a pipe would be cut.

import { join } from 'node:path';
import { main } from './run';

process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);

void main(process.argv.slice(2), {
  cwd: process.cwd(),
  threadScript: join(__dirname, 'extractor.js'),
  patternScript: join(__dirname, 'patterns.js'),
  env: process.env,
  isTerminal: process.stdout.isTTY,
  out: (text) => write(process.stdout, text),
  err: (text) => write(process.stderr, text),
}).then((status) => {
  process.exitCode = status;
});

/** Resolves, also when nobody reads any more: that is no failure of ours. */
async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => {
      resolve();
    });
  });
}

/** `| head` closes the pipe when it has read enough. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
