// `npm start`: the extension, straight from its folder, in whatever VS Code this machine has.
// Invariant: it says in one line what it opened, and runs until that window or Ctrl-C ends it.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { defaultVersion, installHost } from './install';
import { interruption, messageOf } from './processes';
import { developmentPayload, startServer, workbenchUrl } from './serve';
import { writeUserSettings } from './settings';

const onWindows = process.platform === 'win32';

async function main(args: readonly string[]): Promise<void> {
  const [extension, sample] = args;
  if (extension === undefined || sample === undefined) {
    throw new Error('Usage: start.ts <extension folder> <sample folder>');
  }
  if (desktopIsUsable()) startDesktop(resolve(extension), resolve(sample));
  else await startInBrowser(resolve(extension), resolve(sample));
}

function desktopIsUsable(): boolean {
  return hasScreen() && (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, desktopCommand)));
}

function hasScreen(): boolean {
  return process.platform !== 'linux' || (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']) !== undefined;
}

const desktopCommand = onWindows ? 'code.cmd' : 'code';

function startDesktop(extension: string, sample: string): void {
  console.log(`Opening ${sample} in VS Code with the extension from ${extension}.`);
  const args = [`--extensionDevelopmentPath=${extension}`, sample];
  const quoted = onWindows ? args.map((arg) => `"${arg}"`) : args;
  spawn(desktopCommand, quoted, { stdio: 'inherit', shell: onWindows }).once('exit', (status) => process.exit(status ?? 1));
}

async function startInBrowser(extension: string, sample: string): Promise<void> {
  console.log('There is no desktop VS Code here (no `code` on the PATH, or no screen); preparing one for the browser.');
  const interrupted = interruption();
  const host = await installHost(defaultVersion());
  const serverDataDir = await mkdtemp(join(tmpdir(), 'loopsight-start-'));
  await writeUserSettings(serverDataDir, {});
  const server = await startServer(host, { serverDataDir, smokeTestDriver: true });
  const url = workbenchUrl(server, { folder: sample, payload: developmentPayload([extension]) });
  console.log(`VS Code ${host.version} with the extension is at\n\n  ${url}\n\nCtrl-C ends it.`);
  openBrowser(url);
  const status = await Promise.race([interrupted, server.ended.then(() => 1)]);
  if (status === 1) console.error(`The VS Code server ended: ${server.output().trim().slice(-1000)}`);
  await server.stop();
  await rm(serverDataDir, { recursive: true, force: true });
  process.exit(status);
}

/** A convenience only: the address is on the screen anyway. */
function openBrowser(url: string): void {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  if (command === undefined || !hasScreen()) return;
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  // Not `start`: a shell would cut the address at its first ampersand.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(messageOf(error));
  process.exit(1);
});
