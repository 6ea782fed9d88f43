// Every row about functions that the outside calls has its effect: a program made from the row runs that
// function on the loop, or at startup, as the row says; and one that lacks what the row asks for does not.

import assert from 'node:assert/strict';
import picomatch from 'picomatch';
import ts from 'typescript';
import type { RootExportRow, RootRow } from '../../src/core/knowledge';
import { tables } from '../../src/knowledge';
import { handlerProperties } from '../../src/knowledge/callbackShapes';
import { analyzeTexts, projectWith } from '../analysis';

const expected: Readonly<Record<RootRow['when'], string>> = { event: 'warning', startup: 'information', elsewhere: '' };
const body = `{ return files.readFileSync('a'); }`;

describe('every row about functions that the outside calls', () => {
  for (const row of tables.roots.filter(({ api }) => !api.startsWith('py:'))) {
    it(`${row.by} ${row.api}`, () => {
      assert.equal(severities({ '/a.ts': programFor(row, row.api) }), expected[row.when]);
      assert.equal(severities({ '/a.ts': programFor(row, row.api.replace(/^[^.]*/, './own')) }), '');
    });
  }
});

describe('every row about exports', () => {
  for (const row of tables.rootExports.filter(({ files }) => !isPython(files))) {
    for (const name of row.exports) {
      it(`${row.files.join(' ')}: ${name}`, () => {
        const file = sample(row.files[0] ?? '');
        assert.ok(picomatch([...row.files])(file.slice(1)), file);
        const program = exporting(name);
        assert.equal(severities({ [file]: program, ...evidence(row) }), expected[row.when]);
        assert.equal(severities({ [file]: program }), '');
        assert.equal(severities({ [file]: exporting('other'), ...evidence(row) }), '');
      });
    }
  }
});

describe('properties that are called for an event', () => {
  it('are known to the page', () => {
    const file = ts.sys.readFile(require.resolve('typescript/lib/lib.dom.d.ts')) ?? '';
    assert.deepEqual(
      handlerProperties.filter((name) => !new RegExp(`\\b${name}: `).test(file)),
      [],
    );
  });
});

function isPython(files: readonly string[]): boolean {
  return files.every((glob) => glob.endsWith('.py'));
}

function programFor({ by }: RootRow, api: string): string {
  const [path = '', member = ''] = api.split('#');
  const [module = '', ...names] = path.startsWith('./own') ? ['./own', ...path.slice('./own.'.length).split('.')] : splitModule(path);
  const name = names.join('.');
  const head = module === 'global' ? '' : `import { ${names[0] ?? ''} } from '${module}';\n`;
  const imports = `import * as files from 'node:fs';\n${head}`;
  if (by === 'decorator') return `${imports}export class C {\n  @${name}('x')\n  m() ${body}\n}\n`;
  if (by === 'type') return `${imports}export const f: ${name} = () => ${body};\n`;
  const isDecorator = /^(?:Catch|WebSocketGateway)$/.test(name);
  return isDecorator
    ? `${imports}@${name}()\nexport class C {\n  ${member}() ${body}\n}\n`
    : `${imports}export class C extends ${name} {\n  ${member}() ${body}\n}\n`;
}

/** `@nestjs/common.Get` is `Get` of `@nestjs/common`. */
function splitModule(path: string): string[] {
  const module = /^(?:@[\w-]+\/)?[\w:/-]+/.exec(path)?.[0] ?? path;
  return [module, ...path.slice(module.length + 1).split('.')];
}

function exporting(name: string): string {
  const [first = '', ...rest] = name.split('.');
  const value = rest.reduceRight((inner, key) => `{ ${key === '*' ? 'any' : key}: ${inner} }`, `() => ${body}`);
  const imports = `import * as files from 'node:fs';\n`;
  return first === 'default'
    ? `${imports}export default ${value.startsWith('{') ? value : `function f() ${body}`};\n`
    : `${imports}export const ${first} = ${value};\n`;
}

function evidence({ packages: [name] = [], markers: [marker] = [] }: RootExportRow): Record<string, string> {
  return name === undefined ? { [`/${marker ?? ''}`]: '' } : { '/package.json': JSON.stringify({ dependencies: { [name]: '1.0.0' } }) };
}

/** A path that a glob matches: the last of each list of alternatives, a name for each star. */
function sample(glob: string): string {
  let path = glob.replaceAll('**/', 'any/').replaceAll('*', 'any');
  while (path.includes('{')) path = path.replace(/\{([^{}]*)\}/, (_, options: string) => options.split(',').at(-1) ?? '');
  return `/${path}`;
}

function severities(texts: Readonly<Record<string, string>>): string {
  const sources = Object.fromEntries(Object.entries(texts).filter(([file]) => /\.[cm]?[jt]sx?$/.test(file)));
  const found = analyzeTexts(sources, { project: projectWith(texts) });
  return [...new Set(found.filter(({ api }) => api === 'node:fs.readFileSync').map(({ severity }) => severity))].join(' ');
}
