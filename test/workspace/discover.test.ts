import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { discover, type DiscoverOptions } from '../../src/workspace/discover';
import { exclusion } from '../../src/workspace/exclude';
import { pathWithin } from '../../src/workspace/paths';
import { temporaryFolder, type TemporaryFolder } from './temporary';

type Files = Readonly<Record<string, string | Uint8Array>>;

describe('discovery', () => {
  let folder: TemporaryFolder;
  afterEach(() => {
    folder.remove();
  });

  /** Fills a folder, and says what is found in it, or in parts of it. */
  async function found(files: Files, starts: readonly string[] = [''], options: DiscoverOptions = {}): Promise<string[]> {
    folder = temporaryFolder(files);
    return foundIn(folder, starts, options);
  }

  describe('by name', () => {
    it('takes JavaScript, TypeScript and Python, and no declarations', async () => {
      const names = ['a.js', 'b.mjs', 'c.cjs', 'd.jsx', 'e.ts', 'f.mts', 'g.cts', 'h.tsx', 'm.py', 'o.pyi'];
      const others = ['i.d.ts', 'j.d.mts', 'k.d.css.ts', 'l.json', 'n.jsm', 'README.md', 'o.ts.map'];
      assert.deepEqual(await found(emptyFiles([...names, ...others])), names);
    });

    it('takes a program without an extension by its first line', async () => {
      const files = { 'bin/serve': '#!/usr/bin/env node\nmain();', 'bin/other': '#!/bin/sh\n', LICENSE: 'node', 'bin/empty': '' };
      assert.deepEqual(await found(files), ['bin/serve']);
    });

    it('skips what is minified by its name', async () => {
      assert.deepEqual(await found(emptyFiles(['a.min.js', 'b-min.js', 'admin.js', '.pnp.cjs'])), ['admin.js']);
    });

    it('skips dependencies, virtual environments and the folders of tools, at any depth', async () => {
      const skipped = [
        'node_modules/a/a.js',
        'x/node_modules/b.js',
        'env/lib/c.js',
        '.git/hooks/d.js',
        'x/.next/e.js',
        'bower_components/f.js',
      ];
      assert.deepEqual(await found({ ...emptyFiles([...skipped, 'x/g.js', '.github/h.js']), 'env/pyvenv.cfg': '' }), [
        '.github/h.js',
        'x/g.js',
      ]);
    });

    it('sorts, whatever the order of the paths, and takes nothing twice', async () => {
      assert.deepEqual(await found(emptyFiles(['b/a.js', 'a.js', 'b.js']), ['b.js', 'b', '', 'b']), ['a.js', 'b.js', 'b/a.js']);
    });
  });

  describe('of build output', () => {
    it('skips it beside its source', async () => {
      const files = emptyFiles(['package.json', 'src/a.ts', 'dist/a.js', 'build/b.js', 'out/c.js', 'coverage/d.js', 'lib/e.js']);
      assert.deepEqual(await found(files), ['lib/e.js', 'src/a.ts']);
    });

    it('keeps the only code of a published package', async () => {
      assert.deepEqual(await found(emptyFiles(['package.json', 'dist/a.js', 'README.md'])), ['dist/a.js']);
      folder.remove();
      assert.deepEqual(await found(emptyFiles(['package.json', 'dist/a.js', 'src/types.d.ts', 'src/style.css'])), ['dist/a.js']);
    });

    it('keeps what package.json starts, beside a folder that may be anything', async () => {
      const files = emptyFiles(['dist/a.js', 'lib/b.js']);
      assert.deepEqual(await found({ ...files, 'package.json': '{"main":"./dist/a.js"}' }), ['dist/a.js', 'lib/b.js']);
      folder.remove();
      assert.deepEqual(await found({ ...files, 'package.json': '{"main":"./lib/b.js"}' }), ['lib/b.js']);
    });

    it('keeps a folder that is only called so', async () => {
      assert.deepEqual(await found(emptyFiles(['package.json', 'src/build/a.js', 'src/dist/b.js'])), ['src/build/a.js', 'src/dist/b.js']);
    });

    it('keeps scripts of a build beside a lib', async () => {
      assert.deepEqual(await found(emptyFiles(['package.json', 'build/a.js', 'lib/b.js'])), ['build/a.js', 'lib/b.js']);
    });

    it('skips what tsconfig.json compiles into', async () => {
      const files = {
        ...emptyFiles(['src/a.ts', 'compiled/a.js']),
        'tsconfig.json': '{ /* c */ "compilerOptions": { "outDir": "./compiled" } }',
      };
      assert.deepEqual(await found(files), ['src/a.ts']);
      folder.remove();
      assert.deepEqual(await found({ ...files, 'tsconfig.json': '{\n  // "outDir": "compiled"\n}' }), ['compiled/a.js', 'src/a.ts']);
    });
  });

  describe('of a path that is given', () => {
    const files = emptyFiles([
      'package.json',
      'src/a.ts',
      'dist/b.js',
      'node_modules/c/d.js',
      'node_modules/c/node_modules/e/f.js',
      'g.min.js',
    ]);

    it('analyzes it whatever its name', async () => {
      assert.deepEqual(await found(files, ['node_modules/c']), ['node_modules/c/d.js']);
      assert.deepEqual(await foundIn(folder, ['dist']), ['dist/b.js']);
      assert.deepEqual(await foundIn(folder, ['g.min.js']), ['g.min.js']);
    });

    it('analyzes it though .gitignore names it, but not what is ignored in it', async () => {
      const ignored = { ...emptyFiles(['.git/HEAD', 'tmp/a.js', 'tmp/b.js', 'c.js']), '.gitignore': 'tmp/\n', 'tmp/.gitignore': 'b.js\n' };
      assert.deepEqual(await found(ignored), ['c.js']);
      assert.deepEqual(await foundIn(folder, ['tmp']), ['tmp/a.js']);
      assert.deepEqual(await foundIn(folder, ['tmp/b.js']), ['tmp/b.js']);
    });

    it('says which file was wanted', async () => {
      folder = temporaryFolder(emptyFiles(['a.js', 'b.js']));
      const { files: both } = await discover([folder.path, `${folder.path}/a.js`]);
      assert.deepEqual(
        both.map(({ wanted }) => wanted),
        [true, false],
      );
    });

    it('has a problem if it does not exist', async () => {
      folder = temporaryFolder();
      const { files: none, problems } = await discover([`${folder.path}/none`]);
      assert.deepEqual(
        { none, problems },
        {
          none: [],
          problems: [{ file: `${folder.path}/none`, message: 'The path could not be read: there is no such file or folder.' }],
        },
      );
    });
  });

  describe('with .gitignore', () => {
    it('obeys it at any depth, and the deepest has the last word', async () => {
      const files = {
        ...emptyFiles(['.git/HEAD', 'a.js', 'b.gen.js', 'x/b.gen.js', 'x/c.gen.js', 'x/y/d.js', 'x/y/z/d.js', 'out/e.js', 'x/out/f.js']),
        '.gitignore': '*.gen.js\n/out\n',
        'x/.gitignore': '!c.gen.js\ny/d.js\n',
      };
      assert.deepEqual(await found(files), ['a.js', 'x/c.gen.js', 'x/out/f.js', 'x/y/z/d.js']);
    });

    it('obeys those above the given folder, up to the repository', async () => {
      const files = {
        ...emptyFiles(['r/.git/HEAD', 'r/x/a.js', 'r/x/b.js', 'r/x/c.js']),
        '.gitignore': 'a.js\n',
        'r/.gitignore': 'b.js\n',
        'r/.git/info/exclude': 'c.js\n',
      };
      assert.deepEqual(await found(files, ['r/x']), ['r/x/a.js']);
    });

    it('distinguishes case where the file system does', async () => {
      const files = { ...emptyFiles(['Build/a.js']), '.gitignore': 'build\n' };
      assert.deepEqual(await found(files), process.platform === 'linux' ? ['Build/a.js'] : []);
    });

    for (const version of [2, 4]) {
      it(`keeps what git tracks, by an index of version ${version}`, async () => {
        const kept = ['a.js', 'build/tool.js', 'ignored/kept.js', 'node_modules/own/index.js', 'node_modules/own/lib/deep.js'];
        const skipped = ['ignored/other.js', 'node_modules/own/other.js', 'node_modules/foreign/index.js'];
        folder = temporaryFolder({
          ...emptyFiles([...kept, ...skipped, 'src/x.js', 'package.json']),
          '.gitignore': 'ignored\nnode_modules\n',
        });
        git(folder, 'init', '--quiet');
        git(folder, 'add', '--force', ...kept);
        git(folder, 'update-index', '--index-version', String(version));
        assert.deepEqual(await foundIn(folder), [...kept, 'src/x.js']);
      });
    }

    it('obeys a repository inside the repository', async () => {
      const files = {
        ...emptyFiles(['.git/HEAD', 'inner/.git/HEAD', 'inner/a.js', 'inner/b.js', 'b.js']),
        '.gitignore': 'b.js\n',
        'inner/.gitignore': 'a.js\n',
      };
      assert.deepEqual(await found(files), ['inner/b.js']);
    });

    it('survives a damaged index', async () => {
      const index = Buffer.concat([Buffer.from('DIRC\0\0\0\x02\0\0\xff\xff', 'latin1'), Buffer.alloc(100, 7)]);
      assert.deepEqual(await found({ '.git/index': index, 'a.js': '' }), ['a.js']);
    });
  });

  it('takes folders in node_modules that a workspace names', async () => {
    const files = {
      ...emptyFiles(['node_modules/a/b.js', 'node_modules/c/d.js', 'e.js']),
      'package.json': '{"workspaces":["packages/*","node_modules/a"]}',
    };
    assert.deepEqual(await found(files), ['e.js', 'node_modules/a/b.js']);
  });

  it('leaves out what the settings exclude', async () => {
    folder = temporaryFolder(emptyFiles(['a.js', 'b.gen.js', 'x/b.gen.js', 'x/old/c.js', 'old/d.js', 'y/e.js']));
    const isExcluded = exclusion(folder.path, ['*.gen.js', './x/old/', '/y/**']);
    assert.deepEqual(await foundIn(folder, [''], { isExcluded }), ['a.js', 'old/d.js']);
  });

  describe('with links', () => {
    it('ends in spite of a circle, and takes nothing twice', async () => {
      folder = temporaryFolder(emptyFiles(['.git/HEAD', 'x/a.js']));
      symlinkSync('..', `${folder.path}/x/up`);
      symlinkSync('x', `${folder.path}/again`);
      symlinkSync('self', `${folder.path}/self`);
      symlinkSync('gone', `${folder.path}/broken.js`);
      assert.deepEqual(await foundIn(folder), ['x/a.js']);
    });

    it('follows those within the repository only', async () => {
      folder = temporaryFolder(
        emptyFiles(['r/.git/HEAD', 'r/app/a.js', 'r/shared/b.js', 'r/c.js', 'outside/d.js', 'r/node_modules/e/f.js']),
      );
      for (const [name, target] of [
        ['shared', '../shared'],
        ['c.js', '../c.js'],
        ['outside', '../../outside'],
        ['e', '../node_modules/e'],
      ] as const) {
        symlinkSync(target, `${folder.path}/r/app/${name}`);
      }
      assert.deepEqual(await foundIn(folder, ['r/app']), ['r/app/a.js', 'r/c.js', 'r/shared/b.js']);
    });

    it('follows a path that is given', async () => {
      folder = temporaryFolder(emptyFiles(['x/a.js']));
      symlinkSync('x', `${folder.path}/link`);
      assert.deepEqual(await foundIn(folder, ['link']), ['link/a.js']);
    });
  });

  it('gathers what linking asks for', async () => {
    folder = temporaryFolder({
      'package.json': '{"name":"root"}',
      'x/tsconfig.json': '{}',
      'x/tsconfig.base.json': '{"a":1}',
      'x/a.ts': '',
      'x/data.json': '[]',
    });
    const { known, configs } = await discover([`${folder.path}/x`]);
    const own = [...known].filter((path) => path.startsWith(folder.path)).map((path) => pathWithin(folder.path, path));
    assert.deepEqual(own.sort(), ['package.json', 'x/a.ts', 'x/data.json', 'x/tsconfig.base.json', 'x/tsconfig.json']);
    assert.equal(configs.get(`${folder.path}/package.json`), '{"name":"root"}');
    assert.equal(configs.get(`${folder.path}/x/tsconfig.base.json`), '{"a":1}');
    assert.equal(configs.has(`${folder.path}/x/data.json`), false);
  });

  it('stops when it is told to', async () => {
    folder = temporaryFolder(emptyFiles(['a.js']));
    const reason = new Error('stopped');
    await assert.rejects(discover([folder.path], { signal: AbortSignal.abort(reason) }), reason);
  });
});

async function foundIn(folder: TemporaryFolder, starts: readonly string[] = [''], options: DiscoverOptions = {}): Promise<string[]> {
  const { files, problems } = await discover(
    starts.map((start) => (start === '' ? folder.path : `${folder.path}/${start}`)),
    options,
  );
  assert.deepEqual(problems, []);
  return files.map(({ path }) => pathWithin(folder.path, path));
}

function emptyFiles(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, '']));
}

function git(folder: TemporaryFolder, ...args: string[]): void {
  execFileSync('git', ['-C', folder.path, ...args], { stdio: 'ignore' });
}
