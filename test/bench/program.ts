// A generated server program as large as wanted: features with routes, services, stores and helpers
// that call each other across files, and a few modules that everything uses. Same size, same program.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface GeneratedProgram {
  readonly files: number;
  readonly lines: number;
  /** The helper to edit, and a file with loop code that reaches it through another file. */
  readonly helper: string;
  readonly caller: string;
}

/** Writes a program of at least `lines` lines below `folder`. */
export async function generateProgram(folder: string, lines: number): Promise<GeneratedProgram> {
  const texts = new Map<string, string>(Object.entries(shared));
  let total = [...texts.values()].reduce((sum, text) => sum + linesIn(text), 0);
  for (let number = 0; total < lines; number++) {
    for (const [name, text] of Object.entries(feature(number))) {
      texts.set(`src/features/feature${number}/${name}`, text);
      total += linesIn(text);
    }
  }
  for (const [name, text] of texts) await write(join(folder, name), text);
  return { files: texts.size, lines: total, helper: 'src/shared/files.ts', caller: 'src/features/feature0/service.ts' };
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

const shared = {
  'package.json': '{ "name": "generated", "type": "module" }\n',
  'tsconfig.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "@shared/*": ["src/shared/*"] } } }\n',
  'src/shared/files.ts': `import fs from 'node:fs';
import path from 'node:path';

/** Reads a template from the disk. */
export function readTemplate(name: string): string {
  return fs.readFileSync(path.join('templates', name), 'utf8');
}

export async function readSettings(name: string): Promise<unknown> {
  return JSON.parse(await fs.promises.readFile(name, 'utf8'));
}
`,
  'src/shared/logger.ts': `export class Logger {
  constructor(private readonly name: string) {}
  info(message: string, ...details: unknown[]): void {
    this.write('info', message, details);
  }
  error(message: string, ...details: unknown[]): void {
    this.write('error', message, details);
  }
  private write(level: string, message: string, details: unknown[]): void {
    process.stdout.write([new Date().toISOString(), level, this.name, message, ...details.map(String)].join(' ') + '\\n');
  }
}
`,
  'src/shared/emitter.ts': `import { EventEmitter } from 'node:events';
export const bus = new EventEmitter();
export function subscribe(name: string, listener: (payload: Record<string, unknown>) => void): () => void {
  bus.on(name, listener);
  return () => bus.off(name, listener);
}
`,
};

/** Seven files of about 90 lines; each feature uses what is shared, itself, and the feature before it. */
function feature(number: number): Record<string, string> {
  return {
    'routes.ts': routes(number),
    'service.ts': service(number),
    'store.ts': store(number),
    'helpers.ts': helpers(number),
    'validation.ts': validation(number),
    'jobs.js': jobs(number),
    'index.ts': `export * from './service';\nexport { Store${number} } from './store';\nexport { default as routes } from './routes';\n`,
  };
}

function routes(number: number): string {
  const actions = ['list', 'get', 'create', 'update', 'remove', 'archive', 'search', 'export'];
  return `import express from 'express';
import { Logger } from '@shared/logger';
import { Service${number} } from './service';
import { Store${number} } from './store';
import { validate${number}, Invalid${number} } from './validation';

const router = express.Router();
const logger = new Logger('feature${number}');
const service = new Service${number}(new Store${number}(), logger);

${actions.map((action) => route(number, action)).join('\n')}
export default router;
`;
}

function route(number: number, action: string): string {
  return `router.post('/feature${number}/${action}', async (request, response) => {
  const input = request.body ?? {};
  try {
    const problems = validate${number}(input, '${action}');
    if (problems.length > 0) throw new Invalid${number}(problems);
    const result = await service.${action}(input.id, { ...input, at: Date.now() });
    response.status(200).json({ ok: true, result });
  } catch (error) {
    logger.error('${action} failed', error);
    response.status(error instanceof Invalid${number} ? 400 : 500).json({ ok: false });
  }
});
`;
}

function service(number: number): string {
  const actions = ['list', 'get', 'create', 'update', 'remove', 'archive', 'search', 'export'];
  return `import { bus } from '@shared/emitter';
import type { Logger } from '@shared/logger';
import { ${number === 0 ? 'readTemplate' : 'readSettings'} } from '@shared/files';
import { format${number}, summarize${number}, groupBy${number} } from './helpers';
import type { Store${number} } from './store';
${number === 0 ? '' : `import { normalize${number - 1} } from '../feature${number - 1}/helpers';\n`}
export class Service${number} {
  private readonly cache = new Map<string, unknown>();
  constructor(private readonly store: Store${number}, private readonly logger: Logger) {}

${actions.map((action) => serviceMethod(number, action)).join('\n')}
  render(name: string, values: Record<string, unknown>): string {
    const template = ${number === 0 ? 'readTemplate(name)' : '`${name}: {value}`'};
    return Object.entries(values).reduce((text, [key, value]) => text.replaceAll(\`{\${key}}\`, String(value)), template);
  }
}
`;
}

function serviceMethod(number: number, action: string): string {
  return `  async ${action}(id: string, input: Record<string, unknown>): Promise<unknown> {
    this.logger.info('${action}', id);
    const known = this.cache.get(id);
    if (known !== undefined && !input.force) return known;
    const rows = await this.store.find({ id, ...${number === 0 ? 'input' : `normalize${number - 1}(input)`} });
    const groups = groupBy${number}(rows, (row) => String(row.kind));
    const result = [...groups].map(([kind, list]) => ({ kind, text: format${number}(list), total: summarize${number}(list) }));
    this.cache.set(id, result);
    bus.emit('feature${number}.${action}', { id, count: rows.length, page: this.render('${action}', input) });
    return result;
  }
`;
}

function store(number: number): string {
  const queries = ['find', 'insert', 'replace', 'count', 'touch', 'history'];
  return `import { Pool } from 'pg';
export interface Row${number} { id: string; kind: string; value: number; tags: string[] }
const pool = new Pool();
export class Store${number} {
  private pending: Promise<unknown>[] = [];
${queries.map((query) => storeMethod(number, query)).join('\n')}
  async flush(): Promise<void> {
    await Promise.all(this.pending);
    this.pending = [];
  }
}
`;
}

function storeMethod(number: number, query: string): string {
  return `  async ${query}(filter: Record<string, unknown>): Promise<Row${number}[]> {
    const names = Object.keys(filter).filter((name) => filter[name] !== undefined);
    const where = names.map((name, index) => \`\${name} = $\${index + 1}\`).join(' and ');
    const client = await pool.connect();
    try {
      const { rows } = await client.query(\`select * from ${query}_${number} where \${where}\`, names.map((name) => filter[name]));
      return rows.map((row: Row${number}) => ({ ...row, tags: [...(row.tags ?? [])].sort() }));
    } finally {
      client.release();
    }
  }
`;
}

function helpers(number: number): string {
  const names = ['format', 'describe', 'label', 'render', 'clean', 'shorten'];
  return `import { createHash } from 'node:crypto';
import path from 'node:path';
${names.map((name) => helper(name, number)).join('\n')}
export function summarize${number}(rows: readonly { value: number }[]): number {
  let total = 0;
  for (const row of rows) total += row.value;
  return Math.round(total * 100) / 100;
}

export function groupBy${number}<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  rows.forEach((row) => {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  });
  return groups;
}

export function normalize${number}(input: Record<string, unknown>): Record<string, unknown> {
  const id = createHash('sha256').update(String(input.id)).digest('hex');
  return { ...input, id, file: path.basename(String(input.file ?? '')) };
}
`;
}

function helper(name: string, number: number): string {
  return `export function ${name}${number}(rows: readonly { id: string; kind: string; value: number }[]): string {
  const lines = rows.filter((row) => row.value > 0).map((row) => [row.id, row.kind.toUpperCase(), row.value.toFixed(2)].join(' '));
  if (lines.length === 0) return 'nothing';
  const longest = Math.max(...lines.map((line) => line.length));
  return lines.map((line) => line.padEnd(longest).trim()).join('\\n');
}
`;
}

function validation(number: number): string {
  const fields = ['id', 'kind', 'title', 'amount', 'owner', 'created', 'tags', 'state', 'parent', 'note'];
  return `export class Invalid${number} extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join(', '));
  }
}

type Check = (value: unknown) => string | undefined;
const checks: Record<string, Check> = {
${fields.map((field) => fieldCheck(field)).join('\n')}
};

export function validate${number}(input: Record<string, unknown>, action: string): string[] {
  return Object.entries(checks).flatMap(([name, check]) => {
    const problem = action === 'list' ? undefined : check(input[name]);
    return problem === undefined ? [] : [\`\${name} \${problem}\`];
  });
}
`;
}

function fieldCheck(field: string): string {
  return `  ${field}: (value) => {
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string' && value.trim() === '') return 'is empty';
    return String(value).length > 200 ? 'is too long' : undefined;
  },`;
}

function jobs(number: number): string {
  const names = ['cleanUp', 'report', 'synchronize', 'expire'];
  return `const { subscribe } = require('../../shared/emitter');
const { Store${number} } = require('./store');
const { summarize${number}, describe${number} } = require('./helpers');

const store = new Store${number}();
${names.map((name) => job(number, name)).join('\n')}
module.exports = { ${names.join(', ')} };
`;
}

function job(number: number, name: string): string {
  return `
async function ${name}(payload) {
  const rows = await store.history({ id: payload.id });
  const text = describe${number}(rows);
  if (summarize${number}(rows) > 1000) process.emitWarning(text);
  return rows.length;
}
subscribe('feature${number}.${name}', (payload) => {
  ${name}(payload).catch((error) => process.emitWarning(String(error)));
});
setInterval(() => void ${name}({ id: '${name}' }), 60_000).unref();
`;
}
