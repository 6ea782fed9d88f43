// Runs the suites of this folder in a real VS Code from npm: `tsx test/extension/runTests.ts [version...]`,
// without a version in all that are known. The bundles must have been built.

import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTests, type TestRunFailedError } from '@vscode/test-electron';
import { hostExecutable } from '../host/code';
import { hostVersions } from '../host/install';

/** A thousand edits in a real editor take a while on a small machine. */
const limitMs = 420_000;

const root = resolve(__dirname, '..', '..');

/** Runs the suites in one VS Code, with an empty folder open; those about several folders in another window. Rejects if a test fails. */
export async function runIn(
  vscode: { readonly vscodeExecutablePath?: string; readonly version?: string },
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  await inWindow('workspace', vscode, env);
  await inWindow('several.code-workspace', vscode, env);
}

async function inWindow(
  opened: string,
  vscode: { readonly vscodeExecutablePath?: string; readonly version?: string },
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const scratch = await realpath(await mkdtemp(join(tmpdir(), 'loopsight-window-')));
  await mkdir(join(scratch, 'workspace', '.vscode'), { recursive: true });
  await mkdir(join(scratch, 'other'));
  // In a browser, VS Code saves by itself unless it is told not to.
  const settings = { 'files.autoSave': 'off' };
  await writeFile(join(scratch, 'workspace', '.vscode', 'settings.json'), JSON.stringify(settings));
  const folders = ['workspace', 'other'].map((path) => ({ path }));
  await writeFile(join(scratch, 'several.code-workspace'), JSON.stringify({ folders, settings }));
  try {
    await runTests({
      ...vscode,
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'out', 'test', 'extension', 'index.js'),
      extensionTestsEnv: { LOOPSIGHT_HOST_TIMEOUT: String(limitMs), ...env },
      launchArgs: [join(scratch, opened), `--user-data-dir=${join(scratch, 'data')}`, '--disable-extensions'],
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function main(versions: readonly string[]): Promise<void> {
  for (const version of versions) {
    console.log(`VS Code ${version}`);
    await runIn({ vscodeExecutablePath: hostExecutable }, { LOOPSIGHT_HOST_VERSION: version });
  }
}

if (require.main === module) {
  const asked = process.argv.slice(2);
  main(asked.length > 0 ? asked : hostVersions).catch((error: TestRunFailedError | Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
