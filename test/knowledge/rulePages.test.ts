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
        const bad = programsIn(sections(text, 'Bad')).map(found);
        assert.ok(bad.every((findings) => findings.length > 0));
        assert.deepEqual([...new Set(bad.flat().map((one) => one.rule))], [rule]);
      });

      it('finds nothing in what is good', () => {
        const good = programsIn(sections(text, 'Good'));
        assert.ok(good.length > 0);
        assert.deepEqual(good.flatMap(found), []);
      });

      it('speaks of every language that has the rule', () => {
        for (const part of ['Bad', 'Good'])
          assert.deepEqual(
            languagesOf(programsIn(sections(text, part))),
            rule === 'unused-suppression' ? languages : languagesThatHave(rule),
          );
      });

      it('shows what is worth a warning in Python', () => {
        const bad = programsIn(sections(text, 'Bad')).filter(({ language }) => language === 'python');
        const mild = bad.filter((program) => !found(program).some(({ severity }) => severity === 'warning' || severity === 'error'));
        assert.deepEqual(rule === 'unused-suppression' ? [] : mild, []);
      });

      it('has its parts', () => {
        assert.ok(isRuleId(rule), rule);
        assert.ok(text.startsWith(`# ${rules[rule]} (\`${rule}\`)\n\n`), rule);
        assert.deepEqual(
          partsOf(rule).filter((part) => !text.includes(`\n${part}\n`)),
          [],
        );
        for (const how of suppressions(rule)) assert.match(text, how);
        assert.doesNotMatch(text, /\]\((?!https:\/\/)/, 'opens offline, so it links to nothing beside it');
      });
    });
  }

  it('there is one for every rule that can be reported', () => {
    const used = new Set<string>([...tables.blocking.map(({ rule }) => rule), ...computed, 'unused-suppression']);
    assert.deepEqual(pages.map(({ rule }) => rule).sort(), [...used].sort());
  });
});

/** All parts of a page that have this heading: each language may have its own. */
function sections(page: string, heading: string): string {
  const parts = page.split(/^##+ (?=[A-Z])/m).filter((part) => part.startsWith(`${heading}\n`));
  return parts.join('');
}

const languages = ['javascript', 'python'];
/** Rules that no row of knowledge tells by the name of what is called. */
const computed: readonly string[] = ['slow-regex'];

function languagesThatHave(rule: string): readonly string[] {
  if (computed.includes(rule)) return languages;
  const rows = tables.blocking.filter((row) => row.rule === rule);
  return languages.filter((language) => rows.some(({ api }) => api.startsWith('py:') === (language === 'python')));
}

function languagesOf(programs: readonly Program[]): readonly string[] {
  return [...new Set(programs.map(({ language }) => language))].sort();
}

/** Where there are two languages, Python has parts of its own. */
function partsOf(rule: string): readonly string[] {
  const parts = ['## Bad', '## Good', '## How to fix'];
  return languagesThatHave(rule).length < 2 ? parts : [...parts, '## In Python', ...parts.map((part) => `#${part}`)];
}

/** How a page shows to silence its rule, in every language that has it. */
function suppressions(rule: string): readonly RegExp[] {
  if (rule === 'unused-suppression') return [/"unused-suppression": "off"/];
  const hows = { javascript: `// loopsight-ignore-next-line ${rule} -- .`, python: `# loopsight: ignore\\[${rule}\\] .` };
  return Object.entries(hows).flatMap(([language, how]) => (languagesThatHave(rule).includes(language) ? [new RegExp(how)] : []));
}

interface Program {
  readonly language: string;
  readonly text: string;
  readonly path: string;
}

/** The fenced programs; a comment alone, which shows how to suppress, is none. */
function programsIn(text: string): readonly Program[] {
  const fenced = [...text.matchAll(/^```(js|ts|python)\n(.*?)^```/gms)].map(([, language, program = '']) => ({
    language: language === 'python' ? 'python' : 'javascript',
    text: program,
    path: language === 'python' ? '/src/example.py' : '/src/example.ts',
  }));
  return fenced.filter((program) => !/^(?:\/\/|#).*\n$/.test(program.text));
}

function found({ text, path }: Program): readonly Expectation[] {
  return asExpectations(analyzeText(text, path));
}
