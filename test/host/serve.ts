// A running VS Code server on 127.0.0.1.
// Invariant: it listens to this machine only, and it dies with the process that started it.

import { join } from 'node:path';
import type { Host } from './install';
import { delay, run, spawnTree, type Tree } from './processes';

export interface ServerOptions {
  /** Default: a free one. */
  readonly port?: number | undefined;
  /** Keeps everything that the server writes: settings, extensions, logs. */
  readonly serverDataDir: string;
  readonly extensionsDir?: string | undefined;
  /** Makes the server obey the payload of the address; without it, no extension is loaded from a folder. */
  readonly smokeTestDriver?: boolean;
  /** Further variables for the extension host. */
  readonly env?: NodeJS.ProcessEnv | undefined;
}

export interface Server {
  readonly url: string;
  /** Resolves when the server has ended, asked or not. */
  readonly ended: Promise<unknown>;
  /** What the server wrote so far, for error messages. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

/** One `[name, value]` pair of what the workbench is told, such as where the extension lies. */
export type Payload = readonly (readonly [name: string, value: string])[];

/** Starts the server and waits until it answers. Throws with the server's own words if it does not. */
export async function startServer(host: Host, options: ServerOptions): Promise<Server> {
  const tree = spawnTree(host.node, serverArguments(host, options), {
    env: cleanEnvironment(options.env),
    // The guard needs the pipe on standard input.
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const remember = (chunk: Buffer) => lines.push(chunk.toString());
  tree.child.stdout?.on('data', remember);
  tree.child.stderr?.on('data', remember);
  const output = () => lines.join('');
  try {
    const url = await addressOf(tree, output);
    return { url, ended: tree.ended, output, stop: tree.kill };
  } catch (error) {
    await tree.kill();
    throw error;
  }
}

/** The address of a workbench with that folder (or `.code-workspace` file, or nothing) open. */
export function workbenchUrl(
  server: Pick<Server, 'url'>,
  { folder, payload = [] }: { readonly folder?: string | undefined; readonly payload?: Payload },
): string {
  const address = new URL(server.url);
  if (folder === undefined) address.searchParams.set('ew', 'true');
  else address.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', remotePath(folder));
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/** The payload that loads extensions from their development folders, with a quiet first screen. */
export function developmentPayload(extensionFolders: readonly string[]): Payload {
  return [
    ...extensionFolders.map((folder) => ['extensionDevelopmentPath', remoteUri(folder)] as const),
    ['enableProposedApi', ''],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
}

/** A file of this machine, as the workbench in the browser names it. */
export function remoteUri(path: string): string {
  return `vscode-remote://remote${encodeURI(remotePath(path))}`;
}

/** Installs a packaged extension the way a user does. Throws with the server's words if it refuses. */
export async function installVsix(host: Host, vsix: string, serverDataDir: string): Promise<void> {
  const args = ['--install-extension', vsix, '--force', '--server-data-dir', serverDataDir];
  const { status, stdout, stderr } = await run(host.node, [serverMain(host), ...args, '--accept-server-license-terms'], {
    env: cleanEnvironment(),
    shell: false,
  });
  const said = `${stdout}${stderr}`;
  if (status !== 0 || !/successfully installed/.test(said)) throw new Error(`${vsix} was not installed: ${said.trim()}`);
}

const startLimitMs = 60_000;

function serverMain(host: Host): string {
  return join(host.root, 'out', 'server-main.js');
}

function serverArguments(host: Host, options: ServerOptions): readonly string[] {
  return [
    ...['--require', join(__dirname, 'guard.cjs'), serverMain(host)],
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
    ...['--server-data-dir', options.serverDataDir],
    ...(options.extensionsDir === undefined ? [] : ['--extensions-dir', options.extensionsDir]),
    ...['--without-connection-token', '--accept-server-license-terms', '--disable-workspace-trust'],
    ...['--telemetry-level', 'off'],
    // The environment is ours to choose; a login shell's start-up files would change it, and take a while.
    '--force-disable-user-env',
    ...(options.smokeTestDriver === false ? [] : ['--enable-smoke-test-driver']),
  ];
}

/** A test started from VS Code's own terminal inherits variables that would confuse a second VS Code. */
function cleanEnvironment(further: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name));
  // An empty gallery: nothing asks the internet for extensions.
  return { EXTENSIONS_GALLERY: '{}', ...Object.fromEntries(inherited), ...further };
}

/** The server says which port it got, and then needs another moment before it answers. */
async function addressOf(tree: Tree, output: () => string): Promise<string> {
  const limit = Date.now() + startLimitMs;
  let ended = false;
  void tree.ended.then(() => (ended = true));
  while (!ended && Date.now() < limit) {
    const port = /agent listening on (\d+)/.exec(output())?.[1];
    const url = `http://127.0.0.1:${port}/`;
    if (port !== undefined && (await answers(url))) return url;
    await delay(50);
  }
  const reason = ended ? 'ended at once' : `did not answer within ${startLimitMs / 1000} seconds`;
  throw new Error(`The VS Code server ${reason}: ${output().trim()}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}version`)).ok;
  } catch {
    return false;
  }
}

/** Slashes only, and one in front of a drive letter: `/c:/folder`. */
function remotePath(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}
