// Builds dist/: one bundle for each process, the parser apart so that it is loaded only when it is
// needed. `--production` minifies, `--watch` rebuilds, `--tests` adds what runs inside VS Code.

import { context } from 'esbuild';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: { production: { type: 'boolean' }, watch: { type: 'boolean' }, tests: { type: 'boolean' } },
});

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
  { ...node, entryPoints: { server: 'src/server/main.ts', javascript: 'src/languages/javascript/index.ts' }, outdir: 'dist' },
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

const contexts = await Promise.all(builds.map((build) => context(build)));
if (options.watch) await Promise.all(contexts.map((one) => one.watch()));
else await Promise.all(contexts.map((one) => one.rebuild().finally(() => one.dispose())));
