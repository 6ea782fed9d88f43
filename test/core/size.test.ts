// How much data values are: each `probe(value)` of a program against what its comment says.

import assert from 'node:assert/strict';
import type { FileFacts } from '../../src/core/facts';
import { createKnowledge } from '../../src/core/knowledgeIndex';
import { linkProgram } from '../../src/core/link/learn';
import { createProgram, type ProgramFile } from '../../src/core/link/program';
import type { Resolver } from '../../src/core/link/resolve';
import { emptyProject } from '../../src/core/project';
import { type Size, sizeOf } from '../../src/core/size';
import { tables } from '../../src/knowledge';
import { javascript } from '../../src/languages/javascript';
import { loadLanguage } from '../../src/workspace/languages';

const inJavaScript = `
import express from 'express';
import axios from 'axios';
import fs from 'node:fs/promises';
import path from 'node:path';
import { MongoClient } from 'mongodb';
const app = express();
const N = 600 * 1000;
const client = new MongoClient('mongodb://a');
app.post('/', async (req, res) => {
  probe(req.body); // the body of a request, at most 100000
  probe(req.body.items.map((one) => one.id)); // the body of a request, at most 100000
  probe(req.body.items.length); // unknown
  probe(req.query); // unknown
  const { items = [] } = req.body;
  probe([...items, 1]); // the body of a request, at most 100000
  const filled = [];
  for (const item of items) filled.push(item);
  probe(filled); // the body of a request, at most 100000
  const few = [];
  few.push(1);
  probe(few); // unknown
  probe(await fs.readFile(name, 'utf8')); // what a file contains, at most 100000
  probe(await fs.readFile('config.json', 'utf8')); // unknown
  probe(await fs.readFile(path.join(folder, 'config.json'), 'utf8')); // unknown
  probe(JSON.parse(await fs.readFile(path.join(folder, name), 'utf8')).users); // what a file contains, at most 100000
  probe((await fs.readdir('uploads')).filter(Boolean)); // a list of the entries of a folder, at most 1000
  probe((await fs.readdir(folder))[0]); // unknown
  const answer = await (await fetch(url)).json();
  probe(answer.list); // the answer of a server, at most 100000
  probe(answer.list.slice(0, 20)); // 20
  const { data } = await axios.get(url);
  probe(Object.keys(data).sort()); // the answer of a server, at most 100000
  probe(await client.db().collection('users').find().toArray()); // a list of the rows of a query without a limit
  probe(await client.db().collection('users').find().limit(20).toArray()); // unknown
  probe('ab'.repeat(1e6)); // 2000000
  probe(Buffer.alloc(64 * 1024)); // 65536
  probe(new Array(N)); // 600000
  probe([1, 2, 3]); // 3
  probe([]); // unknown
  probe(chosen ? 'abc' : 'abcdef'); // 6
  probe(chosen ? 'abc' : other); // unknown
  probe(JSON.stringify({ a: 'abc', b: [1, 2] })); // 5
  helper(data, 'abc');
  data.forEach((one) => probe(one)); // the answer of a server, at most 100000
  probe(await read(name)); // what a file contains, at most 100000
});
async function read(file) { return fs.readFile(file, 'utf8'); }
function helper(rows, text) {
  probe(rows); // the answer of a server, at most 100000
  probe(text); // 3
}
export function unasked(rows) {
  probe(rows); // unknown
}
`;

const inPython = `
import csv, json, os, sqlite3
import aiohttp, httpx
from pathlib import Path
from fastapi import Request

N = 10 ** 6

async def handle(request: Request, name):
    data = await request.json()
    probe(data["items"]) # the body of a request, at most 100000
    probe(data.get("items", [])) # the body of a request, at most 100000
    probe([one.id for one in data["items"] if one]) # the body of a request, at most 100000
    probe(sorted(data["items"])) # the body of a request, at most 100000
    probe(data["items"][:10]) # 10
    probe(data["items"][5:]) # the body of a request, at most 100000
    probe(b'x' * N) # 1000000
    probe(range(N)) # 1000000
    probe(range(5, N)) # 1000000
    probe(bytes(1 << 20)) # 1048576
    probe(len(data)) # unknown
    with open(name) as handle:
        probe(handle) # what a file contains, at most 100000
        probe(handle.read()) # what a file contains, at most 100000
        for row in csv.reader(handle):
            probe(row) # unknown
    with open('settings.json') as settings:
        probe(json.load(settings)) # unknown
    probe(os.listdir(name)) # a list of the entries of a folder, at most 1000
    probe(Path(name).read_text()) # what a file contains, at most 100000
    probe((Path(__file__).parent / 'settings.json').read_text()) # unknown
    async with httpx.AsyncClient() as client:
        probe((await client.get('https://a/')).text.splitlines()) # the answer of a server, at most 100000
    async with aiohttp.ClientSession() as session:
        async with session.get('https://a/') as answer:
            probe(await answer.json()) # the answer of a server, at most 100000
    out = []
    for one in data:
        out.append(one)
    probe(out) # the body of a request, at most 100000
    total(data)
    connection = sqlite3.connect('a.db')
    probe(connection.execute('select * from a').fetchall()) # a list of the rows of a query without a limit
    probe(connection.execute('select * from a limit 10').fetchall()) # unknown

def total(items):
    probe(items) # the body of a request, at most 100000
`;

describe('sizes of values', () => {
  it('in JavaScript', () => check(javascript.extract('/src/a.js', inJavaScript), inJavaScript));

  it('in Python', async () => {
    const python = await loadLanguage('python');
    check(python.extract('/src/a.py', inPython), inPython);
  });

  it('ends with what refers to itself', () => {
    const text = 'let a = b;\nlet b = a;\nfunction f(x) { probe(x); return f(f(x)); }\nprobe(a);\n';
    assert.deepEqual(probes(javascript.extract('/src/a.js', text)), [
      [3, 'unknown'],
      [4, 'unknown'],
    ]);
  });
});

function check(facts: FileFacts, text: string): void {
  const expected = text.split('\n').flatMap((line, index) => {
    const [, size] = /probe\(.*(?:\/\/|#) (.*)$/.exec(line) ?? [];
    return size === undefined ? [] : [[index + 1, size]];
  });
  assert.deepEqual(
    probes(facts).sort(([a], [b]) => a - b),
    expected,
  );
}

function probes(facts: FileFacts): [number, string][] {
  const knowledge = createKnowledge(tables);
  const program = createProgram([facts], knowledge);
  const resolver = linkProgram(program, emptyProject, knowledge);
  return program.files.flatMap((file) => probesIn(resolver, file));
}

function probesIn(resolver: Resolver, file: ProgramFile): [number, string][] {
  return file.facts.calls.flatMap(({ name, range, args: [value] }): [number, string][] =>
    name === 'probe' && value ? [[range.start.line, spoken(sizeOf(resolver, file, value))]] : [],
  );
}

function spoken(size: Size): string {
  if (size.kind !== 'large') return size.kind === 'known' ? String(size.amount) : size.kind;
  return `${size.list ? 'a list of ' : ''}${size.why}${size.limit === undefined ? '' : `, at most ${size.limit}`}`;
}
