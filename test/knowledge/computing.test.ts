// What loops go through and what they ask: each row is proven by a program in which it matters, and by one in which it does not.

import assert from 'node:assert/strict';
import type { PollRow, TraversalRow } from '../../src/core/knowledge';
import { tables } from '../../src/knowledge';
import { analyzeTexts, startPython } from '../analysis';

describe('what loops do', () => {
  before(startPython);

  for (const row of tables.traversals) {
    it(`${row.language} ${row.api} goes through what it is given`, () => {
      assert.deepEqual(found(row.language, searching(row, 'large')), ['cpu-loop']);
      assert.deepEqual(found(row.language, searching(row, 'small')), []);
    });
  }

  for (const row of tables.polls) {
    it(`${row.api} only asks`, () => {
      const language = row.api.startsWith('py:') ? 'python' : 'javascript';
      assert.deepEqual(found(language, waiting(row, '')), ['cpu-loop']);
      assert.deepEqual(found(language, waiting(row, 'work();')), []);
    });
  }

  for (const api of tables.settled) {
    it(`awaiting ${api} does not give the thread back`, () => {
      const loop = (awaited: string): string => `export async function f(end) {\n  while (Date.now() < end) await ${awaited};\n}\n`;
      assert.deepEqual(found('javascript', loop(`${api.replace('global.', '')}()`)), ['cpu-loop']);
      assert.deepEqual(found('javascript', loop('somebody()')), []);
    });
  }
});

function found(language: string, text: string): string[] {
  const file = language === 'python' ? '/app.py' : '/app.ts';
  const computing = analyzeTexts({ [file]: text }).filter(({ rule }) => rule === 'cpu-loop');
  return computing.map(({ rule }) => rule);
}

/** A loop over the body of a request, in each round of which a row goes through something. */
function searching({ api, language, of, most = 2 }: TraversalRow, size: 'large' | 'small'): string {
  const name = /[^.#]*$/.exec(api)?.[0] ?? '';
  const thing = size === 'large' ? 'items' : "['a', 'b']";
  if (language === 'python') return pythonSearch(name, api.startsWith('#'), of === 'receiver', thing);
  const use = /^global\.[A-Z]\w*$/.test(api) && !api.endsWith('JSON') ? 'new ' : '';
  const others = most > 1 && of === 'receiver' ? '(one) => one, 1' : 'item';
  const call = of === 'receiver' ? `${thing}.${name}(${others})` : `${use}${api.replace('global.', '')}(${thing})`;
  return `import express from 'express';
const app = express();
app.post('/', (req, res) => {
  const { items } = req.body;
  for (const item of items) res.write(String(${call}));
});
`;
}

function pythonSearch(name: string, isMethod: boolean, isReceiver: boolean, thing: string): string {
  const calls = {
    contains: `item in ${thing}`,
    method: `${thing}.${name}(item)`,
    joined: `','.${name}(${thing})`,
    plain: `${name}(${thing})`,
  };
  const call = calls[name === '__contains__' ? 'contains' : !isMethod ? 'plain' : isReceiver ? 'method' : 'joined'];
  return `from fastapi import FastAPI, Request
app = FastAPI()

@app.post("/")
async def handler(request: Request):
    items = list(await request.json())
    for item in items:
        print(${call})
`;
}

/** A loop that asks until something is so, and does \`work\` in each round. */
function waiting({ api }: PollRow, work: string): string {
  const [owner = '', member] = api.split('#');
  const path = owner.replace(/^py:|^global\./, '');
  if (api.startsWith('py:')) return pythonWait(path, member, work);
  const isModule = path.startsWith('node:');
  const [, module = '', rest = ''] = /^(node:\w+)\.(.*)$/.exec(path) ?? [];
  const head = isModule ? `import * as module from '${module}';\n` : '';
  const asked = member === undefined ? `${isModule ? `module.${rest}` : path}()` : `thing.${member}()`;
  return `${head}export async function f(thing: ${member === undefined ? 'number' : path}, end, work) {
  while (!(${asked} > end)) { ${work} }
}
`;
}

function pythonWait(path: string, member: string | undefined, work: string): string {
  const module = path.replace(/\.\w+$/, '');
  const type = member === undefined ? 'int' : path;
  const asked = member === undefined ? `${path}()` : `thing.${member}()`;
  return `import ${module.split('.')[0]}
import ${module}

async def f(thing: ${type}, end, work):
    while not (${asked} == end):
        ${work === '' ? 'pass' : work.replace(';', '')}
`;
}
