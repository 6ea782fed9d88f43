// Every row about Python finds what it should and nothing else: a program made from it gives exactly its
// rule under the callee; one that only looks like it, or that takes the row's way out, gives nothing.

import assert from 'node:assert/strict';
import type { Finding } from '../../src/core/findings';
import type { BlockingRow } from '../../src/core/knowledge';
import { python } from '../../src/knowledge/python';
import { analyzeTexts, startPython } from '../analysis';
import { awaitedSnippet, lookalike, parsePath, snippet } from './pythonSnippets';

type Made = ReadonlyMap<BlockingRow, string>;

describe('every row of knowledge about Python', function () {
  this.timeout(60_000);
  before(startPython);

  it('is found, under its callee, in a program that uses it', () => {
    const wrong = analyzed(made((row, index) => snippet(row, row.example ?? '', index).text)).flatMap(({ row, text, findings }) => {
      const { callee } = snippet(row, row.example ?? '', python.blocking.indexOf(row));
      const lines = findings.filter(isAbout(row)).map((one) => describeFinding(one, text));
      return sameList(lines, [`${row.rule} ${callee}`]) ? [] : [{ api: row.api, lines, text }];
    });
    assert.deepEqual(wrong, []);
  });

  it('is as severe as its cost and its rule say', () => {
    const found = analyzed(made((row, index) => snippet(row, row.example ?? '', index).text)).flatMap(({ findings }) => findings);
    const odd = found.filter(({ severity, cost, rule }) => severity !== expected(cost.class, rule));
    assert.deepEqual(odd, []);
  });

  it('is not found where the call is awaited', () => {
    silent(made((row, index) => awaitedSnippet(row.api, row.example ?? '', index)));
  });

  it('is not found in what only has its name', () => {
    silent(made((row) => lookalike(row.api, row.example ?? '')));
  });

  it('is not found with arguments that do no harm', () => {
    silent(made((row, index) => (row.harmless === undefined ? undefined : snippet(row, row.harmless, index).text)));
  });

  it('is not found in its way out', () => {
    silent(made(({ remedy }, index) => (remedy.kind === 'async' ? awaitedSnippet(remedy.api, '', index) : undefined)));
  });
});

describe('rows about Python', () => {
  it('say of what computes whether it holds the interpreter', () => {
    const computing = new Set(['cpu-call', 'sync-crypto', 'sync-compression']);
    const silentOnes = python.blocking.filter(({ rule, gil }) => computing.has(rule) && gil === undefined);
    assert.deepEqual(
      silentOnes.map(({ api }) => api),
      [],
    );
  });

  it('send nothing to a thread that holds the interpreter as it computes', () => {
    const futile = python.blocking.filter(({ gil, remedy }) => gil === 'held' && remedy.kind === 'thread');
    assert.deepEqual(
      futile.map(({ api }) => api),
      [],
    );
  });

  it('name one instance at most in a path', () => {
    const { blocking, returns, aliases, inherits } = python;
    const paths = [...blocking, ...returns, ...aliases].map(({ api }) => api);
    const others = [
      ...returns.map(({ type }) => type),
      ...aliases.map(({ of }) => of),
      ...inherits.flatMap(({ type, base }) => [type, base]),
    ];
    assert.deepEqual(
      [...paths, ...others].filter((path) => !/^py:[\w.]+(?:#[\w.*]*)?(?::read)?$/.test(path)),
      [],
    );
  });

  it('take a path apart at its module', () => {
    assert.deepEqual(parsePath('py:os.path.exists'), { module: 'os.path', names: ['exists'], member: undefined });
    assert.deepEqual(parsePath('py:pathlib.Path#read_text'), { module: 'pathlib', names: ['Path'], member: 'read_text' });
    assert.deepEqual(parsePath('py:builtins.open'), { module: '', names: ['open'], member: undefined });
  });
});

function made(make: (row: BlockingRow, index: number) => string | undefined): Made {
  const texts = python.blocking.map((row, index) => [row, make(row, index)] as const);
  return new Map(texts.filter((pair): pair is readonly [BlockingRow, string] => pair[1] !== undefined));
}

/** All the programs side by side, each a file of its own. */
function analyzed(programs: Made): readonly { readonly row: BlockingRow; readonly text: string; readonly findings: readonly Finding[] }[] {
  const files = [...programs].map(([row, text], index) => ({ row, text, file: `/src/program_${index}.py` }));
  const all = analyzeTexts(Object.fromEntries(files.map(({ file, text }) => [file, text])));
  const findings = new Map<string, Finding[]>();
  for (const finding of all) findings.set(finding.file, [...(findings.get(finding.file) ?? []), finding]);
  return files.map(({ row, text, file }) => ({ row, text, findings: findings.get(file) ?? [] }));
}

function silent(programs: Made): void {
  const loud = analyzed(programs).filter(({ findings }) => findings.length > 0);
  assert.deepEqual(
    loud.map(({ row, text }) => ({ api: row.api, text })),
    [],
  );
}

/** A `with` block enters and leaves: rows about the one are no matter of the other's. */
function isAbout({ api }: BlockingRow): (finding: Finding) => boolean {
  const isBlock = /#__(?:enter|exit)__$/.test(api);
  return (finding) => !isBlock || finding.api === api;
}

function expected(cost: string, rule: string): string {
  if (cost === 'tiny') return 'information';
  return rule === 'loop-deadlock' ? 'error' : 'warning';
}

function describeFinding({ rule, range: { start, end } }: Finding, text: string): string {
  return `${rule} ${text.split('\n')[start.line - 1]?.slice(start.column - 1, end.column - 1)}`;
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
