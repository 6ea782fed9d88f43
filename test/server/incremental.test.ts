// Incremental equals cold: after any sequence of edits, in the editor and on the disk, at rest the editor
// shows what a fresh check of the final texts finds. Also in a folder that is too large for each key.

import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestClient } from './lspClient';
import { randomEdit, seeded, toChange } from './randomEdits';
import { bulk, eventually, WorkspaceFolder } from './workspaceFolder';

const rounds = 20;
const stepsPerRound = 8;

describe('incremental equals cold', function () {
  this.timeout(600_000);
  const ends: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });
  for (const [size, more, seed] of [
    ['small', {}, 42],
    ['large', bulk(), 4242],
  ] as const) {
    it(`after random edits, opening, closing, saving, creating, renaming and deleting in a ${size} folder`, async () => {
      const folder = await WorkspaceFolder.create({ ...startTexts, ...more });
      const client = await TestClient.start({ folders: [folder.uri], settings: () => ({ diagnosticMode: 'workspace' }) });
      ends.push(
        () => client.stop(),
        () => folder.remove(),
      );
      void client.watchWorkspace().catch(() => undefined);
      const person = new Person(folder, client, seeded(seed));
      let withFindings = 0;
      for (let round = 0; round < rounds; round++) {
        for (let step = 0; step < stepsPerRound; step++) await person.act();
        const expected = await folder.checked(person.texts);
        if (Object.keys(expected).length > 0) withFindings += 1;
        await eventually(
          () => folder.shown(client, person.texts.keys()),
          expected,
          (actual) => assert.deepEqual(actual, expected, `in round ${round}: ${JSON.stringify(person.log)}`),
        );
      }
      assert.ok(withFindings > rounds / 3, `only ${withFindings} of the states compared had findings`);
    });
  }
});

/** Somebody who does one thing after the other, and does not wait for answers. */
class Person {
  readonly log: unknown[] = [];
  readonly #open = new Map<string, TextDocument>();
  readonly #disk = new Map(Object.entries(startTexts));

  constructor(
    private readonly folder: WorkspaceFolder,
    private readonly client: TestClient,
    private readonly random: () => number,
  ) {}

  /** The texts of open documents. */
  get texts(): ReadonlyMap<string, string> {
    return new Map([...this.#open].map(([name, document]) => [name, document.getText()]));
  }

  async act(): Promise<void> {
    const name = this.#pick(Object.keys(startTexts));
    const document = this.#open.get(name);
    const luck = this.random();
    if (document) await (luck < 0.7 ? this.#edit(name, document) : luck < 0.85 ? this.#save(name, document) : this.#close(name));
    else if (!this.#disk.has(name)) await this.#write(name, startTexts[name] ?? '');
    else if (luck < 0.4) await this.#openOne(name);
    else if (luck < 0.7) await this.#write(name, this.#text(name));
    else if (luck < 0.85) await this.#delete(name);
    else await this.#rename(name);
    if (this.random() < 0.3) for (const one of this.#open.keys()) await this.client.pull(this.folder.uriOf(one)).catch(() => undefined);
  }

  async #openOne(name: string): Promise<void> {
    const text = this.#disk.get(name);
    if (text === undefined) return;
    this.log.push(['open', name]);
    this.#open.set(name, TextDocument.create(this.folder.uriOf(name), 'javascript', 1, text));
    await this.client.open(this.folder.uriOf(name), text);
  }

  async #edit(name: string, document: TextDocument): Promise<void> {
    const change = this.random() < 0.5 ? { text: this.#text(name) } : toChange(document, randomEdit(document.getText(), this.random));
    this.log.push(['edit', name, change]);
    TextDocument.update(document, [change], document.version + 1);
    await this.client.change(this.folder.uriOf(name), change);
  }

  async #save(name: string, document: TextDocument): Promise<void> {
    await this.#write(name, document.getText());
    await this.client.save(this.folder.uriOf(name));
  }

  async #close(name: string): Promise<void> {
    this.log.push(['close', name]);
    this.#open.delete(name);
    await this.client.close(this.folder.uriOf(name));
  }

  async #write(name: string, text: string): Promise<void> {
    this.log.push(['write', name, text]);
    const isNew = !this.#disk.has(name);
    this.#disk.set(name, text);
    await this.folder.write(name, text);
    await this.client.fileChanged(this.folder.uriOf(name), isNew ? 'created' : 'changed');
  }

  async #delete(name: string): Promise<void> {
    this.log.push(['delete', name]);
    if (!this.#disk.delete(name)) return;
    await this.folder.remove(name);
    await this.client.fileChanged(this.folder.uriOf(name), 'deleted');
  }

  async #rename(name: string): Promise<void> {
    const other = this.#pick(Object.keys(startTexts));
    const text = this.#disk.get(name);
    if (text === undefined || other === name || this.#open.has(other)) return;
    await this.#write(other, text);
    await this.#delete(name);
  }

  #text(name: string): string {
    return this.random() < 0.7 ? (startTexts[name] ?? '') : this.#pick(snippets);
  }

  #pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.random() * items.length)] as T;
  }
}

const helper = `import fs from 'node:fs';
export function load(name) {
  return fs.readFileSync(name, 'utf8');
}
export const harmless = () => 1;
`;

const startTexts: Readonly<Record<string, string>> = {
  'helper.js': helper,
  'caller.js': `import { load } from './helper.js';
export async function serve() {
  return load('a');
}
`,
  'barrel.js': `export * from './helper.js';\nexport { Store } from './store.js';\n`,
  'store.js': `const { load } = require('./helper.js');
class Store {
  constructor(path) { this.path = path; }
  read() { return load(this.path); }
}
exports.Store = Store;
`,
  'server.js': `import http from 'node:http';
import { Store, load as read } from './barrel.js';
const store = new Store('a');
http.createServer((request, response) => response.end(store.read())).listen(1);
setInterval(() => read('b'), 1000);
`,
};

const snippets: readonly string[] = [
  '',
  helper.replace('fs.readFileSync', 'fs.promises.readFile'),
  helper.replace('export function', 'export async function'),
  `import { execSync } from 'node:child_process';\nexport const load = (name) => execSync(name);\nexport class Store { read() { return load('x'); } }\n`,
  `export { load } from './store.js';\nexport class Store { read() {} }\n`,
  `import { serve } from './caller.js';\nexport const load = async () => serve();\nexport { Store } from './server.js';\n`,
  `// loopsight-ignore-file sync-file -- because\n${helper}`,
  `export function load( {\n  broken`,
];
