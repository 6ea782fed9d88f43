// Understands the command line of desktop VS Code, as `@vscode/test-electron` writes it, and runs
// the tests in a VS Code server from npm and a Chromium without a window.
// Invariant: it ends with the status of the tests, or with 1 and a sentence that says what went
// wrong; it never waits for ever and leaves no process behind.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { defaultVersion, installHost } from './install';
import { interruption, messageOf } from './processes';
import { developmentPayload, remoteUri, startServer, workbenchUrl, type Payload, type Server } from './serve';
import { readSettings, writeUserSettings } from './settings';

/** For `runTests({ vscodeExecutablePath })`; the version of the host comes by LOOPSIGHT_HOST_VERSION. */
export const hostExecutable = join(__dirname, process.platform === 'win32' ? 'code.cmd' : 'code.cjs');

/** Runs and ends the process. `args` are those of desktop VS Code. */
export async function main(args: readonly string[]): Promise<void> {
  const cleanUps: CleanUp[] = [];
  const status = await statusOf(args, cleanUps);
  for (const step of cleanUps.reverse()) await step().catch(() => undefined);
  process.exit(status);
}

async function statusOf(args: readonly string[], cleanUps: CleanUp[]): Promise<number> {
  const interrupted = interruption();
  try {
    return await Promise.race([runTests(parseArguments(args), cleanUps), interrupted]);
  } catch (error) {
    console.error(messageOf(error));
    return 1;
  }
}

type CleanUp = () => Promise<void>;

interface Arguments {
  readonly extensions: readonly string[];
  readonly tests: string;
  readonly folder?: string | undefined;
  readonly userDataDir?: string | undefined;
  readonly extensionsDir?: string | undefined;
}

/** Options that a server has no use for (`--no-sandbox`, `--disable-updates`, ...) are ignored. */
function parseArguments(args: readonly string[]): Arguments {
  const valuesOf = (name: string) => args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => resolve(arg.slice(name.length + 3)));
  const tests = valuesOf('extensionTestsPath')[0];
  if (tests === undefined) throw new Error('--extensionTestsPath=<file> is missing.');
  const folder = args.find((arg) => !arg.startsWith('-'));
  return {
    extensions: valuesOf('extensionDevelopmentPath'),
    tests,
    folder: folder === undefined ? undefined : resolve(folder),
    userDataDir: valuesOf('user-data-dir')[0],
    extensionsDir: valuesOf('extensions-dir')[0],
  };
}

async function runTests(args: Arguments, cleanUps: CleanUp[]): Promise<number> {
  // Downloading is not what the time limit is for.
  const host = await installHost(process.env['LOOPSIGHT_HOST_VERSION'] ?? defaultVersion());
  const serverDataDir = args.userDataDir ?? (await temporaryFolder(cleanUps));
  await adoptUserSettings(serverDataDir);
  const server = await startServer(host, { serverDataDir, extensionsDir: args.extensionsDir });
  cleanUps.push(server.stop);
  const browser = await launchChromium();
  cleanUps.push(() => browser.close());
  const page = await browser.newPage();
  return Promise.race([testStatus(page, addressFor(server, args)), failure(server, browser, page)]);
}

async function temporaryFolder(cleanUps: CleanUp[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'loopsight-host-'));
  cleanUps.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return folder;
}

/** Desktop VS Code keeps its user settings one folder higher than the server does. */
async function adoptUserSettings(dataDir: string): Promise<void> {
  await writeUserSettings(dataDir, await readSettings(join(dataDir, 'User', 'settings.json')));
}

function addressFor(server: Server, args: Arguments): string {
  const payload: Payload = [
    ...developmentPayload(args.extensions),
    // Unlike desktop VS Code, the server wants a file, not what `require` would make of the path.
    ['extensionTestsPath', remoteUri(require.resolve(args.tests))],
  ];
  return workbenchUrl(server, { folder: args.folder, payload });
}

/** Opens the workbench, shows what the tests print, and resolves with the status that they end with. */
async function testStatus(page: Page, address: string): Promise<number> {
  const status = new Promise<number>((resolve) => {
    void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
  });
  await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
    print(type, args);
  });
  await page.goto(address);
  return status;
}

/** The log of the workbench and the console of the extension host arrive by one and the same way. */
function print(type: string, args: readonly unknown[]): void {
  const text = format(...args);
  if (chatter.test(text) && process.env['LOOPSIGHT_HOST_VERBOSE'] === undefined) return;
  const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
  stream.write(`${text}\n`);
}

/** What the workbench says about itself at each start. */
const chatter = new RegExp(
  [
    '^(Resolving|Resolved) connection token',
    '^Creating a socket',
    '^(Ignoring fetching|Updating) additional builtin extensions',
    '^\\[(Service Worker|reconnection-grace-time|AgentHost[:\\w]*|AccountPolicyGate|RemoteAgentHostProtocol|Chat\\w*)\\]',
    '^Chat\\w+: ',
    "^Timed out waiting for authentication provider 'github'",
  ].join('|'),
);

/** Rejects when a part of the host dies or the time is up. */
function failure(server: Server, browser: Browser, page: Page): Promise<never> {
  return new Promise((_, reject) => {
    void server.ended.then(() => reject(new Error(`The VS Code server ended during the tests: ${tail(server)}`)));
    browser.once('disconnected', () => reject(new Error('Chromium ended during the tests.')));
    page.once('crash', () => reject(new Error('The page with the workbench crashed during the tests.')));
    const limit = timeLimit();
    setTimeout(() => {
      reject(new Error(`The tests took longer than ${limit / 1000} seconds (LOOPSIGHT_HOST_TIMEOUT is in milliseconds).`));
    }, limit);
  });
}

function tail(server: Server): string {
  return server.output().trim().slice(-1000);
}

function timeLimit(): number {
  return Number(process.env['LOOPSIGHT_HOST_TIMEOUT'] ?? 180_000);
}
