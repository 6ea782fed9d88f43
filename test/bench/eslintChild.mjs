// ESLint with `n/no-sync` and nothing else, on all `.js` files of a folder, with its default parser.
// Arguments: the folder, and `functions` (calls at the top level are allowed) or `everywhere`.

import { ESLint } from 'eslint';
import n from 'eslint-plugin-n';
import { relative } from 'node:path';

const [, , folder, where] = process.argv;
const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  ignore: false,
  allowInlineConfig: false,
  overrideConfig: [{ plugins: { n }, rules: { 'n/no-sync': ['error', { allowAtRootLevel: where === 'functions' }] } }],
});
const results = await eslint.lintFiles(['**/*.js']);
const placed = results.flatMap(({ filePath, messages }) => messages.map((message) => ({ ...message, file: slashed(filePath) })));
const report = {
  files: results.length,
  fatal: placed.filter((message) => message.fatal).map(({ file }) => file),
  findings: placed.filter((message) => !message.fatal).map(({ file, line, endLine, message }) => ({ file, line, endLine, message })),
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);

function slashed(path) {
  return relative(folder, path).replaceAll('\\', '/');
}
