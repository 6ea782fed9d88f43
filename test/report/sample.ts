// One report with everything that a reporter has to show: all severities, phases and remedies, a
// chain over two files, several problems, a source with tabs, wide and hostile characters.

import type { Finding, Report, Step } from '../../src/core/findings';
import type { Range } from '../../src/core/text';

const server = [
  "import { loadConfig } from './config';",
  'export async function getUser(id) {',
  '\tconst config = loadConfig(id);',
  "  const 名前 = '設定'; const text = fs.readFileSync(path);",
  `  const table = { ${'entry: 1, '.repeat(30)}last: crypto.scryptSync(password, salt, 64), ${'more: 2, '.repeat(30)} };`,
  '  /* \u001b[31m\u202e */ execSync("make");',
  '}',
].join('\n');

export const sources: Readonly<Record<string, string>> = {
  'src/server.ts': server,
  'src/config.ts': 'export function loadConfig() {\r\n  return JSON.parse(fs.readFileSync("config.json", "utf8"));\r\n}\r\n',
};

export const report: Report = {
  version: 1,
  findings: [
    finding({
      severity: 'information',
      context: { kind: 'module', name: '', phase: 'startup' },
      file: 'src/config.ts',
      step: 'fs.readFileSync',
    }),
    { ...finding({ file: 'src/server.ts', step: 'loadConfig', line: 3, column: 17 }), path: chain(), handlers: 14 },
    {
      ...finding({ file: 'src/server.ts', step: 'fs.readFileSync', line: 4, column: 36 }),
      fixes: [
        { title: 'Await fs.promises.readFile instead', safe: true },
        { title: 'Await readFile from fs/promises', safe: false },
      ],
    },
    scrypt(),
    deadlock(),
    unusedSuppression(),
  ],
  problems: [
    { file: 'src/broken.ts', message: "Syntax error at src/broken.ts:7:3: ';' expected. The rest of the file was analyzed." },
    { file: '/elsewhere/data.js', message: 'The file is binary, so it was left out.' },
  ],
  summary: { files: 3, functions: 12, durationMs: 1340 },
};

export const emptyReport: Report = { version: 1, findings: [], problems: [], summary: { files: 1, functions: 1, durationMs: 12 } };

interface Given {
  readonly file: string;
  readonly step: string;
  readonly line?: number;
  readonly column?: number;
  readonly severity?: Finding['severity'];
  readonly context?: Finding['context'];
}

function finding({ file, step, line = 2, column = 21, severity = 'warning', context }: Given): Finding {
  const range = rangeOf(line, column, step);
  return {
    rule: 'sync-file',
    severity,
    message: `${step} blocks the event loop in getUser: it reads the whole file before it returns.`,
    file,
    range,
    context: context ?? { kind: 'async-function', name: 'getUser', phase: 'loop' },
    cost: { class: 'noticeable', why: 'it reads the whole file before it returns: often 1 to 50 ms' },
    path: [{ name: step, file, range, within: 'getUser' }],
    api: 'node:fs.readFileSync',
    remedy: { kind: 'async', api: 'node:fs/promises.readFile', style: 'promise' },
    link: 'https://nodejs.org/api/fs.html#fsreadfilesyncpath-options',
    fixes: [],
  };
}

function chain(): Step[] {
  return [
    { name: 'loadConfig', file: 'src/server.ts', range: rangeOf(3, 17, 'loadConfig'), within: 'getUser' },
    { name: 'fs.readFileSync', file: 'src/config.ts', range: rangeOf(2, 21, 'fs.readFileSync'), within: 'loadConfig' },
  ];
}

function scrypt(): Finding {
  return {
    ...finding({ file: 'src/server.ts', step: 'crypto.scryptSync', line: 5, column: server.split('\n')[4]!.indexOf('crypto.') + 1 }),
    rule: 'sync-crypto',
    message: 'crypto.scryptSync blocks the event loop in getUser: it derives a key on this thread.',
    cost: { class: 'long', why: 'the default cost takes about 60 ms' },
    api: 'node:crypto.scryptSync',
    remedy: { kind: 'async', api: 'node:crypto.scrypt', style: 'callback' },
  };
}

function deadlock(): Finding {
  return {
    ...finding({
      file: 'src/server.ts',
      step: 'execSync',
      line: 6,
      column: server.split('\n')[5]!.indexOf('execSync') + 1,
      severity: 'error',
    }),
    rule: 'loop-deadlock',
    message: 'execSync waits on the loop for the loop in \u001b[31mgetUser.',
    cost: { class: 'unbounded', why: 'it never ends' },
    remedy: { kind: 'worker', note: 'the command must not ask this very server' },
  };
}

function unusedSuppression(): Finding {
  return {
    ...finding({ file: 'src/server.ts', step: '// loopsight-ignore-line', line: 90, column: 1, severity: 'hint' }),
    rule: 'unused-suppression',
    message: 'This comment suppresses nothing.',
    cost: { class: 'tiny', why: 'nothing happens' },
    remedy: { kind: 'advice', note: 'remove the comment' },
  };
}

function rangeOf(line: number, column: number, text: string): Range {
  return { start: { line, column }, end: { line, column: column + text.length } };
}
