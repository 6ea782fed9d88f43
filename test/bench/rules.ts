// What the rules about computing cost: the same program with them and without them, cold, in turn.
// `npm run bench:rules -- folder... [--runs N] [--cli DIST]`; without folders, packages in node_modules.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Settings } from '../../src/core/settings';
import { defaultFolders } from './eslint';
import { compareTimes, copyProgram, type Side } from './timing';

const without: Settings['rules'] = { 'cpu-loop': 'off', 'cpu-recursion': 'off', 'cpu-call': 'off', 'slow-regex': 'off' };

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: 'string', default: '5' }, cli: { type: 'string', default: 'dist' } },
  });
  const work = await mkdtemp(join(tmpdir(), 'loopsight-bench-'));
  try {
    const program = await copyProgram(resolve(values.cli), work);
    const sideWith = async (name: string, rules: Settings['rules'], folders: readonly string[]): Promise<Side> => {
      const config = join(work, `${name}.json`);
      await writeFile(config, JSON.stringify({ rules }));
      return { name, command: [program, 'check', '--format', 'json', '--config', config, ...folders] };
    };
    for (const folders of positionals.length > 0 ? positionals.map((one) => [one]) : [defaultFolders()]) {
      console.log(`\n── ${folders.map((one) => basename(one)).join(', ')} ──`);
      await compareTimes(await sideWith('with', {}, folders), await sideWith('without', without, folders), Number(values.runs));
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

void main();
