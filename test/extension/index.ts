// What VS Code runs inside its extension host: mocha with the suites of this folder.
// Invariant: it resolves only if every test passed. The suites are bundled with it, so no test is
// left out because a file was not found.

import { workspace } from 'vscode';

export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, slow: 5_000, reporter: 'spec', color: false });
  // Puts `describe` and `it` where the suites look for them.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  const isSeveral = workspace.workspaceFile !== undefined;
  await (isSeveral ? import('./folders.test') : oneFolder());
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed.`))));
  });
}

async function oneFolder(): Promise<void> {
  await import('./start.test');
  await import('./editing.test');
  await import('./actions.test');
  await import('./settings.test');
  await import('./workspace.test');
  await import('./server.test');
}
