// A rule's page is true: its programs give exactly the findings that are marked in them, the good ones
// give none, and it has all the parts that a reader looks for.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRuleId, rules } from '../../src/core/rules';
import { tables } from '../../src/knowledge';
import { analyzeText, startPython } from '../analysis';
import { asExpectations, expectationsIn, type Expectation } from '../annotated';

const folder = join(__dirname, '../../media/rules');
const pages = readdirSync(folder).map((file) => ({ rule: file.replace(/\.md$/, ''), text: readFileSync(join(folder, file), 'utf8') }));

describe('rule pages', () => {
  before(startPython);

  for (const { rule, text } of pages) {
    describe(rule, () => {
      it('has programs that say what is found in them', () => {
        for (const program of programsIn(text)) assert.deepEqual(found(program), expectationsIn(program.text));
      });

      it('finds its rule, and no other, in what is bad', () => {
        const bad = programsIn(section(text, 'Bad')).flatMap(found);
        assert.deepEqual([...new Set(bad.map((one) => one.rule))], [rule]);
      });

      it('finds nothing in what is good', () => {
        const good = programsIn(section(text, 'Good'));
        assert.ok(good.length > 0);
        assert.deepEqual(good.flatMap(found), []);
      });

      it('has its parts', () => {
        assert.ok(isRuleId(rule), rule);
        assert.ok(text.startsWith(`# ${rules[rule]} (\`${rule}\`)\n\n`), rule);
        assert.deepEqual(
          ['## Bad', '## Good', '## How to fix'].filter((part) => !text.includes(`\n${part}\n`)),
          [],
        );
        assert.match(
          text,
          rule === 'unused-suppression'
            ? /"unused-suppression": "off"/
            : new RegExp(`loopsight-ignore-next-line ${rule} -- .|# loopsight: ignore\\[${rule}\\] .`),
        );
        assert.doesNotMatch(text, /\]\((?!https:\/\/)/, 'opens offline, so it links to nothing beside it');
      });
    });
  }

  it('there is one for every rule that a row of knowledge uses', () => {
    const used = new Set<string>([...tables.blocking.map(({ rule }) => rule), 'unused-suppression']);
    assert.deepEqual(pages.map(({ rule }) => rule).sort(), [...used].sort());
  });
});

function section(page: string, heading: string): string {
  return page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
}

interface Program {
  readonly text: string;
  readonly path: string;
}

/** The fenced programs; a comment alone, which shows how to suppress, is none. */
function programsIn(text: string): readonly Program[] {
  const fenced = [...text.matchAll(/^```(js|ts|python)\n(.*?)^```/gms)].map(([, language, program = '']) => ({
    text: program,
    path: language === 'python' ? '/src/example.py' : '/src/example.ts',
  }));
  return fenced.filter((program) => !/^(?:\/\/|#).*\n$/.test(program.text));
}

function found({ text, path }: Program): readonly Expectation[] {
  return asExpectations(analyzeText(text, path));
}
