// Looks at every package that knowledge has rows about, and writes down how each API path was seen to
// exist: npx tsx test/knowledge/npmRecord.ts [package...]
// A package is installed at its pinned version into a temporary folder, without running its scripts,
// and removed again. What is native and can't be loaded that way is looked up in its declarations or sources.

import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseApi } from './apiPaths';
import { packages } from './npmPackages';
import { isCalled, isModule, npmPaths, packageOfPath, spellings } from './npmPaths';

/** How an API path was seen to exist. */
export interface Proof {
  readonly api: string;
  /** The alias by which that version knows it. */
  readonly as?: string;
  readonly package: string;
  readonly version: string;
  readonly proof: 'loaded' | 'declared' | 'source';
  /** The file that names it, where it was not loaded. */
  readonly file?: string;
}

export const recordFile = join(__dirname, 'npmRecord.json');

const run = promisify(execFile);

/** The newest of the pinned versions that has a path is its proof. */
async function main(wanted: readonly string[]): Promise<void> {
  const paths = npmPaths();
  const known = JSON.parse(await readFile(recordFile, 'utf8').catch(() => '[]')) as Proof[];
  const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
  const proofs = new Map(known.filter((one) => paths.includes(one.api) && !isWanted(one.package)).map((one) => [one.api, one]));
  for (const pin of packages.filter((one) => isWanted(nameIn(one)))) {
    const open = paths.filter((path) => !proofs.has(path) && spellings(path).some((one) => packageOfPath(one) === nameIn(pin)));
    if (open.length === 0) continue;
    for (const proof of await look(pin, open)) proofs.set(proof.api, proof);
    const missing = open.filter((path) => !proofs.has(path));
    console.log(`${pin}: ${open.length - missing.length} seen${missing.length > 0 ? `, not ${missing.join(', ')}` : ''}`);
    await save([...proofs.values()]);
  }
  const missing = paths.filter((path) => !proofs.has(path) && isWanted(packageOfPath(path)));
  console.log(missing.length === 0 ? 'Every path was seen.' : `Not seen: ${missing.join(', ')}`);
}

/** The name in `@scope/name@1.2.3`; what stands after a space is installed beside it. */
function nameIn(pin: string): string {
  return /^@?[^@ ]+/.exec(pin)?.[0] ?? pin;
}

