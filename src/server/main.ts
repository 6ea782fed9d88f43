// The language server as a program: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`.
// Invariant: it writes nothing to standard output but the protocol, and one file's trouble never ends it.

import { join } from 'node:path';
import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import { serve } from './server';
import { fileUri } from './uris';
import { workspacePorts } from './workspacePorts';

const connection = connect();
if (connection === undefined) {
  process.stderr.write('Say how to connect: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.\n');
  process.exitCode = 2;
} else {
  process.on('unhandledRejection', (reason) => connection.console.error(`Unexpected: ${String(reason)}`));
  // The bundle lies in dist/, beside media/.
  serve(connection, workspacePorts, fileUri(join(__dirname, '..', 'media', 'rules')));
}

function connect(): Connection | undefined {
  try {
    return createConnection(ProposedFeatures.all);
  } catch {
    return undefined;
  }
}
