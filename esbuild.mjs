// Builds dist/: one bundle for each process, the parser apart so that it is loaded only when it is
// needed. `--production` minifies, `--watch` rebuilds, `--tests` adds what runs inside VS Code.

import { build as buildOnce, context } from 'esbuild';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: { production: { type: 'boolean' }, watch: { type: 'boolean' }, tests: { type: 'boolean' } },
});

/**
 * TypeScript is a file of its own: inside another bundle's wrapper its code would be a function that is not
 * known to run at once, and V8 would parse all of it twice.
 */
const typescriptApart = {
  name: 'typescript-apart',
  setup(build) {
    build.onResolve({ filter: /^typescript(\/lib\/.*)?$/ }, () => ({ path: './typescript.js', external: true }));
  },
};

/**
 * TypeScript is published as one function, of which nothing can be left out. Turned back into a module that
 * exports only what `users` (paths of sources) mention, it shrinks to its parser: a quarter, loaded in a quarter of the time.
 */
const parserOnly = (users) => ({
  name: 'parser-only',
  setup(build) {
    build.onLoad({ filter: /typescript\/lib\/typescript\.js$/ }, async ({ path }) => {
      const sources = await Promise.all(users.map((user) => readFile(user, 'utf8')));
      const mentioned = new Set(sources.flatMap((source) => [...source.matchAll(/\b(?:ts|\w+\.default)\.(\w+)/g)].map(([, name]) => name)));
      return { contents: typescriptModule(await readFile(path, 'utf8'), mentioned) };
    });
  },
});

function typescriptModule(library, wanted) {
  const table = /^__export\(typescript_exports, \{$([\s\S]*?)^\}\);$/m.exec(library);
  // The compiler, and of what editors ask of it only the methods of nodes.
  const parts = [
    part(library, '"use strict";', '// src/services/exportInfoMap.ts'),
    part(library, '// src/services/services.ts', '// src/'),
  ];
  if (!table || parts.includes('')) throw new Error('This TypeScript is not laid out as expected.');
  const entries = [...table[1].matchAll(/^ {2}(\w+): \(\) => (\w+)/gm)].filter(([, name]) => wanted.has(name));
  const code = parts
    .join('\n')
    .replace(table[0], '')
    .replace(/^module\.exports = .*$/m, '');
  return `${code}\nexport { ${entries.map(([, name, local]) => `${local} as ${name}`).join(', ')} };`;
}

function part(text, from, to) {
  const start = text.indexOf(from);
  return start < 0 ? '' : text.slice(start, text.indexOf(to, start + from.length));
}

/** Languages are bundles of their own beside the others: `import('../languages/javascript')` becomes `./javascript.js`. */
const languagesApart = {
  name: 'languages-apart',
  setup(build) {
    build.onResolve({ filter: /\/languages\/(javascript|python)$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./${path.split('/').at(-1)}.js`, external: true } : undefined,
    );
  },
};

const shared = {
  bundle: true,
  minify: options.production ?? false,
  sourcemap: options.production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
};
// ES modules among the libraries ask for `import.meta.url`, which CommonJS does not have.
const importMetaUrl = "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;";
const node = {
  ...shared,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: importMetaUrl },
  plugins: [languagesApart],
};

const builds = [
  { ...node, entryPoints: { extension: 'src/extension/extension.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...node, entryPoints: { server: 'src/server/main.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { scanner: 'src/server/scanner/main.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { patterns: 'src/workspace/regex/main.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { extractor: 'src/workspace/extractor.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { cli: 'src/cli/main.ts' }, outdir: 'dist', banner: { js: `#!/usr/bin/env node\n${importMetaUrl}` } },
  {
    ...shared,
    entryPoints: { panel: 'src/panel/main.tsx' },
    outdir: 'dist',
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
];
if (options.tests) {
  builds.push({ ...node, entryPoints: { index: 'test/extension/index.ts' }, outdir: 'out/test/extension', external: ['vscode', 'mocha'] });
}

const javascript = {
  ...node,
  entryPoints: { javascript: 'src/languages/javascript/index.ts' },
  outdir: 'dist',
  plugins: [languagesApart, typescriptApart],
};
const { metafile } = await buildOnce({ ...javascript, write: false, metafile: true });
builds.push(javascript, {
  ...shared,
  entryPoints: { typescript: 'node_modules/typescript/lib/typescript.js' },
  outdir: 'dist',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  sourcemap: false,
  // Its users expect a plain object, not an ES module.
  footer: { js: 'module.exports = { ...module.exports };' },
  plugins: [parserOnly(Object.keys(metafile.inputs))],
});

const python = { ...node, entryPoints: { python: 'src/languages/python/index.ts' }, outdir: 'dist', plugins: [languagesApart] };
builds.push(python);
await mkdir('dist', { recursive: true });
for (const file of ['web-tree-sitter/web-tree-sitter.wasm', 'tree-sitter-python/tree-sitter-python.wasm'])
  await copyFile(`node_modules/${file}`, `dist/${file.split('/').at(-1)}`);

const contexts = await Promise.all(builds.map((build) => context(build)));
if (options.watch) await Promise.all(contexts.map((one) => one.watch()));
else await Promise.all(contexts.map((one) => one.rebuild().finally(() => one.dispose())));