async function look(pin: string, paths: readonly string[]): Promise<readonly Proof[]> {
  const folder = await mkdtemp(join(tmpdir(), 'npm-record-'));
  try {
    await writeFile(join(folder, 'package.json'), '{}');
    const flags = ['--ignore-scripts', '--omit=optional', '--legacy-peer-deps', '--no-audit', '--no-fund', '--no-package-lock'];
    await run('npm', ['install', ...flags, ...pin.split(' ')], { cwd: folder, timeout: 300_000 });
    return await proofsIn(folder, nameIn(pin), paths);
  } catch (error) {
    console.log(`${pin}: ${String(error).slice(0, 300)}`);
    return [];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function proofsIn(folder: string, name: string, paths: readonly string[]): Promise<readonly Proof[]> {
  const manifest = JSON.parse(await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as { version: string };
  const spelled = paths.flatMap((path) => spellings(path).filter((one) => packageOfPath(one) === name));
  const loaded = await load(folder, [...new Set(spelled)]);
  const texts = await textsOf(folder, name);
  return paths.flatMap((api): readonly Proof[] => {
    const own = spellings(api).filter((one) => packageOfPath(one) === name);
    const seen = own.map((one) => ({ one, how: proofOf(one, loaded, texts) })).find(({ how }) => how);
    return seen?.how ? [{ api, ...(seen.one !== api && { as: seen.one }), package: name, version: manifest.version, ...seen.how }] : [];
  });
}

/** An export of a package that loads is there or not. Anything else may have to be read. */
function proofOf(api: string, { found, loadable }: Loaded, texts: readonly Text[]): Pick<Proof, 'proof' | 'file'> | undefined {
  if (found.includes(api)) return { proof: 'loaded' };
  const isExport = !api.includes('#') && loadable.includes(parseApi(api).module);
  return isExport && !isType(api) ? undefined : readIn(texts, api);
}

/** Types are exported by declarations only. */
function isType(api: string): boolean {
  return /[.][A-Z]\w*$/.test(api);
}

/** The file that declares a path, or else one that uses it. */
function readIn(texts: readonly Text[], api: string): Pick<Proof, 'proof' | 'file'> | undefined {
  const declaration = texts.find(({ declares, text }) => declares && isDeclared(text, api));
  if (declaration) return { proof: 'declared', file: declaration.file };
  const source = texts.find(({ declares, text }) => !declares && isNamed(text, api));
  return source && { proof: 'source', file: source.file };
}

interface Loaded {
  /** Those of the paths that exist. */
  readonly found: readonly string[];
  readonly loadable: readonly string[];
}

/** What can be seen of the paths by loading the package. */
async function load(folder: string, paths: readonly string[]): Promise<Loaded> {
  await cp(join(__dirname, 'npmProbe.mjs'), join(folder, 'probe.mjs'));
  const args = paths.map((api) => {
    const { module, names, member } = parseApi(api);
    return JSON.stringify({
      api,
      path: api.split('#')[0],
      module,
      names: names.filter((one) => one !== ''),
      member,
      isModule: isModule(api),
      isCalled: isCalled(api),
    });
  });
  const { stdout } = await run(process.execPath, ['--no-warnings', 'probe.mjs', ...args], { cwd: folder, timeout: 120_000 }).catch(() => ({
    stdout: JSON.stringify({ found: [], loadable: [] }),
  }));
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Loaded;
}

interface Text {
  readonly file: string;
  readonly declares: boolean;
  readonly text: string;
}

/** The package's declarations, and those that others wrote for it; its sources and its manual. */
async function textsOf(folder: string, name: string): Promise<readonly Text[]> {
  const types = `@types/${name.replace(/^@/, '').replace('/', '__')}`;
  const files = (await Promise.all([name, types].map((one) => filesIn(join(folder, 'node_modules'), one)))).flat();
  const wanted = files.filter((file) => /\.(?:[cm]?[jt]s|cc|cpp|md)$/.test(file) && !/(?:^|\/)(?:test|tests)\//.test(file));
  const texts = wanted.map(async (file) => ({
    file,
    declares: /\.d\.[cm]?ts$/.test(file),
    // A folder may have the name of a file.
    text: await readFile(join(folder, 'node_modules', file), 'utf8').catch(() => ''),
  }));
  return Promise.all(texts);
}

async function filesIn(root: string, name: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, name), { recursive: true }).catch(() => []);
  return entries
    .map((entry) => `${name}/${entry.replaceAll('\\', '/')}`)
    .filter((file) => !file.slice(name.length).includes('node_modules/'))
    .sort();
}

/** True if the text declares a thing of that name, and its class where it has one. */
function isDeclared(text: string, api: string): boolean {
  const { names, member } = parseApi(api);
  const owner = names.at(-1) ?? '';
  const isOwner = owner === '' || declares(text, owner);
  return isOwner && (member === undefined ? owner !== '' || /export (?:default|=)/.test(text) : member === '' || declares(text, member));
}

function declares(text: string, name: string): boolean {
  const word = escaped(name);
  return (
    new RegExp(`(?:function|const|let|var|class|interface|type|namespace)\\s+${word}(?![\\w$])`).test(text) ||
    new RegExp(`(?<![\\w$.])${word}\\??\\s*[<(:]`).test(text)
  );
}

/** True if the text uses the name as a program or a manual does: defined, or called on something. */
function isNamed(text: string, api: string): boolean {
  const { module, names, member } = parseApi(api);
  const name = member || names.at(-1);
  if (!name) return new RegExp(`(?:require\\(|from )["']${escaped(module)}["']`).test(text);
  return new RegExp(`(?<![\\w$-])${escaped(name)}["']?\\s*(?:[(=:]|,\\s*function)`).test(text);
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

async function save(proofs: readonly Proof[]): Promise<void> {
  const lines = [...proofs].sort((a, b) => (a.api < b.api ? -1 : 1)).map((one) => JSON.stringify(one));
  await writeFile(recordFile, `[\n${lines.join(',\n')}\n]\n`);
}

if (require.main === module) void main(process.argv.slice(2));
