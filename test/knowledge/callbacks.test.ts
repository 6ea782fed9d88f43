// Every row about callbacks has the loop run what is handed over, when the row says so.

import assert from 'node:assert/strict';
import type { CallbackRow } from '../../src/core/knowledge';
import { tables } from '../../src/knowledge';
import { analyzeText } from '../analysis';
import { accesses, pick } from './snippets';

const callback = `() => files.readFileSync('a')`;

/** What a blocking callback gives, registered by a function that nobody calls and at the top level. */
const expected: Readonly<Record<CallbackRow['timing'], readonly [string, string]>> = {
  event: ['warning', 'warning'],
  continuation: ['warning', 'information'],
  startup: ['information', 'information'],
  now: ['', 'information'],
  elsewhere: ['', ''],
};

/** What only keeps a function calls it not. */
const kept = ['', ''];

describe('every row about callbacks', () => {
  const rows = tables.callbacks.filter(({ api }) => !api.startsWith('py:'));
  rows.forEach((row, index) => {
    it(`${row.api}: ${row.timing}`, () => {
      const access = pick(accesses(row.api.replace('*', 'anything')), index);
      const args = row.source === 'promise' ? callback : `'a', ${callback}`;
      const use = `${isClass(row.api) ? 'new ' : ''}${access.callee}(${args});`;
      const found = [severitiesOf(inFunction(access.head, access.param, use)), severitiesOf(atTopLevel(access.head, access.param, use))];
      assert.deepEqual(found, row.args?.length === 0 ? kept : expected[row.timing]);
    });
  });
});

describe('shapes of callbacks', () => {
  const meant = [
    `target.on('event', ${callback})`,
    `target.on(Events.Changed, ${callback})`,
    `target.once('event', ${callback})`,
    `target.on('click', '.item', ${callback})`,
    `target.addEventListener('click', ${callback}, { passive: true })`,
    `target.then(${callback})`,
    `target.then(undefined, ${callback})`,
    `target.catch(${callback})`,
    `target.finally(${callback})`,
    `target.get('/path', ${callback})`,
    `target.post('/path', check, ${callback})`,
    `target.get(['/a', '/b'], ${callback})`,
    `target.all(/^\\/api/, ${callback})`,
    `target.get('name', '/path', ${callback})`,
    `target.use('/path', ${callback})`,
    `target.route({ method: 'GET', url: '/', handler: ${callback} })`,
    `target.route([{ method: 'GET', url: '/', handler: ${callback} }])`,
    `target.onclick = ${callback}`,
  ];
  const other = [
    `target.on(${callback})`,
    `target.once(${callback})`,
    `target.get('key', ${callback})`,
    `target.get('/path', { transform: ${callback} })`,
    `target.all('SELECT 1', ${callback})`,
    `target.use(${callback})`,
    `target.catch('kind', 'more', ${callback})`,
    `target.onMissing = ${callback}`,
    `new (class { onclick; m() { this.onclick = ${callback}; } })()`,
    `target.map(${callback})`,
    `target.sort(${callback})`,
    `new Promise(${callback})`,
  ];
  for (const code of meant) it(code, () => assert.equal(severitiesOf(inFunction('', 'target', code)), 'warning'));
  for (const code of other) it(`not ${code}`, () => assert.equal(severitiesOf(inFunction('', 'target', code)), ''));
});

const imported = `import * as files from 'node:fs';`;

function inFunction(head: string, param: string, use: string): string {
  return `${imported}\n${head}\nexport function register(${param}) {\n  ${use};\n}\n`;
}

function atTopLevel(head: string, param: string, use: string): string {
  return `${imported}\n${head}\n${param === '' ? '' : `declare const ${param};`}\n${use};\n`;
}

function severitiesOf(text: string): string {
  return analyzeText(text)
    .filter(({ api }) => api === 'node:fs.readFileSync')
    .map(({ severity }) => severity)
    .join(' ');
}

/** Classes have names with a capital letter. */
function isClass(api: string): boolean {
  return /[.][A-Z]\w*$/.test(api);
}
