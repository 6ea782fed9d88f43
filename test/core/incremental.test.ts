// Incremental equals cold: after any sequence of edits to a program of several files, the findings of a
// program whose facts were kept are those of a fresh analysis of the final texts, in whatever order the
// files come.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../src/core/analyze';
import type { FileFacts } from '../../src/core/facts';
import type { Finding } from '../../src/core/findings';
import { createKnowledge } from '../../src/core/knowledgeIndex';
import type { ProjectPort } from '../../src/core/project';
import { defaultSettings } from '../../src/core/settings';
import { tables } from '../../src/knowledge';
import { javascript } from '../../src/languages/javascript';
import { Program } from '../../src/server/program';
import { projectWith } from '../analysis';
import { type Edit, edits, GeneratedProgram, growth } from './generatedProgram';

const knowledge = createKnowledge(tables);
const project = projectWith({ '/package.json': '{ "scripts": { "start": "node a.js" }, "bin": "b.js" }' });

function analyzer(files: readonly FileFacts[], port: ProjectPort): readonly Finding[] {
  return analyze(files, { knowledge, settings: defaultSettings, project: port }).findings;
}

/** The findings of texts that nobody has seen before. */
function fresh(texts: ReadonlyMap<string, string>): readonly Finding[] {
  return analyzer(
    [...texts].map(([path, text]) => javascript.extract(path, text)),
    project,
  );
}

/** Findings as a set: a text for each, sorted. */
function asSet(findings: Iterable<Finding>): string[] {
  return [...findings].map((finding) => JSON.stringify(finding)).sort();
}

/** A program of which only changed files are extracted again. */
class KeptProgram {
  readonly #program = new Program((path, error) => assert.fail(`${path}: ${String(error)}`));
  #texts: ReadonlyMap<string, string> = new Map();
  #version = 0;

  update(texts: ReadonlyMap<string, string>): void {
    for (const path of this.#texts.keys()) if (!texts.has(path)) this.#program.delete(path);
    for (const [path, text] of texts) {
      if (this.#texts.get(path) !== text) this.#program.set(path, ++this.#version, javascript.extract(path, text));
    }
    this.#texts = texts;
  }

  findings(): Finding[] {
    return [...this.#program.findings(analyzer, project).values()].flat();
  }
}

describe('the findings of a program', () => {
  const seen = { acrossFiles: 0, severities: new Set<string>() };
  const count = (findings: readonly Finding[]): void => {
    for (const { path, severity } of findings) {
      seen.severities.add(severity);
      if (path[0]?.file !== path.at(-1)?.file) seen.acrossFiles++;
    }
  };

  it('are after any edits those of a fresh analysis', () => {
    fc.assert(
      fc.property(growth(40), edits(12), (start, sequence) => {
        const program = new GeneratedProgram();
        const kept = new KeptProgram();
        start.forEach((edit) => program.apply(edit));
        kept.update(program.texts());
        for (const edit of sequence) {
          program.apply(edit);
          const texts = program.texts();
          kept.update(texts);
          const expected = fresh(texts);
          count(expected);
          assert.deepEqual(asSet(kept.findings()), asSet(expected), shown(edit, texts));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('do not depend on the order of its files', () => {
    fc.assert(
      fc.property(growth(60), edits(10), fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (start, sequence, order) => {
        const program = new GeneratedProgram();
        [...start, ...sequence].forEach((edit) => program.apply(edit));
        const texts = program.texts();
        const shuffled = new Map(
          [...texts]
            .map((entry, i) => ({ entry, key: order[i] ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ entry }) => entry),
        );
        assert.deepEqual(asSet(fresh(shuffled)), asSet(fresh(texts)), shown(undefined, texts));
      }),
      { numRuns: 100 },
    );
  });

  it('do not depend on it where there are more targets than are followed', () => {
    const names = Array.from({ length: 12 }, (_, i) => `job${i}`);
    const jobs = names.map((name): [string, string] => [
      `/${name}.ts`,
      `import fs from 'fs'; import { Job, load } from './base'; export class ${name} extends Job { run() { fs.readFileSync('${name}'); load(); } }`,
    ]);
    const base = `import fs from 'fs'; export class Job { run() {} } export const load = () => fs.readFileSync('shared');`;
    const main = `import { Job } from './base'; export async function work(job: Job) { job.run(); }`;
    const texts = new Map([['/base.ts', base], ['/main.ts', main], ...jobs]);
    const found = asSet(fresh(texts));
    assert.ok(found.length > 4);
    assert.deepEqual(asSet(fresh(new Map([...texts].reverse()))), found);
  });

  it('were of all severities, and crossed files', () => {
    assert.deepEqual([...seen.severities].sort(), ['hint', 'information', 'warning']);
    assert.ok(seen.acrossFiles > 100, `${seen.acrossFiles} findings crossed files`);
  });
});

function shown(edit: Edit | undefined, texts: ReadonlyMap<string, string>): string {
  return [JSON.stringify(edit), ...[...texts].map(([path, text]) => `--- ${path}\n${text}`)].join('\n');
}
