// ESLint's `n/no-sync`. Both are cold processes with the same Node.js flags.

import { join } from 'node:path';
import type { Comparison, Contest } from './contest';
import { compareFindings } from './eslintCompare';
import type { Tree } from './sources';
import { compareTimes, measure } from './timing';

export const eslint: Contest = { name: "ESLint's n/no-sync", ending: '.js', defaultFolders, hold };

/** Libraries and programs for Node.js that are installed here, written in plain JavaScript by people. */
export function defaultFolders(): readonly string[] {
  return ['eslint/lib', 'mocha/lib', 'undici/lib', 'knip/dist', '@vscode/vsce/out']
    .concat(['eslint-plugin-n/lib', 'vscode-languageserver/lib', 'azure-devops-node-api'])
    .map((folder) => `node_modules/${folder}`);
}

const eslintChild = join(import.meta.dirname, 'eslintChild.mjs');

async function hold(program: string, tree: Tree, runs: number): Promise<Comparison> {
  await excludeFatal(tree);
  const ours = { name: 'loopsight', command: [program, 'check', '--format', 'json', tree.root] };
  const theirs = { name: 'eslint', command: [eslintChild, tree.root, 'functions'] };
  const [ourOutput, theirOutput] = await compareTimes(ours, theirs, runs);
  const everywhere = await measure([eslintChild, tree.root, 'everywhere']);
  return compareFindings(tree, ourOutput, theirOutput, everywhere.output);
}

/** What ESLint's default parser cannot read is taken away from both. */
async function excludeFatal(tree: Tree): Promise<void> {
  const { output } = await measure([eslintChild, tree.root, 'everywhere']);
  const { fatal } = JSON.parse(output) as { fatal: string[] };
  for (const file of fatal) await tree.remove(file);
  if (fatal.length > 0) console.log(`${fatal.length} files left out on both sides: ESLint's default parser cannot read them`);
}
