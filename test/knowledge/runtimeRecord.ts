// What Deno and Bun declare, read from their published declarations, because the tests run on neither.
// `npx tsx test/knowledge/runtimeRecord.ts` fetches them anew and writes runtimeRecord.json.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';

export interface RuntimeRecord {
  readonly packages: readonly RecordedPackage[];
}

export interface RecordedPackage {
  readonly name: string;
  readonly version: string;
  readonly files: readonly string[];
  /** The API paths of all functions, classes and constants that the files declare. */
  readonly declared: readonly string[];
}

export const recordFile = path.join(__dirname, 'runtimeRecord.json');

export function readRecord(): RuntimeRecord {
  return JSON.parse(readFileSync(recordFile, 'utf8')) as RuntimeRecord;
}

interface Source {
  readonly name: string;
  readonly files: readonly string[];
  /** The API path of each namespace or module that is recorded. */
  readonly roots: Readonly<Record<string, string>>;
}

const sources: readonly Source[] = [
  { name: '@types/deno', files: ['index.d.ts'], roots: { Deno: 'global.Deno' } },
  { name: 'bun-types', files: ['bun.d.ts', 'serve.d.ts', 'sqlite.d.ts'], roots: { bun: 'global.Bun', 'bun:sqlite': 'bun:sqlite' } },
];

/** API paths of all that a declaration file says of the roots. */
export function declaredIn(text: string, roots: Source['roots']): string[] {
  const source = ts.createSourceFile('index.d.ts', text, ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((one) => {
    const root = ts.isModuleDeclaration(one) ? roots[one.name.text] : undefined;
    return root !== undefined && ts.isModuleDeclaration(one) ? inBody(one.body, root) : [];
  });
}

function inBody(body: ts.Node | undefined, prefix: string): string[] {
  if (body && ts.isModuleDeclaration(body)) return inBody(body.body, `${prefix}.${body.name.text}`);
  return body && ts.isModuleBlock(body) ? body.statements.flatMap((one) => inStatement(one, prefix)) : [];
}

function inStatement(one: ts.Statement, prefix: string): string[] {
  if (ts.isFunctionDeclaration(one)) return [`${prefix}.${one.name?.text ?? ''}`];
  if (ts.isModuleDeclaration(one)) return [`${prefix}.${one.name.text}`, ...inBody(one.body, `${prefix}.${one.name.text}`)];
  if (ts.isClassDeclaration(one)) return inClass(one, `${prefix}.${one.name?.text ?? ''}`);
  if (ts.isVariableStatement(one)) return one.declarationList.declarations.flatMap((variable) => inVariable(variable, prefix));
  return [];
}

function inClass(one: ts.ClassDeclaration, path: string): string[] {
  const members = [...one.members].flatMap((member) => {
    const isStatic = ts.canHaveModifiers(member) && ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
    return member.name && ts.isIdentifier(member.name) ? [`${path}${isStatic ? '.' : '#'}${member.name.text}`] : [];
  });
  return [path, ...members];
}

/** `const password: { hash(): ... }` has members. */
function inVariable({ name, type }: ts.VariableDeclaration, prefix: string): string[] {
  const path = `${prefix}.${name.getText()}`;
  const members = type && ts.isTypeLiteralNode(type) ? type.members : [];
  return [path, ...members.flatMap((member) => (member.name ? [`${path}.${member.name.getText()}`] : []))];
}

function write(): void {
  const packages = sources.map(({ name, files, roots }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'declarations-'));
    const [packed] = JSON.parse(execFileSync('npm', ['pack', name, '--json'], { cwd: folder, encoding: 'utf8' })) as [Packed];
    execFileSync('tar', ['xzf', packed.filename, '--strip-components=1'], { cwd: folder });
    const declared = files.flatMap((file) => declaredIn(readFileSync(path.join(folder, file), 'utf8'), roots));
    rmSync(folder, { recursive: true });
    return { name, version: packed.version, files, declared: [...new Set(declared)].sort() };
  });
  writeFileSync(recordFile, `${JSON.stringify({ packages }, undefined, 2)}\n`);
}

interface Packed {
  readonly filename: string;
  readonly version: string;
}

if (require.main === module) write();
