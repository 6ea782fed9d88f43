// Every row of Python about who calls functions has its effect: a program made from the row runs that function
// where the row says, and the same program with names of its own does not.

import assert from 'node:assert/strict';
import picomatch from 'picomatch';
import type { CallbackRow, RootExportRow, RootRow } from '../../src/core/knowledge';
import { tables } from '../../src/knowledge';
import { analyzeTexts, projectWith, startPython } from '../analysis';

const blocks = 'time.sleep(1)';

interface Access {
  /** Lines at the top of the module. */
  readonly head: string;
  /** What the row is about, as the program writes it. */
  readonly callee: string;
}

describe('every row of Python about callbacks', () => {
  before(startPython);
  for (const row of ofPython(tables.callbacks)) {
    it(`${row.api}: ${row.timing}`, () => {
      const { head, callee } = accessTo(row.api);
      const use = `${callee}(${argumentsFor(row)})`;
      const top = `${head}\ndef work(*args):\n    ${blocks}\n\n`;
      const found = [`${top}def register():\n    ${use}\n`, `${top}${use}\n`].map((program) => severities({ '/a.py': program }));
      assert.deepEqual(found, expectedOf(row));
    });
  }
});

describe('every row of Python about functions that the outside calls', () => {
  before(startPython);
  for (const row of ofPython(tables.roots)) {
    it(`${row.by} ${row.api}`, () => {
      assert.equal(severities({ '/a.py': rootProgram(row, row.api) }), severityOf[row.plain ?? row.when]);
      assert.equal(severities({ '/a.py': rootProgram(row, row.api.replace(/^py:[\w]+/, 'py:own_package')) }), '');
    });
  }
});

describe('every row of Python about names that are looked for in files', () => {
  before(startPython);
  for (const row of tables.rootExports.filter(({ files }) => files.every((glob) => glob.endsWith('.py')))) {
    for (const name of row.exports) {
      it(`${row.files.join(' ')}: ${name}`, () => {
        const file = sample(row.files[0] ?? '');
        assert.ok(picomatch([...row.files])(file.slice(1)), file);
        assert.equal(severities({ [file]: exporting(row, name) }), asyncSeverityOf[row.when]);
        assert.equal(severities({ [file]: exporting(row, 'other_name') }), 'warning');
      });
    }
  }
});

describe('every row of Python about serving', () => {
  before(startPython);
  for (const { api, byPlain } of ofPython(tables.serving)) {
    it(api, () => {
      const { head, callee } = accessTo(api);
      if (byPlain) {
        const started = (use: string): string => `${head}\ndef start():\n    ${use}\n\nasync def work():\n    ${blocks}\n`;
        assert.equal(severities({ '/a.py': started(`${callee}(work())`) }), 'information');
        assert.equal(severities({ '/a.py': started('pass') }), 'warning');
        return;
      }
      const program = (use: string): string =>
        `${head}\nasync def main():\n    ${blocks}\n    ${use}\n    await something()\n    ${blocks}\n\nasyncio.run(main())\n`;
      assert.equal(severities({ '/a.py': program(`${callee}()`) }), 'information warning');
      assert.equal(severities({ '/a.py': program('pass') }), 'information information');
    });
  }
});

function ofPython<Row extends { readonly api: string }>(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ api }) => api.startsWith('py:'));
}

const severityOf: Readonly<Record<RootRow['when'], string>> = { event: 'warning', startup: 'information', elsewhere: '' };
/** An async function that is called elsewhere still runs on some loop if nobody says more. */
const asyncSeverityOf: Readonly<Record<RootRow['when'], string>> = { event: 'warning', startup: 'information', elsewhere: '' };

/** What a blocking callback gives, registered by a function that nobody calls and at the top level. */
const expected: Readonly<Record<CallbackRow['timing'], readonly [string, string]>> = {
  event: ['warning', 'warning'],
  continuation: ['warning', 'information'],
  startup: ['information', 'information'],
  now: ['', 'information'],
  elsewhere: ['', ''],
};

function expectedOf({ args, keywords, plain, timing }: CallbackRow): readonly [string, string] {
  return args?.length === 0 && keywords?.length === 0 ? expected.elsewhere : expected[plain ?? timing];
}

function argumentsFor({ args = [], keywords = [] }: CallbackRow): string {
  const [position] = args;
  if (position === undefined && keywords[0] !== undefined) return `${keywords[0]}=work`;
  return [...Array.from({ length: position ?? 0 }, (_, index) => `"${index}"`), 'work'].join(', ');
}

/** `py:a.b.C#d.e` is `thing.d.e` of a parameter that is annotated as `C`. */
function accessTo(api: string): Access {
  const [owner = '', member] = api.slice('py:'.length).split('#');
  const imports = 'import asyncio\nimport time';
  if (member === undefined)
    return owner.startsWith('builtins.') ? { head: imports, callee: owner.slice('builtins.'.length) } : named(owner, imports);
  const { head, callee } = named(owner, imports);
  const thing = `${head}\nthing: ${callee} = make()`;
  return { head: thing, callee: member === '' ? 'thing' : `thing.${member.replace('*', 'anything')}` };
}

/** Imported in one of the ways in which Python does so. */
function named(path: string, imports: string): Access {
  const parts = path.split('.');
  const name = parts.at(-1) ?? '';
  const module = parts.slice(0, -1).join('.');
  if (path.length % 2 === 0 && /^[A-Z]/.test(parts.at(-2) ?? '') === false)
    return { head: `${imports}\nfrom ${module} import ${name} as renamed`, callee: 'renamed' };
  return { head: `${imports}\nimport ${moduleOf(parts)}`, callee: path };
}

/** The names before the first class. */
function moduleOf(parts: readonly string[]): string {
  const last = parts.findIndex((part) => /^[A-Z]/.test(part));
  return parts.slice(0, last < 0 ? -1 : last).join('.') || (parts[0] ?? '');
}

function rootProgram(row: RootRow, api: string): string {
  const [owner = '', member = ''] = api.slice('py:'.length).split('#');
  const { head, callee } = row.by === 'member' ? named(owner, 'import time') : accessTo(api);
  const name = member.replace('*', 'anything');
  if (row.by === 'member') return `${head}\n\nclass Own(${callee}):\n    def ${name}(self, *args):\n        ${blocks}\n`;
  return `${head}\n\n@${callee}("x")\ndef work(*args):\n    ${blocks}\n`;
}

function exporting({ packages: [name = ''] = [] }: RootExportRow, exported: string): string {
  return `import time\nimport ${name}\n\nasync def ${exported}(*args):\n    ${blocks}\n`;
}

/** A path that a glob matches: the last of each list of alternatives, a name for each star. */
function sample(glob: string): string {
  let path = glob.replaceAll('**/', 'any/').replaceAll('*', 'any');
  while (path.includes('{')) path = path.replace(/\{([^{}]*)\}/, (_, options: string) => options.split(',').at(-1) ?? '');
  return `/${path}`;
}

function severities(texts: Readonly<Record<string, string>>): string {
  const found = analyzeTexts(texts, { project: projectWith(texts) }).filter(({ api }) => api === 'py:time.sleep');
  return found.map(({ severity }) => severity).join(' ');
}
