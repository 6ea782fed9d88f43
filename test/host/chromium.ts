// Finds a Chromium-like browser on this machine, or installs one.
// Invariant: a path that is returned exists. Nothing is installed while a browser is there.

import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { run } from './processes';

/** The executable of a browser. Throws with what to do when there is none and none can be installed. */
export async function findChromium(): Promise<string> {
  const asked = process.env['CHROME_PATH'];
  if (asked !== undefined && !existsSync(asked)) throw new Error(`CHROME_PATH names ${asked}, which does not exist.`);
  const found = asked ?? installedChromium() ?? (await installChromium());
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium was found and none could be installed: ' +
      'install Chromium, Chrome or Edge, or set CHROME_PATH to the executable of one.',
  );
}

/** Starts the browser without a window. It resolves no host name but this machine's. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: launchFlags,
    // Signals are for our own clean-up; playwright would end the process before it is done.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

const launchFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A test that reaches the internet is a test that fails on a train.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

function installedChromium(): string | undefined {
  const bundled = chromium.executablePath();
  return [...usualPlaces(), bundled].find((path) => path !== '' && existsSync(path));
}

function usualPlaces(): readonly string[] {
  if (process.platform === 'darwin') return macPlaces();
  if (process.platform === 'win32') return windowsPlaces();
  const folders = (process.env['PATH'] ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin', '/snap/bin');
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}

// The last one may be a stub on Ubuntu that only says which snap to install.
const linuxNames = ['chromium', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'chromium-browser'];

function macPlaces(): readonly string[] {
  return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
}

function windowsPlaces(): readonly string[] {
  const roots = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']];
  const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
  return roots.flatMap((root) => (root === undefined ? [] : programs.map((program) => join(root, program))));
}

async function installChromium(): Promise<string | undefined> {
  console.log('No Chromium was found; installing one.');
  if (isRootOnDebian()) {
    await run('apt-get', ['update']);
    await run('apt-get', ['install', '-y', 'chromium'], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  }
  if (installedChromium() === undefined) await run(process.execPath, [playwright(), 'install', 'chromium'], { shell: false });
  return installedChromium();
}

/** Its command line, wherever this process was started. */
function playwright(): string {
  return join(dirname(require.resolve('playwright-core/package.json')), 'cli.js');
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}
