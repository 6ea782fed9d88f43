// What a module specifier names, one line a case. Fixtures show the same in whole programs.

import assert from 'node:assert/strict';
import { createModules, type Modules } from '../../src/core/link/modules';
import { createProgram, type ProgramFile } from '../../src/core/link/program';
import { javascript } from '../../src/languages/javascript';
import { projectWith } from '../analysis';

interface Project {
  readonly modules: Modules;
  /** The path of what `specifier` names in the file at `from`. */
  readonly named: (from: string, specifier: string) => string | undefined;
}

/** A project of empty sources and of configuration files with a text. */
function project(sources: readonly string[], configs: Readonly<Record<string, string>> = {}): Project {
  const program = createProgram(
    sources.map((path) => javascript.extract(path, '')),
    { mattersByUse: () => false },
  );
  const modules = createModules(program, projectWith(configs));
  const at = (path: string): ProgramFile => program.files.find(({ facts }) => facts.path === path) ?? assert.fail(path);
  return { modules, named: (from, specifier) => modules.resolve(at(from), specifier)?.facts.path };
}

describe('module specifiers', () => {
  it('name files by paths with and without extension, and folders', () => {
    const { named } = project(['/src/a.js', '/src/b.ts', '/src/b.js', '/src/c/index.tsx', '/src/c.mts', '/src/d.cjs', '/index.js']);
    const cases: readonly (readonly [string, string | undefined])[] = [
      ['./a', '/src/a.js'],
      ['./a.js', '/src/a.js'],
      ['./b', '/src/b.ts'],
      ['./b.js', '/src/b.js'],
      ['./c', '/src/c.mts'],
      ['./c/', '/src/c/index.tsx'],
      ['./c.mjs', '/src/c.mts'],
      ['./d', '/src/d.cjs'],
      ['.', undefined],
      ['..', '/index.js'],
      ['../', '/index.js'],
      ['../src/../src/a', '/src/a.js'],
      ['../../../../a', undefined],
      ['./missing', undefined],
      ['a', undefined],
      ['', undefined],
      ['/', undefined],
      ['#a', undefined],
      ['@', undefined],
    ];
    for (const [specifier, expected] of cases) assert.equal(named('/src/a.js', specifier), expected, specifier);
  });

  it('follow the paths of the nearest tsconfig.json or jsconfig.json, and what it extends', () => {
    const { named } = project(
      ['/src/a.ts', '/src/lib/b.ts', '/src/exact.ts', '/web/a.js', '/web/src/c.js', '/deep/a.ts', '/deep/lib/b.ts'],
      {
        '/tsconfig.json': `{ "extends": ["./tsconfig.base"] /* a comment */, }`,
        '/tsconfig.base.json': `{ "compilerOptions": { "paths": { "~/*": ["./src/*"], "exact": ["./src/exact"], "lib/*": ["./nowhere/*", "./src/lib/*"] } } }`,
        '/web/jsconfig.json': `{ "compilerOptions": { "baseUrl": "src" } }`,
        '/deep/tsconfig.json': `{ "compilerOptions": { "baseUrl": ".", "paths": { "~/*": ["lib/*"] } }, "extends": "../tsconfig.json" }`,
      },
    );
    assert.equal(named('/src/a.ts', '~/lib/b'), '/src/lib/b.ts');
    assert.equal(named('/src/lib/b.ts', 'exact'), '/src/exact.ts');
    assert.equal(named('/src/a.ts', 'exact/more'), undefined);
    assert.equal(named('/src/a.ts', 'lib/b.js'), '/src/lib/b.ts');
    assert.equal(named('/src/a.ts', 'src/a'), undefined);
    assert.equal(named('/web/a.js', 'c'), '/web/src/c.js');
    assert.equal(named('/deep/a.ts', '~/b'), '/deep/lib/b.ts');
  });

  it('name packages of the same workspace', () => {
    const sources = [
      '/a/src/index.ts',
      '/a/src/deep.ts',
      '/b/lib/node.js',
      '/b/lib/feature/x.js',
      '/b/lib/inner.js',
      '/c/index.js',
      '/d/main/index.js',
    ];
    const { named } = project(sources, {
      '/a/package.json': `{ "name": "@scope/a", "main": "./dist/index.js" }`,
      '/b/package.json': `{ "name": "b", "exports": { ".": { "browser": "./lib/web.js", "default": { "node": "./lib/node.js" } }, "./x/*": "./lib/feature/*.js" }, "imports": { "#inner": { "default": "./lib/inner.js" } } }`,
      '/c/package.json': `{ "name": "c" }`,
      '/d/package.json': `{ "name": "d", "main": "main" }`,
    });
    assert.equal(named('/c/index.js', '@scope/a'), '/a/src/index.ts');
    assert.equal(named('/c/index.js', '@scope/a/dist/deep'), '/a/src/deep.ts');
    assert.equal(named('/c/index.js', 'b'), '/b/lib/node.js');
    assert.equal(named('/c/index.js', 'b/x/x'), '/b/lib/feature/x.js');
    assert.equal(named('/b/lib/node.js', '#inner'), '/b/lib/inner.js');
    assert.equal(named('/b/lib/node.js', '#outer'), undefined);
    assert.equal(named('/b/lib/node.js', 'c'), '/c/index.js');
    assert.equal(named('/c/index.js', 'd'), '/d/main/index.js');
    assert.equal(named('/c/index.js', '@scope'), undefined);
  });

  it('survive configuration of any kind', () => {
    const texts = [
      '',
      '{',
      '[]',
      'null',
      '1',
      '{"name":1,"exports":[1,{"a":[]}],"main":{},"imports":[]}',
      '{"main":""}',
      '{"main":"src","module":".."}',
      '{"compilerOptions":1}',
      '{"extends":"./tsconfig"}',
    ];
    const more = [
      '{"compilerOptions":{"paths":{"*":"x","a":[1]},"baseUrl":2}}',
      '{"extends":["./tsconfig.json",1],"references":[1,{"path":"."}]}',
    ];
    for (const text of [...texts, ...more]) {
      const { named } = project(['/src/a.js'], { '/package.json': text, '/tsconfig.json': text, '/src/package.json': text });
      for (const specifier of ['a', '#a', './a', '.', '1']) assert.doesNotThrow(() => named('/src/a.js', specifier));
    }
  });

  it('name what a program is told to run', () => {
    const { modules } = project(['/src/server.ts', '/bin/tool.js', '/lib/index.js']);
    assert.equal(modules.at('', 'dist/server.js')?.facts.path, '/src/server.ts');
    assert.equal(modules.at('', './bin/tool')?.facts.path, '/bin/tool.js');
    assert.equal(modules.at('/lib', '.')?.facts.path, '/lib/index.js');
    assert.equal(modules.at('/lib', 'tool.js'), undefined);
  });
});
