// Ruff with its rules about blocking calls and nothing else, on all Python files of a folder, its argument.
// Comments (`# noqa: ASYNC230`) silence it, as they silence Loopsight.

import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , folder] = process.argv;
const settings = { lint: { select: ['ASYNC2'] }, 'target-version': 'py314' };
const workspace = new Workspace(settings, PositionEncoding.Utf16);
const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.py'));
const findings = files.flatMap((name) => check(name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')));
const broken = new Set(findings.filter(({ code }) => code === 'invalid-syntax').map(({ file }) => file));
const report = {
  version: Workspace.version(),
  files: files.length,
  broken: broken.size,
  findings: findings.filter(({ code }) => code !== 'invalid-syntax'),
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);

function check(file, text) {
  return workspace.check(text).map(({ code, message, start_location: start, end_location: end }) => {
    return { file, code, message, start, end };
  });
}
