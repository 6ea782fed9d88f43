// `npm test`: every stage one after another, in processes of their own, and one line at the end that
// counts. Names of stages as arguments run only those: `npm test -- unit browser`.

import { spawn } from 'node:child_process';

interface Stage {
  readonly name: string;
  readonly command: readonly string[];
}

interface Outcome {
  readonly stage: string;
  readonly passed: number;
  readonly failed: number;
  /** What the stage says of its failures, told again at the end. */
  readonly failures: string;
}

const mocha = ['npx', 'mocha'];

const stages: readonly Stage[] = [
  { name: 'build', command: ['npm', 'run', '--silent', 'build', '--', '--production', '--tests'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'self', command: ['node', 'dist/cli.js', 'check', 'src', '--min-severity', 'hint', '--fail-on', 'hint'] },
  { name: 'unit', command: [...mocha, 'test/*.test.ts', 'test/{bench,cli,core,knowledge,languages,report,server,workspace}/**/*.test.ts'] },
  { name: 'panel', command: [...mocha, 'test/panel/**/*.test.ts'] },
  { name: 'package', command: [...mocha, 'test/package/**/*.test.ts'] },
  { name: 'vscode-1.100', command: ['npx', 'tsx', 'test/extension/runTests.ts', '1.100.3'] },
  { name: 'vscode-1.139', command: ['npx', 'tsx', 'test/extension/runTests.ts', '1.139.1'] },
  { name: 'browser', command: [...mocha, 'test/browser/**/*.test.ts'] },
];

/** Runs a stage, shows its output as it comes, and counts what mocha says in it. */
async function run({ name, command: [program = '', ...args] }: Stage): Promise<Outcome> {
  console.log(`\n── ${name} ──`);
  const started = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    process.stdout.write(chunk);
  });
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)).on('error', () => resolve(1)));
  console.log(`── ${name}: ${code === 0 ? 'ok' : `failed with status ${code}`} in ${Math.round((performance.now() - started) / 1000)} s`);
  return count(name, output, code);
}

/** Characters of a failed stage's output that are told again, where it names no tests. */
const tail = 3000;

/** A stage without tests of its own counts as one. */
function count(stage: string, output: string, code: number): Outcome {
  const sum = (pattern: RegExp): number => [...output.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);
  const passed = sum(/^ *(\d+) passing\b/gm);
  const failed = sum(/^ *(\d+) failing\b/gm);
  const failures = code === 0 ? '' : (/^ *\d+ failing\n[^]*/m.exec(output)?.[0] ?? output.slice(-tail));
  if (code !== 0 && failed === 0) return { stage, passed, failed: 1, failures };
  return { stage, passed: passed + failed === 0 ? 1 : passed, failed, failures };
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const outcomes: Outcome[] = [];
  for (const stage of stages) {
    if (wanted.length > 0 && !wanted.includes(stage.name)) continue;
    const outcome = await run(stage);
    outcomes.push(outcome);
    if (stage.name === 'build' && outcome.failed > 0) break;
  }
  const total = (key: 'passed' | 'failed'): number => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  for (const { stage, failures } of outcomes) if (failures !== '') console.log(`\n── what failed: ${stage} ──\n${failures}`);
  console.log(`\n${outcomes.map(({ stage, passed, failed }) => `${stage}: ${passed} passed, ${failed} failed`).join('\n')}\n`);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  process.exitCode = total('failed') > 0 ? 1 : 0;
}

void main();
